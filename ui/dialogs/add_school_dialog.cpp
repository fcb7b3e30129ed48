#include "ui/dialogs/add_school_dialog.h"

#include "model/asked.h"
#include "model/items.h"
#include "model/observation.h"
#include "ui/widgets/tone.h"
#include "ui_add_school_dialog.h"
#include "workspace/structure.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <tuple>

namespace junheng::ui {

AddSchoolDialog::AddSchoolDialog(workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_ui(std::make_unique<Ui::AddSchoolDialog>()) {
    m_ui->setupUi(this);
    m_ui->type->addItems(model::itemOf(items::school_type).choices);
    m_ui->type->setCurrentIndex(-1); // before anybody listens
    for (int stage = 0; stage < model::kStageCount; ++stage) {
        m_stages.push_back(new QCheckBox(model::stageName(static_cast<model::Stage>(stage)), this));
        m_ui->stages->addWidget(m_stages.back());
    }
    m_ui->stages->addStretch();
    for (QLabel* place : {m_ui->codeError, m_ui->nameError, m_ui->typeError, m_ui->stagesError}) {
        place->setWordWrap(true);
        place->hide();
    }
    QWidget::setTabOrder(m_ui->type, m_stages.front());
    for (std::size_t stage = 1; stage < m_stages.size(); ++stage)
        QWidget::setTabOrder(m_stages[stage - 1], m_stages[stage]);
    QWidget::setTabOrder(m_stages.back(), m_ui->buttons);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("新建"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("取消"));
    connect(m_ui->type, &QComboBox::currentIndexChanged, this, &AddSchoolDialog::presetStages);
    connect(m_ui->code, &QLineEdit::textEdited, this, [this] { showError(*m_ui->codeError, *m_ui->code, {}); });
    connect(m_ui->name, &QLineEdit::textEdited, this, [this] { showError(*m_ui->nameError, *m_ui->name, {}); });
    for (QCheckBox* stage : m_stages)
        connect(stage, &QCheckBox::toggled, this, [this] { showError(*m_ui->stagesError, *m_stages.front(), {}); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &AddSchoolDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &AddSchoolDialog::reject);
}

AddSchoolDialog::~AddSchoolDialog() = default;

QString AddSchoolDialog::code() const {
    return model::parseSchoolCode(m_ui->code->text()).value_or(QString());
}

workspace::SchoolEntry AddSchoolDialog::entry() const {
    workspace::SchoolEntry school{.code = m_ui->code->text(),
                                  .name = m_ui->name->text().trimmed(),
                                  .type = m_ui->type->currentText(),
                                  .stages = {}};
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        if (m_stages[stage]->isChecked())
            school.stages << model::stageId(static_cast<model::Stage>(stage));
    }
    return school;
}

void AddSchoolDialog::presetStages() {
    showError(*m_ui->typeError, *m_ui->type, {});
    const auto usual = model::usualStages(static_cast<model::SchoolType>(m_ui->type->currentIndex()));
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage)
        m_stages[stage]->setChecked(std::ranges::find(usual, static_cast<model::Stage>(stage)) != usual.end());
}

void AddSchoolDialog::showError(QLabel& place, QWidget& field, const QString& sentence) {
    place.setVisible(!sentence.isEmpty());
    place.setText(sentence.isEmpty() ? QString() : markOf(Tone::Bad) + u' ' + sentence);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, inkOf(Tone::Bad, colors));
    place.setPalette(colors);
    place.setMinimumHeight(sentence.isEmpty() ? 0 : place.heightForWidth(m_ui->code->width()));
    field.setAccessibleDescription(sentence);
}

// Says everything that is wrong at once; the focus goes to the first field of those.
bool AddSchoolDialog::check() {
    const auto code = model::parseSchoolCode(m_ui->code->text());
    const workspace::SchoolEntry school = entry();
    const std::array checks{
        std::tuple<QLabel*, QWidget*, QString>{
            m_ui->codeError, m_ui->code, code ? QString() : tr("应为十位数字，填的是“%1”。").arg(m_ui->code->text())},
        std::tuple<QLabel*, QWidget*, QString>{m_ui->nameError, m_ui->name,
                                               school.name.isEmpty() ? tr("请填写学校名称。") : QString()},
        std::tuple<QLabel*, QWidget*, QString>{m_ui->typeError, m_ui->type,
                                               school.type.isEmpty() ? tr("请选择办学类型。") : QString()},
        std::tuple<QLabel*, QWidget*, QString>{m_ui->stagesError, m_stages.front(),
                                               school.stages.isEmpty() ? tr("请至少选择一个学段。") : QString()}};
    QWidget* first = nullptr;
    for (const auto& [place, field, sentence] : checks) {
        showError(*place, *field, sentence);
        if (first == nullptr && !sentence.isEmpty())
            first = field;
    }
    if (first != nullptr)
        first->setFocus();
    return first == nullptr;
}

void AddSchoolDialog::accept() {
    if (!check())
        return;
    if (const auto added = m_workspace.structure().addSchool(entry()); !added) {
        showError(*m_ui->codeError, *m_ui->code, added.error().toString());
        m_ui->code->setFocus();
        return;
    }
    QDialog::accept();
}

} // namespace junheng::ui

#include "ui/dialogs/begin_year_dialog.h"

#include "model/school_year.h"
#include "ui_begin_year_dialog.h"

#include <QPushButton>

#include <algorithm>
#include <utility>

namespace junheng::ui {

BeginYearDialog::BeginYearDialog(workspace::YearChoice choice, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::BeginYearDialog>()), m_choice(std::move(choice)) {
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("开始"));
    m_ui->year->setRange(m_choice.first, m_choice.last);
    m_ui->year->setValue(m_choice.proposed);
    connect(m_ui->year, &QSpinBox::valueChanged, this, &BeginYearDialog::chooseYear);
    connect(m_ui->takeOver, &QRadioButton::toggled, this, &BeginYearDialog::validate);
    connect(m_ui->empty, &QRadioButton::clicked, this, [this] { m_wantsEmpty = true; });
    connect(m_ui->takeOver, &QRadioButton::clicked, this, [this] { m_wantsEmpty = false; });
    chooseYear(m_ui->year->value());
    m_ui->year->selectAll();
}

BeginYearDialog::~BeginYearDialog() = default;

NewYear BeginYearDialog::answer() const {
    const int year = m_ui->year->value();
    return {.year = year, .from = m_ui->takeOver->isChecked() ? m_choice.sourceOf(year) : std::nullopt};
}

void BeginYearDialog::chooseYear(int year) {
    // 2026—2027学年, of which only the first is typed.
    m_ui->year->setSuffix(model::schoolYearName(year).mid(QString::number(year).size()));
    const auto source = m_choice.sourceOf(year);
    m_ui->takeOver->setEnabled(source.has_value());
    m_ui->takeOver->setText(source ? tr("承接 %1(&C)").arg(model::schoolYearName(*source))
                                   : tr("承接：之前没有可以承接的学年(&C)"));
    (source && !m_wantsEmpty ? m_ui->takeOver : m_ui->empty)->setChecked(true);
    validate();
}

void BeginYearDialog::validate() {
    const int year = m_ui->year->value();
    const bool takesOver = m_ui->takeOver->isChecked();
    const bool isThere = std::ranges::find(m_choice.filled, year) != m_choice.filled.end();
    const bool possible = m_choice.mayBegin(year, takesOver);
    QString problem;
    if (isThere)
        problem = tr("文件中已经有%1。要看或改，请取消后在窗口上方选择该学年。").arg(model::schoolYearName(year));
    else if (!possible)
        problem = tr("%1已经开始，还是空白的：可以承接，不必再开始空白的。").arg(model::schoolYearName(year));
    m_ui->problem->setText(problem);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(possible);
}

} // namespace junheng::ui

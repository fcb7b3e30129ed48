#include "ui/dialogs/code_dialog.h"

#include "model/school_year.h"
#include "ui/dialogs/field_error.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using workspace::StructureStep;

CodeDialog::CodeDialog(workspace::Workspace& workspace, const QString& school, QWidget* parent)
    : StructureDialog(tr("更改标识码"), tr("更正“%1”的学校标识码").arg(workspace.data().schoolName(school)),
                      tr("更改(&M)"), Default::Doing, parent),
      m_structure(workspace.structure()), m_school(school), m_code(new QLineEdit(this)),
      m_error(new FieldError(*m_code, this)) {
    addForm();
    addYears();
    showPlan();
    m_code->setFocus();
}

void CodeDialog::addForm() {
    m_code->setObjectName(u"code"_s);
    m_code->setPlaceholderText(tr("十位数字"));
    m_error->setObjectName(u"codeError"_s);
    auto* now = new QLabel(m_school, this);
    now->setTextFormat(Qt::PlainText);
    now->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* form = new QFormLayout;
    form->addRow(tr("现在的标识码"), now);
    form->addRow(tr("正确的标识码(&C)"), m_code);
    form->addRow(QString(), m_error);
    fields().addLayout(form);
    connect(m_code, &QLineEdit::textEdited, this, [this] {
        m_error->say({});
        showPlan();
    });
}

void CodeDialog::addYears() {
    const auto others = m_structure.otherYearsOf(m_school);
    if (!others)
        return m_error->say(others.error().message);
    if (others->empty())
        return;
    auto* head = new WrappedLabel(this);
    head->showText(tr("其他学年也有 %1，要一并更正的请勾选：").arg(m_school));
    foot().addWidget(head);
    for (const workspace::CodeInYear& other : *others) {
        const QString name = QString(other.name).replace(u'&', u"&&"_s);
        m_years.push_back(
            {.year = other.year, .box = new QCheckBox(u"%1　%2"_s.arg(model::schoolYearName(other.year), name), this)});
        connect(m_years.back().box, &QCheckBox::toggled, this, [this] { m_error->say({}); });
        foot().addWidget(m_years.back().box);
    }
    auto* note = new WrappedLabel(this);
    note->showText(tr("没有勾选的学年不变，历年比较时当作另一所学校。每个学年是一步，到那个学年可以撤销。"));
    foot().addWidget(note);
}

void CodeDialog::showPlan() {
    QStringList lines{tr("只用来改正填错的标识码：数据、核查说明和修改记录都保留。"),
                      tr("学校确实换了标识码的（如撤并、重新编码），不要在这里更改，以前的学年应保留当时的标识码。")};
    if (const auto plan = m_structure.plan(edit()))
        lines << plan->lines;
    showLines(lines);
}

QString CodeDialog::code() const {
    return model::parseSchoolCode(m_code->text()).value_or(QString());
}

workspace::StructureEdit CodeDialog::edit() const {
    return {.step = StructureStep::CorrectCode, .school = m_school, .detail = m_code->text()};
}

std::vector<int> CodeDialog::tickedYears() const {
    std::vector<int> years;
    for (const Year& year : m_years) {
        if (year.box->isChecked())
            years.push_back(year.year);
    }
    return years;
}

// Why not all of it can be done; empty when it can.
QString CodeDialog::objection() const {
    if (const auto plan = m_structure.plan(edit()); !plan)
        return plan.error().message;
    for (const int year : tickedYears()) {
        if (const auto plan = m_structure.plan(edit(), year); !plan)
            return tr("%1：%2").arg(model::schoolYearName(year), plan.error().message);
    }
    return {};
}

void CodeDialog::accept() {
    if (const QString sentence = objection(); !sentence.isEmpty()) {
        m_error->say(sentence);
        return m_code->setFocus();
    }
    const workspace::StructureEdit wanted = edit();
    const std::vector<int> years = tickedYears();
    const auto done = m_structure.apply(wanted);
    if (!done) {
        m_error->say(done.error().message);
        return m_code->setFocus();
    }
    m_done = *done;
    for (const int year : years) {
        if (const auto other = m_structure.apply(wanted, year); !other) {
            m_failure = tr("%1没有更改：%2").arg(model::schoolYearName(year), other.error().message);
            break;
        }
        m_otherYears.push_back(year);
    }
    QDialog::accept();
}

} // namespace junheng::ui

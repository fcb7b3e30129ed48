#include "ui/dialogs/campus_dialog.h"

#include "model/county_year.h"
#include "ui/dialogs/field_error.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using workspace::StructureStep;

CampusDialog::CampusDialog(workspace::Workspace& workspace, const QString& school, QWidget* parent)
    : StructureDialog(tr("新增校区"), tr("给“%1”增加一个校区").arg(workspace.data().schoolName(school)), tr("新增(&A)"),
                      Default::Doing, parent),
      m_structure(workspace.structure()), m_school(school), m_name(new QLineEdit(this)),
      m_error(new FieldError(*m_name, this)) {
    m_name->setObjectName(u"campus"_s);
    m_error->setObjectName(u"campusError"_s);
    auto* form = new QFormLayout;
    form->addRow(tr("校区名称(&N)"), m_name);
    form->addRow(QString(), m_error);
    fields().addLayout(form);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_error->say({}); });
    // What a second campus asks for does not depend on its name.
    if (const auto plan =
            m_structure.plan({.step = StructureStep::AddCampus, .school = m_school, .detail = tr("新校区")}))
        showLines(plan->lines);
    m_name->setFocus();
}

void CampusDialog::accept() {
    if (m_name->text().trimmed().isEmpty()) {
        m_error->say(tr("请填写校区名称，如“东校区”；本部就填“本部”。"));
        return m_name->setFocus();
    }
    const auto done =
        m_structure.apply({.step = StructureStep::AddCampus, .school = m_school, .detail = m_name->text()});
    if (!done) {
        m_error->say(done.error().message);
        return m_name->setFocus();
    }
    m_done = *done;
    QDialog::accept();
}

} // namespace junheng::ui

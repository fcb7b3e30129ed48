// How the window goes from year to year.

#include "model/school_year.h"
#include "model/unconfirmed.h"
#include "ui/shell/busy_cursor.h"
#include "ui/shell/county_tasks.h"
#include "ui/shell/import_job.h"
#include "workspace/school_years.h"

namespace junheng::ui {

void CountyTasks::beginYear() {
    const auto choice = m_workspace.schoolYears().choice();
    if (!choice)
        return report(choice.error());
    const std::optional<NewYear> wanted = m_dialogs.beginYear(m_window, *choice);
    if (!wanted)
        return;
    m_job->cancel();
    const BusyCursor busy;
    if (const auto begun = m_workspace.schoolYears().begin(wanted->year, wanted->from); !begun)
        return report(begun.error());
    const QString year = model::schoolYearName(wanted->year);
    if (!wanted->from)
        return Q_EMIT news({.text = tr("已开始 %1，没有承接数据。可以撤销（Ctrl+Z）。").arg(year)});
    Q_EMIT news({.text = tr("已开始 %1，承接 %2 的 %3 所学校。承接的 %4 个数据未确认，请核对。可以撤销（Ctrl+Z）。")
                             .arg(year, model::schoolYearName(*wanted->from))
                             .arg(m_workspace.data().schools().rowCount())
                             .arg(model::unconfirmedCells(m_workspace.data()).size())});
}

QString CountyTasks::unconfirmedNote() const {
    const auto count = model::unconfirmedCells(m_workspace.data()).size();
    return count == 0 ? QString() : tr("注意：其中 %1 个数据承接自上年，尚未确认。").arg(count);
}

} // namespace junheng::ui

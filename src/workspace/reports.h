// What is reported of the open year, and the template workbook that asks for its data.
#pragma once

#include "base/error.h"
#include "document/paper/figure_painter.h"
#include "document/report.h"
#include "plan/gap.h"
#include "report/lists/lists.h"

#include <QDate>

#include <memory>
#include <span>

namespace junheng::workspace {

class DossierRun;
struct DossierOrder;
struct OpenCounty;

/// Handed out by Workspace::reports(); valid as long as the workspace. Nothing is changed by it. Without the county's
/// own standard there is no report: Workspace::standardError().
class Reports {
public:
    explicit Reports(const OpenCounty& county) : m_county(county) {}

    /// Writes the official tables as a workbook; atomically. `date` is printed on the cover line.
    [[nodiscard]] base::Outcome writeReport(const QString& path, const QDate& date) const;
    /// The schools that need work, to print or to export. `date` is printed in the caption. Errors: of
    /// SchoolList::Findings alone, those of Doubts::findings().
    [[nodiscard]] base::Result<document::Report> schoolList(report::SchoolList kind, const QDate& date) const;
    /// These sections of Workspace::assessment(), in this order; `how` says how they were chosen and sorted.
    [[nodiscard]] document::Report sectionList(std::span<const plan::SectionPlace> sections, const QString& how,
                                               const QDate& date) const;
    /// 自评报告 by the bureau's own template or the program's; `date` stands below it. Errors: "report.template".
    [[nodiscard]] base::Result<document::Report> selfEvaluation(const QDate& date) const;
    /// 一校一册 of one school. Errors: "dossier.unknown_school", those of SchoolYears::earlier().
    [[nodiscard]] base::Result<document::Report> dossier(const QString& school, const QDate& date) const;
    /// 学校自评表 of one school. Errors: likewise.
    [[nodiscard]] base::Result<document::Report> schoolSelfEvaluation(const QString& school, const QDate& date) const;
    /// A run that writes what was ordered, over copies. Errors: likewise, and "dossier.no_school".
    [[nodiscard]] base::Result<std::unique_ptr<DossierRun>> dossiers(const DossierOrder& order,
                                                                     const document::FigurePainter& figures) const;
    /// Writes the template workbook. With `prefill` it holds the current year's data; a year without schools yet begins
    /// with what stays from the newest earlier one. The figures of that earlier year show while a cell is chosen.
    [[nodiscard]] base::Outcome writeTemplate(const QString& path, bool prefill) const;

private:
    const OpenCounty& m_county;
};

} // namespace junheng::workspace

// 一校一册: everything about one school as a report of its own; its last part is the 学校自评表.
#pragma once

#include "document/report.h"
#include "plan/gap.h"
#include "plan/missing_cells.h"
#include "report/dossier/earlier_year.h"
#include "report/lists/evidence_pieces.h"
#include "report/official/official_tables.h"
#include "report/official/table_parts.h"

#include <span>

namespace junheng::report {

struct SchoolView;

/// Finds out once what the dossiers of a county's schools share, then makes one after the other. Computes no indicator
/// and no verdict. Missing figures read 待填报; a stage that is not judged says why.
class DossierMaker {
public:
    /// `sources` as for the official tables; `earlier` ascending and by the same standard. All of them outlive the
    /// maker unchanged.
    DossierMaker(const Sources& sources, std::span<const EarlierYear> earlier, ReportInfo info);

    /// Of a school of the year.
    [[nodiscard]] document::Report dossier(const QString& school);
    /// 学校自评表 alone.
    [[nodiscard]] document::Report selfEvaluation(const QString& school);

private:
    [[nodiscard]] SchoolView viewOf(const QString& school);
    [[nodiscard]] document::Report empty(const QString& title) const;

    Sources m_sources;
    std::span<const EarlierYear> m_earlier;
    ReportInfo m_info;
    plan::GapFinder m_finder;
    std::vector<plan::MissingCell> m_blanks; ///< by school
    std::vector<EvidencePiece> m_evidence;
};

} // namespace junheng::report

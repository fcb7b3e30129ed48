// The parts of a dossier, in their order. Internal to this room.
#pragma once

#include "report/dossier/school_view.h"

namespace junheng::report {

/// Name, code, type, sponsor, years, campuses.
document::Table identityTable(const SchoolView& school);
/// Pupils, classes and teachers of every stage, as entered.
document::Table sectionsTable(const SchoolView& school);
/// Premises and equipment of every campus, as entered.
document::Table premisesTable(const SchoolView& school);

/// The resource indicators of every stage, its verdict and what it must do; or why it is not judged.
std::vector<document::Block> indicatorBlocks(const SchoolView& school);
/// The years that the file holds, as tables; then the figures, two beside one another.
std::vector<document::Block> courseBlocks(const SchoolView& school);
/// What the school fails, or passes by a relaxation, of the indicators of government and quality.
document::Block findingsBlock(const SchoolView& school);
document::Block blanksBlock(const SchoolView& school);
/// What is doubtful about the school's data, with what is said of it.
document::Block checksBlock(const SchoolView& school);
document::Block evidenceBlock(const SchoolView& school);
/// Where 填报人, 审核人, 校长 and the seal come.
document::Table signatureTable();

/// 学校自评表, on pages of its own.
document::Table selfEvaluationForm(const SchoolView& school);

} // namespace junheng::report

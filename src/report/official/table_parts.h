// The official tables, one function each; see official_tables.h.
#pragma once

#include "document/report.h"
#include "report/sources.h"

namespace junheng::report {

/// officialTables() of these sources.
struct ReportInfo;
document::Report officialTables(const Sources& sources, const ReportInfo& info);

/// 表Ⅰ: body and notes, columns and head; the caption's left and centre and the signature are the caller's.
document::Table basicsTable(const Sources& sources);
/// 表Ⅱ-1, likewise.
document::Table resourcesTable(const Sources& sources);
/// 表Ⅱ-2, likewise.
document::Table schoolsTable(const Sources& sources);
/// 表Ⅲ, likewise.
document::Table balanceTable(const Sources& sources);
/// 表Ⅳ and 表Ⅴ, likewise. Rows in the order of the standard.
document::Table governmentTable(const Sources& sources);
document::Table qualityTable(const Sources& sources);
/// 表Ⅵ, likewise, of a standard with an approval.
document::Table surveyTable(const Sources& sources);

/// 人、㎡、元、间: the units of the indicators, each once.
QString indicatorUnits(const standard::Standard& standard);

/// L7, L8, ...: the columns of the resource indicators in table Ⅱ-2, by which its remarks name them.
QStringList schoolColumns(const standard::Standard& standard);

/// The official wording with its thresholds: "每百名学生拥有…：小学、初中分别达到4.2人以上、5.3人以上".
QString resourceWording(const standard::ResourceIndicator& indicator);

/// The sign of a relaxation behind a figure: ①, ②, ... by its place in the standard; empty for -1.
QString relaxationSign(int relaxation);
/// Behind a figure whose print would give another verdict.
QString borderlineSign();
/// What borderlineSign() means.
QString borderlineNote();

/// 零, 一, 两, ... 十, 二十一 as in 保留两位小数 and 七项指标; figures from 100 on.
QString countWord(int count);

/// 注：1. …, then 2. …, 3. … below it.
QStringList numbered(const QStringList& notes);

} // namespace junheng::report

// The rules of indicators as live formulas, one a kind and file: the lines in the sheet of the part, and where schools
// are judged one by one a sheet of them.
#pragma once

#include "workings/parts/part_sheet.h"

namespace junheng::workings {

/// Each writes its lines into `part`, which begun the indicator; the attested conclusion is added by describe().
void describeRule(const standard::RatioRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::SchoolSizeRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::RoomsRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::ClassSizeRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::SmallSchoolFundsRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::SpecialFundsRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::AmountsRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::ComparisonRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::SchoolShareRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::SchoolFlagRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::SchoolGradeRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::AttestedRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::MonitoringRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::YearsSinceRule& rule, const RuleSources& from, PartSheet& part);
/// Their figures are not of this workbook: the status is that of the assessment.
void describeRule(const standard::PriorYearsRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::BalanceRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::SchoolByPopulationRule& rule, const RuleSources& from, PartSheet& part);
void describeRule(const standard::ReachedRule& rule, const RuleSources& from, PartSheet& part);

/// 达标, 未达标, 不适用, or 待填报 where it is blank or 待定.
Live conclusionStatus(const RawFigures& raw, const QString& indicatorId);

/// A sheet of single schools, named after the indicator: number and name of the school.
LiveSheet schoolsSheet(const standard::Indicator& indicator, const QString& caption);
constexpr int kFirstSchoolsColumn = 2;
/// The row of a school, by row of year().schools().
document::Row schoolHead(const model::CountyYear& year, int number, int school);

/// A relaxation that is in force, and its sign: ①, ②, ... by its place in the indicator.
struct Relaxed {
    const standard::SchoolRelaxation* relaxation;
    QString sign;
};
std::vector<Relaxed> relaxationsOf(const standard::Indicator& indicator, const model::CountyYear& year);
/// "①2016年及之前…；②…": for the caption of the sheet of schools; empty without any.
QString captionOf(const PartSheet& part, const RuleSources& from);

/// Where no school is entered, no rule over schools is judged.
bool lacksSchools(const RuleSources& from, PartSheet& part);

} // namespace junheng::workings

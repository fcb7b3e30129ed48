#include "workings/parts/school_scope.h"

#include "model/asked.h"
#include "model/items.h"
#include "workings/parts/digits.h"
#include "workings/tr.h"

#include "report/cells.h"

#include <algorithm>

namespace junheng::workings {

using document::Table;
using document::textCell;

namespace {

using model::Stage;
using standard::kJudgedStages;

constexpr std::array kStages{Stage::Primary, Stage::Junior, Stage::Senior, Stage::Special};
constexpr int kSchoolTypeColumn = 2;

const SheetWord& presentWord() {
    static const SheetWord word(tr("有"));
    return word;
}

const SheetWord& absentWord() {
    static const SheetWord word(tr("无"));
    return word;
}

SheetWord flagWord(std::int64_t amount) {
    const auto& flag = model::itemOf(items::independent_accounts);
    return SheetWord(model::displayText(flag, model::Observation::ofAmount(amount)));
}

const SheetWord& specialType() {
    static const SheetWord word(
        model::itemOf(items::school_type).choices.at(static_cast<qsizetype>(model::SchoolType::Special)));
    return word;
}

} // namespace

const SheetWord& yesWord() {
    static const SheetWord word = flagWord(1);
    return word;
}

const SheetWord& noWord() {
    static const SheetWord word = flagWord(0);
    return word;
}

SchoolScope::SchoolScope(const RawFigures& raw)
    : m_raw(raw), m_sheet(tr("学校-范围"), tr("学校范围（各学段、义务教育阶段学生数）"),
                          tr("某学段有学生（或学生数待填报）为“有”，应有而没有填报为“待填报”；义务教育学校指有小学或初"
                             "中学生的学校，不含特殊教育学校")) {
    m_sheet.addColumn(tr("序号"), 6);
    m_sheet.addColumn(tr("学校名称"), 26);
    m_sheet.addColumn(tr("办学类型"), 18);
    m_firstStage = kSchoolTypeColumn + 1;
    for (const Stage stage : kStages)
        m_sheet.addColumn(model::stageName(stage), 8);
    m_pupils = m_sheet.addColumn(tr("义务教育阶段学生数"), 14);
    m_compulsory = m_sheet.addColumn(tr("义务教育学校"), 12);
    m_any = m_sheet.addColumn(tr("义务教育学校和特殊教育学校"), 16);
    for (int school = 0; school < raw.year().schools().rowCount(); ++school)
        addSchool(school);
}

void SchoolScope::addSchool(int school) {
    const model::SchoolRows& rows = m_raw.year().schoolRows()[static_cast<std::size_t>(school)];
    const QString code = m_raw.year().schools().key(school).school;
    m_sheet.addRow(rowHead(school + 1, m_raw.year().schoolName(code)));
    const Live type = m_raw.school(school, items::school_type);
    const Live shown =
        m_sheet.put(school, kSchoolTypeColumn, live::choose(live::isBlank(type), Live(words().missing), type));
    std::vector<Live> given;
    std::vector<Live> pupils;
    std::vector<Live> compulsory;
    for (const Stage stage : kStages) {
        const int row = rows.sectionOf(stage);
        addStage(school, stage, row, shown);
        if (stage != Stage::Primary && stage != Stage::Junior)
            continue;
        const Live cell = m_sheet.own(school, m_firstStage + static_cast<int>(stage));
        compulsory.push_back(live::isNot(live::equal(cell, absentWord())));
        if (row >= 0) {
            pupils.push_back(m_raw.section(row, items::pupils));
            given.push_back(live::isNumber(pupils.back()));
        } else {
            given.push_back(live::equal(cell, absentWord()));
        }
    }
    m_sheet.put(school, m_pupils, live::choose(live::all(given), live::sum(pupils), words().missing));
    const Live special = live::equal(shown, specialType());
    const Live isOne = m_sheet.put(
        school, m_compulsory,
        live::choose(live::all({live::any(compulsory), live::isNot(special)}), Live(yesWord()), Live(noWord())));
    m_sheet.put(school, m_any,
                live::choose(live::any({live::equal(isOne, yesWord()), special}), Live(yesWord()), Live(noWord())));
}

void SchoolScope::addStage(int school, Stage stage, int row, const Live& type) {
    const int column = m_firstStage + static_cast<int>(stage);
    if (row >= 0) {
        const Live empty = live::isZero(m_raw.section(row, items::pupils));
        m_sheet.put(school, column, live::choose(empty, absentWord(), presentWord()));
        return;
    }
    std::vector<Live> runs;
    const QStringList& types = model::itemOf(items::school_type).choices;
    for (qsizetype i = 0; i < types.size(); ++i) {
        const auto stages = model::obligatoryStages(static_cast<model::SchoolType>(i));
        if (std::ranges::find(stages, stage) != stages.end())
            runs.push_back(live::equal(type, Live::text(types.at(i))));
    }
    if (runs.empty())
        m_sheet.put(school, textCell(column, absentWord().text), absentWord().text);
    else
        m_sheet.put(school, column, live::choose(live::any(runs), words().missing, absentWord()));
}

Live SchoolScope::hasStage(int school, Stage stage) const {
    return live::equal(m_sheet.at(school, m_firstStage + static_cast<int>(stage)), presentWord());
}

Live SchoolScope::lacksRow(int school, Stage stage) const {
    return live::equal(m_sheet.at(school, m_firstStage + static_cast<int>(stage)), words().missing);
}

Live SchoolScope::compulsoryPupils(int school) const {
    return m_sheet.at(school, m_pupils);
}

LiveRange SchoolScope::types() const {
    return m_sheet.column(kSchoolTypeColumn);
}

Live SchoolScope::isCompulsory(int school) const {
    return live::equal(m_sheet.at(school, m_compulsory), yesWord());
}

Live SchoolScope::isSpecial(int school) const {
    return live::equal(m_sheet.at(school, kSchoolTypeColumn), specialType());
}

Live SchoolScope::isAny(int school) const {
    return live::equal(m_sheet.at(school, m_any), yesWord());
}

Table SchoolScope::finish() {
    return m_sheet.finish(m_firstStage, 2);
}

Live appliesTo(const standard::SchoolRelaxation& relaxation, int school, const RawFigures& raw,
               const SchoolScope& scope) {
    const model::SchoolRows& rows = raw.year().schoolRows()[static_cast<std::size_t>(school)];
    std::vector<Live> conditions;
    if (relaxation.flag != nullptr)
        conditions.push_back(live::equal(raw.school(school, *relaxation.flag), yesWord()));
    if (relaxation.builtBy) {
        const Live built = raw.school(school, items::built_year);
        conditions.push_back(live::isNumber(built));
        conditions.push_back(
            live::atMost(live::figureOf(built), Live::number(static_cast<double>(*relaxation.builtBy))));
    }
    if (relaxation.hasJunior) {
        const Live junior = scope.hasStage(school, Stage::Junior);
        conditions.push_back(*relaxation.hasJunior ? junior : live::isNot(junior));
    }
    std::vector<Live> migrants;
    std::vector<Live> heads;
    for (const Stage stage : kJudgedStages) {
        const int row = rows.sectionOf(stage);
        if (row < 0) {
            if (relaxation.largestClassBelow || relaxation.migrantShareAbove)
                conditions.push_back(live::isNot(scope.lacksRow(school, stage)));
            continue;
        }
        const Live has = scope.hasStage(school, stage);
        if (relaxation.largestClassBelow) {
            const Live largest = raw.section(row, items::largest_class);
            const Live bound = Live::number(static_cast<double>(*relaxation.largestClassBelow));
            const Live below = live::all({live::isNumber(largest), live::above(bound, live::figureOf(largest))});
            conditions.push_back(live::any({live::isNot(has), below}));
        }
        if (relaxation.migrantShareAbove) {
            const Live pupils = raw.section(row, items::pupils);
            const Live migrant = raw.section(row, items::migrant_pupils);
            const Live given = live::all({live::isNumber(pupils), live::isNot(live::isBlank(migrant))});
            conditions.push_back(live::any({live::isNot(has), given}));
            migrants.push_back(live::choose(has, live::figureOf(migrant), Live::number(0.0)));
            heads.push_back(live::figureOf(pupils));
        }
    }
    if (relaxation.migrantShareAbove) {
        const Live wanted = live::times(Live::number(relaxation.migrantShareAbove->value), live::sum(heads));
        conditions.push_back(live::holds(live::sum(migrants), standard::Bound::Above, wanted, kRatioDigits));
    }
    return live::all(conditions);
}

} // namespace junheng::workings

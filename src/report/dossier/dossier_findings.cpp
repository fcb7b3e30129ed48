// What a school has to do, fill in and prove.

#include "report/dossier/dossier_parts.h"

#include "assess/shortfall.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Block;
using document::Cell;
using document::leftCell;
using document::Row;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using assess::IndicatorResult;
using assess::SchoolResult;
using standard::Indicator;

bool looksAtSchools(const Indicator& indicator) {
    return std::visit(
        []<class Rule>(const Rule& rule) {
            if constexpr (std::is_same_v<Rule, standard::RatioRule>)
                return std::ranges::any_of(rule.parts,
                                           [](const standard::RatioPart& part) { return part.sections.has_value(); });
            else
                return std::is_same_v<Rule, standard::SchoolSizeRule> || std::is_same_v<Rule, standard::RoomsRule> ||
                       std::is_same_v<Rule, standard::ClassSizeRule> ||
                       std::is_same_v<Rule, standard::SmallSchoolFundsRule> ||
                       std::is_same_v<Rule, standard::SpecialFundsRule> ||
                       std::is_same_v<Rule, standard::SchoolShareRule> ||
                       std::is_same_v<Rule, standard::SchoolFlagRule> ||
                       std::is_same_v<Rule, standard::SchoolGradeRule>;
        },
        indicator.rule);
}

/// What the assessment says of the school, indicator by indicator.
class Findings {
public:
    explicit Findings(const SchoolView& school) : m_school(school) {}

    void add(const std::vector<Indicator>& indicators, const std::vector<IndicatorResult>& results) {
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            for (const SchoolResult& finding : results[i].schools) {
                if (finding.schoolRow == m_school.row)
                    addRow(indicators[i], results[i], finding);
            }
        }
    }

    Table make() {
        Table table = headedTable(tr("须整改或按放宽条件达标的项目"));
        setHead(table, {{tr("指标"), 26}, {tr("本校情况"), 76}, {tr("结论"), 12}});
        table.body = std::move(m_rows);
        QStringList notes;
        for (qsizetype i = 0; i < m_relaxations.size(); ++i)
            notes << tr("标%1的按放宽条件达标：%2。").arg(relaxationSign(static_cast<int>(i)), m_relaxations[i]);
        if (!notes.isEmpty())
            table.notes = numbered(notes);
        return table;
    }

private:
    void addRow(const Indicator& indicator, const IndicatorResult& result, const SchoolResult& finding) {
        QString said = assess::schoolFinding(indicator, finding);
        if (finding.stage)
            said = tr("%1：%2").arg(m_school.stageTitle(*finding.stage), said);
        if (const QString lacking = shortfall(indicator, result, finding); !lacking.isEmpty())
            said += tr("；%1").arg(lacking);
        if (finding.relaxation >= 0)
            said += relaxed(indicator, finding);
        Cell verdict = textCell(2, assess::statusWord(finding.status));
        verdict.mark = markOf(finding.status);
        m_rows.push_back(
            {{leftCell(0, indicatorLabel(indicator.id, indicator.shortName)), leftCell(1, said), std::move(verdict)}});
    }

    // "①（不放宽时 2150，限值 2000，未达标）"
    QString relaxed(const Indicator& indicator, const SchoolResult& finding) {
        const QString& title = indicator.relaxations[at(finding.relaxation)].title;
        if (!m_relaxations.contains(title))
            m_relaxations << title;
        return tr("%1（不放宽时 %2，限值 %3，%4）")
            .arg(relaxationSign(static_cast<int>(m_relaxations.indexOf(title))),
                 assess::printedSchoolFigure(indicator, finding.valueWithout),
                 assess::printedSchoolFigure(indicator, finding.limitWithout),
                 assess::statusWord(finding.statusWithout));
    }

    // What it still takes, where that can be counted.
    [[nodiscard]] QString shortfall(const Indicator& indicator, const IndicatorResult& result,
                                    const SchoolResult& finding) const {
        for (const assess::Shortfall& lacking : assess::shortfallsOf(m_school.year(), indicator, result)) {
            if (lacking.schoolRow == finding.schoolRow && lacking.stage == finding.stage &&
                lacking.part == finding.part)
                return assess::shortfallSentence(lacking);
        }
        return {};
    }

    const SchoolView& m_school;
    std::vector<Row> m_rows;
    QStringList m_relaxations; ///< titles, by their signs
};

} // namespace

Block findingsBlock(const SchoolView& school) {
    Findings findings(school);
    findings.add(school.standard().government, school.sources.assessment.government);
    findings.add(school.standard().quality, school.sources.assessment.quality);
    Table table = findings.make();
    if (!table.body.empty())
        return table;
    const standard::Standard& standard = school.standard();
    const auto isOfSchools = [&](const QString& id) {
        return std::ranges::find(standard.government, id, &standard::Indicator::id) != standard.government.end() ||
               std::ranges::find(standard.quality, id, &standard::Indicator::id) != standard.quality.end();
    };
    const bool waits = std::ranges::any_of(
        school.blanks, [&](const plan::MissingCell& blank) { return std::ranges::any_of(blank.blocks, isOfSchools); });
    return sentence(waits ? tr("已填报的数据中没有；还有待填报的，见第五部分。") : tr("没有。"));
}

Block blanksBlock(const SchoolView& school) {
    Table table = headedTable(tr("待填报的项目"));
    setHead(table,
            {{tr("序号"), 7}, {tr("项目"), 40}, {tr("学段、校区等"), 16}, {tr("影响的指标"), 20}, {tr("说明"), 31}});
    for (const plan::MissingCell& blank : school.blanks)
        table.body.push_back(
            {{serialCell(static_cast<int>(table.body.size()) + 1), leftCell(1, blank.cell.item->heading()),
              textCell(2, model::partLabel(blank.cell.subject)), leftCell(3, blank.blocks.join(tr("、"))),
              leftCell(4, blank.whys.join(tr("；")))}});
    if (table.body.empty())
        return sentence(tr("没有，各项指标所需的数据都已填报。"));
    return table;
}

Block evidenceBlock(const SchoolView& school) {
    Table table = headedTable(tr("佐证材料"));
    setHead(table, {{tr("指标"), 28}, {tr("材料名称"), 44}, {tr("说明"), 42}});
    const auto add = [&](const QString& id, const QString& shortName) {
        for (const EvidencePiece& piece : school.evidence) {
            if (piece.indicator == id)
                table.body.push_back(
                    {{leftCell(0, indicatorLabel(id, shortName)), leftCell(1, piece.name), leftCell(2, piece.note)}});
        }
    };
    for (const standard::ResourceIndicator& indicator : school.standard().resource)
        add(indicator.id, indicator.shortName);
    for (const auto* indicators : {&school.standard().government, &school.standard().quality}) {
        for (const Indicator& indicator : *indicators) {
            if (looksAtSchools(indicator))
                add(indicator.id, indicator.shortName);
        }
    }
    if (table.body.empty())
        return sentence(tr("县级文件中还没有与学校有关的指标的佐证材料。"));
    table.notes = {tr("注：佐证材料按指标存放在县级文件中，为全县共用。")};
    return table;
}

Table signatureTable() {
    // Room to write and for the seal.
    const QString room(3, QChar(u'\n'));
    Table table = headedTable(tr("学校确认"));
    table.isClosing = true;
    table.columnWidths = {14, 43, 14, 43};
    const QString date = tr("　　　　年　　月　　日");
    table.body = {{{textCell(0, tr("填报人")), textCell(1, {}), textCell(2, tr("审核人")), textCell(3, {})}},
                  {{textCell(0, tr("校长签字")), textCell(1, room + date), textCell(2, tr("学校盖章")),
                    textCell(3, room + date)}}};
    return table;
}

} // namespace junheng::report

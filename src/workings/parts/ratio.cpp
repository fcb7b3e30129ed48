// Ratios of sums: over the county's own figures, or over the sections in scope, which are on a sheet one by one.

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/digits.h"
#include "workings/parts/rules.h"
#include "workings/parts/selection.h"
#include "workings/tr.h"

#include <algorithm>
#include <iterator>

namespace junheng::workings {

using document::Table;
using document::textCell;

namespace {

using model::Item;
using standard::Quantity;
using standard::RatioPart;

constexpr int kStageColumn = kFirstSchoolsColumn;
constexpr int kPartScopeColumn = kFirstSchoolsColumn + 1;
constexpr int kFirstItemColumn = kFirstSchoolsColumn + 2;
constexpr double kAddendWidth = 18;

std::vector<const Item*> itemsOf(const RatioPart& part) {
    std::vector<const Item*> items;
    for (const auto* group :
         {&part.numerator.plus, &part.numerator.minus, &part.denominator.plus, &part.denominator.minus, &part.shown}) {
        for (const Item* item : *group) {
            if (std::ranges::find(items, item) == items.end())
                items.push_back(item);
        }
    }
    return items;
}

/// The sections of an indicator's parts: which are in scope, and what they have.
class SectionsSheet {
public:
    SectionsSheet(const standard::RatioRule& rule, const RuleSources& from, const standard::Indicator& indicator)
        : m_from(from), m_sheet(schoolsSheet(indicator, tr("各学段逐一列出，合计见指标所在的判定表"))) {
        m_sheet.addColumn(tr("学段"), 8);
        m_sheet.addColumn(tr("参评范围"), 10);
        for (const RatioPart& part : rule.parts) {
            if (!part.sections)
                continue;
            for (const Item* item : itemsOf(part)) {
                if (!m_columns.contains(item))
                    m_columns.insert(item, m_sheet.addColumn(item->heading(), kAddendWidth));
            }
        }
        for (const RatioPart& part : rule.parts) {
            if (part.sections)
                addPart(part);
        }
    }

    [[nodiscard]] LiveRange scope(const RatioPart& part) const { return column(part, kPartScopeColumn); }
    [[nodiscard]] LiveRange item(const RatioPart& part, const Item& item) const {
        return column(part, m_columns.value(&item));
    }
    Table finish() { return m_sheet.finish(kPartScopeColumn, kFirstSchoolsColumn); }

private:
    void addPart(const RatioPart& part) {
        const model::CountyYear& year = m_from.sources.year;
        const int first = m_sheet.rowCount();
        for (const model::SchoolRows& school : year.schoolRows()) {
            for (const model::Stage stage : part.sections->stages) {
                if (school.sectionOf(stage) >= 0)
                    addSection(part, school.school, stage, school.sectionOf(stage));
                else if (m_from.scope.lacksRow(school.school, stage).isTrue())
                    addLack(part, school.school, stage);
            }
        }
        m_rows.push_back({&part, {first, m_sheet.rowCount() - 1}});
    }

    void addSection(const RatioPart& part, int school, model::Stage stage, int section) {
        const int row = m_sheet.addRow(schoolHead(m_from.sources.year, m_sheet.rowCount() + 1, school));
        m_sheet.put(row, textCell(kStageColumn, model::stageName(stage)));
        const Live empty = live::isZero(m_from.raw.section(section, items::pupils));
        const Live scope = m_sheet.put(row, kPartScopeColumn, scopeOf(*part.sections, school, section, empty));
        for (const auto& [item, column] : m_columns.asKeyValueRange()) {
            const auto items = itemsOf(part);
            if (std::ranges::find(items, item) == items.end())
                m_sheet.put(row, textCell(column, words().dash.text), words().dash.text);
            else
                addFigure(row, column, scope, empty, *item, m_from.raw.section(section, *item));
        }
    }

    // A section without pupils may leave its cells blank: it had no teachers left, or never ran.
    void addFigure(int row, int column, const Live& scope, const Live& empty, const Item& item, const Live& entered) {
        const Live nothing = live::all({empty, live::isBlank(entered)});
        m_sheet.put(row, column,
                    live::choose(live::equal(scope, words().inScope),
                                 live::choose(nothing, words().dash, known(entered, item)), words().dash));
    }

    // A stage that the school runs, of which nothing is known.
    void addLack(const RatioPart& part, int school, model::Stage stage) {
        const int row = m_sheet.addRow(schoolHead(m_from.sources.year, m_sheet.rowCount() + 1, school));
        m_sheet.put(row, textCell(kStageColumn, model::stageName(stage)));
        const Live lacks = m_from.scope.lacksRow(school, stage);
        m_sheet.put(row, kPartScopeColumn,
                    live::choose(live::any(conditionsOf(*part.sections, school, {}).outside), words().outOfScope,
                                 live::choose(lacks, words().missing, words().outOfScope)));
        for (const int column : m_columns)
            m_sheet.put(row, textCell(column, words().dash.text), words().dash.text);
    }

    struct Conditions {
        std::vector<Live> outside; ///< known not to belong
        std::vector<Live> unknown;
    };

    // `section` is empty where there is no row.
    [[nodiscard]] Conditions conditionsOf(const standard::SectionScope& scope, int school,
                                          std::optional<int> section) const {
        Conditions found;
        // A special school belongs only where 特教 does, whatever stages it runs.
        if (std::ranges::find(scope.stages, model::Stage::Special) == scope.stages.end())
            found.outside.push_back(m_from.scope.isSpecial(school));
        if (!scope.sponsorsExcept.empty()) {
            const Live sponsor = m_from.raw.school(school, items::sponsor);
            found.outside.push_back(anyOfWords(sponsor, model::itemOf(items::sponsor), scope.sponsorsExcept));
            found.unknown.push_back(live::isBlank(sponsor));
        }
        if (!scope.localities.empty()) {
            const Live locality = m_from.raw.school(school, items::locality);
            const Live open = live::any({live::isBlank(locality), live::equal(locality, words().notApplicable)});
            found.outside.push_back(
                live::isNot(live::any({open, anyOfWords(locality, model::itemOf(items::locality), scope.localities)})));
            found.unknown.push_back(live::isBlank(locality));
        }
        if (scope.withoutBoarding) {
            const Live ofSchool = m_from.raw.school(school, items::boarding);
            const Live own = section ? m_from.raw.section(*section, items::section_boarding) : ofSchool;
            const Live answered = live::any({live::equal(own, yesWord()), live::equal(own, noWord())});
            found.outside.push_back(live::equal(live::choose(answered, own, ofSchool), yesWord()));
            found.unknown.push_back(live::all({live::isNot(answered), live::isBlank(ofSchool)}));
        }
        return found;
    }

    // A condition known not to hold leaves the section out, whatever else is blank; one without pupils need not answer.
    [[nodiscard]] Live scopeOf(const standard::SectionScope& scope, int school, int section, const Live& empty) const {
        const Conditions found = conditionsOf(scope, school, section);
        const Live unclear = live::choose(empty, words().outOfScope, words().missing);
        const Live inside = found.unknown.empty() ? Live(words().inScope)
                                                  : live::choose(live::any(found.unknown), unclear, words().inScope);
        return found.outside.empty() ? inside : live::choose(live::any(found.outside), words().outOfScope, inside);
    }

    [[nodiscard]] LiveRange column(const RatioPart& part, int column) const {
        const auto rows = std::ranges::find(m_rows, &part, &std::pair<const RatioPart*, std::pair<int, int>>::first);
        return m_sheet.columnPart(column, rows->second.first, rows->second.second);
    }

    const RuleSources& m_from;
    LiveSheet m_sheet;
    QHash<const Item*, int> m_columns;
    std::vector<std::pair<const RatioPart*, std::pair<int, int>>> m_rows; ///< of each part: first, last
};

/// The lines of one part.
class PartLines {
public:
    PartLines(const RatioPart& part, const RuleSources& from, const SectionsSheet* sections, PartSheet& sheet)
        : m_part(part), m_from(from), m_sections(sections), m_sheet(sheet) {}

    void write() {
        for (const Item* item : itemsOf(m_part))
            m_known.insert(item, m_sheet.figure(figureName(item->code), sumOf(*item)));
        const Live numerator = total(m_part.numerator);
        if (m_part.numerator.plus.size() > 1 && m_sheet.hasFigure(m_part.id + QStringLiteral("_sum")))
            m_sheet.figure(
                m_part.id + QStringLiteral("_sum"),
                live::choose(incomplete(m_part.numerator), words().missing,
                             live::choose(lacksFigures(m_part.numerator), words().notApplicable, numerator)));
        constexpr double kWhole = 100;
        const Live share = live::times(live::dividedBy(numerator, total(m_part.denominator)), Live::number(kWhole));
        const Live ratio = m_sheet.figure(m_part.id, blocked(share));
        if (m_part.limit) {
            m_sheet.judge(ratio, m_part.bound, m_part.limit->value * 100, kRatioDigits);
            return;
        }
        // Only shown: in the way where an item is blank that is to be entered in any case.
        std::vector<Live> missing = missingOf(m_part.numerator, true);
        std::ranges::move(missingOf(m_part.denominator, true), std::back_inserter(missing));
        m_sheet.status(
            live::choose(live::all({live::any(missing), live::isNot(live::isNumber(ratio))}), ratio, words().dash));
    }

private:
    [[nodiscard]] QString figureName(const QString& code) const {
        const QString own = m_part.id + QChar(u'_') + code;
        return m_sheet.hasFigure(own) ? own : code;
    }

    [[nodiscard]] Live sumOf(const Item& item) const {
        if (!m_part.sections)
            return known(m_from.raw.county(item), item);
        const LiveRange cells = m_sections->item(m_part, item);
        const Live missing =
            live::any({live::above(live::countWord(cells, words().missing), Live::number(0.0)), scopeUnknown()});
        const Live none = live::equal(live::countNumbers(cells), Live::number(0.0));
        return live::choose(missing, words().missing, live::choose(none, words().notApplicable, live::sum(cells)));
    }

    // Whether it is not known of a section whether it belongs.
    [[nodiscard]] Live scopeUnknown() const {
        return live::above(live::countWord(m_sections->scope(m_part), words().missing), Live::number(0.0));
    }

    [[nodiscard]] std::vector<Live> missingOf(const Quantity& quantity, bool requiredOnly) const {
        std::vector<Live> missing;
        for (const auto* items : {&quantity.plus, &quantity.minus}) {
            for (const Item* item : *items) {
                if (item->required || !requiredOnly)
                    missing.push_back(live::equal(m_known.value(item).value(), words().missing));
            }
        }
        return missing;
    }
    [[nodiscard]] Live incomplete(const Quantity& quantity) const { return live::any(missingOf(quantity, false)); }
    [[nodiscard]] Live lacksFigures(const Quantity& quantity) const {
        std::vector<Live> given;
        for (const Item* item : quantity.plus)
            given.push_back(live::isNumber(m_known.value(item).value()));
        return live::isNot(live::any(given));
    }
    [[nodiscard]] Live total(const Quantity& quantity) const {
        std::vector<Live> plus;
        for (const Item* item : quantity.plus)
            plus.push_back(live::figureOf(m_known.value(item).value()));
        Live sum = live::sum(plus);
        for (const Item* item : quantity.minus)
            sum = live::minus(sum, live::figureOf(m_known.value(item).value()));
        return sum;
    }

    // The ratio, or why there is none.
    [[nodiscard]] Live blocked(const Live& ratio) const {
        const Live nothing =
            live::any({lacksFigures(m_part.denominator), live::atMost(total(m_part.denominator), Live::number(0.0))});
        // Where there is something to count in, "not applicable" cannot be what was counted.
        const Live uncounted = m_part.limit ? words().missing : words().notApplicable;
        const Live counted = live::choose(lacksFigures(m_part.numerator), uncounted, ratio);
        return live::choose(incomplete(m_part.denominator), words().missing,
                            live::choose(nothing, words().notApplicable,
                                         live::choose(incomplete(m_part.numerator), words().missing, counted)));
    }

    const RatioPart& m_part;
    const RuleSources& m_from;
    const SectionsSheet* m_sections;
    PartSheet& m_sheet;
    QHash<const Item*, std::optional<Live>> m_known;
};

} // namespace

void describeRule(const standard::RatioRule& rule, const RuleSources& from, PartSheet& part) {
    const bool overSections =
        std::ranges::any_of(rule.parts, [](const RatioPart& p) { return p.sections.has_value(); });
    if (!overSections) {
        for (const RatioPart& ratio : rule.parts)
            PartLines(ratio, from, nullptr, part).write();
        return;
    }
    SectionsSheet sections(rule, from, part.indicator());
    for (const RatioPart& ratio : rule.parts) {
        if (!ratio.sections || !lacksSchools(from, part))
            PartLines(ratio, from, &sections, part).write();
    }
    from.sheets.push_back(sections.finish());
}

} // namespace junheng::workings

// G4: compulsory pupils of a whole school, limited by its type.

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/rules.h"

#include "workings/tr.h"

#include <algorithm>

namespace junheng::workings {

using document::Table;

namespace {

using standard::SchoolSizeRule;

Live typeIsOneOf(const Live& type, const std::vector<model::SchoolType>& types) {
    const QStringList& choices = model::itemOf(items::school_type).choices;
    std::vector<Live> is;
    for (const model::SchoolType one : types)
        is.push_back(live::equal(type, Live::text(choices.at(static_cast<qsizetype>(one)))));
    return live::any(is);
}

const SheetWord& relaxedWord() {
    static const SheetWord word(tr("放宽后达标"));
    return word;
}

class SizeSheet {
public:
    SizeSheet(const SchoolSizeRule& rule, const RuleSources& from, const PartSheet& part)
        : m_rule(rule), m_from(from), m_part(part), m_sheet(schoolsSheet(part.indicator(), captionOf(part, from))) {
        m_type = m_sheet.addColumn(tr("办学类型"), 18);
        m_pupils = m_sheet.addColumn(tr("义务教育阶段学生数"), 12);
        for (const Relaxed& relaxed : relaxationsOf(part.indicator(), from.sources.year))
            m_relaxations.emplace_back(relaxed, m_sheet.addColumn(tr("符合%1").arg(relaxed.sign), 8));
        for (const auto& limit : rule.limits) {
            const QString text = limit.limit.text.toShortString();
            m_limits.push_back(m_sheet.addColumn(tr("%1限值（%2人，计放宽）").arg(limit.label, text), 12));
            m_statuses.push_back(m_sheet.addColumn(tr("%1判定").arg(limit.label), 12));
        }
        if (!rule.barred.empty())
            m_barred = m_sheet.addColumn(tr("不得附设义务教育班"), 12);
        m_status = m_sheet.addColumn(tr("判定"), 11);
        m_check = m_sheet.addCheckColumn();
        for (int school = 0; school < from.sources.year.schools().rowCount(); ++school)
            addSchool(school);
    }

    /// Schools over the printed limit, those that a relaxation lets pass included; 待填报 where one is not known.
    [[nodiscard]] Live countOf(const QString& figure) const {
        std::vector<Live> counts;
        for (std::size_t i = 0; i < m_rule.limits.size(); ++i) {
            if (m_rule.limits[i].countedAs != figure)
                continue;
            for (const SheetWord* word : {&words().unmet, &relaxedWord()})
                counts.push_back(live::countWord(m_sheet.column(m_statuses[i]), *word));
        }
        return complete(live::sum(counts));
    }
    [[nodiscard]] Live barredCount() const {
        if (m_barred < 0)
            return complete(Live::number(0.0));
        return complete(live::countWord(m_sheet.column(m_barred), words().unmet));
    }
    [[nodiscard]] Live status() const { return metUnless(m_sheet.column(m_status)); }

    Table finish() { return m_sheet.finish(m_pupils, kFirstSchoolsColumn); }

private:
    [[nodiscard]] Live complete(const Live& count) const {
        const Live missing = live::countWord(m_sheet.column(m_status), words().missing);
        return live::choose(live::above(missing, Live::number(0.0)), words().missing, count);
    }

    void addSchool(int school) {
        const int row = m_sheet.addRow(schoolHead(m_from.sources.year, school + 1, school));
        const Live in = m_from.scope.isCompulsory(school);
        const auto within = [&](const Live& formula) { return live::choose(in, formula, words().dash); };
        const Live entered = m_from.raw.school(school, items::school_type);
        const Live type =
            m_sheet.put(row, m_type, within(live::choose(live::isBlank(entered), words().missing, entered)));
        const Live pupils = m_sheet.put(row, m_pupils, within(m_from.scope.compulsoryPupils(school)));
        std::vector<Live> applies;
        for (const auto& [relaxed, column] : m_relaxations)
            applies.push_back(
                m_sheet.put(row, column,
                            within(live::choose(appliesTo(*relaxed.relaxation, school, m_from.raw, m_from.scope),
                                                yesWord(), noWord()))));
        std::vector<Live> unmet;
        for (std::size_t i = 0; i < m_rule.limits.size(); ++i)
            unmet.push_back(live::equal(addLimit(row, i, type, pupils, applies), words().unmet));

        Live barred = Live(QStringLiteral("FALSE"), false);
        if (m_barred >= 0) {
            const Live isBarred = live::all({typeIsOneOf(type, m_rule.barred), live::isNumber(pupils)});
            barred = live::equal(m_sheet.put(row, m_barred, live::choose(isBarred, words().unmet, words().dash)),
                                 words().unmet);
        }
        const Live known = live::all({live::isNot(live::equal(type, words().missing)), live::isNumber(pupils)});
        unmet.push_back(barred);
        const Live judged = live::choose(live::any(unmet), words().unmet, words().met);
        const Live status = m_sheet.put(row, m_status, within(live::choose(known, judged, words().missing)));
        m_sheet.putCheck(row, m_check, agreement(school, status));
    }

    // A type that may have no such pupils is not measured.
    [[nodiscard]] std::vector<model::SchoolType> typesOf(const SchoolSizeRule::SizeLimit& limit) const {
        std::vector<model::SchoolType> types;
        for (const model::SchoolType type : limit.types) {
            if (std::ranges::find(m_rule.barred, type) == m_rule.barred.end())
                types.push_back(type);
        }
        return types;
    }

    // The limit with what is relaxed, and what becomes of the school by it; —— for other types.
    Live addLimit(int row, std::size_t part, const Live& type, const Live& pupils, const std::vector<Live>& applies) {
        const Live least = Live::number(m_rule.limits[part].limit.value);
        std::vector<Live> limits{least};
        for (std::size_t i = 0; i < m_relaxations.size(); ++i) {
            if (const auto& relaxed = m_relaxations[i].first.relaxation->limits[part])
                limits.push_back(
                    live::choose(live::equal(applies[i], yesWord()), Live::number(relaxed->value), Live::number(0.0)));
        }
        const Live limit = m_sheet.put(
            row, m_limits[part],
            live::choose(typeIsOneOf(type, typesOf(m_rule.limits[part])), live::largest(limits), words().dash));
        const Live held = live::choose(live::atMost(pupils, least), words().met,
                                       live::choose(live::atMost(pupils, limit), relaxedWord(), words().unmet));
        return m_sheet.put(
            row, m_statuses[part],
            live::choose(live::all({live::isNumber(limit), live::isNumber(pupils)}), held, words().dash));
    }

    // Also that a limit is relaxed where the assessment says so, and only there.
    [[nodiscard]] Live agreement(int school, const Live& status) const {
        bool unmet = false;
        std::vector<Live> agree;
        for (const assess::SchoolResult& found : m_part.result().schools) {
            if (found.schoolRow != school)
                continue;
            unmet = unmet || found.status == assess::IndicatorStatus::Unmet;
            if (found.part < 0 || !found.limit)
                continue;
            const Live limit = m_sheet.own(school, m_limits[static_cast<std::size_t>(found.part)]);
            agree.push_back(live::equal(limit, Live::number(*found.limit)));
        }
        const Live same = live::equal(status, words().unmet);
        agree.push_back(unmet ? same : live::isNot(same));
        return live::all(agree);
    }

    const SchoolSizeRule& m_rule;
    const RuleSources& m_from;
    const PartSheet& m_part;
    LiveSheet m_sheet;
    std::vector<std::pair<Relaxed, int>> m_relaxations; ///< with the columns
    std::vector<int> m_limits;
    std::vector<int> m_statuses;
    int m_type = 0;
    int m_pupils = 0;
    int m_barred = -1;
    int m_status = 0;
    int m_check = 0;
};

} // namespace

void describeRule(const SchoolSizeRule& rule, const RuleSources& from, PartSheet& part) {
    if (lacksSchools(from, part))
        return;
    SizeSheet sheet(rule, from, part);
    for (const standard::FigureSpec& spec : part.indicator().figures) {
        const bool barred = &spec == &part.indicator().figures.back();
        part.figure(spec.name, barred ? sheet.barredCount() : sheet.countOf(spec.name));
    }
    part.line(tr("逐校判定"));
    part.status(sheet.status());
    from.sheets.push_back(sheet.finish());
}

} // namespace junheng::workings

#include "quality/measure.h"

#include "model/items.h"
#include "model/stage.h"

#include <algorithm>

namespace junheng::quality {

namespace {

using model::CellKey;
using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::Stage;
using model::SubjectKey;

// A small school has rooms, money and teachers that do not shrink with its pupils, and the law gives it the funds of
// 100.
constexpr double kSmallSchool = 100;
constexpr double kComparableSection = 50;

class Measurer {
public:
    Measurer(const CountyYear& year, const model::PlausibleRatio& ratio, const Corrections& corrections)
        : m_year(year), m_ratio(ratio), m_corrections(corrections) {}

    std::vector<Measure> take(std::optional<Stage> stage) {
        const Level level = m_ratio.numerator->level;
        if (level == Level::County)
            addCounty();
        else if (level == Level::Section && m_ratio.denominator != nullptr)
            eachRow(m_year.sections(), [&](int row) { addSection(m_year.sections().key(row), stage); });
        else if (m_ratio.denominator != nullptr)
            eachRow(m_year.schools(), [&](int row) { addSchool(m_year.schools().key(row)); });
        else
            eachRow(m_year.table(level), [&](int row) { addRow(m_year.table(level).key(row)); });
        return std::move(m_measures);
    }

private:
    // A sum as far as it is known; nothing once a figure is missing.
    struct Sum {
        bool complete = true;
        double number = 0;
        std::vector<CellKey> cells = {};
    };

    void add(Sum& sum, const SubjectKey& subject, const Item& item) const {
        const CellKey cell{.subject = subject, .item = &item};
        const Observation given = m_year.value(subject, item);
        sum.complete = sum.complete && !given.isMissing();
        if (given.isValue())
            sum.number += numberOf(item, given.amount) / m_corrections.value(cell, 1);
        sum.cells.push_back(cell);
    }

    Sum cellOf(const SubjectKey& subject, const Item& item) const {
        Sum sum;
        add(sum, subject, item);
        return sum;
    }

    Sum overSchool(const QString& school, const Item& item) const {
        Sum sum;
        if (item.level == Level::School) {
            add(sum, SubjectKey::ofSchool(school), item);
            return sum;
        }
        const model::LevelTable& table = m_year.table(item.level);
        const auto [first, last] = table.rowsOfSchool(school);
        sum.complete = first < last;
        for (int row = first; row < last; ++row)
            add(sum, table.key(row), item);
        return sum;
    }

    // Special schools and 高中 are built and paid otherwise.
    [[nodiscard]] bool isComparable(const QString& school) const {
        static const Item& pupils = itemAt(items::pupils);
        Sum heads;
        const auto [first, last] = m_year.sections().rowsOfSchool(school);
        for (int row = first; row < last; ++row) {
            if (isCompulsory(m_year.sections().key(row)))
                add(heads, m_year.sections().key(row), pupils);
        }
        return heads.number >= kSmallSchool;
    }

    void take(const SubjectKey& subject, const Sum& own, const Sum& beside, bool compared) {
        if (own.complete && beside.complete && own.number > 0 && beside.number > 0)
            m_measures.push_back({.subject = subject,
                                  .own = own.cells,
                                  .beside = beside.cells,
                                  .value = own.number / beside.number,
                                  .compared = compared});
    }

    void addSection(const SubjectKey& section, std::optional<Stage> stage) {
        static const Item& pupils = itemAt(items::pupils);
        if (!isCompulsory(section) || (stage && model::stageId(*stage) != section.part))
            return;
        take(section, cellOf(section, *m_ratio.numerator), cellOf(section, *m_ratio.denominator),
             cellOf(section, pupils).number >= kComparableSection);
    }

    void addSchool(const SubjectKey& school) {
        if (isComparable(school.school))
            take(school, overSchool(school.school, *m_ratio.numerator), overSchool(school.school, *m_ratio.denominator),
                 true);
    }

    void addRow(const SubjectKey& row) { take(row, cellOf(row, *m_ratio.numerator), {.number = 1}, true); }

    void addCounty() {
        const SubjectKey county = SubjectKey::ofCounty();
        Sum beside{.number = 1};
        if (m_ratio.denominator != nullptr && m_ratio.denominator->level == Level::County) {
            beside = cellOf(county, *m_ratio.denominator);
        } else if (m_ratio.denominator != nullptr) {
            beside.number = 0;
            eachRow(m_year.sections(), [&](int row) {
                if (const SubjectKey& section = m_year.sections().key(row); isCompulsory(section))
                    beside.number += cellOf(section, *m_ratio.denominator).number;
            });
        }
        take(county, cellOf(county, *m_ratio.numerator), beside, true);
    }

    const CountyYear& m_year;
    const model::PlausibleRatio& m_ratio;
    const Corrections& m_corrections;
    std::vector<Measure> m_measures;
};

} // namespace

double numberOf(const Item& item, std::int64_t amount) {
    auto number = static_cast<double>(amount);
    for (int digit = 0; digit < item.decimals; ++digit)
        number /= 10;
    return number;
}

QString plainNumber(double number) {
    int decimals = 3;
    for (double reached = number; reached >= 10 && decimals > 0; reached /= 10)
        --decimals;
    for (double reached = number; reached < 1 && reached > 0 && decimals < 6; reached *= 10)
        ++decimals;
    QString text = QString::number(number, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

std::vector<Measure> measuresOf(const CountyYear& year, const model::PlausibleRatio& ratio, std::optional<Stage> stage,
                                const Corrections& corrections) {
    return Measurer(year, ratio, corrections).take(stage);
}

} // namespace junheng::quality

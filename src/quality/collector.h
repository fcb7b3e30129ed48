// Where the checks put what they find. Internal to this room.
#pragma once

#include "quality/finding.h"

#include <functional>

namespace junheng::quality {

class Collector {
public:
    Collector(const model::CountyYear& year, const model::CountyYear* before) : m_year(year), m_before(before) {}

    [[nodiscard]] const model::CountyYear& year() const { return m_year; }
    /// nullptr where there is none.
    [[nodiscard]] const model::CountyYear* before() const { return m_before; }

    /// `cells` of the year, `earlier` of the year before.
    void add(const QString& check, Severity severity, const model::SubjectKey& subject, const QString& message,
             const std::vector<model::CellKey>& cells, const std::vector<model::CellKey>& earlier = {});

    [[nodiscard]] std::vector<Finding> take() && { return std::move(m_findings); }

private:
    [[nodiscard]] QString nameOf(const model::SubjectKey& subject) const;

    const model::CountyYear& m_year;
    const model::CountyYear* m_before;
    std::vector<Finding> m_findings;
};

/// Figures that contradict one another.
void findContradictions(Collector& found);
/// Figures that are unlikely by themselves or beside those of the other schools.
void findImplausible(Collector& found);
/// What changed since the year before.
void findChanges(Collector& found);

QString tr(const char* text);
/// A section of 小学 or 初中.
bool isCompulsory(const model::SubjectKey& section);
const model::Item& itemAt(const char16_t* code);
/// "30 人"; 待填报 when missing, 不适用.
QString figureText(const model::Item& item, const model::Observation& observation);

/// An item over the campuses of a school.
struct CampusSum {
    bool complete = false; ///< there is a campus, and none is blank; only then are amount and cells of use
    std::int64_t amount = 0;
    std::vector<model::CellKey> cells = {};
};
CampusSum overCampuses(const model::CountyYear& year, const QString& school, const model::Item& item);

/// Calls `visit` with the number of every row of a level.
void eachRow(const model::Table& table, const std::function<void(int row)>& visit);

} // namespace junheng::quality

// Where the checks put what they find. Internal to this room.
#pragma once

#include "quality/finding.h"
#include "quality/tr.h"

#include <QMultiHash>
#include <QSet>

#include <functional>

namespace junheng::quality {

class Collector {
public:
    Collector(const model::CountyYear& year, const model::CountyYear* before) : m_year(year), m_before(before) {}

    [[nodiscard]] const model::CountyYear& year() const { return m_year; }
    /// nullptr where there is none.
    [[nodiscard]] const model::CountyYear* before() const { return m_before; }

    /// `cells` of the year, `earlier` of the year before.
    void add(const QString& check, CheckSeverity severity, const model::SubjectKey& subject, const QString& message,
             const std::vector<model::CellKey>& cells, const std::vector<model::CellKey>& earlier = {});

    /// A column of figures that are wrong in the same way. `shown` are some of them, `all` those whose other findings
    /// have this one cause and are not told.
    void addColumn(const QString& check, const model::SubjectKey& subject, const QString& message,
                   const std::vector<model::CellKey>& shown, const std::vector<model::CellKey>& all);

    /// A finding so far rests on one of these cells and on one of those.
    [[nodiscard]] bool relates(const std::vector<model::CellKey>& some,
                               const std::vector<model::CellKey>& others) const;

    [[nodiscard]] std::vector<CheckFinding> take() &&;

private:
    [[nodiscard]] QString nameOf(const model::SubjectKey& subject) const;

    const model::CountyYear& m_year;
    const model::CountyYear* m_before;
    std::vector<CheckFinding> m_findings;
    QMultiHash<model::CellKey, std::size_t> m_findingOf; ///< those that rest on a cell, by their place in m_findings
    QSet<model::CellKey> m_explained;                    ///< by the finding of their column
    std::vector<std::size_t> m_columns;                  ///< findings of columns
};

/// Figures that contradict one another.
void findContradictions(Collector& found);
/// The part of them that is about the figures of the county.
void findCountyContradictions(Collector& found);
/// Figures outside of what they can be, or far from those of the other schools; to be asked after the contradictions.
void findOutOfBounds(Collector& found);
/// Figures that are unlikely beside others of the same row or county, or copied.
void findImplausible(Collector& found);
/// What changed since the year before.
void findChanges(Collector& found);
/// What was taken over from it and nobody has confirmed.
void findUnconfirmed(Collector& found);

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
void eachRow(const model::LevelTable& table, const std::function<void(int row)>& visit);

} // namespace junheng::quality

// Where the raw figures of government, quality, approval and table Ⅰ stand in the working sheets: what the sheets of
// the resources do not have already is on sheets of its own, each figure in one place.
#pragma once

#include "workings/formula/live_sheet.h"
#include "workings/parts/rule_items.h"
#include "workings/resources/working_layout.h"

#include <memory>
#include <optional>

namespace junheng::workings {

class RawFigures {
public:
    RawFigures(const report::Sources& sources, const WorkingLayout& layout);

    [[nodiscard]] const model::CountyYear& year() const { return m_year; }

    /// `row` of year().schools().
    [[nodiscard]] Live school(int row, const model::Item& item) const;
    [[nodiscard]] Live school(int row, const char16_t* code) const;
    [[nodiscard]] Live schoolCode(int row) const;
    [[nodiscard]] LiveRange schoolCodes() const;
    /// `row` of year().sections(); the item must be one that a rule reads there.
    [[nodiscard]] Live section(int row, const model::Item& item) const;
    [[nodiscard]] Live section(int row, const char16_t* code) const;
    /// All of them on the sheet of sections; neighbours as one range.
    [[nodiscard]] LiveRange section(int row, const std::vector<const model::Item*>& items) const;
    [[nodiscard]] Live county(const model::Item& item) const;
    [[nodiscard]] Live conclusion(const QString& indicatorId) const;
    /// Rooms of a school: kinds or areas; no cells where it has none.
    [[nodiscard]] LiveRange rooms(int schoolRow, const char16_t* code) const;
    [[nodiscard]] Live monitoring(int row, const char16_t* code) const;
    /// Of all groups.
    [[nodiscard]] LiveRange survey(const char16_t* code) const;
    /// Empty where the group has no row.
    [[nodiscard]] std::optional<Live> surveyOf(const QString& group, const char16_t* code) const;

    /// The sheets, those without rows left out. Ends the work.
    std::vector<document::Table> finish();

private:
    struct Sheet {
        LiveSheet live;
        int firstFigure = 0; ///< column
        int frozen = 0;
    };

    Sheet& addSheet(const QString& name, const QString& title);
    void addItems(Sheet& sheet, const std::vector<const model::Item*>& items);
    void addSchools();
    void addSections();
    void addRooms();
    void addCounty();
    void addConclusions();
    /// A sheet with one row a subject, which are told apart by their parts.
    const LiveSheet* addTable(model::Level level, const QString& name, const QString& title, const QString& partHeading,
                              const std::vector<const model::Item*>& items);
    /// Whether the sheets of the resources have the item of such sections.
    [[nodiscard]] bool isElsewhere(model::Stage stage, const model::Item& item) const;
    [[nodiscard]] std::optional<Live> elsewhere(int sectionRow, const model::Item& item) const;

    const report::Sources& m_sources;
    const model::CountyYear& m_year;
    const WorkingLayout& m_layout;
    RuleItems m_items;
    std::vector<std::unique_ptr<Sheet>> m_sheets;
    const LiveSheet* m_schools = nullptr;
    const LiveSheet* m_sections = nullptr;
    const LiveSheet* m_rooms = nullptr;
    const LiveSheet* m_county = nullptr;
    const LiveSheet* m_conclusions = nullptr;
    const LiveSheet* m_monitoring = nullptr;
    const LiveSheet* m_survey = nullptr;
    QHash<const model::Item*, int> m_columns; ///< where each item has one
    QHash<const model::Item*, int> m_countyRows;
    QHash<QString, int> m_conclusionRows;
    std::vector<int> m_sectionRows; ///< by row of year().sections(); -1: not on the sheet
};

} // namespace junheng::workings

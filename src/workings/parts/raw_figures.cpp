#include "workings/parts/raw_figures.h"

#include "model/items.h"
#include "report/cells.h"
#include "workings/formula/excel_formula.h"
#include "workings/tr.h"

#include <algorithm>
#include <cmath>

namespace junheng::workings {

using report::Sources;

using document::leftCell;
using document::Row;
using document::serialCell;
using document::Table;
using document::textCell;

namespace {

using model::Item;
using model::Level;
using model::Stage;

constexpr int kValueColumn = 3; // of the county's sheet
constexpr double kCodeWidth = 13;
constexpr double kNameWidth = 24;
constexpr double kRowNumberWidth = 6;

Row schoolRow(int number, const QString& code, const model::CountyYear& year) {
    return {{serialCell(number), textCell(kCodeColumn, code), leftCell(kRawNameColumn, year.schoolName(code))}};
}

// Wide enough for its heading in three lines, and for its choices or a code.
double widthOf(const Item& item) {
    constexpr double kHan = 2.4;
    const double least = item.kind == model::ItemKind::Text ? kCodeWidth : 9;
    constexpr double kLines = 3;
    double longest = 0;
    for (const QString& choice : item.choices)
        longest = std::max(longest, kHan * static_cast<double>(choice.size()));
    return std::max({least, longest, kHan * std::ceil(static_cast<double>(item.heading().size()) / kLines) + 1});
}

Stage stageOf(const model::SubjectKey& key) {
    return model::stageFromId(key.part).value();
}

} // namespace

RawFigures::RawFigures(const Sources& sources, const WorkingLayout& layout)
    : m_sources(sources), m_year(sources.year), m_layout(layout), m_items(ruleItemsOf(sources.standard)) {
    addSchools();
    addSections();
    if (m_items.rooms)
        addRooms();
    addCounty();
    addConclusions();
    if (m_items.monitoring)
        m_monitoring = addTable(Level::Monitoring, tr("质量监测-原始数据"), tr("质量监测原始数据"), tr("学科和年级"),
                                {&model::itemOf(items::monitored_level), &model::itemOf(items::monitored_gap)});
    if (sources.standard.approval)
        m_survey = addTable(Level::Survey, tr("社会认可度-原始数据"), tr("社会认可度问卷原始数据"), tr("调查对象"),
                            {&model::itemOf(items::survey_issued), &model::itemOf(items::survey_valid),
                             &model::itemOf(items::survey_satisfied), &model::itemOf(items::visits),
                             &model::itemOf(items::visits_satisfied)});
}

RawFigures::Sheet& RawFigures::addSheet(const QString& name, const QString& title) {
    const QString caption = tr("空白为待填报；可以在此改动，其余各表随之变动");
    m_sheets.push_back(std::make_unique<Sheet>(LiveSheet(name, title, caption)));
    Sheet& sheet = *m_sheets.back();
    sheet.live.addColumn(tr("序号"), kRowNumberWidth);
    return sheet;
}

void RawFigures::addItems(Sheet& sheet, const std::vector<const Item*>& items) {
    for (const Item* item : items) {
        const int column = sheet.live.addColumn(item->heading(), widthOf(*item));
        if (sheet.firstFigure == 0)
            sheet.firstFigure = column;
        m_columns.insert(item, column);
    }
}

void RawFigures::addSchools() {
    std::vector<const Item*> items;
    for (const Item* item : m_items.school) {
        if (std::ranges::find(m_layout.flags(), item) == m_layout.flags().end())
            items.push_back(item);
    }
    if (items.empty())
        return;
    Sheet& sheet = addSheet(tr("学校-原始数据二"), tr("学校原始数据二（举办者、经费、专用教室间数等）"));
    sheet.live.addColumn(tr("学校标识码"), kCodeWidth);
    sheet.live.addColumn(tr("学校名称"), kNameWidth);
    sheet.frozen = kFirstRawColumn;
    addItems(sheet, items);
    for (int row = 0; row < m_year.schools().rowCount(); ++row) {
        sheet.live.addRow(schoolRow(row + 1, m_year.schools().key(row).school, m_year));
        for (const Item* item : items)
            sheet.live.putEntered(row, m_columns.value(item), *item, m_year.schools().at(row, *item));
    }
    m_schools = &sheet.live;
}

bool RawFigures::isElsewhere(Stage stage, const Item& item) const {
    if (const WorkingStage* judged = m_layout.stage(stage))
        return m_layout.sectionItem(*judged, 0, item).has_value();
    return stage == Stage::Senior && &item == &model::itemOf(items::pupils);
}

std::optional<Live> RawFigures::elsewhere(int row, const Item& item) const {
    const model::SubjectKey& key = m_year.sections().key(row);
    if (const WorkingStage* judged = m_layout.stage(stageOf(key)))
        return m_layout.sectionItem(*judged, m_layout.indexOf(row), item);
    if (!isElsewhere(stageOf(key), item))
        return std::nullopt;
    const int school = m_year.schools().find(model::SubjectKey::ofSchool(key.school));
    return m_layout.pupils(m_year.schoolRows()[static_cast<std::size_t>(school)], Stage::Senior);
}

void RawFigures::addSections() {
    std::array<std::vector<const Item*>, model::kStageCount> own;
    std::vector<const Item*> items;
    m_sectionRows.assign(static_cast<std::size_t>(m_year.sections().rowCount()), -1);
    for (int row = 0; row < m_year.sections().rowCount(); ++row) {
        const Stage stage = stageOf(m_year.sections().key(row));
        auto& ofStage = own[static_cast<std::size_t>(stage)];
        if (!ofStage.empty())
            continue;
        for (const Item* item : m_items.section[static_cast<std::size_t>(stage)]) {
            if (isElsewhere(stage, *item))
                continue;
            ofStage.push_back(item);
            if (std::ranges::find(items, item) == items.end())
                items.push_back(item);
        }
    }
    if (items.empty())
        return;
    std::ranges::sort(items, {}, &Item::column);
    Sheet& sheet = addSheet(tr("学段-原始数据"), tr("学段原始数据（班额、教师持证和培训、随迁子女、巩固率等）"));
    sheet.live.addColumn(tr("学校标识码"), kCodeWidth);
    sheet.live.addColumn(tr("学校名称"), kNameWidth);
    sheet.live.addColumn(tr("学段"), kRowNumberWidth);
    sheet.frozen = kFirstRawColumn + 1;
    addItems(sheet, items);
    for (int row = 0; row < m_year.sections().rowCount(); ++row) {
        const model::SubjectKey& key = m_year.sections().key(row);
        const auto& ofStage = own[static_cast<std::size_t>(stageOf(key))];
        if (ofStage.empty())
            continue;
        const int line = sheet.live.addRow(schoolRow(sheet.live.rowCount() + 1, key.school, m_year));
        m_sectionRows[static_cast<std::size_t>(row)] = line;
        sheet.live.put(line, textCell(kFirstRawColumn, model::partLabel(key)));
        for (const Item* item : items) {
            const int column = m_columns.value(item);
            if (std::ranges::find(ofStage, item) != ofStage.end())
                sheet.live.putEntered(line, column, *item, m_year.sections().at(row, *item));
            else
                sheet.live.put(line, textCell(column, words().dash.text), words().dash.text);
        }
    }
    m_sections = &sheet.live;
}

void RawFigures::addRooms() {
    const model::LevelTable& rooms = m_year.table(Level::Room);
    if (rooms.rowCount() == 0)
        return;
    Sheet& sheet = addSheet(tr("专用教室-原始数据"), tr("专用教室原始数据（每间一行）"));
    sheet.live.addColumn(tr("学校标识码"), kCodeWidth);
    sheet.live.addColumn(tr("学校名称"), kNameWidth);
    sheet.live.addColumn(tr("专用教室"), kCodeWidth);
    sheet.frozen = kFirstRawColumn;
    const std::vector<const Item*> items{&model::itemOf(items::room_kind), &model::itemOf(items::room_area)};
    addItems(sheet, items);
    for (int row = 0; row < rooms.rowCount(); ++row) {
        sheet.live.addRow(schoolRow(row + 1, rooms.key(row).school, m_year));
        sheet.live.put(row, textCell(kFirstRawColumn, model::partLabel(rooms.key(row))));
        for (const Item* item : items)
            sheet.live.putEntered(row, m_columns.value(item), *item, rooms.at(row, *item));
    }
    m_rooms = &sheet.live;
}

void RawFigures::addCounty() {
    if (m_items.county.empty())
        return;
    Sheet& sheet = addSheet(tr("县级-原始数据"), tr("县级原始数据"));
    sheet.live.addColumn(tr("指标项"), 50);
    sheet.live.addColumn(tr("单位"), 10);
    sheet.live.addColumn(tr("数值"), 18);
    sheet.frozen = kValueColumn;
    sheet.firstFigure = kValueColumn;
    for (const Item* item : m_items.county) {
        const int row = sheet.live.addRow({{serialCell(sheet.live.rowCount() + 1)}});
        sheet.live.put(row, leftCell(1, item->label));
        sheet.live.put(row, textCell(2, item->unitText()));
        sheet.live.putEntered(row, kValueColumn, *item, m_year.value(model::SubjectKey::ofCounty(), *item));
        m_countyRows.insert(item, row);
    }
    m_county = &sheet.live;
}

void RawFigures::addConclusions() {
    if (m_items.conclusions.empty())
        return;
    Sheet& sheet = addSheet(tr("定性结论-原始数据"), tr("定性结论原始数据"));
    sheet.live.addColumn(tr("指标编号"), 10);
    sheet.live.addColumn(tr("指标"), 50);
    const Item& item = model::itemOf(items::conclusion);
    sheet.frozen = kValueColumn;
    addItems(sheet, {&item});
    for (const standard::Indicator* indicator : m_items.conclusions) {
        const int row = sheet.live.addRow({{serialCell(sheet.live.rowCount() + 1)}});
        sheet.live.put(row, textCell(1, indicator->id));
        sheet.live.put(row, leftCell(2, indicator->shortName));
        sheet.live.putEntered(row, kValueColumn, item,
                              m_year.value({.level = Level::Attested, .part = indicator->id}, item));
        m_conclusionRows.insert(indicator->id, row);
    }
    m_conclusions = &sheet.live;
}

const LiveSheet* RawFigures::addTable(Level level, const QString& name, const QString& title,
                                      const QString& partHeading, const std::vector<const Item*>& items) {
    const model::LevelTable& table = m_year.table(level);
    if (table.rowCount() == 0)
        return nullptr;
    Sheet& sheet = addSheet(name, title);
    sheet.live.addColumn(partHeading, kNameWidth);
    addItems(sheet, items);
    sheet.frozen = sheet.firstFigure;
    for (int row = 0; row < table.rowCount(); ++row) {
        sheet.live.addRow({{serialCell(row + 1), textCell(1, model::partLabel(table.key(row)))}});
        for (const Item* item : items)
            sheet.live.putEntered(row, m_columns.value(item), *item, table.at(row, *item));
    }
    return &sheet.live;
}

Live RawFigures::school(int row, const Item& item) const {
    if (&item == &model::itemOf(items::school_type))
        return m_layout.schoolType(row);
    if (std::ranges::find(m_layout.flags(), &item) != m_layout.flags().end())
        return m_layout.flag(row, item);
    return m_schools->at(row, m_columns.value(&item));
}

Live RawFigures::school(int row, const char16_t* code) const {
    return school(row, model::itemOf(code));
}

Live RawFigures::schoolCode(int row) const {
    return {excelAddress(WorkingLayout::schoolSheet(), WorkingLayout::firstRow(Step::Raw) + row, kCodeColumn),
            m_year.schools().key(row).school};
}

LiveRange RawFigures::schoolCodes() const {
    const int first = WorkingLayout::firstRow(Step::Raw);
    const int count = m_year.schools().rowCount();
    LiveRange codes{{excelColumnRange(WorkingLayout::schoolSheet(), first, first + count - 1, kCodeColumn)}, {}};
    for (int row = 0; row < count; ++row)
        codes.values.emplace_back(m_year.schools().key(row).school);
    return codes;
}

Live RawFigures::section(int row, const Item& item) const {
    if (auto cell = elsewhere(row, item))
        return *std::move(cell);
    return m_sections->at(m_sectionRows[static_cast<std::size_t>(row)], m_columns.value(&item));
}

Live RawFigures::section(int row, const char16_t* code) const {
    return section(row, model::itemOf(code));
}

LiveRange RawFigures::section(int row, const std::vector<const Item*>& items) const {
    LiveRange cells;
    std::vector<int> columns;
    for (const Item* item : items) {
        cells.values.push_back(section(row, *item).value());
        if (const auto cell = elsewhere(row, *item))
            cells.ranges << cell->text();
        else
            columns.push_back(m_columns.value(item));
    }
    if (!columns.empty())
        cells.ranges << m_sections->rowRanges(m_sectionRows[static_cast<std::size_t>(row)], std::move(columns));
    return cells;
}

Live RawFigures::county(const Item& item) const {
    return m_county->at(m_countyRows.value(&item), kValueColumn);
}

Live RawFigures::conclusion(const QString& indicatorId) const {
    return m_conclusions->at(m_conclusionRows.value(indicatorId), kValueColumn);
}

LiveRange RawFigures::rooms(int row, const char16_t* code) const {
    const auto [first, end] = m_year.table(Level::Room).rowsOfSchool(m_year.schools().key(row).school);
    return first == end ? LiveRange() : m_rooms->columnPart(m_columns.value(&model::itemOf(code)), first, end - 1);
}

Live RawFigures::monitoring(int row, const char16_t* code) const {
    return m_monitoring->at(row, m_columns.value(&model::itemOf(code)));
}

LiveRange RawFigures::survey(const char16_t* code) const {
    return m_survey == nullptr ? LiveRange() : m_survey->column(m_columns.value(&model::itemOf(code)));
}

std::optional<Live> RawFigures::surveyOf(const QString& group, const char16_t* code) const {
    const int row = m_year.table(Level::Survey).find({.level = Level::Survey, .part = group});
    return row < 0 ? std::nullopt : std::optional(m_survey->at(row, m_columns.value(&model::itemOf(code))));
}

std::vector<Table> RawFigures::finish() {
    std::vector<Table> tables;
    for (const auto& sheet : m_sheets)
        tables.push_back(sheet->live.finishRaw(sheet->firstFigure, sheet->frozen));
    return tables;
}

} // namespace junheng::workings

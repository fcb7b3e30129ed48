#include "exchange/sheet_planner.h"

#include "exchange/cell_appearance.h"
#include "exchange/cell_value.h"
#include "exchange/sheet_notices.h"
#include "exchange/tr.h"
#include "model/items.h"
#include "model/several_rows.h"
#include "model/typed_text.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace junheng::exchange {

namespace {

using model::Change;
using model::Item;
using model::Level;
using model::Observation;
using model::Stage;
using model::SubjectKey;

constexpr int kMostNamed = 50;

const Item& sectionPupils() {
    static const Item& item = model::itemOf(items::pupils);
    return item;
}

// The stage whose pupils on a campus the item counts.
std::optional<Stage> campusStage(const Item& item) {
    for (const Stage stage : {Stage::Primary, Stage::Junior, Stage::Senior}) {
        if (model::campusPupilsItem(stage) == &item)
            return stage;
    }
    return std::nullopt;
}

} // namespace

std::optional<model::ParsedObservation> readReported(const sheet::Sheet& sheet, int row, int column, const Item& item,
                                                     const Conversion* conversion, FindingList& findings) {
    if (reportMerged(sheet, row, column, item.label, findings))
        return std::nullopt;
    const sheet::StoredCell& cell = sheet.at(row, column);
    const QString place = sheet::cellName(row, column);
    auto parsed = conversion == nullptr ? readCell(item, cell) : readConverted(*conversion, cell);
    if (!parsed) {
        findings.error(parsed.error(), sheet.name(), place);
        return std::nullopt;
    }
    for (const base::Error& notice : noticesOf(item, cell, parsed->observation))
        findings.notice(notice, sheet.name(), place);
    if (parsed->rounded && conversion == nullptr)
        findings.notice("import.rounded",
                        tr("“%1”最多 %2 位小数，填的是 %3，已四舍五入为 %4。")
                            .arg(item.label)
                            .arg(item.decimals)
                            .arg(cell.text.left(40), model::displayText(item, parsed->observation)),
                        sheet.name(), place);
    if (item.kind == model::ItemKind::Text && model::hasPrivateCharacter(parsed->observation.text))
        findings.notice("import.private_character",
                        tr("“%1”是%2，在别的计算机上和打印的表里可能显示不出来。请改用标准汉字。")
                            .arg(item.label, model::quoted(parsed->observation.text)),
                        sheet.name(), place);
    return *parsed;
}

SheetPlanner::SheetPlanner(const sheet::Sheet& sheet, const SheetLayout& layout, ImportContext& context)
    : m_sheet(sheet), m_layout(layout), m_context(context), m_stored(context.current.table(layout.level)),
      m_headings(readHeadings(sheet, layout, context)), m_keys(sheet, layout, m_headings, context),
      m_blanks(m_headings.items.size(), 0), m_converted(m_headings.items.size(), 0),
      m_roundedConversions(m_headings.items.size(), 0) {}

void SheetPlanner::plan() {
    reportHeadings(m_sheet, m_headings, m_context.findings);
    reportHidden(m_sheet, m_context.findings);
    if (m_layout.level == Level::Section) // until a row says otherwise
        m_context.sectionsReadable = m_headings.columnOf(model::itemOf(items::school_code)) >= 0;
    int rows = 0;
    for (int row = 1; row < m_sheet.rowCount(); ++row) {
        if (!m_context.beginRow())
            return;
        if (isBlankRow(row))
            continue;
        ++rows;
        planRow(row);
    }
    if (m_layout.level == Level::School) {
        m_context.schoolRows = rows;
        m_context.schoolsReadable = m_headings.columnOf(model::itemOf(items::school_code)) >= 0;
    }
    reportBlanks();
    reportConversions();
    if (const RoomNumbers* rooms = m_keys.rooms())
        planRooms(*rooms);
    else
        reportAbsentRows();
}

bool SheetPlanner::isBlankRow(int row) const {
    for (std::size_t column = 0; column < m_headings.items.size(); ++column) {
        if (m_headings.items[column] != nullptr && !isBlank(m_sheet.at(row, static_cast<int>(column))))
            return false;
    }
    return true;
}

void SheetPlanner::planRow(int row) {
    const auto key = m_keys.read(row);
    if (m_keys.isTotalOrNote(row))
        return;
    const int storedRow = key ? m_stored.find(*key) : -1;
    const bool isNew = key && storedRow < 0;
    if (key && m_layout.level == Level::School)
        m_context.schools.insert(key->school);
    if (isNew)
        m_context.changes.push_back(
            {.subject = *key, .after = Observation::ofAmount(1), .sheet = m_sheet.name(), .cell = m_keys.keyCell(row)});
    const std::size_t before = m_context.changes.size();
    for (std::size_t column = 0; column < m_headings.items.size(); ++column) {
        const Item* item = m_headings.items[column];
        if (item != nullptr && !item->key)
            planCell(row, static_cast<int>(column), key ? &*key : nullptr, storedRow);
    }
    if (!isNew)
        return;
    // A prepared row that nobody filled in ("V1" alone) is no row.
    const bool standsAlone = m_layout.level == Level::School || m_layout.isPartOfSchool();
    if (!standsAlone && m_context.changes.size() == before)
        m_context.changes.pop_back();
    else
        ++(m_layout.level == Level::School ? m_context.summary.newSchools : m_context.summary.newRows);
}

void SheetPlanner::planCell(int row, int column, const SubjectKey* key, int storedRow) {
    const auto index = static_cast<std::size_t>(column);
    const Item& item = *m_headings.items[index];
    if (key == nullptr && m_sheet.mergeOver(row, column))
        return; // of a note across the sheet, whose row is an error already
    const Conversion* conversion = m_headings.conversionOf(column);
    const auto parsed = readReported(m_sheet, row, column, item, conversion, m_context.findings);
    if (key == nullptr)
        return;
    if (!parsed) {
        if (&item == &sectionPupils() || campusStage(item))
            m_context.pupils.doubt(key->school);
        return;
    }
    const Observation stored = storedRow < 0 ? Observation::missing() : m_stored.at(storedRow, item);
    const Observation& read = parsed->observation;
    if (read.isMissing()) {
        if (!stored.isMissing())
            planBlank(row, column, *key, stored);
        return;
    }
    if (conversion != nullptr && read.isValue()) {
        ++m_converted[index];
        m_roundedConversions[index] += parsed->rounded ? 1 : 0;
    }
    if (m_context.options.given != nullptr && m_layout.level != Level::Room)
        m_context.options.given->add({.subject = *key, .item = &item}, read, placeOf(row, column));
    notePupils(row, column, *key);
    if (read == stored) {
        ++m_context.summary.unchangedCells;
        return;
    }
    ++(read.saysSameAs(stored) ? m_context.summary.confirmedCells : m_context.summary.changedCells);
    m_context.changes.push_back({.subject = *key,
                                 .item = &item,
                                 .before = stored,
                                 .after = read,
                                 .sheet = m_sheet.name(),
                                 .cell = sheet::cellName(row, column)});
}

void SheetPlanner::planBlank(int row, int column, const SubjectKey& key, const Observation& stored) {
    const Item* item = m_headings.items[static_cast<std::size_t>(column)];
    const GivenValues* given = m_context.options.given;
    if (given != nullptr && given->has({.subject = key, .item = item})) // another file of this import gives it
        return;
    ++m_blanks[static_cast<std::size_t>(column)];
    if (!m_context.options.clearBlanks) {
        ++m_context.summary.keptCells;
        return;
    }
    ++m_context.summary.clearedCells;
    m_context.changes.push_back({.subject = key,
                                 .item = item,
                                 .before = stored,
                                 .sheet = m_sheet.name(),
                                 .cell = sheet::cellName(row, column)});
}

base::Place SheetPlanner::placeOf(int row, int column) const {
    return {.file = m_context.file, .sheet = m_sheet.name(), .cell = sheet::cellName(row, column)};
}

// Remembers where pupils stand.
void SheetPlanner::notePupils(int row, int column, const SubjectKey& key) {
    const Item& item = *m_headings.items[static_cast<std::size_t>(column)];
    if (&item == &sectionPupils()) {
        m_context.pupils.addSection(key, placeOf(row, column));
    } else if (const auto stage = campusStage(item)) {
        const SubjectKey section{.level = Level::Section, .school = key.school, .part = model::stageId(*stage)};
        m_context.pupils.addCampus(section, placeOf(row, column));
    }
}

void SheetPlanner::reportBlanks() {
    for (std::size_t column = 0; column < m_blanks.size(); ++column) {
        if (m_blanks[column] == 0)
            continue;
        const QString cell = sheet::cellName(0, static_cast<int>(column));
        const QString& label = m_headings.items[column]->label;
        if (m_context.options.clearBlanks)
            m_context.findings.notice(
                "import.cleared_blank",
                tr("列“%1”有 %2 个空白单元格，已有数据将被清除。").arg(label).arg(m_blanks[column]), m_sheet.name(),
                cell);
        else
            m_context.findings.notice(
                "import.kept_blank",
                tr("列“%1”有 %2 个空白单元格，已有数据保留不变。").arg(label).arg(m_blanks[column]), m_sheet.name(),
                cell);
    }
}

void SheetPlanner::reportConversions() {
    for (std::size_t column = 0; column < m_converted.size(); ++column) {
        const Conversion* conversion = m_headings.conversionOf(static_cast<int>(column));
        if (conversion == nullptr)
            continue;
        m_context.conversions.push_back(*conversion);
        const int rounded = m_roundedConversions[column];
        m_context.findings.notice("import.converted",
                                  tr("列“%1”按 %2 换算了 %3 个数据%4。")
                                      .arg(conversion->item->label, rateOf(*conversion))
                                      .arg(m_converted[column])
                                      .arg(rounded > 0 ? tr("，其中 %1 个四舍五入").arg(rounded) : QString()),
                                  m_sheet.name(), sheet::cellName(0, static_cast<int>(column)));
    }
}

// Stored rows that the sheet does not have; the parts of an absent school go without saying.
std::vector<int> SheetPlanner::absentRows() const {
    std::vector<int> rows;
    for (int row = 0; row < m_stored.rowCount(); ++row) {
        const SubjectKey& key = m_stored.key(row);
        if (!m_keys.hasSeen(key) && (!m_layout.isPartOfSchool() || m_context.schools.contains(key.school)))
            rows.push_back(row);
    }
    return rows;
}

void SheetPlanner::reportAbsentRows() {
    QStringList names;
    const std::vector<int> rows = absentRows();
    for (const int row : rows) {
        if (names.size() == kMostNamed)
            break;
        const SubjectKey& key = m_stored.key(row);
        QStringList words;
        if (!key.school.isEmpty())
            words << m_context.current.schoolName(key.school);
        if (m_layout.level == Level::School)
            words << key.school;
        words << model::partLabel(key);
        words.removeAll(QString());
        names << words.join(QChar(u' '));
    }
    if (rows.empty())
        return;
    const QString list = names.join(QChar(u'、')) + (std::ssize(rows) > kMostNamed ? tr("等") : QString());
    if (m_layout.level == Level::School)
        m_context.findings.notice("import.absent_school",
                                  tr("已有的 %1 所学校不在表中，数据保留不变：%2。").arg(rows.size()).arg(list),
                                  m_sheet.name());
    else
        m_context.findings.notice("import.absent_row",
                                  tr("已有的 %1 行数据不在表中，保留不变：%2。").arg(rows.size()).arg(list),
                                  m_sheet.name());
}

// The figures go first, so that undoing brings them back with the row.
void SheetPlanner::takeOut(int row) {
    const SubjectKey& key = m_stored.key(row);
    for (const Item& item : m_context.current.items().ofLevel(m_layout.level)) {
        const Observation stored = m_stored.at(row, item);
        if (!item.key && !stored.isMissing())
            m_context.changes.push_back({.subject = key, .item = &item, .before = stored, .sheet = m_sheet.name()});
    }
    m_context.changes.push_back({.subject = key, .before = Observation::ofAmount(1), .sheet = m_sheet.name()});
}

// The rooms that left, by what they are, and what could only be guessed; taken out where that was asked for.
void SheetPlanner::planRooms(const RoomNumbers& numbers) {
    GivenValues* given = m_context.options.given;
    const auto lists = numbers.lists(m_context.file);
    for (const auto& [school, rooms] : lists) {
        if (given != nullptr)
            given->addRooms(school, rooms);
    }
    for (const auto& [school, sentence] : numbers.guesses())
        m_context.findings.notice("import.guessed_rooms",
                                  tr("“%1”%2。").arg(m_context.current.schoolName(school), sentence), m_sheet.name());
    const bool removes = m_context.options.removeRooms || m_context.options.clearBlanks;
    QStringList names;
    int absent = 0;
    for (const int row : absentRows()) {
        const SubjectKey& key = m_stored.key(row);
        const bool isListedElsewhere = given != nullptr && given->hasRooms(key.school) && !lists.contains(key.school);
        if (isListedElsewhere)
            continue;
        if (++absent <= kMostNamed)
            names << tr("“%1”%2").arg(m_context.current.schoolName(key.school), describeRoom(m_stored, row));
        if (removes)
            takeOut(row);
    }
    if (absent == 0)
        return;
    m_context.summary.absentRooms += absent;
    const QString list = names.join(QChar(u'、')) + (absent > kMostNamed ? tr("等") : QString());
    if (removes)
        m_context.findings.notice("import.removed_rooms",
                                  tr("已有的 %1 间专用教室不在表中，将被删除：%2。").arg(absent).arg(list),
                                  m_sheet.name());
    else
        m_context.findings.notice(
            "import.absent_rooms",
            tr("已有的 %1 间专用教室不在表中，保留不变：%2。如已撤去，请在导入预览中勾选删除，或在命令行加 "
               "--remove-rooms。")
                .arg(absent)
                .arg(list),
            m_sheet.name());
}

} // namespace junheng::exchange

#include "exchange/row_key.h"

#include "exchange/cell_appearance.h"
#include "exchange/cell_value.h"
#include "exchange/heading_addition.h"
#include "exchange/sheet_notices.h"
#include "exchange/tr.h"
#include "model/items.h"
#include "model/stage.h"
#include "model/typed_text.h"

#include <algorithm>
#include <utility>

namespace junheng::exchange {

namespace {

using model::Item;
using model::Level;
using model::SubjectKey;

base::Error missingKey(const QString& label) {
    return {.code = QStringLiteral("import.missing_key"),
            .message = tr("这一行没有填写“%1”，无法确定是谁的数据。请补填；合计行、说明行请删除。").arg(label)};
}

base::Error pictureAsKey(const QString& label) {
    return {.code = QStringLiteral("import.picture"),
            .message = tr("“%1”的单元格里是图片，图片里的文字读不出来，无法确定是谁的数据。请删除图片，在单元格中填写文"
                          "字。")
                           .arg(label)};
}

base::Error totalOrNote(QStringView text) {
    return {.code = QStringLiteral("import.total_row"),
            .message = tr("这一行是合计行或说明行（%1），不是数据。表中只留数据行，合计行、说明行、填表人等请删除。")
                           .arg(model::quoted(text))};
}

} // namespace

RowKeys::RowKeys(const sheet::Sheet& sheet, const SheetLayout& layout, const HeadingRow& headings,
                 ImportContext& context)
    : m_sheet(sheet), m_layout(layout), m_headings(headings), m_context(context) {
    const auto& items = headings.items;
    const auto isKey = [](const Item* item) { return item != nullptr && item->key; };
    auto found =
        std::ranges::find_if(items, [&](const Item* item) { return isKey(item) && item->level == layout.level; });
    if (found == items.end())
        found = std::ranges::find_if(items, isKey);
    if (found != items.end())
        m_keyColumn = static_cast<int>(found - items.begin());
    const int codeColumn = headings.columnOf(model::itemOf(items::school_code));
    m_wordColumn = codeColumn < 0 ? m_keyColumn : codeColumn;
    if (layout.level == Level::Room)
        m_rooms.emplace(sheet, headings, context.current.table(Level::Room));
}

bool RowKeys::isTotalOrNote(int row) const {
    const sheet::StoredCell& cell = m_sheet.at(row, m_wordColumn);
    if (cell.kind != sheet::CellKind::Text || !exchange::isTotalOrNote(cell.text))
        return false;
    // 校长 is a group of a survey, and a note elsewhere.
    const Item* item = m_headings.items[static_cast<std::size_t>(m_wordColumn)];
    return item == nullptr || item->kind != model::ItemKind::Choice || !readCell(*item, cell);
}

std::optional<SubjectKey> RowKeys::read(int row) {
    if (isTotalOrNote(row)) {
        fail(row, m_wordColumn, totalOrNote(m_sheet.at(row, m_wordColumn).text));
        m_context.sectionsReadable = m_context.sectionsReadable && m_layout.level != Level::Section;
        return std::nullopt;
    }
    SubjectKey key{.level = m_layout.level};
    if (m_layout.level == Level::School || m_layout.isPartOfSchool()) {
        const auto school = readSchool(row);
        if (!school) {
            if (m_layout.level != Level::Room)
                static_cast<void>(readPart(row, {})); // for its errors
            m_context.sectionsReadable = m_context.sectionsReadable && m_layout.level != Level::Section;
            return std::nullopt;
        }
        key.school = *school;
    }
    const auto part = readPart(row, key.school);
    if (!part) {
        m_context.pupils.doubt(key.school);
        return std::nullopt;
    }
    key.part = *part;
    if (!isFirst(row, key))
        return std::nullopt;
    return key;
}

std::optional<QString> RowKeys::readSchool(int row) {
    static const Item& item = model::itemOf(items::school_code);
    const int column = m_headings.columnOf(item);
    if (column < 0)
        return std::nullopt;
    const sheet::StoredCell& cell = m_sheet.at(row, column);
    if (!isWritten(row, column, item))
        return std::nullopt;
    if (isBlank(cell)) {
        fail(row, column, missingKey(item.label));
        return std::nullopt;
    }
    const auto code = readSchoolCode(cell);
    if (!code) {
        m_context.codes.refuse(cell.text, code.error(), m_sheet.name(), sheet::cellName(row, column),
                               m_layout.level == Level::School, m_context.findings);
        return std::nullopt;
    }
    note(row, column, item);
    // Without any school that error is enough.
    const bool isKnown = m_layout.level == Level::School || !m_context.schoolsReadable || m_context.schoolRows == 0 ||
                         m_context.schools.contains(*code) || m_context.current.exists(SubjectKey::ofSchool(*code));
    if (isKnown)
        return *code;
    m_context.codes.missing(*code, m_sheet.name(), sheet::cellName(row, column), m_context.findings);
    return std::nullopt;
}

std::optional<QString> RowKeys::readPart(int row, const QString& school) {
    switch (m_layout.level) {
    case Level::Section: {
        const auto name = readChoice(row, model::itemOf(items::stage), true);
        if (!name)
            return std::nullopt;
        const auto index = model::itemOf(items::stage).choices.indexOf(*name);
        return model::stageId(static_cast<model::Stage>(index));
    }
    case Level::Campus:
        return readCampus(row, school);
    case Level::Room:
        return m_rooms->numberOf(row);
    case Level::Monitoring:
        return readMonitored(row);
    case Level::Survey:
        return readChoice(row, model::itemOf(items::survey_group), true);
    case Level::Attested:
        return readIndicator(row, model::itemOf(items::attested_indicator));
    case Level::Veto:
        return readIndicator(row, model::itemOf(items::veto_id));
    case Level::Task:
        return readIndicator(row, model::itemOf(items::task_indicator));
    case Level::School:
    case Level::County:
    case Level::Evidence:
    case Level::Narrative:
    case Level::Explanation:
        break;
    }
    return QString();
}

// A campus keeps the spelling it is stored with, or was first named with.
std::optional<QString> RowKeys::readCampus(int row, const QString& school) {
    static const Item& item = model::itemOf(items::campus_name);
    const int column = m_headings.columnOf(item);
    if (column < 0)
        return QString();
    const auto parsed = readKey(row, column, item);
    if (!parsed)
        return std::nullopt;
    if (isTotal(parsed->text)) {
        fail(row, column, totalOrNote(parsed->text));
        return std::nullopt;
    }
    const QString folded = model::foldText(parsed->text);
    if (folded.isEmpty() || folded == model::partLabel({.level = Level::Campus}))
        return QString();
    const model::LevelTable& stored = m_context.current.campuses();
    const auto [first, last] = stored.rowsOfSchool(school);
    for (int i = first; i < last; ++i) {
        if (model::foldText(stored.key(i).part) == folded)
            return stored.key(i).part;
    }
    auto& name = m_campuses[{school, folded}];
    if (name.isEmpty())
        name = parsed->text;
    return name;
}

std::optional<QString> RowKeys::readChoice(int row, const Item& item, bool obligatory) {
    const int column = m_headings.columnOf(item);
    if (column < 0)
        return obligatory ? std::nullopt : std::optional<QString>(QString());
    const auto parsed = readKey(row, column, item);
    if (!parsed)
        return std::nullopt;
    if (obligatory && !parsed->isValue()) {
        fail(row, column, missingKey(item.label));
        return std::nullopt;
    }
    return parsed->text;
}

std::optional<model::Observation> RowKeys::readKey(int row, int column, const Item& item) {
    if (!isWritten(row, column, item))
        return std::nullopt;
    const sheet::StoredCell& cell = m_sheet.at(row, column);
    auto parsed = readCell(item, cell);
    if (!parsed) {
        fail(row, column, isTotal(cell.text) ? totalOrNote(cell.text) : parsed.error());
        return std::nullopt;
    }
    note(row, column, item);
    return std::move(parsed->observation);
}

std::optional<QString> RowKeys::readIndicator(int row, const Item& item) {
    const int column = m_headings.columnOf(item);
    if (column < 0)
        return std::nullopt;
    if (!isWritten(row, column, item))
        return std::nullopt;
    const auto word = readWord(item.label, m_sheet.at(row, column));
    if (!word || word->isEmpty()) {
        fail(row, column, word ? missingKey(item.label) : word.error());
        return std::nullopt;
    }
    QStringList allowed = allowedIndicators(m_layout.level, m_context.options.further);
    // What is there already stands in the template, though the county's standard be another one now.
    const model::LevelTable& stored = m_context.current.table(m_layout.level);
    for (int known = 0; known < stored.rowCount(); ++known) {
        if (!allowed.contains(stored.key(known).part))
            allowed << stored.key(known).part;
    }
    const auto known =
        std::ranges::find_if(allowed, [&](const QString& id) { return id.compare(*word, Qt::CaseInsensitive) == 0; });
    if (known != allowed.end()) {
        note(row, column, item);
        return *known;
    }
    fail(row, column,
         {.code = QStringLiteral("import.unknown_indicator"),
          .message = tr("“%1”没有%2，应为：%3。").arg(item.label, model::quoted(*word), allowed.join(QChar(u'、')))});
    return std::nullopt;
}

std::optional<QString> RowKeys::readMonitored(int row) {
    const auto subject = readChoice(row, model::itemOf(items::monitored_subject), true);
    const auto grade = readChoice(row, model::itemOf(items::monitored_grade), false);
    const Item& sourceItem = model::itemOf(items::monitored_source);
    const auto source = readChoice(row, sourceItem, false);
    if (!subject || !grade || !source)
        return std::nullopt;
    if (m_headings.columnOf(sourceItem) < 0 && m_rowOf.isEmpty())
        m_context.findings.notice("import.assumed_source",
                                  tr("没有“%1”列，各行都按“%2”监测导入。其中有省级监测结果的，请加上这一列并填写。")
                                      .arg(sourceItem.label, sourceItem.choices.first()),
                                  m_sheet.name());
    const auto choice = static_cast<int>(sourceItem.choices.indexOf(*source));
    return model::monitoredPart({.subject = *subject, .grade = *grade, .source = std::max(choice, 0)});
}

bool RowKeys::isFirst(int row, const SubjectKey& key) {
    const int first = m_rowOf.value(key, row);
    if (first == row) {
        m_rowOf.insert(key, row);
        return true;
    }
    m_context.pupils.doubt(key.school);
    QString name = key.school;
    if (const QString part = model::partLabel(key); !part.isEmpty())
        name += (name.isEmpty() ? QString() : QStringLiteral(" ")) + part;
    const bool isSchool = key.level == Level::School;
    const QString advice = key.level == Level::Campus && key.part.isEmpty()
                               ? tr("校区名称空白即为本部，一校只能有一个本部，请填写其他校区的名称。")
                               : tr("请只保留一行。");
    m_context.findings.error(
        isSchool ? "import.duplicate_school" : "import.duplicate_row",
        tr("“%1”出现了两次，前一次在第 %2 行（%3）。").arg(name).arg(first + 1).arg(keyCell(first)) + advice,
        m_sheet.name(), keyCell(row));
    return false;
}

// False, with an error, where the cell is blank because it is merged with another or holds a picture.
bool RowKeys::isWritten(int row, int column, const Item& item) {
    if (reportMerged(m_sheet, row, column, item.label, m_context.findings))
        return false;
    if (m_sheet.at(row, column).kind != sheet::CellKind::Picture)
        return true;
    fail(row, column, pictureAsKey(item.label));
    return false;
}

// What is worth knowing of a key that was read.
void RowKeys::note(int row, int column, const Item& item) {
    for (const base::Error& notice : noticesOf(item, m_sheet.at(row, column), model::Observation::missing()))
        m_context.findings.notice(notice, m_sheet.name(), sheet::cellName(row, column));
}

void RowKeys::fail(int row, int column, const base::Error& error) {
    m_context.findings.error(error, m_sheet.name(), sheet::cellName(row, column));
}

} // namespace junheng::exchange

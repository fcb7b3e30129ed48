#include "sheet/worksheet_parser.h"

#include "sheet/reader_errors.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

namespace junheng::sheet {

namespace {

// How deep the elements of a worksheet stand: worksheet / sheetData / row / c / v, and worksheet / mergeCells /
// mergeCell.
constexpr int kListDepth = 2;
constexpr int kRowDepth = 3;
constexpr int kCellDepth = 4;
constexpr int kValueDepth = 5;

constexpr int kMaxIndex = 99'999'999;
constexpr std::size_t kMaxTextBytes = 1 << 20; // a cell holds 32,767 characters

QString tr(const char* text) {
    return QCoreApplication::translate("sheet", text);
}

QString quoted(std::string_view raw) {
    constexpr std::size_t kLongest = 40;
    return QString::fromUtf8(QByteArrayView(raw.substr(0, kLongest)));
}

auto positionOf(const PlacedCell& cell) {
    return std::tuple(cell.row, cell.column);
}

} // namespace

WorksheetParser::WorksheetParser(base::Place place, const CellContext& context, const Limits& limits,
                                 std::atomic<int>& cellsOfBook)
    : m_place(std::move(place)), m_context(context), m_limits(limits), m_cellsOfBook(cellsOfBook) {}

void WorksheetParser::startElement(std::string_view name, const XmlAttributes& attributes) {
    ++m_depth;
    if (m_inSheetData && m_depth >= kRowDepth) {
        if (m_depth == kCellDepth && name == "c") {
            startCell(attributes);
        } else if (m_depth == kValueDepth && name == "v") {
            m_capture = true;
            m_hasValue = true;
        } else if (m_depth == kValueDepth && name == "f") {
            m_hasFormula = true;
        } else if (m_depth > kValueDepth && name == "t") {
            m_capture = !m_phonetic;
        } else if (name == "rPh") {
            m_phonetic = true;
        } else if (m_depth == kRowDepth && name == "row") {
            startRow(attributes);
        }
    } else if (m_depth == kListDepth) {
        m_inSheetData = name == "sheetData";
        m_inMergeCells = name == "mergeCells";
    } else if (m_inMergeCells && m_depth == kRowDepth && name == "mergeCell") {
        startMerge(attributes);
    }
}

void WorksheetParser::endElement(std::string_view name) {
    if (m_inSheetData) {
        if (m_depth == kCellDepth && name == "c")
            finishCell();
        else if (name == "v" || name == "t")
            m_capture = false;
        else if (name == "rPh")
            m_phonetic = false;
    }
    if (m_depth == kListDepth)
        m_inSheetData = m_inMergeCells = false;
    --m_depth;
}

void WorksheetParser::characters(std::string_view text) {
    if (!m_capture)
        return;
    if (m_text.size() + text.size() > kMaxTextBytes)
        failHere(tr("单元格的文字过长"));
    else
        m_text += text;
}

void WorksheetParser::startRow(const XmlAttributes& attributes) {
    const auto number = attributes.find("r");
    const auto given = number ? parseIndex(*number, kMaxRows) : std::optional(m_at.row + 2);
    if (!given || *given == 0)
        return fail(damaged(m_place, tr("行号“%1”无效").arg(quoted(number.value_or("")))));
    m_at = {*given - 1, -1};
}

void WorksheetParser::startCell(const XmlAttributes& attributes) {
    static constexpr std::array<std::pair<std::string_view, Type>, 7> kTypes{{{"n", Type::Number},
                                                                              {"s", Type::Shared},
                                                                              {"str", Type::Formula},
                                                                              {"inlineStr", Type::Inline},
                                                                              {"b", Type::Boolean},
                                                                              {"e", Type::Error},
                                                                              {"d", Type::Date}}};
    const auto reference = attributes.find("r");
    const auto given = reference ? parseCellName(*reference) : std::nullopt;
    if (reference && !given)
        return fail(damaged(m_place, tr("单元格位置“%1”无效").arg(quoted(*reference))));
    m_at = given.value_or(CellPosition{m_at.row, m_at.column + 1});

    const std::string_view type = attributes.find("t").value_or("n");
    const auto known = std::ranges::find(kTypes, type, &std::pair<std::string_view, Type>::first);
    if (known == kTypes.end())
        return failHere(tr("单元格类型“%1”未知").arg(quoted(type)));
    m_type = known->second;
    const auto style = parseIndex(attributes.find("s").value_or("0"), kMaxIndex);
    if (!style)
        return failHere(tr("单元格样式编号无效"));
    m_style = *style;
    m_hasFormula = m_hasValue = false;
    m_text.clear();
}

void WorksheetParser::startMerge(const XmlAttributes& attributes) {
    const std::string_view range = attributes.find("ref").value_or("");
    const auto colon = std::min(range.find(':'), range.size());
    const auto first = parseCellName(range.substr(0, colon));
    const auto last = colon == range.size() ? first : parseCellName(range.substr(colon + 1));
    if (!first || !last)
        return fail(damaged(m_place, tr("合并区域“%1”无效").arg(quoted(range))));
    m_merges.push_back({.top = std::min(first->row, last->row),
                        .left = std::min(first->column, last->column),
                        .bottom = std::max(first->row, last->row),
                        .right = std::max(first->column, last->column)});
}

void WorksheetParser::finishCell() {
    const bool isText = m_type == Type::Formula || m_type == Type::Inline;
    const std::string_view raw = isText ? std::string_view(m_text) : trimmed(m_text);
    if (raw.empty()) {
        // A calculated text may be empty; any other formula without a value was never calculated.
        const bool calculated = m_type == Type::Formula && m_hasValue;
        if (m_hasFormula && !calculated)
            store(CellKind::Uncalculated, {});
        return;
    }
    switch (m_type) {
    case Type::Formula:
    case Type::Inline:
        return store(CellKind::Text, decodeText(raw));
    case Type::Number:
        return finishNumber(raw);
    case Type::Shared:
        return finishShared(raw);
    case Type::Boolean:
        return finishBoolean(raw);
    case Type::Error:
        return store(CellKind::Error, decodeText(raw));
    case Type::Date:
        return store(CellKind::Date, isoDateText(raw));
    }
}

void WorksheetParser::finishNumber(std::string_view raw) {
    auto text = numberText(raw);
    if (!text)
        return failHere(tr("数值“%1”不是数字").arg(quoted(raw)));
    const auto style = static_cast<std::size_t>(m_style);
    if (style >= m_context.dateStyles.size() && style > 0)
        return failHere(tr("单元格样式 %1 不存在").arg(m_style));
    if (style < m_context.dateStyles.size() && m_context.dateStyles[style]) {
        double serial = 0;
        const bool fits = std::from_chars(raw.data(), raw.data() + raw.size(), serial).ec == std::errc{};
        if (auto date = fits ? dateText(serial, m_context.date1904) : std::nullopt)
            return store(CellKind::Date, std::move(*date));
    }
    store(CellKind::Number, std::move(*text));
}

void WorksheetParser::finishShared(std::string_view raw) {
    const auto index = parseIndex(raw, kMaxIndex);
    if (!index || static_cast<std::size_t>(*index) >= m_context.sharedStrings.size())
        return failHere(tr("单元格引用的共享文字“%1”不存在").arg(quoted(raw)));
    const QString& text = m_context.sharedStrings[static_cast<std::size_t>(*index)];
    if (!text.isEmpty())
        store(CellKind::Text, text);
}

void WorksheetParser::finishBoolean(std::string_view raw) {
    if (raw == "1" || raw == "true")
        return store(CellKind::Boolean, QStringLiteral("TRUE"));
    if (raw == "0" || raw == "false")
        return store(CellKind::Boolean, QStringLiteral("FALSE"));
    failHere(tr("逻辑值“%1”无效").arg(quoted(raw)));
}

void WorksheetParser::store(CellKind kind, QString text) {
    if (m_at.row >= m_limits.rows)
        return fail(tooManyRows(here(), m_limits.rows));
    if (m_at.column >= m_limits.columns)
        return fail(tooManyColumns(here(), m_limits.columns));
    // Of the workbook, whichever sheet comes last.
    if (++m_cellsOfBook > m_limits.cells)
        return fail(tooManyCells({.file = m_place.file}, m_limits.cells));
    m_cells.push_back({m_at.row, m_at.column, {kind, std::move(text)}});
}

base::Result<std::vector<PlacedCell>> WorksheetParser::take() {
    if (!std::ranges::is_sorted(m_cells, {}, positionOf))
        std::ranges::stable_sort(m_cells, {}, positionOf);
    const auto twice = std::ranges::adjacent_find(m_cells, {}, positionOf);
    if (twice != m_cells.end()) {
        base::Place place = m_place;
        place.cell = cellName(twice->row, twice->column);
        return std::unexpected(damaged(place, tr("同一单元格出现了两次")));
    }
    dropCoveredCells(m_cells, std::move(m_merges));
    return std::move(m_cells);
}

void WorksheetParser::failHere(const QString& reason) {
    fail(damaged(here(), reason));
}

base::Place WorksheetParser::here() const {
    base::Place place = m_place;
    place.cell = cellName(m_at.row, m_at.column);
    return place;
}

} // namespace junheng::sheet

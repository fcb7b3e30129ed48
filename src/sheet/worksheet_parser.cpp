#include "sheet/worksheet_parser.h"

#include "sheet/cell_text.h"
#include "sheet/reader_errors.h"
#include "sheet/tr.h"

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
constexpr std::size_t kLongestNumber = 400; // a double of 308 digits and its fraction
constexpr std::size_t kFormulaBeginning = 32;
constexpr std::size_t kMostRanges = 200'000; // merges, or formulas over several cells

QString quoted(std::string_view raw) {
    constexpr std::size_t kLongest = 40;
    return QString::fromUtf8(QByteArrayView(raw.substr(0, kLongest)));
}

auto positionOf(const PlacedCell& cell) {
    return std::tuple(cell.row, cell.column);
}

// Whether a height or width is given as zero.
bool isZero(std::optional<std::string_view> value) {
    return value && !value->empty() && value->find_first_not_of("0.") == std::string_view::npos;
}

std::optional<CellRange> parseRange(std::string_view range) {
    const auto colon = std::min(range.find(':'), range.size());
    const auto first = parseCellName(range.substr(0, colon));
    const auto last = colon == range.size() ? first : parseCellName(range.substr(colon + 1));
    if (!first || !last)
        return std::nullopt;
    return CellRange{.top = std::min(first->row, last->row),
                     .left = std::min(first->column, last->column),
                     .bottom = std::max(first->row, last->row),
                     .right = std::max(first->column, last->column)};
}

// The functions of WPS and of Excel that put a picture into their cell, after what newer functions have in front.
bool isPictureFormula(QStringView formula) {
    if (formula.startsWith(u'='))
        formula = formula.sliced(1);
    for (const QStringView prefix : {QStringView(u"_xlfn."), QStringView(u"_xlws.")}) {
        if (formula.startsWith(prefix, Qt::CaseInsensitive))
            formula = formula.sliced(prefix.size());
    }
    return formula.startsWith(u"DISPIMG(", Qt::CaseInsensitive) || formula.startsWith(u"IMAGE(", Qt::CaseInsensitive);
}

} // namespace

WorksheetParser::WorksheetParser(base::Place place, const CellContext& context, const Limits& limits,
                                 BookTotals& totals)
    : m_place(std::move(place)), m_context(context), m_limits(limits), m_totals(totals) {}

void WorksheetParser::startElement(std::string_view name, const XmlAttributes& attributes) {
    ++m_depth;
    if (m_part == Part::Data && m_depth >= kRowDepth) {
        if (m_depth == kCellDepth && name == "c")
            startCell(attributes);
        else if (m_depth > kCellDepth)
            startInCell(name, attributes);
        else if (m_depth == kRowDepth && name == "row")
            startRow(attributes);
    } else if (m_depth == kListDepth) {
        m_part = name == "sheetData"    ? Part::Data
                 : name == "mergeCells" ? Part::Merges
                 : name == "cols"       ? Part::Columns
                                        : Part::Other;
    } else if (m_part == Part::Merges && m_depth == kRowDepth && name == "mergeCell") {
        startMerge(attributes);
    } else if (m_part == Part::Columns && m_depth == kRowDepth && name == "col") {
        startColumns(attributes);
    }
}

void WorksheetParser::startInCell(std::string_view name, const XmlAttributes& attributes) {
    if (m_depth > kValueDepth) {
        m_text.startElement(name, attributes);
    } else if (name == "v") {
        m_text.capture(true);
        m_hasValue = true;
    } else if (name == "f") {
        startFormula(attributes);
    }
}

void WorksheetParser::endElement(std::string_view name) {
    if (m_part == Part::Data) {
        if (m_depth == kCellDepth && name == "c")
            finishCell();
        else if (m_depth > kValueDepth)
            m_text.endElement(name);
        else if (m_depth == kValueDepth)
            endValue();
    }
    if (m_depth == kListDepth)
        m_part = Part::Other;
    --m_depth;
}

void WorksheetParser::endValue() {
    m_inFormula = false;
    m_text.capture(false);
}

void WorksheetParser::characters(std::string_view text) {
    if (!m_inFormula)
        m_text.characters(text);
    else if (m_formula.size() < kFormulaBeginning)
        m_formula += text.substr(0, kFormulaBeginning - m_formula.size());
}

void WorksheetParser::startColumns(const XmlAttributes& attributes) {
    const auto first = parseIndex(attributes.find("min").value_or(""), kMaxColumns);
    const auto last = parseIndex(attributes.find("max").value_or(""), kMaxColumns);
    if (!first || !last || !(isTrue(attributes.find("hidden")) || isZero(attributes.find("width"))))
        return;
    m_hiddenColumns.resize(static_cast<std::size_t>(m_limits.columns));
    for (int column = std::max(*first, 1); column <= std::min(*last, m_limits.columns); ++column)
        m_hiddenColumns[static_cast<std::size_t>(column) - 1] = true;
}

void WorksheetParser::startRow(const XmlAttributes& attributes) {
    const auto number = attributes.find("r");
    const auto given = number ? parseIndex(*number, kMaxRows) : std::optional(m_at.row + 2);
    const bool isGood = given && *given > 0;
    // Cells that give their own position do without the number of the row.
    m_badRow = isGood ? QString() : quoted(number.value_or("")) + QChar(u' ');
    m_at = {isGood ? *given - 1 : m_at.row + 1, -1};
    m_rowHidden = isTrue(attributes.find("hidden")) || isZero(attributes.find("ht"));
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
    m_badPosition.clear();
    if (reference && !given)
        m_badPosition = tr("单元格位置“%1”无效").arg(quoted(*reference));
    else if (!reference && !m_badRow.isEmpty())
        m_badPosition = tr("行号“%1”无效").arg(m_badRow.trimmed());
    m_at = given.value_or(CellPosition{m_at.row, m_at.column + 1});

    const std::string_view type = attributes.find("t").value_or("n");
    const auto known = std::ranges::find(kTypes, type, &std::pair<std::string_view, Type>::first);
    m_type = known == kTypes.end() ? Type::Unknown : known->second;
    if (m_type == Type::Unknown)
        m_typeName = quoted(type);
    m_style = parseIndex(attributes.find("s").value_or("0"), kMaxIndex).value_or(-1);
    m_hasValueMetadata = attributes.find("vm").value_or("0") != "0";
    m_hasFormula = m_hasValue = false;
    m_calculation = Calculation::Done;
    m_formula.clear();
    m_text.clear();
}

// The formula of an array or a data table stands in the first of its cells.
void WorksheetParser::startFormula(const XmlAttributes& attributes) {
    const auto type = attributes.find("t");
    m_hasFormula = m_inFormula = true;
    m_calculation = type == "dataTable" ? m_context.tableCalculation : m_context.calculation;
    if (type != "array" && type != "dataTable")
        return;
    auto range = parseRange(attributes.find("ref").value_or(""));
    if (!range || (range->top == range->bottom && range->left == range->right) || range->top >= m_limits.rows ||
        range->left >= m_limits.columns || m_formulas.size() >= kMostRanges)
        return;
    range->bottom = std::min(range->bottom, m_limits.rows - 1);
    range->right = std::min(range->right, m_limits.columns - 1);
    m_formulas.push_back({*range, m_calculation});
}

void WorksheetParser::startMerge(const XmlAttributes& attributes) {
    const auto range = parseRange(attributes.find("ref").value_or(""));
    if (!range || range->top >= m_limits.rows || range->left >= m_limits.columns)
        return; // nothing is hidden by it
    m_merges.push_back(*range);
    if (m_merges.size() > kMostRanges)
        fail(damaged(m_place, tr("合并区域过多")));
}

void WorksheetParser::finishCell() {
    if (m_text.isTooLong())
        return storeDamaged(tr("文字超过一个单元格的上限"));
    if (isPicture())
        return store(CellKind::Picture, {});
    const bool isText = m_type == Type::Formula || m_type == Type::Inline;
    const std::string_view raw = isText ? m_text.raw() : trimmed(m_text.raw());
    if (raw.empty()) {
        // A calculated text may be empty, and is then no content; any other formula without a value was never
        // calculated. One that is still to be calculated says nothing by being empty.
        const bool isEmptyText = m_type == Type::Formula && m_hasValue;
        if (m_hasFormula && (!isEmptyText || m_calculation == Calculation::Pending))
            store({.kind = CellKind::Uncalculated,
                   .text = {},
                   .calculation = isEmptyText ? Calculation::Pending : Calculation::Done});
        return;
    }
    switch (m_type) {
    case Type::Formula:
    case Type::Inline:
        return finishText(m_text.take());
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
    case Type::Unknown:
        return storeDamaged(tr("单元格类型“%1”未知").arg(m_typeName));
    }
}

// A picture "placed in the cell" is stored as an error with metadata, as are errors of new formulas.
bool WorksheetParser::isPicture() const {
    if (m_hasFormula)
        return isPictureFormula(QString::fromUtf8(m_formula));
    return m_type == Type::Error && m_hasValueMetadata;
}

void WorksheetParser::finishNumber(std::string_view raw) {
    auto text = raw.size() <= kLongestNumber ? numberText(raw) : std::nullopt;
    if (!text)
        return storeDamaged(tr("数值“%1”不是数字").arg(quoted(raw)));
    const CellStyle* style = m_context.styles.find(m_style);
    if (style == nullptr) {
        const Display display = m_style == 0 ? Display::AsStored : Display::Unknown;
        return store({.kind = CellKind::Number, .text = std::move(*text), .display = display});
    }
    const NumberFormat& format = m_context.styles.formats[static_cast<std::size_t>(style->format)];
    if (format.isDate()) {
        double serial = 0;
        const bool fits = std::from_chars(raw.data(), raw.data() + raw.size(), serial).ec == std::errc{};
        if (auto date = fits ? dateText(serial, m_context.date1904) : std::nullopt)
            return store(CellKind::Date, std::move(*date));
    }
    NumberFormat::Appearance appearance = format.of(*text);
    store({.kind = CellKind::Number,
           .text = std::move(*text),
           .display = appearance.display,
           .shown = std::move(appearance.shown)});
}

void WorksheetParser::finishText(const StoredText& text) {
    if (text.tooLong)
        return storeDamaged(tr("文字超过一个单元格的上限"));
    if (text.text.isEmpty())
        return;
    if (text.text.startsWith(u'=') && isPictureFormula(text.text))
        return store(CellKind::Picture, {});
    StoredCell cell{.kind = CellKind::Text,
                    .text = text.text,
                    .struckOut = text.struckOut,
                    .raised = text.raised,
                    .shown = text.shown};
    const CellStyle* style = m_context.styles.find(m_style);
    if (style != nullptr) {
        if (style->struckOut && text.looksLikeCell)
            cell.struckOut = StruckOut::Wholly;
        NumberFormat::Appearance appearance =
            m_context.styles.formats[static_cast<std::size_t>(style->format)].ofText(cell.text);
        cell.display = appearance.display;
        if (cell.struckOut == StruckOut::No)
            cell.shown = std::move(appearance.shown);
    }
    store(std::move(cell));
}

void WorksheetParser::finishShared(std::string_view raw) {
    if (m_context.stringsFault)
        return fail(*m_context.stringsFault);
    const auto index = parseIndex(raw, kMaxIndex);
    if (!index || static_cast<std::size_t>(*index) >= m_context.sharedStrings.size())
        return storeDamaged(tr("单元格引用的共享文字“%1”不存在").arg(quoted(raw)));
    finishText(m_context.sharedStrings[static_cast<std::size_t>(*index)]);
}

void WorksheetParser::finishBoolean(std::string_view raw) {
    if (raw == "1" || raw == "true")
        return store(CellKind::Boolean, QStringLiteral("TRUE"));
    if (raw == "0" || raw == "false")
        return store(CellKind::Boolean, QStringLiteral("FALSE"));
    storeDamaged(tr("逻辑值“%1”无效").arg(quoted(raw)));
}

void WorksheetParser::storeDamaged(const QString& reason) {
    store(CellKind::Damaged, reason);
}

void WorksheetParser::store(CellKind kind, QString text) {
    store({.kind = kind, .text = std::move(text)});
}

void WorksheetParser::store(StoredCell cell) {
    const bool isBeyond = m_at.row >= m_limits.rows || m_at.column >= m_limits.columns;
    if (isBeyond && (cell.kind == CellKind::Text || cell.kind == CellKind::Uncalculated) &&
        QStringView(cell.text).trimmed().isEmpty())
        return; // a blank that somebody left far away, a formula that was drawn down too far
    if (!m_badPosition.isEmpty())
        return fail(damaged(m_place, m_badPosition));
    if (m_at.row >= m_limits.rows)
        return fail(tooManyRows(here(), m_limits.rows));
    if (m_at.column >= m_limits.columns)
        return fail(tooManyColumns(here(), m_limits.columns));
    // Of the workbook, whichever sheet comes last.
    if (++m_totals.cells > m_limits.cells)
        return fail(tooManyCells({.file = m_place.file}, m_limits.cells));
    if (m_type != Type::Shared && (m_totals.textBytes += static_cast<qint64>(m_text.raw().size())) > m_limits.textBytes)
        return fail(tooMuchText(m_place.file, m_limits.textBytes));
    if (cell.kind != CellKind::Uncalculated)
        cell.calculation = m_calculation;
    if (const CellStyle* style = m_context.styles.find(m_style);
        style != nullptr && style->struckOut && cell.kind != CellKind::Text)
        cell.struckOut = StruckOut::Wholly;
    if (m_rowHidden && (m_content.hiddenRows.empty() || m_content.hiddenRows.back() != m_at.row))
        m_content.hiddenRows.push_back(m_at.row);
    m_content.cells.push_back({m_at.row, m_at.column, std::move(cell)});
}

SheetContent WorksheetParser::take() {
    std::vector<PlacedCell>& cells = m_content.cells;
    if (!std::ranges::is_sorted(cells, {}, positionOf))
        std::ranges::stable_sort(cells, {}, positionOf);
    mendDuplicates();
    m_content.merges = dropCoveredCells(cells, std::move(m_merges));
    spreadFormulas(cells, std::move(m_formulas), static_cast<std::size_t>(m_limits.cells));
    std::ranges::sort(m_content.hiddenRows);
    const auto again = std::ranges::unique(m_content.hiddenRows);
    m_content.hiddenRows.erase(again.begin(), again.end());
    for (std::size_t column = 0; column < m_hiddenColumns.size(); ++column) {
        if (m_hiddenColumns[column])
            m_content.hiddenColumns.push_back(static_cast<int>(column));
    }
    return std::move(m_content);
}

// A cell that stands there twice is one as long as both say the same.
void WorksheetParser::mendDuplicates() {
    std::vector<PlacedCell>& cells = m_content.cells;
    for (auto twice = std::ranges::adjacent_find(cells, {}, positionOf); twice != cells.end();
         twice = std::ranges::adjacent_find(twice, cells.end(), {}, positionOf)) {
        if (!(twice->cell == std::next(twice)->cell))
            std::next(twice)->cell = {.kind = CellKind::Damaged, .text = tr("同一单元格出现了两次，内容不同")};
        ++twice;
    }
    const auto again = std::ranges::unique(cells.rbegin(), cells.rend(), {}, positionOf);
    cells.erase(cells.begin(), again.begin().base());
}

base::Place WorksheetParser::here() const {
    base::Place place = m_place;
    place.cell = cellName(m_at.row, m_at.column);
    return place;
}

} // namespace junheng::sheet

#include "exchange/county_sheet.h"

#include "exchange/cell_appearance.h"
#include "exchange/cell_value.h"
#include "exchange/given_values.h"
#include "exchange/heading.h"
#include "exchange/sheet_notices.h"
#include "exchange/sheet_planner.h"
#include "exchange/tr.h"
#include "model/items.h"
#include "model/typed_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace junheng::exchange {

namespace {

using model::Item;
using model::Level;
using model::Observation;
using model::SubjectKey;

// 2025 from "2025", "2025学年", "2025-2026学年度".
std::optional<int> parseYear(const QString& folded) {
    static const QRegularExpression kYear(
        QStringLiteral("^(\\d{4})(?:[-~至\\x{2010}-\\x{2015}](\\d{4}))?(?:学年度?|年)?$"));
    const auto match = kYear.match(folded);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    if (!match.captured(2).isEmpty() && match.captured(2).toInt() != year + 1)
        return std::nullopt;
    return year;
}

} // namespace

CountySheet::CountySheet(const sheet::Sheet& sheet, ImportContext& context) : m_sheet(sheet) {
    if (!findColumns(context.findings))
        return;
    for (int row = 1; row < sheet.rowCount(); ++row)
        addLine(row, context);
}

bool CountySheet::findColumns(FindingList& findings) {
    QStringList unknown;
    for (int column = 0; column < m_sheet.columnCount(); ++column) {
        const QString heading = foldHeading(m_sheet.at(0, column).text);
        const bool isItem = heading == countyItemHeading();
        if (!isItem && heading != countyValueHeading()) {
            if (!heading.isEmpty() && !isOwnHeading(heading))
                unknown << tr("%1（%2）").arg(model::quoted(heading), sheet::cellName(0, column));
            continue;
        }
        int& found = isItem ? m_itemColumn : m_valueColumn;
        if (found >= 0)
            findings.error("import.duplicate_column",
                           tr("列“%1”出现了两次，前一次在 %2。请只保留一列。").arg(heading, sheet::cellName(0, found)),
                           m_sheet.name(), sheet::cellName(0, column));
        else
            found = column;
    }
    for (const auto& [column, heading] :
         {std::pair{m_itemColumn, countyItemHeading()}, std::pair{m_valueColumn, countyValueHeading()}}) {
        if (column < 0)
            findings.error("import.missing_column",
                           tr("第一行没有必需的列“%1”。请从数据表模板复制列名，并填写数据。").arg(heading),
                           m_sheet.name());
    }
    if (!unknown.isEmpty())
        findings.notice("import.unknown_column",
                        tr("以下列不在数据表模板中，没有导入：%1。").arg(unknown.join(QChar(u'、'))), m_sheet.name());
    return m_itemColumn >= 0 && m_valueColumn >= 0;
}

void CountySheet::addLine(int row, ImportContext& context) {
    FindingList& findings = context.findings;
    const sheet::StoredCell& label = m_sheet.at(row, m_itemColumn);
    const bool hasValue = !isBlank(m_sheet.at(row, m_valueColumn));
    const QString place = sheet::cellName(row, m_itemColumn);
    if (isBlank(label)) {
        if (hasValue && !reportMerged(m_sheet, row, m_itemColumn, countyItemHeading(), findings))
            findings.error("import.missing_key",
                           tr("这一行有数值而没有填写“%1”。请补填指标项，或删除这一行。").arg(countyItemHeading()),
                           m_sheet.name(), place);
        return;
    }
    if (const auto refusal = refusalOf(countyItemHeading(), label)) {
        if (hasValue)
            findings.error(*refusal, m_sheet.name(), place);
        return;
    }
    const HeadingMatch match = matchHeading(label.text, context.layout.at(Level::County), context.current.year());
    const auto conversion = agreedConversion(match, context.options);
    const bool isTaken = match.isClean() || conversion;
    // Words behind 填报人 and the like name a person: the line is a note, and no figure is left out with it.
    if (match.item == nullptr || (!isTaken && match.item->kind == model::ItemKind::Text && !match.item->key)) {
        const Item* expected = match.item == nullptr ? match.similar : match.item;
        findings.notice("import.unknown_item",
                        tr("指标项%1不在数据表模板中，没有导入。如需导入，请改用模板的名称%2")
                            .arg(model::quoted(label.text),
                                 expected == nullptr ? tr("。") : tr("，是否应为“%1”？").arg(expected->heading())),
                        m_sheet.name(), place);
        return;
    }
    const auto first = std::ranges::find(m_lines, match.item, &Line::item);
    if (first != m_lines.end()) {
        findings.error(
            "import.duplicate_item",
            tr("指标项“%1”出现了两次，前一次在第 %2 行。请只保留一行。").arg(match.item->label).arg(first->row + 1),
            m_sheet.name(), place);
        return;
    }
    if (!isTaken) {
        findings.error(headingRefusal(label.text, match, context), m_sheet.name(), place);
        return;
    }
    m_lines.push_back({.item = match.item, .row = row, .conversion = conversion});
}

const CountySheet::Line* CountySheet::find(const char16_t* code) const {
    const auto found = std::ranges::find_if(m_lines, [&](const Line& l) { return l.item->is(code); });
    return found == m_lines.end() ? nullptr : &*found;
}

// A line of identity as folded text.
IdentityLine<QString> CountySheet::word(const char16_t* code, FindingList& findings) const {
    const Line* line = find(code);
    if (line == nullptr)
        return {};
    IdentityLine<QString> result{.cell = sheet::cellName(line->row, m_valueColumn)};
    if (reportMerged(m_sheet, line->row, m_valueColumn, line->item->label, findings))
        return result;
    const auto text = readWord(line->item->label, m_sheet.at(line->row, m_valueColumn));
    if (!text)
        findings.error(text.error(), m_sheet.name(), result.cell);
    else if (!text->isEmpty())
        result.value = *text;
    return result;
}

IdentityLine<QString> CountySheet::countyName(FindingList& findings) const {
    auto result = word(items::county_name, findings);
    if (result.value) // as written, not folded
        result.value = model::cleanText(m_sheet.at(find(items::county_name)->row, m_valueColumn).text);
    return result;
}

IdentityLine<QString> CountySheet::countyCode(FindingList& findings) const {
    auto result = word(items::county_code, findings);
    if (!result.value)
        return result;
    if (const QString fault = model::countyCodeFault(*result.value); !fault.isEmpty()) {
        findings.error("import.bad_county_code", fault, m_sheet.name(), result.cell);
        result.value.reset();
    }
    return result;
}

IdentityLine<int> CountySheet::schoolYear(FindingList& findings) const {
    const auto text = word(items::school_year, findings);
    IdentityLine<int> result{.cell = text.cell};
    if (!text.value)
        return result;
    result.value = parseYear(*text.value);
    if (!result.value)
        findings.error(
            "import.bad_year",
            tr("学年应填开始的年份，如 2025（指 2025 年 9 月开始的学年），填的是%1。").arg(model::quoted(*text.value)),
            m_sheet.name(), result.cell);
    return result;
}

void CountySheet::checkIdentity(ImportContext& context) const {
    FindingList& findings = context.findings;
    const model::County& county = context.current.county();
    const auto name = countyName(findings);
    const auto code = countyCode(findings);
    const auto year = schoolYear(findings);
    const QString advice = tr("请核对是否选错了文件。");
    if (name.value && model::foldText(*name.value) != model::foldText(county.name))
        findings.error("import.other_county",
                       tr("这份数据表是“%1”的，当前是“%2”。").arg(*name.value, county.name) + advice, m_sheet.name(),
                       name.cell);
    if (code.value && *code.value != county.code)
        findings.error("import.other_county",
                       tr("这份数据表的行政区划代码是 %1，当前是 %2。").arg(*code.value, county.code) + advice,
                       m_sheet.name(), code.cell);
    if (year.value && *year.value != context.current.year())
        findings.error("import.other_year",
                       tr("这份数据表是 %1 学年的，当前是 %2 学年。").arg(*year.value).arg(context.current.year()) +
                           advice,
                       m_sheet.name(), year.cell);
    if (!findings.hasErrors() && (!name.value || !code.value || !year.value))
        findings.notice(
            "import.no_identity",
            tr("工作表“县级”未注明完整的县（市、区）名称、行政区划代码和学年，未能全部核对，请确认文件无误。"),
            m_sheet.name());
}

void CountySheet::planLine(const Line& line, ImportContext& context, QStringList& blanks) const {
    const SubjectKey county = SubjectKey::ofCounty();
    const QString place = sheet::cellName(line.row, m_valueColumn);
    const Conversion* conversion = line.conversion ? &*line.conversion : nullptr;
    const auto parsed = readReported(m_sheet, line.row, m_valueColumn, *line.item, conversion, context.findings);
    if (!parsed)
        return;
    const Observation& read = parsed->observation;
    GivenValues* given = context.options.given;
    if (conversion != nullptr && read.isValue()) {
        context.conversions.push_back(*conversion);
        context.findings.notice("import.converted",
                                tr("“%1”按 %2 换算为 %3。")
                                    .arg(line.item->label, rateOf(*conversion), model::displayText(*line.item, read)),
                                m_sheet.name(), place);
    }
    if (given != nullptr && !read.isMissing())
        given->add({.subject = county, .item = line.item}, read,
                   {.file = context.file, .sheet = m_sheet.name(), .cell = place});
    const Observation stored = context.current.value(county, *line.item);
    if (read == stored) {
        context.summary.unchangedCells += stored.isMissing() ? 0 : 1;
        return;
    }
    if (read.isMissing()) {
        if (given != nullptr && given->has({.subject = county, .item = line.item}))
            return;
        blanks << line.item->label;
        ++(context.options.clearBlanks ? context.summary.clearedCells : context.summary.keptCells);
        if (!context.options.clearBlanks)
            return;
    } else {
        ++(read.saysSameAs(stored) ? context.summary.confirmedCells : context.summary.changedCells);
    }
    context.changes.push_back({.subject = county,
                               .item = line.item,
                               .before = stored,
                               .after = read,
                               .sheet = m_sheet.name(),
                               .cell = place});
}

// A workbook from before the year of the funds could be stated says what it takes it to be.
void CountySheet::noteFundYear(ImportContext& context) const {
    const Item& year = model::itemOf(items::fund_year);
    const bool hasFunds = std::ranges::any_of(m_lines, [&](const Line& line) {
        return line.item->basis == year.label && !isBlank(m_sheet.at(line.row, m_valueColumn));
    });
    if (hasFunds && find(items::fund_year) == nullptr &&
        context.current.value(SubjectKey::ofCounty(), year).isMissing())
        context.findings.notice("import.assumed_fund_year",
                                tr("没有“%1”一行，“上年度”的各项数据按 %2 年导入。不是这一年的，请加上这一行并填写。")
                                    .arg(year.label)
                                    .arg(context.current.year()),
                                m_sheet.name());
}

void CountySheet::plan(ImportContext& context) const {
    reportHidden(m_sheet, context.findings);
    noteFundYear(context);
    QStringList blanks;
    for (const Line& line : m_lines) {
        if (!line.item->key)
            planLine(line, context, blanks);
    }
    if (!blanks.isEmpty() && context.options.clearBlanks)
        context.findings.notice(
            "import.cleared_blank",
            tr("有 %1 项空白，已有数据将被清除：%2。").arg(blanks.size()).arg(blanks.join(QChar(u'、'))),
            m_sheet.name());
    else if (!blanks.isEmpty())
        context.findings.notice(
            "import.kept_blank",
            tr("有 %1 项空白，已有数据保留不变：%2。").arg(blanks.size()).arg(blanks.join(QChar(u'、'))),
            m_sheet.name());
}

} // namespace junheng::exchange

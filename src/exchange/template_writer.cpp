#include "exchange/template_writer.h"

#include "exchange/template_layout.h"
#include "model/observation.h"
#include "sheet/workbook_writer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <vector>

namespace junheng::exchange {

namespace {

using model::CountyYear;
using model::Item;
using model::ItemDictionary;
using model::ItemKind;
using model::Level;
using model::Observation;
using model::SubjectKey;

constexpr std::uint32_t kKeyFill = 0xF8CBAD;
constexpr std::uint32_t kRequiredFill = 0xFFE699;
constexpr std::uint32_t kOptionalFill = 0xE2EFDA;
constexpr int kHeadingLines = 3;
constexpr double kLineHeight = 16; // points, of 11 point text

QString tr(const char* text) {
    return QCoreApplication::translate("exchange", text);
}

QString fontName() {
    return QStringLiteral("宋体"); // on every Chinese Windows, and substituted elsewhere
}

// Codes and words are text, so that nothing typed later becomes a number or a date.
QString numberFormat(const Item& item) {
    if (!item.isNumeric())
        return QStringLiteral("@");
    if (item.decimals == 0)
        return QStringLiteral("0");
    if (item.kind == ItemKind::Money && item.decimals > 2)
        return QStringLiteral("0.00") + QString(item.decimals - 2, QChar(u'#'));
    return QStringLiteral("0.") + QString(item.decimals, QChar(u'0'));
}

sheet::Format cellFormat(const Item& item) {
    return {.fontName = fontName(),
            .horizontal = item.isNumeric() ? sheet::HorizontalAlignment::Right : sheet::HorizontalAlignment::Left,
            .vertical = sheet::VerticalAlignment::Centre,
            .numberFormat = numberFormat(item)};
}

sheet::Format headingFormat(std::uint32_t fill) {
    return {.fontName = fontName(),
            .bold = true,
            .fillColour = fill,
            .border = sheet::Border::Thin,
            .horizontal = sheet::HorizontalAlignment::Centre,
            .vertical = sheet::VerticalAlignment::Centre,
            .wrap = true};
}

std::uint32_t headingFill(const Item& item) {
    if (item.key)
        return kKeyFill;
    return item.required ? kRequiredFill : kOptionalFill;
}

// In characters of the default font, of which a Chinese one takes two.
int widthOf(const QString& text) {
    int width = 0;
    for (QChar c : text)
        width += c.unicode() < 0x100 ? 1 : 2;
    return width;
}

double columnWidth(const Item& item) {
    double least = 10;
    if (item.code == QLatin1StringView("school_code") || item.code == QLatin1StringView("parent_code"))
        least = 14;
    else if (item.kind == ItemKind::Text)
        least = item.key ? 12 : 30;
    return std::max(least, std::ceil(widthOf(item.heading()) / static_cast<double>(kHeadingLines)) + 3);
}

void writeValue(sheet::SheetWriter& target, int row, int column, const Item& item, const Observation& observation) {
    const sheet::Format format = cellFormat(item);
    if (observation.isMissing())
        target.writeBlank(row, column, format);
    else if (observation.isValue() && item.isNumeric())
        target.writeNumber(row, column, model::decimalOf(item, observation).toDouble(), format);
    else
        target.writeText(row, column, model::displayText(item, observation), format);
}

// What a key column shows for a row.
QString keyText(const Item& item, const SubjectKey& key) {
    if (item.level == Level::School)
        return key.school;
    switch (key.level) {
    case Level::Section:
        return model::partLabel(key);
    case Level::Monitoring: {
        const bool isGrade = item.code == QLatin1StringView("monitored_grade");
        return key.part.section(QChar(u'/'), isGrade ? 1 : 0, isGrade ? 1 : 0);
    }
    default:
        return key.part; // a blank campus is 本部
    }
}

// The rows of a sheet: those of the data, and those that a blank template has already.
std::vector<SubjectKey> rowsOf(Level level, const CountyYear* data) {
    std::vector<SubjectKey> rows;
    if (data != nullptr) {
        for (int row = 0; row < data->table(level).rowCount(); ++row)
            rows.push_back(data->table(level).key(row));
    }
    const QStringList prepared = preparedRows(level);
    for (const QString& part : prepared) {
        const SubjectKey key{.level = level, .part = part};
        if (std::ranges::find(rows, key) == rows.end())
            rows.push_back(key);
    }
    QStringList order = allowedIndicators(level);
    if (order.isEmpty())
        order = prepared;
    std::ranges::stable_sort(rows, {}, [&](const SubjectKey& key) { return order.indexOf(key.part); });
    return rows;
}

void setUp(sheet::SheetWriter& target, int frozenColumns, int headingLines) {
    target.freeze(1, frozenColumns);
    target.setRowHeight(0, headingLines * kLineHeight + 6);
    target.setPage({.orientation = sheet::Orientation::Landscape,
                    .repeatedRows = sheet::CellRange{.top = 0, .left = 0, .bottom = 0, .right = 0}});
}

void writeTable(sheet::SheetWriter target, const SheetLayout& layout, const CountyYear* data) {
    int keys = 0;
    int column = 0;
    for (const Item* item : layout.columns) {
        keys += item->key ? 1 : 0;
        target.setColumnWidth(column, column, columnWidth(*item), cellFormat(*item));
        target.writeText(0, column++, item->heading(), headingFormat(headingFill(*item)));
    }
    setUp(target, layout.level == Level::School ? 2 : keys, kHeadingLines); // a school's name stays in sight

    int row = 0;
    for (const SubjectKey& key : rowsOf(layout.level, data)) {
        ++row;
        column = 0;
        for (const Item* item : layout.columns) {
            if (item->key)
                target.writeText(row, column++, keyText(*item, key), cellFormat(*item));
            else
                writeValue(target, row, column++, *item,
                           data == nullptr ? Observation::missing() : data->value(key, *item));
        }
    }
}

Observation countyValue(const Item& item, const CountyYear* data) {
    if (data == nullptr)
        return Observation::missing();
    if (item.code == QLatin1StringView("county_name"))
        return Observation::ofText(data->county().name);
    if (item.code == QLatin1StringView("county_code"))
        return Observation::ofText(data->county().code);
    if (item.code == QLatin1StringView("school_year"))
        return Observation::ofAmount(data->year());
    return data->value(SubjectKey::ofCounty(), item);
}

void writeCounty(sheet::SheetWriter target, const SheetLayout& layout, const CountyYear* data) {
    int labelWidth = 0;
    int row = 0;
    for (const Item* item : layout.columns) {
        ++row;
        labelWidth = std::max(labelWidth, widthOf(item->heading()));
        sheet::Format label = headingFormat(headingFill(*item));
        label.bold = false;
        label.horizontal = sheet::HorizontalAlignment::Left;
        target.writeText(row, 0, item->heading(), label);
        writeValue(target, row, 1, *item, countyValue(*item, data));
    }
    target.setColumnWidth(0, 0, labelWidth + 3);
    target.setColumnWidth(1, 1, 30);
    target.writeText(0, 0, countyItemHeading(), headingFormat(kKeyFill));
    target.writeText(0, 1, countyValueHeading(), headingFormat(kRequiredFill));
    setUp(target, 1, 1);
}

} // namespace

base::Outcome writeTemplate(const QString& path, const CountyYear* data) {
    sheet::WorkbookWriter book(
        path, {.title = tr("义务教育优质均衡发展数据表"), .author = {}, .created = QDateTime::currentDateTimeUtc()});
    for (const SheetLayout& layout : templateSheets()) {
        if (layout.level == Level::County)
            writeCounty(book.addSheet(layout.name), layout, data);
        else
            writeTable(book.addSheet(layout.name), layout, data);
    }
    return book.finish();
}

} // namespace junheng::exchange

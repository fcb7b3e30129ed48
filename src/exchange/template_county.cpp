#include "exchange/template_county.h"

#include "exchange/template_checks.h"
#include "exchange/template_format.h"
#include "exchange/template_layout.h"
#include "exchange/template_notes.h"
#include "exchange/template_rules.h"
#include "exchange/tr.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::exchange {

namespace {

using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::SubjectKey;

// Columns of the sheet.
constexpr int kLabel = 0;
constexpr int kValue = 1;
constexpr int kHint = 2;
constexpr int kCheck = 3;
constexpr int kColumns = 4;

Observation countyValue(const Item& item, const CountyYear* data) {
    if (data == nullptr)
        return Observation::missing();
    if (item.is(items::county_name))
        return Observation::ofText(data->county().name);
    if (item.is(items::county_code))
        return Observation::ofText(data->county().code);
    if (item.is(items::school_year))
        return Observation::ofAmount(data->year());
    return data->value(SubjectKey::ofCounty(), item);
}

void writeHeadings(sheet::SheetWriter& target) {
    target.writeText(0, kLabel, countyItemHeading(), headingFormat(TemplateColours::kKey));
    target.writeText(0, kValue, countyValueHeading(), headingFormat(TemplateColours::kRequired));
    target.writeText(0, kHint, countyHintHeading(), headingFormat(TemplateColours::kOwn));
    target.writeText(0, kCheck, checkHeading(), headingFormat(TemplateColours::kOwn));
}

void addRules(sheet::SheetWriter& target, int row, const Item& item, const TemplateSheet& schools,
              const CountyYear* before) {
    const sheet::CellRange cell{row, kValue, row, kValue};
    const QString name = sheet::cellName(row, kValue);
    sheet::Validation rule = validationOf(item, name, schools, nullptr);
    const Observation earlier = before == nullptr || item.key || item.carried
                                    ? Observation::missing()
                                    : before->value(SubjectKey::ofCounty(), item);
    if (!earlier.isMissing()) {
        const QString shown = model::displayText(item, earlier);
        rule.promptTitle = tr("上年：%1").arg(shown).left(32);
        rule.prompt = tr("%1 学年：%2%3")
                          .arg(before->year())
                          .arg(shown, earlier.isValue() ? shownUnit(item) : QString())
                          .left(255);
    }
    if (!earlier.isMissing() || !rule.condition.isEmpty() || !rule.choices.isEmpty())
        target.validate(cell, rule);
    if (const QString misfit = misfitFormula(item, name, false); !misfit.isEmpty())
        target.formatWhere(cell, misfit, {.fillColour = TemplateColours::kMisfit});
    if (const QString required = requiredCountyFormula(item, name); !required.isEmpty())
        target.formatWhere(cell, required, {.fillColour = TemplateColours::kWanted});
}

void writeCheck(sheet::SheetWriter& target, int row, const Item& item, const SheetLayout& layout,
                const CountyYear* data) {
    const std::vector<TemplateCheck> checks = countyChecksOf(layout, item);
    if (checks.empty())
        return;
    const QString text = data == nullptr ? QString() : checkText(checks, *data, SubjectKey::ofCounty());
    target.writeFormula(row, kCheck, QChar(u'=') + checkFormula(checks, row), text,
                        ownFormat(TemplateColours::kCheckText));
    const QString shown = QStringLiteral("=LEN(%1)>0").arg(sheet::cellName(row, kCheck));
    target.formatWhere({row, kCheck, row, kCheck}, shown, {.fillColour = TemplateColours::kMisfit});
}

} // namespace

void writeCounty(sheet::SheetWriter target, const SheetLayout& layout, const TemplateSheet& schools,
                 const TemplateContent& content) {
    // Wider, and all would be printed too small to read.
    constexpr int kHintWidth = 44;
    sheet::Format hint = ownFormat(TemplateColours::kOwnText);
    hint.wrap = true;
    int labelWidth = 0;
    int row = 0;
    for (const Item* item : layout.columns) {
        ++row;
        labelWidth = std::max(labelWidth, widthOf(item->heading()));
        sheet::Format label = headingFormat(headingFill(*item));
        label.bold = false;
        label.horizontal = sheet::HorizontalAlignment::Left;
        target.writeText(row, kLabel, item->heading(), label);
        target.addNote(row, kLabel, noteOf(*item));
        writeValue(target, row, kValue, *item, countyValue(*item, content.data));
        target.writeText(row, kHint, hintOf(*item), hint);
        // Not every program makes room for wrapped lines by itself.
        constexpr int kHintLineHeight = 15;
        if (const int lines = (widthOf(hintOf(*item)) + kHintWidth) / kHintWidth; lines > 1)
            target.setRowHeight(row, lines * kHintLineHeight);
        addRules(target, row, *item, schools, content.before);
        writeCheck(target, row, *item, layout, content.data);
    }
    target.setColumnWidth(kLabel, kLabel, labelWidth + 3);
    target.setColumnWidth(kValue, kValue, 24, {.locked = false});
    target.setColumnWidth(kHint, kHint, kHintWidth);
    target.setColumnWidth(kCheck, kCheck, 36);
    writeHeadings(target);
    target.freeze(1, 1);
    target.setRowHeight(0, 22);
    target.hideWarnings({1, kLabel, row, kCheck});
    target.setPage({.orientation = sheet::Orientation::Landscape,
                    .pagesWide = 1,
                    .footer = tr("&C第 &P 页，共 &N 页"),
                    .repeatedRows = sheet::CellRange{},
                    .gridlines = true,
                    .printArea = sheet::CellRange{0, 0, row, kColumns - 1}});
    target.protect();
}

} // namespace junheng::exchange

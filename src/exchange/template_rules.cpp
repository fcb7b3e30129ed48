#include "exchange/template_rules.h"

#include "exchange/template_row_checks.h"
#include "exchange/tr.h"
#include "model/asked.h"
#include "model/items.h"
#include "model/observation.h"

#include <vector>

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemKind;
using model::Level;
using model::Stage;
using sheet::Validation;

constexpr qint64 kLargestCount = 9'999'999;
constexpr int kMostAmountDigits = 15;

bool isFourDigits(const Item& item) {
    return item.isYear() || item.is(items::school_year);
}

bool isWhole(const Item& item) {
    return item.kind == ItemKind::Count || item.kind == ItemKind::Integer;
}

bool mayBeNotApplicable(const Item& item) {
    return !item.key && !item.is(items::pupils);
}

// The formula of a number that the import takes; ISNUMBER first, as comparing a text would be no error but nonsense.
QString numberFormula(const Item& item, const QString& cell) {
    QString range;
    if (isFourDigits(item))
        range = QStringLiteral("%1>=1800,%1<=2200").arg(cell);
    else if (item.kind == ItemKind::Count)
        range = QStringLiteral("%1>=0,%1<=%2").arg(cell).arg(kLargestCount);
    else
        range = QStringLiteral("%1>=0,%1<1E+%2").arg(cell).arg(kMostAmountDigits - item.decimals);
    if (isWhole(item))
        range += QStringLiteral(",%1=INT(%1)").arg(cell);
    const QString otherwise = mayBeNotApplicable(item)
                                  ? QStringLiteral("TRIM(%1)=\"%2\"").arg(cell, model::notApplicableWord())
                                  : QStringLiteral("FALSE");
    return QStringLiteral("IF(ISNUMBER(%1),AND(%2),%3)").arg(cell, range, otherwise);
}

QString wantedNumber(const Item& item) {
    if (isFourDigits(item))
        return tr("四位年份，如 2012");
    if (item.kind == ItemKind::Count)
        return tr("0 到 9999999 的整数");
    if (isWhole(item))
        return tr("整数");
    return item.decimals == 0 ? tr("0 或正数，不带小数") : tr("0 或正数，最多 %1 位小数").arg(item.decimals);
}

Validation numberRule(const Item& item, const QString& cell) {
    QString text = tr("“%1”请填%2").arg(item.label, wantedNumber(item));
    if (item.hasUnit())
        text += tr("，单位：%1").arg(item.unitText());
    text += mayBeNotApplicable(item) ? tr("。没有就填 0，还不知道请留空，确属不适用填“不适用”。")
                                     : tr("。没有就填 0，还不知道请留空。");
    return {.condition = QChar(u'=') + numberFormula(item, cell),
            .errorTitle = isWhole(item) ? tr("这里填整数") : tr("这里填数字"),
            .errorText = text};
}

Validation choiceRule(const Item& item, QStringList choices) {
    constexpr qsizetype kLongestList = 255; // that a workbook can hold in a validation
    if (choices.join(QChar(u',')).size() > kLongestList)
        return {};
    const bool numbered = choices.constFirst().startsWith(u'1'); // also taken by number or name
    if (!item.required && !item.key)
        choices << model::notApplicableWord();
    return {.choices = choices,
            .alert = numbered ? sheet::Alert::Warning : sheet::Alert::Stop,
            .errorTitle = tr("请从下拉列表中选择"),
            .errorText = numbered ? tr("“%1”不在下拉列表中。只填代码或名称也可以。").arg(item.label)
                                  : tr("“%1”请从下拉列表中选一项：%2。还不知道请留空。")
                                        .arg(item.label, choices.join(QChar(u'、')))
                                        .left(255)};
}

Validation registeredSchool(const TemplateSheet& schools, const Item& item) {
    // Only the codes filled in, so that the list has no tail of blanks.
    const QString codes = schools.columnFromOutside(items::school_code);
    const QString first = schools.layout().name + u'!' + QStringLiteral("$A$2");
    return {.choicesFrom = QStringLiteral("=OFFSET(%1,0,0,MAX(1,COUNTA(%2)),1)").arg(first, codes),
            .alert = sheet::Alert::Warning,
            .errorTitle = tr("学校标识码不在“学校”表中"),
            .errorText =
                tr("“%1”应是“学校”表中已有的十位标识码。请核对，或先在“学校”表补上这所学校。").arg(item.label)};
}

// The stages whose row needs a section item, as a condition on the stage; empty for all.
QString stageCondition(const Item& item, const QString& stage) {
    const std::vector<Stage> asked = model::stagesAsked(item);
    if (asked.size() == model::kStageCount)
        return {};
    QStringList conditions;
    for (const Stage wanted : asked)
        conditions << QStringLiteral("%1=\"%2\"").arg(stage, model::stageName(wanted));
    return conditions.size() == 1 ? conditions.front() : QStringLiteral("OR(%1)").arg(conditions.join(QChar(u',')));
}

QString isBlankFormula(const QString& cell) {
    return QStringLiteral("LEN(TRIM(%1))=0").arg(cell);
}

} // namespace

Validation validationOf(const Item& item, const QString& cell, const TemplateSheet& schools, const TemplateSheet* own) {
    if (item.is(items::school_code) && own == &schools)
        return {.condition = QChar(u'=') + schoolCodeFormula(cell),
                .errorTitle = tr("应为十位数字"),
                .errorText = tr("学校标识码恰好十位数字，按学校代码证填写，前面的 0 不能丢。")};
    if (item.is(items::school_code) || item.is(items::parent_code))
        return registeredSchool(schools, item);
    if (item.is(items::county_code))
        return {.condition = QStringLiteral("=IF(ISNUMBER(--%1),LEN(%1)=6,FALSE)").arg(cell),
                .errorTitle = tr("应为六位数字"),
                .errorText = tr("行政区划代码恰好六位数字，按国家统计局的区划代码填写。")};
    if (item.key && own != nullptr && !own->indicators().isEmpty())
        return choiceRule(item, own->indicators());
    if (item.kind == ItemKind::Choice)
        return choiceRule(item, item.choices);
    if (item.kind == ItemKind::Flag)
        return choiceRule(item, {tr("是"), tr("否")});
    return item.isNumeric() ? numberRule(item, cell) : Validation{};
}

QString misfitFormula(const Item& item, const QString& cell, bool isRegister) {
    if (item.is(items::school_code) && isRegister)
        return QStringLiteral("=AND(%1<>\"\",NOT(%2))").arg(cell, schoolCodeFormula(cell));
    if (!item.isNumeric())
        return {};
    return QStringLiteral("=AND(%1<>\"\",NOT(%2))").arg(cell, numberFormula(item, cell));
}

QString requiredFormula(const TemplateSheet& sheet, const Item& item) {
    if (!item.required || item.key)
        return {};
    const QString key = QStringLiteral("$A2");
    const QString stage =
        item.level == Level::Section ? stageCondition(item, sheet.cellOfColumn(items::stage, 1)) : QString();
    return QStringLiteral("=AND(%1<>\"\",%2%3)")
        .arg(key, isBlankFormula(sheet.cell(item.code, 1)), stage.isEmpty() ? QString() : QChar(u',') + stage);
}

QString requiredCountyFormula(const Item& item, const QString& cell) {
    return item.required ? QChar(u'=') + isBlankFormula(cell) : QString();
}

} // namespace junheng::exchange

#include "exchange/template_checks.h"

#include "exchange/template_row_checks.h"
#include "model/observation.h"
#include "sheet/workbook.h"

#include <QCoreApplication>

#include <algorithm>

namespace junheng::exchange {

namespace {

using model::CountyYear;
using model::Item;
using model::ItemDictionary;
using model::Level;
using model::Observation;
using model::SubjectKey;

QString tr(const char* text) {
    return QCoreApplication::translate("exchange", text);
}

// The parts together are at most `factor` times the whole, or all parts together are the whole.
struct Comparison {
    enum class Kind : std::uint8_t { AtMost, Whole };
    Kind kind;
    std::vector<const char16_t*> parts; ///< of one level; their amounts have the decimals of the whole
    const char16_t* whole;
    const char* message;
    int factor = 1;
};

constexpr int kAbsurdClass = 80; // pupils in an average class

const std::vector<Comparison>& comparisons() {
    using enum Comparison::Kind;
    static const std::vector<Comparison> all{
        {AtMost, {u"teacher_training_budget"}, u"public_funds_budget", QT_TR_NOOP("教师培训经费大于公用经费预算")},
        {AtMost, {u"classes"}, u"pupils", QT_TR_NOOP("教学班数大于在校学生数")},
        {AtMost, {u"pupils"}, u"classes", QT_TR_NOOP("平均班额超过80人"), kAbsurdClass},
        {Whole,
         {u"classes_le25", u"classes_26_30", u"classes_31_35", u"classes_36_40", u"classes_41_45", u"classes_46_50",
          u"classes_51_55", u"classes_56_60", u"classes_61_65", u"classes_ge66"},
         u"classes",
         QT_TR_NOOP("各档班数之和不等于教学班数")},
        {AtMost, {u"largest_class"}, u"pupils", QT_TR_NOOP("最大班额大于在校学生数")},
        {AtMost, {u"teachers"}, u"staff", QT_TR_NOOP("专任教师数大于教职工数")},
        {AtMost,
         {u"teachers_college", u"teachers_bachelor", u"teachers_master", u"teachers_doctor"},
         u"teachers",
         QT_TR_NOOP("各学历教师之和大于专任教师数")},
        {AtMost, {u"backbone_teachers"}, u"teachers", QT_TR_NOOP("骨干教师数大于专任教师数")},
        {AtMost,
         {u"pe_teachers", u"music_teachers", u"fine_art_teachers", u"other_art_teachers"},
         u"teachers",
         QT_TR_NOOP("体育、艺术教师之和大于专任教师数")},
        {AtMost, {u"senior_title_teachers"}, u"teachers", QT_TR_NOOP("中级及以上职务教师数大于专任教师数")},
        {AtMost, {u"certified_teachers"}, u"teachers", QT_TR_NOOP("持证教师数大于专任教师数")},
        {AtMost, {u"trained_teachers"}, u"teachers", QT_TR_NOOP("培训满学时教师数大于专任教师数")},
        {AtMost, {u"migrant_pupils"}, u"pupils", QT_TR_NOOP("随迁子女数大于在校学生数")},
        {AtMost, {u"in_zone_pupils"}, u"pupils", QT_TR_NOOP("划片范围内学生数大于在校学生数")},
        {AtMost, {u"indoor_sports_area"}, u"teaching_area", QT_TR_NOOP("室内体育用房面积大于教学及辅助用房面积")},
        {AtMost, {u"leased_sports_area"}, u"extra_sports_area", QT_TR_NOOP("租借场馆面积大于专用运动空间面积")},
        {AtMost, {u"survey_valid"}, u"survey_issued", QT_TR_NOOP("有效问卷数大于问卷总数")},
        {AtMost, {u"survey_satisfied"}, u"survey_valid", QT_TR_NOOP("满意问卷数大于有效问卷数")},
        {AtMost, {u"visits_satisfied"}, u"visits", QT_TR_NOOP("走访满意人数大于走访人数")},
        {AtMost, {u"rotation_backbone"}, u"rotation_actual", QT_TR_NOOP("交流轮岗骨干教师数大于实际交流轮岗教师数")},
        {AtMost, {u"quota_allocated"}, u"quota_total", QT_TR_NOOP("分配到初中的名额数大于名额总数")},
        {AtMost, {u"quota_rural"}, u"quota_allocated", QT_TR_NOOP("分配到农村初中的名额数大于分配到初中的名额数")},
        {AtMost,
         {u"migrant_public", u"migrant_purchased"},
         u"migrant_eligible",
         QT_TR_NOOP("在公办和购买服务学校就读的人数之和大于随迁子女总数")},
        {AtMost, {u"disabled_enrolled"}, u"disabled_total", QT_TR_NOOP("入学人数大于残疾儿童少年总数")},
        {AtMost, {u"disabled_special"}, u"disabled_enrolled", QT_TR_NOOP("特殊教育学校就读人数大于入学人数")},
        {AtMost, {u"rural_population"}, u"population", QT_TR_NOOP("农业人口数大于常住人口总数")},
    };
    return all;
}

const Item& itemAt(QStringView code) {
    return ItemDictionary::instance().at(code);
}

QString comparisonFormula(const Comparison& comparison, const QStringList& parts, const QString& whole) {
    const QString sum = QStringLiteral("SUM(%1)").arg(parts.join(QChar(u',')));
    const QString limit = comparison.factor == 1 ? whole : QStringLiteral("%1*N(%2)").arg(comparison.factor).arg(whole);
    const QString above = QStringLiteral("%1>%2").arg(sum, limit);
    if (comparison.kind == Comparison::Kind::AtMost)
        return QStringLiteral("AND(COUNT(%1)=1,%2)").arg(whole, above);
    // Parts that are still blank may yet make up the difference.
    QStringList filled;
    for (const QString& part : parts)
        filled << QStringLiteral("(%1<>\"\")").arg(part);
    return QStringLiteral("AND(COUNT(%1)=1,COUNT(%2)>0,OR(%3,AND(%4=%5,%6<%1)))")
        .arg(whole, parts.join(QChar(u',')), above, filled.join(QChar(u'+')), QString::number(parts.size()), sum);
}

bool isBrokenComparison(const Comparison& comparison, const CountyYear& data, const SubjectKey& key) {
    const Observation whole = data.value(key, itemAt(comparison.whole));
    std::int64_t sum = 0;
    int values = 0;
    bool complete = true;
    for (const char16_t* code : comparison.parts) {
        const Observation part = data.value(key, itemAt(code));
        complete = complete && !part.isMissing();
        values += part.isValue() ? 1 : 0;
        sum += part.isValue() ? part.amount : 0;
    }
    if (!whole.isValue())
        return false;
    if (sum > whole.amount * comparison.factor)
        return true;
    return comparison.kind == Comparison::Kind::Whole && values > 0 && complete && sum < whole.amount;
}

TemplateCheck checkOf(const Comparison& comparison, const std::function<QString(const char16_t*, int)>& cellOf) {
    return {.message = tr(comparison.message),
            .formula =
                [comparison, cellOf](int row) {
                    QStringList parts;
                    for (const char16_t* code : comparison.parts)
                        parts << cellOf(code, row);
                    return comparisonFormula(comparison, parts, cellOf(comparison.whole, row));
                },
            .isBroken = [comparison](const CountyYear& data,
                                     const SubjectKey& key) { return isBrokenComparison(comparison, data, key); }};
}

} // namespace

std::vector<TemplateCheck> checksOf(const TemplateSheets& sheets, Level level) {
    const TemplateSheet& sheet = sheets.at(level);
    std::vector<TemplateCheck> checks = rowChecksOf(sheets, level);
    for (const Comparison& comparison : comparisons()) {
        if (itemAt(comparison.whole).level == level)
            checks.push_back(
                checkOf(comparison, [&sheet](const char16_t* code, int row) { return sheet.cell(code, row); }));
    }
    return checks;
}

std::vector<TemplateCheck> countyChecksOf(const Item& item) {
    std::vector<TemplateCheck> checks;
    for (const Comparison& comparison : comparisons()) {
        if (&itemAt(comparison.parts.front()) == &item && item.level == Level::County)
            checks.push_back(checkOf(comparison, [](const char16_t* code, int) { return countyCell(code); }));
    }
    return checks;
}

QString checkFormula(const std::vector<TemplateCheck>& checks, int row) {
    QStringList messages;
    for (const TemplateCheck& check : checks)
        messages << QStringLiteral("IF(%1,\"；%2\",\"\")").arg(check.formula(row), check.message);
    return QStringLiteral("MID(%1,2,500)").arg(messages.join(QChar(u'&')));
}

QString checkFormula(const TemplateSheet& sheet, const std::vector<TemplateCheck>& checks, int row) {
    const std::vector<TemplateColumn>& columns = sheet.columns();
    const QString key = sheet::cellName(row, 0);
    const int firstValue = columns.at(1).item == nullptr ? 2 : 1; // behind what the template shows for itself
    const QString values =
        sheet::cellName(row, firstValue) + QChar(u':') + sheet::cellName(row, static_cast<int>(columns.size()) - 2);
    return QStringLiteral("=IF(%1=\"\",IF(COUNTA(%2)=0,\"\",\"%3\"),%4)")
        .arg(key, values, tr("没有填写“%1”").arg(columns.front().item->label), checkFormula(checks, row));
}

QString checkText(const std::vector<TemplateCheck>& checks, const CountyYear& data, const SubjectKey& key) {
    QStringList messages;
    for (const TemplateCheck& check : checks) {
        if (check.isBroken(data, key))
            messages << check.message;
    }
    return messages.join(QChar(u'；'));
}

} // namespace junheng::exchange

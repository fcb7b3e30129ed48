#include "model/relation.h"

#include <QCoreApplication>

#include <initializer_list>

namespace junheng::model {

namespace {

constexpr int kAbsurdClass = 80; // pupils in an average class

Relation relation(const char* code, Relation::Kind kind, std::initializer_list<const char16_t*> parts,
                  const char16_t* whole, const char* message, int factor = 1) {
    Relation made{.code = QString::fromLatin1(code),
                  .kind = kind,
                  .parts = {},
                  .whole = &itemOf(whole),
                  .message = QCoreApplication::translate("model", message),
                  .factor = factor};
    for (const char16_t* part : parts)
        made.parts.push_back(&itemOf(part));
    return made;
}

} // namespace

const std::vector<Relation>& relations() {
    using enum Relation::Kind;
    static const std::vector<Relation> all{
        relation("training_budget", AtMost, {u"teacher_training_budget"}, u"public_funds_budget",
                 QT_TRANSLATE_NOOP("model", "教师培训经费大于公用经费预算")),
        relation("classes", AtMost, {u"classes"}, u"pupils", QT_TRANSLATE_NOOP("model", "教学班数大于在校学生数")),
        relation("average_class", AtMost, {u"pupils"}, u"classes", QT_TRANSLATE_NOOP("model", "平均班额超过80人"),
                 kAbsurdClass),
        relation("class_bands", Whole,
                 {u"classes_le25", u"classes_26_30", u"classes_31_35", u"classes_36_40", u"classes_41_45",
                  u"classes_46_50", u"classes_51_55", u"classes_56_60", u"classes_61_65", u"classes_ge66"},
                 u"classes", QT_TRANSLATE_NOOP("model", "各档班数之和不等于教学班数")),
        relation("largest_class", AtMost, {u"largest_class"}, u"pupils",
                 QT_TRANSLATE_NOOP("model", "最大班额大于在校学生数")),
        relation("staff", AtMost, {u"teachers"}, u"staff", QT_TRANSLATE_NOOP("model", "专任教师数大于教职工数")),
        relation("degrees", AtMost, {u"teachers_college", u"teachers_bachelor", u"teachers_master", u"teachers_doctor"},
                 u"teachers", QT_TRANSLATE_NOOP("model", "各学历教师之和大于专任教师数")),
        relation("backbone", AtMost, {u"backbone_teachers"}, u"teachers",
                 QT_TRANSLATE_NOOP("model", "骨干教师数大于专任教师数")),
        relation("pe_art", AtMost, {u"pe_teachers", u"music_teachers", u"fine_art_teachers", u"other_art_teachers"},
                 u"teachers", QT_TRANSLATE_NOOP("model", "体育、艺术教师之和大于专任教师数")),
        relation("senior_titles", AtMost, {u"senior_title_teachers"}, u"teachers",
                 QT_TRANSLATE_NOOP("model", "中级及以上职务教师数大于专任教师数")),
        relation("certified", AtMost, {u"certified_teachers"}, u"teachers",
                 QT_TRANSLATE_NOOP("model", "持证教师数大于专任教师数")),
        relation("trained", AtMost, {u"trained_teachers"}, u"teachers",
                 QT_TRANSLATE_NOOP("model", "培训满学时教师数大于专任教师数")),
        relation("migrants", AtMost, {u"migrant_pupils"}, u"pupils",
                 QT_TRANSLATE_NOOP("model", "随迁子女数大于在校学生数")),
        relation("in_zone", AtMost, {u"in_zone_pupils"}, u"pupils",
                 QT_TRANSLATE_NOOP("model", "划片范围内学生数大于在校学生数")),
        relation("indoor_sports", AtMost, {u"indoor_sports_area"}, u"teaching_area",
                 QT_TRANSLATE_NOOP("model", "室内体育用房面积大于教学及辅助用房面积")),
        relation("leased_sports", AtMost, {u"leased_sports_area"}, u"extra_sports_area",
                 QT_TRANSLATE_NOOP("model", "租借场馆面积大于专用运动空间面积")),
        relation("survey_valid", AtMost, {u"survey_valid"}, u"survey_issued",
                 QT_TRANSLATE_NOOP("model", "有效问卷数大于问卷总数")),
        relation("survey_satisfied", AtMost, {u"survey_satisfied"}, u"survey_valid",
                 QT_TRANSLATE_NOOP("model", "满意问卷数大于有效问卷数")),
        relation("visits", AtMost, {u"visits_satisfied"}, u"visits",
                 QT_TRANSLATE_NOOP("model", "走访满意人数大于走访人数")),
        relation("rotation", AtMost, {u"rotation_backbone"}, u"rotation_actual",
                 QT_TRANSLATE_NOOP("model", "交流轮岗骨干教师数大于实际交流轮岗教师数")),
        relation("quota", AtMost, {u"quota_allocated"}, u"quota_total",
                 QT_TRANSLATE_NOOP("model", "分配到初中的名额数大于名额总数")),
        relation("quota_rural", AtMost, {u"quota_rural"}, u"quota_allocated",
                 QT_TRANSLATE_NOOP("model", "分配到农村初中的名额数大于分配到初中的名额数")),
        relation("migrant_places", AtMost, {u"migrant_public", u"migrant_purchased"}, u"migrant_eligible",
                 QT_TRANSLATE_NOOP("model", "在公办和购买服务学校就读的人数之和大于随迁子女总数")),
        relation("disabled", AtMost, {u"disabled_enrolled"}, u"disabled_total",
                 QT_TRANSLATE_NOOP("model", "入学人数大于残疾儿童少年总数")),
        relation("disabled_special", AtMost, {u"disabled_special"}, u"disabled_enrolled",
                 QT_TRANSLATE_NOOP("model", "特殊教育学校就读人数大于入学人数")),
        relation("grades", Whole,
                 {u"pupils_grade_1", u"pupils_grade_2", u"pupils_grade_3", u"pupils_grade_4", u"pupils_grade_5",
                  u"pupils_grade_6"},
                 u"pupils", QT_TRANSLATE_NOOP("model", "各年级学生数之和不等于在校学生数")),
        relation("disabled_kinds", AtMost, {u"disabled_blind_total", u"disabled_deaf_total", u"disabled_mental_total"},
                 u"disabled_total", QT_TRANSLATE_NOOP("model", "盲、聋、智障儿童之和大于残疾儿童少年总数")),
        relation("disabled_blind", AtMost, {u"disabled_blind_enrolled"}, u"disabled_blind_total",
                 QT_TRANSLATE_NOOP("model", "盲童入学人数大于适龄盲童总数")),
        relation("disabled_deaf", AtMost, {u"disabled_deaf_enrolled"}, u"disabled_deaf_total",
                 QT_TRANSLATE_NOOP("model", "聋童入学人数大于适龄聋童总数")),
        relation("disabled_mental", AtMost, {u"disabled_mental_enrolled"}, u"disabled_mental_total",
                 QT_TRANSLATE_NOOP("model", "智障儿童入学人数大于适龄智障儿童总数")),
        relation("rural_population", AtMost, {u"rural_population"}, u"population",
                 QT_TRANSLATE_NOOP("model", "农业人口数大于常住人口总数")),
    };
    return all;
}

bool isBroken(const Relation& relation, const CountyYear& data, const SubjectKey& row) {
    const Observation whole = data.value(row, *relation.whole);
    std::int64_t sum = 0;
    int values = 0;
    bool complete = true;
    for (const Item* item : relation.parts) {
        const Observation part = data.value(row, *item);
        complete = complete && !part.isMissing();
        values += part.isValue() ? 1 : 0;
        sum += part.isValue() ? part.amount : 0;
    }
    if (!whole.isValue())
        return false;
    if (sum > whole.amount * relation.factor)
        return true;
    return relation.kind == Relation::Kind::Whole && values > 0 && complete && sum < whole.amount;
}

} // namespace junheng::model

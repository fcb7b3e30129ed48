#include "exchange/pupils_check.h"

#include "model/several_rows.h"

#include <QCoreApplication>

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemDictionary;
using model::SubjectKey;

QString tr(const char* text) {
    return QCoreApplication::translate("exchange", text);
}

// A row may still be lacking: the import is taken, and the assessment says what is missing.
void reportNoSection(const model::CountyYear& after, const SubjectKey& section, std::int64_t pupils,
                     const base::Place& place, FindingList& findings) {
    findings.notice("import.campus_without_section",
                    tr("“%1”的校区有%2学生 %3 "
                       "人，工作表“学段”却没有这所学校的%"
                       "2。请在工作表“学段”中补上，或删除校区中的人数；在此之前，拆分指标可能为待填报。")
                        .arg(after.schoolName(section.school), model::partLabel(section))
                        .arg(pupils),
                    place.sheet, place.cell);
}

void checkSection(const model::CountyYear& after, const SubjectKey& section, const PupilCells& cells,
                  ImportContext& context) {
    static const Item& pupilsItem = ItemDictionary::instance().at(u"pupils");
    const auto stage = model::stageFromId(section.part);
    if (!stage)
        return;
    const model::CampusPupils sum = model::campusPupils(after, section.school, *stage);
    const base::Place& place = cells.campus.isEmpty() ? cells.section : cells.campus;
    const QString name = after.schoolName(section.school);
    if (!after.exists(section)) {
        if (sum.pupils > 0 && context.sectionsReadable)
            reportNoSection(after, section, sum.pupils, place, context.findings);
        return;
    }
    const model::Observation pupils = after.value(section, pupilsItem);
    if (!pupils.isValue() || sum.campuses == 0 || sum.filled < sum.campuses || sum.pupils == pupils.amount)
        return;
    context.findings.error("import.campus_pupils",
                           tr("“%1”各校区的%2在校学生数合计 %3 人，应等于工作表“学段”中的 %4 人。请核对两张表。")
                               .arg(name, model::stageName(*stage))
                               .arg(sum.pupils)
                               .arg(pupils.amount),
                           place.sheet, place.cell);
}

} // namespace

void checkPupils(const model::CountyYear& after, ImportContext& context) {
    for (const auto& [section, cells] : context.pupilCells) {
        if (!context.doubtfulPupils.contains(section.school))
            checkSection(after, section, cells, context);
    }
}

} // namespace junheng::exchange

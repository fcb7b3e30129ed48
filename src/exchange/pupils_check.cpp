#include "exchange/pupils_check.h"

#include "exchange/tr.h"
#include "model/items.h"
#include "model/several_rows.h"

namespace junheng::exchange {

namespace {

using model::Item;
using model::SubjectKey;

// A row may still be lacking: the import is taken, and the assessment says what is missing.
void reportNoSection(const model::CountyYear& after, const SubjectKey& section, std::int64_t pupils,
                     const base::Place& place, FindingList& findings) {
    findings.add({.severity = model::Severity::Notice,
                  .code = QStringLiteral("import.campus_without_section"),
                  .message = tr("“%1”的校区有%2学生 %3 "
                                "人，工作表“学段”却没有这所学校的%"
                                "2。请在工作表“学段”中补上，或删除校区中的人数；在此之前，拆分指标可能为待填报。")
                                 .arg(after.schoolName(section.school), model::partLabel(section))
                                 .arg(pupils),
                  .place = place});
}

} // namespace

void PupilsCheck::addCampus(const SubjectKey& section, const base::Place& place) {
    base::Place& first = m_cells[section].campus;
    if (first.isEmpty())
        first = place;
}

void PupilsCheck::reportSection(const model::CountyYear& after, const SubjectKey& section, const Cells& cells,
                                bool sectionsReadable, FindingList& findings) {
    static const Item& pupilsItem = model::itemOf(items::pupils);
    const auto stage = model::stageFromId(section.part);
    if (!stage)
        return;
    const model::CampusPupils sum = model::campusPupils(after, section.school, *stage);
    const base::Place& place = cells.campus.isEmpty() ? cells.section : cells.campus;
    if (!after.exists(section)) {
        if (sum.pupils > 0 && sectionsReadable)
            reportNoSection(after, section, sum.pupils, place, findings);
        return;
    }
    const model::Observation pupils = after.value(section, pupilsItem);
    if (!pupils.isValue() || sum.campuses == 0 || sum.filled < sum.campuses || sum.pupils == pupils.amount)
        return;
    findings.add({.severity = model::Severity::Error,
                  .code = QStringLiteral("import.campus_pupils"),
                  .message = tr("“%1”各校区的%2在校学生数合计 %3 人，应等于工作表“学段”中的 %4 人。请核对两张表。")
                                 .arg(after.schoolName(section.school), model::stageName(*stage))
                                 .arg(sum.pupils)
                                 .arg(pupils.amount),
                  .place = place});
}

void PupilsCheck::report(const model::CountyYear& after, bool sectionsReadable, FindingList& findings) const {
    if (m_allDoubtful)
        return;
    for (const auto& [section, cells] : m_cells) {
        if (!m_doubtful.contains(section.school))
            reportSection(after, section, cells, sectionsReadable, findings);
    }
}

} // namespace junheng::exchange

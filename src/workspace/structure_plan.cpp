#include "workspace/structure_plan.h"

#include "model/asked.h"
#include "model/items.h"
#include "model/school_year.h"
#include "model/several_rows.h"
#include "model/typed_text.h"
#include "workspace/new_school.h"
#include "workspace/structure_rows.h"
#include "workspace/tr.h"

#include <algorithm>

namespace junheng::workspace {

namespace {

using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::Stage;
using model::SubjectKey;

QStringList namesOf(const std::vector<SchoolName>& schools) {
    QStringList names;
    for (const SchoolName& school : schools)
        names << school.name;
    return names;
}

class Planner {
public:
    Planner(const StructureEdit& edit, const CountyYear& year) : m_edit(edit), m_year(year) {}

    base::Result<StructurePlan> plan();

private:
    base::Outcome deleteSchool();
    base::Outcome addSection();
    base::Outcome deleteSection();
    base::Outcome addCampus();
    base::Outcome deleteCampus();
    base::Outcome correctCode();

    [[nodiscard]] SubjectKey sectionKey() const {
        return {.level = Level::Section, .school = m_plan.school.code, .part = m_edit.detail};
    }
    [[nodiscard]] SubjectKey campusKey(const QString& name) const;
    [[nodiscard]] int rowCount(Level level) const {
        const auto [first, last] = m_year.table(level).rowsOfSchool(m_plan.school.code);
        return last - first;
    }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QStringList stageNames() const;
    [[nodiscard]] QString campusPupilsNeed() const;
    [[nodiscard]] bool isOfType(Stage stage) const;

    void name(const QString& label) { m_plan.changes.label = label; }
    void say(const QString& sentence) { m_plan.lines << sentence; }

    const StructureEdit& m_edit;
    const CountyYear& m_year;
    StructurePlan m_plan;
    StructureRows m_rows{m_year, m_plan};
};

base::Result<StructurePlan> Planner::plan() {
    const auto code = model::parseSchoolCode(m_edit.school);
    if (!code)
        return std::unexpected(code.error());
    if (!m_year.exists(SubjectKey::ofSchool(*code)))
        return base::refused(
            "structure.no_school",
            tr("%1没有标识码为 %2 的学校。请核对学校标识码。").arg(model::schoolYearName(m_year.year()), *code));
    m_plan.year = m_year.year();
    m_plan.school = {.code = *code, .name = m_year.schoolName(*code)};
    base::Outcome outcome;
    switch (m_edit.step) {
    case StructureStep::DeleteSchool:
        outcome = deleteSchool();
        break;
    case StructureStep::AddSection:
        outcome = addSection();
        break;
    case StructureStep::DeleteSection:
        outcome = deleteSection();
        break;
    case StructureStep::AddCampus:
        outcome = addCampus();
        break;
    case StructureStep::DeleteCampus:
        outcome = deleteCampus();
        break;
    case StructureStep::CorrectCode:
        outcome = correctCode();
        break;
    }
    if (!outcome)
        return std::unexpected(outcome.error());
    return std::move(m_plan);
}

base::Outcome Planner::deleteSchool() {
    name(tr("删除学校 %1").arg(title()));
    for (int level = 0; level < model::kLevelCount; ++level) {
        const model::LevelTable& table = m_year.table(static_cast<Level>(level));
        const auto [first, last] = table.rowsOfSchool(m_plan.school.code);
        for (int row = first; row < last; ++row)
            m_rows.remove(table.key(row));
    }
    if (const QString with = m_rows.counts(); !with.isEmpty())
        say(tr("一同删除：%1。").arg(with));
    m_rows.gatherPoints();
    if (!m_plan.points.empty())
        say(tr("%1 所学校的所属中心校填的是这所学校：%2。删除以后请改填。")
                .arg(m_plan.points.size())
                .arg(listed(namesOf(m_plan.points))));
    say(tr("只删除%1的数据，其他学年不变。").arg(model::schoolYearName(m_plan.year)));
    return {};
}

base::Outcome Planner::addSection() {
    const auto stage = model::stageFromId(m_edit.detail);
    if (!stage)
        return base::refused("structure.no_section", tr("没有名为“%1”的学段。").arg(m_edit.detail));
    if (m_year.exists(sectionKey()))
        return base::refused("structure.has_section",
                             tr("%1已经有%2。").arg(m_plan.school.name, model::stageName(*stage)));
    name(tr("新增学段 %1 %2").arg(m_plan.school.name, model::stageName(*stage)));
    m_rows.add(sectionKey());
    say(tr("新的学段还没有数据，必填的各项计为待填报。"));
    if (model::campusPupilsItem(*stage) != nullptr && rowCount(Level::Campus) > 1)
        say(tr("这所学校有 %1 个校区，还要在“校区”中填写各校区的%2在校学生数，各校区之和等于学段的在校学生数。")
                .arg(rowCount(Level::Campus))
                .arg(model::stageName(*stage)));
    return {};
}

base::Outcome Planner::deleteSection() {
    const auto stage = model::stageFromId(m_edit.detail);
    if (!stage || !m_year.exists(sectionKey()))
        return base::refused(
            "structure.no_section",
            tr("%1没有%2。").arg(m_plan.school.name, stage ? model::stageName(*stage) : m_edit.detail));
    const QString stageName = model::stageName(*stage);
    if (rowCount(Level::Section) == 1)
        return base::refused("structure.last_section",
                             tr("%2是%1唯一的学段，没有删除。不再办学的请删除学校；学段填错的请先新增正确的学段。")
                                 .arg(m_plan.school.name, stageName));
    name(tr("删除学段 %1 %2").arg(m_plan.school.name, stageName));
    m_rows.remove(sectionKey());
    m_plan.sections.clear(); // it does not go along with itself
    m_rows.removeExplanations(sectionKey());
    const Item* pupils = model::campusPupilsItem(*stage);
    const auto [first, last] = m_year.campuses().rowsOfSchool(m_plan.school.code);
    for (int row = first; pupils != nullptr && row < last; ++row)
        m_rows.clear(m_year.campuses().key(row), *pupils);
    if (const QString with = m_rows.counts(); !with.isEmpty())
        say(tr("一同删除：%1。").arg(with));
    if (isOfType(*stage))
        say(tr("按办学类型，这所学校应当有%1：这一行仍会显示，计为待填报，R4—R7 "
               "也成为待填报。不再办%1的，请同时更正办学类型。")
                .arg(stageName));
    return {};
}

base::Outcome Planner::addCampus() {
    const auto parsed = model::parseObservation(model::itemOf(items::campus_name), m_edit.detail);
    if (!parsed)
        return std::unexpected(parsed.error());
    const SubjectKey key = campusKey(parsed->observation.text);
    const int before = rowCount(Level::Campus);
    if (m_year.exists(key))
        return base::refused("structure.has_campus",
                             key.part.isEmpty()
                                 ? tr("%1已经有本部。请填写新校区的名称，如“东校区”。").arg(m_plan.school.name)
                                 : tr("%1已经有校区“%2”。请换一个名称。").arg(m_plan.school.name, key.part));
    name(tr("新增校区 %1 %2").arg(m_plan.school.name, model::partLabel(key)));
    m_rows.add(key);
    say(tr("新的校区还没有数据，必填的各项计为待填报。"));
    if (before > 0)
        say(campusPupilsNeed());
    return {};
}

base::Outcome Planner::deleteCampus() {
    const SubjectKey key = campusKey(m_edit.detail);
    const int before = rowCount(Level::Campus);
    if (!m_year.exists(key))
        return base::refused("structure.no_campus",
                             tr("%1没有校区“%2”。").arg(m_plan.school.name, model::partLabel(key)));
    if (before == 1)
        return base::refused(
            "structure.last_campus",
            tr("%2是%1唯一的校区，没有删除。校舍、场地和装备按校区填报，校区填错的请先新增正确的校区。")
                .arg(m_plan.school.name, model::partLabel(key)));
    name(tr("删除校区 %1 %2").arg(m_plan.school.name, model::partLabel(key)));
    m_rows.remove(key);
    m_plan.campuses.clear();
    m_rows.removeExplanations(key);
    if (const QString with = m_rows.counts(); !with.isEmpty())
        say(tr("一同删除：%1。").arg(with));
    say(before == 2
            ? tr("只剩一个校区，R4—R7 按学段的在校学生数计算；剩下的校区如填有学生数，请清空，或改成与学段一致。")
            : tr("其余各校区的在校学生数之和应等于学段的在校学生数，请核对。"));
    return {};
}

base::Outcome Planner::correctCode() {
    const auto code = model::parseSchoolCode(m_edit.detail);
    if (!code)
        return std::unexpected(code.error());
    if (*code == m_plan.school.code)
        return base::refused("structure.same_code", tr("新的标识码与原来的相同。请填写正确的标识码。"));
    if (const auto free = checkFree(*code, m_year); !free)
        return free;
    const bool named = m_plan.school.name != m_plan.school.code;
    name(tr("更改标识码 %1 → %2").arg(m_plan.school.code, *code) +
         (named ? tr("（%1）").arg(m_plan.school.name) : QString()));
    for (int level = 0; level < model::kLevelCount; ++level) {
        const model::LevelTable& table = m_year.table(static_cast<Level>(level));
        const auto [first, last] = table.rowsOfSchool(m_plan.school.code);
        for (int row = first; row < last; ++row)
            m_rows.move(table.key(row), *code);
    }
    if (const QString with = m_rows.counts(); !with.isEmpty())
        say(tr("一同改到新的标识码下：%1。").arg(with));
    m_rows.gatherPoints();
    m_rows.renamePoints(*code);
    m_rows.renameInExplanations(*code);
    if (!m_plan.points.empty())
        say(tr("%1 所学校的所属中心校标识码一并更改：%2。")
                .arg(m_plan.points.size())
                .arg(listed(namesOf(m_plan.points))));
    return {};
}

// A campus keeps the spelling that it is stored with, as in an import.
SubjectKey Planner::campusKey(const QString& name) const {
    SubjectKey key{.level = Level::Campus, .school = m_plan.school.code};
    const QString folded = model::foldText(name);
    if (folded.isEmpty() || folded == model::partLabel(key))
        return key;
    key.part = name.trimmed();
    const auto [first, last] = m_year.campuses().rowsOfSchool(key.school);
    for (int row = first; row < last; ++row) {
        if (model::foldText(m_year.campuses().key(row).part) == folded)
            key.part = m_year.campuses().key(row).part;
    }
    return key;
}

QString Planner::title() const {
    const bool named = m_plan.school.name != m_plan.school.code;
    return named ? tr("%1（%2）").arg(m_plan.school.name, m_plan.school.code) : m_plan.school.code;
}

// Those whose pupils are counted by campus.
QStringList Planner::stageNames() const {
    QStringList names;
    const auto [first, last] = m_year.sections().rowsOfSchool(m_plan.school.code);
    for (int row = first; row < last; ++row) {
        const auto stage = model::stageFromId(m_year.sections().key(row).part);
        if (stage && model::campusPupilsItem(*stage) != nullptr)
            names << model::stageName(*stage);
    }
    return names;
}

QString Planner::campusPupilsNeed() const {
    const QStringList stages = stageNames();
    if (stages.isEmpty())
        return tr("有两个以上校区时，每个校区都要填写在校学生数。");
    return tr("有两个以上校区时，每个校区都要填写%1在校学生数，各校区之和等于学段的在校学生数；填全以前 R4—R7 "
              "为待填报。")
        .arg(stages.join(QStringLiteral("、")));
}

bool Planner::isOfType(Stage stage) const {
    const auto type = m_year.schoolType(m_year.schools().find(SubjectKey::ofSchool(m_plan.school.code)));
    return type && std::ranges::find(model::obligatoryStages(*type), stage) != model::obligatoryStages(*type).end();
}

} // namespace

base::Result<StructurePlan> planStructure(const StructureEdit& edit, const CountyYear& current) {
    return Planner(edit, current).plan();
}

} // namespace junheng::workspace

// school, section, campus: mending which schools, sections and campuses there are.

#include "cli/tr.h"
#include "cli/verbs.h"
#include "model/school_year.h"
#include "model/stage.h"
#include "workspace/structure.h"

namespace junheng::cli {

namespace {

using workspace::CodeInYear;
using workspace::Structure;
using workspace::StructureEdit;
using workspace::StructurePlan;
using workspace::StructureStep;
using workspace::Workspace;

base::Result<QString> codeIn(const Arguments& arguments, const char* option) {
    const auto code = model::parseSchoolCode(arguments.value(QLatin1StringView(option)));
    if (!code)
        return std::unexpected(
            base::Error{.code = QStringLiteral("usage.bad_school"), .message = code.error().message});
    return code;
}

// What the step is about besides the school, in the words of Structure.
base::Result<QString> detailIn(StructureStep step, const Arguments& arguments) {
    switch (step) {
    case StructureStep::DeleteSchool:
        return QString();
    case StructureStep::AddCampus:
    case StructureStep::DeleteCampus:
        return arguments.value(QStringLiteral("name"));
    case StructureStep::CorrectCode:
        return codeIn(arguments, "to");
    case StructureStep::AddSection:
    case StructureStep::DeleteSection:
        break;
    }
    const QString stage = arguments.value(QStringLiteral("stage"));
    if (!model::stageFromId(stage))
        return std::unexpected(base::Error{
            .code = QStringLiteral("usage.bad_stage"),
            .message = tr("学段应写 primary（小学）、junior（初中）、senior（高中）或 special（特教），写的是“%1”。")
                           .arg(stage)});
    return stage;
}

Json schoolJson(const workspace::SchoolName& school) {
    return {{"school_code", toJson(school.code)}, {"school", toJson(school.name)}};
}

Json listJson(const QStringList& texts) {
    Json list = Json::array();
    for (const QString& text : texts)
        list.push_back(toJson(text));
    return list;
}

Json planJson(const StructurePlan& plan) {
    Json points = Json::array();
    for (const workspace::SchoolName& point : plan.points)
        points.push_back(schoolJson(point));
    Json json{{"year", plan.year}, {"step", toJson(plan.changes.label)}};
    json.update(schoolJson(plan.school));
    json["sections"] = listJson(plan.sections);
    json["campuses"] = listJson(plan.campuses);
    json["rooms"] = plan.rooms;
    json["figures"] = plan.figures;
    json["explanations"] = plan.explanations;
    json["points"] = std::move(points);
    json["lines"] = listJson(plan.lines);
    return json;
}

Json otherYearsJson(const std::vector<CodeInYear>& others) {
    Json list = Json::array();
    for (const CodeInYear& other : others)
        list.push_back({{"year", other.year}, {"school", toJson(other.name)}});
    return list;
}

void printPlans(const std::vector<StructurePlan>& plans, const std::vector<CodeInYear>& others, bool committed,
                Console& console) {
    for (const StructurePlan& plan : plans) {
        console.out << model::schoolYearName(plan.year) << QStringLiteral("　") << plan.changes.label << '\n';
        for (const QString& line : plan.lines)
            console.out << QStringLiteral("  ") << line << '\n';
    }
    for (const CodeInYear& other : others)
        console.out << tr("%1的“%2”也用这个标识码，没有更改；一并更改请加 --all-years。")
                           .arg(model::schoolYearName(other.year), other.name)
                    << '\n';
    if (!committed)
        console.out << tr("以上为试算，没有写入文件。") << '\n';
}

// All of them are planned before the first one is written, so that one that cannot be leaves all years as they are.
base::Result<std::vector<StructurePlan>> planned(const Structure& structure, const StructureEdit& edit,
                                                 const std::vector<int>& years) {
    std::vector<StructurePlan> plans;
    for (const int year : years) {
        auto plan = structure.plan(edit, year);
        if (!plan)
            return std::unexpected(plan.error());
        plans.push_back(*std::move(plan));
    }
    return plans;
}

template <StructureStep step> base::Result<ExitCode> runStep(const Arguments& arguments, Console& console) {
    const auto school = codeIn(arguments, "school");
    if (!school)
        return std::unexpected(school.error());
    const auto detail = detailIn(step, arguments);
    if (!detail)
        return std::unexpected(detail.error());
    const StructureEdit edit{.step = step, .school = *school, .detail = *detail};
    const bool dryRun = arguments.has(QStringLiteral("dry-run"));
    Workspace workspace;
    const auto access = dryRun ? workspace::Access::ReadOnly : workspace::Access::ReadWrite;
    if (const auto opened = openYear(workspace, arguments.positionals.first(), arguments, access); !opened)
        return std::unexpected(opened.error());

    Structure& structure = workspace.structure();
    std::vector<int> years{workspace.data().year()};
    std::vector<CodeInYear> others;
    if constexpr (step == StructureStep::CorrectCode) {
        auto elsewhere = structure.otherYearsOf(*school);
        if (!elsewhere)
            return std::unexpected(elsewhere.error());
        others = *std::move(elsewhere);
        if (arguments.has(QStringLiteral("all-years"))) {
            for (const CodeInYear& other : std::exchange(others, {}))
                years.push_back(other.year);
        }
    }
    const auto plans = planned(structure, edit, years);
    if (!plans)
        return std::unexpected(plans.error());
    for (const int year : dryRun ? std::vector<int>() : years) {
        if (const auto done = structure.apply(edit, year); !done)
            return std::unexpected(done.error());
    }
    if (!arguments.has(QStringLiteral("json"))) {
        printPlans(*plans, others, !dryRun, console);
        return ExitCode::Done;
    }
    Json steps = Json::array();
    for (const StructurePlan& plan : *plans)
        steps.push_back(planJson(plan));
    writeJson({{"format", 1},
               {"county", countyJson(workspace.data().county())},
               {"committed", !dryRun},
               {"steps", std::move(steps)},
               {"other_years", otherYearsJson(others)}},
              console.out);
    return ExitCode::Done;
}

template <StructureStep step>
Verb structureVerb(const QString& name, const QString& summary, const std::vector<OptionSpec>& own) {
    std::vector<OptionSpec> options{yearOption(),
                                    {.name = QStringLiteral("school"),
                                     .value = QStringLiteral("CODE"),
                                     .help = tr("学校的十位标识码"),
                                     .required = true}};
    options.insert(options.end(), own.begin(), own.end());
    options.push_back({.name = QStringLiteral("dry-run"), .value = {}, .help = tr("只看会改动什么，不写入")});
    options.push_back(jsonOption());
    return {.spec = {.name = name, .summary = summary, .positionals = {QStringLiteral("FILE")}, .options = options},
            .run = runStep<step>};
}

OptionSpec stageOption() {
    return {.name = QStringLiteral("stage"),
            .value = QStringLiteral("STAGE"),
            .help = tr("学段：primary、junior、senior 或 special"),
            .required = true};
}

OptionSpec campusOption() {
    return {.name = QStringLiteral("name"),
            .value = QStringLiteral("NAME"),
            .help = tr("校区名称；本部就写“本部”"),
            .required = true};
}

} // namespace

std::vector<Verb> structureVerbs() {
    return {
        structureVerb<StructureStep::DeleteSchool>(QStringLiteral("school delete"),
                                                   tr("删除一所学校在一个学年的全部数据"), {}),
        structureVerb<StructureStep::CorrectCode>(QStringLiteral("school code"),
                                                  tr("更正填错的学校标识码；学校确实换了标识码的不在此列"),
                                                  {{.name = QStringLiteral("to"),
                                                    .value = QStringLiteral("CODE"),
                                                    .help = tr("正确的标识码"),
                                                    .required = true},
                                                   {.name = QStringLiteral("all-years"),
                                                    .value = {},
                                                    .help = tr("用了这个标识码的其他学年也更正，每个学年一步")}}),
        structureVerb<StructureStep::AddSection>(QStringLiteral("section add"), tr("给学校增加一个学段"),
                                                 {stageOption()}),
        structureVerb<StructureStep::DeleteSection>(QStringLiteral("section delete"), tr("删除学校的一个学段"),
                                                    {stageOption()}),
        structureVerb<StructureStep::AddCampus>(QStringLiteral("campus add"), tr("给学校增加一个校区"),
                                                {campusOption()}),
        structureVerb<StructureStep::DeleteCampus>(QStringLiteral("campus delete"), tr("删除学校的一个校区"),
                                                   {campusOption()}),
    };
}

} // namespace junheng::cli

// roll: begins the school year after one that is there.

#include "cli/tr.h"
#include "cli/verbs.h"
#include "model/school_year.h"
#include "model/unconfirmed.h"
#include "workspace/school_years.h"

namespace junheng::cli {

namespace {

const QString kEmpty = QStringLiteral("empty");

base::Result<ExitCode> runRoll(const Arguments& arguments, Console& console) {
    const auto from = parseYear(arguments.value(QStringLiteral("from")));
    if (!from)
        return std::unexpected(from.error());
    workspace::Workspace workspace;
    if (const auto opened = workspace.open(arguments.positionals.first(), workspace::Access::ReadWrite); !opened)
        return std::unexpected(opened.error());
    const bool empty = arguments.has(kEmpty);
    const int year = *from + 1;
    if (const auto begun = workspace.schoolYears().begin(year, empty ? std::nullopt : std::optional(*from)); !begun)
        return std::unexpected(begun.error());
    const model::CountyYear& data = workspace.data();
    const auto unconfirmed = static_cast<std::int64_t>(model::unconfirmedCells(data).size());
    if (arguments.has(QStringLiteral("json"))) {
        writeJson({{"format", 1},
                   {"county", countyJson(data.county())},
                   {"year", year},
                   {"from", empty ? Json(nullptr) : Json(*from)},
                   {"schools", data.schools().rowCount()},
                   {"sections", data.sections().rowCount()},
                   {"campuses", data.campuses().rowCount()},
                   {"rooms", data.table(model::Level::Room).rowCount()},
                   {"unconfirmed", unconfirmed}},
                  console.out);
        return ExitCode::Done;
    }
    if (empty)
        console.out << tr("已开始 %1，没有承接数据。").arg(model::schoolYearName(year)) << '\n';
    else
        console.out << tr("已开始 %1，承接 %2 的 %3 所学校。承接的 %4 个数据尚未确认，请核对。")
                           .arg(model::schoolYearName(year), model::schoolYearName(*from))
                           .arg(data.schools().rowCount())
                           .arg(unconfirmed)
                    << '\n';
    return ExitCode::Done;
}

} // namespace

Verb rollVerb() {
    return {.spec = {.name = QStringLiteral("roll"),
                     .summary = tr("开始下一个学年，承接学校、校区、专用教室和不变的数据"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {{.name = QStringLiteral("from"),
                                  .value = QStringLiteral("Y"),
                                  .help = tr("从哪个学年承接：2025 指开始 2026 年 9 月的学年"),
                                  .required = true},
                                 {.name = kEmpty, .value = {}, .help = tr("不承接，开始空白的学年")},
                                 jsonOption()}},
            .run = runRoll};
}

} // namespace junheng::cli

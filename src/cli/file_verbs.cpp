// init, verify.

#include "cli/tr.h"
#include "cli/verbs.h"
#include "standard/library.h"
#include "workspace/history.h"
#include "workspace/package_check.h"
#include "workspace/package_record.h"

#include <QDate>

namespace junheng::cli {

namespace {

base::Result<ExitCode> runInit(const Arguments& arguments, Console& console) {
    const QString wanted = arguments.has(QStringLiteral("standard")) ? arguments.value(QStringLiteral("standard"))
                                                                     : standard::defaultStandardId();
    const model::County county{.code = arguments.value(QStringLiteral("code")),
                               .name = arguments.value(QStringLiteral("county"))};
    const QString path = arguments.positionals.first();
    workspace::Workspace workspace;
    // A new file has no year of its own until something is imported.
    if (const auto created = workspace.create(path, county, wanted, QDate::currentDate().year()); !created)
        return std::unexpected(created.error());
    console.out << tr("已新建 %1（%2，%3，%4）").arg(path, county.name, county.code, workspace.standard().id) << '\n';
    return ExitCode::Done;
}

// What was found, on err; `document` gets the same for --json.
bool tellFindings(const std::vector<model::Finding>& findings, Json& document, Console& console) {
    Json damage = Json::array();
    Json notices = Json::array();
    for (const model::Finding& finding : findings) {
        const bool damaged = finding.severity == model::Severity::Error;
        (damaged ? damage : notices).push_back(toJson(finding.message));
        console.err << (damaged ? tr("错误：%1") : tr("提示：%1")).arg(finding.message) << '\n';
    }
    const bool sound = damage.empty();
    document["sound"] = sound;
    document["damage"] = std::move(damage);
    document["notices"] = std::move(notices);
    return sound;
}

base::Result<ExitCode> verifyPackage(const Arguments& arguments, Console& console) {
    const auto check = workspace::checkPackage(arguments.positionals.first());
    if (!check)
        return std::unexpected(check.error());
    Json document{{"format", 1},
                  {"county", countyJson(check->county)},
                  {"year", check->year},
                  {"date", toJson(check->date.toString(Qt::ISODate))},
                  {"standard", toJson(check->standard)},
                  {"verdict", toJson(check->verdict)},
                  {"data_code", toJson(check->dataCode)},
                  {"sha256", toJson(check->sha256)}};
    std::vector<model::Finding> findings = check->findings;
    const QString against = arguments.value(QStringLiteral("against"));
    std::optional<workspace::PackageRecord> record;
    if (!against.isEmpty()) {
        const auto compared = workspace::compareWithRecord(*check, against);
        if (!compared)
            return std::unexpected(compared.error());
        record = *compared;
        findings.insert(findings.end(), record->findings.begin(), record->findings.end());
        document["against"] = {{"file", toJson(against)}, {"same", record->same}};
    }
    const bool sound = tellFindings(findings, document, console);
    if (arguments.has(QStringLiteral("json"))) {
        writeJson(document, console.out);
    } else {
        console.out << tr("上报包：%1（%2）%3 学年，填报日期 %4，标准 %5，结论 %6\n数据校验码：%7\nSHA-256：%8\n")
                           .arg(check->county.name, check->county.code)
                           .arg(check->year)
                           .arg(check->date.toString(Qt::ISODate), check->standard, check->verdict, check->dataCode,
                                check->sha256);
        if (sound && record)
            console.out << tr("上报包完好，与“%1”中 %2 的上报记录一致：与上报时相同。")
                               .arg(against, record->date.toString(Qt::ISODate))
                        << '\n';
        else if (sound)
            console.out << tr("上报包自身完好（各部分与其清单一致）。要知道是否与上报时相同，请用 --against "
                              "县级文件 与上报记录核对，或核对上面的 SHA-256。")
                        << '\n';
    }
    return sound ? ExitCode::Done : ExitCode::File;
}

base::Result<ExitCode> runVerify(const Arguments& arguments, Console& console) {
    if (workspace::isPackage(arguments.positionals.first()))
        return verifyPackage(arguments, console);
    if (arguments.has(QStringLiteral("against")))
        return std::unexpected(base::Error{
            .code = QStringLiteral("usage.unexpected_value"),
            .message = tr("--against 用来核对上报包，而“%1”不是上报包。").arg(arguments.positionals.first())});
    workspace::Workspace workspace;
    if (const auto opened = workspace.open(arguments.positionals.first(), workspace::Access::ReadOnly); !opened)
        return std::unexpected(opened.error());
    const auto findings = workspace.history().verify();
    if (!findings)
        return std::unexpected(findings.error());
    Json document{{"format", 1}, {"county", countyJson(workspace.data().county())}};
    const bool sound = tellFindings(*findings, document, console);
    if (arguments.has(QStringLiteral("json")))
        writeJson(document, console.out);
    else if (sound)
        console.out << tr("文件完好。") << '\n';
    return sound ? ExitCode::Done : ExitCode::File;
}

} // namespace

Verb initVerb() {
    return {.spec = {.name = QStringLiteral("init"),
                     .summary = tr("新建县级文件"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {{.name = QStringLiteral("county"),
                                  .value = QStringLiteral("NAME"),
                                  .help = tr("县（市、区）名称"),
                                  .required = true},
                                 {.name = QStringLiteral("code"),
                                  .value = QStringLiteral("CODE"),
                                  .help = tr("六位行政区划代码"),
                                  .required = true},
                                 {.name = QStringLiteral("standard"),
                                  .value = QStringLiteral("ID|FILE"),
                                  .help = tr("评估标准的编号（用 standards 查看有哪些），或自己的标准文件")}}},
            .run = runInit};
}

Verb verifyVerb() {
    return {.spec = {.name = QStringLiteral("verify"),
                     .summary = tr("检查县级文件或上报包是否完好"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {{.name = QStringLiteral("against"),
                                  .value = QStringLiteral("FILE"),
                                  .help = tr("核验上报包时，与这个县级文件中的上报记录比较：是否与上报时相同")},
                                 jsonOption()}},
            .run = runVerify};
}

} // namespace junheng::cli

// report, template.

#include "cli/verbs.h"

#include <QCoreApplication>
#include <QDate>

namespace junheng::cli {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("cli", text);
}

base::Result<ExitCode> runReport(const Arguments& arguments, Console& console) {
    const QString source = arguments.positionals.first();
    const QString target = arguments.value(QStringLiteral("xlsx"));
    if (const auto allowed = refuseSameFile(source, target); !allowed)
        return std::unexpected(allowed.error());
    workspace::Workspace workspace;
    if (const auto opened = openYear(workspace, source, arguments); !opened)
        return std::unexpected(opened.error());
    if (const auto written = workspace.writeReport(target, QDate::currentDate()); !written)
        return std::unexpected(written.error());
    console.out << tr("已写出 %1").arg(target) << '\n';
    return ExitCode::Done;
}

base::Result<ExitCode> runTemplate(const Arguments& arguments, Console& console) {
    const QString target = arguments.positionals.first();
    const bool prefill = arguments.has(QStringLiteral("from"));
    if (prefill != arguments.has(QStringLiteral("year")))
        return std::unexpected(
            base::Error{.code = QStringLiteral("usage.missing_option"),
                        .message = tr("--from 与 --year 要一起用：从哪个县级文件、填哪个学年的数据。")});
    workspace::Workspace workspace;
    if (prefill) {
        const QString source = arguments.value(QStringLiteral("from"));
        if (const auto allowed = refuseSameFile(source, target); !allowed)
            return std::unexpected(allowed.error());
        if (const auto opened = openYearOrNext(workspace, source, arguments); !opened)
            return std::unexpected(opened.error());
    }
    if (const auto written = workspace.writeTemplate(target, prefill); !written)
        return std::unexpected(written.error());
    console.out << tr("已写出 %1").arg(target) << '\n';
    return ExitCode::Done;
}

} // namespace

Verb reportVerb() {
    return {.spec = {.name = QStringLiteral("report"),
                     .summary = tr("写出表Ⅱ-1、表Ⅱ-2、表Ⅲ和计算底稿"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {yearOption(),
                                 {.name = QStringLiteral("xlsx"),
                                  .value = QStringLiteral("F"),
                                  .help = tr("写成这个 Excel 工作簿"),
                                  .required = true}}},
            .run = runReport};
}

Verb templateVerb() {
    return {.spec = {.name = QStringLiteral("template"),
                     .summary = tr("写出数据表模板，空白的或填好已有数据的"),
                     .positionals = {QStringLiteral("OUT")},
                     .options = {{.name = QStringLiteral("from"),
                                  .value = QStringLiteral("FILE"),
                                  .help = tr("填入这个县级文件的数据；该学年还没有学校的，沿用上一个学年不变的内容")},
                                 yearOption(false)}},
            .run = runTemplate};
}

} // namespace junheng::cli

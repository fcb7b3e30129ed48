#include "workspace/package_record.h"

#include "store/county_file.h"
#include "workspace/package_check.h"
#include "workspace/tr.h"

#include <algorithm>

namespace junheng::workspace {

namespace {

bool holds(const store::Issue& issue, const QString& package) {
    return std::ranges::any_of(issue.files,
                               [&](const store::IssuedFile& file) { return !file.kept && file.sha256 == package; });
}

// The issue that the package says it is of, else the newest of its year; the issues are newest first.
const store::Issue* closest(const std::vector<store::Issue>& issues, const PackageCheck& check) {
    const auto claimed = std::ranges::find_if(issues, [&](const store::Issue& issue) {
        return issue.date == check.date && issue.dataCode == check.dataCode;
    });
    if (claimed != issues.end())
        return &*claimed;
    return issues.empty() ? nullptr : &issues.front();
}

std::vector<QString> differences(const store::Issue& issue, const PackageCheck& check) {
    const QString date = issue.date.toString(Qt::ISODate);
    std::vector<QString> sentences;
    for (const store::IssuedFile& file : issue.files) {
        if (file.kept && check.parts.value(file.name) != file.sha256)
            sentences.push_back(tr("“%1”与 %2 上报时留存的不同。").arg(file.name, date));
    }
    if (issue.dataCode != check.dataCode)
        sentences.push_back(tr("数据校验码是 %1，%2 上报时是 %3。").arg(check.dataCode, date, issue.dataCode));
    if (sentences.empty())
        sentences.push_back(
            tr("各文件与 %1 "
               "上报时留存的相同，但上报包不是当时的那一个：其中的县级数据、评估标准或清单不同，或者重新打过包。")
                .arg(date));
    return sentences;
}

} // namespace

base::Result<PackageRecord> compareWithRecord(const PackageCheck& check, const QString& countyFile) {
    const auto file = store::CountyFile::open(countyFile, store::FileAccess::ReadOnly);
    if (!file)
        return std::unexpected(file.error());
    const auto issues = (*file)->issues(check.year);
    if (!issues)
        return std::unexpected(issues.error());
    const auto recorded =
        std::ranges::find_if(*issues, [&](const store::Issue& issue) { return holds(issue, check.sha256); });
    if (recorded != issues->end())
        return PackageRecord{.same = true, .date = recorded->date, .findings = {}};
    PackageRecord record;
    std::vector<QString> sentences;
    if (const store::Issue* issue = closest(*issues, check)) {
        record.date = issue->date;
        sentences = differences(*issue, check);
    } else {
        sentences.push_back(
            tr("县级文件中没有 %1 学年的上报记录，这个上报包不是由它生成的，或者记录已被改动。").arg(check.year));
    }
    for (const QString& sentence : sentences)
        record.findings.push_back(
            {.code = QStringLiteral("package.record"), .message = sentence, .place = {.file = countyFile}});
    return record;
}

} // namespace junheng::workspace

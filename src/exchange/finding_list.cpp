#include "exchange/finding_list.h"

#include <QCoreApplication>

#include <iterator>
#include <utility>

namespace junheng::exchange {

namespace {

constexpr std::size_t kMostListed = 1000;

QString tr(const char* text) {
    return QCoreApplication::translate("exchange", text);
}

} // namespace

void FindingList::error(const char* code, const QString& message, const QString& sheet, const QString& cell) {
    add({.severity = model::Severity::Error,
         .code = QLatin1StringView(code),
         .message = message,
         .place = {.file = m_file, .sheet = sheet, .cell = cell}});
}

void FindingList::error(const base::Error& error, const QString& sheet, const QString& cell) {
    add({.severity = model::Severity::Error,
         .code = error.code,
         .message = error.message,
         .place = {.file = m_file, .sheet = sheet, .cell = cell}});
}

void FindingList::notice(const char* code, const QString& message, const QString& sheet, const QString& cell) {
    add({.severity = model::Severity::Notice,
         .code = QLatin1StringView(code),
         .message = message,
         .place = {.file = m_file, .sheet = sheet, .cell = cell}});
}

std::vector<model::Finding> FindingList::take() && {
    if (m_moreErrors > 0)
        m_errors.push_back({.severity = model::Severity::Error,
                            .code = QStringLiteral("import.more_errors"),
                            .message = tr("另有 %1 处错误未逐一列出。请先改正以上各处，再重新导入。").arg(m_moreErrors),
                            .place = {.file = m_file}});
    if (m_moreNotices > 0)
        m_notices.push_back({.severity = model::Severity::Notice,
                             .code = QStringLiteral("import.more_notices"),
                             .message = tr("另有 %1 条提示未逐一列出。").arg(m_moreNotices),
                             .place = {.file = m_file}});
    std::ranges::move(m_notices, std::back_inserter(m_errors));
    return std::move(m_errors);
}

void FindingList::add(model::Finding finding) {
    const bool isError = finding.severity == model::Severity::Error;
    auto& list = isError ? m_errors : m_notices;
    if (list.size() < kMostListed)
        list.push_back(std::move(finding));
    else
        ++(isError ? m_moreErrors : m_moreNotices);
}

} // namespace junheng::exchange

#include "exchange/finding_list.h"

#include "exchange/tr.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace junheng::exchange {

namespace {

constexpr std::size_t kMostListed = 1000;
constexpr qsizetype kMostCellsNamed = 5;

// Findings that have one cause for all cells of a sheet.
bool isOfManyCells(const QString& code) {
    static const QSet<QString> codes{
        QStringLiteral("import.stale_formula"),  QStringLiteral("import.manual_calculation"),
        QStringLiteral("import.shown_rounded"),  QStringLiteral("import.hidden_figure"),
        QStringLiteral("import.unknown_format"), QStringLiteral("import.picture"),
        QStringLiteral("import.struck_out"),     QStringLiteral("import.struck_out_words"),
        QStringLiteral("import.merged_cell"),    QStringLiteral("import.scaled_cell"),
        QStringLiteral("import.percent_cell"),   QStringLiteral("import.unit_of_format")};
    return codes.contains(code);
}

} // namespace

FindingList::Slot FindingList::error(const char* code, const QString& message, const QString& sheet,
                                     const QString& cell) {
    return add({.severity = model::Severity::Error,
                .code = QLatin1StringView(code),
                .message = message,
                .place = {.file = m_file, .sheet = sheet, .cell = cell}});
}

FindingList::Slot FindingList::error(const base::Error& error, const QString& sheet, const QString& cell) {
    return add({.severity = model::Severity::Error,
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

void FindingList::notice(const base::Error& notice, const QString& sheet, const QString& cell) {
    add({.severity = model::Severity::Notice,
         .code = notice.code,
         .message = notice.message,
         .place = {.file = m_file, .sheet = sheet, .cell = cell}});
}

std::vector<model::Finding> FindingList::take() && {
    nameOthers();
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

void FindingList::amend(Slot slot, const QString& sentence) {
    if (slot < m_errors.size())
        m_errors[slot].message += sentence;
}

FindingList::Slot FindingList::add(model::Finding finding) {
    if (joinsGroup(finding))
        return kMostListed;
    const bool isError = finding.severity == model::Severity::Error;
    auto& list = isError ? m_errors : m_notices;
    if (list.size() >= kMostListed) {
        ++(isError ? m_moreErrors : m_moreNotices);
        return kMostListed;
    }
    list.push_back(std::move(finding));
    return list.size() - 1;
}

// Whether the finding is one more of a kind that has been found in the sheet; the first one begins a group.
bool FindingList::joinsGroup(const model::Finding& finding) {
    if (!isOfManyCells(finding.code))
        return false;
    const bool isError = finding.severity == model::Severity::Error;
    const auto group = std::ranges::find_if(m_groups, [&](const Group& one) {
        return one.code == finding.code && one.sheet == finding.place.sheet && one.isError == isError;
    });
    if (group == m_groups.end()) {
        m_groups.push_back({.code = finding.code,
                            .sheet = finding.place.sheet,
                            .isError = isError,
                            .slot = (isError ? m_errors : m_notices).size()});
        return false;
    }
    ++group->others;
    if (group->cells.size() < kMostCellsNamed)
        group->cells << finding.place.cell;
    return true;
}

void FindingList::nameOthers() {
    for (const Group& group : m_groups) {
        auto& list = group.isError ? m_errors : m_notices;
        if (group.others == 0 || group.slot >= list.size())
            continue;
        const QString cells =
            group.cells.join(QChar(u'、')) + (group.others > group.cells.size() ? tr("等") : QString());
        list[group.slot].message +=
            tr("这张工作表里这样的单元格共 %1 个，其余为 %2。").arg(group.others + 1).arg(cells);
    }
    m_groups.clear();
}

} // namespace junheng::exchange

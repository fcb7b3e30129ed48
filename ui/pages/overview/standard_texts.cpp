#include "ui/pages/overview/standard_texts.h"

#include "assess/assessment.h"
#include "model/county_year.h"
#include "standard/standard.h"
#include "ui/widgets/tr.h"
#include "workspace/standards.h"

#include <algorithm>
#include <numeric>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// "2027年 …", unless the title says so itself.
QString titleText(const standard::Indicator& target) {
    if (target.by.isEmpty())
        return tr("%1（持续）").arg(target.title);
    return target.title.contains(target.by) ? target.title : tr("%1年 %2").arg(target.by, target.title);
}

} // namespace

QString targetsText(const workspace::Workspace& workspace) {
    const std::vector<standard::Indicator>& targets = workspace.standard().targets;
    const std::vector<assess::IndicatorResult>& results = workspace.assessment().targets;
    std::vector<std::size_t> order(targets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return targets[i].by; });
    QStringList texts;
    for (const std::size_t i : order) {
        if (!targets[i].concerns(workspace.data().county().code))
            continue;
        QString text = titleText(targets[i]);
        const QString status = assess::statusWord(results[i].status);
        const auto detail = assess::detailBesideStatus(workspace.data(), targets[i], results[i]);
        // Of the others nothing is counted.
        if (!std::holds_alternative<standard::AttestedRule>(targets[i].rule))
            text += tr("（现在：%1）").arg(detail ? *detail + u'，' + status : status);
        texts += text;
    }
    return texts.isEmpty() ? QString() : tr("目标（只列示，不判定）　%1").arg(texts.join(u"； "_s));
}

QString belowNationalText(const workspace::Workspace& workspace) {
    QStringList clauses;
    for (const standard::Difference& difference : workspace.standards().belowNational()) {
        const QString name = workspace.standard().shortNameOf(difference.clause);
        const QString clause = name.isEmpty() ? difference.heading() : difference.clause + u' ' + name;
        if (!clauses.contains(clause))
            clauses += clause;
    }
    return clauses.isEmpty() ? QString()
                             : tr("低于国家标准的条款（国家认定仍按国家标准）　%1").arg(clauses.join(u"； "_s));
}

} // namespace junheng::ui

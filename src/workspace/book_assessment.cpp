#include "workspace/book_assessment.h"

#include "exchange/template_reader.h"
#include "standard/library.h"
#include "workspace/input_faults.h"
#include "workspace/opened_book.h"
#include "workspace/tr.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace junheng::workspace {

base::Result<BookAssessment> assessBook(const QString& file, std::optional<int> year, const QString& standard,
                                        std::vector<model::Finding>& findings, const base::Job& job) {
    auto rules = standard::findStandard(standard);
    if (!rules)
        return std::unexpected(rules.error());
    auto opened = openBook(file, job);
    if (!opened)
        return std::unexpected(opened.error());
    const auto identity = exchange::identify(opened->book, opened->source.name);
    if (!identity)
        return std::unexpected(identity.error());
    model::CountyYear data(identity->county, year.value_or(identity->year));
    auto plan = exchange::planImport(opened->book, opened->source, data, {.further = rules->furtherIndicators()}, job);
    if (job.cancelled())
        return std::unexpected(importCancelled());
    data.apply(plan.changes);
    std::ranges::move(faultsOf(data, *rules, plan.changes, opened->source.name), std::back_inserter(plan.findings));
    findings = plan.findings;
    if (plan.hasErrors())
        return std::unexpected(base::Error{.code = QStringLiteral("import.rejected"),
                                           .message = tr("数据表有错误，未作评估。请按下列提示修改后再试。"),
                                           .place = {.file = opened->source.name}});
    assess::Assessment assessment = assess::assess(data, *rules);
    return BookAssessment{.data = std::move(data),
                          .standard = std::move(*rules),
                          .assessment = std::move(assessment),
                          .notices = std::move(plan.findings)};
}

} // namespace junheng::workspace

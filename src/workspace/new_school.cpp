#include "workspace/new_school.h"

#include "model/items.h"
#include "model/typed_text.h"
#include "workspace/tr.h"

#include <utility>

namespace junheng::workspace {

namespace {

model::Change opened(const model::SubjectKey& subject) {
    return {.subject = subject, .after = model::Observation::ofAmount(1)};
}

} // namespace

base::Outcome checkFree(const QString& code, const model::CountyYear& current) {
    if (!current.exists(model::SubjectKey::ofSchool(code)))
        return {};
    return std::unexpected(
        base::Error{.code = QStringLiteral("school.exists"),
                    .message = tr("学校标识码 %1 已经用于“%2”。请核对标识码。").arg(code, current.schoolName(code))});
}

base::Result<model::ChangeSet> planSchool(const SchoolEntry& school, const model::CountyYear& current) {
    const auto code = model::parseSchoolCode(school.code);
    if (!code)
        return std::unexpected(code.error());
    const model::SubjectKey subject = model::SubjectKey::ofSchool(*code);
    if (const auto free = checkFree(*code, current); !free)
        return std::unexpected(free.error());
    if (school.name.trimmed().isEmpty())
        return std::unexpected(
            base::Error{.code = QStringLiteral("school.no_name"), .message = tr("请填写学校名称。")});

    model::ChangeSet changes;
    changes.label = tr("新建学校 %1").arg(school.name.trimmed());
    changes.changes.push_back(opened(subject));
    for (const auto& [item, text] : {std::pair(&model::itemOf(items::school_name), school.name),
                                     std::pair(&model::itemOf(items::school_type), school.type)}) {
        const auto parsed = model::parseObservation(*item, text);
        if (!parsed)
            return std::unexpected(parsed.error());
        if (!parsed->observation.isMissing())
            changes.changes.push_back({.subject = subject, .item = item, .after = parsed->observation});
    }
    for (const QString& stage : school.stages)
        changes.changes.push_back(opened({.level = model::Level::Section, .school = *code, .part = stage}));
    changes.changes.push_back(opened({.level = model::Level::Campus, .school = *code, .part = {}}));
    return changes;
}

} // namespace junheng::workspace

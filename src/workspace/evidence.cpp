#include "workspace/evidence.h"

#include "model/items.h"

namespace junheng::workspace {

using model::Item;
using model::Level;

std::vector<Evidence> evidenceOf(const model::CountyYear& year, const QString& indicator) {
    const model::LevelTable& table = year.table(Level::Evidence);
    std::vector<Evidence> result;
    for (int row = 0; row < table.rowCount(); ++row) {
        const model::SubjectKey& subject = table.key(row);
        if (subject.part.section(u'/', 0, 0) != indicator)
            continue;
        const auto text = [&](const char16_t* code) { return table.at(row, model::itemOf(code)).text; };
        result.push_back({.subject = subject,
                          .name = text(items::evidence_name),
                          .size = table.at(row, model::itemOf(items::evidence_size)).amount,
                          .sha256 = text(items::evidence_sha256),
                          .note = text(items::evidence_note)});
    }
    return result;
}

} // namespace junheng::workspace

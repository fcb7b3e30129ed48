#include "exchange/school_codes.h"

#include "exchange/tr.h"
#include "model/observation.h"
#include "model/typed_text.h"

namespace junheng::exchange {

void SchoolCodes::refuse(const QString& text, const base::Error& error, const QString& sheet, const QString& cell,
                         bool namesSchool, FindingList& findings) {
    const QString folded = model::foldText(text);
    if (const auto found = m_bad.find(folded); found != m_bad.end()) {
        ++found->second.others;
        return;
    }
    const FindingList::Slot slot = findings.error(error, sheet, cell);
    m_bad.emplace(folded, Rows{.slot = slot});
    if (namesSchool)
        m_badSchools.push_back(slot);
}

void SchoolCodes::missing(const QString& code, const QString& sheet, const QString& cell, FindingList& findings) {
    if (const auto found = m_unknown.find(code); found != m_unknown.end()) {
        ++found->second.others;
        return;
    }
    if (const auto found = m_consequences.find(code); found != m_consequences.end()) {
        ++found->second.others;
        return;
    }
    if (m_consequences.size() < m_badSchools.size()) {
        m_consequences.emplace(code, Rows{.slot = m_badSchools[m_consequences.size()], .others = 1});
        return;
    }
    const FindingList::Slot slot = findings.error(
        "import.unknown_school",
        tr("学校标识码 %1 既不在工作表“学校”中，也不在已有数据中。请核对标识码，或在工作表“学校”中补上这所学校。")
            .arg(code),
        sheet, cell);
    m_unknown.emplace(code, Rows{.slot = slot});
}

void SchoolCodes::report(FindingList& findings) const {
    for (const auto* rows : {&m_bad, &m_unknown}) {
        for (const auto& [code, same] : *rows) {
            if (same.others > 0)
                findings.amend(same.slot, tr("另有 %1 行用了同一标识码。").arg(same.others));
        }
    }
    for (const auto& [code, rows] : m_consequences)
        findings.amend(rows.slot,
                       tr("其他工作表有 %1 行的标识码 %2 因此对不上学校，改正后一并核对。").arg(rows.others).arg(code));
}

} // namespace junheng::exchange

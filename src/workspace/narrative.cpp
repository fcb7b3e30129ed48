#include "workspace/narrative.h"

#include "base/atomic_file.h"
#include "report/narrative/free_texts.h"
#include "report/narrative/own_template.h"
#include "report/narrative/self_evaluation.h"
#include "workspace/open_county.h"

namespace junheng::workspace {

namespace {

constexpr qint64 kLargestTemplate = 1 << 18; // bytes

} // namespace

QString Narrative::reportTemplate() const {
    const QString own = report::ownTemplate(m_county.data);
    return own.isEmpty() ? report::selfEvaluationTemplate() : own;
}

bool Narrative::hasOwnTemplate() const {
    return !report::ownTemplate(m_county.data).isEmpty();
}

base::Outcome Narrative::useReportTemplate(const QString& path) {
    const auto bytes = base::readFile(path, kLargestTemplate);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto text = report::templateText(*bytes, path);
    if (!text)
        return std::unexpected(text.error());
    const auto outline = report::parseOutline(*text, path);
    if (!outline)
        return std::unexpected(outline.error());
    // Whether every figure that it names is known.
    const auto report = report::selfEvaluation(m_county.sources(), reportInfo(QDate::currentDate()), *outline);
    if (!report)
        return std::unexpected(report.error());
    const auto changes = report::templateChanges(m_county.data, *text);
    return m_county.announce(changes ? m_county.commit(*changes) : std::unexpected(changes.error()));
}

base::Outcome Narrative::useProgramTemplate() {
    return m_county.announce(m_county.commit(*report::templateChanges(m_county.data, {})));
}

base::Result<std::vector<report::FreeText>> Narrative::freeTexts() const {
    const auto outline = report::selfEvaluationOutline(m_county.data);
    if (!outline)
        return std::unexpected(outline.error());
    return report::freeTextsOf(*outline, m_county.sources(), reportInfo({}));
}

base::Outcome Narrative::writeFreeText(const QString& name, const QString& text) {
    const report::BoundFigures figures(m_county.sources(), reportInfo({}));
    const auto changes = report::freeTextChanges(m_county.data, name, text, figures);
    return m_county.announce(changes ? m_county.commit(*changes) : std::unexpected(changes.error()));
}

} // namespace junheng::workspace

#include "cli/indicator_text.h"

#include "cli/tr.h"
#include "cli/verbs.h"

#include <algorithm>

namespace junheng::cli {

namespace {

using assess::IndicatorResult;
using assess::IndicatorStatus;

QString word(IndicatorStatus status) {
    constexpr int kWidth = 4;
    return assess::statusWord(status).leftJustified(kWidth, QChar(u'　'));
}

class IndicatorWriter {
public:
    IndicatorWriter(const model::CountyYear& year, const standard::Standard& standard,
                    const std::vector<assess::PriorYear>& priorYears, QTextStream& out)
        : m_year(year), m_standard(standard), m_priorYears(priorYears), m_out(out) {}

    void writePart(const QString& heading, const std::vector<standard::Indicator>& indicators,
                   const std::vector<IndicatorResult>& results) const {
        if (results.empty())
            return;
        m_out << '\n' << heading << '\n';
        for (std::size_t i = 0; i < results.size(); ++i)
            writeIndicator(indicators[i], results[i]);
    }

    void writeApproval(const assess::ApprovalResult& approval) const {
        m_out << '\n' << tr("社会认可度：") << '\n';
        writeLine(QStringLiteral("S1"), approval.status, assess::approvalSentence(approval), approval.borderline);
        if (approval.status == IndicatorStatus::Missing)
            writeMissing(QStringLiteral("S1"));
    }

    void writeVetoes(const std::vector<assess::VetoResult>& vetoes) const {
        m_out << '\n' << tr("一票否决：") << '\n';
        for (std::size_t i = 0; i < vetoes.size(); ++i) {
            const auto& present = vetoes[i].present;
            const QString answer = !present ? tr("待填报") : *present ? tr("存在") : tr("不存在");
            m_out << QStringLiteral("  %1 %2 %3\n")
                         .arg(m_standard.vetoes[i].id, -3)
                         .arg(answer, m_standard.vetoes[i].title);
            if (const QString figures = assess::figuresBeside(m_standard.vetoes[i], vetoes[i]); !figures.isEmpty())
                m_out << QStringLiteral("      %1\n").arg(figures);
        }
    }

private:
    void writeIndicator(const standard::Indicator& indicator, const IndicatorResult& result) const {
        const QString by = indicator.by.isEmpty() ? QString() : tr("（%1）").arg(indicator.by);
        writeLine(indicator.id, result.status,
                  indicator.shortName + by + QChar(u'：') + assess::detailOf(m_year, indicator, result),
                  result.borderline);
        std::ptrdiff_t relaxed = 0;
        for (const assess::SchoolResult& school : result.schools) {
            if (school.status == IndicatorStatus::Unmet)
                m_out << QStringLiteral("      ") << assess::schoolSentence(m_year, indicator, school) << '\n';
            relaxed += school.status == IndicatorStatus::Met ? 1 : 0;
        }
        if (relaxed > 0)
            m_out << tr("      另有 %1 处适用放宽条件后达标（--json 逐校列出）").arg(relaxed) << '\n';
        if (result.status == IndicatorStatus::Missing)
            writeMissing(indicator.id);
    }

    void writeLine(const QString& id, IndicatorStatus status, const QString& text, bool borderline) const {
        constexpr int kWidth = -3;
        m_out << QStringLiteral("  %1 %2 ").arg(id, kWidth).arg(word(status)) << text
              << (borderline ? tr("（临界）") : QString()) << '\n';
    }

    // A few cells by name; the JSON names them all.
    void writeMissing(const QString& id) const {
        constexpr std::size_t kShown = 10;
        const auto obstacles = assess::obstaclesOf(m_year, m_standard, id, m_priorYears);
        QStringList cells;
        for (std::size_t i = 0; i < std::min(kShown, obstacles.size()); ++i) {
            const model::CellKey& cell = obstacles[i].cell;
            const QString school = cell.subject.school.isEmpty() ? QString() : m_year.schoolName(cell.subject.school);
            QString text = sheetOf(cell.subject.level) + QChar(u' ') + model::describeCell(school, cell);
            if (!obstacles[i].why.isEmpty())
                text += QChar(u'（') + obstacles[i].why + QChar(u'）');
            cells << text;
        }
        if (cells.isEmpty())
            return;
        m_out << tr("      待填报：%1").arg(cells.join(QChar(u'、')));
        if (obstacles.size() > kShown)
            m_out << tr(" 等 %1 处").arg(obstacles.size());
        m_out << '\n';
    }

    const model::CountyYear& m_year;
    const standard::Standard& m_standard;
    const std::vector<assess::PriorYear>& m_priorYears;
    QTextStream& m_out;
};

} // namespace

void writeIndicators(const model::CountyYear& year, const standard::Standard& standard,
                     const assess::Assessment& assessment, const std::vector<assess::PriorYear>& priorYears,
                     QTextStream& out) {
    const IndicatorWriter writer(year, standard, priorYears, out);
    writer.writePart(tr("政府保障程度："), standard.government, assessment.government);
    writer.writePart(tr("教育质量："), standard.quality, assessment.quality);
    if (standard.approval)
        writer.writeApproval(assessment.approval);
    if (!assessment.vetoes.empty())
        writer.writeVetoes(assessment.vetoes);
    writer.writePart(tr("资格审核："), standard.eligibility, assessment.eligibility);
    writer.writePart(tr("目标（只列示，不判定）："), standard.targets, assessment.targets);
}

} // namespace junheng::cli

#include "cli/assessment_text.h"

#include "base/rounding.h"
#include "cli/indicator_text.h"
#include "cli/tr.h"
#include "cli/verbs.h"

#include <algorithm>

namespace junheng::cli {

namespace {

using assess::Assessment;
using assess::Coefficient;
using assess::StageAssessment;
using assess::Verdict;

QString partsOf(const assess::Verdicts& verdicts) {
    const std::pair<QString, Verdict> parts[]{{tr("资源配置"), verdicts.resources},  {tr("校际均衡"), verdicts.balance},
                                              {tr("政府保障"), verdicts.government}, {tr("教育质量"), verdicts.quality},
                                              {tr("社会认可度"), verdicts.approval}, {tr("一票否决"), verdicts.vetoes}};
    QStringList words;
    for (const auto& [name, verdict] : parts)
        words << name + assess::verdictWord(verdict);
    return words.join(QChar(u'，'));
}

class AssessmentWriter {
public:
    AssessmentWriter(const model::CountyYear& year, const standard::Standard& standard, const Assessment& assessment,
                     QTextStream& out)
        : m_year(year), m_standard(standard), m_assessment(assessment), m_out(out) {}

    void write() const {
        m_out << countyHeading(m_year) << '\n' << m_standard.title << '\n' << '\n';
        m_out << tr("结论：%1（%2）").arg(assess::overallWord(m_assessment), partsOf(m_assessment.verdicts)) << '\n';
        if (const auto& without = m_assessment.withoutRelaxations)
            m_out << tr("不计放宽条款：%1（%2）").arg(assess::verdictWord(without->overall), partsOf(*without)) << '\n';
        for (const assess::Reason& reason : assess::reasonsOf(m_standard, m_assessment))
            m_out << QStringLiteral("  · ") << reason.sentence << '\n';
        for (const StageAssessment& stage : m_assessment.stages)
            writeStage(stage);
        writeExcluded();
        writeSections(Verdict::Fail, tr("未达标的学校（学段）："));
        writeSections(Verdict::Missing, tr("数据不全、尚无结论的学校（学段）："));
    }

private:
    void writeStage(const StageAssessment& stage) const {
        const auto count = [&](Verdict verdict) { return std::ranges::count(stage.verdicts, verdict); };
        m_out << '\n'
              << tr("%1：%2 个，达标 %3，未达标 %4，待填报 %5")
                     .arg(model::stageName(stage.stage))
                     .arg(stage.sectionCount())
                     .arg(count(Verdict::Pass))
                     .arg(count(Verdict::Fail))
                     .arg(count(Verdict::Missing))
              << '\n'
              << tr("差异系数（不超过 %1）：").arg(assess::printedLimit(m_standard, stage.stage)) << '\n';
        for (int i = 0; i < m_standard.balanceCount(); ++i)
            writeCoefficient(stage, i);
        if (stage.composite)
            m_out << tr("  综合差异系数 %1（%2）")
                         .arg(base::printHalfUp(*stage.composite, m_standard.coefficientDecimals, nullptr),
                              m_standard.compositeLimit ? assess::verdictWord(stage.compositeStatus) : tr("供参考"))
                  << '\n';
    }

    void writeCoefficient(const StageAssessment& stage, int indicator) const {
        const auto& rule = m_standard.balanceIndicator(indicator);
        const Coefficient& coefficient = stage.column(indicator).coefficient;
        m_out << QStringLiteral("  %1 %2 %3 %4 %5%6%7\n")
                     .arg(rule.id, dash(assess::printedCoefficient(coefficient)).rightJustified(7),
                          assess::verdictWord(coefficient.status).leftJustified(4, QChar(u'　')),
                          tr("平均 %1").arg(
                              dash(assess::printedMean(m_year, m_standard, stage, indicator)).rightJustified(9)),
                          rule.title, coefficient.borderline ? tr("（临界）") : QString(),
                          rule.tested ? QString() : tr("（只列示，不判定）"));
    }

    static QString dash(const QString& printed) { return printed.isEmpty() ? QStringLiteral("—") : printed; }

    void writeExcluded() const {
        if (m_assessment.excluded.empty())
            return;
        m_out << '\n' << tr("不参加资源配置和校际均衡评估：") << '\n';
        for (const assess::ExcludedSection& excluded : m_assessment.excluded) {
            const model::SubjectKey& section = m_year.sections().key(excluded.sectionRow);
            writeLine(section, m_standard.exclusions[static_cast<std::size_t>(excluded.exclusion)].reason);
        }
    }

    void writeSections(Verdict verdict, const QString& heading) const {
        bool any = false;
        for (const StageAssessment& stage : m_assessment.stages) {
            for (int section = 0; section < stage.sectionCount(); ++section) {
                if (stage.verdicts[static_cast<std::size_t>(section)] != verdict)
                    continue;
                if (!any)
                    m_out << '\n' << heading << '\n';
                any = true;
                writeLine(m_year.sections().key(stage.sectionRows[static_cast<std::size_t>(section)]),
                          assess::remarkOf(m_standard, stage, section));
                writeMissing(stage, section);
            }
        }
    }

    void writeLine(const model::SubjectKey& section, const QString& reason) const {
        m_out << QStringLiteral("  %1 %2 %3：%4\n")
                     .arg(section.school, m_year.schoolName(section.school), model::partLabel(section), reason);
    }

    // Names the cells that a section lacks, each once.
    void writeMissing(const StageAssessment& stage, int section) const {
        QStringList cells;
        for (int i = 0; i < static_cast<int>(m_standard.resource.size()); ++i) {
            for (const standard::Obstacle& obstacle : assess::obstaclesOf(m_year, m_standard, stage, section, i)) {
                const model::SubjectKey& subject = obstacle.cell.subject;
                QString cell = sheetOf(subject.level) + QChar(u' ') + model::describeCell({}, obstacle.cell);
                if (!obstacle.why.isEmpty())
                    cell += QChar(u'（') + obstacle.why + QChar(u'）');
                if (!cells.contains(cell))
                    cells << cell;
            }
        }
        if (!cells.isEmpty())
            m_out << tr("    待填报：%1").arg(cells.join(QChar(u'、'))) << '\n';
    }

    const model::CountyYear& m_year;
    const standard::Standard& m_standard;
    const Assessment& m_assessment;
    QTextStream& m_out;
};

} // namespace

void writeAssessment(const model::CountyYear& year, const standard::Standard& standard, const Assessment& assessment,
                     const std::vector<assess::PriorYear>& priorYears, QTextStream& out) {
    AssessmentWriter(year, standard, assessment, out).write();
    writeIndicators(year, standard, assessment, priorYears, out);
}

} // namespace junheng::cli

#include "report/dossier/dossier.h"

#include "model/school_year.h"
#include "report/dossier/dossier_parts.h"
#include "report/tr.h"

#include <algorithm>
#include <iterator>

namespace junheng::report {

using document::Block;
using document::Heading;
using document::Paragraph;
using document::ParagraphKind;
using document::Report;

DossierMaker::DossierMaker(const Sources& sources, std::span<const EarlierYear> earlier, ReportInfo info)
    : m_sources(sources), m_earlier(earlier), m_info(std::move(info)), m_finder(sources.year, sources.standard),
      m_blanks(plan::missingCells(sources.year, sources.standard, sources.assessment, sources.priorYears)),
      m_evidence(evidencePieces(sources.year)) {}

SchoolView DossierMaker::viewOf(const QString& school) {
    // The county's own blanks come last, without a school.
    const auto schools = std::ranges::find_if(
        m_blanks, [](const plan::MissingCell& blank) { return blank.cell.subject.school.isEmpty(); });
    const auto own = std::ranges::equal_range(m_blanks.begin(), schools, school, {},
                                              [](const plan::MissingCell& blank) { return blank.cell.subject.school; });
    return {.sources = m_sources,
            .earlier = m_earlier,
            .row = m_sources.year.schools().find(model::SubjectKey::ofSchool(school)),
            .code = school,
            .finder = m_finder,
            .blanks = own,
            .evidence = m_evidence};
}

Report DossierMaker::empty(const QString& title) const {
    return {.title = title, .author = tr("均衡 %1").arg(m_info.programVersion).trimmed(), .date = m_info.date};
}

Report DossierMaker::dossier(const QString& school) {
    const SchoolView view = viewOf(school);
    Report report = empty(tr("%1一校一册").arg(view.name()));
    report.foot = view.name();
    std::vector<Block>& blocks = report.blocks;
    const auto heading = [&](const QString& text) { blocks.emplace_back(Heading{.level = 1, .text = text}); };
    const auto addAll = [&](std::vector<Block> more) { std::ranges::move(more, std::back_inserter(blocks)); };

    blocks.emplace_back(Heading{.level = 0, .text = view.name(), .onNewPage = true});
    blocks.emplace_back(
        Paragraph{.spans = {{.text = tr("义务教育优质均衡发展一校一册　%1　%2　%3年%4月%5日")
                                         .arg(model::schoolYearName(view.year().year()), view.year().county().name)
                                         .arg(m_info.date.year())
                                         .arg(m_info.date.month())
                                         .arg(m_info.date.day())}},
                  .kind = ParagraphKind::Centred});
    heading(tr("一、学校基本情况"));
    blocks.emplace_back(identityTable(view));
    blocks.emplace_back(sectionsTable(view));
    blocks.emplace_back(premisesTable(view));
    heading(tr("二、资源配置指标"));
    addAll(indicatorBlocks(view));
    heading(tr("三、与标准、全县平均的比较和历年变化"));
    addAll(courseBlocks(view));
    heading(tr("四、政府保障和教育质量中须整改或按放宽条件达标的项目"));
    blocks.push_back(findingsBlock(view));
    heading(tr("五、待填报的项目"));
    blocks.push_back(blanksBlock(view));
    heading(tr("六、数据核查中的疑问和说明"));
    blocks.push_back(checksBlock(view));
    heading(tr("七、佐证材料"));
    blocks.push_back(evidenceBlock(view));
    blocks.emplace_back(signatureTable());
    blocks.emplace_back(selfEvaluationForm(view));
    return report;
}

Report DossierMaker::selfEvaluation(const QString& school) {
    const SchoolView view = viewOf(school);
    Report report = empty(tr("%1学校自评表").arg(view.name()));
    report.blocks.emplace_back(selfEvaluationForm(view));
    return report;
}

} // namespace junheng::report

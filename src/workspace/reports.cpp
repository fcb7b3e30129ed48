#include "workspace/reports.h"

#include "document/render/xlsx_renderer.h"
#include "exchange/next_year.h"
#include "exchange/template_writer.h"
#include "report/dossier/dossier.h"
#include "report/lists/section_list.h"
#include "report/narrative/own_template.h"
#include "report/narrative/self_evaluation.h"
#include "workings/working_sheets.h"
#include "workspace/dossiers.h"
#include "workspace/open_county.h"
#include "workspace/tr.h"

#include <optional>
#include <ranges>

namespace junheng::workspace {

namespace {

// The newest year with schools before the current one.
base::Result<std::optional<model::CountyYear>> newestBefore(const OpenCounty& county) {
    const auto known = county.file->years();
    if (!known)
        return std::unexpected(known.error());
    for (const int year : std::views::reverse(*known)) {
        if (year >= county.data.year())
            continue;
        auto loaded = county.file->load(year);
        if (!loaded)
            return std::unexpected(loaded.error());
        if (loaded->schools().rowCount() > 0)
            return std::move(*loaded);
    }
    return std::nullopt;
}

base::Outcome knowsSchool(const model::CountyYear& year, const QString& code) {
    if (year.exists(model::SubjectKey::ofSchool(code)))
        return {};
    return std::unexpected(
        base::Error{.code = QStringLiteral("dossier.unknown_school"),
                    .message = tr("%1 学年没有标识码为“%2”的学校。请核对学校标识码。").arg(year.year()).arg(code)});
}

// What `make` makes for one school of the year.
base::Result<document::Report> ofSchool(const OpenCounty& county, const QString& school, const QDate& date,
                                        document::Report (report::DossierMaker::*make)(const QString&)) {
    if (const auto judged = county.judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    if (const auto known = knowsSchool(county.data, school); !known)
        return std::unexpected(known.error());
    const auto before = county.earlierYears();
    if (!before)
        return std::unexpected(before.error());
    const auto findings = county.findings();
    if (!findings)
        return std::unexpected(findings.error());
    report::Sources all = county.sources();
    all.findings = *findings;
    report::DossierMaker maker(all, **before, reportInfo(date));
    return (maker.*make)(school);
}

} // namespace

base::Outcome Reports::writeReport(const QString& path, const QDate& date) const {
    if (const auto judged = m_county.judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    return document::renderXlsx(
        workings::workbookReport(m_county.data, m_county.standard, m_county.assessment, reportInfo(date)), path);
}

base::Result<document::Report> Reports::schoolList(report::SchoolList kind, const QDate& date) const {
    if (const auto judged = m_county.judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    report::Sources sources = m_county.sources();
    base::Result<std::vector<quality::CheckFinding>> found;
    if (kind == report::SchoolList::Findings) {
        found = m_county.findings();
        if (!found)
            return std::unexpected(found.error());
        sources.findings = *found;
    }
    return report::schoolList(sources, kind, reportInfo(date));
}

document::Report Reports::sectionList(std::span<const plan::SectionPlace> sections, const QString& how,
                                      const QDate& date) const {
    return report::sectionList(m_county.data, m_county.standard, sections, how, reportInfo(date));
}

base::Result<document::Report> Reports::selfEvaluation(const QDate& date) const {
    if (const auto judged = m_county.judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    const auto outline = report::selfEvaluationOutline(m_county.data);
    if (!outline)
        return std::unexpected(outline.error());
    return report::selfEvaluation(m_county.sources(), reportInfo(date), *outline);
}

base::Result<document::Report> Reports::dossier(const QString& school, const QDate& date) const {
    return ofSchool(m_county, school, date, &report::DossierMaker::dossier);
}

base::Result<document::Report> Reports::schoolSelfEvaluation(const QString& school, const QDate& date) const {
    return ofSchool(m_county, school, date, &report::DossierMaker::selfEvaluation);
}

base::Result<std::unique_ptr<DossierRun>> Reports::dossiers(const DossierOrder& order,
                                                            const document::FigurePainter& figures) const {
    if (const auto judged = m_county.judgedByItsOwn(); !judged)
        return std::unexpected(judged.error());
    const auto earlier = m_county.earlierYears();
    if (!earlier)
        return std::unexpected(earlier.error());
    for (const QString& school : order.schools) {
        if (const auto known = knowsSchool(m_county.data, school); !known)
            return std::unexpected(known.error());
    }
    if (m_county.data.schools().rowCount() == 0)
        return std::unexpected(base::Error{
            .code = QStringLiteral("dossier.no_school"),
            .message = tr("%1 学年还没有学校，没有可写的一校一册。请先导入数据表。").arg(m_county.data.year())});
    auto found = m_county.findings();
    if (!found)
        return std::unexpected(found.error());
    return std::make_unique<DossierRun>(DossierData{.year = m_county.data,
                                                    .standard = m_county.standard,
                                                    .assessment = m_county.assessment,
                                                    .priorYears = m_county.priorYears,
                                                    .findings = *std::move(found),
                                                    .earlier = *earlier},
                                        order, figures);
}

base::Outcome Reports::writeTemplate(const QString& path, bool prefill) const {
    exchange::TemplateContent content{.items = m_county.data.items(), .further = m_county.standard.furtherIndicators()};
    if (!prefill || !m_county.file)
        return exchange::writeTemplate(path, content);
    const auto earlier = newestBefore(m_county);
    if (!earlier)
        return std::unexpected(earlier.error());
    content.before = *earlier ? &**earlier : nullptr;
    content.data = &m_county.data;
    if (content.before == nullptr || m_county.data.schools().rowCount() > 0)
        return exchange::writeTemplate(path, content);
    const model::CountyYear beginning = exchange::beginningOf(m_county.data.year(), *content.before);
    content.data = &beginning;
    return exchange::writeTemplate(path, content);
}

} // namespace junheng::workspace

#include "report/narrative/self_evaluation.h"

#include "report/cells.h"
#include "report/charts/balance_figures.h"
#include "report/charts/resource_figures.h"
#include "report/narrative/free_texts.h"
#include "report/official/official_tables.h"
#include "report/tr.h"

#include <algorithm>
#include <iterator>

namespace junheng::report {

using document::Cell;
using document::Heading;
using document::HeatMap;
using document::leftCell;
using document::Mark;
using document::merged;
using document::Paragraph;
using document::ParagraphKind;
using document::Plot;
using document::Report;
using document::Row;
using document::Span;
using document::Style;
using document::Table;
using document::textCell;

namespace {

constexpr double kPlotMillimetres = 85;
// Contributions that a figure names; the rest is one.
constexpr int kNamedSteps = 8;

/// Makes the blocks of a report, line by line of its template.
class Narrator {
public:
    Narrator(const Sources& sources, const ReportInfo& info, const Outline& outline)
        : m_sources(sources), m_info(info), m_outline(outline), m_figures(sources, info),
          m_freeTexts(freeTextsOf(outline, sources, info)) {}

    base::Result<Report> make() {
        m_report.author = tr("均衡 %1").arg(m_info.programVersion).trimmed();
        m_report.date = m_info.date;
        m_report.style = Style::Official;
        for (const OutlineLine& line : m_outline.lines) {
            const auto stands = holds(line);
            if (!stands)
                return std::unexpected(stands.error());
            if (!*stands)
                continue;
            if (const auto added = add(line); !added)
                return std::unexpected(added.error());
        }
        return std::move(m_report);
    }

private:
    [[nodiscard]] base::Error unknown(const OutlineLine& line, const QString& name) const {
        return outlineError(m_outline, line.number, tr("没有名为“%1”的数据。").arg(name));
    }

    [[nodiscard]] base::Result<bool> holds(const OutlineLine& line) const {
        if (!line.condition)
            return true;
        const Span* figure = m_figures.find(line.condition->figure);
        if (figure == nullptr)
            return std::unexpected(unknown(line, line.condition->figure));
        return (figure->text == line.condition->value) == line.condition->equal;
    }

    // The words of a line, its figures put in.
    [[nodiscard]] base::Result<std::vector<Span>> spansOf(const OutlineLine& line) const {
        std::vector<Span> spans;
        qsizetype from = 0;
        while (from < line.text.size()) {
            const qsizetype open = line.text.indexOf(QChar(u'{'), from);
            const qsizetype close = open < 0 ? -1 : line.text.indexOf(QChar(u'}'), open);
            const qsizetype end = close < 0 ? line.text.size() : open;
            if (end > from)
                spans.push_back({.text = line.text.mid(from, end - from)});
            if (close < 0)
                break;
            const QString name = line.text.mid(open + 1, close - open - 1).trimmed();
            const Span* figure = m_figures.find(name);
            if (figure == nullptr)
                return std::unexpected(unknown(line, name));
            spans.push_back(*figure);
            from = close + 1;
        }
        return spans;
    }

    static QString joined(const std::vector<Span>& spans) {
        QString text;
        for (const Span& span : spans)
            text += span.text;
        return text;
    }

    base::Outcome add(const OutlineLine& line) {
        switch (line.kind) {
        case LineKind::Itemised:
            addItems(line.text);
            return {};
        case LineKind::Reasons:
            addReasons();
            return {};
        case LineKind::Table:
            m_report.blocks.emplace_back(line.text == tr("资源配置") ? resourcesOverview() : balanceOverview());
            return {};
        case LineKind::Plot:
            addPlots(line.text);
            return {};
        case LineKind::FreeText:
            return addFreeText(line);
        case LineKind::FormTables:
            addFormTables();
            return {};
        default:
            return addWords(line);
        }
    }

    base::Outcome addWords(const OutlineLine& line) {
        auto spans = spansOf(line);
        if (!spans)
            return std::unexpected(spans.error());
        if (line.kind == LineKind::Title)
            m_report.title = joined(*spans);
        if (line.kind == LineKind::Title || line.kind == LineKind::Heading) {
            m_report.blocks.emplace_back(Heading{.level = line.level, .text = joined(*spans)});
            return {};
        }
        const ParagraphKind kind = line.kind == LineKind::Centred   ? ParagraphKind::Centred
                                   : line.kind == LineKind::Closing ? ParagraphKind::Closing
                                                                    : ParagraphKind::Body;
        m_report.blocks.emplace_back(Paragraph{.spans = *std::move(spans), .kind = kind});
        return {};
    }

    // "1．title：what the figures say。达标。"
    void addItem(int number, const QString& id, const QString& said) {
        const auto figure = [&](const QString& name) { return *m_figures.find(dotted(id, name)); };
        m_report.blocks.emplace_back(Paragraph{.spans = {{.text = QStringLiteral("%1．").arg(number)},
                                                         figure(tr("名称")),
                                                         {.text = tr("。自评：")},
                                                         figure(said),
                                                         {.text = tr("。")}}});
        auto& spans = std::get<Paragraph>(m_report.blocks.back()).spans;
        if (said == tr("说明"))
            spans.insert(spans.end() - 1, {{.text = tr("。判定：")}, figure(tr("判定"))});
        else if (const Span beside = figure(tr("数据")); !beside.text.isEmpty())
            spans.insert(spans.end() - 1, {{.text = tr("（")}, beside, {.text = tr("）")}});
    }

    void addItems(const QString& part) {
        int number = 0;
        const auto addAll = [&](const auto& clauses, const QString& said) {
            for (const auto& clause : clauses)
                addItem(++number, clause.id, said);
        };
        const standard::Standard& standard = m_sources.standard;
        if (part == tr("政府保障"))
            addAll(standard.government, tr("说明"));
        else if (part == tr("教育质量"))
            addAll(standard.quality, tr("说明"));
        else if (part == tr("资格审核"))
            addAll(standard.eligibility, tr("说明"));
        else
            addAll(standard.vetoes, tr("回答"));
    }

    void addPlots(const QString& what) {
        if (what == tr("差异系数")) {
            m_report.blocks.emplace_back(Plot{.figure = coefficientBars(m_sources.standard, m_sources.assessment),
                                              .heightMillimetres = kPlotMillimetres});
        } else if (what == tr("资源配置")) {
            for (HeatMap& map : shortfallHeatMaps(m_sources.year, m_sources.standard, m_sources.assessment))
                m_report.blocks.emplace_back(heightened(std::move(map)));
        } else {
            addWaterfalls();
        }
    }

    // As high as its rows need.
    static Plot heightened(HeatMap map) {
        constexpr double kBesideRows = 32;
        constexpr double kRow = 5;
        const double height = kBesideRows + kRow * static_cast<double>(map.groups.front().rows.size());
        return {.figure = std::move(map), .heightMillimetres = height};
    }

    // Of each coefficient that is tested and over its limit.
    void addWaterfalls() {
        for (const assess::StageAssessment& stage : m_sources.assessment.stages) {
            for (int i = 0; i < m_sources.standard.balanceCount(); ++i) {
                if (m_sources.standard.balanceIndicator(i).tested &&
                    stage.column(i).coefficient.status == assess::BalanceStatus::Unmet)
                    m_report.blocks.emplace_back(
                        Plot{.figure = coefficientWaterfall(m_sources.year, m_sources.standard, stage, i, kNamedSteps),
                             .heightMillimetres = kPlotMillimetres});
            }
        }
    }

    void addReasons() {
        QStringList sentences;
        for (const assess::Reason& reason : assess::reasonsOf(m_sources.standard, m_sources.assessment))
            sentences << reason.sentence;
        if (m_sources.assessment.relaxationsOpen)
            sentences << tr("放宽条款是否计入尚未选定，部分学校按放宽条款才达到标准要求（见放宽条件使用清单）");
        for (qsizetype i = 0; i < sentences.size(); ++i)
            m_report.blocks.emplace_back(Paragraph{.spans = {{.text = tr("%1．%2。").arg(i + 1).arg(sentences[i])}}});
    }

    base::Outcome addFreeText(const OutlineLine& line) {
        const auto written = std::ranges::find(m_freeTexts, line.text, &FreeText::name);
        if (written->text.isEmpty()) {
            m_report.blocks.emplace_back(
                Paragraph{.spans = {{.text = tr("（待撰写：%1）").arg(line.hint), .mark = Mark::Missing}}});
            return {};
        }
        for (const QString& paragraph : written->text.split(QChar(u'\n'), Qt::SkipEmptyParts)) {
            OutlineLine own = line;
            own.text = paragraph.trimmed();
            auto spans = spansOf(own);
            // A name that the user mistyped is no fault of the template: it stays as it is, marked.
            m_report.blocks.emplace_back(Paragraph{
                .spans = spans ? *std::move(spans) : std::vector<Span>{{.text = own.text, .mark = Mark::Missing}}});
        }
        if (!written->stale.empty()) {
            QStringList changes;
            for (const StaleFigure& figure : written->stale)
                changes << tr("%1由%2变为%3").arg(figure.figure, figure.then, figure.now);
            m_report.blocks.emplace_back(Paragraph{.spans = {{.text = tr("（以上文字引用的数据已有变化，请核对：%1。）")
                                                                          .arg(changes.join(QStringLiteral("；"))),
                                                              .mark = Mark::Missing}},
                                                   .kind = ParagraphKind::Note});
        }
        return {};
    }

    void addFormTables() {
        Report form = officialTables(m_sources, m_info);
        std::ranges::move(form.blocks, std::back_inserter(m_report.blocks));
    }

    [[nodiscard]] Cell figureCell(int column, const QString& name) const {
        const Span& figure = *m_figures.find(name);
        Cell cell = textCell(column, figure.text);
        cell.mark = figure.mark;
        return cell;
    }

    // One row an indicator, for both stages the same columns.
    [[nodiscard]] Table overview(const QString& title, const QStringList& columns) const {
        Table table{.name = title, .title = title, .onOwnPages = false};
        table.columnWidths = {30};
        Row stages{{merged(textCell(0, tr("指标")), 2, 1)}};
        Row names;
        for (const model::Stage stage : standard::kJudgedStages) {
            const int first = static_cast<int>(table.columnWidths.size());
            stages.cells.push_back(
                merged(textCell(first, model::stageName(stage)), 1, static_cast<int>(columns.size())));
            for (const QString& column : columns) {
                names.cells.push_back(textCell(static_cast<int>(table.columnWidths.size()), column));
                table.columnWidths.push_back(10);
            }
        }
        table.head = {stages, names};
        for (const standard::ResourceIndicator& indicator : m_sources.standard.resource) {
            Row row{{leftCell(0, tr("%1（%2）").arg(indicator.shortName, indicator.unit))}};
            for (const model::Stage stage : standard::kJudgedStages) {
                for (const QString& column : columns)
                    row.cells.push_back(figureCell(static_cast<int>(row.cells.size()),
                                                   dotted(dotted(model::stageName(stage), indicator.id), column)));
            }
            table.body.push_back(row);
        }
        return table;
    }

    [[nodiscard]] Table resourcesOverview() const {
        const QString count = countWord(static_cast<int>(m_sources.standard.resource.size()));
        return overview(tr("资源配置%1项指标情况").arg(count), {tr("标准"), tr("全县值"), tr("达标学校数")});
    }

    [[nodiscard]] Table balanceOverview() const {
        Table table = overview(tr("校际差异系数情况"), {tr("差异系数"), tr("差异系数判定")});
        for (std::size_t i = 1; i < table.head[1].cells.size(); i += 2)
            table.head[1].cells[i].text = tr("判定");
        Row limits{{leftCell(0, tr("限值"))}};
        for (const model::Stage stage : standard::kJudgedStages)
            limits.cells.push_back(merged(figureCell(2 * static_cast<int>(standard::stageIndex(stage)) + 1,
                                                     dotted(model::stageName(stage), tr("差异系数限值"))),
                                          1, 2));
        table.body.push_back(limits);
        return table;
    }

    const Sources& m_sources;
    const ReportInfo& m_info;
    const Outline& m_outline;
    BoundFigures m_figures;
    std::vector<FreeText> m_freeTexts;
    Report m_report;
};

} // namespace

base::Result<Report> selfEvaluation(const Sources& sources, const ReportInfo& info, const Outline& outline) {
    return Narrator(sources, info, outline).make();
}

} // namespace junheng::report

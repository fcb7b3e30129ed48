#include "workings/form_links.h"

#include "base/index.h"
#include "document/cells.h"
#include "model/items.h"
#include "report/cells.h"
#include "report/figure_names.h"
#include "report/official/county_basics.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/working_cells.h"
#include "workings/parts/digits.h"

#include <algorithm>
#include <unordered_map>

namespace junheng::workings {

using report::basicFigure;
using report::basicSpecs;
using report::kAllIndicators;
using report::sectionFigure;
using report::Sources;
using report::stageFigure;
using report::statusFigure;
using report::surveyFigure;

using document::Cell;
using document::linked;
using document::Mark;
using document::Report;
using document::Table;

namespace {

constexpr int kSurveyRate = 3; // L4 of table Ⅵ
constexpr int kVisitRate = 6;  // L7

/// Where a figure is shown.
struct FormPlace {
    Table* table;
    int row;
    Cell* cell;
};

/// Cells of a table that are beside one another.
class LinkedCells {
public:
    void add(const FormPlace& place) {
        const int column = place.cell->column;
        m_block =
            m_table == nullptr
                ? CellBlock{.firstRow = place.row, .lastRow = place.row, .firstColumn = column, .lastColumn = column}
                : CellBlock{.firstRow = std::min(m_block.firstRow, place.row),
                            .lastRow = std::max(m_block.lastRow, place.row),
                            .firstColumn = std::min(m_block.firstColumn, column),
                            .lastColumn = std::max(m_block.lastColumn, column)};
        m_table = place.table;
    }
    void markWhere(const QString& condition, Mark mark) const {
        if (m_table != nullptr)
            workings::markWhere(*m_table, m_block, condition, mark);
    }
    void markWords() const {
        if (m_table != nullptr)
            workings::markWords(*m_table, m_block);
    }

private:
    Table* m_table = nullptr;
    CellBlock m_block{};
};

class FormLinks {
public:
    FormLinks(Report& form, const Sources& sources, const WorkingLayout& layout, const FormCells& cells)
        : m_sources(sources), m_layout(layout), m_cells(cells) {
        for (document::Block& block : form.blocks) {
            if (auto* table = std::get_if<Table>(&block))
                find(*table);
        }
    }

    void linkAll() {
        linkBasics();
        for (const assess::StageAssessment& stage : m_sources.assessment.stages) {
            linkShares(stage);
            linkSections(stage);
            linkBalance(stage);
        }
        linkStatuses(m_sources.standard.government);
        linkStatuses(m_sources.standard.quality);
        if (m_sources.standard.approval)
            linkSurvey(*m_sources.standard.approval);
    }

private:
    void find(Table& table) {
        for (std::size_t row = 0; row < table.body.size(); ++row) {
            for (Cell& cell : table.body[row].cells) {
                if (!cell.figure.isEmpty())
                    m_places.insert({cell.figure, {.table = &table, .row = static_cast<int>(row), .cell = &cell}});
            }
        }
    }

    // The cell of a figure becomes what `link` makes of it.
    template <class Link> const FormPlace& link(const QString& figure, Link link) {
        const FormPlace& place = m_places.at(figure);
        *place.cell = link(std::move(*place.cell));
        return place;
    }

    // The cell as a reference to `from`, which gives the same.
    static Cell linkedTo(Cell cell, const Live& from, int decimals) {
        if (!cell.number || !from.isNumber())
            return linked(std::move(cell), from.text(), decimals);
        // The workbook's figure may lie a trifle beside the exact one: it is the one to be shown.
        Cell shown = document::numberCell(cell.column, from.toNumber(), cell.text);
        shown.suffix = cell.suffix;
        shown.figure = cell.figure;
        return linked(std::move(shown), from.text(), from.toNumber());
    }

    void linkBasics() {
        LinkedCells all;
        for (std::size_t i = 0; i < m_cells.basics.size(); ++i)
            all.add(link(basicFigure(i), [&](Cell cell) {
                return linkedTo(std::move(cell), m_cells.basics[i], basicSpecs()[i].decimals());
            }));
        all.markWords();
    }

    // Their marks tell of the schools beside, which no rule can.
    void linkShares(const assess::StageAssessment& stage) {
        const QString sheet = WorkingLayout::sheetOf(stage.stage, Step::Verdicts);
        const Live all(excelAddress(sheet, summaryRow(VerdictRow::Schools), kScopeColumn),
                       static_cast<double>(stage.sectionCount()));
        const auto& indicators = m_sources.standard.resource;
        for (std::size_t i = 0; i <= indicators.size(); ++i) {
            const bool whole = i == indicators.size();
            const QStringView id = whole ? kAllIndicators : QStringView(indicators[i].id);
            const auto schools = whole ? std::ranges::count(stage.verdicts, assess::Verdict::Pass)
                                       : std::ranges::count(stage.indicators[i].statuses, assess::Status::Met);
            const Live met(excelAddress(sheet, summaryRow(VerdictRow::MetSchools),
                                        whole ? m_layout.verdictColumn() : kFirstStatusColumn + static_cast<int>(i)),
                           static_cast<double>(schools));
            const double share = base::toDouble(base::Rational(base::toRational(kHundred * std::int64_t{schools}) /
                                                               base::toRational(std::int64_t{stage.sectionCount()})));
            link(stageFigure(stage.stage, id, u"schools_met"), [&](Cell cell) {
                const Mark mark = cell.mark;
                cell = linked(std::move(cell), met.text(), 0);
                cell.mark = mark;
                return cell;
            });
            const Live quotient = live::dividedBy(live::times(Live::integer(kHundred), met), all);
            const Live shown = live::choose(live::equal(all, Live::integer(0)), Live::integer(0),
                                            live::settled(quotient, share, share));
            link(stageFigure(stage.stage, id, u"share_met"), [&](Cell cell) {
                const Mark mark = cell.mark;
                cell = linked(std::move(cell), shown.text(), shown.toNumber());
                cell.mark = mark;
                return cell;
            });
        }
    }

    void linkSections(const assess::StageAssessment& stage) {
        LinkedCells raw;
        LinkedCells verdicts;
        std::vector<std::vector<FormPlace>> values(stage.indicators.size());
        for (int section = 0; section < stage.sectionCount(); ++section) {
            const int row = stage.sectionRows[base::at(section)];
            const int index = m_layout.indexOf(row);
            const QString& school = m_sources.year.sections().key(row).school;
            const auto figure = [&](QStringView what) { return sectionFigure(stage.stage, school, what); };
            for (const QStringView code :
                 {QStringView(items::pupils), QStringView(items::grades), QStringView(items::classes)})
                raw.add(
                    link(figure(code), [&](Cell cell) { return linkedToRaw(std::move(cell), stage, index, code); }));
            for (std::size_t i = 0; i < stage.indicators.size(); ++i)
                values[i].push_back(link(figure(m_sources.standard.resource[i].id), [&](Cell cell) {
                    return linkedToValue(std::move(cell), stage, section, index, i);
                }));
            const auto toVerdicts = [&](int column) {
                return [&, column](Cell cell) {
                    return linked(std::move(cell), m_layout.verdictCell(stage.stage, index, column), 0);
                };
            };
            verdicts.add(link(figure(u"verdict"), toVerdicts(m_layout.verdictColumn())));
            link(figure(u"remark"), toVerdicts(m_layout.remarkColumn()));
        }
        for (std::size_t i = 0; i < values.size(); ++i)
            markValues(stage, i, values[i]);
        raw.markWords();
        verdicts.markWords();
    }

    // A blank raw figure reads 待填报.
    [[nodiscard]] Cell linkedToRaw(Cell cell, const assess::StageAssessment& stage, int index, QStringView code) const {
        const Live raw = *m_layout.sectionItem(*m_layout.stage(stage.stage), index, model::itemOf(code));
        return linked(std::move(cell), live::choose(live::isBlank(raw), words().missing, raw).text(), 0);
    }

    [[nodiscard]] Cell linkedToValue(Cell cell, const assess::StageAssessment& stage, int section, int index,
                                     std::size_t indicator) const {
        const assess::IndicatorColumn& figures = stage.indicators[indicator];
        const QString address = m_layout.value(stage.stage, index, indicator);
        const Mark mark = cell.mark;
        cell = cell.number ? linked(std::move(cell), address, figures.values[base::at(section)])
                           : linked(std::move(cell), address, m_sources.standard.valueDecimals);
        if (figures.borderline[base::at(section)] != 0)
            cell.mark = mark; // what is printed would be judged otherwise, so no rule can tell
        return cell;
    }

    // Borderline figures keep their own marks.
    void markValues(const assess::StageAssessment& stage, std::size_t indicator,
                    const std::vector<FormPlace>& places) const {
        const standard::Threshold& threshold =
            m_sources.standard.resource[indicator].threshold[standard::stageIndex(stage.stage)];
        const QString below = QStringLiteral("ROUND(%1-%2,10)<0");
        const QString belowFloor = below.arg(QStringLiteral("%1"), excelNumber(threshold.floor));
        const QString belowThreshold = below.arg(QStringLiteral("%1"), excelNumber(threshold.value));
        const auto& borderline = stage.indicators[indicator].borderline;
        for (std::size_t first = 0; first < places.size();) {
            LinkedCells block;
            std::size_t last = first;
            for (; last < places.size() && borderline[last] == 0; ++last)
                block.add(places[last]);
            block.markWhere(QStringLiteral("%1=") + words().missing.quoted, Mark::Missing);
            block.markWhere(QStringLiteral("AND(ISNUMBER(%1),") + belowFloor + QChar(u')'), Mark::Failing);
            block.markWhere(QStringLiteral("AND(ISNUMBER(%1),NOT(") + belowFloor + QStringLiteral("),") +
                                belowThreshold + QChar(u')'),
                            Mark::Floor);
            first = last + 1;
        }
    }

    void linkBalance(const assess::StageAssessment& stage) {
        const QString sheet = WorkingLayout::sheetOf(stage.stage, Step::Balance);
        const auto linkTo = [&](const QString& figure, BalanceRow row, std::size_t indicator,
                                std::optional<double> number, int decimals) {
            return link(figure, [&](Cell cell) {
                const QString address = excelAddress(sheet, summaryRow(row), WorkingLayout::deviationColumn(indicator));
                return number && cell.number ? linked(std::move(cell), address, *number)
                                             : linked(std::move(cell), address, decimals);
            });
        };
        LinkedCells coefficients;
        LinkedCells all;
        const auto& indicators = m_sources.standard.resource;
        const int decimals = m_sources.standard.coefficientDecimals;
        for (std::size_t i = 0; i < stage.indicators.size(); ++i) {
            const assess::Coefficient& coefficient = stage.indicators[i].coefficient;
            all.add(linkTo(stageFigure(stage.stage, indicators[i].id, u"mean"), BalanceRow::Mean, i, coefficient.mean,
                           m_sources.standard.valueDecimals));
            const FormPlace place = linkTo(stageFigure(stage.stage, indicators[i].id, u"cv"), BalanceRow::Coefficient,
                                           i, coefficient.cv, decimals);
            coefficients.add(place);
            all.add(place);
        }
        all.add(linkTo(stageFigure(stage.stage, kAllIndicators, u"cv"), BalanceRow::Coefficient, indicators.size(),
                       stage.composite, decimals));
        const base::Decimal& limit = m_sources.standard.balanceLimit[standard::stageIndex(stage.stage)];
        coefficients.markWhere(QStringLiteral("AND(ISNUMBER(%1),ROUND(%1-") + limit.toShortString() +
                                   QStringLiteral(",10)>0)"),
                               Mark::Failing);
        all.markWords();
    }

    void linkStatuses(const std::vector<standard::Indicator>& indicators) {
        LinkedCells all;
        for (const standard::Indicator& indicator : indicators)
            all.add(link(statusFigure(indicator.id),
                         [&](Cell cell) { return linkedTo(std::move(cell), m_cells.statuses.at(indicator.id), 0); }));
        all.markWords();
    }

    void linkSurvey(const standard::Approval& approval) {
        LinkedCells rate;
        LinkedCells all;
        for (std::size_t row = 0; row < m_cells.approval.size(); ++row) {
            for (int i = 0; i < static_cast<int>(m_cells.approval[row].size()); ++i) {
                const bool isShare = i == kSurveyRate || i == kVisitRate;
                const FormPlace place = link(surveyFigure(row, i), [&](Cell cell) {
                    return linkedTo(std::move(cell), m_cells.approval[row][base::at(i)],
                                    isShare ? report::kShareDecimals : 0);
                });
                all.add(place);
                if (row == 0 && i == kSurveyRate)
                    rate.add(place);
            }
        }
        rate.markWhere(QStringLiteral("AND(ISNUMBER(%1),ROUND(%1-") +
                           excelNumber(base::Rational(approval.threshold.value * kHundred)) + QStringLiteral(",10)<0)"),
                       Mark::Failing);
        all.markWords();
    }

    const Sources& m_sources;
    const WorkingLayout& m_layout;
    const FormCells& m_cells;
    std::unordered_map<QString, FormPlace> m_places;
};

} // namespace

void linkForm(Report& form, const Sources& sources, const WorkingLayout& layout, const FormCells& cells) {
    FormLinks(form, sources, layout, cells).linkAll();
}

} // namespace junheng::workings

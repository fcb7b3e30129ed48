// How an indicator of government, quality or eligibility came about.

#include "assess/rules/rules.h"
#include "assess/shortfall.h"
#include "assess/tr.h"
#include "assess/trace.h"
#include "assess/trace_words.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::assess {

namespace {

using model::Item;
using standard::Expression;
using standard::Indicator;
using standard::Quantity;
using standard::RatioPart;
using standard::Standard;

QString boundSign(standard::Bound bound) {
    switch (bound) {
    case standard::Bound::AtLeast:
        return QStringLiteral("≥");
    case standard::Bound::AtMost:
        return QStringLiteral("≤");
    case standard::Bound::Above:
        return QStringLiteral(">");
    case standard::Bound::Below:
        break;
    }
    return QStringLiteral("<");
}

class IndicatorTracer {
public:
    IndicatorTracer(const Indicator& indicator, const IndicatorResult& result, Context& context)
        : m_indicator(indicator), m_result(result), m_context(context) {}

    Trace trace() {
        const model::CountyYear& year = m_context.year();
        m_trace.title = m_indicator.id + QChar(u' ') + m_indicator.shortName;
        m_trace.lines << m_indicator.title;
        std::visit([&](const auto& rule) { explain(rule); }, m_indicator.rule);
        for (const SchoolResult& school : m_result.schools)
            m_trace.lines << QStringLiteral("　") + schoolSentence(year, m_indicator, school);
        if (m_indicator.conclusion)
            m_trace.lines << tr("自评结论：%1").arg(statusWord(m_context.conclusion(m_indicator.id)));
        for (const Shortfall& shortfall : shortfallsOf(year, m_indicator, m_result)) {
            if (shortfall.schoolRow < 0)
                m_trace.lines << shortfallSentence(shortfall);
        }
        m_trace.lines << statusWord(m_result.status);
        if (m_result.borderline)
            m_trace.lines << tr("临界：按表中印出的数值会得出另一种结论，按未取整的数值判定。");
        if (m_result.withoutRelaxations != m_result.status)
            m_trace.lines << tr("不适用放宽条件时：%1").arg(statusWord(m_result.withoutRelaxations));
        return std::move(m_trace);
    }

private:
    void explain(const standard::RatioRule& rule) {
        for (const RatioPart& part : rule.parts)
            explainPart(part);
    }

    void explain(const standard::ComparisonRule& rule) {
        listFigures();
        const auto amount = cell({.subject = model::SubjectKey::ofCounty(), .item = rule.amount});
        const auto least = cell({.subject = model::SubjectKey::ofCounty(), .item = rule.atLeast});
        if (!amount || !least)
            return;
        m_trace.lines << QStringLiteral("%1 %2 %3")
                             .arg(amount->numbersText(),
                                  amount->value() >= least->value() ? QStringLiteral("≥") : QStringLiteral("<"),
                                  least->numbersText());
        m_trace.formulas.push_back({rule.amount->code, *amount});
        m_trace.formulas.push_back({rule.atLeast->code, *least});
        m_trace.cells = {*amount, *least};
    }

    void explain(const standard::SpecialFundsRule& rule) {
        listFigures();
        m_trace.lines << tr("限值：不低于 %1 元").arg(rule.limit.text.toShortString());
    }

    void explain(const standard::RoomsRule& rule) {
        m_trace.lines << tr("应配备间数 = 义务教育阶段班级数 ÷ %1，不足 %1 个班的按 %1 个班计；音乐、美术分别判定")
                             .arg(rule.classesPerRoom);
        listScope(rule.schools);
        listFigures();
    }

    void explain(const standard::SmallSchoolFundsRule& rule) {
        m_trace.lines << tr("应有公用经费 = %1 × 生均公用经费基准定额（按各学段学生数加权）").arg(rule.minimumPupils);
        listScope(rule.schools);
        listFigures();
    }

    void explain(const standard::MonitoringRule& rule) {
        m_trace.lines << detailOf(m_context.year(), m_indicator, m_result);
        const QStringList& levels = model::itemOf(items::monitored_level).choices;
        m_trace.lines
            << tr("要求：%1级以上，校际差异率 < %2").arg(levels.value(rule.level), rule.gap.text.toShortString());
    }

    void explain(const standard::PriorYearsRule& rule) {
        listFigures();
        m_trace.lines << tr("要求：前 %1 年各项指标达标，综合差异系数小学 ≤ %2，初中 ≤ %3")
                             .arg(rule.years)
                             .arg(rule.composite[0].text.toString(), rule.composite[1].text.toString());
    }

    template <class Rule> void explain(const Rule&) { listFigures(); }

    void listScope(const standard::SchoolSelection& schools) {
        if (!schools.isEverySchool())
            m_trace.lines << tr("适用的学校：%1").arg(standard::selectionWords(schools));
    }

    void listFigures() {
        for (std::size_t i = 0; i < m_indicator.figures.size(); ++i) {
            const standard::FigureSpec& spec = m_indicator.figures[i];
            if (m_result.figures[i])
                m_trace.lines << spec.label + QStringLiteral(" = ") + printedFigure(spec.format, m_result.figures[i]);
        }
    }

    // The formula in names, in numbers, and its judgement; sums over sections as one number each.
    void explainPart(const RatioPart& part) {
        const auto ratio = figure(part.id);
        m_trace.lines << part.label + QStringLiteral(" = ") +
                             QStringLiteral("%1 ÷ %2").arg(names(part, part.numerator), names(part, part.denominator));
        if (!ratio)
            return;
        constexpr int kHundred = 100;
        m_trace.lines
            << QStringLiteral("　= %1 ÷ %2").arg(numbers(part, part.numerator), numbers(part, part.denominator));
        m_trace.lines << QStringLiteral("　= ") + fullDigits(*ratio * kHundred) + QChar(u'%');
        if (part.limit) {
            const bool met = holds(*ratio, part.bound, part.limit->value);
            m_trace.lines << tr("要求 %1 %2%：%3")
                                 .arg(boundSign(part.bound), fullDigits(part.limit->value * kHundred),
                                      statusWord(met ? IndicatorStatus::Met : IndicatorStatus::Unmet));
        }
        addFormula(part);
    }

    void addFormula(const RatioPart& part) {
        m_trace.formulas.push_back(
            {part.id, Expression::quotient(expression(part, part.numerator), expression(part, part.denominator))});
        for (const Expression& used : m_trace.formulas.back().expression.cells())
            m_trace.cells.push_back(used);
    }

    // Of a part that has a ratio, so that something was counted on either side.
    [[nodiscard]] Expression expression(const RatioPart& part, const Quantity& quantity) {
        const Expression plus = sum(part, quantity.plus).value();
        const auto minus = sum(part, quantity.minus);
        return minus ? Expression::difference(plus, *minus) : plus;
    }

    [[nodiscard]] std::optional<Expression> sum(const RatioPart& part, const std::vector<const Item*>& items) {
        std::vector<Expression> terms;
        for (const Item* item : items) {
            for (const model::CellKey& key : countedCells(part, *item, m_context)) {
                if (const auto term = cell(key))
                    terms.push_back(*term);
            }
        }
        if (terms.empty())
            return std::nullopt;
        return Expression::sum(std::move(terms));
    }

    [[nodiscard]] std::optional<Expression> cell(const model::CellKey& key) const {
        const model::Observation given = m_context.year().value(key.subject, *key.item);
        if (!given.isValue())
            return std::nullopt;
        return Expression::cell(key, model::decimalOf(*key.item, given),
                                model::partLabel(key.subject) + key.item->label);
    }

    [[nodiscard]] std::optional<base::Rational> figure(const QString& name) const {
        const auto& specs = m_indicator.figures;
        const auto found = std::ranges::find(specs, name, &standard::FigureSpec::name);
        return found == specs.end() ? std::nullopt : m_result.figures[static_cast<std::size_t>(found - specs.begin())];
    }

    template <class Text> static QString side(const Quantity& quantity, Text&& text) {
        QStringList plus;
        QStringList minus;
        for (const Item* item : quantity.plus)
            plus << text(*item);
        for (const Item* item : quantity.minus)
            minus << text(*item);
        const QString sum =
            (plus + minus).size() == plus.size()
                ? plus.join(QStringLiteral(" + "))
                : plus.join(QStringLiteral(" + ")) + QStringLiteral(" − ") + minus.join(QStringLiteral(" − "));
        return quantity.plus.size() + quantity.minus.size() > 1 ? QChar(u'(') + sum + QChar(u')') : sum;
    }

    static QString names(const RatioPart& part, const Quantity& quantity) {
        const QString sigma = part.sections ? QStringLiteral("Σ") : QString();
        return side(quantity, [&](const Item& item) { return sigma + item.label; });
    }

    [[nodiscard]] QString numbers(const RatioPart& part, const Quantity& quantity) const {
        return side(quantity, [&](const Item& item) {
            auto value = figure(part.id + QChar(u'_') + item.code);
            if (!value)
                value = figure(item.code);
            return value ? fullDigits(*value) : QStringLiteral("0");
        });
    }

    const Indicator& m_indicator;
    const IndicatorResult& m_result;
    Context& m_context;
    Trace m_trace;
};

// "学生 16.3%、教师 9.9%": whoever was asked beside the parents.
QString otherShares(const standard::Approval& approval, const ApprovalResult& result) {
    const QString parents = model::itemOf(items::survey_group).choices.at(approval.parents);
    QStringList shares;
    for (const GroupShare& group : result.groupShares) {
        if (group.group != parents)
            shares << QStringLiteral("%1 %2%").arg(group.group,
                                                   printedFigure(standard::FigureFormat::Percentage, group.share));
    }
    return shares.join(QChar(u'、'));
}

Trace approvalTrace(const standard::Approval& approval, const ApprovalResult& result) {
    Trace trace;
    trace.title = QStringLiteral("S1 ") + approval.shortName;
    trace.lines << approval.title << approvalSentence(result);
    if (result.rate)
        trace.lines << tr("满意度 = 满意问卷数 ÷ 回收有效问卷数 = %1 ÷ %2 = %3%，要求 ≥ %4%")
                           .arg(QString::number(*result.satisfied), QString::number(*result.valid),
                                fullDigits(*result.rate * 100), fullDigits(approval.threshold.value * 100));
    if (result.requiredSample)
        trace.lines << tr("按常住人口应发问卷不少于 %1 份").arg(*result.requiredSample);
    if (result.parentsShare)
        trace.lines << tr("家长问卷占 %1%（原则上不低于 %2%）")
                           .arg(printedFigure(standard::FigureFormat::Percentage, result.parentsShare),
                                fullDigits(approval.parentsShare.value * 100));
    if (approval.validShare && result.validShare)
        trace.lines << tr("有效问卷回收率 %1%（不低于 %2%）")
                           .arg(printedFigure(standard::FigureFormat::Percentage, result.validShare),
                                fullDigits(approval.validShare->value * 100));
    if (const QString others = otherShares(approval, result); !others.isEmpty())
        trace.lines << tr("其他各类占有效问卷：%1（数量应大体相当）").arg(others);
    if (const auto lacks = shortfallOf(approval, result))
        trace.lines << tr("还差 %1 份满意问卷").arg(*lacks);
    trace.lines << statusWord(result.status);
    if (result.borderline)
        trace.lines << tr("临界：按表中印出的数值会得出另一种结论，按未取整的数值判定。");
    return trace;
}

Trace vetoTrace(const standard::Veto& veto, const VetoResult& result) {
    Trace trace;
    trace.title = veto.id + QChar(u' ') + veto.shortName;
    trace.lines << veto.title
                << (!result.present   ? tr("待填报")
                    : *result.present ? tr("存在：一票否决")
                                      : tr("不存在"));
    if (const QString figures = figuresBeside(veto, result); !figures.isEmpty())
        trace.lines << tr("旁列的数据（不判定）：%1").arg(figures);
    return trace;
}

void appendObstacles(const model::CountyYear& year, Trace& trace) {
    if (trace.obstacles.empty())
        return;
    trace.lines << tr("待填报，缺少：");
    for (const auto& obstacle : trace.obstacles)
        trace.lines << QStringLiteral("　○ ") + obstacleSentence(year, obstacle);
}

} // namespace

Trace indicatorTraceOf(const model::CountyYear& year, const Standard& rules, const Assessment& assessment,
                       const QString& indicatorId, std::span<const PriorYear> priorYears) {
    Trace trace;
    const auto veto = std::ranges::find(rules.vetoes, indicatorId, &standard::Veto::id);
    if (const Indicator* indicator = rules.findIndicator(indicatorId)) {
        Context context(year, priorYears, IndicatorStatus::Met, IndicatorStatus::Met);
        trace = IndicatorTracer(*indicator, *assessment.result(rules, indicatorId), context).trace();
    } else if (veto != rules.vetoes.end()) {
        trace = vetoTrace(*veto, assessment.vetoes[static_cast<std::size_t>(veto - rules.vetoes.begin())]);
    } else if (rules.approval && indicatorId == QLatin1StringView("S1")) {
        trace = approvalTrace(*rules.approval, assessment.approval);
    } else {
        return {};
    }
    trace.obstacles = obstaclesOf(year, rules, indicatorId, priorYears);
    appendObstacles(year, trace);
    return trace;
}

} // namespace junheng::assess

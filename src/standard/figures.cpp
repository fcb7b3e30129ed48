// What the judgement of each kind of rule gives.

#include "model/items.h"
#include "standard/rule_reader.h"

#include "base/rounding.h"
#include "standard/standard.h"
#include "standard/tr.h"

#include <algorithm>

namespace junheng::standard {

namespace {

using model::Item;
using model::ItemKind;

FigureFormat formatOf(const Item& item) {
    if (item.kind == ItemKind::Integer)
        return FigureFormat::Year;
    if (item.kind == ItemKind::Money)
        return item.isInTenThousandYuan() ? FigureFormat::TenThousandYuan : FigureFormat::Yuan;
    return item.kind == ItemKind::Decimal ? FigureFormat::Delivered : FigureFormat::Count;
}

// The inputs of a part by their codes, sums of several by the part's name, then the ratio.
void addFigures(const RatioPart& part, bool prefixed, std::vector<FigureSpec>& figures) {
    const auto add = [&](const QString& name, const QString& label, FigureFormat format) {
        if (std::ranges::find(figures, name, &FigureSpec::name) == figures.end())
            figures.push_back({name, label, format});
    };
    const auto addItems = [&](const std::vector<const Item*>& items) {
        for (const Item* item : items)
            add(prefixed ? part.id + QChar(u'_') + item->code : item->code,
                prefixed ? part.label + QChar(u'：') + item->label : item->label, formatOf(*item));
    };
    for (const Quantity* quantity : {&part.numerator, &part.denominator}) {
        addItems(quantity->plus);
        addItems(quantity->minus);
    }
    addItems(part.shown);
    if (part.numerator.plus.size() > 1 && part.numerator.minus.empty())
        add(part.id + QStringLiteral("_sum"), tr("%1：合计").arg(part.label), formatOf(*part.numerator.plus.front()));
    add(part.id, part.label, FigureFormat::Percentage);
}

struct FigureLister {
    std::vector<FigureSpec> operator()(const RatioRule& rule) const {
        std::vector<FigureSpec> figures;
        const auto sums = std::ranges::count_if(rule.parts, [](const RatioPart& p) { return p.sections.has_value(); });
        for (const RatioPart& part : rule.parts)
            addFigures(part, part.sections && sums > 1, figures);
        return figures;
    }
    std::vector<FigureSpec> operator()(const SchoolSizeRule& rule) const {
        std::vector<FigureSpec> figures;
        for (const auto& limit : rule.limits) {
            const auto known = std::ranges::find(figures, limit.countedAs, &FigureSpec::name);
            if (known == figures.end())
                figures.push_back(
                    {limit.countedAs, tr("超过%1人的学校数：").arg(limit.limit.text.toShortString()) + limit.label});
            else
                known->label += QChar(u'、') + limit.label;
        }
        figures.push_back({QStringLiteral("barred"), tr("不得附设义务教育阶段班的学校数")});
        return figures;
    }
    std::vector<FigureSpec> operator()(const RoomsRule& rule) const {
        std::vector<FigureSpec> figures{{QStringLiteral("schools"), tr("应配备专用教室的学校数")},
                                        {QStringLiteral("points"), tr("应配备专用教室的学校数：其中教学点")}};
        for (const auto& room : rule.rooms) {
            const QString name = room.id + QStringLiteral("_short");
            const QString label = tr("%1专用教室不足的学校数").arg(room.label);
            figures.push_back({name, label});
            figures.push_back({name + QStringLiteral("_points"), tr("%1：其中教学点").arg(label)});
        }
        return figures;
    }
    std::vector<FigureSpec> operator()(const ClassSizeRule& rule) const {
        std::vector<FigureSpec> figures;
        for (model::Stage stage : kJudgedStages)
            figures.push_back(
                {QStringLiteral("over_") + model::stageId(stage),
                 tr("超过%1人的%2班级数").arg(rule.limit[stageIndex(stage)]).arg(model::stageName(stage))});
        return figures;
    }
    std::vector<FigureSpec> operator()(const SmallSchoolFundsRule& rule) const {
        return {{QStringLiteral("small_schools"), tr("不足%1人的学校数").arg(rule.minimumPupils)},
                {QStringLiteral("small_pupils"), tr("不足%1人的学校学生数").arg(rule.minimumPupils)},
                {QStringLiteral("small_funds"), tr("公用经费"), FigureFormat::Yuan}};
    }
    std::vector<FigureSpec> operator()(const SpecialFundsRule& rule) const {
        std::vector<FigureSpec> figures{
            {rule.funds->code, rule.funds->label, FigureFormat::TenThousandYuan},
            {rule.pupils->code, rule.pupils->label},
            {QStringLiteral("per_pupil"), tr("特殊教育学校生均公用经费"), FigureFormat::Yuan}};
        if (rule.inclusiveFunds != nullptr) {
            figures.push_back({rule.inclusiveFunds->code, rule.inclusiveFunds->label, FigureFormat::TenThousandYuan});
            figures.push_back({rule.inclusivePupils->code, rule.inclusivePupils->label});
            figures.push_back(
                {QStringLiteral("inclusive_per_pupil"), tr("随班就读学生生均公用经费"), FigureFormat::Yuan});
        }
        return figures;
    }
    std::vector<FigureSpec> operator()(const AmountsRule& rule) const {
        std::vector<FigureSpec> figures;
        for (const auto& amount : rule.amounts)
            figures.push_back({amount.item->code, amount.item->label, formatOf(*amount.item)});
        return figures;
    }
    std::vector<FigureSpec> operator()(const ComparisonRule& rule) const {
        return {{rule.amount->code, rule.amount->label, formatOf(*rule.amount)},
                {rule.atLeast->code, rule.atLeast->label, formatOf(*rule.atLeast)}};
    }
    std::vector<FigureSpec> operator()(const SchoolShareRule& rule) const {
        return {{QStringLiteral("schools"), tr("参与判定的学校数")},
                {QStringLiteral("short"), tr("未达到%1%的学校数").arg(base::printHalfUp(rule.limit.value * 100, 0))},
                {QStringLiteral("least_share"), tr("最低比例"), FigureFormat::Percentage}};
    }
    std::vector<FigureSpec> operator()(const SchoolFlagRule& rule) const {
        std::vector<FigureSpec> figures{{QStringLiteral("schools"), tr("参与判定的学校数")},
                                        {QStringLiteral("short"), tr("“%1”为否的学校数").arg(rule.flag->label)}};
        if (rule.share)
            figures.push_back(
                {QStringLiteral("share"), tr("“%1”为是的学校占比").arg(rule.flag->label), FigureFormat::Percentage});
        return figures;
    }
    std::vector<FigureSpec> operator()(const SchoolGradeRule& rule) const {
        return {{QStringLiteral("schools"), tr("参与判定的学校数")},
                {QStringLiteral("short"),
                 tr("%1未达到“%2”的学校数").arg(rule.grade->label, rule.grade->choices.at(rule.worst))}};
    }
    std::vector<FigureSpec> operator()(const AttestedRule&) const { return {}; }
    std::vector<FigureSpec> operator()(const MonitoringRule&) const {
        std::vector<FigureSpec> figures;
        for (const QString& subject : model::itemOf(items::monitored_subject).choices) {
            figures.push_back(
                {subject + QStringLiteral("_level"), tr("%1学业水平等级").arg(subject), FigureFormat::Level});
            figures.push_back(
                {subject + QStringLiteral("_gap"), tr("%1校际差异率").arg(subject), FigureFormat::Delivered});
        }
        return figures;
    }
    std::vector<FigureSpec> operator()(const YearsSinceRule& rule) const {
        return {{rule.since->code, rule.since->label, FigureFormat::Year}, {QStringLiteral("years"), tr("已满年数")}};
    }
    std::vector<FigureSpec> operator()(const PriorYearsRule& rule) const {
        std::vector<FigureSpec> figures;
        for (int back = 1; back <= rule.years; ++back) {
            for (model::Stage stage : kJudgedStages)
                figures.push_back({QStringLiteral("composite_%1_%2").arg(model::stageId(stage)).arg(back),
                                   tr("%1年前%2综合差异系数").arg(back).arg(model::stageName(stage)),
                                   FigureFormat::Coefficient});
        }
        return figures;
    }
    std::vector<FigureSpec> operator()(const BalanceRule&) const { return {}; }
    std::vector<FigureSpec> operator()(const SchoolByPopulationRule& rule) const {
        const Item& population = model::itemOf(items::population);
        const Item& type = model::itemOf(items::school_type);
        return {{population.code, population.heading(), FigureFormat::Delivered},
                {QStringLiteral("schools"), tr("%1数").arg(type.choices.at(static_cast<qsizetype>(rule.type)))}};
    }
    std::vector<FigureSpec> operator()(const ReachedRule& rule) const {
        if (!rule.limit[0] && !rule.limit[1])
            return {};
        return {{QStringLiteral("judged"), tr("参与比较的数值个数")},
                {QStringLiteral("short"), tr("未达到目标的数值个数")}};
    }
};

} // namespace

std::vector<FigureSpec> figuresOf(const Rule& rule) {
    return std::visit(FigureLister{}, rule);
}

} // namespace junheng::standard

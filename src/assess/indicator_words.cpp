// The indicators of government, quality and eligibility in words and printed figures.

#include "assess/assessment.h"
#include "assess/rules/context.h"
#include "assess/tr.h"
#include "base/rounding.h"
#include "model/items.h"
#include "model/school_year.h"

#include <QStringList>

#include <algorithm>

namespace junheng::assess {

namespace {

using standard::FigureFormat;
using standard::Indicator;

QString withoutTrailingZeros(QString text) {
    while (text.contains(QChar(u'.')) && (text.endsWith(QChar(u'0')) || text.endsWith(QChar(u'.'))))
        text.chop(1);
    return text;
}

QString levelWord(const base::Rational& level) {
    const QStringList& words = model::itemOf(items::monitored_level).choices;
    return words.value(static_cast<int>(level.get_d()) - 1);
}

// The conclusion and what stands beside it; nothing where that is the status alone.
std::optional<QString> conclusionSentence(const model::CountyYear& year, const QString& indicatorId,
                                          IndicatorStatus status) {
    const model::SubjectKey subject{.level = model::Level::Attested, .part = indicatorId};
    const model::Observation conclusion = year.value(subject, model::itemOf(items::conclusion));
    const model::Observation note = year.value(subject, model::itemOf(items::conclusion_note));
    const bool isPending = conclusion.isValue() && attestedStatus(conclusion) == IndicatorStatus::Missing; // 待定
    if (!note.isValue() && !isPending && attestedStatus(conclusion) == status)
        return std::nullopt;
    const QString word =
        conclusion.isMissing() ? tr("待填报") : model::displayText(model::itemOf(items::conclusion), conclusion);
    return note.isValue() ? word + QChar(u'：') + note.text : word;
}

// 语文Ⅲ级、校际差异率0.118；数学…: of the subjects that were monitored. Each has a level and a gap.
std::optional<QString> monitoringSentence(const Indicator& indicator, const IndicatorResult& result) {
    const QStringList& subjects = model::itemOf(items::monitored_subject).choices;
    QStringList parts;
    for (std::size_t i = 0; i < result.figures.size(); i += 2) {
        const auto& level = result.figures[i];
        const auto& gap = result.figures[i + 1];
        if (level || gap)
            parts << tr("%1%2级、校际差异率%3")
                         .arg(subjects.value(static_cast<int>(i / 2)),
                              printedFigure(indicator.figures[i].format, level),
                              printedFigure(indicator.figures[i + 1].format, gap));
    }
    return parts.isEmpty() ? std::nullopt : std::optional(parts.join(QChar(u'；')));
}

// Whether a share of the county has nothing to be a share of: no deaf child lives there.
bool isShareOfNothing(const model::CountyYear& year, const Indicator& indicator, const QString& figure) {
    const auto* rule = std::get_if<standard::RatioRule>(&indicator.rule);
    if (rule == nullptr)
        return false;
    const auto part = std::ranges::find(rule->parts, figure, &standard::RatioPart::id);
    if (part == rule->parts.end() || part->sections)
        return false;
    return std::ranges::all_of(part->denominator.plus, [&](const model::Item* item) {
        const model::Observation whole = year.value(model::SubjectKey::ofCounty(), *item);
        return !whole.isMissing() && (!whole.isValue() || whole.amount == 0);
    });
}

QString filledSentence(const model::CountyYear& year, const Indicator& indicator, const IndicatorResult& result) {
    QString sentence = indicator.sentence;
    for (std::size_t i = 0; i < indicator.figures.size(); ++i) {
        const standard::FigureSpec& spec = indicator.figures[i];
        const QString place = QChar(u'{') + spec.name + QChar(u'}');
        const bool ofNothing = !result.figures[i] && isShareOfNothing(year, indicator, spec.name);
        const QString text = ofNothing ? tr("不适用") : printedFigure(spec.format, result.figures[i]);
        if (ofNothing)
            sentence.replace(place + QChar(u'%'), text);
        sentence.replace(place, text);
    }
    return sentence;
}

QString listedFigures(const Indicator& indicator, const IndicatorResult& result) {
    QStringList parts;
    for (std::size_t i = 0; i < indicator.figures.size(); ++i)
        parts << indicator.figures[i].label + QChar(u' ') +
                     printedFigure(indicator.figures[i].format, result.figures[i]);
    return parts.join(QChar(u'，'));
}

// How a school's figure and limit are printed, by the kind of its rule.
FigureFormat schoolFormat(const Indicator& indicator) {
    if (std::holds_alternative<standard::SchoolShareRule>(indicator.rule))
        return FigureFormat::Percentage;
    const bool money = std::holds_alternative<standard::SmallSchoolFundsRule>(indicator.rule) ||
                       std::holds_alternative<standard::SpecialFundsRule>(indicator.rule);
    return money ? FigureFormat::Yuan : FigureFormat::Count;
}

struct PartWord {
    int part;
    QString operator()(const standard::SchoolSizeRule&) const { return tr("义务教育阶段在校学生数"); }
    QString operator()(const standard::RoomsRule& rule) const {
        return tr("达到面积的%1专用教室").arg(rule.rooms.at(static_cast<std::size_t>(part)).label);
    }
    QString operator()(const standard::ClassSizeRule&) const { return tr("最大班额"); }
    QString operator()(const standard::SmallSchoolFundsRule&) const { return tr("公用经费"); }
    QString operator()(const standard::SpecialFundsRule&) const { return tr("生均公用经费"); }
    QString operator()(const standard::SchoolShareRule& rule) const { return rule.numerator->label + tr("占比"); }
    QString operator()(const standard::SchoolFlagRule& rule) const { return rule.flag->label + tr("：否"); }
    QString operator()(const standard::SchoolGradeRule& rule) const { return rule.grade->label; }
    template <class Rule> QString operator()(const Rule&) const { return {}; }
};

QString figureAndLimit(const Indicator& indicator, const SchoolResult& school) {
    QString text = std::visit(PartWord{school.part}, indicator.rule);
    if (const auto* rule = std::get_if<standard::SchoolGradeRule>(&indicator.rule))
        return text + QChar(u'：') + rule->grade->choices.value(static_cast<int>(school.value->get_d()));
    if (std::holds_alternative<standard::SchoolFlagRule>(indicator.rule))
        return text;
    const FigureFormat format = schoolFormat(indicator);
    const QString unit = format == FigureFormat::Percentage ? QStringLiteral("%")
                         : format == FigureFormat::Yuan     ? tr("元")
                                                            : QString();
    if (school.value)
        text += QChar(u' ') + printedFigure(format, school.value) + unit;
    if (!school.limit) // a type that may not have such pupils at all
        return text + tr("，不得附设义务教育阶段班");
    return text + tr("，限值 %1").arg(printedFigure(format, school.limit)) + unit;
}

} // namespace

QString statusWord(IndicatorStatus status) {
    switch (status) {
    case IndicatorStatus::Met:
        return tr("达标");
    case IndicatorStatus::Unmet:
        return tr("未达标");
    case IndicatorStatus::NotApplicable:
        return tr("不适用");
    case IndicatorStatus::Missing:
        break;
    }
    return tr("待填报");
}

QString printedFigure(FigureFormat format, const std::optional<base::Rational>& value) {
    constexpr int kHundred = 100;
    if (!value)
        return tr("待填报");
    switch (format) {
    case FigureFormat::TenThousandYuan:
        return base::printHalfUp(*value, 2);
    case FigureFormat::Percentage:
        return base::printHalfUp(base::Rational(*value * kHundred), 1);
    case FigureFormat::Coefficient:
        return base::printHalfUp(*value, 3);
    case FigureFormat::Delivered:
        return withoutTrailingZeros(base::printHalfUp(*value, 3));
    case FigureFormat::Level:
        return levelWord(*value);
    case FigureFormat::Count:
    case FigureFormat::Yuan:
    case FigureFormat::Year:
        break;
    }
    return base::printHalfUp(*value, 0);
}

std::optional<QString> detailBesideStatus(const model::CountyYear& year, const Indicator& indicator,
                                          const IndicatorResult& result) {
    const bool anyFigure = std::ranges::any_of(result.figures, [](const auto& figure) { return figure.has_value(); });
    if (std::holds_alternative<standard::AttestedRule>(indicator.rule) ||
        (!anyFigure && std::holds_alternative<standard::SchoolGradeRule>(indicator.rule)))
        return conclusionSentence(year, indicator.id, result.status);
    if (result.status == IndicatorStatus::NotApplicable)
        return std::nullopt;
    if (std::holds_alternative<standard::MonitoringRule>(indicator.rule))
        return monitoringSentence(indicator, result);
    if (const auto* since = std::get_if<standard::YearsSinceRule>(&indicator.rule); since != nullptr && !anyFigure)
        return result.status == IndicatorStatus::Met
                   ? std::optional(
                         tr("各县均已通过认定，到%1已满%2年").arg(model::schoolYearName(year.year())).arg(since->years))
                   : std::nullopt;
    if (!indicator.sentence.isEmpty())
        return filledSentence(year, indicator, result);
    return indicator.figures.empty() ? std::nullopt : std::optional(listedFigures(indicator, result));
}

QString detailOf(const model::CountyYear& year, const Indicator& indicator, const IndicatorResult& result) {
    return detailBesideStatus(year, indicator, result).value_or(statusWord(result.status));
}

QString printedSchoolFigure(const Indicator& indicator, const std::optional<base::Rational>& value) {
    return printedFigure(schoolFormat(indicator), value);
}

QString schoolFinding(const Indicator& indicator, const SchoolResult& school) {
    return tr("%1，%2").arg(figureAndLimit(indicator, school), statusWord(school.status));
}

QString schoolSentence(const model::CountyYear& year, const Indicator& indicator, const SchoolResult& school) {
    QString name = year.schoolName(year.schools().key(school.schoolRow).school);
    if (school.stage)
        name += QChar(u' ') + model::stageName(*school.stage);
    QString sentence = tr("%1：%2").arg(name, schoolFinding(indicator, school));
    if (school.relaxation >= 0) {
        const auto& relaxation = indicator.relaxations[static_cast<std::size_t>(school.relaxation)];
        sentence += tr("（适用放宽条件：%1；不适用时为 %2，限值 %3，%4）")
                        .arg(relaxation.title, printedSchoolFigure(indicator, school.valueWithout),
                             printedSchoolFigure(indicator, school.limitWithout), statusWord(school.statusWithout));
    }
    return sentence;
}

QString figuresBeside(const standard::Veto& veto, const VetoResult& result) {
    QStringList words;
    for (std::size_t i = 0; i < veto.figures.size(); ++i) {
        const standard::Veto::Figure& figure = veto.figures[i];
        const model::Item& item = *figure.quantity.plus.front();
        if (const auto& value = result.figures[i])
            words << QStringLiteral("%1 %2 %3")
                         .arg(figure.label, base::printHalfUp(*value, item.decimals), item.unitText());
    }
    return words.join(QChar(u'、'));
}

QString approvalSentence(const ApprovalResult& approval) {
    const auto number = [](const std::optional<std::int64_t>& value) {
        return value ? QString::number(*value) : tr("待填报");
    };
    return tr("问卷 %1 份，有效 %2 份，满意 %3 份，满意度 %4%")
        .arg(number(approval.issued), number(approval.valid), number(approval.satisfied),
             printedFigure(FigureFormat::Percentage, approval.rate));
}

} // namespace junheng::assess

#include "standard/formula.h"

#include "model/items.h"
#include "model/several_rows.h"

#include <QCoreApplication>

namespace junheng::standard {

using model::Stage;

FormulaInputs::FormulaInputs(const model::CountyYear& year)
    : pupils(&model::itemOf(items::pupils)),
      campusPupils{model::campusPupilsItem(Stage::Primary), model::campusPupilsItem(Stage::Junior),
                   model::campusPupilsItem(Stage::Senior)},
      m_year(&year) {}

Expression ExpressionAlgebra::cell(const model::LevelTable& table, int row, const model::Item& item) {
    const model::SubjectKey& subject = table.key(row);
    const auto [first, end] = table.rowsOfSchool(subject.school);
    const bool oneOfSeveral = subject.level == model::Level::Section || end - first > 1;
    const QString label = oneOfSeveral ? model::partLabel(subject) + item.label : item.label;
    return Expression::cell({.subject = subject, .item = &item}, model::decimalOf(item, table.at(row, item)), label);
}

Expression ExpressionAlgebra::scaled(const Expression& value, const ResourceIndicator& indicator) {
    if (indicator.scale == 1)
        return value;
    return Expression::product({value, Expression::number(indicator.scale, base::toString(indicator.scale))});
}

Expression ExpressionAlgebra::weight(std::size_t splitStage) const {
    const base::Rational& weight = m_standard->splitWeight[splitStage];
    return Expression::number(weight, QString::number(base::toDouble(weight)));
}

Expression ExpressionAlgebra::add(const Expression& a, const Expression& b) {
    std::vector<Expression> terms = a.kind() == Expression::Kind::Sum ? a.operands() : std::vector{a};
    terms.push_back(b);
    return Expression::sum(std::move(terms));
}

void ExpressionAlgebra::obstacle(const model::LevelTable& table, int row, const model::Item& item) {
    QString why;
    if (table.at(row, item).state == model::State::NotApplicable)
        why = QCoreApplication::translate("standard", "不能全部为“不适用”");
    obstacle({.cell = {.subject = table.key(row), .item = &item}, .why = why});
}

QString campusSumSentence(Stage stage, std::int64_t sum, std::int64_t expected) {
    return QCoreApplication::translate("standard", "各校区%1在校学生数之和为 %2，应等于学段在校学生数 %3")
        .arg(model::stageName(stage))
        .arg(sum)
        .arg(expected);
}

Derivation deriveIndicator(const Standard& standard, const model::CountyYear& year, int sectionRow, int indicator) {
    const FormulaInputs inputs(year);
    const model::SubjectKey& section = year.sections().key(sectionRow);
    const int school = year.schools().find(model::SubjectKey::ofSchool(section.school));
    const model::SchoolRows& rows = year.schoolRows()[static_cast<std::size_t>(school)];
    const Stage stage = *model::stageFromId(section.part);
    const ResourceIndicator& rule = standard.balanceIndicator(indicator);

    Formula<ExpressionAlgebra> formula(inputs, standard);
    formula.enter(rows);
    Derivation result;
    result.figure = formula.perPupil(rule, stage, formula.numerator(rule, stage, {}));
    for (const Obstacle& found : formula.algebra().obstacles()) {
        if (std::ranges::none_of(result.obstacles, [&](const Obstacle& other) { return other.cell == found.cell; }))
            result.obstacles.push_back(found);
    }
    if (!result.figure)
        return result;

    for (const Relaxation* relaxation : standard.relaxationsOf(indicator, year)) {
        if (!formula.applies(*relaxation))
            continue;
        const auto relaxed = formula.perPupil(rule, stage, formula.numerator(rule, stage, relaxation->plus));
        if (relaxed->value() > result.figure->value()) {
            if (!result.without)
                result.without = result.figure;
            result.figure = relaxed;
            result.relaxation = relaxation;
        }
    }
    return result;
}

} // namespace junheng::standard

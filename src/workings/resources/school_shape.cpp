#include "workings/resources/school_shape.h"

namespace junheng::workings {

namespace {

using model::Level;
using model::SubjectKey;
using standard::Expression;

// Not a number that a formula shows: whoever prints it puts his own sum there.
QString amountMark() {
    return QStringLiteral("amount");
}

void addRow(model::ChangeSet& set, const model::ItemDictionary& items, const SubjectKey& key) {
    set.changes.push_back({.subject = key, .after = model::Observation::ofAmount(1)});
    for (const model::Item& item : items.ofLevel(key.level)) {
        if (item.isNumeric() && !item.key)
            set.changes.push_back({.subject = key, .item = &item, .after = model::Observation::ofAmount(1)});
    }
}

// A school that lacks nothing.
model::CountyYear specimen(const StagesRun& run, int year, const model::ItemDictionary& items) {
    const QString code = QStringLiteral("9900000001");
    model::ChangeSet set;
    set.changes.push_back({.subject = SubjectKey::ofSchool(code), .after = model::Observation::ofAmount(1)});
    for (std::size_t k = 0; k < run.size(); ++k) {
        if (run[k])
            addRow(set, items,
                   {.level = Level::Section, .school = code, .part = model::stageId(standard::kSplitStages[k])});
    }
    addRow(set, items, {.level = Level::Campus, .school = code, .part = {}});
    model::CountyYear result({.code = {}, .name = {}}, year, items);
    result.apply(set);
    return result;
}

} // namespace

bool IndicatorShape::isAmount(const Expression& node) {
    return node.kind() == Expression::Kind::Number && node.label() == amountMark();
}

const std::vector<IndicatorShape>& SchoolShapes::of(model::Stage stage, const StagesRun& run) {
    const std::lock_guard lock(m_mutex);
    const auto key = std::pair(stage, run);
    auto found = m_shapes.find(key);
    if (found == m_shapes.end())
        found = m_shapes.emplace(key, derive(stage, run)).first;
    return found->second;
}

std::vector<IndicatorShape> SchoolShapes::derive(model::Stage stage, const StagesRun& run) const {
    const model::CountyYear year = specimen(run, m_county.year(), m_county.items());
    const standard::FormulaInputs inputs(year);
    standard::Formula<standard::ExpressionAlgebra> formula(inputs, m_standard);
    formula.enter(year.schoolRows().front());
    std::vector<IndicatorShape> shapes;
    for (std::size_t i = 0; i < m_standard.resource.size(); ++i) {
        const standard::ResourceIndicator& rule = m_standard.resource[i];
        std::vector<Expression> relaxed;
        for (const standard::Relaxation* relaxation : m_standard.relaxationsOf(static_cast<int>(i), m_county))
            relaxed.push_back(*formula.numerator(rule, stage, relaxation->plus));
        shapes.push_back({.amount = *formula.numerator(rule, stage, {}),
                          .relaxed = std::move(relaxed),
                          .perPupil = *formula.perPupil(rule, stage, Expression::number(1, amountMark()))});
    }
    return shapes;
}

StagesRun stagesRun(const model::SchoolRows& rows) {
    StagesRun run{};
    for (std::size_t k = 0; k < run.size(); ++k)
        run[k] = rows.sectionOf(standard::kSplitStages[k]) >= 0;
    return run;
}

} // namespace junheng::workings

#include "workings/resources/working_layout.h"

#include "base/index.h"
#include "model/items.h"
#include "report/cells.h"
#include "workings/formula/excel_formula.h"
#include "workings/tr.h"

#include <algorithm>
#include <array>
#include <utility>

namespace junheng::workings {

using report::Sources;

using document::kRowsAboveHead;

namespace {

using model::Item;

constexpr int kColumnsAFigure = 2; // itself and its check

int headRows(Step step) {
    switch (step) {
    case Step::Raw:
        return 1;
    case Step::Verdicts:
        return 3; // with the threshold and the floor
    default:
        return 2;
    }
}

void addOnce(std::vector<const Item*>& items, const std::vector<const Item*>& more) {
    for (const Item* item : more) {
        if (std::ranges::find(items, item) == items.end())
            items.push_back(item);
    }
}

QHash<const Item*, int> columnsOf(const std::vector<const Item*>& items, int first) {
    QHash<const Item*, int> columns;
    for (const Item* item : items)
        columns.insert(item, first + static_cast<int>(columns.size()));
    return columns;
}

} // namespace

WorkingLayout::WorkingLayout(const model::CountyYear& year, const standard::Standard& standard,
                             const assess::Assessment& assessment)
    : m_year(year), m_indicators(static_cast<int>(standard.resource.size())),
      m_indexOfSection(static_cast<std::size_t>(year.sections().rowCount()), -1) {
    for (int i = 0; i < m_indicators; ++i) {
        m_relaxations.push_back(standard.relaxationsOf(i, year));
        for (const standard::Relaxation* relaxation : m_relaxations.back()) {
            if (relaxation->flag != nullptr)
                addOnce(m_flags, {relaxation->flag});
            if (relaxation->withoutFlag && !relaxation->withoutFlag->localities.empty())
                addOnce(m_flags, {&model::itemOf(items::locality)});
            if (relaxation->withoutFlag && !relaxation->withoutFlag->sponsorsExcept.empty())
                addOnce(m_flags, {&model::itemOf(items::sponsor)});
        }
    }
    if (std::ranges::any_of(standard.exclusions, [](const auto& one) { return !one.sponsors.empty(); }))
        addOnce(m_flags, {&model::itemOf(items::sponsor)});
    placeIndicators(standard);
    for (const model::Stage stage : standard::kJudgedStages)
        addStage({.year = year, .standard = standard, .assessment = assessment}, stage);
}

void WorkingLayout::placeIndicators(const standard::Standard& standard) {
    for (const char16_t* code :
         {items::campus_pupils_primary, items::campus_pupils_junior, items::campus_pupils_senior})
        m_campusItems.push_back(&model::itemOf(code));
    int part = kFirstPartColumn;
    int value = kFirstValueColumn;
    for (std::size_t i = 0; i < standard.resource.size(); ++i) {
        const standard::ResourceIndicator& rule = standard.resource[i];
        const int variants = 1 + static_cast<int>(m_relaxations[i].size());
        m_firstPart.push_back(part);
        m_firstValue.push_back(value);
        value += kColumnsAFigure * (variants == 1 ? 1 : variants + 1);
        if (!rule.split)
            continue;
        part += kColumnsAFigure * variants;
        addOnce(m_campusItems, rule.plus.front());
        addOnce(m_campusItems, rule.plus.back());
        addOnce(m_campusItems, rule.minus);
        for (const standard::Relaxation* relaxation : m_relaxations[i])
            addOnce(m_campusItems, relaxation->plus);
    }
    m_valueColumns = value;
    m_campusColumn = columnsOf(m_campusItems, kFirstRawColumn + 1);
}

void WorkingLayout::addStage(const Sources& sources, model::Stage which) {
    WorkingStage stage{.stage = which, .judged = sources.assessment.stage(which)};
    const std::size_t s = standard::stageIndex(which);
    for (const QStringView code : {QStringView(items::pupils), QStringView(items::grades), QStringView(items::classes)})
        stage.items.push_back(&model::itemOf(code));
    for (std::size_t i = 0; i < sources.standard.resource.size(); ++i) {
        const standard::ResourceIndicator& rule = sources.standard.resource[i];
        if (rule.split)
            continue;
        addOnce(stage.items, rule.plus[s]);
        addOnce(stage.items, rule.minus);
        for (const standard::Relaxation* relaxation : m_relaxations[i])
            addOnce(stage.items, relaxation->plus);
    }
    m_sectionColumn[s] = columnsOf(stage.items, kFirstRawColumn);

    QHash<int, int> exclusions;
    for (const assess::ExcludedSection& excluded : sources.assessment.excluded)
        exclusions.insert(excluded.sectionRow, excluded.exclusion);
    int judged = 0;
    for (const model::SchoolRows& rows : sources.year.schoolRows()) {
        const int row = rows.sectionOf(which);
        if (row < 0)
            continue;
        const int exclusion = exclusions.value(row, -1);
        m_indexOfSection[static_cast<std::size_t>(row)] = static_cast<int>(stage.sections.size());
        stage.sections.push_back({.rows = &rows,
                                  .section = row,
                                  .judged = exclusion < 0 ? judged++ : -1,
                                  .exclusion = exclusion,
                                  .firstPart = stage.partCount});
        stage.partCount += stage.sections.back().campusCount();
    }
    if (!stage.sections.empty())
        m_stages.push_back(std::move(stage));
}

const WorkingStage* WorkingLayout::stage(model::Stage wanted) const {
    const auto found = std::ranges::find(m_stages, wanted, &WorkingStage::stage);
    return found == m_stages.end() ? nullptr : &*found;
}

QString WorkingLayout::schoolSheet() {
    static const QString kName = tr("学校-原始数据");
    return kName;
}

QString WorkingLayout::campusSheet() {
    static const QString kName = tr("校区-原始数据");
    return kName;
}

QString WorkingLayout::sheetOf(model::Stage stage, Step step) {
    static const auto kNames = [] {
        std::array<std::array<QString, 5>, standard::kJudgedStages.size()> names;
        for (const model::Stage judged : standard::kJudgedStages) {
            const QString name = model::stageName(judged);
            names[standard::stageIndex(judged)] = {tr("%1-原始数据").arg(name), tr("%1-分摊").arg(name),
                                                   tr("%1-生均值").arg(name), tr("%1-判定").arg(name),
                                                   tr("%1-均衡").arg(name)};
        }
        return names;
    }();
    return kNames[standard::stageIndex(stage)][std::to_underlying(step)];
}

int WorkingLayout::firstRow(Step step) {
    return kRowsAboveHead + headRows(step);
}

int WorkingLayout::sectionRow(Step step, int index) {
    const int summary = step == Step::Verdicts ? kVerdictSummaryRows : step == Step::Balance ? kBalanceSummaryRows : 0;
    return firstRow(step) + summary + index;
}

Live WorkingLayout::schoolType(int school) const {
    const Item& type = model::itemOf(items::school_type);
    return {excelAddress(schoolSheet(), firstRow(Step::Raw) + school, kFirstRawColumn),
            sheetValueOf(type, m_year.schools().at(school, type))};
}

Live WorkingLayout::flag(int school, const Item& item) const {
    const auto place = static_cast<int>(std::ranges::find(m_flags, &item) - m_flags.begin());
    return {excelAddress(schoolSheet(), firstRow(Step::Raw) + school, kFirstRawColumn + 1 + place),
            sheetValueOf(item, m_year.schools().at(school, item))};
}

std::optional<Live> WorkingLayout::pupils(const model::SchoolRows& rows, model::Stage which) const {
    const int row = rows.sectionOf(which);
    if (row < 0)
        return std::nullopt;
    const Item& item = model::itemOf(items::pupils);
    const QString address =
        which == model::Stage::Senior
            ? excelAddress(schoolSheet(), firstRow(Step::Raw) + rows.school, seniorPupilsColumn())
            : excelAddress(sheetOf(which, Step::Raw), sectionRow(Step::Raw, indexOf(row)), kFirstRawColumn);
    return Live(address, sheetValueOf(item, m_year.sections().at(row, item)));
}

std::optional<Live> WorkingLayout::sectionItem(const WorkingStage& stage, int index, const Item& item) const {
    const int column = m_sectionColumn[standard::stageIndex(stage.stage)].value(&item, -1);
    if (column < 0)
        return std::nullopt;
    return Live(excelAddress(sheetOf(stage.stage, Step::Raw), sectionRow(Step::Raw, index), column),
                sheetValueOf(item, m_year.sections().at(stage.sections[base::at(index)].section, item)));
}

Live WorkingLayout::campusItem(int campusRow, const Item& item) const {
    return {excelAddress(campusSheet(), firstRow(Step::Raw) + campusRow, m_campusColumn.value(&item)),
            sheetValueOf(item, m_year.campuses().at(campusRow, item))};
}

LiveRange WorkingLayout::sectionItems(const WorkingStage& stage, int index,
                                      const std::vector<const Item*>& items) const {
    std::vector<int> columns;
    std::vector<SheetValue> values;
    for (const Item* item : items) {
        columns.push_back(m_sectionColumn[standard::stageIndex(stage.stage)].value(item));
        values.push_back(sheetValueOf(*item, m_year.sections().at(stage.sections[base::at(index)].section, *item)));
    }
    return {excelRowRanges(sheetOf(stage.stage, Step::Raw), sectionRow(Step::Raw, index), std::move(columns)),
            std::move(values)};
}

LiveRange WorkingLayout::campusItems(int campusRow, const std::vector<const Item*>& items) const {
    std::vector<int> columns;
    std::vector<SheetValue> values;
    for (const Item* item : items) {
        columns.push_back(m_campusColumn.value(item));
        values.push_back(sheetValueOf(*item, m_year.campuses().at(campusRow, *item)));
    }
    return {excelRowRanges(campusSheet(), firstRow(Step::Raw) + campusRow, std::move(columns)), std::move(values)};
}

LiveRange WorkingLayout::campusRange(const model::SchoolRows& rows, const Item& item) const {
    const int first = firstRow(Step::Raw);
    std::vector<SheetValue> values;
    for (int row = rows.firstCampus; row < rows.endCampus; ++row)
        values.push_back(sheetValueOf(item, m_year.campuses().at(row, item)));
    return {{excelColumnRange(campusSheet(), first + rows.firstCampus, first + rows.endCampus - 1,
                              m_campusColumn.value(&item))},
            std::move(values)};
}

int WorkingLayout::partColumn(std::size_t indicator, std::size_t variant) const {
    return m_firstPart[indicator] + kColumnsAFigure * static_cast<int>(variant);
}

int WorkingLayout::valueColumn(std::size_t indicator, std::size_t variant) const {
    return m_firstValue[indicator] + kColumnsAFigure * static_cast<int>(variant);
}

int WorkingLayout::judgedColumn(std::size_t indicator) const {
    const std::size_t relaxations = m_relaxations[indicator].size();
    return valueColumn(indicator, relaxations == 0 ? 0 : relaxations + 1);
}

QString WorkingLayout::value(model::Stage stage, int index, std::size_t indicator) const {
    return excelAddress(sheetOf(stage, Step::Values), sectionRow(Step::Values, index), judgedColumn(indicator));
}

QString WorkingLayout::verdictCell(model::Stage stage, int index, int column) const {
    return excelAddress(sheetOf(stage, Step::Verdicts), sectionRow(Step::Verdicts, index), column);
}

QString WorkingLayout::sectionRange(const WorkingStage& stage, Step step, int column) const {
    const int first = sectionRow(step, 0);
    return excelColumnRange(sheetOf(stage.stage, step), first, first + static_cast<int>(stage.sections.size()) - 1,
                            column);
}

int summaryRow(VerdictRow row) {
    return WorkingLayout::firstRow(Step::Verdicts) + std::to_underlying(row);
}

int summaryRow(BalanceRow row) {
    return WorkingLayout::firstRow(Step::Balance) + std::to_underlying(row);
}

} // namespace junheng::workings

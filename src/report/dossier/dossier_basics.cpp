// What was entered for a school: who it is, its pupils, classes, teachers, premises and equipment.

#include "model/items.h"
#include "report/dossier/dossier_parts.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Align;
using document::Cell;
using document::ColumnHeading;
using document::dashCell;
using document::leftCell;
using document::merged;
using document::Row;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using model::Item;
using model::Stage;
using standard::ResourceIndicator;

constexpr double kStageWidth = 9;
constexpr double kFigureWidth = 8;
constexpr double kCampusWidth = 16;

void addItems(std::vector<const Item*>& items, const std::vector<const Item*>& more) {
    for (const Item* item : more) {
        if (std::ranges::find(items, item) == items.end())
            items.push_back(item);
    }
}

// What the resource indicators of sections (or of premises) count, each once, those of relaxations last.
std::vector<const Item*> countedItems(const standard::Standard& standard, bool split) {
    std::vector<const Item*> items;
    for (const ResourceIndicator& indicator : standard.resource) {
        if (indicator.split != split)
            continue;
        addItems(items, indicator.plus[0]);
        addItems(items, indicator.plus[1]);
        addItems(items, indicator.minus);
    }
    for (const standard::Relaxation& relaxation : standard.relaxations) {
        if (standard.resource[at(relaxation.indicator)].split == split)
            addItems(items, relaxation.plus);
    }
    return items;
}

bool isCounted(const standard::Standard& standard, const Item& item, Stage stage) {
    return std::ranges::any_of(standard.resource, [&](const ResourceIndicator& indicator) {
        const auto& plus = indicator.plus[standard::stageIndex(stage)];
        return std::ranges::find(plus, &item) != plus.end();
    });
}

// A stage that is not judged needs its pupils alone.
Cell sectionCell(int column, const standard::Standard& standard, Stage stage, const Item& item,
                 const model::Observation& entered) {
    const bool isJudged = std::ranges::find(standard::kJudgedStages, stage) != standard::kJudgedStages.end();
    const bool isBasic =
        item.is(items::pupils) || (isJudged && (item.is(items::grades) || item.is(items::classes) ||
                                                item.is(items::largest_class) || item.is(items::teachers)));
    if (isBasic || (isJudged && isCounted(standard, item, stage)))
        return enteredCell(column, item, entered);
    if (isJudged && !isWaitedFor(standard, item))
        return enteredCell(column, item, entered, false);
    return entered.isMissing() ? dashCell(column) : enteredCell(column, item, entered);
}

QString headingOf(const Item& item) {
    return item.hasUnit() ? tr("%1（%2）").arg(item.label, item.unitText()) : item.label;
}

QString campusNames(const SchoolView& school) {
    QStringList names;
    for (int campus = school.rows().firstCampus; campus < school.rows().endCampus; ++campus)
        names << model::partLabel(school.year().campuses().key(campus));
    return names.join(tr("、"));
}

QString notClaimedNote() {
    return tr("注：“未填”的项目可以不填，没有计入指标。");
}

bool hasText(const Table& table, const QString& text) {
    return std::ranges::any_of(
        table.body, [&](const Row& row) { return std::ranges::find(row.cells, text, &Cell::text) != row.cells.end(); });
}

void noteNotClaimed(Table& table) {
    if (hasText(table, enteredText(model::itemOf(items::pupils), model::Observation::missing(), false)))
        table.notes << notClaimedNote();
}

// The county's premises of one campus, or of all.
Row premisesRow(const SchoolView& school, const QString& name, const std::vector<const Item*>& items,
                const std::function<model::Observation(const Item&)>& figure) {
    Row row{{leftCell(0, name)}};
    for (const Item* item : items)
        row.cells.push_back(enteredCell(static_cast<int>(row.cells.size()), *item, figure(*item),
                                        isWaitedFor(school.standard(), *item)));
    return row;
}

} // namespace

Table identityTable(const SchoolView& school) {
    Table table = inlineTable(tr("学校概况"));
    table.columnWidths = {19, 38, 19, 38};
    std::vector<Cell> pairs;
    const auto add = [&](const QString& label, Cell value) {
        value.align = Align::Left;
        pairs.push_back(textCell(0, label));
        pairs.push_back(std::move(value));
    };
    const auto addItem = [&](const char16_t* code) {
        const Item& item = model::itemOf(code);
        add(item.label, enteredCell(0, item, school.own(item), item.required));
    };
    addItem(items::school_name);
    add(model::itemOf(items::school_code).label, textCell(0, school.code));
    for (const char16_t* code : {items::school_type, items::sponsor, items::locality, items::boarding,
                                 items::founded_year, items::built_year, items::rural_small})
        addItem(code);
    add(tr("校区"), textCell(0, campusNames(school)));
    if (pairs.back().text.isEmpty())
        pairs.back() = missingCell(0);
    if (const model::Observation parent = school.own(model::itemOf(items::parent_code)); parent.isValue()) {
        add(tr("所属中心校"), textCell(0, school.year().schoolName(parent.text)));
        addItem(items::independent_accounts);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i % table.columnWidths.size() == 0)
            table.body.emplace_back();
        pairs[i].column = static_cast<int>(i % table.columnWidths.size());
        table.body.back().cells.push_back(std::move(pairs[i]));
    }
    return table;
}

Table sectionsTable(const SchoolView& school) {
    Table table = inlineTable(tr("学生、班级和教师"));
    std::vector<const Item*> items{&model::itemOf(items::pupils), &model::itemOf(items::grades),
                                   &model::itemOf(items::classes), &model::itemOf(items::largest_class),
                                   &model::itemOf(items::teachers)};
    addItems(items, countedItems(school.standard(), false));
    std::vector<ColumnHeading> headings{{tr("学段"), kStageWidth}};
    for (const Item* item : items)
        headings.push_back({item->label, kFigureWidth});
    setHead(table, headings);
    for (const Stage stage : kAllStages) {
        const int section = school.rows().sectionOf(stage);
        if (section < 0)
            continue;
        Row row{{textCell(0, school.stageTitle(stage))}};
        for (const Item* item : items)
            row.cells.push_back(sectionCell(static_cast<int>(row.cells.size()), school.standard(), stage, *item,
                                            school.year().sections().at(section, *item)));
        table.body.push_back(std::move(row));
    }
    if (table.body.empty())
        table.body.push_back({{merged(missingCell(0), 1, static_cast<int>(headings.size()))}});
    noteNotClaimed(table);
    return table;
}

Table premisesTable(const SchoolView& school) {
    Table table = inlineTable(tr("校舍和设备"));
    const std::vector<const Item*> items = countedItems(school.standard(), true);
    std::vector<ColumnHeading> headings{{tr("校区"), kCampusWidth}};
    for (const Item* item : items)
        headings.push_back({headingOf(*item), kStageWidth + kFigureWidth});
    setHead(table, headings);
    const auto [first, end] = std::pair(school.rows().firstCampus, school.rows().endCampus);
    for (int campus = first; campus < end; ++campus)
        table.body.push_back(premisesRow(school, model::partLabel(school.year().campuses().key(campus)), items,
                                         [&](const Item& item) { return school.year().campuses().at(campus, item); }));
    if (end - first > 1)
        table.body.push_back(premisesRow(school, tr("合计"), items, [&](const Item& item) {
            return overCampuses(school, item, isWaitedFor(school.standard(), item));
        }));
    if (first == end)
        table.body.push_back({{merged(missingCell(0), 1, static_cast<int>(headings.size()))}});
    noteNotClaimed(table);
    return table;
}

} // namespace junheng::report

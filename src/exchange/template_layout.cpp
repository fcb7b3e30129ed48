#include "exchange/template_layout.h"

#include "model/asked.h"
#include "model/items.h"
#include "model/observation.h"
#include "model/typed_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace junheng::exchange {

namespace {

using model::Item;
using model::ItemDictionary;
using model::Level;

struct SheetWords {
    const char16_t* name;
    Level level;
    bool obligatory;
};

constexpr std::array<SheetWords, 10> kSheets{{{u"学校", Level::School, true},
                                              {u"学段", Level::Section, true},
                                              {u"校区", Level::Campus, true},
                                              {u"专用教室", Level::Room, false},
                                              {u"县级", Level::County, false},
                                              {u"任务清单", Level::Task, false},
                                              {u"质量监测", Level::Monitoring, false},
                                              {u"社会认可度", Level::Survey, false},
                                              {u"定性结论", Level::Attested, false},
                                              {u"一票否决", Level::Veto, false}}};

// The dictionary only grows at its end, the template wants related columns side by side.
constexpr std::array<std::pair<const char16_t*, const char16_t*>, 7> kPlacedBefore{
    {{items::staff, items::teachers},
     {items::senior_title_teachers, items::certified_teachers},
     {items::leased_sports_area, items::equipment_value},
     {items::campus_pupils_primary, items::teaching_area},
     {items::campus_pupils_junior, items::teaching_area},
     {items::campus_pupils_senior, items::teaching_area},
     {items::monitored_year, items::monitored_level}}};

constexpr std::array kObligatoryColumns{
    items::school_code,  items::school_name,       items::school_type,        items::stage,   items::pupils,
    items::survey_group, items::monitored_subject, items::attested_indicator, items::veto_id, items::task_indicator};

std::vector<const Item*> columnsOf(Level level, const ItemDictionary& dictionary) {
    std::vector<const Item*> columns;
    if (level == Level::Section || level == Level::Campus || level == Level::Room)
        columns.push_back(&model::itemOf(items::school_code));
    for (const bool key : {true, false}) {
        for (const Item& item : dictionary.ofLevel(level)) {
            if (item.key == key)
                columns.push_back(&item);
        }
    }
    for (const auto& [moved, next] : kPlacedBefore) {
        const auto from = std::ranges::find(columns, &model::itemOf(moved));
        if (from == columns.end())
            continue;
        const Item* item = *from;
        columns.erase(from);
        columns.insert(std::ranges::find(columns, &model::itemOf(next)), item);
    }
    return columns;
}

} // namespace

bool SheetLayout::isPartOfSchool() const {
    return level == Level::Section || level == Level::Campus || level == Level::Room;
}

bool SheetLayout::isObligatory(const Item& item) const {
    return std::ranges::find(columns, &item) != columns.end() &&
           std::ranges::any_of(kObligatoryColumns, [&](const char16_t* code) { return item.is(code); });
}

TemplateLayout::TemplateLayout(const ItemDictionary& items) {
    for (const SheetWords& words : kSheets) {
        SheetLayout& sheet = m_sheets.emplace_back(SheetLayout{.name = QString::fromUtf16(words.name),
                                                               .level = words.level,
                                                               .obligatory = words.obligatory,
                                                               .columns = columnsOf(words.level, items)});
        for (const Item* item : sheet.columns)
            sheet.labels.insert(foldHeading(item->label), item);
    }
}

const SheetLayout& TemplateLayout::at(Level level) const {
    return *std::ranges::find(m_sheets, level, &SheetLayout::level);
}

QString sheetNameOf(Level level) {
    const auto words = std::ranges::find(kSheets, level, &SheetWords::level);
    return words == kSheets.end() ? QString() : QString::fromUtf16(words->name);
}

QString foldHeading(QStringView heading) {
    QString result = model::foldText(heading);
    result.remove(QChar(u'*'));
    for (QChar& c : result) {
        if ((c >= QChar(0x2010) && c <= QChar(0x2015)) || c == QChar(0x2212))
            c = u'-';
        else if (QStringView(u"[{【〔〖〘《〈⟨「『“«<").contains(c))
            c = u'(';
        else if (QStringView(u"]}】〕〗〙》〉⟩」』”»>").contains(c))
            c = u')';
    }
    return result;
}

QString countyItemHeading() {
    return QStringLiteral("指标项");
}

QString countyValueHeading() {
    return QStringLiteral("数值");
}

QString guideSheetName() {
    return QStringLiteral("填表说明");
}

QString checkHeading() {
    return QStringLiteral("核对");
}

QString schoolNameHeading() {
    return QStringLiteral("学校名称（自动）");
}

QString indicatorNameHeading() {
    return QStringLiteral("指标内容（自动）");
}

QString countyHintHeading() {
    return QStringLiteral("填写说明");
}

bool isOwnHeading(QStringView heading) {
    static const QStringList own{model::foldText(checkHeading()), model::foldText(schoolNameHeading()),
                                 model::foldText(indicatorNameHeading()), model::foldText(countyHintHeading())};
    return own.contains(model::foldText(heading));
}

QStringList allowedIndicators(Level level, std::span<const model::FurtherIndicator> further) {
    switch (level) {
    case Level::Attested: // a county may attest more than it is asked
        return model::indicatorIds(u"GQE");
    case Level::Veto:
    case Level::Task:
        return model::askedParts(level, further);
    default:
        return {};
    }
}

} // namespace junheng::exchange

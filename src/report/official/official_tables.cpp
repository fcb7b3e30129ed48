#include "report/official/official_tables.h"

#include "model/item.h"
#include "model/items.h"
#include "model/school_year.h"
#include "report/cells.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace junheng::report {

using document::Report;
using document::Table;

namespace {

QString signature(const model::CountyYear& year, const ReportInfo& info) {
    QStringList parts;
    for (const QStringView code :
         {QStringView(items::filled_by), QStringView(items::reviewed_by), QStringView(items::responsible)}) {
        const model::Item& item = model::itemOf(code);
        const model::Observation name = year.value(model::SubjectKey::ofCounty(), item);
        if (name.isValue())
            parts << tr("%1：%2").arg(item.label, name.text);
    }
    parts << tr("填报日期：%1年%2月%3日").arg(info.date.year()).arg(info.date.month()).arg(info.date.day());
    return parts.join(QStringLiteral("　　　　"));
}

} // namespace

Report officialTables(const model::CountyYear& year, const standard::Standard& standard,
                      const assess::Assessment& assessment, const ReportInfo& info) {
    return officialTables({.year = year, .standard = standard, .assessment = assessment}, info);
}

Report officialTables(const Sources& sources, const ReportInfo& info) {
    const model::CountyYear& year = sources.year;
    std::vector<Table> tables{basicsTable(sources), resourcesTable(sources), schoolsTable(sources),
                              balanceTable(sources)};
    if (!sources.standard.government.empty())
        tables.push_back(governmentTable(sources));
    if (!sources.standard.quality.empty())
        tables.push_back(qualityTable(sources));
    if (sources.standard.approval)
        tables.push_back(surveyTable(sources));
    for (Table& table : tables) {
        table.caption.left = tr("县（市、区）名称：%1").arg(year.county().name);
        table.caption.centre = model::schoolYearName(year.year());
        table.signature = signature(year, info);
    }
    Report report{
        .title = tr("%1义务教育优质均衡发展申报表（%2）").arg(year.county().name, model::schoolYearName(year.year())),
        .author = tr("均衡 %1").arg(info.programVersion).trimmed(),
        .date = info.date};
    std::ranges::move(tables, std::back_inserter(report.blocks));
    return report;
}

QString indicatorUnits(const standard::Standard& standard) {
    QStringList units;
    for (const standard::ResourceIndicator& indicator : standard.resource)
        units << indicator.naturalUnit;
    units.removeDuplicates();
    return units.join(QStringLiteral("、"));
}

QString resourceWording(const standard::ResourceIndicator& indicator) {
    const auto [primary, junior] = indicator.threshold;
    const QString low = primary.text.toShortString() + indicator.naturalUnit;
    const QString high = junior.text.toShortString() + indicator.naturalUnit;
    return low == high ? tr("%1：小学、初中均达到%2以上").arg(indicator.title, low)
                       : tr("%1：小学、初中分别达到%2以上、%3以上").arg(indicator.title, low, high);
}

QString relaxationSign(int relaxation) {
    constexpr char16_t kCircledOne = u'①';
    constexpr int kCircled = 20;
    if (relaxation < 0)
        return {};
    if (relaxation < kCircled)
        return QChar(static_cast<char16_t>(kCircledOne + relaxation));
    return QStringLiteral("(%1)").arg(relaxation + 1);
}

QString borderlineSign() {
    return QStringLiteral("△");
}

QString borderlineNote() {
    return tr("标△的数值为临界：达标与否按修约前的数值判定，与印出的数值给出的结论不同。");
}

QString countWord(int count) {
    static constexpr std::array kWords{u"零", u"一", u"二", u"三", u"四", u"五", u"六", u"七", u"八", u"九"};
    constexpr int kTen = 10;
    const auto word = [](int digit) { return QString::fromUtf16(kWords[static_cast<std::size_t>(digit)]); };
    if (count < 0 || count >= kTen * kTen)
        return QString::number(count);
    if (count < kTen)
        return count == 2 ? tr("两") : word(count);
    const QString tens = count < 2 * kTen ? QString() : word(count / kTen);
    return tens + tr("十") + (count % kTen == 0 ? QString() : word(count % kTen));
}

QStringList numbered(const QStringList& notes) {
    QStringList result;
    for (const QString& note : notes)
        result << QStringLiteral("%1%2. %3")
                      .arg(result.isEmpty() ? tr("注：") : QStringLiteral("　　"))
                      .arg(result.size() + 1)
                      .arg(note);
    return result;
}

} // namespace junheng::report

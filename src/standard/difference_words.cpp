#include "standard/difference_words.h"

#include "standard/json_reader.h"
#include "standard/library.h"
#include "standard/tr.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <span>

namespace junheng::standard {

namespace {

struct Word {
    const char* name;
    const char* word;
};

constexpr std::array kFields{
    Word{"title", QT_TRANSLATE_NOOP("standard", "条文")},
    Word{"form_note", QT_TRANSLATE_NOOP("standard", "申报表表注")},
    Word{"form_title", QT_TRANSLATE_NOOP("standard", "申报表印作")},
    Word{"short", QT_TRANSLATE_NOOP("standard", "简称")},
    Word{"kind", QT_TRANSLATE_NOOP("standard", "规则")},
    Word{"at_least", QT_TRANSLATE_NOOP("standard", "不低于")},
    Word{"at_most", QT_TRANSLATE_NOOP("standard", "不高于")},
    Word{"above", QT_TRANSLATE_NOOP("standard", "高于")},
    Word{"below", QT_TRANSLATE_NOOP("standard", "低于")},
    Word{"gap_below", QT_TRANSLATE_NOOP("standard", "校际差异率低于")},
    Word{"sources", QT_TRANSLATE_NOOP("standard", "监测来源")},
    Word{"held_from", QT_TRANSLATE_NOOP("standard", "空白视为满足的起始学年")},
    Word{"least", QT_TRANSLATE_NOOP("standard", "最少份数")},
    Word{"level", QT_TRANSLATE_NOOP("standard", "最低等级")},
    Word{"per_pupil", QT_TRANSLATE_NOOP("standard", "生均（元）")},
    Word{"inclusive", QT_TRANSLATE_NOOP("standard", "随班就读")},
    Word{"pupils", QT_TRANSLATE_NOOP("standard", "学生数")},
    Word{"school_types", QT_TRANSLATE_NOOP("standard", "办学类型")},
    Word{"limits", QT_TRANSLATE_NOOP("standard", "限值")},
    Word{"limit", QT_TRANSLATE_NOOP("standard", "限值")},
    Word{"threshold", QT_TRANSLATE_NOOP("standard", "标准")},
    Word{"primary", QT_TRANSLATE_NOOP("standard", "小学")},
    Word{"junior", QT_TRANSLATE_NOOP("standard", "初中")},
    Word{"composite", QT_TRANSLATE_NOOP("standard", "综合差异系数")},
    Word{"indicators", QT_TRANSLATE_NOOP("standard", "均衡指标")},
    Word{"sections", QT_TRANSLATE_NOOP("standard", "范围")},
    Word{"localities", QT_TRANSLATE_NOOP("standard", "城乡类型")},
    Word{"sponsors", QT_TRANSLATE_NOOP("standard", "举办者")},
    Word{"sponsors_except", QT_TRANSLATE_NOOP("standard", "举办者除外")},
    Word{"schools", QT_TRANSLATE_NOOP("standard", "适用的学校")},
    Word{"points_from", QT_TRANSLATE_NOOP("standard", "教学点学生数不少于")},
    Word{"without_flag", QT_TRANSLATE_NOOP("standard", "不须标明的学校")},
    Word{"tested", QT_TRANSLATE_NOOP("standard", "参与判定")},
    Word{"valid_share", QT_TRANSLATE_NOOP("standard", "有效问卷回收率不低于")},
    Word{"inhabitants", QT_TRANSLATE_NOOP("standard", "常住人口（人）不少于")},
    Word{"counties", QT_TRANSLATE_NOOP("standard", "限于（行政区划代码）")},
    Word{"resource", QT_TRANSLATE_NOOP("standard", "资源配置")},
    Word{"government", QT_TRANSLATE_NOOP("standard", "政府保障程度")},
    Word{"quality", QT_TRANSLATE_NOOP("standard", "教育质量")},
    Word{"conclusion", QT_TRANSLATE_NOOP("standard", "另须结论")},
    Word{"sentence", QT_TRANSLATE_NOOP("standard", "表中语句")},
    Word{"relaxations", QT_TRANSLATE_NOOP("standard", "放宽条件")},
    Word{"by", QT_TRANSLATE_NOOP("standard", "到")},
    Word{"when", QT_TRANSLATE_NOOP("standard", "条件")},
    Word{"parts", QT_TRANSLATE_NOOP("standard", "分项")},
    Word{"label", QT_TRANSLATE_NOOP("standard", "名称")},
    Word{"amount", QT_TRANSLATE_NOOP("standard", "金额")},
    Word{"amounts", QT_TRANSLATE_NOOP("standard", "金额标准")},
    Word{"area", QT_TRANSLATE_NOOP("standard", "每间面积（㎡）")},
    Word{"bands", QT_TRANSLATE_NOOP("standard", "班额分段")},
    Word{"barred_school_types", QT_TRANSLATE_NOOP("standard", "不得有的办学类型")},
    Word{"budget", QT_TRANSLATE_NOOP("standard", "预算")},
    Word{"built_by", QT_TRANSLATE_NOOP("standard", "建成不晚于")},
    Word{"classes_per_room", QT_TRANSLATE_NOOP("standard", "每间服务的班数")},
    Word{"coefficient_decimals", QT_TRANSLATE_NOOP("standard", "系数小数位数")},
    Word{"compulsory_pupils", QT_TRANSLATE_NOOP("standard", "义务教育学生数")},
    Word{"compulsory_pupils_below", QT_TRANSLATE_NOOP("standard", "义务教育学生数少于")},
    Word{"count", QT_TRANSLATE_NOOP("standard", "数量")},
    Word{"counted_as", QT_TRANSLATE_NOOP("standard", "计入")},
    Word{"denominator", QT_TRANSLATE_NOOP("standard", "分母")},
    Word{"dense_core", QT_TRANSLATE_NOOP("standard", "人口密度过高的中心城区")},
    Word{"exclude", QT_TRANSLATE_NOOP("standard", "不参评的")},
    Word{"fine_art", QT_TRANSLATE_NOOP("standard", "美术")},
    Word{"figures", QT_TRANSLATE_NOOP("standard", "旁列的数据")},
    Word{"flag", QT_TRANSLATE_NOOP("standard", "须有的项目")},
    Word{"formula", QT_TRANSLATE_NOOP("standard", "算法")},
    Word{"formulas", QT_TRANSLATE_NOOP("standard", "可选的算法")},
    Word{"from", QT_TRANSLATE_NOOP("standard", "起")},
    Word{"funds", QT_TRANSLATE_NOOP("standard", "经费")},
    Word{"grade", QT_TRANSLATE_NOOP("standard", "等级")},
    Word{"group", QT_TRANSLATE_NOOP("standard", "调查对象")},
    Word{"group_share", QT_TRANSLATE_NOOP("standard", "一类对象的占比")},
    Word{"has_junior", QT_TRANSLATE_NOOP("standard", "有初中")},
    Word{"id", QT_TRANSLATE_NOOP("standard", "代号")},
    Word{"indicator", QT_TRANSLATE_NOOP("standard", "指标")},
    Word{"item", QT_TRANSLATE_NOOP("standard", "项目")},
    Word{"largest", QT_TRANSLATE_NOOP("standard", "最大班额")},
    Word{"largest_class_below", QT_TRANSLATE_NOOP("standard", "最大班额低于")},
    Word{"migrant_share_above", QT_TRANSLATE_NOOP("standard", "随迁子女占比高于")},
    Word{"minimum_pupils", QT_TRANSLATE_NOOP("standard", "最少按学生数")},
    Word{"minus", QT_TRANSLATE_NOOP("standard", "减去")},
    Word{"music", QT_TRANSLATE_NOOP("standard", "音乐")},
    Word{"natural_unit", QT_TRANSLATE_NOOP("standard", "差额单位")},
    Word{"nine_year", QT_TRANSLATE_NOOP("standard", "九年一贯制学校")},
    Word{"number", QT_TRANSLATE_NOOP("standard", "序号")},
    Word{"numerator", QT_TRANSLATE_NOOP("standard", "分子")},
    Word{"plus", QT_TRANSLATE_NOOP("standard", "加上")},
    Word{"quantity", QT_TRANSLATE_NOOP("standard", "数量")},
    Word{"quota", QT_TRANSLATE_NOOP("standard", "定额")},
    Word{"reason", QT_TRANSLATE_NOOP("standard", "理由")},
    Word{"room_kind", QT_TRANSLATE_NOOP("standard", "专用教室")},
    Word{"rooms", QT_TRANSLATE_NOOP("standard", "各类专用教室")},
    Word{"rural_small", QT_TRANSLATE_NOOP("standard", "农村小规模学校")},
    Word{"sample", QT_TRANSLATE_NOOP("standard", "样本量")},
    Word{"scale", QT_TRANSLATE_NOOP("standard", "倍数")},
    Word{"school_funds", QT_TRANSLATE_NOOP("standard", "学校经费")},
    Word{"school_type", QT_TRANSLATE_NOOP("standard", "办学类型")},
    Word{"senior", QT_TRANSLATE_NOOP("standard", "高中")},
    Word{"share", QT_TRANSLATE_NOOP("standard", "比例")},
    Word{"share_of_population", QT_TRANSLATE_NOOP("standard", "占常住人口的比例")},
    Word{"since", QT_TRANSLATE_NOOP("standard", "起始年份")},
    Word{"source", QT_TRANSLATE_NOOP("standard", "依据")},
    Word{"special", QT_TRANSLATE_NOOP("standard", "特殊教育")},
    Word{"split", QT_TRANSLATE_NOOP("standard", "按学段拆分")},
    Word{"sponsors_except", QT_TRANSLATE_NOOP("standard", "不计的举办者")},
    Word{"stages", QT_TRANSLATE_NOOP("standard", "学段")},
    Word{"system", QT_TRANSLATE_NOOP("standard", "所用标准")},
    Word{"twelve_year", QT_TRANSLATE_NOOP("standard", "十二年一贯制学校")},
    Word{"unit", QT_TRANSLATE_NOOP("standard", "单位")},
    Word{"until", QT_TRANSLATE_NOOP("standard", "止")},
    Word{"value_decimals", QT_TRANSLATE_NOOP("standard", "数值小数位数")},
    Word{"without_boarding", QT_TRANSLATE_NOOP("standard", "不含寄宿制学校")},
    Word{"without_pupils", QT_TRANSLATE_NOOP("standard", "没有学生")},
    Word{"years", QT_TRANSLATE_NOOP("standard", "年数")},
};

// Names that stand for a way of judging.
constexpr std::array kValues{
    Word{"amounts", QT_TRANSLATE_NOOP("standard", "金额不低于标准")},
    Word{"attested", QT_TRANSLATE_NOOP("standard", "佐证认定")},
    Word{"balance", QT_TRANSLATE_NOOP("standard", "差异系数")},
    Word{"class_size", QT_TRANSLATE_NOOP("standard", "班额")},
    Word{"comparison", QT_TRANSLATE_NOOP("standard", "两项金额比较")},
    Word{"monitoring", QT_TRANSLATE_NOOP("standard", "质量监测")},
    Word{"prior_years", QT_TRANSLATE_NOOP("standard", "以前年度")},
    Word{"ratio", QT_TRANSLATE_NOOP("standard", "比例")},
    Word{"rooms_per_classes", QT_TRANSLATE_NOOP("standard", "按班数配备专用教室")},
    Word{"school_flag", QT_TRANSLATE_NOOP("standard", "所有学校或其中一定比例都有")},
    Word{"school_grade", QT_TRANSLATE_NOOP("standard", "所有学校达到等级")},
    Word{"school_share", QT_TRANSLATE_NOOP("standard", "每校的比例")},
    Word{"school_size", QT_TRANSLATE_NOOP("standard", "学校规模")},
    Word{"small_school_funds", QT_TRANSLATE_NOOP("standard", "规模较小学校公用经费")},
    Word{"special_funds", QT_TRANSLATE_NOOP("standard", "特殊教育公用经费")},
    Word{"years_since", QT_TRANSLATE_NOOP("standard", "满若干年")},
    Word{"school_by_population", QT_TRANSLATE_NOOP("standard", "按人口设置学校")},
    Word{"reached", QT_TRANSLATE_NOOP("standard", "其他指标达到要求")},
    Word{"overall", QT_TRANSLATE_NOOP("standard", "总体结论")},
    Word{"over_primary", QT_TRANSLATE_NOOP("standard", "超过限值的小学")},
    Word{"over_junior", QT_TRANSLATE_NOOP("standard", "超过限值的初中")},
    Word{"over_combined", QT_TRANSLATE_NOOP("standard", "超过限值的一贯制学校")},
    Word{"primary", QT_TRANSLATE_NOOP("standard", "小学")},
    Word{"junior", QT_TRANSLATE_NOOP("standard", "初中")},
    Word{"senior", QT_TRANSLATE_NOOP("standard", "高中")},
    Word{"special", QT_TRANSLATE_NOOP("standard", "特殊教育")},
};

QString wordIn(std::span<const Word> words, const QString& name) {
    const auto found = std::ranges::find_if(words, [&](const Word& w) { return name == QLatin1StringView(w.name); });
    return found == words.end() ? name : tr(found->word);
}

// Where a sentence takes a figure in, a form leaves room.
QString textWords(QString text, const model::ItemDictionary& items) {
    static const QRegularExpression kFigure(QStringLiteral("\\{[a-z_]+\\}"));
    if (const model::Item* item = items.find(text))
        return item->label;
    if (standardIds().contains(text))
        return textOf(nlohmann::json::parse(standardJson(text).toStdString()).at("title"));
    return wordIn(kValues, text.replace(kFigure, QStringLiteral("＿＿")));
}

} // namespace

QString fieldWord(const QString& name, const model::ItemDictionary& items) {
    const QString word = wordIn(kFields, name);
    const model::Item* item = word == name ? items.find(name) : nullptr;
    return item != nullptr ? item->label : word;
}

void tellFormulas(nlohmann::json& value) {
    if (value.is_object() && value.contains("formulas") && value["formulas"].is_object())
        value["formula"] = value["formulas"][value["formula"].get<std::string>()]["title"];
    if (value.is_structured()) {
        for (nlohmann::json& member : value)
            tellFormulas(member);
    }
}

QString nameWord(const nlohmann::json& member) {
    const char* name = member.contains("label") ? "label" : member.contains("title") ? "title" : "room_kind";
    return textOf(member.at(name));
}

QString valueWords(const nlohmann::json& value, const model::ItemDictionary& items) {
    if (value.is_string())
        return textWords(textOf(value), items);
    if (value.is_boolean())
        return value.get<bool>() ? tr("是") : tr("否");
    if (value.is_null())
        return tr("无");
    if (value.is_array()) {
        QStringList words;
        for (const nlohmann::json& element : value)
            words << valueWords(element, items);
        const bool isRange = value.size() == 2 && value.front().is_number();
        return words.join(isRange ? QChar(u'—') : QChar(u'、'));
    }
    if (value.is_object()) {
        if (value.contains("title")) {
            const bool isListed = value.value("tested", nlohmann::json(true)) == false;
            return textOf(value["title"]) + (isListed ? tr("（只列示，不判定）") : QString());
        }
        QStringList words;
        for (const auto& [name, member] : value.items()) {
            if (name != "id" && name != "source")
                words << fieldWord(QString::fromStdString(name), items) + QChar(u' ') + valueWords(member, items);
        }
        return words.join(QStringLiteral("，"));
    }
    return QString::fromStdString(value.dump());
}

} // namespace junheng::standard

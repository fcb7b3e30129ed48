#include "exchange/heading_addition.h"

#include "model/items.h"
#include "model/observation.h"
#include "model/typed_text.h"
#include "model/unit.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace junheng::exchange {

namespace {

using model::Item;

// The only words that a heading may have beside label and unit: how to fill in, when it was counted. None of them
// changes what is counted.
constexpr std::array kRemarks{
    u"必填",     u"必填项",   u"选填",       u"选填项",   u"可选",     u"可空",       u"可不填",    u"非必填",
    u"见说明",   u"详见说明", u"见填表说明", u"填表说明", u"填写说明", u"见填报说明", u"见批注",    u"单位",
    u"计量单位", u"人民币",   u"学年初",     u"学年末",   u"学年",     u"学年初数",   u"学年末数",  u"财年",
    u"财政年度", u"自然年",   u"自然年度",   u"本年",     u"本年度",   u"本学年",     u"当年",      u"年初",
    u"年末",     u"年底",     u"年初数",     u"年末数",   u"期末",     u"期末数",     u"数字",      u"整数",
    u"数值",     u"文本",     u"文字",       u"日期",     u"下拉",     u"下拉选择",   u"单选",      u"选择",
    u"是",       u"否",       u"是否",       u"有",       u"无",       u"没有填0",    u"没有请填0", u"确无填0",
    u"无则填0",  u"无填0",    u"自动",       u"统计数",   u"填报",     u"填报数",     u"签字",      u"签名",
    u"盖章",     u"公章",     u"代码",       u"名称",     u"十位",     u"10位",       u"十位数字",  u"10位数字",
    u"六位",     u"6位",      u"六位数字",   u"6位数字",  u"四位年份", u"4位年份",    u"填代码",    u"填代码或名称"};

QString folded(QStringView text) {
    return model::foldText(text).toLower();
}

QStringList pieces(const QString& words) {
    static const QRegularExpression kSeparator(QStringLiteral("[()\\[\\]{}<>、,。;:/|=_·.~*-]+"));
    return words.split(kSeparator, Qt::SkipEmptyParts);
}

// The dates that figures of the last year before bear.
bool isOfYearBefore(const Item& item) {
    static const QSet<QString> kBases{QStringLiteral("上年度"), QStringLiteral("上年末"), QStringLiteral("财年"),
                                      QStringLiteral("经费年度"), QStringLiteral("统计年份")};
    return kBases.contains(item.basis);
}

// "2025学年", "截至2025年9月1日", of the school year that is imported; of figures of a calendar year also the one
// before.
bool isOwnDate(const Item& item, const QString& piece, int year) {
    static const QRegularExpression kDate(QStringLiteral("^(截至|截止)?((?:19|20)\\d{2})(年|学年|学年度|年度|财年)?"
                                                         "(年初|年末|年底|\\d{1,2}月(\\d{1,2}日)?)?$"));
    const auto match = kDate.match(piece);
    if (!match.hasMatch())
        return false;
    const int given = match.captured(2).toInt();
    return given == year || (given == year - 1 && isOfYearBefore(item));
}

bool isRemark(const Item& item, const QString& piece, int year) {
    static const QSet<QString> kKnown = [] {
        QSet<QString> result;
        for (const char16_t* remark : kRemarks)
            result.insert(QString::fromUtf16(remark));
        return result;
    }();
    static const QRegularExpression kForms(QStringLiteral("^((保留|最多)?[0-4一二两三四]位小数|\\d+字(以内|内)?)$"));
    static const QSet<QString> kYearBefore{QStringLiteral("上年"), QStringLiteral("上年度"), QStringLiteral("上年末")};
    if (kKnown.contains(piece) || kForms.match(piece).hasMatch() || isOwnDate(item, piece, year))
        return true;
    if (kYearBefore.contains(piece))
        return isOfYearBefore(item);
    // A stage says of whom the figure is.
    if (item.isNumeric() && model::itemOf(items::stage).choices.contains(piece))
        return false;
    const auto isPiece = [&](const QString& text) { return pieces(folded(text)).contains(piece); };
    return folded(item.basis) == piece || isPiece(item.note) || std::ranges::any_of(item.choices, isPiece);
}

bool isOwnUnit(const Item& item, const QString& words) {
    return item.hasUnit() && model::unitName(words) == model::unitName(item.unitText());
}

// 元/年 of a salary, 元/生·年 of a quota: the unit is 元.
QString withoutRate(const Item& item, const QString& words) {
    static const QRegularExpression kRate(QStringLiteral("元/(年·?人|生·?年|人·?年|学年|年|人|生)"));
    return item.isInYuan() ? QString(words).replace(kRate, QStringLiteral("元")) : words;
}

} // namespace

Addition readAddition(const Item& item, const QString& words, int year) {
    // 2025-2026学年 is the school year 2025.
    static const QRegularExpression kSchoolYear(QStringLiteral("(\\d{4})[-~至](\\d{4})(?=学年|年)"));
    Addition result;
    QStringList unknown;
    QString rest = withoutRate(item, words);
    if (const auto match = kSchoolYear.match(rest);
        match.hasMatch() && match.captured(2).toInt() == match.captured(1).toInt() + 1)
        rest.replace(match.capturedStart(), match.capturedLength(), match.captured(1));
    for (QString piece : pieces(rest)) {
        for (const auto& word : {QStringLiteral("计量单位"), QStringLiteral("单位")}) {
            if (piece.startsWith(word) && piece.size() > word.size())
                piece.remove(0, word.size());
        }
        const QString unit = model::unitName(piece);
        if (isOwnUnit(item, piece) || isRemark(item, piece.toLower(), year))
            continue;
        if (item.isNumeric() && model::isUnit(unit))
            result.unit = unit;
        else
            unknown << piece;
    }
    result.unknown = unknown.join(QChar(u'、'));
    return result;
}

bool isTotal(QStringView text) {
    static const QRegularExpression kWords(QStringLiteral("^[(]?(全校|学校|全县|全市|全区|小学|初中|高中)?(总?合计|"
                                                          "总计|小计|共计|累计|总和)数?[)]?[:]?$|^[(]?全校[)]?$|"
                                                          "^total[:]?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return kWords.match(model::foldText(text)).hasMatch();
}

bool isTotalOrNote(QStringView text) {
    static const QRegularExpression kWords(QStringLiteral("^[*※(]*((小学|初中|高中)?(总?合计|总计|小计|共计|累计)|总数|"
                                                          "平均|全县|全市|全区|本县|以[上下]|注\\d*[:.、]|注$|"
                                                          "备注|说明|附注|填表|填报|制表|审核|复核|校对|经办|负责人|"
                                                          "单位负责人|校长|联系|电话|日期|单位(公章|盖章)|报出|"
                                                          "(数据)?来源|total)"),
                                           QRegularExpression::CaseInsensitiveOption);
    return kWords.match(model::foldText(text)).hasMatch();
}

} // namespace junheng::exchange

#include "exchange/heading_addition.h"

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
    u"必填",     u"必填项",   u"选填",       u"选填项",    u"可选",        u"可空",       u"可不填",   u"非必填",
    u"见说明",   u"详见说明", u"见填表说明", u"填表说明",  u"填写说明",    u"见填报说明", u"见批注",   u"单位",
    u"计量单位", u"人民币",   u"学年初",     u"学年末",    u"学年",        u"学年初数",   u"学年末数", u"财年",
    u"财政年度", u"自然年",   u"自然年度",   u"上年",      u"上年度",      u"上年末",     u"上学年",   u"本年",
    u"本年度",   u"本学年",   u"当年",       u"年初",      u"年末",        u"年底",       u"年初数",   u"年末数",
    u"期末",     u"期末数",   u"数字",       u"整数",      u"小数",        u"数值",       u"文本",     u"文字",
    u"日期",     u"下拉",     u"下拉选择",   u"单选",      u"选择",        u"是",         u"否",       u"是否",
    u"有",       u"无",       u"没有填0",    u"没有请填0", u"确无填0",     u"无则填0",    u"无填0",    u"自动",
    u"统计数",   u"填报",     u"填报数",     u"签字",      u"签名",        u"盖章",       u"公章",     u"代码",
    u"名称",     u"十位",     u"10位",       u"十位数字",  u"10位数字",    u"六位",       u"6位",      u"六位数字",
    u"6位数字",  u"四位年份", u"4位年份",    u"填代码",    u"填代码或名称"};

QString folded(QStringView text) {
    return model::foldText(text).toLower();
}

QStringList pieces(const QString& words) {
    static const QRegularExpression kSeparator(QStringLiteral("[()\\[\\]{}<>、,。;:/|=_·.~*-]+"));
    return words.split(kSeparator, Qt::SkipEmptyParts);
}

bool isRemark(const Item& item, const QString& piece) {
    static const QSet<QString> kKnown = [] {
        QSet<QString> result;
        for (const char16_t* remark : kRemarks)
            result.insert(QString::fromUtf16(remark));
        return result;
    }();
    static const QRegularExpression kDates(
        QStringLiteral("^(截至|截止)?\\d{4}(年|学年|学年度|年度|财年)?(年初|年末|年底|\\d{1,2}月(\\d{1,2}日)?)?$"));
    static const QRegularExpression kForms(
        QStringLiteral("^((保留|最多)?[0-4一二两三四]位小数|\\d+字(以内|内)?|至?\\d{4}(学年|年)?)$"));
    if (kKnown.contains(piece) || kDates.match(piece).hasMatch() || kForms.match(piece).hasMatch())
        return true;
    const auto isPiece = [&](const QString& text) { return pieces(folded(text)).contains(piece); };
    return folded(item.basis) == piece || isPiece(item.note) || std::ranges::any_of(item.choices, isPiece);
}

bool isOwnUnit(const Item& item, const QString& words) {
    return !item.unit.isEmpty() && model::unitName(words) == model::unitName(item.unit);
}

// 元/年 of a salary, 元/生·年 of a quota: the unit is 元.
QString withoutRate(const Item& item, const QString& words) {
    static const QRegularExpression kRate(QStringLiteral("元/(年·?人|生·?年|人·?年|学年|年|人|生)"));
    return item.unit == QStringLiteral("元") ? QString(words).replace(kRate, QStringLiteral("元")) : words;
}

} // namespace

Addition readAddition(const Item& item, const QString& words) {
    Addition result;
    QStringList unknown;
    for (QString piece : pieces(withoutRate(item, words))) {
        for (const auto& word : {QStringLiteral("计量单位"), QStringLiteral("单位")}) {
            if (piece.startsWith(word) && piece.size() > word.size())
                piece.remove(0, word.size());
        }
        const QString unit = model::unitName(piece);
        if (isOwnUnit(item, piece) || isRemark(item, piece.toLower()))
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
    static const QRegularExpression kWords(QStringLiteral("^(全校)?(总?合计|总计|小计|共计|累计|总和)[:]?$"));
    return kWords.match(model::foldText(text)).hasMatch();
}

bool isTotalOrNote(QStringView text) {
    static const QRegularExpression kWords(QStringLiteral(
        "^[*※]*(总?合计|总计|小计|共计|累计|总数|平均|全县|全市|全区|本县|以上|注\\d*[:.、]|注$|备注|说明|"
        "附注|填表|填报|制表|审核|复核|负责人|单位负责人|校长|联系|电话|日期|单位(公章|盖章)|报出)"));
    return kWords.match(model::foldText(text)).hasMatch();
}

} // namespace junheng::exchange

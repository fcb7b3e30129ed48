#include "model/indicator.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace junheng::model {

namespace {

constexpr QStringView kLetters(u"RGQSEV"); // in the order of print

struct Name {
    const char16_t* id;
    const char* name;
};

// Shortened from 教督〔2017〕6号, articles 6 to 8, and the 申报表.
constexpr std::array kNames{
    Name{u"R1", QT_TRANSLATE_NOOP("model", "每百名学生拥有高于规定学历教师数")},
    Name{u"R2", QT_TRANSLATE_NOOP("model", "每百名学生拥有县级以上骨干教师数")},
    Name{u"R3", QT_TRANSLATE_NOOP("model", "每百名学生拥有体育、艺术（美术、音乐）专任教师数")},
    Name{u"R4", QT_TRANSLATE_NOOP("model", "生均教学及辅助用房面积")},
    Name{u"R5", QT_TRANSLATE_NOOP("model", "生均体育运动场馆面积")},
    Name{u"R6", QT_TRANSLATE_NOOP("model", "生均教学仪器设备值")},
    Name{u"R7", QT_TRANSLATE_NOOP("model", "每百名学生拥有网络多媒体教室数")},
    Name{u"G1", QT_TRANSLATE_NOOP("model", "学校规划布局")},
    Name{u"G2", QT_TRANSLATE_NOOP("model", "城乡建设、编制、经费、装备标准统一")},
    Name{u"G3", QT_TRANSLATE_NOOP("model", "音乐、美术专用教室")},
    Name{u"G4", QT_TRANSLATE_NOOP("model", "学校规模")},
    Name{u"G5", QT_TRANSLATE_NOOP("model", "班额")},
    Name{u"G6", QT_TRANSLATE_NOOP("model", "不足100人学校公用经费")},
    Name{u"G7", QT_TRANSLATE_NOOP("model", "特殊教育生均公用经费")},
    Name{u"G8", QT_TRANSLATE_NOOP("model", "教师平均工资收入")},
    Name{u"G9", QT_TRANSLATE_NOOP("model", "教师5年360学时培训")},
    Name{u"G10", QT_TRANSLATE_NOOP("model", "统筹分配编制和岗位")},
    Name{u"G11", QT_TRANSLATE_NOOP("model", "教师交流轮岗")},
    Name{u"G12", QT_TRANSLATE_NOOP("model", "教师持证上岗")},
    Name{u"G13", QT_TRANSLATE_NOOP("model", "就近划片入学")},
    Name{u"G14", QT_TRANSLATE_NOOP("model", "优质高中招生名额分配")},
    Name{u"G15", QT_TRANSLATE_NOOP("model", "留守儿童关爱与随迁子女就读")},
    Name{u"Q1", QT_TRANSLATE_NOOP("model", "初中三年巩固率")},
    Name{u"Q2", QT_TRANSLATE_NOOP("model", "残疾儿童少年入学率")},
    Name{u"Q3", QT_TRANSLATE_NOOP("model", "学校章程与信息化")},
    Name{u"Q4", QT_TRANSLATE_NOOP("model", "教师培训经费")},
    Name{u"Q5", QT_TRANSLATE_NOOP("model", "信息化手段组织教学")},
    Name{u"Q6", QT_TRANSLATE_NOOP("model", "德育与校园文化")},
    Name{u"Q7", QT_TRANSLATE_NOOP("model", "课程开齐开足")},
    Name{u"Q8", QT_TRANSLATE_NOOP("model", "无过重课业负担")},
    Name{u"Q9", QT_TRANSLATE_NOOP("model", "质量监测")},
    Name{u"E1", QT_TRANSLATE_NOOP("model", "通过基本均衡认定三年以上")},
    Name{u"E2", QT_TRANSLATE_NOOP("model", "前三年基本均衡指标达标")},
    Name{u"E3", QT_TRANSLATE_NOOP("model", "质量监测达到要求")},
    Name{u"E4", QT_TRANSLATE_NOOP("model", "差异系数达到要求")},
    Name{u"E5", QT_TRANSLATE_NOOP("model", "当年无重大事故和突出问题")},
    Name{u"V1", QT_TRANSLATE_NOOP("model", "以考试方式招生")},
    Name{u"V2", QT_TRANSLATE_NOOP("model", "违规择校行为")},
    Name{u"V3", QT_TRANSLATE_NOOP("model", "重点学校或重点班")},
    Name{u"V4", QT_TRANSLATE_NOOP("model", "有编不补或长期聘用编外教师")},
    Name{u"V5", QT_TRANSLATE_NOOP("model", "重大安全责任事故或严重违纪违规事件")},
    Name{u"V6", QT_TRANSLATE_NOOP("model", "弄虚作假行为")},
    Name{u"V7", QT_TRANSLATE_NOOP("model", "规范治理校外培训机构及减轻课外负担不力")},
};

// "R7" -> 7; 0 for what is no such id.
int numberOf(QStringView id) {
    return kLetters.contains(id.left(1)) && !id.isEmpty() ? id.mid(1).toInt() : 0;
}

} // namespace

QString indicatorName(QStringView id) {
    const auto known = std::ranges::find_if(kNames, [&](const Name& name) { return id == QStringView(name.id); });
    return known == kNames.end() ? QString() : QCoreApplication::translate("model", known->name);
}

QStringList indicatorIds(QStringView letters) {
    QStringList ids;
    for (const Name& name : kNames) {
        if (letters.contains(QChar(name.id[0])))
            ids << QString::fromUtf16(name.id);
    }
    return ids;
}

int nationalNumber(QStringView id) {
    static const QStringList kNational = indicatorIds(u"RGQ");
    return static_cast<int>(kNational.indexOf(id)) + 1;
}

int indicatorRank(const QString& id) {
    constexpr int kLast = 10'000;
    bool isNumber = false;
    const int number = id.mid(1).toInt(&isNumber);
    const qsizetype letter = kLetters.indexOf(id.left(1));
    return letter < 0 || id.isEmpty() || !isNumber ? kLast : static_cast<int>(letter) * 1'000 + number;
}

QStringList indicatorsAmong(const QStringList& uses) {
    QStringList ids;
    for (const QString& use : uses) {
        const QStringList ends = use.split(QChar(u'-'));
        const int first = numberOf(ends.front());
        const int last = numberOf(ends.back());
        for (int number = first; first > 0 && number <= last; ++number)
            ids << ends.front().left(1) + QString::number(number);
    }
    return ids;
}

} // namespace junheng::model

#include "ui/pages/entry/indicator_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Name {
    const char16_t* id;
    const char* name;
};

// Shortened from 教督〔2017〕6号, articles 7 and 8, and the 申报表.
constexpr std::array kNames{
    Name{u"G1", QT_TRANSLATE_NOOP("ui", "学校规划布局")},
    Name{u"G2", QT_TRANSLATE_NOOP("ui", "城乡建设、编制、经费、装备标准统一")},
    Name{u"G3", QT_TRANSLATE_NOOP("ui", "音乐、美术专用教室")},
    Name{u"G4", QT_TRANSLATE_NOOP("ui", "学校规模")},
    Name{u"G5", QT_TRANSLATE_NOOP("ui", "班额")},
    Name{u"G6", QT_TRANSLATE_NOOP("ui", "不足100人学校公用经费")},
    Name{u"G7", QT_TRANSLATE_NOOP("ui", "特殊教育生均公用经费")},
    Name{u"G8", QT_TRANSLATE_NOOP("ui", "教师平均工资收入")},
    Name{u"G9", QT_TRANSLATE_NOOP("ui", "教师5年360学时培训")},
    Name{u"G10", QT_TRANSLATE_NOOP("ui", "统筹分配编制和岗位")},
    Name{u"G11", QT_TRANSLATE_NOOP("ui", "教师交流轮岗")},
    Name{u"G12", QT_TRANSLATE_NOOP("ui", "教师持证上岗")},
    Name{u"G13", QT_TRANSLATE_NOOP("ui", "就近划片入学")},
    Name{u"G14", QT_TRANSLATE_NOOP("ui", "优质高中招生名额分配")},
    Name{u"G15", QT_TRANSLATE_NOOP("ui", "留守儿童关爱与随迁子女就读")},
    Name{u"Q1", QT_TRANSLATE_NOOP("ui", "初中三年巩固率")},
    Name{u"Q2", QT_TRANSLATE_NOOP("ui", "残疾儿童少年入学率")},
    Name{u"Q3", QT_TRANSLATE_NOOP("ui", "学校章程与信息化")},
    Name{u"Q4", QT_TRANSLATE_NOOP("ui", "教师培训经费")},
    Name{u"Q5", QT_TRANSLATE_NOOP("ui", "信息化手段组织教学")},
    Name{u"Q6", QT_TRANSLATE_NOOP("ui", "德育与校园文化")},
    Name{u"Q7", QT_TRANSLATE_NOOP("ui", "课程开齐开足")},
    Name{u"Q8", QT_TRANSLATE_NOOP("ui", "无过重课业负担")},
    Name{u"Q9", QT_TRANSLATE_NOOP("ui", "质量监测")},
    Name{u"E1", QT_TRANSLATE_NOOP("ui", "通过基本均衡认定三年以上")},
    Name{u"E2", QT_TRANSLATE_NOOP("ui", "前三年基本均衡指标达标")},
    Name{u"E3", QT_TRANSLATE_NOOP("ui", "质量监测达到要求")},
    Name{u"E4", QT_TRANSLATE_NOOP("ui", "差异系数达到要求")},
    Name{u"E5", QT_TRANSLATE_NOOP("ui", "当年无重大事故和突出问题")},
    Name{u"V1", QT_TRANSLATE_NOOP("ui", "以考试方式招生")},
    Name{u"V2", QT_TRANSLATE_NOOP("ui", "违规择校行为")},
    Name{u"V3", QT_TRANSLATE_NOOP("ui", "重点学校或重点班")},
    Name{u"V4", QT_TRANSLATE_NOOP("ui", "有编不补或长期聘用编外教师")},
    Name{u"V5", QT_TRANSLATE_NOOP("ui", "重大安全责任事故或严重违纪违规事件")},
    Name{u"V6", QT_TRANSLATE_NOOP("ui", "弄虚作假行为")},
    Name{u"V7", QT_TRANSLATE_NOOP("ui", "规范治理校外培训机构及减轻课外负担不力")},
};

} // namespace

QStringList expandedIds(const QString& ids) {
    QStringList result;
    for (const QString& part : ids.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        if (ends.size() != 2) {
            result << part;
            continue;
        }
        for (int number = ends[0].mid(1).toInt(); number <= ends[1].mid(1).toInt(); ++number)
            result << ends[0].left(1) + QString::number(number);
    }
    return result;
}

QStringList allIndicatorIds() {
    return expandedIds(u"R1-R7,G1-G15,Q1-Q9"_s);
}

QString indicatorName(const standard::Standard& standard, const QString& id) {
    const auto resource = std::ranges::find(standard.resource, id, &standard::ResourceIndicator::id);
    if (resource != standard.resource.end())
        return resource->title;
    const auto known = std::ranges::find_if(kNames, [&](const Name& name) { return id == QStringView(name.id); });
    return known == kNames.end() ? QString() : QCoreApplication::translate("ui", known->name);
}

int indicatorRank(const QString& id) {
    const qsizetype group = u"RGQSEV"_s.indexOf(id.left(1));
    bool isNumber = false;
    const int number = id.mid(1).toInt(&isNumber);
    return group < 0 || id.isEmpty() || !isNumber ? 10'000 : static_cast<int>(group) * 1'000 + number;
}

} // namespace junheng::ui

// The self-evaluation report. Figures are those of the golden county N10 (its table of coefficients and verdicts: 4
// sections of 小学 of which P2 fails, 3 of 初中 of which N1 fails), or derived by hand where the test says so.

#include "report/narrative/self_evaluation.h"

#include "county_builder.h"
#include "report/narrative/free_texts.h"
#include "report/official/official_tables.h"
#include "standard/library.h"
#include "support/county_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace junheng::report {

using document::Block;
using document::Heading;
using document::HeatMap;
using document::Mark;
using document::Paragraph;
using document::Plot;
using document::Report;
using document::Span;
using document::Style;
using document::Table;
using document::Waterfall;

using namespace Qt::Literals::StringLiterals;

namespace {

const standard::Standard& national() {
    static const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
    return standard;
}

/// A year with its assessment, which the sources refer to.
struct Judged {
    explicit Judged(model::CountyYear data)
        : year(std::move(data)), assessment(assess::assess(year, national())),
          sources{.year = year, .standard = national(), .assessment = assessment} {}
    Judged(const Judged&) = delete;
    Judged& operator=(const Judged&) = delete;

    [[nodiscard]] BoundFigures figures() const { return {sources, info}; }

    model::CountyYear year;
    assess::Assessment assessment;
    Sources sources;
    ReportInfo info{.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s};
};

base::Result<Report> reportOf(const Judged& judged, const QString& text) {
    const auto outline = parseOutline(text, u"模板.txt"_s);
    if (!outline)
        return std::unexpected(outline.error());
    return selfEvaluation(judged.sources, judged.info, *outline);
}

std::string errorOf(const base::Result<Report>& report) {
    return report ? std::string() : report.error().message.toStdString();
}

QString textOf(const Paragraph& paragraph) {
    QString text;
    for (const Span& span : paragraph.spans)
        text += span.text;
    return text;
}

// The paragraphs of a report, one line each.
QStringList paragraphsOf(const Report& report) {
    QStringList lines;
    for (const Block& block : report.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block))
            lines << textOf(*paragraph);
    }
    return lines;
}

model::CountyYear written(model::CountyYear year, const QString& name, const QString& text, const QString& quoted) {
    const model::SubjectKey key = freeTextKey(name);
    model::ChangeSet changes;
    changes.changes = {{.subject = key, .after = model::Observation::ofAmount(1)},
                       {.subject = key, .item = &freeTextItem(), .after = model::Observation::ofText(text)},
                       {.subject = key, .item = &quotedFiguresItem(), .after = model::Observation::ofText(quoted)}};
    year.apply(changes);
    return year;
}

} // namespace

TEST(BoundFigures, ReadAsTheOfficialTablesPrintThem) {
    const Judged judged(report_test::n10());
    const BoundFigures figures = judged.figures();
    const auto text = [&](const QString& name) {
        const Span* figure = figures.find(name);
        return figure != nullptr ? figure->text : u"none"_s;
    };
    EXPECT_EQ(text(u"县名"_s), u"算例县"_s);
    EXPECT_EQ(text(u"学年"_s), u"2025—2026学年"_s);
    EXPECT_EQ(text(u"小学.学校数"_s), u"4"_s);
    EXPECT_EQ(text(u"小学.达标学校数"_s), u"3"_s);
    EXPECT_EQ(text(u"小学.达标率"_s), u"75.0"_s);
    EXPECT_EQ(text(u"初中.达标率"_s), u"66.7"_s); // 2 of 3
    EXPECT_EQ(text(u"小学.R6.全县值"_s), u"2259.47"_s);
    EXPECT_EQ(text(u"小学.R2.差异系数"_s), u"0.209"_s);
    EXPECT_EQ(text(u"小学.R1.标准"_s), u"4.2"_s);
    EXPECT_EQ(text(u"初中.综合差异系数"_s), u"0.056"_s);
    EXPECT_EQ(text(u"初中.差异系数限值"_s), u"0.45"_s);
    EXPECT_EQ(text(u"小学.差异系数达标项数"_s), u"7"_s);
    EXPECT_EQ(text(u"判定.资源配置"_s), u"未达标"_s);
    EXPECT_EQ(text(u"判定.校际均衡"_s), u"达标"_s);
    EXPECT_EQ(text(u"县级.乡镇数"_s), u"待填报"_s);
    EXPECT_EQ(figures.find(u"县级.乡镇数"_s)->mark, Mark::Missing);
    EXPECT_EQ(figures.find(u"小学.R9.差异系数"_s), nullptr);
    // 15 + 9 indicators and nothing of them given.
    EXPECT_EQ(text(u"政府保障.项数"_s) + text(u"教育质量.项数"_s), u"159"_s);
    EXPECT_EQ(text(u"资源配置.项数"_s) + text(u"资源配置.项数汉字"_s), u"7七"_s);
    EXPECT_EQ(text(u"V1.回答"_s), u"待填报"_s);
}

TEST(BoundFigures, HaveDifferentNames) {
    const Judged judged(report_test::n10());
    const BoundFigures figures = judged.figures();
    QStringList names;
    for (const Span& figure : figures.all())
        names << figure.figure;
    const qsizetype count = names.size();
    EXPECT_GT(count, 200);
    EXPECT_EQ(names.removeDuplicates(), 0);
}

TEST(Outline, ReadsEveryKindOfLine) {
    const auto outline = parseOutline(u"// left out\n= 题\n\n# 一\n## 二\n正文{县名}\n> 落款\n^ 居中\n"
                                      "[若 判定.总体≠达标] 有问题\n[逐项 政府保障]\n[撰写 做法：请写明]\n"_s,
                                      u"模板.txt"_s);
    ASSERT_TRUE(outline);
    std::vector<LineKind> kinds;
    for (const OutlineLine& line : outline->lines)
        kinds.push_back(line.kind);
    EXPECT_EQ(kinds, (std::vector<LineKind>{LineKind::Title, LineKind::Heading, LineKind::Heading, LineKind::Body,
                                            LineKind::Closing, LineKind::Centred, LineKind::Body, LineKind::Itemised,
                                            LineKind::FreeText}));
    EXPECT_EQ(outline->lines[0].number, 2);
    EXPECT_EQ(outline->lines[2].level, 2);
    ASSERT_TRUE(outline->lines[6].condition);
    EXPECT_FALSE(outline->lines[6].condition->equal);
    EXPECT_EQ(outline->lines[6].text, u"有问题"_s);
    EXPECT_EQ(outline->lines[8].text, u"做法"_s);
    EXPECT_EQ(outline->lines[8].hint, u"请写明"_s);
}

TEST(Outline, FaultsNameTheirLine) {
    const auto fault = [](const QString& text) {
        const auto outline = parseOutline(text, u"模板.txt"_s);
        return outline ? std::string() : outline.error().toString().toStdString();
    };
    EXPECT_EQ(fault(u"= 题\n正文\n[逐个 政府保障]"_s).find("模板.txt"), 0U);
    EXPECT_NE(fault(u"= 题\n正文\n[逐个 政府保障]"_s).find("第3行：没有“逐个”这种内容，可用的有逐项"),
              std::string::npos);
    EXPECT_NE(fault(u"= 题\n[逐项 政府]"_s).find("第2行：“逐项”后面应是政府保障"), std::string::npos);
    EXPECT_NE(fault(u"= 题\n[图 差异系数"_s).find("第2行：“[”没有对应的“]”"), std::string::npos);
    EXPECT_NE(fault(u"= 题\n有{县名"_s).find("第2行：“{”与“}”没有成对"), std::string::npos);
    EXPECT_NE(fault(u"= 题\n[若 总体] 正文"_s).find("第2行：条件应写成"), std::string::npos);
    EXPECT_NE(fault(u"= 题\n[撰写 做法]\n[撰写 做法]"_s).find("第3行：“做法”撰写了两次"), std::string::npos);
    EXPECT_NE(fault(u"# 一"_s).find("没有标题"), std::string::npos);
    EXPECT_NE(fault(u"= 题\n[申报表 全部]"_s).find("第2行：“申报表”后面不应有内容"), std::string::npos);
    EXPECT_EQ(fault(u"= 题"_s), "");
}

TEST(SelfEvaluation, PutsTheFiguresIntoTheSentences) {
    const Judged judged(report_test::n10());
    const auto report = reportOf(judged, u"= {县名}报告\n小学{小学.学校数}所，达标{小学.达标率}%。\n"
                                         "[若 小学.未达标学校数≠0] 未达标：{小学.未达标学校}。\n"
                                         "[若 小学.未达标学校数=0] 全部达标。\n"_s);
    ASSERT_TRUE(report) << errorOf(report);
    EXPECT_EQ(report->title, u"算例县报告"_s);
    EXPECT_EQ(report->style, Style::Official);
    EXPECT_EQ(paragraphsOf(*report), (QStringList{u"小学4所，达标75.0%。"_s, u"未达标：P2。"_s}));
    const auto& first = std::get<Paragraph>(report->blocks[1]);
    EXPECT_EQ(first.spans[1].figure, u"小学.学校数"_s);
}

// What a veto's answer leans on is told where it is known, and only there.
TEST(SelfEvaluation, TellsTheFiguresBesideAVeto) {
    const auto fourth = [](test::Cells posts) {
        test::CountyBuilder county;
        county.row(model::Level::Veto, u"V4", {{u"veto_present", u"否"}}).county(posts);
        const Judged judged(county.build());
        return paragraphsOf(reportOf(judged, u"= 题\n[逐项 一票否决]"_s).value()).value(3);
    };
    const QString head = u"4．存在“有编不补”或长期聘用编外教师的情况。自评：不存在"_s;
    EXPECT_EQ(fourth({}), head + u"。"_s);
    EXPECT_EQ(fourth({{u"posts_approved", u"1200"}, {u"posts_filled", u"1205"}}),
              head + u"（核定教职工编制 1200 名、在编教职工 1205 人、空编 -5 名）。"_s);
}

TEST(SelfEvaluation, RefusesAFigureThatDoesNotExist) {
    const Judged judged(report_test::n10());
    EXPECT_EQ(errorOf(reportOf(judged, u"= 题\n\n小学{小学.学校}所"_s)), "报告模板第3行：没有名为“小学.学校”的数据。");
    EXPECT_EQ(errorOf(reportOf(judged, u"= 题\n[若 总体=达标] 好"_s)), "报告模板第2行：没有名为“总体”的数据。");
}

TEST(SelfEvaluation, TheTemplateOfTheProgramHasItsTenParts) {
    const Judged judged(report_test::n10());
    const auto report = selfEvaluation(judged.sources, judged.info, selfEvaluationOutline().value());
    ASSERT_TRUE(report) << errorOf(report);
    QStringList parts;
    for (const Block& block : report->blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading != nullptr && heading->level == 1)
            parts << heading->text;
    }
    EXPECT_EQ(parts, (QStringList{u"一、基本情况"_s, u"二、申报条件（资格审核）"_s, u"三、资源配置"_s,
                                  u"四、政府保障程度"_s, u"五、教育质量"_s, u"六、社会认可度"_s, u"七、一票否决事项"_s,
                                  u"八、主要做法与成效"_s, u"九、存在问题与整改措施"_s, u"十、自评结论"_s}));
    const QStringList lines = paragraphsOf(*report);
    EXPECT_TRUE(lines.contains(u"经自查自评，我县尚未全部达到标准要求，自评结论为未达标。"_s));
    EXPECT_TRUE(lines.contains(u"资源配置判定：未达标。"_s));
    // 自评 is the county government's (S3: 责任单位：各县（区）人民政府).
    EXPECT_TRUE(lines.contains(u"算例县人民政府（盖章）"_s));
    EXPECT_FALSE(lines.join(QString()).contains(u"教育局"_s));
    EXPECT_TRUE(lines.contains(u"算例县常住人口待填报万人，其中农业人口待填报万人，"
                               "辖待填报个乡镇（街道）、待填报个行政村。"_s));
    // 资格审查 is the first national step: E4 is what N10 tells, each coefficient within its
    // limit; E1 is met by every county from 2025 on.
    EXPECT_TRUE(lines.contains(u"申报条件5项中，达标2项，未达标0项，待填报3项。判定：待填报。"_s));
    EXPECT_TRUE(std::ranges::any_of(lines, [](const QString& line) {
        return line.startsWith(u"4．按义务教育优质均衡规定指标测算的小学、初中差异系数"_s) &&
               line.endsWith(u"判定：达标。"_s);
    }));
    EXPECT_TRUE(std::ranges::any_of(lines, [](const QString& line) { return line.startsWith(u"15．"_s); })); // G15
    EXPECT_TRUE(std::holds_alternative<Table>(report->blocks.back()));
}

// The counties of the plans that the standards come from are of every kind: 呼图壁县, 昌吉市, 沙坡头区.
TEST(SelfEvaluation, SpeaksOfTheCountyByItsKind) {
    const auto said = [](const QString& county) {
        const Judged judged(model::CountyYear({.code = u"990101"_s, .name = county}, 2025));
        const auto report = selfEvaluation(judged.sources, judged.info, selfEvaluationOutline().value());
        const QString text = paragraphsOf(report.value()).join(u'\n');
        QStringList kinds;
        for (const QString& kind : {u"我县"_s, u"我市"_s, u"我区"_s, u"我旗"_s, u"全县参加"_s, u"全市参加"_s}) {
            if (text.contains(kind))
                kinds << kind;
        }
        return kinds.join(u' ').toStdString();
    };
    EXPECT_EQ(said(u"呼图壁县"_s), "我县 全县参加");
    EXPECT_EQ(said(u"昌吉市"_s), "我市 全市参加");
    EXPECT_EQ(said(u"沙坡头区"_s), "我区");
    EXPECT_EQ(said(u"鄂伦春自治旗"_s), "我旗");
    EXPECT_EQ(said(u"东乡族自治县"_s), "我县 全县参加");
    // Nothing tells its kind.
    EXPECT_EQ(said(u"示例"_s), "我县 全县参加");
    EXPECT_EQ(said(QString()), "我县 全县参加");
}

TEST(SelfEvaluation, SaysWhetherTheCountyCanApply) {
    const QString text = u"= 题\n[若 判定.资格审核=未达标] 不够{判定.申报}\n[若 判定.申报=达标] 可以\n"
                         "[逐项 资格审核]"_s;
    test::CountyBuilder county;
    county.row(model::Level::Attested, u"E5", {{u"conclusion", u"未达标"}});
    const Judged judged(county.build());
    const auto report = reportOf(judged, text);
    ASSERT_TRUE(report) << errorOf(report);
    const QStringList lines = paragraphsOf(*report);
    EXPECT_EQ(lines.size(), 6); // and E1 to E5
    EXPECT_EQ(lines[0], u"不够未达标"_s);
    EXPECT_TRUE(lines[5].startsWith(u"5．申报当年该县教育系统未发生重大安全责任事故"_s));
    EXPECT_TRUE(lines[5].endsWith(u"判定：未达标。"_s));
}

// Of N10 (see resource_figures_test.cpp) one section of 小学 and two of 初中 miss something, and no coefficient is over
// its limit. In the county of two, R2 is 1 and 9 a hundred pupils: mean 5, deviation 4, coefficient 0.8 of 0.50.
TEST(SelfEvaluation, DrawsWhatFallsShort) {
    const QString text = u"= 题\n[图 资源配置]\n[图 差异系数构成]"_s;
    const auto plotsOf = [&](const Judged& judged) {
        const auto report = reportOf(judged, text);
        std::vector<Plot> plots;
        for (const Block& block : report.value().blocks) {
            if (const auto* plot = std::get_if<Plot>(&block))
                plots.push_back(*plot);
        }
        return plots;
    };
    const std::vector<Plot> plots = plotsOf(Judged(report_test::n10()));
    ASSERT_EQ(plots.size(), 2U);
    ASSERT_TRUE(std::holds_alternative<HeatMap>(plots[0].figure));
    EXPECT_EQ(std::get<HeatMap>(plots[1].figure).groups.at(0).rows.size(), 2U);
    EXPECT_GT(plots[1].heightMillimetres, plots[0].heightMillimetres);

    report_test::CountyBuilder builder(u"两校县"_s, 2025);
    builder.school(u"少"_s, u"小学"_s)
        .section(model::Stage::Primary, {{u"pupils", u"100"_s}, {u"backbone_teachers", u"1"_s}})
        .school(u"多"_s, u"小学"_s)
        .section(model::Stage::Primary, {{u"pupils", u"100"_s}, {u"backbone_teachers", u"9"_s}});
    const std::vector<Plot> two = plotsOf(Judged(builder.year()));
    ASSERT_EQ(two.size(), 2U);
    ASSERT_TRUE(std::holds_alternative<Waterfall>(two[1].figure));
    EXPECT_EQ(std::get<Waterfall>(two[1].figure).total.text, u"0.800"_s);
}

TEST(FreeText, IsPrintedParagraphByParagraphWithItsFigures) {
    const Judged judged(written(report_test::n10(), u"做法"_s, u"办了{小学.学校数}所小学。\n\n  二是{没有的}。"_s, {}));
    const auto report = reportOf(judged, u"= 题\n[撰写 做法：写做法]\n[撰写 措施：写措施]"_s);
    ASSERT_TRUE(report);
    EXPECT_EQ(paragraphsOf(*report), (QStringList{u"办了4所小学。"_s, u"二是{没有的}。"_s, u"（待撰写：写措施）"_s}));
    EXPECT_EQ(std::get<Paragraph>(report->blocks[2]).spans.front().mark, Mark::Missing);
    EXPECT_EQ(std::get<Paragraph>(report->blocks[3]).spans.front().mark, Mark::Missing);
}

TEST(FreeText, KnowsWhichFiguresItQuotes) {
    const Judged judged(report_test::n10());
    // 2259.47 and 0.209 are figures of 小学; ４.2 full-width is a threshold; 4 has one digit; 75.0 stands in braces.
    const QStringList quoted =
        quotedFigures(u"生均设备2,259.47元，系数0.209，应有４.2人，共4所，{75.0}"_s, judged.figures()).split(u'\n');
    EXPECT_EQ(quoted, (QStringList{u"小学.R1.标准=4.2"_s, u"小学.R2.差异系数=0.209"_s, u"小学.R6.全县值=2259.47"_s}));
}

TEST(FreeText, IsMarkedWhenAQuotedFigureHasChanged) {
    const Judged judged(written(report_test::n10(), u"做法"_s, u"系数0.300，设备2259.47元。"_s,
                                u"小学.R2.差异系数=0.300\n小学.R6.全县值=2259.47\n已经没有的=12"_s));
    const auto outline = parseOutline(u"= 题\n# 七、做法\n[撰写 做法：写]"_s, u"模板.txt"_s);
    ASSERT_TRUE(outline);
    const std::vector<FreeText> texts = freeTextsOf(*outline, judged.sources, judged.info);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_EQ(texts[0].heading, u"七、做法"_s);
    ASSERT_EQ(texts[0].stale.size(), 1U);
    EXPECT_EQ(texts[0].stale[0].figure, u"小学.R2.差异系数"_s);
    EXPECT_EQ(texts[0].stale[0].now, u"0.209"_s);
    const auto report = selfEvaluation(judged.sources, judged.info, *outline);
    ASSERT_TRUE(report);
    EXPECT_EQ(paragraphsOf(*report).last(),
              u"（以上文字引用的数据已有变化，请核对：小学.R2.差异系数由0.300变为0.209。）"_s);
}

} // namespace junheng::report

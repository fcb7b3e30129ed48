// The verbs on files of their own.

#include "run.h"

#include "workspace/doubts.h"
#include "workspace/evidence_folder.h"
#include "workspace/workspace.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace junheng::cli {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Verbs : public testing::Test {
protected:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    /// A new county file for the sample county.
    QString newCounty() {
        const QString file = path(u"示例县.junheng"_s);
        EXPECT_EQ(run({u"init"_s, file, u"--county"_s, u"示例县"_s, u"--code"_s, u"990101"_s}).code, 0);
        return file;
    }

    QTemporaryDir m_folder;
    const QString m_sample = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
};

TEST_F(Verbs, InitMakesAFileOnce) {
    const QString file = newCounty();
    const QByteArray before = contentOf(file);
    EXPECT_FALSE(before.isEmpty());
    const Answer again = run({u"init"_s, file, u"--county"_s, u"别的县"_s, u"--code"_s, u"990102"_s});
    EXPECT_EQ(again.code, 4);
    EXPECT_EQ(contentOf(file), before);
}

TEST_F(Verbs, InitRefusesABadCodeAndAnUnknownStandard) {
    const QString file = path(u"a.junheng"_s);
    EXPECT_EQ(run({u"init"_s, file, u"--county"_s, u"示例县"_s, u"--code"_s, u"99010"_s}).code, 3);
    EXPECT_EQ(
        run({u"init"_s, file, u"--county"_s, u"示例县"_s, u"--code"_s, u"990101"_s, u"--standard"_s, u"no"_s}).code, 3);
    EXPECT_FALSE(QFile::exists(file));
}

TEST_F(Verbs, FilesThatCannotBeOpenedOrWritten) {
    const QString nowhere = path(u"none.junheng"_s);
    EXPECT_EQ(run({u"verify"_s, nowhere}).code, 4);
    EXPECT_EQ(run({u"history"_s, nowhere}).code, 4);
    EXPECT_EQ(run({u"assess"_s, nowhere, u"--year"_s, u"2025"_s}).code, 4);
    EXPECT_EQ(run({u"import"_s, nowhere, m_sample, u"--year"_s, u"2025"_s}).code, 4);
    EXPECT_EQ(run({u"report"_s, nowhere, u"--year"_s, u"2025"_s, u"--xlsx"_s, path(u"a.xlsx"_s)}).code, 4);
    EXPECT_EQ(run({u"template"_s, path(u"no folder/a.xlsx"_s)}).code, 4);
    EXPECT_FALSE(QFile::exists(nowhere));
}

TEST_F(Verbs, SourcesThatCannotBeReadAreBadInput) {
    const QString file = newCounty();
    const Answer import = run({u"import"_s, file, path(u"none.xlsx"_s), u"--year"_s, u"2025"_s});
    EXPECT_EQ(import.code, 3);
    EXPECT_TRUE(import.err.contains(u"none.xlsx"_s)) << import.err.toStdString();
    EXPECT_EQ(run({u"assess"_s, path(u"none.xlsx"_s)}).code, 3);
}

TEST_F(Verbs, AYearWithoutSchoolsIsSaidWithTheYearsThereAre) {
    const QString file = newCounty();
    const Answer empty = run({u"assess"_s, file, u"--year"_s, u"2025"_s});
    EXPECT_EQ(empty.code, 3);
    EXPECT_TRUE(empty.err.contains(u"import"_s)) << empty.err.toStdString();
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    const Answer other = run({u"assess"_s, file, u"--year"_s, u"2023"_s});
    EXPECT_EQ(other.code, 3);
    EXPECT_TRUE(other.err.contains(u"2023"_s) && other.err.contains(u"2025"_s)) << other.err.toStdString();
    EXPECT_EQ(run({u"report"_s, file, u"--year"_s, u"2023"_s, u"--xlsx"_s, path(u"r.xlsx"_s)}).code, 3);
    EXPECT_FALSE(QFile::exists(path(u"r.xlsx"_s)));
}

TEST_F(Verbs, TheSameAssessmentByFileAndByBook) {
    const QString file = newCounty();
    ASSERT_EQ(run({u"import"_s, m_sample, u"--year"_s, u"2025"_s, u"--json"_s, file}).code, 4) << "file comes first";
    const Answer import = run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s, u"--json"_s});
    ASSERT_EQ(import.code, 0) << import.err.toStdString();
    EXPECT_EQ(import.json().at("committed"), true);
    const Answer byFile = run({u"assess"_s, file, u"--year"_s, u"2025"_s, u"--json"_s});
    const Answer byBook = run({u"assess"_s, m_sample, u"--json"_s});
    const Answer byStandard =
        run({u"assess"_s, file, u"--year"_s, u"2025"_s, u"--standard"_s, u"national-2017"_s, u"--json"_s});
    EXPECT_EQ(byFile.code, 0);
    EXPECT_FALSE(byFile.json().at("sections").empty());
    EXPECT_EQ(byFile.out, byBook.out);
    EXPECT_EQ(byFile.out, byStandard.out);
    EXPECT_EQ(run({u"assess"_s, file, u"--year"_s, u"2025"_s, u"--standard"_s, u"no"_s}).code, 3);
    EXPECT_EQ(run({u"assess"_s, m_sample, u"--standard"_s, u"no"_s}).code, 3);
    EXPECT_EQ(run({u"assess"_s, m_sample, u"--year"_s, u"2024"_s}).code, 3);
}

// 云台镇中心小学 has 560 pupils in the sample; somebody typed 14 and the sample comes again.
TEST_F(Verbs, AnImportSaysWhichTypedFiguresItReplaces) {
    const QString file = newCounty();
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    {
        workspace::Workspace workspace;
        ASSERT_TRUE(workspace.open(file));
        ASSERT_TRUE(workspace.edit(
            {{.cell = {.subject = {.level = model::Level::Section, .school = u"9901001099"_s, .part = u"primary"_s},
                       .item = &model::ItemDictionary::builtIn().at(u"pupils")},
              .text = u"14"_s}}));
    }
    const QStringList again{u"import"_s, file, m_sample, u"--year"_s, u"2025"_s, u"--dry-run"_s};
    const Answer words = run(again);
    EXPECT_TRUE(words.out.contains(u"14（手工填写） → 560"_s)) << words.out.toStdString();
    EXPECT_TRUE(words.out.contains(u"其中 1 个原来是手工填写的"_s)) << words.out.toStdString();
    const auto json = run(again + QStringList{u"--json"_s}).json();
    EXPECT_EQ(json.at("typed_cells"), 1);
    ASSERT_EQ(json.at("changes").size(), 1U);
    EXPECT_EQ(json.at("changes").at(0).at("typed"), true);
    EXPECT_EQ(json.at("changes").at(0).at("before"), "14");
}

TEST_F(Verbs, InWordsTheVerdictComesFirst) {
    const Answer answer = run({u"assess"_s, m_sample});
    ASSERT_EQ(answer.code, 0);
    EXPECT_TRUE(answer.out.contains(u"结论：未达标（资源配置未达标，"_s)) << answer.out.toStdString();
    EXPECT_TRUE(answer.out.contains(u"差异系数（不超过 0.50）："_s));
    EXPECT_TRUE(answer.out.contains(u"差异系数（不超过 0.45）："_s));
    EXPECT_TRUE(answer.out.contains(u"未达标的学校（学段）："_s));
}

TEST_F(Verbs, AStopEndsAnImportWithNothingChanged) {
    const QString file = newCounty();
    const QByteArray before = contentOf(file);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}, stop.get_token()).code, 5);
    EXPECT_EQ(contentOf(file), before);
    const Answer assess = run({u"assess"_s, m_sample, u"--json"_s}, stop.get_token());
    EXPECT_EQ(assess.code, 5);
    EXPECT_TRUE(assess.out.isEmpty());
}

TEST_F(Verbs, TheFileThatIsReadIsNeverWrittenOver) {
    const QString file = newCounty();
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    const QByteArray before = contentOf(file);
    const QString detour = path(u"./x/../示例县.junheng"_s);
    QDir(m_folder.path()).mkdir(u"x"_s);
    EXPECT_EQ(run({u"report"_s, file, u"--year"_s, u"2025"_s, u"--xlsx"_s, detour}).code, 2);
    EXPECT_EQ(run({u"template"_s, detour, u"--from"_s, file, u"--year"_s, u"2025"_s}).code, 2);
    EXPECT_EQ(contentOf(file), before);
}

TEST_F(Verbs, DossiersThatCannotBeWrittenAreSaidAndLeaveNothing) {
    const QString file = newCounty();
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    const QString target = path(u"册.pdf"_s);
    const QStringList report{u"report"_s, file, u"--year"_s, u"2025"_s, u"--dossiers"_s, target};
    // Any number of schools; the one that is not there is named.
    const Answer unknown = run(report + QStringList{u"--school"_s, u"9901001001"_s, u"--school"_s, u"9901009999"_s});
    EXPECT_EQ(unknown.code, 3);
    EXPECT_TRUE(unknown.err.contains(u"9901009999"_s)) << unknown.err.toStdString();
    std::stop_source stop;
    stop.request_stop();
    const Answer stopped = run(report + QStringList{u"--json"_s}, stop.get_token());
    EXPECT_EQ(stopped.code, 5);
    EXPECT_TRUE(stopped.out.isEmpty());
    EXPECT_FALSE(QFile::exists(target));
    EXPECT_EQ(run({u"report"_s, file, u"--year"_s, u"2025"_s, u"--dossiers"_s, file}).code, 2);
    EXPECT_EQ(run({u"report"_s, file, u"--year"_s, u"2025"_s, u"--dossiers"_s, target, u"--pdf"_s, target}).code, 2);
    const Answer alone = run(
        {u"report"_s, file, u"--year"_s, u"2025"_s, u"--xlsx"_s, path(u"a.xlsx"_s), u"--school"_s, u"9901001001"_s});
    EXPECT_EQ(alone.code, 2);
    EXPECT_TRUE(alone.err.contains(u"--dossiers"_s));
    EXPECT_FALSE(QFile::exists(path(u"a.xlsx"_s)));
}

TEST_F(Verbs, AReportListsItsFilesAsJson) {
    const QString file = newCounty();
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    const QString target = path(u"表.xlsx"_s);
    const Answer answer = run({u"report"_s, file, u"--year"_s, u"2025"_s, u"--xlsx"_s, target, u"--json"_s});
    ASSERT_EQ(answer.code, 0) << answer.err.toStdString();
    const auto wanted = nlohmann::json::parse(
        uR"({"format": 1, "files": [{"kind": "xlsx", "path": "%1"}]})"_s.arg(target).toStdString());
    EXPECT_EQ(answer.json(), wanted);
    // Where one cannot be written, none is.
    const QString nowhere = path(u"没有/表.xlsx"_s);
    const Answer none = run({u"report"_s, file, u"--year"_s, u"2025"_s, u"--xlsx"_s, nowhere, u"--docx"_s,
                             path(u"报告.docx"_s), u"--json"_s});
    EXPECT_EQ(none.code, 4);
    EXPECT_TRUE(none.err.contains(nowhere)) << none.err.toStdString();
    EXPECT_TRUE(none.out.isEmpty());
    EXPECT_FALSE(QFile::exists(path(u"报告.docx"_s)));
}

TEST_F(Verbs, HistoryTellsBatchesAndCells) {
    const QString file = newCounty();
    EXPECT_EQ(run({u"history"_s, file, u"--json"_s}).json().at("batches"), nlohmann::json::array());
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    const auto batches = run({u"history"_s, file, u"--json"_s}).json().at("batches");
    ASSERT_EQ(batches.size(), 1U);
    EXPECT_EQ(batches.at(0).at("year"), 2025);
    EXPECT_EQ(batches.at(0).at("file"), "demo-county.xlsx");
    const auto cells = run({u"history"_s, file, u"--item"_s, u"teacher_salary"_s, u"--json"_s}).json().at("cells");
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_EQ(cells.at(0).at("before"), "待填报");
    EXPECT_EQ(cells.at(0).at("sheet"), "县级");
    const Answer words = run({u"history"_s, file, u"--school"_s, u"9900009999"_s});
    EXPECT_EQ(words.code, 0);
    EXPECT_TRUE(words.out.contains(u"没有有关的记录"_s)) << words.out.toStdString();
}

TEST_F(Verbs, VerifyAndStandards) {
    const QString file = newCounty();
    EXPECT_EQ(run({u"verify"_s, file}).code, 0);
    const auto sound = run({u"verify"_s, file, u"--json"_s}).json();
    EXPECT_EQ(sound.at("sound"), true);
    EXPECT_EQ(sound.at("damage"), nlohmann::json::array());
    const auto standards = run({u"standards"_s, u"--json"_s}).json().at("standards");
    EXPECT_EQ(standards.at(0).at("id"), "national-2017");
    EXPECT_EQ(standards.at(0).at("default"), true);
    EXPECT_TRUE(run({u"standards"_s}).out.contains(u"national-2017"_s));
}

TEST_F(Verbs, StandardsAreComparedClauseByClause) {
    const Answer answer = run({u"standards"_s, u"--diff"_s, u"national-2017"_s, u"liaoning-shenyang"_s, u"--json"_s});
    ASSERT_EQ(answer.code, 0) << answer.err.toStdString();
    bool found = false;
    const nlohmann::json document = answer.json();
    for (const auto& difference : document.at("differences"))
        found = found || (difference.at("clause") == "G7" && difference.at("path") == "per_pupil" &&
                          difference.at("before") == "6000" && difference.at("after") == "8000");
    EXPECT_TRUE(found);
    for (const auto& difference : document.at("differences"))
        EXPECT_EQ(difference.at("below_national"), false);
    // 呼图壁's plan: no 十二年一贯制 in G4, 中等 in Q9.
    const QString hutubi = run({u"standards"_s, u"--diff"_s, u"xinjiang-2021"_s, u"hutubi-2022"_s}).out;
    EXPECT_TRUE(hutubi.contains(u"最低等级：Ⅲ → Ⅱ　【低于国家标准】"_s)) << hutubi.toStdString();
    EXPECT_EQ(hutubi.count(u"【低于国家标准】"_s), 2) << hutubi.toStdString();
    EXPECT_TRUE(run({u"standards"_s, u"--diff"_s, u"xinjiang-2021"_s, u"xinjiang-2024"_s}).out.contains(u"96%"_s));
    EXPECT_EQ(run({u"standards"_s, u"--diff"_s, u"national-2017"_s}).code, 2);
    EXPECT_EQ(run({u"standards"_s, u"national-2017"_s}).code, 2);
    EXPECT_EQ(run({u"standards"_s, u"--diff"_s, u"national-2017"_s, u"none"_s}).code, 3);
}

TEST_F(Verbs, AssessTakesAUsersOwnStandard) {
    const QTemporaryDir place;
    const QString file = place.filePath(u"自定.json"_s);
    const auto write = [&](const QByteArray& json) {
        QFile target(file);
        EXPECT_TRUE(target.open(QIODevice::WriteOnly));
        target.write(json);
    };
    const QString sample = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
    write(R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},
              "government":{"G11":{"parts":{"rotation_ratio":{"at_least":"0.5"}},"source":"6号"}}})");
    const Answer own = run({u"assess"_s, sample, u"--year"_s, u"2025"_s, u"--standard"_s, file, u"--json"_s});
    ASSERT_EQ(own.code, 0) << own.err.toStdString();
    EXPECT_EQ(own.json().at("standard").at("id"), "own");
    // 152 of 1286 rotate: 11.8 %.
    EXPECT_EQ(own.json().at("government").at(10).at("status"), "unmet");
    EXPECT_DOUBLE_EQ(own.json().at("government").at(10).at("values").at("rotation_ratio").get<double>(), 152.0 / 1286);
    const Answer national = run({u"assess"_s, sample, u"--year"_s, u"2025"_s, u"--json"_s});
    EXPECT_EQ(national.json().at("government").at(10).at("status"), "met");

    write(R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},
              "government":{"G11":{"parts":{"rotation_ratio":{"at_least":0.5}},"source":"6号"}}})");
    const Answer broken = run({u"assess"_s, sample, u"--year"_s, u"2025"_s, u"--standard"_s, file});
    EXPECT_EQ(broken.code, 3);
    EXPECT_TRUE(broken.err.contains(u"/government/G11/parts/rotation_ratio/at_least"_s)) << broken.err.toStdString();
}

// The sample's planted cases: a class of 46, a school of 2150 built in 2006, compulsory pupils in a 职业学校.
TEST_F(Verbs, AssessTellsEveryPartOfTheSample) {
    const QString sample = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
    const auto document = run({u"assess"_s, sample, u"--year"_s, u"2025"_s, u"--json"_s}).json();
    for (const auto& indicator : document.at("government")) {
        const std::string id = indicator.at("id");
        EXPECT_EQ(indicator.at("status"), id == "G4" || id == "G5" ? "unmet" : "met") << id;
    }
    for (const auto& indicator : document.at("quality"))
        EXPECT_EQ(indicator.at("status"), "met") << indicator.at("id");
    const auto& size = document.at("government").at(3);
    ASSERT_EQ(size.at("schools").size(), 2U);
    EXPECT_EQ(size.at("schools").at(0).at("value"), 2150);
    EXPECT_EQ(size.at("schools").at(0).at("limit"), 2400);
    EXPECT_EQ(size.at("schools").at(0).at("relaxation"), "built_2010");
    EXPECT_EQ(size.at("schools").at(0).at("without"), (nlohmann::json{{"value", 2150}, {"limit", 2000}}));
    EXPECT_EQ(document.at("government").at(4).at("schools").at(0).at("value"), 46);
    EXPECT_EQ(document.at("verdict").at("government"), "fail");
    EXPECT_EQ(document.at("verdict").at("quality"), "pass");
    EXPECT_EQ(document.at("verdict").at("approval"), "pass");
    EXPECT_EQ(document.at("verdict").at("vetoes"), "pass");
    EXPECT_EQ(document.at("verdict").at("overall"), "fail");
    EXPECT_EQ(document.at("reasons").at(0).at("id"), "R");
}

// The doubts of the sample county (data/samples/README.md).
TEST_F(Verbs, CheckNamesWhatIsDoubtful) {
    const QString file = newCounty();
    EXPECT_EQ(run({u"check"_s, file, u"--year"_s, u"2025"_s}).code, 3) << "no school yet";
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    const Answer text = run({u"check"_s, file, u"--year"_s, u"2025"_s});
    EXPECT_EQ(text.code, 0);
    EXPECT_EQ(text.out.section(u'\n', 0, 0), u"示例县（990101）2025 学年 数据核查：矛盾 1 处，存疑 1 处，提示 1 处"_s);
    EXPECT_TRUE(text.out.contains(u"【矛盾】松岗镇中心小学 小学：中级及以上职务教师数大于专任教师数"_s));

    const nlohmann::json findings = run({u"check"_s, file, u"--year"_s, u"2025"_s, u"--json"_s}).json().at("findings");
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings.at(0).at("check"), "senior_titles");
    EXPECT_EQ(findings.at(0).at("severity"), "contradiction");
    EXPECT_EQ(findings.at(0).at("answer"), "open");
    EXPECT_EQ(findings.at(0).at("figures").at(1).at("item"), "teachers");
    EXPECT_EQ(findings.at(0).at("figures").at(1).at("sheet"), "学段");
    EXPECT_EQ(findings.at(1).at("check"), "unusual_books");
    EXPECT_EQ(findings.at(1).at("school"), "青石镇中心小学");
    EXPECT_EQ(findings.at(2).at("check"), "survey_parents"); // 347 of 710
}

// What stands in no sheet of the template is told as well.
TEST_F(Verbs, HistoryTellsOfEvidenceAndExplanations) {
    const QString file = newCounty();
    ASSERT_EQ(run({u"import"_s, file, m_sample, u"--year"_s, u"2025"_s}).code, 0);
    {
        workspace::Workspace workspace;
        ASSERT_TRUE(workspace.open(file));
        ASSERT_TRUE(workspace.doubts().explain(workspace.doubts().findings().value().front(), u"两人在编不在岗。"_s));
        ASSERT_TRUE(workspace.evidence().attachNote(u"G8"_s, u"财政局证明"_s));
    }
    EXPECT_TRUE(run({u"history"_s, file, u"--item"_s, u"explanation_text"_s})
                    .out.contains(u"松岗镇中心小学 小学 核查说明：待填报 → 两人在编不在岗。"_s));
    const nlohmann::json cells =
        run({u"history"_s, file, u"--item"_s, u"evidence_note"_s, u"--json"_s}).json().at("cells");
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_EQ(cells.at(0).at("sheet"), "");
    EXPECT_EQ(cells.at(0).at("after"), "财政局证明");
}

TEST_F(Verbs, OutputThatCannotBeWrittenIsNotDone) {
    QFile full(u"/dev/full"_s);
    ASSERT_TRUE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QTextStream out(&full);
    QString said;
    QTextStream err(&said);
    EXPECT_EQ(runCli({u"standards"_s}, out, err), 4);
    EXPECT_FALSE(said.isEmpty());
}

} // namespace

} // namespace junheng::cli

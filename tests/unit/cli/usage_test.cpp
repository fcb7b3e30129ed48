// Usage, help and exit codes of what never reaches a file.

#include "run.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::cli {

namespace {

const QStringList kVerbs{u"init"_s,           u"import"_s,        u"assess"_s,        u"report"_s,
                         u"template"_s,       u"standards"_s,     u"history"_s,       u"verify"_s,
                         u"check"_s,          u"school delete"_s, u"school code"_s,   u"section add"_s,
                         u"section delete"_s, u"campus add"_s,    u"campus delete"_s, u"roll"_s};

TEST(Usage, NothingAtAllIsWrongAndListsTheVerbs) {
    const Answer answer = run({});
    EXPECT_EQ(answer.code, 2);
    EXPECT_TRUE(answer.out.isEmpty());
    for (const QString& verb : kVerbs)
        EXPECT_TRUE(answer.err.contains(verb)) << verb.toStdString();
}

TEST(Usage, HelpListsTheVerbs) {
    const Answer answer = run({u"--help"_s});
    EXPECT_EQ(answer.code, 0);
    EXPECT_TRUE(answer.err.isEmpty());
    for (const QString& verb : kVerbs)
        EXPECT_TRUE(answer.out.contains(verb)) << verb.toStdString();
}

TEST(Usage, EveryVerbExplainsItself) {
    for (const QString& verb : kVerbs) {
        const Answer answer = run(verb.split(u' ') + QStringList{u"--help"_s});
        EXPECT_EQ(answer.code, 0) << verb.toStdString();
        EXPECT_TRUE(answer.out.contains(u"用法：junheng-cli "_s + verb)) << answer.out.toStdString();
        EXPECT_TRUE(answer.out.contains(u"--help"_s)) << verb.toStdString();
        EXPECT_TRUE(answer.err.isEmpty()) << verb.toStdString();
    }
}

TEST(Usage, WhatMayBeGivenSeveralTimesIsSaid) {
    EXPECT_TRUE(run({u"report"_s, u"--help"_s}).out.contains(u"[--school CODE]..."_s));
}

TEST(Usage, HelpWinsOverWhatIsMissing) {
    EXPECT_EQ(run({u"import"_s, u"x.junheng"_s, u"--help"_s}).code, 0);
}

TEST(Usage, VersionIsSaid) {
    const Answer answer = run({u"--version"_s});
    EXPECT_EQ(answer.code, 0);
    EXPECT_EQ(answer.out, u"junheng-cli " JUNHENG_VERSION "\n"_s);
}

TEST(Usage, UnknownVerbIsNamedAndTheVerbsListed) {
    for (const QString& verb : {u"plan"_s, u"backup"_s, u"kit"_s, u"Assess"_s, u"help"_s}) {
        const Answer answer = run({verb});
        EXPECT_EQ(answer.code, 2);
        EXPECT_TRUE(answer.out.isEmpty());
        EXPECT_TRUE(answer.err.contains(u"“%1”"_s.arg(verb))) << answer.err.toStdString();
        EXPECT_TRUE(answer.err.contains(
            u"init、import、assess、check、report、template、standards、history、verify、roll、school delete"_s));
    }
}

struct WrongUsage {
    QStringList words;
    QString said;
};

// Which items there are says the county's file.
TEST(Usage, AnItemThatTheCountyDoesNotHaveIsRefused) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.junheng"_s);
    ASSERT_EQ(run({u"init"_s, file, u"--county"_s, u"示例县"_s, u"--code"_s, u"990101"_s}).code, 0);
    const Answer answer = run({u"history"_s, file, u"--item"_s, u"nothing"_s});
    EXPECT_EQ(answer.code, 2);
    EXPECT_TRUE(answer.err.contains(u"“nothing”"_s)) << answer.err.toStdString();
}

class WrongWords : public testing::TestWithParam<WrongUsage> {};

TEST_P(WrongWords, AreRefusedWithASentenceAndTheUsage) {
    const Answer answer = run(GetParam().words);
    EXPECT_EQ(answer.code, 2) << answer.err.toStdString();
    EXPECT_TRUE(answer.out.isEmpty());
    EXPECT_TRUE(answer.err.contains(GetParam().said)) << answer.err.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongWords,
    testing::Values(
        WrongUsage{{u"init"_s}, u"缺少 FILE"_s}, WrongUsage{{u"init"_s, u"a.junheng"_s}, u"缺少选项 --county NAME"_s},
        WrongUsage{{u"init"_s, u"a.junheng"_s, u"--county"_s, u"示例县"_s}, u"缺少选项 --code CODE"_s},
        WrongUsage{{u"init"_s, u"a.junheng"_s, u"--county"_s}, u"--county 后面缺少值"_s},
        WrongUsage{{u"import"_s, u"a.junheng"_s, u"--year"_s, u"2025"_s}, u"缺少 SOURCE"_s},
        WrongUsage{{u"import"_s, u"a.junheng"_s, u"b.xlsx"_s}, u"缺少选项 --year Y"_s},
        WrongUsage{{u"import"_s, u"a.junheng"_s, u"b.xlsx"_s, u"--year"_s, u"25"_s}, u"“25”"_s},
        WrongUsage{{u"import"_s, u"a.junheng"_s, u"b.xlsx"_s, u"--year"_s, u"2O25"_s}, u"“2O25”"_s},
        WrongUsage{{u"import"_s, u"a.junheng"_s, u"b.xlsx"_s, u"--year=2025"_s, u"--year=2024"_s}, u"只能写一次"_s},
        WrongUsage{{u"assess"_s, u"a.xlsx"_s, u"b.xlsx"_s}, u"多出了“b.xlsx”"_s},
        WrongUsage{{u"assess"_s, u"a.xlsx"_s, u"--pdf"_s, u"b"_s}, u"没有选项 --pdf"_s},
        WrongUsage{{u"assess"_s, u"a.xlsx"_s, u"--json=1"_s}, u"不带值"_s},
        WrongUsage{{u"assess"_s, u"a.junheng"_s}, u"--year"_s},
        WrongUsage{{u"report"_s, u"a.junheng"_s, u"--year"_s, u"2025"_s},
                   u"--xlsx F、--pdf F、--docx F、--package F 或 --dossiers F"_s},
        WrongUsage{{u"report"_s, u"a.junheng"_s, u"--year"_s, u"2025"_s, u"--odt"_s, u"b.odt"_s}, u"没有选项 --odt"_s},
        WrongUsage{{u"report"_s, u"a.junheng"_s, u"--year"_s, u"2025"_s, u"--xlsx"_s, u"b"_s, u"--pdf"_s, u"b"_s},
                   u"“b”"_s},
        WrongUsage{{u"template"_s, u"a.xlsx"_s, u"--from"_s, u"a.junheng"_s}, u"--year"_s},
        WrongUsage{{u"template"_s, u"a.xlsx"_s, u"--year"_s, u"2025"_s}, u"--from"_s},
        WrongUsage{{u"history"_s, u"a.junheng"_s, u"--school"_s, u"123"_s}, u"123"_s},
        WrongUsage{{u"standards"_s, u"x"_s}, u"多出了“x”"_s}));

} // namespace

} // namespace junheng::cli

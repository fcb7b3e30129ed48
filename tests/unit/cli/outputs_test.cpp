// What a verb writes over, and what it never does. Of the files of pages (PDF) the integration tests ask the same.
#include "run.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

namespace junheng::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

class Outputs : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(run({u"init"_s, m_county, u"--county"_s, u"示例县"_s, u"--code"_s, u"990101"_s}).code, 0);
        ASSERT_EQ(run({u"import"_s, m_county, m_sample, u"--year"_s, u"2025"_s}).code, 0);
        ASSERT_TRUE(QDir(m_folder.path()).mkdir(u"out"_s));
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    static void put(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }
    [[nodiscard]] Answer report(const QStringList& words) const {
        return run(QStringList{u"report"_s, m_county, u"--year"_s, u"2025"_s} + words);
    }
    // One line, in Chinese, with the name that was asked for; nothing is told as written.
    static void expectRefused(const Answer& answer, int code, const QString& name) {
        EXPECT_EQ(answer.code, code) << answer.err.toStdString();
        EXPECT_TRUE(answer.err.contains(name)) << answer.err.toStdString();
        EXPECT_EQ(answer.err.count(u'\n'), 1) << answer.err.toStdString();
        EXPECT_EQ(answer.err.count(u'。'), 1) << answer.err.toStdString();
        EXPECT_TRUE(answer.out.isEmpty()) << answer.out.toStdString();
    }
    [[nodiscard]] QStringList written() const {
        return QDir(path(u"out"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QTemporaryDir m_folder;
    QString m_sample = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
    QString m_county = m_folder.filePath(u"我县.junheng"_s);
};

} // namespace

TEST_F(Outputs, AFilledTemplateIsNotReplacedByABlankOne) {
    const QString book = path(u"数据表.xlsx"_s);
    ASSERT_TRUE(QFile::copy(m_sample, book));
    const QByteArray before = contentOf(book);
    expectRefused(run({u"template"_s, book}), 3, book);
    expectRefused(run({u"template"_s, book, u"--from"_s, m_county, u"--year"_s, u"2025"_s}), 3, book);
    EXPECT_EQ(contentOf(book), before);
    const Answer told = run({u"template"_s, book, u"--force"_s});
    EXPECT_EQ(told.code, 0) << told.err.toStdString();
    EXPECT_NE(contentOf(book), before);
}

TEST_F(Outputs, OneFileThatIsThereKeepsAllFromBeingWritten) {
    const QString workbook = path(u"out/b.xlsx"_s);
    const QString document = path(u"out/a.docx"_s);
    put(workbook, "mine");
    const QStringList both{u"--docx"_s, document, u"--xlsx"_s, workbook};
    expectRefused(report(both), 3, workbook);
    EXPECT_EQ(contentOf(workbook), "mine");
    EXPECT_EQ(written(), QStringList{u"b.xlsx"_s});
    put(document, "mine too");
    expectRefused(report(both), 3, u"2 个文件"_s);
    const Answer told = report(both + QStringList{u"--force"_s});
    EXPECT_EQ(told.code, 0) << told.err.toStdString();
    EXPECT_TRUE(contentOf(workbook).startsWith("PK"));
    EXPECT_TRUE(contentOf(document).startsWith("PK"));
    EXPECT_EQ(report({u"--xlsx"_s, path(u"out/new.xlsx"_s)}).code, 0);
}

TEST_F(Outputs, DossiersAreCountedBeforeTheFirstIsWritten) {
    // Named by code and name (docs/user-guide/dossiers.md).
    const QString one = path(u"out/9901001001 示例县第一小学.pdf"_s);
    put(one, "signed");
    expectRefused(report({u"--dossiers"_s, path(u"out"_s)}), 3, one);
    expectRefused(report({u"--dossiers"_s, path(u"out"_s), u"--xlsx"_s, path(u"out/a.xlsx"_s)}), 3, one);
    EXPECT_EQ(contentOf(one), "signed");
    EXPECT_EQ(written(), QStringList{u"9901001001 示例县第一小学.pdf"_s});
    put(path(u"file"_s), "no folder");
    expectRefused(report({u"--dossiers"_s, path(u"file"_s)}), 4, path(u"file"_s));
    expectRefused(report({u"--dossiers"_s, path(u"file/below"_s), u"--force"_s}), 4, path(u"file/below"_s));
    expectRefused(report({u"--dossiers"_s, path(u"new"_s), u"--docx"_s, path(u"new"_s)}), 2, path(u"new"_s));
    EXPECT_EQ(contentOf(path(u"file"_s)), "no folder");
    EXPECT_FALSE(QFile::exists(path(u"new"_s)));
}

TEST_F(Outputs, TheCountyFileIsNeverReplaced) {
    const QByteArray before = contentOf(m_county);
    const QString other = path(u"别的县.dat"_s);
    ASSERT_TRUE(QFile::copy(m_county, other));
    ASSERT_EQ(::link(QFile::encodeName(m_county).constData(), QFile::encodeName(path(u"hard"_s)).constData()), 0);
    ASSERT_EQ(::symlink(QFile::encodeName(m_county).constData(), QFile::encodeName(path(u"soft"_s)).constData()), 0);
    for (const QString& target : {m_county, path(u"hard"_s), path(u"soft"_s), path(u"out/../我县.junheng"_s), other,
                                  m_county + u".lock"_s, m_county + u"-journal"_s}) {
        expectRefused(report({u"--xlsx"_s, target, u"--force"_s}), 2, target);
        expectRefused(run({u"template"_s, target, u"--force"_s, u"--from"_s, m_county, u"--year"_s, u"2025"_s}), 2,
                      target);
    }
    expectRefused(run({u"template"_s, m_county, u"--force"_s}), 2, m_county);
    EXPECT_EQ(contentOf(m_county), before);
    EXPECT_EQ(contentOf(other), before);
    EXPECT_FALSE(QFile::exists(m_county + u".lock"_s));
}

TEST_F(Outputs, TwoFilesOfOneNameAreRefused) {
    put(path(u"out/a"_s), "x");
    ASSERT_EQ(::symlink("a", QFile::encodeName(path(u"out/soft"_s)).constData()), 0);
    ASSERT_EQ(
        ::link(QFile::encodeName(path(u"out/a"_s)).constData(), QFile::encodeName(path(u"out/hard"_s)).constData()), 0);
    ASSERT_EQ(::symlink("new", QFile::encodeName(path(u"out/dangling"_s)).constData()), 0);
    for (const auto& [one, two] :
         {std::pair(u"new"_s, u"new"_s), std::pair(u"new"_s, u"./new"_s), std::pair(u"new"_s, u"dangling"_s),
          std::pair(u"a"_s, u"soft"_s), std::pair(u"a"_s, u"hard"_s), std::pair(u"soft"_s, u"hard"_s)})
        expectRefused(report({u"--docx"_s, path(u"out/"_s + one), u"--xlsx"_s, path(u"out/"_s + two), u"--force"_s}), 2,
                      u"换一个文件名"_s);
    EXPECT_EQ(contentOf(path(u"out/a"_s)), "x");
    EXPECT_FALSE(QFile::exists(path(u"out/new"_s)));
}

TEST_F(Outputs, WhatIsProtectedOrNoFileIsRefusedAllTheSame) {
    const QString book = path(u"out/a.xlsx"_s);
    put(book, "signed");
    ASSERT_EQ(::chmod(QFile::encodeName(book).constData(), 0444), 0);
    expectRefused(report({u"--xlsx"_s, book}), 3, book);
    expectRefused(report({u"--xlsx"_s, book, u"--force"_s}), 4, book);
    expectRefused(run({u"template"_s, book, u"--force"_s}), 4, book);
    EXPECT_EQ(contentOf(book), "signed");
    const QString pipe = path(u"pipe"_s);
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0666), 0);
    for (const QString& target : {path(u"out"_s), pipe, u"/dev/full"_s, u"/dev/stdout"_s, path(u"no folder/a.xlsx"_s),
                                  path(QString(300, u'x'))}) {
        expectRefused(run({u"template"_s, target, u"--force"_s}), 4, target);
        expectRefused(report({u"--docx"_s, path(u"out/a.docx"_s), u"--xlsx"_s, target}), 4, target);
    }
    EXPECT_EQ(written(), QStringList{u"a.xlsx"_s});
}

} // namespace junheng::cli

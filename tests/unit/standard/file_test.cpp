// Standards in files of one's own, beside those that are compiled in.

#include "standard/library.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::standard;

namespace {

const QByteArray kOwn = R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{}})";

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& text) {
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(file.write(text), text.size());
    return file.fileName();
}

QString errorOf(const auto& result) {
    return result ? QStringLiteral("none") : result.error().code;
}

} // namespace

TEST(StandardFile, IsFoundByItsPath) {
    const QTemporaryDir folder;
    const QString path = written(folder, QStringLiteral("自定.json"), kOwn);
    EXPECT_EQ(findStandard(path)->id, QStringLiteral("own"));
    EXPECT_EQ(loadStandardFile(path)->id, QStringLiteral("own"));
    EXPECT_EQ(findWrittenStandard(path)->json, kOwn);
    EXPECT_EQ(findWrittenStandard(path)->standard.id, QStringLiteral("own"));
}

TEST(StandardFile, AnIdIsNeverTakenForAFile) {
    EXPECT_EQ(findStandard(QStringLiteral("national-2017"))->id, QStringLiteral("national-2017"));
    EXPECT_EQ(findWrittenStandard(QStringLiteral("basic-2012"))->json, standardJson(QStringLiteral("basic-2012")));
    EXPECT_EQ(errorOf(findStandard(QStringLiteral("national-1999"))), QStringLiteral("standard.unknown"));
    EXPECT_EQ(errorOf(findWrittenStandard(QStringLiteral("national-1999"))), QStringLiteral("standard.unknown"));
    EXPECT_TRUE(standardJson(QStringLiteral("national-1999")).isEmpty());
    // A file of this name beside the program is not what is meant.
    const QTemporaryDir folder;
    written(folder, QStringLiteral("national-2017"), kOwn);
    const QString before = QDir::currentPath();
    ASSERT_TRUE(QDir::setCurrent(folder.path()));
    EXPECT_EQ(findStandard(QStringLiteral("national-2017"))->id, QStringLiteral("national-2017"));
    QDir::setCurrent(before);
}

TEST(StandardFile, BringsIndicatorsThatNoNationalStandardHas) {
    const auto own = findStandard(QStringLiteral(JUNHENG_TEST_SUPPORT "/further-indicator.json"));
    const auto further = own->furtherIndicators();
    ASSERT_EQ(further.size(), 1U); // as the file says
    EXPECT_EQ(further.front().id, QStringLiteral("R8"));
    EXPECT_EQ(further.front().title, QStringLiteral("每百名学生拥有教学用计算机台数"));
    EXPECT_TRUE(loadStandard(QStringLiteral("national-2017"))->furtherIndicators().empty());
}

TEST(StandardFile, WhatCannotBeReadIsSaid) {
    const QTemporaryDir folder;
    EXPECT_EQ(errorOf(loadStandardFile(folder.filePath(QStringLiteral("none.json")))),
              QStringLiteral("standard.unreadable"));
    EXPECT_EQ(errorOf(findWrittenStandard(folder.path())), QStringLiteral("standard.unreadable")); // a folder
    const QString empty = written(folder, QStringLiteral("空.json"), "{}");
    EXPECT_EQ(errorOf(findWrittenStandard(empty)), errorOf(loadStandardFile(empty)));
    EXPECT_NE(errorOf(findWrittenStandard(empty)), QStringLiteral("none"));
    const qint64 largest = 4 << 20;
    EXPECT_EQ(errorOf(findStandard(written(folder, QStringLiteral("large.json"), QByteArray(largest + 1, ' ')))),
              QStringLiteral("standard.too_large"));
    EXPECT_EQ(errorOf(findStandard(written(folder, QStringLiteral("full.json"), kOwn.leftJustified(largest, ' ')))),
              QStringLiteral("none"));
    const auto broken = loadStandardFile(written(folder, QStringLiteral("broken.json"), "{"));
    EXPECT_EQ(errorOf(broken), QStringLiteral("standard.invalid"));
    EXPECT_EQ(broken.error().place.file, QStringLiteral("broken.json"));
}

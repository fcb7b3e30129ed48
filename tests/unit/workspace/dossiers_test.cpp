// Dossiers of a county file as files: one, or one a school; what a stop leaves behind.

#include "base/job.h"
#include "document/figure.h"
#include "report/dossier/earlier_year.h"
#include "workspace/dossiers.h"
#include "workspace/reports.h"
#include "workspace/school_years.h"

#include "workspace_fixture.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>

namespace junheng::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kDate(2025, 11, 3);

void paintNothing(QPainter& /*painter*/, const QRectF& /*target*/, qreal /*unit*/, const document::Figure& /*figure*/,
                  const QFont& /*font*/) {}

// Without any blanks.
QString textOf(const QString& pdf) {
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-raw"_s, pdf, u"-"_s});
    EXPECT_TRUE(reader.waitForFinished());
    static const QRegularExpression blanks(u"\\s"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString::fromUtf8(reader.readAllStandardOutput()).remove(blanks);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class DossiersTest : public WorkspaceTest {
protected:
    void SetUp() override {
        WorkspaceTest::SetUp();
        for (const auto& [code, name] :
             {std::pair(u"9901010002"_s, u"青石/附属:小学"_s), std::pair(u"9901010003"_s, u"云岭小学"_s)})
            ASSERT_TRUE(workspace.structure().addSchool(
                {.code = code, .name = name, .type = u"小学"_s, .stages = {u"primary"_s}}));
    }

    [[nodiscard]] std::unique_ptr<DossierRun> run(const DossierOrder& order) const {
        auto made = workspace.reports().dossiers(order, paintNothing);
        EXPECT_TRUE(made) << made.error().message.toStdString();
        return *std::move(made);
    }
    [[nodiscard]] QString target(const QString& name) const { return folder.filePath(name); }
    [[nodiscard]] QStringList filesIn(const QString& name) const {
        return QDir(target(name)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

TEST_F(DossiersTest, AllSchoolsInOneFile) {
    const auto made = run({.target = target(u"全部.pdf"_s), .date = kDate});
    EXPECT_EQ(made->total(), 3);
    std::vector<std::pair<int, int>> progress;
    ASSERT_TRUE(runDossiers(*made, {.progress = [&](int done, int total) { progress.emplace_back(done, total); }}));
    EXPECT_EQ(progress, (std::vector<std::pair<int, int>>{{1, 3}, {2, 3}, {3, 3}}));
    EXPECT_EQ(made->written(), QStringList{target(u"全部.pdf"_s)});
    const QString text = textOf(target(u"全部.pdf"_s));
    qsizetype last = -1;
    for (const QString& name : {u"柳溪小学"_s, u"青石/附属:小学"_s, u"云岭小学"_s}) {
        const qsizetype place = text.indexOf(name + u"义务教育优质均衡发展一校一册2025—2026学年示例县"_s);
        EXPECT_GT(place, last) << name.toStdString();
        last = place;
    }
    EXPECT_TRUE(text.contains(u"云岭小学第1页共"_s));
}

TEST_F(DossiersTest, TheSameDataGiveTheSameFile) {
    for (const QString& name : {u"一.pdf"_s, u"二.pdf"_s})
        ASSERT_TRUE(runDossiers(*run({.target = target(name), .date = kDate}), {}));
    EXPECT_EQ(contentOf(target(u"一.pdf"_s)), contentOf(target(u"二.pdf"_s)));
}

TEST_F(DossiersTest, AFileASchoolUnderANameThatFileSystemsTake) {
    const DossierOrder order{.schools = {u"9901010002"_s, kSchool, u"9901010002"_s},
                             .files = DossierFiles::PdfEach,
                             .target = target(u"新/册"_s),
                             .date = kDate};
    const auto made = run(order);
    EXPECT_EQ(made->total(), 2); // each once
    ASSERT_TRUE(runDossiers(*made, {}));
    EXPECT_EQ(filesIn(u"新/册"_s), (QStringList{u"9901010001 柳溪小学.pdf"_s, u"9901010002 青石_附属_小学.pdf"_s}));
    EXPECT_TRUE(textOf(target(u"新/册/9901010001 柳溪小学.pdf"_s)).startsWith(u"柳溪小学"_s));
}

TEST_F(DossiersTest, AWordDocumentASchool) {
    const auto made =
        run({.schools = {kSchool}, .files = DossierFiles::WordEach, .target = target(u"册"_s), .date = kDate});
    ASSERT_TRUE(runDossiers(*made, {}));
    EXPECT_EQ(filesIn(u"册"_s), QStringList{u"9901010001 柳溪小学.docx"_s});
    EXPECT_TRUE(contentOf(made->written().front()).startsWith("PK"));
}

TEST_F(DossiersTest, StoppedOneFileIsNotThere) {
    std::stop_source source;
    const auto made = run({.target = target(u"全部.pdf"_s), .date = kDate});
    const base::Job job{.progress = [&](int, int) { source.request_stop(); }, .stop = source.get_token()};
    const auto stopped = runDossiers(*made, job);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, u"job.cancelled"_s);
    EXPECT_EQ(stopped.error().message, u"已停止生成一校一册，没有写出文件。"_s);
    EXPECT_FALSE(QFile::exists(target(u"全部.pdf"_s)));
}

TEST_F(DossiersTest, StoppedFilesASchoolAreWholeAndCounted) {
    std::stop_source source;
    const auto made = run({.files = DossierFiles::PdfEach, .target = target(u"册"_s), .date = kDate});
    const base::Job job{.progress =
                            [&](int done, int) {
                                if (done == 2)
                                    source.request_stop();
                            },
                        .stop = source.get_token()};
    const auto stopped = runDossiers(*made, job);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().message, u"已停止生成一校一册：3 册中写出了 2 册，写出的都是完整的。"_s);
    EXPECT_EQ(filesIn(u"册"_s), (QStringList{u"9901010001 柳溪小学.pdf"_s, u"9901010002 青石_附属_小学.pdf"_s}));
    for (const QString& each : made->written())
        EXPECT_TRUE(textOf(each).contains(u"学校自评表"_s));
}

// What is typed after a run has begun is not in it.
TEST_F(DossiersTest, ARunIsOfOneMoment) {
    const auto made = run({.schools = {kSchool}, .target = target(u"全部.pdf"_s), .date = kDate});
    ASSERT_TRUE(type(u"school_name", u"改名小学"));
    ASSERT_TRUE(runDossiers(*made, {}));
    const QString text = textOf(target(u"全部.pdf"_s));
    EXPECT_TRUE(text.contains(u"柳溪小学"_s));
    EXPECT_FALSE(text.contains(u"改名小学"_s));
}

TEST_F(DossiersTest, WhatCannotBeIsSaid) {
    const auto unknown = workspace.reports().dossiers(
        {.schools = {u"9901019999"_s}, .target = target(u"a.pdf"_s), .date = kDate}, paintNothing);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, u"dossier.unknown_school"_s);
    EXPECT_TRUE(unknown.error().message.contains(u"9901019999"_s));
    EXPECT_EQ(workspace.reports().dossier(u"9901019999"_s, kDate).error().code, u"dossier.unknown_school"_s);
    ASSERT_TRUE(workspace.setYear(2030));
    EXPECT_EQ(workspace.reports().dossiers({.target = target(u"a.pdf"_s), .date = kDate}, paintNothing).error().code,
              u"dossier.no_school"_s);

    ASSERT_TRUE(workspace.setYear(2025));
    const auto nowhere = runDossiers(*run({.target = u"/nowhere/a.pdf"_s, .date = kDate}), {});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, u"file.write"_s);
    QFile file(target(u"文件"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto noFolder =
        runDossiers(*run({.files = DossierFiles::PdfEach, .target = file.fileName(), .date = kDate}), {});
    ASSERT_FALSE(noFolder);
    EXPECT_EQ(noFolder.error().code, u"file.write"_s);
}

TEST_F(DossiersTest, TheYearsBeforeAreThereFourAtMost) {
    for (int year = 2019; year <= 2024; ++year) {
        ASSERT_TRUE(workspace.setYear(year));
        if (year == 2022)
            continue; // without schools
        ASSERT_TRUE(workspace.structure().addSchool(
            {.code = kSchool, .name = u"柳溪小学"_s, .type = u"小学"_s, .stages = {u"primary"_s}}));
        ASSERT_TRUE(type(u"pupils", u"100"));
        ASSERT_TRUE(type(u"backbone_teachers", u"1"));
    }
    ASSERT_TRUE(workspace.setYear(2025));
    const auto earlier = workspace.schoolYears().earlier();
    ASSERT_TRUE(earlier);
    std::vector<int> years;
    for (const report::EarlierYear& year : **earlier) {
        years.push_back(year.data.year());
        const auto& column = year.assessment.stages.front().indicators[1]; // R2: 1 of 100
        EXPECT_EQ(column.values.front(), 1.0);
        EXPECT_EQ(column.statuses.front(), assess::Status::Met);
    }
    EXPECT_EQ(years, (std::vector<int>{2020, 2021, 2023, 2024}));
    // Kept while this year is edited, and made anew for another.
    ASSERT_TRUE(type(u"pupils", u"200"));
    EXPECT_EQ(workspace.schoolYears().earlier()->get(), earlier->get());
    ASSERT_TRUE(workspace.setYear(2020));
    EXPECT_EQ((*workspace.schoolYears().earlier())->size(), 1U);
}

TEST(DossierFileName, EveryFileSystemTakesIt) {
    EXPECT_EQ(dossierFileName(u"9900000001"_s, u" 甲\\乙/丙:丁*戊?己\"庚<辛>壬|癸\n"_s, u"pdf"_s),
              u"9900000001 甲_乙_丙_丁_戊_己_庚_辛_壬_癸.pdf"_s);
    const QString longest = dossierFileName(u"9900000001"_s, QString(100, u'校'), u"docx"_s);
    EXPECT_LE(longest.toUtf8().size(), 255);
    EXPECT_TRUE(longest.endsWith(u"校.docx"_s));
    // Two schools of one name have two files.
    EXPECT_NE(dossierFileName(u"9900000001"_s, u"甲"_s, u"pdf"_s), dossierFileName(u"9900000002"_s, u"甲"_s, u"pdf"_s));
}

} // namespace

} // namespace junheng::workspace

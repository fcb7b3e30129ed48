// The report models of the golden county N10, whole, against the references in tests/golden. Their figures are checked
// one by one elsewhere; here nothing may move unseen.

#include "county_builder.h"
#include "report/narrative/self_evaluation.h"
#include "report/official/official_tables.h"
#include "report_text.h"
#include "standard/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace junheng::report {

using document::Report;

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList linesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

// What is made stands beside the test program, so that a change that is meant can be taken over.
void compare(const Report& report, const QString& name) {
    const QString made = QDir(QCoreApplication::applicationDirPath()).filePath(name);
    QFile file(made);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(report_test::textOf(report).toUtf8());
    file.close();
    const QStringList wanted = linesOf(QStringLiteral(JUNHENG_SOURCE "/tests/golden/") + name);
    const QStringList found = linesOf(made);
    ASSERT_FALSE(wanted.isEmpty()) << "tests/golden has no " << name.toStdString();
    for (qsizetype i = 0; i < std::min(wanted.size(), found.size()); ++i)
        ASSERT_EQ(found[i].toStdString(), wanted[i].toStdString()) << "line " << i + 1 << " of " << made.toStdString();
    EXPECT_EQ(found.size(), wanted.size()) << made.toStdString();
}

class GoldenModel : public ::testing::Test {
protected:
    model::CountyYear m_year = report_test::n10();
    standard::Standard m_standard = standard::loadStandard(u"national-2017"_s).value();
    assess::Assessment m_assessment = assess::assess(m_year, m_standard);
    ReportInfo m_info{.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s};
};

} // namespace

TEST_F(GoldenModel, OfficialTables) {
    compare(officialTables(m_year, m_standard, m_assessment, m_info), u"official-tables.txt"_s);
}

TEST_F(GoldenModel, SelfEvaluation) {
    const Sources sources{.year = m_year, .standard = m_standard, .assessment = m_assessment};
    compare(selfEvaluation(sources, m_info, selfEvaluationOutline().value()).value(), u"self-evaluation.txt"_s);
}

} // namespace junheng::report

// What the user writes into the self-evaluation report is kept in the county file, and says when its figures changed.

#include "workspace/workspace.h"

#include "base/atomic_file.h"
#include "document/report.h"
#include "report/narrative/free_text.h"
#include "standard/library.h"
#include "workspace/history.h"
#include "workspace/narrative.h"
#include "workspace/reports.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace junheng::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

class FreeTexts : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_workspace.create(m_path, {.code = u"990101"_s, .name = u"示例县"_s},
                                       standard::defaultStandardId(), 2025));
        ASSERT_TRUE(enterTowns(u"12"_s));
    }

    base::Outcome enterTowns(const QString& count) {
        return inShort(m_workspace.edit({{.cell = {.subject = model::SubjectKey::ofCounty(),
                                                   .item = &model::ItemDictionary::builtIn().at(u"towns")},
                                          .text = count}}));
    }

    static report::FreeText textOf(Workspace& workspace, const QString& name) {
        const std::vector<report::FreeText> texts = workspace.narrative().freeTexts().value();
        for (const report::FreeText& text : texts) {
            if (text.name == name)
                return text;
        }
        ADD_FAILURE() << "no free text of this name";
        return {};
    }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"县.junheng"_s);
    Workspace m_workspace;
};

} // namespace

TEST_F(FreeTexts, AreKeptAndUndoneLikeAnything) {
    EXPECT_EQ(textOf(m_workspace, u"县情"_s).text, u""_s);
    ASSERT_TRUE(m_workspace.narrative().writeFreeText(u"县情"_s, u"全县12个乡镇。\n山多。"_s));
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：撰写 县情"_s);
    {
        Workspace second;
        m_workspace.close();
        ASSERT_TRUE(second.open(m_path, Access::ReadOnly));
        EXPECT_EQ(textOf(second, u"县情"_s).text, u"全县12个乡镇。\n山多。"_s);
    }
    ASSERT_TRUE(m_workspace.open(m_path));
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(textOf(m_workspace, u"县情"_s).text, u""_s);
    ASSERT_TRUE(m_workspace.redo());
    const base::Outcome cleared = m_workspace.narrative().writeFreeText(u"县情"_s, u""_s);
    ASSERT_TRUE(cleared) << cleared.error().toString().toStdString() << cleared.error().detail.toStdString();
    EXPECT_EQ(textOf(m_workspace, u"县情"_s).text, u""_s);
    EXPECT_TRUE(m_workspace.history().verify().value().empty());
}

TEST_F(FreeTexts, SayWhichQuotedFigureHasChanged) {
    ASSERT_TRUE(m_workspace.narrative().writeFreeText(u"县情"_s, u"全县12个乡镇。"_s));
    EXPECT_TRUE(textOf(m_workspace, u"县情"_s).stale.empty());
    ASSERT_TRUE(enterTowns(u"13"_s));
    const report::FreeText text = textOf(m_workspace, u"县情"_s);
    ASSERT_EQ(text.stale.size(), 1U);
    EXPECT_EQ(text.stale[0].figure, u"县级.乡镇数"_s);
    EXPECT_EQ(text.stale[0].then, u"12"_s);
    EXPECT_EQ(text.stale[0].now, u"13"_s);
    // Written anew, it is as its author wants it.
    ASSERT_TRUE(m_workspace.narrative().writeFreeText(u"县情"_s, u"全县12个乡镇。"_s));
    EXPECT_TRUE(textOf(m_workspace, u"县情"_s).stale.empty());
}

TEST_F(FreeTexts, OfTwentyThousandCharactersAreTheLongest) {
    EXPECT_TRUE(m_workspace.narrative().writeFreeText(u"县情"_s, QString(20000, u'字')));
    const base::Outcome longer = m_workspace.narrative().writeFreeText(u"县情"_s, QString(20001, u'字'));
    ASSERT_FALSE(longer);
    EXPECT_EQ(longer.error().code, u"value.too_long"_s);
}

TEST_F(FreeTexts, StandInTheReport) {
    ASSERT_TRUE(m_workspace.narrative().writeFreeText(u"县情"_s, u"山清水秀。"_s));
    const auto report = m_workspace.reports().selfEvaluation(QDate(2025, 10, 8));
    ASSERT_TRUE(report) << report.error().toString().toStdString();
    EXPECT_EQ(report->title, u"示例县义务教育优质均衡发展自评报告"_s);
    bool found = false;
    for (const document::Block& block : report->blocks) {
        const auto* paragraph = std::get_if<document::Paragraph>(&block);
        found = found || (paragraph != nullptr && paragraph->spans.front().text == u"山清水秀。"_s);
    }
    EXPECT_TRUE(found);
}

TEST_F(FreeTexts, AnOwnTemplateIsUsedUntilItIsUndone) {
    const QString before = m_workspace.narrative().reportTemplate();
    EXPECT_FALSE(m_workspace.narrative().hasOwnTemplate());
    const QString path = m_folder.filePath(u"模板.txt"_s);
    // With the mark that some editors set before UTF-8.
    ASSERT_TRUE(
        base::writeFileAtomically(path, "\xEF\xBB\xBF= 自评\n辖{县级.乡镇数}个乡镇。\n[撰写 结语：请写结语]\n"));
    const auto used = m_workspace.narrative().useReportTemplate(path);
    ASSERT_TRUE(used) << used.error().toString().toStdString();
    EXPECT_TRUE(m_workspace.narrative().hasOwnTemplate());
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：更换报告模板"_s);
    const document::Report report = m_workspace.reports().selfEvaluation({2025, 10, 8}).value();
    EXPECT_EQ(report.title, u"自评"_s);
    ASSERT_EQ(m_workspace.narrative().freeTexts()->size(), 1U);
    EXPECT_EQ(m_workspace.narrative().freeTexts()->front().name, u"结语"_s);
    ASSERT_TRUE(m_workspace.narrative().useProgramTemplate());
    EXPECT_EQ(m_workspace.narrative().reportTemplate(), before);
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(m_workspace.reports().selfEvaluation({2025, 10, 8})->title, u"自评"_s);
}

TEST_F(FreeTexts, ATemplateWithAFaultIsRefusedByItsLine) {
    const QString path = m_folder.filePath(u"模板.txt"_s);
    const auto refused = [&](const QByteArray& text) {
        EXPECT_TRUE(base::writeFileAtomically(path, text));
        const auto used = m_workspace.narrative().useReportTemplate(path);
        EXPECT_FALSE(m_workspace.narrative().hasOwnTemplate());
        return used ? QString() : used.error().toString();
    };
    EXPECT_TRUE(refused("= 自评\n\n辖{县级.没有的项}个乡镇。\n").contains(u"第3行"_s));
    EXPECT_TRUE(refused("= 自评\n[没有的指令]\n").contains(u"第2行"_s));
    EXPECT_TRUE(refused("= \xD7\xD4\xC6\xC0\n").contains(u"UTF-8"_s)); // 自评 in GB 18030
    EXPECT_FALSE(m_workspace.narrative().useReportTemplate(m_folder.filePath(u"没有.txt"_s)));
}

} // namespace junheng::workspace

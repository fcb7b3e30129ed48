#include "workspace_fixture.h"

#include "assess/assessment.h"
#include "base/atomic_file.h"
#include "workspace/evidence.h"
#include "workspace/evidence_folder.h"
#include "workspace/history.h"

#include <QDir>
#include <QFile>

namespace junheng::workspace {
namespace {

const QString kIndicator = QStringLiteral("G8");

class EvidenceTest : public WorkspaceTest {
protected:
    [[nodiscard]] QString written(const QString& name, const QByteArray& bytes) const {
        const QString file = folder.filePath(name);
        EXPECT_TRUE(base::writeFileAtomically(file, bytes));
        return file;
    }
    [[nodiscard]] std::vector<Evidence> evidence() const { return evidenceOf(workspace.data(), kIndicator); }

    static QString codeOf(const base::Outcome& outcome) { return outcome ? QString() : outcome.error().code; }
};

TEST_F(EvidenceTest, AFileIsKeptWithItsNameSizeAndChecksum) {
    ASSERT_TRUE(workspace.evidence().attachFiles(kIndicator, {written(QStringLiteral("工资文件.pdf"), "abc")}));
    ASSERT_EQ(evidence().size(), 1U);
    const Evidence kept = evidence()[0];
    EXPECT_EQ(kept.name, QStringLiteral("工资文件.pdf"));
    EXPECT_EQ(kept.size, 3);
    // FIPS 180-4, the example of one block.
    EXPECT_EQ(kept.sha256, QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

    QFile::remove(folder.filePath(QStringLiteral("工资文件.pdf")));
    workspace.close();
    ASSERT_TRUE(workspace.open(path));
    const QString copy = folder.filePath(QStringLiteral("副本.pdf"));
    ASSERT_TRUE(workspace.evidence().save(evidence()[0], copy));
    EXPECT_EQ(base::readFile(copy, 100).value(), QByteArray("abc"));
    EXPECT_TRUE(workspace.history().verify()->empty());
}

TEST_F(EvidenceTest, SeveralFilesAreOneStepAndStayInOrder) {
    QStringList files;
    for (int i = 1; i <= 11; ++i)
        files << written(QStringLiteral("%1.txt").arg(i), QByteArray::number(i));
    ASSERT_TRUE(workspace.evidence().attachFiles(kIndicator, files));
    EXPECT_EQ(workspace.undoLabel(), QStringLiteral("撤销：添加 G8 的 11 件佐证"));
    ASSERT_EQ(evidence().size(), 11U);
    for (std::size_t i = 0; i < 11; ++i)
        EXPECT_EQ(evidence()[i].name, QStringLiteral("%1.txt").arg(i + 1));
    EXPECT_TRUE(evidenceOf(workspace.data(), QStringLiteral("G1")).empty());
    ASSERT_TRUE(workspace.undo());
    EXPECT_TRUE(evidence().empty());
}

TEST_F(EvidenceTest, WhatIsRemovedCanBeBroughtBack) {
    ASSERT_TRUE(workspace.evidence().attachFiles(kIndicator, {written(QStringLiteral("a.txt"), "a")}));
    ASSERT_TRUE(workspace.evidence().attachNote(kIndicator, QStringLiteral(" 县政发〔2025〕12号 ")));
    ASSERT_EQ(evidence().size(), 2U);
    EXPECT_EQ(evidence()[1].note, QStringLiteral("县政发〔2025〕12号"));
    EXPECT_EQ(evidence()[1].name, QString());

    ASSERT_TRUE(workspace.evidence().remove(evidence()[0].subject));
    ASSERT_EQ(evidence().size(), 1U);
    EXPECT_EQ(workspace.undoLabel(), QStringLiteral("撤销：移除 G8 的佐证“a.txt”"));
    workspace.close();
    ASSERT_TRUE(workspace.open(path));
    ASSERT_TRUE(workspace.undo());
    ASSERT_EQ(evidence().size(), 2U);
    const QString copy = folder.filePath(QStringLiteral("copy"));
    ASSERT_TRUE(workspace.evidence().save(evidence()[0], copy));
    EXPECT_EQ(base::readFile(copy, 100).value(), QByteArray("a"));
    EXPECT_TRUE(workspace.history().verify()->empty());
}

TEST_F(EvidenceTest, ANoteIsEditedLikeAnyCell) {
    ASSERT_TRUE(workspace.evidence().attachFiles(kIndicator, {written(QStringLiteral("a.txt"), "a")}));
    const model::CellKey note{.subject = evidence()[0].subject,
                              .item = &model::ItemDictionary::builtIn().at(u"evidence_note")};
    ASSERT_TRUE(workspace.edit({{.cell = note, .text = QStringLiteral("第三页")}}));
    EXPECT_EQ(evidence()[0].note, QStringLiteral("第三页"));
    EXPECT_EQ(workspace.undoLabel(), QStringLiteral("撤销：修改 G8 第1件佐证 佐证说明"));
}

TEST_F(EvidenceTest, NothingIsKeptWhenOneFileIsRefused) {
    const QByteArray before = base::readFile(path, 1 << 20).value();
    const QString good = written(QStringLiteral("a.txt"), "a");
    EXPECT_EQ(codeOf(workspace.evidence().attachFiles(kIndicator, {good, folder.filePath(QStringLiteral("none.txt"))})),
              QStringLiteral("file.read"));
    EXPECT_EQ(codeOf(workspace.evidence().attachFiles(kIndicator, {good, written(QStringLiteral("leer.txt"), "")})),
              QStringLiteral("evidence.empty"));
    QFile large(folder.filePath(QStringLiteral("large.bin")));
    ASSERT_TRUE(large.open(QIODevice::WriteOnly) && large.resize((qint64{64} << 20) + 1));
    EXPECT_EQ(codeOf(workspace.evidence().attachFiles(kIndicator, {good, large.fileName()})),
              QStringLiteral("evidence.too_large"));
    EXPECT_EQ(codeOf(workspace.evidence().attachNote(kIndicator, QStringLiteral("  "))),
              QStringLiteral("evidence.no_note"));
    EXPECT_TRUE(evidence().empty());
    EXPECT_EQ(base::readFile(path, 1 << 20).value(), before);
}

TEST_F(EvidenceTest, EvidenceChangesNoVerdict) {
    ASSERT_EQ(workspace.assessment().verdicts.government, assess::Verdict::Missing);
    ASSERT_TRUE(workspace.evidence().attachNote(kIndicator, QStringLiteral("有")));
    EXPECT_EQ(workspace.assessment().verdicts.government, assess::Verdict::Missing);
}

} // namespace
} // namespace junheng::workspace

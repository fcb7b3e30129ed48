// Attached files come from anybody: what is opened, and under which name.
#include "desk_fixture.h"
#include "ui/tasks/evidence_copy.h"
#include "ui/tasks/evidence_tasks.h"
#include "ui/tasks/talk.h"
#include "workspace/evidence_folder.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QWidget>

namespace junheng::ui {

TEST(EvidenceCopy, OnlyKindsThatCannotRunAreOpened) {
    for (const QString& name : {u"批复.pdf"_s, u"照片.JPG"_s, u"扫描.png"_s, u"名册.xlsx"_s, u"总结.docx"_s,
                                u"名册.csv"_s, u"说明.txt"_s, u"公文.ofd"_s, u"报告.wps"_s, u"表.et"_s, u"a.b.pdf"_s})
        EXPECT_TRUE(isOpenable(name)) << name.toStdString();
    for (const QString& name :
         {u"a.exe"_s, u"a.bat"_s,  u"a.lnk"_s,        u"a.desktop"_s,      u"a.docm"_s,         u"a.xlsm"_s,
          u"a.doc"_s, u"a.js"_s,   u"a.html"_s,       u"a.svg"_s,          u"a.sh"_s,           u"a.jar"_s,
          u"a.zip"_s, u"无后缀"_s, u"批复.pdf.exe"_s, u"批复.pdf.exe. "_s, u"批复.pdf:a.exe"_s, u"批复\u202Efdp.exe"_s,
          u"pdf"_s,   QString()})
        EXPECT_FALSE(isOpenable(name)) << name.toStdString();
}

TEST(EvidenceCopy, NamesAreOnePlainPart) {
    EXPECT_EQ(safeFileName(u"批复 2026.pdf"_s), u"批复 2026.pdf"_s);
    EXPECT_EQ(safeFileName(u"../../etc/a.pdf"_s), u"a.pdf"_s);
    EXPECT_EQ(safeFileName(u"C:\\Windows\\a.pdf"_s), u"a.pdf"_s);
    EXPECT_EQ(safeFileName(u"-rf.pdf"_s), u"_-rf.pdf"_s);
    EXPECT_EQ(safeFileName(u"--exec=a.pdf"_s), u"_--exec=a.pdf"_s);
    EXPECT_EQ(safeFileName(u".hidden.pdf"_s), u"_.hidden.pdf"_s);
    EXPECT_EQ(safeFileName(u"con.pdf"_s), u"_con.pdf"_s);
    EXPECT_EQ(safeFileName(u"a\nb\u202E.pdf"_s), u"a_b_.pdf"_s);
    EXPECT_EQ(safeFileName(u"a?b*.pdf. . "_s), u"a_b_.pdf"_s);
    EXPECT_EQ(safeFileName(u".."_s), u"佐证材料"_s);
    EXPECT_EQ(safeFileName(QString()), u"佐证材料"_s);
    const QString longest = safeFileName(u"很"_s.repeated(300) + u".pdf"_s);
    EXPECT_LT(longest.toUtf8().size(), 255);
    EXPECT_TRUE(longest.endsWith(u".pdf"_s));
}

class OpeningEvidenceTest : public DeskTest {
protected:
    void attach(const QString& name) {
        openSample();
        QFile source(file(name));
        ASSERT_TRUE(source.open(QIODevice::WriteOnly));
        source.write("abc");
        source.close();
        ASSERT_TRUE(m_workspace.evidence().attachFiles(u"G8"_s, {source.fileName()}));
        m_talk = std::make_unique<Talk>(m_workspace,
                                        Questions{.openFile = {},
                                                  .openFiles = {},
                                                  .saveFile =
                                                      [this](QWidget*, const FileQuestion& question) {
                                                          m_suggested = question.suggestion;
                                                          return file(u"取出"_s);
                                                      },
                                                  .newCounty = {},
                                                  .confirmImport = {},
                                                  .about = {},
                                                  .openDocument =
                                                      [this](const QString& path) {
                                                          m_opened << path;
                                                          return true;
                                                      }},
                                        nullptr);
        m_tasks = std::make_unique<EvidenceTasks>(m_workspace, *m_talk);
    }
    [[nodiscard]] workspace::Evidence attached() const {
        return workspace::evidenceOf(m_workspace.data(), u"G8"_s).front();
    }

    QStringList m_opened;
    QString m_suggested;
    std::unique_ptr<Talk> m_talk;
    std::unique_ptr<EvidenceTasks> m_tasks;
};

TEST_F(OpeningEvidenceTest, AProgramIsNotOpenedButCanBeSaved) {
    attach(u"批复.pdf.exe"_s);
    QSignalSpy failures(m_talk.get(), &Talk::failed);
    m_tasks->open(attached());
    EXPECT_TRUE(m_opened.isEmpty());
    ASSERT_EQ(failures.count(), 1);
    EXPECT_TRUE(failures.front().front().value<Message>().text.contains(u"另存为"_s));
    m_tasks->save(attached());
    EXPECT_TRUE(QFile::exists(file(u"取出"_s)));
}

TEST_F(OpeningEvidenceTest, ACopyHasASafeName) {
    attach(u"-f 批复.pdf"_s);
    m_tasks->open(attached());
    ASSERT_EQ(m_opened.size(), 1);
    EXPECT_EQ(QFileInfo(m_opened.front()).fileName(), u"_-f 批复.pdf"_s);
    m_tasks->save(attached());
    EXPECT_EQ(QFileInfo(m_suggested).fileName(), u"_-f 批复.pdf"_s);
}

} // namespace junheng::ui

// The dialog 新建县级文件.
#include "desk_fixture.h"
#include "ui/dialogs/new_county_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace junheng::ui {

namespace {

class NewCountyDialogTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        m_dialog = std::make_unique<NewCountyDialog>([this](QWidget*, const FileQuestion&) { return m_saveAs; });
    }
    [[nodiscard]] QLineEdit& field(const QString& name) const { return *m_dialog->findChild<QLineEdit*>(name); }
    [[nodiscard]] QString problem(const QString& name) const { return m_dialog->findChild<QLabel*>(name)->text(); }
    [[nodiscard]] bool canAccept() const {
        return m_dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
    }

    QString m_saveAs;
    std::unique_ptr<NewCountyDialog> m_dialog;
};

TEST_F(NewCountyDialogTest, SaysWhatIsWrong) {
    EXPECT_FALSE(canAccept());
    field(u"path"_s).setText(file(u"甲县.junheng"_s));
    field(u"name"_s).setText(u"甲县"_s);
    field(u"path"_s).setText(file(u"甲县.junheng"_s));
    field(u"code"_s).setText(u"99010"_s);
    EXPECT_FALSE(canAccept());
    EXPECT_TRUE(problem(u"codeProblem"_s).contains(u"六位数字"_s));
    field(u"code"_s).setText(u"990101"_s);
    EXPECT_TRUE(canAccept());
    field(u"name"_s).clear();
    field(u"path"_s).setText(file(u"甲县.junheng"_s));
    EXPECT_FALSE(canAccept());
    EXPECT_TRUE(problem(u"nameProblem"_s).contains(u"全称"_s));
}

// Regional standards are offered, the system of 2012 is not: a county is not judged by it.
TEST_F(NewCountyDialogTest, OffersTheStandardsThatJudgeCounties) {
    const auto* standards = m_dialog->findChild<QComboBox*>(u"standard"_s);
    EXPECT_EQ(standards->currentData().toString(), u"national-2017"_s);
    EXPECT_GE(standards->findData(u"xinjiang-2024"_s), 0);
    EXPECT_LT(standards->findData(u"basic-2012"_s), 0);
}

TEST_F(NewCountyDialogTest, RefusesFilesAndFoldersThatCannotBe) {
    field(u"name"_s).setText(u"甲县"_s);
    field(u"code"_s).setText(u"990101"_s);
    field(u"path"_s).setText(file(u"没有/甲县.junheng"_s));
    EXPECT_FALSE(canAccept());
    QFile taken(file(u"有.junheng"_s));
    ASSERT_TRUE(taken.open(QIODevice::WriteOnly));
    field(u"path"_s).setText(taken.fileName());
    EXPECT_FALSE(canAccept());
    EXPECT_TRUE(problem(u"pathProblem"_s).contains(u"已经存在"_s));
}

TEST_F(NewCountyDialogTest, AChosenPathDoesNotFollowTheName) {
    m_saveAs = file(u"另存.junheng"_s);
    m_dialog->findChild<QPushButton*>(u"browse"_s)->click();
    field(u"name"_s).setText(u"乙县"_s);
    EXPECT_EQ(m_dialog->answer().path, m_saveAs);
}

} // namespace

} // namespace junheng::ui

// A row of monitoring made one of another source.
#include "workspace/history.h"

#include "workspace_fixture.h"

namespace junheng::workspace {
namespace {

using namespace Qt::Literals::StringLiterals;
using model::Level;
using model::SubjectKey;

class ChangingSourceTest : public WorkspaceTest {
protected:
    void SetUp() override {
        WorkspaceTest::SetUp();
        ASSERT_TRUE(enter(nation, u"monitored_level", u"Ⅲ"_s));
        ASSERT_TRUE(enter(nation, u"monitored_gap", u"0.1496"_s));
    }
    bool enter(const SubjectKey& row, const char16_t* code, const QString& text) {
        const model::Item& item = model::ItemDictionary::builtIn().at(code);
        return workspace.edit({{.cell = {.subject = row, .item = &item}, .text = text}}).has_value();
    }
    [[nodiscard]] QString gap(const SubjectKey& row) const {
        const model::Item& item = model::ItemDictionary::builtIn().at(u"monitored_gap");
        return model::displayText(item, workspace.data().value(row, item));
    }
    static QString codeOf(const base::Outcome& outcome) { return outcome ? QString() : outcome.error().code; }

    static constexpr int kProvince = 1; // choices of monitored_source: 国家, 省级
    const SubjectKey nation{.level = Level::Monitoring, .part = u"数学/八年级"_s};
    const SubjectKey province{.level = Level::Monitoring, .part = u"数学/八年级/省级"_s};
};

TEST_F(ChangingSourceTest, IsOneStepThereAndBack) {
    ASSERT_EQ(codeOf(workspace.structure().changeSource(nation, kProvince)), QString());
    EXPECT_FALSE(workspace.data().exists(nation));
    EXPECT_EQ(gap(nation), QString());
    EXPECT_EQ(gap(province), u"0.1496"_s);
    EXPECT_EQ(workspace.undoLabel(), u"撤销：监测来源改为省级：数学/八年级"_s);
    EXPECT_TRUE(workspace.history().verify()->empty());
    ASSERT_TRUE(workspace.undo());
    EXPECT_FALSE(workspace.data().exists(province));
    EXPECT_EQ(gap(nation), u"0.1496"_s);
    ASSERT_TRUE(workspace.redo());
    ASSERT_EQ(codeOf(workspace.structure().changeSource(province, 0)), QString());
    EXPECT_EQ(gap(nation), u"0.1496"_s);
}

TEST_F(ChangingSourceTest, NothingIsWrittenOverAnotherRow) {
    ASSERT_TRUE(enter(province, u"monitored_gap", u"0.1"_s));
    EXPECT_EQ(codeOf(workspace.structure().changeSource(nation, kProvince)), u"monitoring.has_row"_s);
    EXPECT_EQ(gap(province), u"0.1"_s);
    EXPECT_EQ(
        codeOf(workspace.structure().changeSource({.level = Level::Monitoring, .part = u"语文/四年级"_s}, kProvince)),
        u"monitoring.no_row"_s);
    const QString before = workspace.undoLabel();
    EXPECT_EQ(codeOf(workspace.structure().changeSource(nation, 0)), QString());
    EXPECT_EQ(workspace.undoLabel(), before);
}

} // namespace
} // namespace junheng::workspace

#include "ui/shell/action_table.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/tr.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Group : std::uint8_t { File, Edit, Go, Help };

struct ActionRow {
    ActionId id;
    Group group;
    const char* text;
    const char* keys; ///< separated by semicolons
    const char* icon;
    bool needsFile;
    bool opensSection; ///< a separator in front of it
};

constexpr std::array<ActionRow, kActionCount> kRows{{
    {ActionId::NewCounty, Group::File, QT_TRANSLATE_NOOP("actions", "新建县级文件(&N)…"), "Ctrl+N", "new", false,
     false},
    {ActionId::OpenCounty, Group::File, QT_TRANSLATE_NOOP("actions", "打开(&O)…"), "Ctrl+O", "open", false, false},
    {ActionId::OpenSample, Group::File, QT_TRANSLATE_NOOP("actions", "打开示例县(&D)"), "Ctrl+Shift+O", "", false,
     false},
    {ActionId::CloseCounty, Group::File, QT_TRANSLATE_NOOP("actions", "关闭文件(&W)"), "Ctrl+W", "", true, false},
    {ActionId::ChooseStandard, Group::File, QT_TRANSLATE_NOOP("actions", "评估标准(&S)…"), "Ctrl+Shift+S", "", true,
     true},
    {ActionId::BeginYear, Group::File, QT_TRANSLATE_NOOP("actions", "开始新学年(&J)…"), "Ctrl+Shift+N", "", true,
     false},
    {ActionId::Import, Group::File, QT_TRANSLATE_NOOP("actions", "导入数据表(&I)…"), "Ctrl+I", "import", true, true},
    {ActionId::ExportBlank, Group::File, QT_TRANSLATE_NOOP("actions", "导出空白模板(&T)…"), "Ctrl+T", "template", true,
     false},
    {ActionId::ExportFilled, Group::File, QT_TRANSLATE_NOOP("actions", "导出数据表（含现有数据）(&F)…"), "Ctrl+Shift+T",
     "", true, false},
    {ActionId::ExportReport, Group::File, QT_TRANSLATE_NOOP("actions", "导出官方表格(&E)…"), "Ctrl+E", "export", true,
     true},
    {ActionId::ExportDossiers, Group::File, QT_TRANSLATE_NOOP("actions", "一校一册(&Y)…"), "Ctrl+Shift+D", "", true,
     false},
    {ActionId::PrintShown, Group::File, QT_TRANSLATE_NOOP("actions", "打印资源配置一览(&P)…"), "Ctrl+P", "print", true,
     true},
    {ActionId::ListFailing, Group::File, QT_TRANSLATE_NOOP("actions", "未达标学校名单(&L)…"), "Ctrl+Shift+P", "", true,
     false},
    {ActionId::ListBelowFloor, Group::File, QT_TRANSLATE_NOOP("actions", "低于85%学校名单(&M)…"), "Ctrl+Alt+P", "",
     true, false},
    {ActionId::ListRooms, Group::File, QT_TRANSLATE_NOOP("actions", "专用教室台账(&K)…"), "Ctrl+Alt+R", "", true,
     false},
    {ActionId::ListRelaxations, Group::File, QT_TRANSLATE_NOOP("actions", "放宽条件使用清单(&X)…"), "Ctrl+Alt+X", "",
     true, false},
    {ActionId::ListMissing, Group::File, QT_TRANSLATE_NOOP("actions", "待填报清单(&B)…"), "Ctrl+Alt+B", "", true,
     false},
    {ActionId::ListEvidence, Group::File, QT_TRANSLATE_NOOP("actions", "佐证材料目录(&Z)…"), "Ctrl+Alt+Z", "", true,
     false},
    {ActionId::ListFindings, Group::File, QT_TRANSLATE_NOOP("actions", "核查说明(&H)…"), "Ctrl+Alt+H", "", true, false},
    {ActionId::ListTasks, Group::File, QT_TRANSLATE_NOOP("actions", "任务清单(&R)…"), "Ctrl+Alt+Y", "", true, false},
    {ActionId::Quit, Group::File, QT_TRANSLATE_NOOP("actions", "退出(&Q)"), "Ctrl+Q", "", false, true},
    {ActionId::Undo, Group::Edit, QT_TRANSLATE_NOOP("actions", "撤销(&U)"), "Ctrl+Z", "undo", true, false},
    {ActionId::Redo, Group::Edit, QT_TRANSLATE_NOOP("actions", "重做(&R)"), "Ctrl+Y; Ctrl+Shift+Z", "redo", true,
     false},
    {ActionId::GoOverview, Group::Go, QT_TRANSLATE_NOOP("actions", "总览(&1)"), "Ctrl+1", "overview", true, false},
    {ActionId::GoEntry, Group::Go, QT_TRANSLATE_NOOP("actions", "数据填报(&2)"), "Ctrl+2", "entry", true, false},
    {ActionId::GoResources, Group::Go, QT_TRANSLATE_NOOP("actions", "资源配置(&3)"), "Ctrl+3", "resources", true,
     false},
    {ActionId::GoBalance, Group::Go, QT_TRANSLATE_NOOP("actions", "校际均衡(&4)"), "Ctrl+4; Ctrl+B", "balance", true,
     false},
    {ActionId::GoParts, Group::Go, QT_TRANSLATE_NOOP("actions", "政府与质量(&5)"), "Ctrl+5", "parts", true, false},
    {ActionId::GoChecks, Group::Go, QT_TRANSLATE_NOOP("actions", "数据核查(&6)"), "Ctrl+6", "checks", true, false},
    {ActionId::GoReport, Group::Go, QT_TRANSLATE_NOOP("actions", "报告(&7)"), "Ctrl+7", "report", true, false},
    {ActionId::NextPage, Group::Go, QT_TRANSLATE_NOOP("actions", "下一页(&N)"), "F6", "", true, true},
    {ActionId::Help, Group::Help, QT_TRANSLATE_NOOP("actions", "使用说明(&H)"), "F1", "", false, false},
    {ActionId::About, Group::Help, QT_TRANSLATE_NOOP("actions", "关于均衡(&A)"), "Shift+F1", "", false, false},
}};

constexpr std::array kMenus{
    std::pair{Group::File, QT_TRANSLATE_NOOP("actions", "文件(&F)")},
    std::pair{Group::Edit, QT_TRANSLATE_NOOP("actions", "编辑(&E)")},
    std::pair{Group::Go, QT_TRANSLATE_NOOP("actions", "转到(&G)")},
    std::pair{Group::Help, QT_TRANSLATE_NOOP("actions", "帮助(&H)")},
};

// "导入数据表(&I)…" without the access key, for buttons.
QString plain(const char* text) {
    QString shown = tr(text);
    const qsizetype open = shown.indexOf(u"(&");
    return open < 0 ? shown : shown.remove(open, 4);
}

QString withKeys(const QString& text, const QAction& action) {
    return u"%1（%2）"_s.arg(text, action.shortcut().toString(QKeySequence::NativeText));
}

} // namespace

ActionTable::ActionTable(QWidget* window) : QObject(window), m_window(window) {
    for (const ActionRow& row : kRows) {
        auto* action = new QAction(tr(row.text), window);
        action->setIconText(plain(row.text).remove(u'…'));
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(row.keys)));
        action->setToolTip(withKeys(plain(row.text), *action));
        connect(action, &QAction::triggered, this, [this, id = row.id] { Q_EMIT triggered(id); });
        window->addAction(action);
        m_actions[static_cast<std::size_t>(row.id)] = action;
    }
    action(ActionId::Quit)->setMenuRole(QAction::QuitRole);
    action(ActionId::About)->setMenuRole(QAction::AboutRole);
    refreshIcons();
}

void ActionTable::setFileOpen(bool open) {
    for (const ActionRow& row : kRows)
        action(row.id)->setEnabled(open || !row.needsFile);
}

void ActionTable::setUndo(const QString& undoLabel, const QString& redoLabel) {
    const auto show = [this](ActionId id, const QString& label) {
        QAction* shown = action(id);
        const char* text = kRows[static_cast<std::size_t>(id)].text;
        shown->setEnabled(!label.isEmpty());
        shown->setText(label.isEmpty() ? tr(text) : QString(label).replace(u'&', u"&&"_s));
        shown->setIconText(plain(text));
        shown->setToolTip(withKeys(label.isEmpty() ? plain(text) : label, *shown));
    };
    show(ActionId::Undo, undoLabel);
    show(ActionId::Redo, redoLabel);
}

void ActionTable::refreshIcons() {
    for (const ActionRow& row : kRows)
        action(row.id)->setIcon(themedIcon(QString::fromLatin1(row.icon), m_window->palette()));
}

void ActionTable::fillMenus(QMenuBar& bar, QMenu& recent, QMenu& school) const {
    for (const auto& [group, title] : kMenus) {
        QMenu* menu = bar.addMenu(tr(title));
        for (const ActionRow& row : kRows) {
            if (row.group != group)
                continue;
            if (row.opensSection)
                menu->addSeparator();
            menu->addAction(action(row.id));
            if (row.id == ActionId::OpenCounty)
                menu->addMenu(&recent);
            if (row.id == ActionId::Redo) {
                menu->addSeparator();
                menu->addMenu(&school);
            }
        }
    }
}

void ActionTable::fillToolBar(QToolBar& bar) const {
    bar.addAction(action(ActionId::Import));
    bar.addAction(action(ActionId::ExportReport));
    bar.addAction(action(ActionId::ExportBlank));
    bar.addSeparator();
    bar.addAction(action(ActionId::Undo));
    bar.addAction(action(ActionId::Redo));
}

} // namespace junheng::ui

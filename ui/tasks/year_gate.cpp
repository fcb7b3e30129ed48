#include "ui/tasks/year_gate.h"

#include "model/school_year.h"
#include "workspace/gate.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QWidget>

namespace junheng::ui {

bool isPastYear(const workspace::Workspace& workspace) {
    return workspace.isOpen() && workspace.data().year() < workspace.years().back();
}

YearGate::YearGate(workspace::Workspace& workspace, std::function<bool(QWidget*, const Question&)> ask, QWidget* window)
    : m_workspace(workspace), m_ask(std::move(ask)), m_window(window) {
    m_workspace.setGate([this] { return pass(); });
    m_following = QObject::connect(&m_workspace, &workspace::Workspace::changed, window, [this] {
        const std::pair opened(m_workspace.path(), m_workspace.data().year());
        m_allowed = m_allowed && opened == m_opened;
        m_opened = opened;
    });
}

YearGate::~YearGate() {
    QObject::disconnect(m_following);
    m_workspace.setGate({});
}

base::Outcome YearGate::pass() {
    if (m_allowed || !isPastYear(m_workspace))
        return {};
    const QString year = model::schoolYearName(m_workspace.data().year());
    const Question question{
        .title = tr("修改往年数据"),
        .text = tr("现在打开的是往年：%1，最新的是 %2。\n要修改往年的数据吗？回答“修改”后，这一学年打开期间不再询问。")
                    .arg(year, model::schoolYearName(m_workspace.years().back())),
        .goOn = tr("修改(&M)"),
        .stay = tr("不修改(&N)")};
    // While the question stands nothing else may slip through, nor ask a second time: a text that is kept by itself.
    if (!m_asking) {
        const QScopedValueRollback asking(m_asking, true);
        QWidget* above = QApplication::activeModalWidget();
        m_allowed = m_ask && m_ask(above != nullptr ? above : m_window, question);
        m_opened = {m_workspace.path(), m_workspace.data().year()};
    }
    if (m_allowed)
        return {};
    return std::unexpected(workspace::declined(tr("没有改动：%1是往年，您选择了不修改。").arg(year)));
}

} // namespace junheng::ui

#include "ui/tasks/talk.h"

#include "base/target.h"
#include "model/school_year.h"
#include "ui/tasks/busy_cursor.h"
#include "ui/widgets/last_folder.h"
#include "workspace/county_files.h"
#include "workspace/gate.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

Talk::Talk(workspace::Workspace& workspace, Questions questions, QWidget* window)
    : m_workspace(workspace), m_questions(std::move(questions)), m_window(window) {}

void Talk::report(const base::Error& error) {
    if (workspace::isDeclined(error))
        return Q_EMIT news({.text = error.message});
    QString details = error.code;
    if (!error.detail.isEmpty())
        details += u'\n' + error.detail;
    Q_EMIT failed({.text = error.toString(), .details = details});
}

QString Talk::askFile(const QString& title, const QString& filter) {
    const QString path =
        m_questions.openFile(m_window, {.title = title, .suggestion = startFolder(), .filter = filter});
    if (!path.isEmpty())
        rememberFolder(path);
    return path;
}

QStringList Talk::askFiles(const QString& title, const QString& filter) {
    const QStringList paths =
        m_questions.openFiles(m_window, {.title = title, .suggestion = startFolder(), .filter = filter});
    if (!paths.isEmpty())
        rememberFolder(paths.front());
    return paths;
}

QString Talk::askTarget(const FileQuestion& question) {
    const QString path = m_questions.saveFile(m_window, question);
    if (path.isEmpty() || isForbidden(path))
        return {};
    // Before anything is made that could then not be written.
    if (const auto target = base::findTarget(path); !target) {
        report(target.error());
        return {};
    }
    rememberFolder(path);
    return path;
}

bool Talk::isForbidden(const QString& path) {
    const QStringList own = m_workspace.isOpen() ? workspace::filesOf(m_workspace.path()) : QStringList();
    const bool found = workspace::isCountyFile(path) ||
                       std::ranges::any_of(own, [&](const QString& file) { return base::isSameFile(file, path); });
    if (found)
        Q_EMIT failed({.text = tr("“%1”是县级文件或属于它，不能用导出的文件替换；请换一个文件名。")
                                   .arg(QDir::toNativeSeparators(path))});
    return found;
}

bool Talk::mayReplace(const QStringList& files) {
    QStringList there;
    for (const QString& file : files) {
        if (!QFileInfo::exists(file))
            continue;
        if (isForbidden(file))
            return false;
        if (const auto target = base::findTarget(file); !target) {
            report(target.error());
            return false;
        }
        there << QFileInfo(file).fileName();
    }
    return there.isEmpty() ||
           m_questions.confirm(m_window,
                               {.title = tr("替换文件"),
                                .text = tr("要写的 %1 个文件中，有 %2 个已经在这个文件夹里，如“%3”。要替换它们"
                                           "吗？原来的内容不能找回。")
                                            .arg(files.size())
                                            .arg(there.size())
                                            .arg(there.first()),
                                .goOn = tr("替换 %1 个文件(&R)").arg(there.size())});
}

void Talk::save(const FileQuestion& question, const std::function<base::Outcome(const QString& path)>& write,
                const QString& note) {
    const QString path = askTarget(question);
    if (path.isEmpty())
        return;
    const BusyCursor busy;
    if (const auto written = write(path); !written)
        report(written.error());
    else
        Q_EMIT news({.text = tr("已导出到 %1").arg(QDir::toNativeSeparators(path)) +
                             (note.isEmpty() ? QString() : tr("。%1").arg(note))});
}

QString Talk::suggestedFile(const QString& ending, const QString& suffix) const {
    const model::CountyYear& year = m_workspace.data();
    QString name = year.county().name + model::schoolYearName(year.year()) + ending;
    // Names of counties and schools may have what no file can.
    for (QChar& character : name) {
        if (u"\\/:*?\"<>|"_s.contains(character))
            character = u'_';
    }
    return QDir(startFolder()).filePath(name + u'.' + suffix);
}

} // namespace junheng::ui

// How tasks talk with the user: they ask through the questions, and tell through signals.
#pragma once

#include "ui/dialogs/questions.h"
#include "ui/tasks/message.h"

#include <QObject>

#include <functional>

namespace junheng::ui {

/// One for all tasks of a window. Never opens a box of its own.
class Talk : public QObject {
    Q_OBJECT

public:
    /// The workspace outlives it; `window` is what dialogs stand above.
    Talk(workspace::Workspace& workspace, Questions questions, QWidget* window);

    [[nodiscard]] const Questions& questions() const { return m_questions; }
    [[nodiscard]] QWidget* window() const { return m_window; }

    /// An error; what the user has declined is news.
    void report(const base::Error& error);
    /// A file or files to read, or nothing. The question begins in the folder used last, which is theirs from then on.
    [[nodiscard]] QString askFile(const QString& title, const QString& filter);
    [[nodiscard]] QStringList askFiles(const QString& title, const QString& filter);
    /// A file that may be written, or nothing, which is told; it is never the county file. Remembers its folder.
    [[nodiscard]] QString askTarget(const FileQuestion& question);
    /// Asks once for all the files of a run that are there already.
    [[nodiscard]] bool mayReplace(const QStringList& files);
    /// Asks where to, writes, and tells what became of it; `note` is said behind it and may be empty.
    void save(const FileQuestion& question, const std::function<base::Outcome(const QString& path)>& write,
              const QString& note = {});
    /// For the name of a file: county, school year and `ending`, in the folder used last.
    [[nodiscard]] QString suggestedFile(const QString& ending, const QString& suffix = QStringLiteral("xlsx")) const;

Q_SIGNALS:
    void news(const junheng::ui::Message& message);
    void failed(const junheng::ui::Message& message);
    void progressed(const QString& text, int done, int total);
    void progressEnded();

private:
    /// Tells where a path leads to the county file or what belongs to it, or to another county file.
    [[nodiscard]] bool isForbidden(const QString& path);

    workspace::Workspace& m_workspace;
    Questions m_questions;
    QWidget* m_window;
};

} // namespace junheng::ui

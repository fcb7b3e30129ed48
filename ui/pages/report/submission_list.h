// 上报记录: what was handed in, and the files of it.
#pragma once

#include "workspace/submission.h"
#include "workspace/workspace.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace junheng::ui {

class SubmissionList : public QWidget {
    Q_OBJECT

public:
    explicit SubmissionList(const workspace::Workspace& workspace, QWidget* parent = nullptr);

    /// Reads anew what the county file has.
    void refresh();

Q_SIGNALS:
    /// A new package is wanted.
    void submitRequested();
    void saveRequested(const junheng::workspace::Submission& submission, const QString& name);
    void error(const junheng::base::Error& error);

private:
    void fill();
    /// `standard` is the title of its standard.
    void addSubmission(const workspace::Submission& submission, const QString& standard, const QString& dataCode);
    void showChosen();
    void saveChosen();

    const workspace::Workspace& m_workspace;
    std::vector<workspace::Submission> m_submissions;
    QPushButton* m_submit;
    QPushButton* m_save;
    QLabel* m_hint;
    QTreeWidget* m_tree;
};

} // namespace junheng::ui

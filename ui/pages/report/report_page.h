// Page 报告: the self-evaluation report, and what the user writes into it.
#pragma once

#include "ui/pages/page.h"
#include "ui/print/report_file.h"
#include "workspace/narrative.h"
#include "workspace/submission.h"
#include "workspace/workspace.h"

#include <QDate>
#include <QTimer>

#include <memory>

class QTreeWidgetItem;

namespace junheng::ui {

namespace Ui {
class ReportPage;
}

class SubmissionList;

/// What is typed is kept when the editor is left, when another text is chosen, and whenever the typing pauses.
class ReportPage : public Page {
    Q_OBJECT

public:
    explicit ReportPage(workspace::Workspace& workspace, QWidget* parent = nullptr);
    ~ReportPage() override;

Q_SIGNALS:
    void previewRequested(const QDate& date);
    void exportRequested(junheng::ui::ReportFile file, const QDate& date);
    /// Of the report's template: where to, which one, the program's.
    void saveTemplateRequested();
    void useTemplateRequested();
    void useProgramTemplateRequested();
    /// A 上报包 is wanted.
    void submitRequested(const QDate& date);
    void saveRequested(const junheng::workspace::Submission& submission, const QString& name);
    void dossiersRequested(const QDate& date);

protected:
    void refresh() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refreshSubmissions();
    void showWhatIsOpen();
    void fillList();
    void showChosen();
    void showReport();
    /// Keeps what was typed; with `checked` also a text that is as it was, with its figures as they are now.
    void keep(bool checked = false);
    [[nodiscard]] const report::FreeText* chosen() const;

    workspace::Workspace& m_workspace;
    std::unique_ptr<Ui::ReportPage> m_ui;
    std::vector<report::FreeText> m_texts;
    SubmissionList* m_submissions;
    QString m_shown;  ///< the text in the editor
    QTimer m_typing;  ///< until the typing has paused
    QTimer m_repaint; ///< until nothing has changed for a moment
};

} // namespace junheng::ui

// The evidence of one indicator; files can be dropped on it.
#pragma once

#include "workspace/evidence.h"

#include <QTreeWidget>

namespace junheng::ui {

class EvidenceList : public QTreeWidget {
    Q_OBJECT

public:
    explicit EvidenceList(QWidget* parent = nullptr);

    void showEvidence(const std::vector<workspace::Evidence>& evidence);
    /// nullptr when none is chosen.
    [[nodiscard]] const workspace::Evidence* chosen() const;

Q_SIGNALS:
    void filesDropped(const QStringList& files);
    void openRequested();
    void removeRequested();
    /// The user wrote another note on a piece of evidence.
    void noteWritten(const junheng::model::CellKey& cell, const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    std::vector<workspace::Evidence> m_evidence; ///< by row
};

} // namespace junheng::ui

// What happened to one cell: who, when, from where, old and new.
#pragma once

#include "workspace/history_entry.h"

#include <QTreeWidget>

namespace junheng::ui {

class CellHistory : public QTreeWidget {
    Q_OBJECT

public:
    explicit CellHistory(QWidget* parent = nullptr);

    /// Newest first. An empty list says that the cell was never filled in.
    void showEntries(const std::vector<workspace::CellHistoryEntry>& entries);
    /// A sentence instead of entries.
    void showSentence(const QString& sentence);
};

} // namespace junheng::ui

// Commits what is typed, pasted and confirmed, and keeps what became of it.
#pragma once

#include "model/observation.h"
#include "workspace/edit.h"
#include "workspace/workspace.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace junheng::ui {

/// Why a block of cells was not taken: a sentence, and one line for each cell that could not be.
struct Refusal {
    QString sentence;
    QString details = {};
    bool isDeclined = false; ///< nothing is wrong; somebody who was asked did not want it
};

/// A text that was not taken into its cell.
struct RefusedText {
    QString text; ///< as pasted
    QString sentence;
};

class EntryCommitter : public QObject {
    Q_OBJECT

public:
    explicit EntryCommitter(workspace::Workspace& workspace, QObject* parent = nullptr);

    /// Commits one typed cell; nothing happens where nothing differs.
    base::Outcome commit(const workspace::TypedCell& cell);
    /// Commits cells as one batch, those that differ. If one cannot be taken nothing is changed, and all of those are
    /// marked until the next block.
    std::expected<void, Refusal> commitBlock(const std::vector<workspace::TypedCell>& cells, workspace::EditKind kind);
    /// Confirms those of the cells that are unconfirmed, as one step.
    base::Outcome confirm(const std::vector<model::CellKey>& cells);

    /// What a cell was when the file was opened, if it differs now.
    [[nodiscard]] std::optional<model::Observation> original(const model::CellKey& cell) const;
    void forgetOriginals() { m_originals.clear(); }
    /// By the last block.
    [[nodiscard]] std::optional<RefusedText> refused(const model::CellKey& cell) const;
    [[nodiscard]] std::optional<model::CellKey> firstRefused() const;
    /// Silently: whoever calls it shows all cells anew.
    void forgetRefused() { m_refused.clear(); }

Q_SIGNALS:
    /// A commit succeeded: what was done, for the message bar.
    void committed(const QString& sentence);
    /// Other cells are refused() than before.
    void refusedChanged();

private:
    [[nodiscard]] std::vector<workspace::TypedCell> differing(const std::vector<workspace::TypedCell>& cells,
                                                              bool& rounded) const;
    workspace::EditOutcome write(const std::vector<workspace::TypedCell>& cells, workspace::EditKind kind);
    [[nodiscard]] Refusal markRefused(std::size_t tried, workspace::EditKind kind,
                                      const workspace::EditRefusal& refusal);

    workspace::Workspace& m_workspace;
    QHash<model::CellKey, model::Observation> m_originals;
    QHash<model::CellKey, RefusedText> m_refused;
    model::CellKey m_firstRefused;
};

} // namespace junheng::ui

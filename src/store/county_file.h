// The county file (*.junheng): one SQLite file that holds a county's figures and the journal of how they came about.
#pragma once

#include "base/error.h"
#include "model/change.h"
#include "model/county_year.h"
#include "model/finding.h"
#include "store/issue.h"
#include "store/records.h"

#include <QDateTime>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace junheng::store {

/// An open county file. ReadWrite takes the lock `<file>.lock`, so there is one writer at a time; ReadOnly takes none
/// and may be open beside a writer. Belongs to the thread that opened it; other threads of the program do not open the
/// same file meanwhile (closing any handle of a file drops the locks that SQLite holds on it in this process).
///
/// What this version cannot read stays in the file untouched; see unreadable().
///
/// Errors of every function: "store.busy" (another program is just writing), "store.write" and, of a reader,
/// "store.read" (disk, permission), "store.memory", "store.altered" (another program changed its structure),
/// "store.damaged". Whatever fails leaves the file as it was.
class CountyFile {
public:
    /// Makes a new file, whole or not at all, and opens it ReadWrite.
    /// Errors: "store.exists", "store.path_too_long", "store.write" (folder missing, no permission).
    static base::Result<std::unique_ptr<CountyFile>> create(const QString& path, const model::County& county,
                                                            const StandardChoice& standard);
    /// Errors: "store.not_found" (nothing there, or a folder, a device, a pipe); "store.path_too_long"; "store.read"
    /// (no permission); "store.foreign" (not a county file); "store.newer" (made by a newer version); "store.damaged"
    /// (empty, truncated, inconsistent); "store.locked" (ReadWrite only; names who has it open); "store.driver" (Qt's
    /// SQLite driver is not installed).
    static base::Result<std::unique_ptr<CountyFile>> open(const QString& path, FileAccess access);

    ~CountyFile();
    CountyFile(const CountyFile&) = delete;
    CountyFile& operator=(const CountyFile&) = delete;

    [[nodiscard]] const model::County& county() const;
    /// What it is read and written by; load() makes a year of these.
    [[nodiscard]] const model::ItemDictionary& items() const;
    [[nodiscard]] const StandardChoice& standard() const;
    /// From now on the county is assessed by this standard. Errors: as commit().
    [[nodiscard]] base::Outcome setStandard(const StandardChoice& standard);
    /// The standards of the bureau's own that the file holds, by id.
    [[nodiscard]] base::Result<std::vector<StandardChoice>> ownStandards() const;
    [[nodiscard]] const QString& path() const; ///< absolute
    /// ReadOnly also where there is anything unreadable().
    [[nodiscard]] FileAccess access() const;
    /// Figures and rows that this version cannot read, as they stood when the file was opened: nobody can have entered
    /// them, or a newer version did. They are not loaded, and the file is not written to.
    [[nodiscard]] const std::vector<model::Finding>& unreadable() const;

    /// Whose batches the next ones are and undoCandidate() looks for; at first the user name of the operating system.
    [[nodiscard]] const QString& user() const;
    void setUser(const QString& name);

    /// Ascending. A year whose every batch is taken back has only a journal left.
    [[nodiscard]] base::Result<std::vector<int>> years(YearsOf which = YearsOf::Data) const;
    /// The year as it stands; empty when there is nothing yet.
    [[nodiscard]] base::Result<model::CountyYear> load(int year) const;

    /// Writes the changes as one batch in one transaction, synced to disk, and returns its id. Changes are taken in
    /// their order; each `before` must be what the file holds. A change with before == after is left out. A set without
    /// changes begins a year that is not there, and only that; its inverse takes that back. Closing a
    /// subject (item == nullptr, after missing) also clears its remaining cells, in the journal too. The county row
    /// always exists. `undoes` is given for exactly the kinds Undo (of an import or edit in force) and Redo (of an
    /// undo in force). `contents` are kept with it, and stay when the batch is taken back.
    /// Errors: "store.empty_change" (nothing would change); "store.conflict" (a `before` differs: the cell has changed
    /// since); "store.changed_elsewhere" (another program changed or replaced the file: reopen it);
    /// "store.newer_value"; "store.read_only"; "store.invalid_change" (a fault of the caller).
    [[nodiscard]] base::Result<qint64> commit(int year, const model::ChangeSet& changes,
                                              std::optional<qint64> undoes = {},
                                              const std::vector<Content>& contents = {});
    /// Errors: "store.no_content"; "store.damaged" (the bytes are not what their SHA-256 says).
    [[nodiscard]] base::Result<QByteArray> content(const QString& sha256) const;

    /// Keeps what was handed in, in one transaction; whatever `id`, `at`, `who` and `files` of `issue` say is made
    /// anew. Returns the id. Errors: as commit().
    [[nodiscard]] base::Result<qint64> addIssue(const Issue& issue, const std::vector<FileToIssue>& files);
    /// What was handed in of a year, or of all years; newest first.
    [[nodiscard]] base::Result<std::vector<Issue>> issues(std::optional<int> year) const;
    /// Errors: "store.no_content"; "store.damaged".
    [[nodiscard]] base::Result<QByteArray> issuedFile(qint64 issue, const QString& name) const;
    /// Writes a copy of the file as it stands to `path`, atomically, without what was handed in (it would hold itself).
    /// The same file gives the same copy. Errors: "store.write".
    [[nodiscard]] base::Outcome writeSnapshot(const QString& path) const;

    /// All batches of a year, or of all years; newest first.
    [[nodiscard]] base::Result<std::vector<BatchInfo>> history(std::optional<int> year) const;
    /// Newest first. item == nullptr: the coming and going of the subject.
    [[nodiscard]] base::Result<std::vector<CellChange>> cellHistory(int year, const model::CellKey& cell) const;
    /// The cells of a year whose figure, as it stands, comes from an edit and not from an import.
    [[nodiscard]] base::Result<QSet<model::CellKey>> typedCells(int year) const;
    /// What a batch did, in its order; inverse() of it, committed with `undoes`, takes it back.
    /// Errors: "store.no_batch"; "store.newer_value" (it holds what this version cannot read).
    [[nodiscard]] base::Result<model::ChangeSet> changesOf(qint64 batch) const;

    /// The user's newest import or edit of the year that is in force.
    [[nodiscard]] base::Result<std::optional<BatchInfo>> undoCandidate(int year) const;
    /// The user's newest undo of the year that is in force, unless somebody's import or edit followed it.
    [[nodiscard]] base::Result<std::optional<BatchInfo>> redoCandidate(int year) const;

    /// Whether SQLite finds the file sound, its marks are right, replaying the journal gives exactly the cells, and
    /// what is attached or was handed in is there unchanged, and no figure is unreadable(). Empty when all is well;
    /// notices are for what a newer version may have written. Codes: "verify.sqlite", "verify.reference",
    /// "verify.schema", "verify.mark", "verify.journal", "verify.cell", "verify.county", "verify.value",
    /// "verify.subject", "verify.content", "verify.issue", "verify.more", "verify.newer_value" (notice).
    [[nodiscard]] base::Result<std::vector<model::Finding>> verify() const;

private:
    class Private;
    explicit CountyFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace junheng::store

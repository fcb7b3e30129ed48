// The one door of the program: opens a county file and hands out what can be done with it.
#pragma once

#include "base/error.h"
#include "workspace/edit.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace junheng::assess {
struct Assessment;
struct PriorYear;
} // namespace junheng::assess

namespace junheng::model {
struct County;
class CountyYear;
struct Finding;
} // namespace junheng::model

namespace junheng::standard {
struct Standard;
}

namespace junheng::workspace {

class Doubts;
class EvidenceFolder;
class History;
class Imports;
class Narrative;
class Reports;
class SchoolYears;
class Standards;
class Structure;
class Submissions;

enum class Access : std::uint8_t { ReadWrite, ReadOnly };

/// One open county file and the year being worked on. Lives on one thread.
/// Every change is committed to the file before changed() says so, whichever door it comes through.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Creates a county file and opens it. `standard` as for Standards::use(). Errors: "store.*", "standard.*",
    /// "county.bad_code".
    base::Outcome create(const QString& path, const model::County& county, const QString& standard, int year);
    /// Opens a county file at the year given, or at its newest year. A file whose standard this version lacks or cannot
    /// read is opened all the same; see standardError(). Errors: "store.*".
    base::Outcome open(const QString& path, Access access = Access::ReadWrite, std::optional<int> year = {});
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString path() const;
    /// Why the file can only be looked at; empty where it can be changed.
    [[nodiscard]] QString readOnlyReason() const;
    /// Figures and rows of the file that this version cannot read: they are missing, and the file is read-only.
    [[nodiscard]] std::vector<model::Finding> unreadable() const;
    /// Why the county cannot be assessed by its own standard; none where it can. Until another one is chosen, what is
    /// shown is by the program's first standard, nothing is written by it, and the data cannot be changed.
    [[nodiscard]] std::optional<base::Error> standardError() const;

    /// The years that hold data, ascending, and the current one.
    [[nodiscard]] std::vector<int> years() const;
    base::Outcome setYear(int year);
    [[nodiscard]] const model::CountyYear& data() const;
    [[nodiscard]] const standard::Standard& standard() const;
    [[nodiscard]] const assess::Assessment& assessment() const;
    /// What the years before, as far as the file holds them, say for the eligibility; as given to assess().
    [[nodiscard]] const std::vector<assess::PriorYear>& priorYears() const;

    /// Asked once before every change of the year's data, when all else is well. Nothing is changed where it fails, and
    /// its error is what the caller gets: that of declined() where the user thought better of it.
    void setGate(std::function<base::Outcome()> gate);

    /// Parses and commits cells as one batch with one undo step, or nothing; a refusal names every cell that cannot be
    /// taken. Cells of rows that do not exist yet are created with them.
    EditOutcome edit(const std::vector<TypedCell>& cells, EditKind kind = EditKind::Type);
    /// What undo() would take back ("撤销：修改 …"), or empty.
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    base::Outcome undo();
    base::Outcome redo();

    /// The doors, each with a header of its own. They are valid as long as the workspace, whatever is open.
    [[nodiscard]] const Reports& reports() const;
    [[nodiscard]] Narrative& narrative();
    [[nodiscard]] Doubts& doubts();
    [[nodiscard]] EvidenceFolder& evidence();
    [[nodiscard]] Submissions& submissions();
    [[nodiscard]] const Submissions& submissions() const;
    [[nodiscard]] const History& history() const;
    [[nodiscard]] Imports& imports();
    [[nodiscard]] Structure& structure();
    [[nodiscard]] SchoolYears& schoolYears();
    [[nodiscard]] Standards& standards();
    [[nodiscard]] const Standards& standards() const;

Q_SIGNALS:
    /// Data, year or file changed; data() and assessment() are new.
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace junheng::workspace

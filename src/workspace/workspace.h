// The one door of the program: open, import, edit, undo, assess, report.
#pragma once

#include "assess/assessment.h"
#include "base/job.h"
#include "document/paper/figure_painter.h"
#include "model/finding.h"
#include "plan/gap.h"
#include "quality/finding.h"
#include "report/lists/lists.h"
#include "report/narrative/free_text.h"
#include "standard/difference.h"
#include "workspace/dossiers.h"
#include "workspace/evidence.h"
#include "workspace/submission.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <span>

namespace junheng::workspace {

/// What the user has agreed to after a first preview: nothing of it is ever assumed.
struct ImportAgreement {
    bool removeRooms = false;     ///< rooms that the sheet 专用教室 of an imported school has no longer are taken out
    QStringList conversions = {}; ///< as in ImportPreview::offers
};

/// What an import would do, ready to be committed. Made on any thread from copies; holds no connection.
struct ImportPreview {
    model::ChangeSet changes;
    std::vector<model::Finding> findings;
    int newSchools = 0;
    int newRows = 0; ///< sections, campuses, rooms, ... besides schools
    int changedCells = 0;
    int confirmedCells = 0; ///< the same as what was taken over from the year before
    int unchangedCells = 0;
    int clearedCells = 0;
    int keptCells = 0;    ///< blank in the book, stored value kept
    int absentRooms = 0;  ///< stored rooms that the sheet 专用教室 has no longer; kept
    int removedRooms = 0; ///< the same, taken out
    /// Figures whose heading names another unit, which could be converted: "校区!教学仪器设备资产值=元".
    QStringList offers = {};
    QHash<QString, QString> schoolNames; ///< of the schools that change, as they will be called; by code
    QSet<model::CellKey> typedCells;     ///< changed cells whose figure was typed in; see Workspace::markTyped()
    [[nodiscard]] bool hasErrors() const;
    /// Chinese, one line each: what is new, what changed, what stays.
    [[nodiscard]] QStringList summaryLines() const;
};

/// One batch of the journal, for people.
struct HistoryEntry {
    qint64 batch = 0;
    QDateTime at; ///< UTC
    QString who;
    QString what; ///< 导入 数据表.xlsx, 修改 …, 撤销：…
    QString file;
    int changeCount = 0;
};

/// One earlier value of a cell, newest first.
struct CellHistoryEntry {
    HistoryEntry batch;
    QString before; ///< as displayed; 待填报 when missing
    QString after;
    QString sheet; ///< of the imported workbook, with `cell`; else empty
    QString cell;
};

/// A cell and what was typed into it.
struct TypedCell {
    model::CellKey cell;
    QString text;
};

/// How cells came to be edited; names the undo step: 修改, 粘贴, 填充, 剪切. Whatever only clears is 清除.
enum class EditKind { Type, Paste, Fill, Cut };

/// A cell that an edit would not take, and why.
struct RefusedCell {
    TypedCell typed;
    base::Error error; ///< "value.*", "import.not_applicable"
};

struct SchoolEntry {
    QString code;
    QString name;
    QString type;       ///< a choice of school_type
    QStringList stages; ///< stage ids
};

struct StandardName {
    QString id;
    QString title;
};

/// Which school years can be begun.
struct YearChoice {
    int first = 0;
    int last = 0;
    int proposed = 0;
    std::vector<int> filled = {}; ///< years that have schools, ascending: only these hand anything over
    std::vector<int> blank = {};  ///< years that are there without schools, ascending: these can still take over

    /// The newest year with schools before `year`.
    [[nodiscard]] std::optional<int> sourceOf(int year) const;
    /// Whether beginYear() would begin it, empty or taking over from sourceOf() it.
    [[nodiscard]] bool mayBegin(int year, bool takesOver) const;
};

enum class Access { ReadWrite, ReadOnly };

class Structure;

/// Whether somebody who was asked did not want the change; nothing is wrong then. See Workspace::setGate().
[[nodiscard]] bool isDeclined(const base::Error& error);

/// One open county file and the year being worked on. Lives on one thread.
/// Every change is committed to the file before changed() says so.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Creates a county file and opens it. `standard` as for useStandard(). Errors: "store.*", "standard.*",
    /// "county.bad_code".
    base::Outcome create(const QString& path, const model::County& county, const QString& standard, int year);
    /// Opens a county file at the year given, or at its newest year. A file whose standard this version lacks or cannot
    /// read is opened all the same; see standardError(). Errors: "store.*".
    base::Outcome open(const QString& path, Access access = Access::ReadWrite, std::optional<int> year = {});
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString path() const;
    /// The county file at `path`, its lock and the journals of the database: nothing else may ever be written there.
    [[nodiscard]] static QStringList filesOf(const QString& path);
    /// Whether it is a county file by its first bytes, whatever it is called.
    [[nodiscard]] static bool isCountyFile(const QString& path);
    /// Why the file can only be looked at; empty where it can be changed.
    [[nodiscard]] QString readOnlyReason() const;
    /// Figures and rows of the file that this version cannot read: they are missing, and the file is read-only.
    [[nodiscard]] std::vector<model::Finding> unreadable() const;
    /// Why the county cannot be assessed by its own standard; none where it can. Until another one is chosen, what is
    /// shown is by the program's first standard, nothing is written by it, and the data cannot be changed.
    [[nodiscard]] std::optional<base::Error> standardError() const;

    /// The years that hold data, ascending, and the current one.
    [[nodiscard]] std::vector<int> years() const;
    /// Also those of which everything is taken back. Errors: those of the file.
    [[nodiscard]] base::Result<std::vector<int>> journalYears() const;
    base::Outcome setYear(int year);
    /// Errors: those of the file.
    [[nodiscard]] base::Result<YearChoice> yearChoice() const;
    /// Begins a school year and opens it: one batch, one undo step, which takes the year away again. With `from` it
    /// takes over what stays from that year, all of it unconfirmed; see exchange::takenOverFrom(). Errors:
    /// "year.out_of_range", "year.exists", "year.empty" (`from` has nothing to hand over), "store.*".
    base::Outcome beginYear(int year, std::optional<int> from);
    /// Confirms those of the cells that were taken over and not confirmed yet; one batch, one undo step.
    base::Outcome confirm(const std::vector<model::CellKey>& cells);
    /// Makes a row of monitoring, with all its figures, one of another source (a choice of monitored_source): the row
    /// closes and the other one opens, one batch, one undo step. Errors: "monitoring.no_row", "monitoring.has_row",
    /// "store.*".
    base::Outcome changeSource(const model::SubjectKey& row, int source);
    /// Asked once before every change of the year's data, when all else is well. Nothing is changed where it fails, and
    /// its error is what the caller gets: that of declined() where the user thought better of it.
    void setGate(std::function<base::Outcome()> gate);
    [[nodiscard]] static base::Error declined(const QString& message);

    [[nodiscard]] const model::CountyYear& data() const;
    [[nodiscard]] const standard::Standard& standard() const;
    /// The standards that the county can be assessed by: those of the program, then the bureau's own in the file.
    [[nodiscard]] base::Result<std::vector<StandardName>> standards() const;
    /// What the standard `idOrPath`, checked as by useStandard(), states differently from the county's. Errors: those
    /// of useStandard().
    [[nodiscard]] base::Result<std::vector<standard::Difference>> standardDifferences(const QString& idOrPath) const;
    /// Where the county's standard asks less than the national one, which decides at the end. Worked out once a
    /// standard; nothing where there is none of its own (standardError()).
    [[nodiscard]] std::vector<standard::Difference> belowNational() const;
    /// Assesses the county by another standard from now on: the id of one of standards(), or the path of a file of the
    /// bureau's own, which the county file keeps. Errors: "standard.*", "store.*".
    base::Outcome useStandard(const QString& idOrPath);
    [[nodiscard]] const assess::Assessment& assessment() const;
    /// What the years before, as far as the file holds them, say for the eligibility; as given to assess().
    [[nodiscard]] const std::vector<assess::PriorYear>& priorYears() const;

    /// Reads template workbooks and plans their import over `current`; several files are applied one after another, and
    /// must not say different things of one cell ("import.conflict").
    static base::Result<ImportPreview> planImport(const QStringList& files, const model::CountyYear& current,
                                                  const standard::Standard& standard, bool clearBlanks,
                                                  const base::Job& job, const ImportAgreement& agreed = {});
    /// Finds out which figures that were typed in the import would replace or clear. Errors: "store.*".
    base::Outcome markTyped(ImportPreview& preview) const;
    /// Commits a planned import as one batch. Refused ("import.outdated") when the data changed since it was planned.
    base::Outcome commitImport(const ImportPreview& preview);

    /// Parses and commits cells as one batch with one undo step. Errors name the first cell that cannot be taken; then
    /// nothing is changed. Cells of rows that do not exist yet are created with them.
    base::Outcome edit(const std::vector<TypedCell>& cells, EditKind kind = EditKind::Type);
    /// Every cell that edit() would refuse, in the order given; empty when it would take them all. The file is open.
    [[nodiscard]] std::vector<RefusedCell> refusals(const std::vector<TypedCell>& cells) const;
    base::Outcome addSchool(const SchoolEntry& school);

    /// Keeps the files as evidence of an indicator: one batch, one undo step, all of them or none. Errors: "file.read",
    /// "evidence.too_large" (over 64 MiB), "evidence.empty".
    base::Outcome attachFiles(const QString& indicator, const QStringList& files);
    /// Errors: "evidence.no_note".
    base::Outcome attachNote(const QString& indicator, const QString& note);
    /// The file that was attached stays in the county file, so that undo() can bring it back.
    base::Outcome removeEvidence(const model::SubjectKey& subject);
    /// Writes what was attached, as it was attached, to `path`; atomically. Errors: "store.no_content", "file.write".
    [[nodiscard]] base::Outcome saveEvidence(const Evidence& evidence, const QString& path) const;

    /// What undo() would take back ("撤销：修改 …"), or empty.
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    base::Outcome undo();
    base::Outcome redo();

    [[nodiscard]] base::Result<std::vector<HistoryEntry>> history() const;
    /// Newest first, also under codes of the school that were corrected; the cell names an item.
    [[nodiscard]] base::Result<std::vector<CellHistoryEntry>> cellHistory(const model::CellKey& cell) const;

    /// Writes the official tables as a workbook; atomically. `date` is printed on the cover line.
    [[nodiscard]] base::Outcome writeReport(const QString& path, const QDate& date) const;
    /// The local day of the newest batch of the current year; today where there is none. Errors: those of the file.
    [[nodiscard]] base::Result<QDate> lastChanged() const;
    /// What is doubtful about the year's data, also beside the newest year before it with schools; see
    /// quality::check(). Made anew at every call. Errors: those of earlierYears().
    [[nodiscard]] base::Result<std::vector<quality::Finding>> findings() const;
    /// Keeps what the bureau says of a finding, with its figures as they are: one batch, one undo step. Blank text
    /// takes it out. Errors: "value.too_long", "store.*".
    base::Outcome explain(const quality::Finding& finding, const QString& text);
    /// The schools that need work, to print or to export. `date` is printed in the caption. Errors: of
    /// SchoolList::Findings alone, those of findings().
    [[nodiscard]] base::Result<document::Report> schoolList(report::SchoolList kind, const QDate& date) const;
    /// These sections of assessment(), in this order; `how` says how they were chosen and sorted.
    [[nodiscard]] document::Report sectionList(std::span<const plan::SectionPlace> sections, const QString& how,
                                               const QDate& date) const;
    /// 自评报告 by the bureau's own template or the program's; `date` stands below it. Errors: "report.template".
    [[nodiscard]] base::Result<document::Report> selfEvaluation(const QDate& date) const;
    /// The template in use, as it is written.
    [[nodiscard]] QString reportTemplate() const;
    [[nodiscard]] bool hasOwnTemplate() const;
    /// Keeps a file (UTF-8) as the year's own template: one undo step. Free texts that it does not ask for stay where
    /// they are. Errors: "file.read", "file.too_large", "report.template" (names the line), "value.too_long",
    /// "store.*".
    base::Outcome useReportTemplate(const QString& path);
    base::Outcome useProgramTemplate();
    /// What the user writes into it, in its order. Errors: "report.template".
    [[nodiscard]] base::Result<std::vector<report::FreeText>> freeTexts() const;
    /// Keeps a free text and which figures it quotes as they are now: one batch, one undo step. Empty text takes it
    /// out. Errors: "value.too_long", "store.*".
    base::Outcome writeFreeText(const QString& name, const QString& text);
    /// The years before the current one that the file holds, four at most, ascending, by the county's standard. Read
    /// and assessed when first asked for, and kept until another year, standard or file is opened.
    [[nodiscard]] base::Result<std::shared_ptr<const std::vector<report::EarlierYear>>> earlierYears() const;
    /// 一校一册 of one school. Errors: "dossier.unknown_school", those of earlierYears().
    [[nodiscard]] base::Result<document::Report> dossier(const QString& school, const QDate& date) const;
    /// 学校自评表 of one school. Errors: likewise.
    [[nodiscard]] base::Result<document::Report> schoolSelfEvaluation(const QString& school, const QDate& date) const;
    /// A run that writes what was ordered, over copies. Errors: likewise, and "dossier.no_school".
    [[nodiscard]] base::Result<std::unique_ptr<DossierRun>> dossiers(const DossierOrder& order,
                                                                     const document::FigurePainter& figures) const;
    /// Writes any report as a workbook; atomically.
    [[nodiscard]] static base::Outcome writeWorkbook(const document::Report& report, const QString& path);
    /// Writes any report as a PDF file; atomically. A QGuiApplication is needed, and whatever `figures` needs. Errors:
    /// "job.cancelled", "file.write".
    [[nodiscard]] static base::Outcome writePdf(const document::Report& report, const QString& path,
                                                const document::FigurePainter& figures, const base::Job& job = {});
    /// Writes any report as a Word-compatible document; atomically. Figures need a QGuiApplication and whatever
    /// `figures` needs. Errors: "file.write".
    [[nodiscard]] static base::Outcome writeDocx(const document::Report& report, const QString& path,
                                                 const document::FigurePainter& figures);
    /// Writes a 上报包 to `path`, atomically: workbook, self-evaluation report, standard, a snapshot of the county file
    /// and checksums; and keeps what was handed in in the county file, for good: no undo. All of it or nothing. Errors:
    /// those of writePdf() and selfEvaluation(), "store.*".
    base::Outcome submit(const QString& path, const QDate& date, const document::FigurePainter& figures,
                         const base::Job& job = {});
    /// 数据校验码 of the current year: equal where the data are. The file is open.
    [[nodiscard]] QString dataCode() const;
    /// What was handed in of the current year, newest first.
    [[nodiscard]] base::Result<std::vector<Submission>> submissions() const;
    /// Writes a file that was handed in, as it was, to `path`; atomically. Errors: "store.no_content",
    /// "store.damaged", "file.write".
    [[nodiscard]] base::Outcome saveSubmitted(const Submission& submission, const QString& name,
                                              const QString& path) const;
    /// Writes the template workbook. With `prefill` it holds the current year's data; a year without schools yet begins
    /// with what stays from the newest earlier one. The figures of that earlier year show while a cell is chosen.
    [[nodiscard]] base::Outcome writeTemplate(const QString& path, bool prefill) const;
    /// What is damaged (errors) or unreadable for this version (notices); empty when the file is sound.
    [[nodiscard]] base::Result<std::vector<model::Finding>> verify() const;

Q_SIGNALS:
    /// Data, year or file changed; data() and assessment() are new.
    void changed();

private:
    friend class Structure; // adds, deletes and renames schools and their parts

    struct Private;
    /// Says changed() when it went well.
    base::Outcome announce(base::Outcome outcome);
    /// Another county, or none; the gate stays.
    void exchange(std::unique_ptr<Private> next);

    static base::Outcome loadByItsStandard(Private& next, int year);

    std::unique_ptr<Private> d;
};

/// A template workbook judged directly, without a county file.
struct BookAssessment {
    model::CountyYear data;
    standard::Standard standard;
    assess::Assessment assessment;
    std::vector<model::Finding> notices;
};

/// `standard` is an id or the path of a standard's file. Errors: "sheet.*"; "standard.*"; "import.rejected" with every
/// finding in `findings` when the book has errors.
base::Result<BookAssessment> assessBook(const QString& file, std::optional<int> year, const QString& standard,
                                        std::vector<model::Finding>& findings, const base::Job& job);

} // namespace junheng::workspace

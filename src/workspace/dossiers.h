// Dossiers (一校一册) of many schools as files, one after the other.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "document/paper/figure_painter.h"
#include "document/paper/missing_characters.h"
#include "quality/finding.h"
#include "report/dossier/earlier_year.h"

#include <QDate>
#include <QStringList>

#include <memory>
#include <span>
#include <vector>

namespace junheng::workspace {

enum class DossierFiles : std::uint8_t {
    OnePdf,   ///< all dossiers behind one another
    PdfEach,  ///< a file a school, named by its code and name
    WordEach, ///< likewise
};

struct DossierOrder {
    QStringList schools = {}; ///< codes, in the order wanted; empty: every school of the year
    DossierFiles files = DossierFiles::OnePdf;
    QString target; ///< the file; or the folder, made where there is none
    QDate date;     ///< printed on them
};

/// What dossiers are made from: copies, so that they all are of one moment.
struct DossierData {
    model::CountyYear year;
    standard::Standard standard;
    assess::Assessment assessment;
    std::vector<assess::PriorYear> priorYears;
    std::vector<quality::CheckFinding> findings;
    std::shared_ptr<const std::vector<report::EarlierYear>> earlier;
};

/// Makes dossiers step by step, so that a window can answer in between. Holds one report at a time, and of one PDF file
/// its pages. Figures are painted by widgets: all steps belong on the thread of the QGuiApplication.
class DossierRun {
public:
    DossierRun(DossierData data, DossierOrder order, document::FigurePainter figures);
    ~DossierRun();
    DossierRun(const DossierRun&) = delete;
    DossierRun& operator=(const DossierRun&) = delete;

    /// The files that it will write, in their order.
    [[nodiscard]] QStringList targets() const;
    [[nodiscard]] int total() const;
    /// Dossiers made.
    [[nodiscard]] int done() const;
    /// The files that are written: each is whole.
    [[nodiscard]] const QStringList& written() const;
    /// Characters of the dossiers made so far that no font has; of Word documents none, whose readers have other fonts.
    [[nodiscard]] const std::vector<document::MissingCharacter>& missingCharacters() const;
    /// Makes the next dossier; behind the last one ends the file. False when all is written. Errors: "file.write".
    [[nodiscard]] base::Result<bool> step();
    /// "job.cancelled": what a run that goes no further has written.
    [[nodiscard]] base::Error stopped() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// All the steps. Errors: "file.write"; "job.cancelled", of which one PDF file leaves nothing, and files a school those
/// that were whole by then.
base::Outcome runDossiers(DossierRun& run, const base::Job& job);

/// "9901001001 示例县第一小学.pdf": a name that every file system takes; the code keeps it unique.
QString dossierFileName(const QString& code, const QString& name, const QString& suffix);

} // namespace junheng::workspace

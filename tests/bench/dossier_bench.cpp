#include "bench.h"

#include "report/dossier/dossier.h"
#include "standard/library.h"
#include "ui/figures/paint_figure.h"
#include "workspace/dossiers.h"
#include "workspace/import_preview.h"
#include "workspace/imports.h"
#include "workspace/report_files.h"
#include "workspace/reports.h"
#include "workspace/school_years.h"
#include "workspace/workspace.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace junheng::bench {

namespace {

constexpr int kSections = 330; // of 300 schools, every tenth of them 九年一贯制
const QDate kDate(2025, 11, 3);

bool makeYears(workspace::Workspace& county, const QString& file) {
    workspace::ImportPreview all;
    all.changes = makeCounty(kSections);
    if (!county.create(file, {.code = u"990101"_s, .name = u"示例县"_s}, standard::defaultStandardId(), 2021))
        return false;
    for (int year = 2021; year <= 2025; ++year) {
        if (!county.setYear(year) || !county.imports().commit(all))
            return false;
    }
    return true;
}

// All dossiers in one Word document.
base::Outcome writeWord(workspace::Workspace& county, const QString& path) {
    const auto earlier = county.schoolYears().earlier();
    if (!earlier)
        return std::unexpected(earlier.error());
    report::DossierMaker maker(
        {.year = county.data(), .standard = county.standard(), .assessment = county.assessment()}, **earlier,
        {.date = kDate, .programVersion = u"0.1.0"_s});
    document::Report all{.title = u"一校一册"_s, .author = {}, .date = kDate};
    const model::LevelTable& schools = county.data().schools();
    for (int row = 0; row < schools.rowCount(); ++row)
        std::ranges::move(maker.dossier(schools.key(row).school).blocks, std::back_inserter(all.blocks));
    return workspace::writeDocx(all, path, ui::paintFigure);
}

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

void benchDossiers() {
    const QTemporaryDir folder;
    workspace::Workspace county;
    const QString word = folder.filePath(u"all.docx"_s);
    const QString pdf = folder.filePath(u"all.pdf"_s);
    if (!makeYears(county, folder.filePath(u"county.junheng"_s)) || !writeWord(county, word)) {
        std::puts("dossiers: the documents could not be made");
        return;
    }
    bool written = true;
    const auto ours = [&] {
        const auto run = county.reports().dossiers({.target = pdf, .date = kDate}, ui::paintFigure);
        written = written && run && workspace::runDossiers(**run, {}).has_value();
    };
    const auto theirs = [&] {
        QProcess office;
        office.setProcessChannelMode(QProcess::MergedChannels);
        office.start(u"soffice"_s, {u"--headless"_s, u"--norestore"_s,
                                    u"-env:UserInstallation=file://"_s + folder.path() + u"/profile"_s,
                                    u"--convert-to"_s, u"pdf"_s, u"--outdir"_s, folder.filePath(u"theirs"_s), word});
        office.waitForFinished(-1);
        written = written && QFile::exists(folder.filePath(u"theirs/all.pdf"_s));
    };
    // By turns; theirs takes minutes.
    double fastest = std::min(secondsOf(ours), secondsOf(ours));
    const double office = secondsOf(theirs);
    fastest = std::min({fastest, secondsOf(ours), secondsOf(ours)});
    if (!written) {
        std::puts("dossiers: could not be measured");
        return;
    }
    printRatio("300 dossiers as one PDF / LibreOffice, the same .docx", fastest, office, 0.1);
}

} // namespace junheng::bench

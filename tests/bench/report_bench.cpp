#include "bench.h"

#include "standard/library.h"
#include "workings/working_sheets.h"
#include "workspace/import_preview.h"
#include "workspace/imports.h"
#include "workspace/report_files.h"
#include "workspace/reports.h"
#include "workspace/workspace.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace junheng::bench {

namespace {

// Seconds that xlsxwriter takes to write the same cells, measured inside Python so that its start does not count.
double xlsxwriterSeconds(const QString& book) {
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(JUNHENG_BENCH_FOLDER "/write_with_xlsxwriter.py"), book});
    python.waitForFinished(-1);
    return python.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

void benchReport() {
    const QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("report.xlsx"));
    workspace::Workspace county;
    workspace::ImportPreview all;
    all.changes = makeCounty(300);
    const bool made = county
                          .create(folder.filePath(QStringLiteral("a.junheng")),
                                  {.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")},
                                  standard::defaultStandardId(), 2025)
                          .has_value() &&
                      county.imports().commit(all).has_value();
    const QDate date(2025, 10, 8);
    if (!made || !county.reports().writeReport(book, date)) {
        std::puts("report: the workbook could not be made");
        return;
    }
    const document::Report report = workings::workbookReport(county.data(), county.standard(), county.assessment(),
                                                             {.date = date, .programVersion = QStringLiteral("0.1.0")});
    bool written = true;
    std::vector<double> whole;
    std::vector<double> writing;
    std::vector<double> theirs;
    // By turns, as a machine is not equally fast at all times.
    for (int round = 0; round < 4; ++round) {
        whole.push_back(
            fastestSeconds([&] { written = written && county.reports().writeReport(book, date).has_value(); }));
        writing.push_back(
            fastestSeconds([&] { written = written && workspace::writeWorkbook(report, book).has_value(); }));
        theirs.push_back(xlsxwriterSeconds(book));
    }
    if (!written || std::ranges::min(theirs) <= 0) {
        std::puts("report: could not be measured");
        return;
    }
    // xlsxwriter has its cells before the clock starts.
    printRatio("write the workbook of 300 sections / xlsxwriter writing it", std::ranges::min(writing),
               std::ranges::min(theirs), 0.2);
    std::printf("%-58s %8.2f\n", "  the same with deriving its formulas first",
                std::ranges::min(whole) / std::ranges::min(theirs));
}

} // namespace junheng::bench

#include "bench.h"

#include "standard/library.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace junheng::bench {

namespace {

// Seconds that openpyxl takes to read every cell, measured inside Python so that its start does not count.
double openpyxlSeconds(const QString& book) {
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(JUNHENG_BENCH_FOLDER "/read_with_openpyxl.py"), book});
    python.waitForFinished(-1);
    return python.readAllStandardOutput().trimmed().toDouble();
}

// Reading, planning and committing into a fresh county file.
double importSeconds(const QString& book, const model::CountyYear& content, const QString& file) {
    workspace::Workspace target;
    QFile::remove(file);
    if (!target.create(file, content.county(), standard::defaultStandardId(), content.year()))
        return 0;
    const auto start = std::chrono::steady_clock::now();
    const auto preview = workspace::Workspace::planImport({book}, target.data(), target.standard(), false, {});
    if (!preview || preview->hasErrors() || !target.commitImport(*preview))
        return 0;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

void benchImport() {
    const QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("county.xlsx"));
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(JUNHENG_BENCH_FOLDER "/../support/random_county.py"), QStringLiteral("2025"), book,
                  QStringLiteral("--schools"), QStringLiteral("300")});
    python.waitForFinished(-1);
    std::vector<model::Finding> findings;
    const auto content = workspace::assessBook(book, {}, standard::defaultStandardId(), findings, {});
    if (!content) {
        std::puts("import: the workbook could not be made");
        return;
    }
    std::vector<double> ours;
    for (int i = 0; i < 9; ++i)
        ours.push_back(importSeconds(book, content->data, folder.filePath(QStringLiteral("a.junheng"))));
    std::ranges::sort(ours);
    const double theirs = openpyxlSeconds(book);
    if (ours.front() <= 0 || theirs <= 0) {
        std::puts("import: could not be measured");
        return;
    }
    printRatio("import a 300-school workbook / openpyxl reading it", ours[ours.size() / 2], theirs, 0.3);
}

} // namespace junheng::bench

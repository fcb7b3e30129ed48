#include "workspace/import_plan.h"

#include "exchange/given_values.h"
#include "standard/standard.h"
#include "workspace/input_faults.h"
#include "workspace/opened_book.h"
#include "workspace/tr.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <iterator>
#include <utility>

namespace junheng::workspace {

namespace {

// The names of the files; those that are the same are told apart by their folders.
QStringList fileNames(const QStringList& files) {
    QStringList bare;
    for (const QString& path : files)
        bare << QFileInfo(path).fileName();
    QStringList names;
    for (qsizetype i = 0; i < files.size(); ++i)
        names << (bare.count(bare[i]) == 1 ? bare[i]
                                           : QFileInfo(files[i]).absoluteDir().dirName() + QChar(u'/') + bare[i]);
    return names;
}

// Appends one file's changes to the batch. With several files each change says from which it came.
void append(ImportPreview& preview, exchange::ImportPlan plan, const exchange::SourceFile& source, bool several) {
    preview.newSchools += plan.summary.newSchools;
    preview.newRows += plan.summary.newRows;
    preview.changedCells += plan.summary.changedCells;
    preview.confirmedCells += plan.summary.confirmedCells;
    preview.unchangedCells += plan.summary.unchangedCells;
    preview.clearedCells += plan.summary.clearedCells;
    preview.keptCells += plan.summary.keptCells;
    preview.absentRooms += plan.summary.absentRooms;
    for (const exchange::Conversion& offer : plan.offers) {
        if (const QString text = exchange::toText(offer); !preview.offers.contains(text))
            preview.offers << text;
    }
    std::ranges::move(plan.findings, std::back_inserter(preview.findings));
    if (several) {
        for (model::Change& change : plan.changes.changes)
            change.sheet = source.name + QStringLiteral(" / ") + change.sheet;
    }
    std::vector<model::Change>& all = preview.changes.changes;
    if (all.empty())
        all = std::move(plan.changes.changes);
    else
        std::ranges::move(plan.changes.changes, std::back_inserter(all));
}

QHash<QString, QString> namesOf(const std::vector<model::Change>& changes, const model::CountyYear& after) {
    QHash<QString, QString> names;
    for (const model::Change& change : changes) {
        if (!change.subject.school.isEmpty() && !names.contains(change.subject.school))
            names.insert(change.subject.school, after.schoolName(change.subject.school));
    }
    return names;
}

base::Result<std::vector<exchange::Conversion>> conversionsOf(const ImportAgreement& agreed,
                                                              const model::ItemDictionary& items) {
    const exchange::TemplateLayout layout(items);
    std::vector<exchange::Conversion> conversions;
    for (const QString& text : agreed.conversions) {
        const auto conversion = exchange::parseConversion(text, layout);
        if (!conversion)
            return std::unexpected(conversion.error());
        conversions.push_back(*conversion);
    }
    return conversions;
}

// The files of one import, read and planned over one another.
class Import {
public:
    Import(const model::CountyYear& current, const standard::Standard& standard, const exchange::ImportOptions& options,
           const base::Job& job)
        : m_current(current), m_standard(standard), m_options(options), m_job(job) {}

    base::Outcome read(const QStringList& files) {
        const QStringList names = fileNames(files);
        for (qsizetype i = 0; i < files.size(); ++i) {
            m_job.report(static_cast<int>(i), static_cast<int>(files.size()));
            auto opened = openBook(files[i], m_job);
            if (!opened)
                return std::unexpected(opened.error());
            opened->source.name = names[i];
            m_books.push_back(std::move(*opened));
        }
        if (files.size() > 1)
            m_options.given = &m_given;
        return {};
    }

    base::Result<ImportPreview> plan() {
        // What one file leaves blank or does not list another may give: then nothing is cleared or taken out,
        // whichever comes first.
        if (m_books.size() > 1)
            gather();
        ImportPreview preview;
        preview.changes.kind = model::BatchKind::Import;
        model::CountyYear working = m_current;
        std::vector<exchange::ImportPlan> plans;
        for (const OpenedBook& opened : m_books) {
            plans.push_back(exchange::planImport(opened.book, opened.source, working, m_options, m_job));
            if (m_job.cancelled())
                return std::unexpected(importCancelled());
            working.apply(plans.back().changes);
        }
        const bool isWhole = std::ranges::none_of(plans, &exchange::ImportPlan::hasErrors);
        QStringList names;
        QStringList fingerprints;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            const exchange::SourceFile& source = m_books[i].source;
            if (isWhole)
                std::ranges::move(faultsOf(working, m_standard, plans[i].changes, source.name),
                                  std::back_inserter(plans[i].findings));
            std::ranges::copy(plans[i].conversions, std::back_inserter(m_conversions));
            names << source.name;
            fingerprints << source.sha256;
            append(preview, std::move(plans[i]), source, plans.size() > 1);
        }
        std::ranges::move(m_given.conflicts(working), std::back_inserter(preview.findings));
        // What the files say together is judged only where all of it is there.
        if (!preview.hasErrors())
            std::ranges::move(m_given.pupilFindings(working), std::back_inserter(preview.findings));
        checkConversions(preview);
        finish(preview, names, fingerprints);
        preview.schoolNames = namesOf(preview.changes.changes, working);
        return preview;
    }

private:
    void gather() {
        exchange::ImportOptions options = m_options;
        options.clearBlanks = false;
        options.removeRooms = false;
        model::CountyYear working = m_current;
        for (const OpenedBook& opened : m_books)
            working.apply(exchange::planImport(opened.book, opened.source, working, options, m_job).changes);
    }

    // A conversion that no heading asks for is a mistake of whoever asked for it.
    void checkConversions(ImportPreview& preview) const {
        for (const exchange::Conversion& agreed : m_options.conversions) {
            if (std::ranges::find(m_conversions, agreed) == m_conversions.end())
                preview.findings.push_back(
                    {.severity = model::Severity::Error,
                     .code = QStringLiteral("import.unused_conversion"),
                     .message = tr("要求按“%1”换算，但没有一列写着“%2（%3）”。请核对列名。")
                                    .arg(exchange::toText(agreed), agreed.item->label, agreed.unit)});
        }
    }

    void finish(ImportPreview& preview, const QStringList& names, const QStringList& fingerprints) const {
        std::ranges::stable_sort(preview.findings, {}, &model::Finding::severity);
        if (preview.hasErrors())
            preview.changes.changes.clear();
        if (m_options.removeRooms || m_options.clearBlanks)
            std::swap(preview.removedRooms, preview.absentRooms);
        preview.changes.file = names.join(QChar(u'、'));
        preview.changes.sha256 = fingerprints.join(QChar(u' '));
        preview.changes.label = tr("导入 %1").arg(preview.changes.file);
        QStringList converted;
        for (const exchange::Conversion& conversion : m_options.conversions)
            converted << tr("%1由%2换算").arg(conversion.item->label, conversion.unit);
        if (!converted.isEmpty())
            preview.changes.label += tr("（%1）").arg(converted.join(QChar(u'、')));
    }

    const model::CountyYear& m_current;
    const standard::Standard& m_standard;
    exchange::ImportOptions m_options;
    const base::Job& m_job;
    std::vector<OpenedBook> m_books;
    exchange::GivenValues m_given;
    std::vector<exchange::Conversion> m_conversions; ///< made
};

} // namespace

base::Result<ImportPreview> planImport(const QStringList& files, const model::CountyYear& current,
                                       const standard::Standard& standard, bool clearBlanks, const base::Job& job,
                                       const ImportAgreement& agreed) {
    auto conversions = conversionsOf(agreed, current.items());
    if (!conversions)
        return std::unexpected(conversions.error());
    Import import(current, standard,
                  {.clearBlanks = clearBlanks,
                   .removeRooms = agreed.removeRooms,
                   .conversions = std::move(*conversions),
                   .further = standard.furtherIndicators()},
                  job);
    if (const auto read = import.read(files); !read)
        return std::unexpected(read.error());
    auto preview = import.plan();
    job.report(static_cast<int>(files.size()), static_cast<int>(files.size()));
    return preview;
}

} // namespace junheng::workspace

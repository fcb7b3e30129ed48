#include "workspace/importing.h"

#include "base/atomic_file.h"
#include "exchange/given_values.h"
#include "sheet/workbook_reader.h"
#include "standard/library.h"
#include "workspace/tr.h"
#include "workspace/workspace_private.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <future>
#include <iterator>

namespace junheng::workspace {

namespace {

base::Error cancelled() {
    return {.code = QStringLiteral("job.cancelled"), .message = tr("已取消，没有任何改动。")};
}

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

} // namespace

bool ImportPreview::hasErrors() const {
    return std::ranges::any_of(
        findings, [](const model::Finding& finding) { return finding.severity == model::Severity::Error; });
}

QStringList ImportPreview::summaryLines() const {
    QStringList lines;
    if (newSchools > 0)
        lines << tr("新增学校 %1 所").arg(newSchools);
    if (newRows > 0)
        lines << tr("新增学段、校区等 %1 行").arg(newRows);
    if (changedCells > 0)
        lines << tr("填入或修改 %1 个数据").arg(changedCells);
    if (confirmedCells > 0)
        lines << tr("确认 %1 个承接自上年的数据").arg(confirmedCells);
    if (clearedCells > 0)
        lines << tr("清除 %1 个数据").arg(clearedCells);
    if (!typedCells.isEmpty())
        lines << tr("其中 %1 个原来是手工填写的").arg(typedCells.size());
    if (removedRooms > 0)
        lines << tr("删除专用教室 %1 间").arg(removedRooms);
    if (unchangedCells > 0)
        lines << tr("%1 个数据与已有数据相同").arg(unchangedCells);
    if (keptCells > 0)
        lines << tr("%1 个单元格为空白，已有数据保留不变").arg(keptCells);
    if (changes.isEmpty() && !hasErrors())
        lines.prepend(tr("与已有数据一致，没有需要改动的内容"));
    return lines;
}

base::Result<OpenedBook> openBook(const QString& path, const base::Job& job) {
    const sheet::Limits limits;
    const auto bytes = base::readFile(path, limits.fileBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto sha256 = std::async([&bytes] { return base::sha256Of(*bytes); });
    auto book = sheet::parseWorkbook(*bytes, path, limits, job);
    if (!book)
        return std::unexpected(book.error());
    return OpenedBook{.book = std::move(*book), .source = {.name = QFileInfo(path).fileName(), .sha256 = sha256.get()}};
}

std::vector<Fault> faultyChanges(const model::CountyYear& after, const standard::Standard& standard,
                                 const model::ChangeSet& changes) {
    QHash<model::CellKey, const model::Change*> declared;
    for (const model::Change& change : changes.changes) {
        if (change.after.state == model::State::NotApplicable)
            declared.insert({.subject = change.subject, .item = change.item}, &change);
    }
    std::vector<Fault> faults;
    if (declared.isEmpty())
        return faults;
    for (const standard::Obstacle& fault : assess::inputFaults(after, standard)) {
        if (const model::Change* change = declared.value(fault.cell))
            faults.push_back(
                {.change = change,
                 .message = tr("%1：计算指标的数据不能全部为“不适用”。没有请填 0，不清楚请留空。")
                                .arg(model::describeCell(after.schoolName(fault.cell.subject.school), fault.cell))});
    }
    return faults;
}

std::vector<model::Finding> faultsOf(const model::CountyYear& after, const standard::Standard& standard,
                                     const model::ChangeSet& changes, const QString& fileName) {
    std::vector<model::Finding> findings;
    for (const Fault& fault : faultyChanges(after, standard, changes))
        findings.push_back({.severity = model::Severity::Error,
                            .code = QStringLiteral("import.not_applicable"),
                            .message = fault.message,
                            .place = {.file = fileName, .sheet = fault.change->sheet, .cell = fault.change->cell}});
    return findings;
}

namespace {

base::Result<std::vector<exchange::Conversion>> conversionsOf(const ImportAgreement& agreed) {
    std::vector<exchange::Conversion> conversions;
    for (const QString& text : agreed.conversions) {
        const auto conversion = exchange::parseConversion(text);
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
                return std::unexpected(cancelled());
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

base::Result<ImportPreview> Workspace::planImport(const QStringList& files, const model::CountyYear& current,
                                                  const standard::Standard& standard, bool clearBlanks,
                                                  const base::Job& job, const ImportAgreement& agreed) {
    auto conversions = conversionsOf(agreed);
    if (!conversions)
        return std::unexpected(conversions.error());
    Import import(
        current, standard,
        {.clearBlanks = clearBlanks, .removeRooms = agreed.removeRooms, .conversions = std::move(*conversions)}, job);
    if (const auto read = import.read(files); !read)
        return std::unexpected(read.error());
    auto preview = import.plan();
    job.report(static_cast<int>(files.size()), static_cast<int>(files.size()));
    return preview;
}

base::Outcome Workspace::markTyped(ImportPreview& preview) const {
    if (!d->file)
        return std::unexpected(notOpen());
    const auto typed = d->file->typedCells(d->data.year());
    if (!typed)
        return std::unexpected(typed.error());
    preview.typedCells.clear();
    for (const model::Change& change : preview.changes.changes) {
        const model::CellKey cell{.subject = change.subject, .item = change.item};
        // What was taken over from the year before was typed by nobody.
        if (!change.isExistence() && !change.before.isMissing() && !change.before.unconfirmed && typed->contains(cell))
            preview.typedCells.insert(cell);
    }
    return {};
}

base::Result<BookAssessment> assessBook(const QString& file, std::optional<int> year, const QString& standard,
                                        std::vector<model::Finding>& findings, const base::Job& job) {
    auto rules = standard::findStandard(standard);
    if (!rules)
        return std::unexpected(rules.error());
    auto opened = openBook(file, job);
    if (!opened)
        return std::unexpected(opened.error());
    const auto identity = exchange::identify(opened->book, opened->source.name);
    if (!identity)
        return std::unexpected(identity.error());
    model::CountyYear data(identity->county, year.value_or(identity->year));
    auto plan = exchange::planImport(opened->book, opened->source, data, {}, job);
    if (job.cancelled())
        return std::unexpected(cancelled());
    data.apply(plan.changes);
    std::ranges::move(faultsOf(data, *rules, plan.changes, opened->source.name), std::back_inserter(plan.findings));
    findings = plan.findings;
    if (plan.hasErrors())
        return std::unexpected(base::Error{.code = QStringLiteral("import.rejected"),
                                           .message = tr("数据表有错误，未作评估。请按下列提示修改后再试。"),
                                           .place = {.file = opened->source.name}});
    assess::Assessment assessment = assess::assess(data, *rules);
    return BookAssessment{.data = std::move(data),
                          .standard = std::move(*rules),
                          .assessment = std::move(assessment),
                          .notices = std::move(plan.findings)};
}

} // namespace junheng::workspace

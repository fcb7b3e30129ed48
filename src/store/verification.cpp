#include "store/verification.h"

#include "base/atomic_file.h"
#include "model/items.h"
#include "model/record_kind.h"
#include "store/errors.h"
#include "store/packing.h"
#include "store/schema.h"
#include "store/statement.h"
#include "store/tr.h"
#include "store/unreadable.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace junheng::store {

namespace {

using model::Finding;

constexpr std::size_t kMostFindings = 50;

using CellId = std::pair<qint64, QString>;

/// Replays the journal over an empty file and compares what comes out with what stands there.
class Replay {
public:
    Replay(const Connection& connection, const model::ItemDictionary& items, std::vector<Finding>& findings)
        : m_connection(connection), m_items(items), m_findings(findings) {}

    void run() {
        readSubjects();
        readJournal();
        compareBatches();
        compareSubjects();
        compareCells();
        checkContents();
        checkIssues();
    }

private:
    struct Subject {
        QString name;
        bool county = false;
        bool alive = false;
        bool replayed = false;
    };

    void readSubjects() {
        Statement rows(m_connection, "SELECT id, year, kind, school, part, alive FROM subject");
        while (rows.step()) {
            const bool county = rows.text(2) == model::levelId(model::Level::County);
            const QString name = QStringLiteral("%1 %2 %3 %4")
                                     .arg(rows.integer(1))
                                     .arg(rows.text(2), rows.text(3), rows.text(4))
                                     .simplified();
            // The county's row comes with the year, without a change of its own.
            m_subjects.insert(rows.integer(0), {name, county, rows.integer(5) != 0, county});
        }
    }

    void readJournal() {
        Statement rows(m_connection, "SELECT j.id, j.batch, j.subject, j.changes, b.year IN (0, s.year) FROM journal j"
                                     " LEFT JOIN batch b ON b.id = j.batch LEFT JOIN subject s ON s.id = j.subject"
                                     " ORDER BY j.id");
        qint64 newest = 0;
        while (rows.step()) {
            const qint64 batch = rows.integer(1);
            const qint64 subject = rows.integer(2);
            const auto changes = unpackChanges(rows.bytes(3));
            if (batch < newest || rows.integer(4) != 1 || !changes)
                addJournal(batch, rows.integer(0), subject, {});
            newest = batch;
            if (!changes)
                continue;
            m_changeCounts[batch] += static_cast<qint64>(changes->size());
            for (const StoredChange& change : *changes) {
                if (!follows(subject, change))
                    addJournal(batch, rows.integer(0), subject, change.item);
            }
        }
    }

    void addJournal(qint64 batch, qint64 row, qint64 subject, const QString& item) {
        add("verify.journal", tr("修改记录第 %1 批（第 %2 行）与之前的记录不衔接（%3 %4）。请改用最近的备份。")
                                  .arg(batch)
                                  .arg(row)
                                  .arg(m_subjects.value(subject).name, item));
    }

    // Whether the change starts from what the ones before it left behind; takes it in.
    bool follows(qint64 subject, const StoredChange& change) {
        const auto row = m_subjects.find(subject);
        if (row == m_subjects.end())
            return false;
        if (change.item.isNull()) {
            const bool fits = row->replayed == !change.before.isMissing() && !row->county;
            row->replayed = !change.after.isMissing();
            return fits;
        }
        StoredValue& figure = m_figures[{subject, change.item}];
        const bool fits = row->replayed && figure == change.before;
        figure = change.after;
        return fits;
    }

    void compareBatches() {
        Statement rows(m_connection, "SELECT id, change_count FROM batch");
        while (rows.step()) {
            if (m_changeCounts.value(rows.integer(0)) != rows.integer(1))
                add("verify.journal", tr("修改记录第 %1 批应有 %2 处修改，实际不是这么多。请改用最近的备份。")
                                          .arg(rows.integer(0))
                                          .arg(rows.integer(1)));
        }
    }

    void compareSubjects() {
        for (const Subject& subject : std::as_const(m_subjects)) {
            if (subject.alive != subject.replayed)
                add("verify.subject", tr("“%1”是否存在与修改记录不符。请改用最近的备份。").arg(subject.name));
        }
    }

    void compareCells() {
        Statement rows(m_connection, "SELECT id, figures FROM subject");
        while (rows.step()) {
            const qint64 subject = rows.integer(0);
            const auto read = readFigures(rows.bytes(1));
            for (const StoredFigure& figure : read ? read->figures : std::vector<StoredFigure>()) {
                if (m_figures.take({subject, figure.item}) != figure.value || !m_subjects.value(subject).alive)
                    addCell(subject, figure.item);
                if (figure.item == QStringView(items::evidence_sha256))
                    m_attached.emplace_back(subject, figure.value.text.value_or(QString()));
            }
        }
        for (auto figure = m_figures.cbegin(); figure != m_figures.cend(); ++figure) {
            if (!figure->isMissing())
                addCell(figure.key().first, figure.key().second);
        }
    }

    // What is attached must be there, and what is there must be what was attached.
    void checkContents() {
        QSet<QString> sound;
        Statement rows(m_connection, "SELECT sha256, bytes FROM content");
        while (rows.step()) {
            if (base::sha256Of(rows.blob(1)) == rows.text(0))
                sound.insert(rows.text(0));
        }
        for (const auto& [subject, sha256] : m_attached) {
            if (!sound.contains(sha256))
                add("verify.content", tr("“%1”的佐证材料内容缺失或已被改动。请重新添加该文件，或改用最近的备份。")
                                          .arg(m_subjects.value(subject).name));
        }
    }

    void checkIssues() {
        Statement rows(m_connection, "SELECT i.date, f.name, f.sha256, f.bytes FROM issued_file f"
                                     " JOIN issue i ON i.id = f.issue WHERE f.bytes IS NOT NULL");
        while (rows.step()) {
            if (base::sha256Of(rows.blob(3)) != rows.text(2))
                add("verify.issue", tr("留存的“%1”（填报日期 %2）已被改动，不再是上报时的文件。请改用最近的备份。")
                                        .arg(rows.text(1), rows.text(0)));
        }
    }

    void addCell(qint64 subject, const QString& code) {
        const model::Item* item = m_items.find(code);
        add("verify.cell", tr("“%1 %2”的数据与修改记录不符，可能被其他程序改动。请核对该数据，或改用最近的备份。")
                               .arg(m_subjects.value(subject).name, item != nullptr ? item->label : code));
    }

    void add(const char* code, const QString& message) {
        m_findings.push_back(
            {.code = QLatin1StringView(code), .message = message, .place = {.file = m_connection.file()}});
    }

    const Connection& m_connection;
    const model::ItemDictionary& m_items;
    std::vector<Finding>& m_findings;
    QHash<qint64, Subject> m_subjects;
    QHash<CellId, StoredValue> m_figures;
    QHash<qint64, qint64> m_changeCounts;               ///< by batch
    std::vector<std::pair<qint64, QString>> m_attached; ///< subject and SHA-256
};

void checkStructure(const Connection& connection, std::vector<Finding>& findings) {
    const base::Place place{.file = connection.file()};
    Statement lines(connection, "PRAGMA integrity_check(" + QByteArray::number(kMostFindings) + ')');
    while (lines.step()) {
        if (const QString line = lines.text(0); line != QLatin1StringView("ok"))
            findings.push_back({.code = QStringLiteral("verify.sqlite"),
                                .message = tr("文件结构已损坏：%1。请改用最近的备份。").arg(line),
                                .place = place});
    }
    Statement references(connection, "PRAGMA foreign_key_check");
    while (references.step())
        findings.push_back(
            {.code = QStringLiteral("verify.reference"),
             .message =
                 tr("表 %1 中有一行指向不存在的“%2”。请改用最近的备份。").arg(references.text(0), references.text(2)),
             .place = place});
}

// Harmless here, but somebody was at work.
void checkStrangers(const Connection& connection, std::vector<Finding>& findings) {
    Statement strangers(connection, "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')");
    while (strangers.step())
        findings.push_back(
            {.code = QStringLiteral("verify.schema"),
             .message = tr("文件中有其他程序加入的%1“%2”。本程序不执行它，但文件已被改动过。请改用最近的备份。")
                            .arg(strangers.text(0) == QLatin1StringView("view") ? tr("视图") : tr("触发器"),
                                 strangers.text(1)),
             .place = {.file = connection.file()}});
}

// SQLite may be unable to finish the check, which is a finding too.
void checkSqlite(const Connection& connection, std::vector<Finding>& findings) {
    try {
        checkStructure(connection, findings);
    } catch (const Failure& failure) {
        findings.push_back({.code = QStringLiteral("verify.sqlite"),
                            .message = failure.error().message,
                            .place = {.file = connection.file()}});
    }
}

void checkMarkFindings(const Connection& connection, std::vector<Finding>& findings) {
    try {
        checkMarks(connection);
    } catch (const Failure& failure) {
        findings.push_back({.code = QStringLiteral("verify.mark"),
                            .message = failure.error().message,
                            .place = {.file = connection.file()}});
    }
}

} // namespace

std::vector<Finding> verifyFile(const Connection& connection, const model::ItemDictionary& items) {
    Transaction view(connection, Transaction::Kind::Read);
    std::vector<Finding> findings;
    checkSqlite(connection, findings);
    checkMarkFindings(connection, findings);
    if (findings.empty()) {
        Replay(connection, items, findings).run();
        std::ranges::move(unreadableFigures(connection, items), std::back_inserter(findings));
    }
    checkStrangers(connection, findings);
    view.commit();
    if (findings.size() > kMostFindings) {
        const auto more = findings.size() - kMostFindings;
        findings.resize(kMostFindings);
        findings.push_back({.code = QStringLiteral("verify.more"),
                            .message = tr("另有 %1 处问题没有列出。").arg(more),
                            .place = {.file = connection.file()}});
    }
    return findings;
}

} // namespace junheng::store

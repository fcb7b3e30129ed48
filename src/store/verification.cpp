#include "store/verification.h"

#include "store/errors.h"
#include "store/schema.h"
#include "store/statement.h"

#include <QHash>

#include <utility>

namespace junheng::store {

namespace {

using model::Finding;
using model::Severity;

constexpr std::size_t kMostFindings = 50;

struct Figure {
    StoredValue value;
    qint64 batch = 0;
    bool operator==(const Figure&) const = default;
};

using CellId = std::pair<qint64, QString>;

/// Replays the journal over an empty file and compares what comes out with what stands there.
class Replay {
public:
    Replay(const Connection& connection, std::vector<Finding>& findings)
        : m_connection(connection), m_findings(findings) {}

    void run() {
        readSubjects();
        readJournal();
        compareSubjects();
        compareCells();
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
        Statement rows(m_connection, "SELECT c.batch, c.seq, c.subject, c.item, c.old_state, c.old_amount, c.old_scale,"
                                     " c.old_text, c.new_state, c.new_amount, c.new_scale, c.new_text, b.year = s.year"
                                     " FROM change c LEFT JOIN batch b ON b.id = c.batch"
                                     " LEFT JOIN subject s ON s.id = c.subject ORDER BY c.batch, c.seq");
        qint64 batch = 0;
        qint64 sequence = 0;
        while (rows.step()) {
            sequence = rows.integer(0) == batch ? sequence + 1 : 1;
            batch = rows.integer(0);
            const qint64 subject = rows.integer(2);
            if (sequence != rows.integer(1) || rows.integer(12) != 1 ||
                !follows(subject, rows.isNull(3) ? QString() : rows.text(3), rows.storedValue(4), rows.storedValue(8)))
                add("verify.journal", tr("修改记录第 %1 批第 %2 条与之前的记录不衔接（%3 %4）。请改用最近的备份。")
                                          .arg(batch)
                                          .arg(rows.integer(1))
                                          .arg(m_subjects.value(subject).name, rows.text(3)));
            if (!rows.isNull(3))
                m_figures.insert({subject, rows.text(3)}, {rows.storedValue(8), batch});
        }
    }

    // Whether the change starts from what the ones before it left behind; `item` null: of the subject itself.
    bool follows(qint64 subject, const QString& item, const StoredValue& before, const StoredValue& after) {
        const auto row = m_subjects.find(subject);
        if (row == m_subjects.end())
            return false;
        if (!item.isNull())
            return row->replayed && m_figures.value({subject, item}).value == before;
        const bool fits = row->replayed == !before.isMissing() && !row->county;
        row->replayed = !after.isMissing();
        return fits;
    }

    void compareSubjects() {
        for (const Subject& subject : std::as_const(m_subjects)) {
            if (subject.alive != subject.replayed)
                add("verify.subject", tr("“%1”是否存在与修改记录不符。请改用最近的备份。").arg(subject.name));
        }
    }

    void compareCells() {
        Statement rows(m_connection, "SELECT subject, item, state, amount, scale, text, batch FROM cell");
        QHash<QString, int> unknown;
        while (rows.step()) {
            const qint64 subject = rows.integer(0);
            const QString code = rows.text(1);
            const Figure stands{rows.storedValue(2), rows.integer(6)};
            if (m_figures.take({subject, code}) != stands || !m_subjects.value(subject).alive)
                addCell(subject, code);
            const model::Item* item = model::ItemDictionary::instance().find(code);
            if (item == nullptr || !fromStored(*item, stands.value))
                ++unknown[code];
        }
        for (auto figure = m_figures.cbegin(); figure != m_figures.cend(); ++figure) {
            if (!figure->value.isMissing())
                addCell(figure.key().first, figure.key().second);
        }
        for (auto code = unknown.cbegin(); code != unknown.cend(); ++code)
            add("verify.newer_value",
                tr("有 %1 个“%2”数据由更新版本的均衡填写，本版本不显示，原样保留。").arg(code.value()).arg(code.key()),
                Severity::Notice);
    }

    void addCell(qint64 subject, const QString& code) {
        const model::Item* item = model::ItemDictionary::instance().find(code);
        add("verify.cell", tr("“%1 %2”的数据与修改记录不符，可能被其他程序改动。请核对该数据，或改用最近的备份。")
                               .arg(m_subjects.value(subject).name, item != nullptr ? item->label : code));
    }

    void add(const char* code, const QString& message, Severity severity = Severity::Error) {
        m_findings.push_back({.severity = severity,
                              .code = QLatin1StringView(code),
                              .message = message,
                              .place = {.file = m_connection.file()}});
    }

    const Connection& m_connection;
    std::vector<Finding>& m_findings;
    QHash<qint64, Subject> m_subjects;
    QHash<CellId, Figure> m_figures;
};

void checkSqlite(const Connection& connection, std::vector<Finding>& findings) {
    const base::Place place{.file = connection.file()};
    QSqlQuery lines = connection.query(QStringLiteral("PRAGMA integrity_check(%1)").arg(kMostFindings));
    while (lines.next()) {
        if (const QString line = lines.value(0).toString(); line != QLatin1StringView("ok"))
            findings.push_back({.code = QStringLiteral("verify.sqlite"),
                                .message = tr("文件结构已损坏：%1。请改用最近的备份。").arg(line),
                                .place = place});
    }
    QSqlQuery references = connection.query(QStringLiteral("PRAGMA foreign_key_check"));
    while (references.next())
        findings.push_back({.code = QStringLiteral("verify.reference"),
                            .message = tr("表 %1 中有一行指向不存在的“%2”。请改用最近的备份。")
                                           .arg(references.value(0).toString(), references.value(2).toString()),
                            .place = place});
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

std::vector<Finding> verifyFile(const Connection& connection) {
    Transaction view(connection, Transaction::Kind::Read);
    std::vector<Finding> findings;
    checkSqlite(connection, findings);
    checkMarkFindings(connection, findings);
    if (findings.empty())
        Replay(connection, findings).run();
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

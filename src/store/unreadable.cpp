#include "store/unreadable.h"

#include "base/decimal.h"
#include "model/items.h"
#include "model/observation.h"
#include "model/record_kind.h"
#include "model/subject.h"
#include "store/errors.h"
#include "store/packing.h"
#include "store/statement.h"
#include "store/tr.h"

#include <utility>

namespace junheng::store {

namespace {

using model::Finding;
using model::Item;
using model::ItemDictionary;
using model::Severity;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 9999;

QString shortened(const QString& text) {
    constexpr qsizetype kMost = 60;
    return text.size() <= kMost ? text : text.left(kMost) + QChar(u'…');
}

QString textOf(const StoredValue& value) {
    if (value.state == model::State::NotApplicable)
        return model::notApplicableWord();
    if (value.text)
        return shortened(*value.text);
    return base::Decimal(value.amount.value_or(0), value.scale).toString();
}

// Of one row of the table subject, while it is the current one.
class RowReader {
public:
    RowReader(const Connection& connection, const ItemDictionary& items, std::vector<Finding>& findings)
        : m_connection(connection), m_items(items), m_findings(findings),
          m_names(connection, "SELECT figures FROM subject WHERE year = ? AND kind = ? AND school = ? AND part = ''") {}

    void read(const Statement& row) {
        m_year = row.integer(1);
        m_kind = row.text(2);
        const auto level = model::levelFromId(m_kind);
        m_subject = {.level = level.value_or(model::Level::School), .school = row.text(3), .part = row.text(4)};
        if (!level || !isPossibleYear(*level))
            return add("verify.subject",
                       tr("“%1”（类别 %2）不是本程序的数据，没有读取。").arg(describe(nullptr), shortened(m_kind)));
        if (!model::isPossible(m_subject))
            return add("verify.subject",
                       tr("“%1”（类别 %2，学校“%3”，部分“%4”）不可能是一行数据，没有读取。")
                           .arg(describe(nullptr), m_kind, shortened(m_subject.school), shortened(m_subject.part)));
        const auto read = readFigures(row.bytes(5));
        if (!read)
            return add("verify.subject", tr("“%1”的数据无法读取，均按待填报处理。").arg(describe(nullptr)));
        for (const MalformedFigure& figure : read->malformed)
            addFigure(figure.item, figure.found, Severity::Error);
        for (const StoredFigure& figure : read->figures) {
            const Item* item = m_items.find(figure.item);
            const bool known = item != nullptr && item->level == *level && !item->key;
            if (!known)
                addFigure(figure.item, textOf(figure.value), item == nullptr ? Severity::Notice : Severity::Error);
            else if (!fromStored(*item, figure.value))
                addFigure(figure.item, textOf(figure.value),
                          mayBeNewer(*item, figure.value) ? Severity::Notice : Severity::Error);
        }
    }

private:
    [[nodiscard]] bool isPossibleYear(model::Level level) const {
        return model::kindOf(level).ofYear ? m_year >= kFirstYear && m_year <= kLastYear : m_year == 0;
    }

    void addFigure(const QString& code, const QString& found, Severity severity) {
        const Item* item = m_items.find(code);
        const bool fits = item != nullptr && item->level == m_subject.level;
        const QString place = fits ? describe(item) : describe(nullptr) + QChar(u' ') + shortened(code);
        if (severity == Severity::Notice)
            return add(
                "verify.newer_value",
                tr("“%1”是“%2”，本版本不能识别，可能由更新版本的均衡填写；按待填报处理，原样保留。").arg(place, found),
                severity);
        const auto wrong = fits ? model::parseObservation(*item, found) : base::Result<model::ParsedObservation>();
        const QString why = wrong ? QString() : wrong.error().message;
        add("verify.value", tr("“%1”是“%2”，不是能够填写的数据，按待填报处理，不参加计算。").arg(place, found) + why);
    }

    // "2025 学年 柳溪小学（9901010001） 小学 在校学生数"
    QString describe(const Item* item) {
        QString text = (m_year == 0 ? tr("不分学年") : tr("%1 学年").arg(m_year)) + QChar(u' ');
        if (!m_subject.school.isEmpty()) {
            const QString name = schoolName();
            const QString code = shortened(m_subject.school);
            text += name.isEmpty() ? code : tr("%1（%2）").arg(name, code);
        } else if (m_subject.level == model::Level::County) {
            text += tr("县级");
        }
        if (const QString part = model::partLabel(m_subject); !part.isEmpty())
            text += QChar(u' ') + shortened(part);
        if (item != nullptr)
            text += QChar(u' ') + item->label;
        return text.simplified();
    }

    QString schoolName() {
        m_names.bind(1, m_year).bind(2, model::levelId(model::Level::School)).bind(3, m_subject.school);
        const auto read = m_names.step() ? readFigures(m_names.bytes(0)) : std::nullopt;
        m_names.reset();
        for (const StoredFigure& figure : read ? read->figures : std::vector<StoredFigure>()) {
            if (figure.item == QStringView(items::school_name))
                return shortened(figure.value.text.value_or(QString()));
        }
        return {};
    }

    void add(const char* code, const QString& message, Severity severity = Severity::Error) {
        m_findings.push_back({.severity = severity,
                              .code = QLatin1StringView(code),
                              .message = message,
                              .place = {.file = m_connection.file()}});
    }

    const Connection& m_connection;
    const ItemDictionary& m_items;
    std::vector<Finding>& m_findings;
    Statement m_names;
    std::int64_t m_year = 0;
    QString m_kind;
    model::SubjectKey m_subject;
};

model::County storedCounty(const Connection& connection) {
    Statement row(connection, "SELECT code, name FROM county");
    if (!row.step())
        failDamaged(connection.file(), QStringLiteral("no county"));
    return {.code = row.text(0), .name = row.text(1)};
}

bool isPossibleText(const Item& item, const QString& text) {
    return model::isPossible(item, model::Observation::ofText(text));
}

QString readableText(QStringView code, const QString& text) {
    return isPossibleText(model::itemOf(code), text) ? text : shortened(text);
}

void checkCountyText(QStringView code, const QString& text, const QString& file, std::vector<Finding>& findings) {
    const Item& item = model::itemOf(code);
    if (isPossibleText(item, text))
        return;
    const auto wrong = model::parseObservation(item, text);
    findings.push_back({.severity = Severity::Error,
                        .code = QStringLiteral("verify.county"),
                        .message = tr("“%1”是“%2”，不是能够填写的数据，只取开头。").arg(item.label, shortened(text)) +
                                   (wrong ? QString() : wrong.error().message),
                        .place = {.file = file}});
}

} // namespace

model::County readCounty(const Connection& connection) {
    const model::County stored = storedCounty(connection);
    return {.code = readableText(items::county_code, stored.code),
            .name = readableText(items::county_name, stored.name)};
}

std::vector<Finding> unreadableFigures(const Connection& connection, const ItemDictionary& items) {
    std::vector<Finding> findings;
    const model::County county = storedCounty(connection);
    checkCountyText(items::county_code, county.code, connection.file(), findings);
    checkCountyText(items::county_name, county.name, connection.file(), findings);
    RowReader reader(connection, items, findings);
    Statement rows(connection, "SELECT id, year, kind, school, part, figures FROM subject ORDER BY id");
    while (rows.step())
        reader.read(rows);
    return findings;
}

} // namespace junheng::store

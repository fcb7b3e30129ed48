#include "model/data_code.h"

#include "model/record_kind.h"

#include <QCryptographicHash>

#include <algorithm>
#include <vector>

namespace junheng::model {

namespace {

QByteArray escaped(QString text) {
    text.replace(QChar(u'\\'), QStringLiteral("\\\\"));
    text.replace(QChar(u'\t'), QStringLiteral("\\t"));
    text.replace(QChar(u'\n'), QStringLiteral("\\n"));
    return text.toUtf8();
}

QByteArray line(const QStringList& fields) {
    QByteArrayList parts;
    for (const QString& field : fields)
        parts << escaped(field);
    return parts.join('\t') + '\n';
}

void addLevel(std::vector<QByteArray>& lines, const CountyYear& year, Level level) {
    const LevelTable& table = year.table(level);
    for (int row = 0; row < table.rowCount(); ++row) {
        const SubjectKey& key = table.key(row);
        const QStringList subject{levelId(level), key.school, key.part};
        lines.push_back(line(QStringList{QStringLiteral("row")} + subject));
        for (const Item& item : year.items().ofLevel(level)) {
            if (item.key)
                continue;
            const Observation observation = table.at(row, item);
            if (observation.isMissing())
                continue;
            const QString value =
                observation.isValue() ? QChar(u'=') + displayText(item, observation) : QString(QChar(u'-'));
            lines.push_back(line(QStringList{QStringLiteral("cell")} + subject + QStringList{item.code, value}));
        }
    }
}

} // namespace

QByteArray canonicalText(const CountyYear& year) {
    std::vector<QByteArray> lines{line({QStringLiteral("county"), year.county().code, year.county().name}),
                                  line({QStringLiteral("year"), QString::number(year.year())})};
    for (int level = 0; level < kLevelCount; ++level) {
        if (kindOf(static_cast<Level>(level)).inDataCode)
            addLevel(lines, year, static_cast<Level>(level));
    }
    std::ranges::sort(lines);
    QByteArray text("junheng-data 1\n");
    for (const QByteArray& one : lines)
        text += one;
    return text;
}

QString dataCode(const CountyYear& year) {
    constexpr qsizetype kGroup = 4;
    constexpr qsizetype kDigits = 16;
    const QString digits = QString::fromLatin1(
        QCryptographicHash::hash(canonicalText(year), QCryptographicHash::Sha256).toHex().left(kDigits).toUpper());
    QStringList groups;
    for (qsizetype at = 0; at < kDigits; at += kGroup)
        groups << digits.mid(at, kGroup);
    return groups.join(QChar(u' '));
}

} // namespace junheng::model

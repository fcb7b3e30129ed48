#include "fuzz_support.h"

#include "model/observation.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace junheng::fuzz {

namespace {

void putNumber(QByteArray& to, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i)
        to += static_cast<char>(number >> (8 * i) & 0xFF);
}

// CRC-32 as zip has it.
std::uint32_t checksum(const QByteArray& bytes) {
    static const auto kTable = [] {
        std::array<std::uint32_t, 256> table{};
        for (std::uint32_t i = 0; i < table.size(); ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value >> 1 ^ ((value & 1) != 0 ? 0xEDB88320U : 0U);
            table[i] = value;
        }
        return table;
    }();
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : bytes)
        sum = sum >> 8 ^ kTable[(sum ^ static_cast<std::uint8_t>(c)) & 0xFF];
    return ~sum;
}

// The fields that the header of a part and its entry in the directory share.
QByteArray partFields(const QByteArray& name, const QByteArray& content) {
    QByteArray fields;
    putNumber(fields, 20, 2);     // version
    putNumber(fields, 0x0800, 2); // names are UTF-8
    putNumber(fields, 0, 2);      // stored
    putNumber(fields, 0, 2);
    putNumber(fields, 0x21, 2); // 1980-01-01
    putNumber(fields, checksum(content), 4);
    putNumber(fields, static_cast<std::uint32_t>(content.size()), 4);
    putNumber(fields, static_cast<std::uint32_t>(content.size()), 4);
    putNumber(fields, static_cast<std::uint32_t>(name.size()), 2);
    putNumber(fields, 0, 2);
    return fields;
}

void addCells(model::ChangeSet& changes, const model::SubjectKey& subject,
              std::initializer_list<std::pair<const char16_t*, const char16_t*>> cells) {
    changes.changes.push_back({.subject = subject, .after = model::Observation::ofAmount(1)});
    for (const auto& [code, text] : cells) {
        const model::Item& item = model::ItemDictionary::builtIn().at(code);
        changes.changes.push_back(
            {.subject = subject, .item = &item, .after = model::parseObservation(item, text)->observation});
    }
}

} // namespace

QCoreApplication& application() {
    static int count = 1;
    static char name[] = "fuzz";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication application(count, arguments);
    return application;
}

QByteArray bytesOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

int takeChoice(QByteArray& input, int choices) {
    if (input.isEmpty())
        return 0;
    const int choice = static_cast<std::uint8_t>(input.front()) % choices;
    input.remove(0, 1);
    return choice;
}

QByteArray archiveOf(const std::vector<std::pair<QByteArray, QByteArray>>& parts) {
    QByteArray archive;
    QByteArray directory;
    for (const auto& [name, content] : parts) {
        const QByteArray fields = partFields(name, content);
        directory += "PK\x01\x02";
        putNumber(directory, 20, 2);
        directory += fields;
        putNumber(directory, 0, 2); // comment
        putNumber(directory, 0, 2); // disk
        putNumber(directory, 0, 2);
        putNumber(directory, 0, 4);
        putNumber(directory, static_cast<std::uint32_t>(archive.size()), 4);
        directory += name;
        archive += "PK\x03\x04" + fields + name + content;
    }
    const auto begin = static_cast<std::uint32_t>(archive.size());
    archive += directory;
    archive += "PK\x05\x06";
    putNumber(archive, 0, 4);
    putNumber(archive, static_cast<std::uint32_t>(parts.size()), 2);
    putNumber(archive, static_cast<std::uint32_t>(parts.size()), 2);
    putNumber(archive, static_cast<std::uint32_t>(directory.size()), 4);
    putNumber(archive, begin, 4);
    putNumber(archive, 0, 2);
    return archive;
}

QString scratchFile(const QString& name, const QByteArray& content) {
    static const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return file.fileName();
}

const model::ChangeSet& smallCounty() {
    static const model::ChangeSet changes = [] {
        model::ChangeSet made;
        made.kind = model::BatchKind::Import;
        made.label = QStringLiteral("导入 数据表.xlsx");
        made.file = QStringLiteral("数据表.xlsx");
        using model::Level;
        for (const auto& [code, type] : {std::pair(u"9900000001", u"小学"), std::pair(u"9900000002", u"九年一贯制学校"),
                                         std::pair(u"9900000003", u"初级中学")}) {
            const QString school = QString::fromUtf16(code);
            addCells(made, model::SubjectKey::ofSchool(school),
                     {{u"school_type", type}, {u"school_name", u"示例学校"}, {u"public_funds_budget", u"32.5"}});
            for (const char16_t* stage : {u"primary", u"junior"}) {
                const bool empty = QStringView(type) == u"小学" && QStringView(stage) == u"junior";
                addCells(made, {.level = Level::Section, .school = school, .part = QString::fromUtf16(stage)},
                         {{u"pupils", empty ? u"0" : u"400"},
                          {u"classes", empty ? u"0" : u"10"},
                          {u"teachers", empty ? u"0" : u"25"},
                          {u"backbone_teachers", empty ? u"0" : u"4"},
                          {u"classes_36_40", empty ? u"0" : u"10"}});
            }
            for (const char16_t* campus : {u"", u"东校区"})
                addCells(
                    made, {.level = Level::Campus, .school = school, .part = QString::fromUtf16(campus)},
                    {{u"teaching_area", u"2000"}, {u"equipment_value", u"80"}, {u"campus_pupils_primary", u"200"}});
            addCells(made, {.level = Level::Room, .school = school, .part = QStringLiteral("1")},
                     {{u"room_kind", u"音乐"}, {u"room_area", u"96"}});
        }
        addCells(made, model::SubjectKey::ofCounty(), {{u"teacher_salary", u"98000"}, {u"population", u"41.36"}});
        made.changes.erase(std::ranges::find_if(made.changes, [](const model::Change& change) {
            return change.isExistence() && change.subject.level == Level::County; // it always exists
        }));
        return made;
    }();
    return changes;
}

} // namespace junheng::fuzz

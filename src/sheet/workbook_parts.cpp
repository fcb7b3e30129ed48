#include "sheet/workbook_parts.h"

#include "sheet/cell_text.h"
#include "sheet/reader_errors.h"

#include <QCoreApplication>

#include <limits>
#include <ranges>

namespace junheng::sheet {

namespace {

// Far above what a workbook has; a small file can unpack to many millions.
constexpr std::size_t kMaxEntries = 100'000;

base::Error tooManyEntries(const QString& file, const char* part) {
    return damaged({.file = file},
                   QCoreApplication::translate("sheet", "部件 %1 的条目过多").arg(QLatin1StringView(part)));
}

std::string folderOf(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

// `target` is absolute ("/xl/workbook.xml") or relative to the folder of the part that refers to it.
std::string resolve(const std::string& folder, std::string_view target) {
    const std::string whole = target.starts_with('/') ? std::string(target) : folder + std::string(target);
    std::vector<std::string_view> steps;
    for (const auto step : std::views::split(whole, '/')) {
        const std::string_view name(step.begin(), step.end());
        if (name == "..") {
            if (!steps.empty())
                steps.pop_back();
        } else if (!name.empty() && name != ".") {
            steps.push_back(name);
        }
    }
    std::string part;
    for (const std::string_view step : steps) {
        if (!part.empty())
            part += '/';
        part += step;
    }
    return part;
}

bool isTrue(std::optional<std::string_view> value) {
    return value == "1" || value == "true" || value == "on";
}

class RelationshipsHandler : public XmlHandler {
public:
    RelationshipsHandler(QString file, std::string folder) : m_file(std::move(file)), m_folder(std::move(folder)) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.find("TargetMode") == "External")
            return;
        const auto id = attributes.find("Id");
        const auto type = attributes.find("Type");
        const auto target = attributes.find("Target");
        if (!id || !type || !target)
            return;
        const std::string_view kind = type->substr(type->rfind('/') + 1);
        m_relationships.insert_or_assign(std::string(*id), Relationship{std::string(kind), resolve(m_folder, *target)});
        if (m_relationships.size() > kMaxEntries)
            fail(tooManyEntries(m_file, "rels"));
    }
    void endElement(std::string_view) override {}

    Relationships take() { return std::move(m_relationships); }

private:
    QString m_file;
    std::string m_folder;
    Relationships m_relationships;
};

class WorkbookHandler : public XmlHandler {
public:
    explicit WorkbookHandler(QString file) : m_file(std::move(file)) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        ++m_depth;
        if (m_depth == 1 && name != "workbook") {
            fail(notAWorkbook(m_file, QStringLiteral("the root element is not workbook")));
        } else if (m_depth == 2) {
            m_inSheets = name == "sheets";
            if (name == "workbookPr")
                m_part.date1904 = isTrue(attributes.find("date1904"));
        } else if (m_depth == 3 && m_inSheets && name == "sheet") {
            const auto state = attributes.find("state");
            m_part.sheets.push_back({.name = decodeText(attributes.find("name").value_or("")),
                                     .hidden = state == "hidden" || state == "veryHidden",
                                     .relationship = std::string(attributes.find("id").value_or(""))});
            if (m_part.sheets.size() > kMaxEntries)
                fail(tooManyEntries(m_file, "workbook"));
        }
    }
    void endElement(std::string_view) override { --m_depth; }

    WorkbookPart take() { return std::move(m_part); }

private:
    QString m_file;
    int m_depth = 0;
    bool m_inSheets = false;
    WorkbookPart m_part;
};

class SharedStringsHandler : public XmlHandler {
public:
    SharedStringsHandler(QString file, int limit) : m_file(std::move(file)), m_limit(static_cast<std::size_t>(limit)) {}

    void startElement(std::string_view name, const XmlAttributes&) override {
        ++m_depth;
        if (m_depth == 2 && name == "si")
            m_text.clear();
        else if (name == "rPh")
            m_phonetic = true;
        else if (name == "t")
            m_inText = !m_phonetic;
    }
    void endElement(std::string_view name) override {
        --m_depth;
        if (name == "t") {
            m_inText = false;
        } else if (name == "rPh") {
            m_phonetic = false;
        } else if (m_depth == 1 && name == "si") {
            if (m_strings.size() >= m_limit)
                fail(tooManyCells({.file = m_file}, static_cast<int>(m_limit)));
            m_strings.push_back(decodeText(m_text));
        }
    }
    void characters(std::string_view text) override {
        if (m_inText)
            m_text += text;
    }

    std::vector<QString> take() { return std::move(m_strings); }

private:
    QString m_file;
    std::size_t m_limit;
    int m_depth = 0;
    bool m_phonetic = false; // a reading aid, not part of the text
    bool m_inText = false;
    std::string m_text;
    std::vector<QString> m_strings;
};

class StylesHandler : public XmlHandler {
public:
    explicit StylesHandler(QString file) : m_file(std::move(file)) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        ++m_depth;
        if (m_depth == 2)
            m_list = name;
        if (m_depth != 3)
            return;
        const auto id = parseIndex(attributes.find("numFmtId").value_or("0"), std::numeric_limits<int>::max());
        if (m_list == "numFmts" && name == "numFmt" && id)
            m_customFormats[*id] = isDateFormat(attributes.find("formatCode").value_or(""));
        else if (m_list == "cellXfs" && name == "xf")
            m_formatOfStyle.push_back(id.value_or(0));
        if (m_customFormats.size() > kMaxEntries || m_formatOfStyle.size() > kMaxEntries)
            fail(tooManyEntries(m_file, "styles"));
    }
    void endElement(std::string_view) override { --m_depth; }

    // Number formats are looked up at the end, wherever their list stands.
    [[nodiscard]] std::vector<bool> dateStyles() const {
        std::vector<bool> dates;
        for (const int format : m_formatOfStyle) {
            const auto custom = m_customFormats.find(format);
            dates.push_back(custom == m_customFormats.end() ? isBuiltInDateFormat(format) : custom->second);
        }
        return dates;
    }

private:
    QString m_file;
    int m_depth = 0;
    std::string m_list;
    std::unordered_map<int, bool> m_customFormats;
    std::vector<int> m_formatOfStyle;
};

} // namespace

base::Result<Relationships> readRelationships(Package& package, const std::string& part) {
    const std::string folder = folderOf(part);
    const std::string rels = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (!package.contains(rels))
        return Relationships{};
    RelationshipsHandler handler(package.file(), folder);
    if (auto outcome = package.parse(rels, handler); !outcome)
        return std::unexpected(outcome.error());
    return handler.take();
}

std::optional<std::string> partOfKind(const Relationships& relationships, std::string_view kind) {
    for (const auto& [id, relationship] : relationships) {
        if (relationship.kind == kind)
            return relationship.part;
    }
    return std::nullopt;
}

base::Result<WorkbookPart> readWorkbookPart(Package& package, const std::string& part) {
    WorkbookHandler handler(package.file());
    if (auto outcome = package.parse(part, handler); !outcome)
        return std::unexpected(outcome.error());
    return handler.take();
}

base::Result<std::vector<QString>> readSharedStrings(Package& package, const std::string& part, int limit) {
    SharedStringsHandler handler(package.file(), limit);
    if (auto outcome = package.parse(part, handler); !outcome)
        return std::unexpected(outcome.error());
    return handler.take();
}

base::Result<std::vector<bool>> readDateStyles(Package& package, const std::string& part) {
    StylesHandler handler(package.file());
    if (auto outcome = package.parse(part, handler); !outcome)
        return std::unexpected(outcome.error());
    return handler.dateStyles();
}

} // namespace junheng::sheet

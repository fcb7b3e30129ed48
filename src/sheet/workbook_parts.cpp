#include "sheet/workbook_parts.h"

#include "sheet/cell_text.h"
#include "sheet/reader_errors.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <ranges>
#include <utility>

namespace junheng::sheet {

namespace {

// Far above what a workbook has; a small file can unpack to many millions.
constexpr std::size_t kMaxEntries = 100'000;
constexpr std::size_t kLongestName = 4096; // of a sheet, of a part

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

class RelationshipsHandler : public XmlHandler {
public:
    RelationshipsHandler(QString file, std::string folder) : m_file(std::move(file)), m_folder(std::move(folder)) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.find("TargetMode") == "External")
            return;
        const auto id = attributes.find("Id");
        const auto type = attributes.find("Type");
        const auto target = attributes.find("Target");
        if (!id || !type || !target || std::max(id->size(), target->size()) > kLongestName)
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
    WorkbookHandler(QString file, int mostSheets) : m_file(std::move(file)), m_mostSheets(mostSheets) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        ++m_depth;
        if (m_depth == 1 && name != "workbook") {
            fail(notAWorkbook(m_file, QStringLiteral("the root element is not workbook")));
        } else if (m_depth == 2) {
            m_inSheets = name == "sheets";
            if (name == "workbookPr")
                m_part.date1904 = isTrue(attributes.find("date1904"));
            else if (name == "calcPr")
                readCalculation(attributes);
        } else if (m_depth == 3 && m_inSheets && name == "sheet") {
            addSheet(attributes);
        }
    }
    void endElement(std::string_view) override { --m_depth; }

    WorkbookPart take() { return std::move(m_part); }

private:
    void readCalculation(const XmlAttributes& attributes) {
        const auto mode = attributes.find("calcMode").value_or("auto");
        const bool pending =
            isTrue(attributes.find("fullCalcOnLoad")) || !isTrue(attributes.find("calcCompleted").value_or("1"));
        if (mode == "manual")
            m_part.calculation = Calculation::Manual;
        if (mode != "auto")
            m_part.tableCalculation = Calculation::Manual;
        if (pending)
            m_part.calculation = m_part.tableCalculation = Calculation::Pending;
    }

    void addSheet(const XmlAttributes& attributes) {
        const auto state = attributes.find("state");
        m_part.sheets.push_back(
            {.name = decodeText(attributes.find("name").value_or("").substr(0, kLongestName)),
             .visibility = state == "veryHidden" ? Visibility::VeryHidden
                           : state == "hidden"   ? Visibility::Hidden
                                                 : Visibility::Visible,
             .relationship = std::string(attributes.find("id").value_or("").substr(0, kLongestName))});
        if (m_part.sheets.size() > static_cast<std::size_t>(m_mostSheets))
            fail(tooManySheets(m_file, m_mostSheets));
    }

    QString m_file;
    int m_mostSheets;
    int m_depth = 0;
    bool m_inSheets = false;
    WorkbookPart m_part;
};

class SharedStringsHandler : public XmlHandler {
public:
    SharedStringsHandler(QString file, const Limits& limits) : m_file(std::move(file)), m_limits(limits) {}

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        ++m_depth;
        if (m_depth == 2 && name == "si")
            m_text.clear();
        else
            m_text.startElement(name, attributes);
    }
    void endElement(std::string_view name) override {
        --m_depth;
        if (m_depth == 1 && name == "si")
            add();
        else
            m_text.endElement(name);
    }
    void characters(std::string_view text) override { m_text.characters(text); }

    std::vector<StoredText> take() { return std::move(m_strings); }

private:
    void add() {
        if (m_strings.size() >= static_cast<std::size_t>(m_limits.cells))
            return fail(tooManyCells({.file = m_file}, m_limits.cells));
        m_bytes += static_cast<qint64>(m_text.raw().size());
        if (m_bytes > m_limits.textBytes)
            return fail(tooMuchText(m_file, m_limits.textBytes));
        m_strings.push_back(m_text.take());
    }

    QString m_file;
    const Limits& m_limits;
    int m_depth = 0;
    qint64 m_bytes = 0;
    RichText m_text;
    std::vector<StoredText> m_strings;
};

class StylesHandler : public XmlHandler {
public:
    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        ++m_depth;
        if (m_depth == 2)
            m_list = name;
        else if (m_depth == 3)
            startEntry(name, attributes);
        else if (m_depth == 4 && m_list == "fonts" && name == "strike" && !m_struckFonts.empty())
            m_struckFonts.back() = isTrue(attributes.find("val").value_or("1"));
    }
    void endElement(std::string_view) override { --m_depth; }

    // Formats and fonts are looked up at the end, wherever their lists stand.
    CellStyles take() {
        CellStyles result{.formats = {NumberFormat()}, .styles = {}};
        std::unordered_map<int, int> indexOf;
        for (const auto& [format, font] : m_styles) {
            const auto [found, isNew] = indexOf.try_emplace(format, static_cast<int>(result.formats.size()));
            if (isNew) {
                const auto custom = m_formats.find(format);
                result.formats.push_back(custom == m_formats.end() ? NumberFormat::builtIn(format) : custom->second);
            }
            const auto index = static_cast<std::size_t>(font);
            result.styles.push_back({found->second, index < m_struckFonts.size() && m_struckFonts[index]});
        }
        return result;
    }

private:
    void startEntry(std::string_view name, const XmlAttributes& attributes) {
        const auto numberOf = [&](std::string_view attribute) {
            return parseIndex(attributes.find(attribute).value_or("0"), std::numeric_limits<int>::max()).value_or(0);
        };
        if (m_list == "fonts" && name == "font" && m_struckFonts.size() < kMaxEntries)
            m_struckFonts.push_back(false);
        else if (m_list == "numFmts" && name == "numFmt" && m_formats.size() < kMaxEntries)
            m_formats.insert_or_assign(numberOf("numFmtId"), formatOf(attributes));
        else if (m_list == "cellXfs" && name == "xf" && m_styles.size() < kMaxEntries)
            m_styles.emplace_back(numberOf("numFmtId"), numberOf("fontId"));
    }

    // Excel writes 250 at most.
    NumberFormat formatOf(const XmlAttributes& attributes) const {
        constexpr std::size_t kMaxFormats = 2000;
        return m_formats.size() < kMaxFormats ? NumberFormat::fromCode(decodeText(
                                                    attributes.find("formatCode").value_or("").substr(0, kLongestName)))
                                              : NumberFormat::unknown();
    }

    int m_depth = 0;
    std::string m_list;
    std::unordered_map<int, NumberFormat> m_formats;
    std::vector<bool> m_struckFonts;
    std::vector<std::pair<int, int>> m_styles; // number format and font
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

std::optional<std::string> partOfKind(const Package& package, const Relationships& relationships,
                                      std::string_view kind) {
    for (const auto& [id, relationship] : relationships) {
        if (relationship.kind == kind && package.contains(relationship.part))
            return relationship.part;
    }
    return std::nullopt;
}

base::Result<WorkbookPart> readWorkbookPart(Package& package, const std::string& part, int mostSheets) {
    WorkbookHandler handler(package.file(), mostSheets);
    if (auto outcome = package.parse(part, handler); !outcome)
        return std::unexpected(outcome.error());
    return handler.take();
}

base::Result<std::vector<StoredText>> readSharedStrings(Package& package, const std::string& part,
                                                        const Limits& limits) {
    SharedStringsHandler handler(package.file(), limits);
    if (auto outcome = package.parse(part, handler); !outcome)
        return std::unexpected(outcome.error());
    return handler.take();
}

const CellStyle* CellStyles::find(int style) const {
    const auto index = static_cast<std::size_t>(style);
    return style >= 0 && index < styles.size() ? &styles[index] : nullptr;
}

base::Result<CellStyles> readStyles(Package& package, const std::string& part) {
    StylesHandler handler;
    if (auto outcome = package.parse(part, handler); !outcome)
        return std::unexpected(outcome.error());
    return handler.take();
}

} // namespace junheng::sheet

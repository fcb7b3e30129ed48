// Workbooks in memory, and looking at plans.
#pragma once

#include "exchange/template_reader.h"
#include "model/county_year.h"
#include "sheet/workbook.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

namespace junheng::test {

/// A cell written in a test: u"文字", 12, "1E+308" as a stored number, or a cell of another kind.
struct TestCell : sheet::StoredCell {
    TestCell() = default;
    TestCell(const char16_t* written) {
        text = QString::fromUtf16(written);
        kind = text.isEmpty() ? sheet::CellKind::Blank : sheet::CellKind::Text;
    }
    TestCell(int number) : TestCell(sheet::CellKind::Number, QString::number(number)) {}
    TestCell(const char* number) : TestCell(sheet::CellKind::Number, QLatin1StringView(number)) {}
    TestCell(sheet::CellKind cellKind, const QString& cellText)
        : sheet::StoredCell{.kind = cellKind, .text = cellText} {}
};

using Rows = std::vector<std::vector<TestCell>>;

class Book {
public:
    Rows& operator[](const char16_t* sheet) {
        const QString name = QString::fromUtf16(sheet);
        const auto found = std::ranges::find(m_sheets, name, &std::pair<QString, Rows>::first);
        return found != m_sheets.end() ? found->second : m_sheets.emplace_back(name, Rows()).second;
    }
    void remove(const char16_t* sheet) {
        std::erase_if(m_sheets, [&](const auto& entry) { return entry.first == QString::fromUtf16(sheet); });
    }
    void rename(const char16_t* sheet, const char16_t* name) {
        for (auto& entry : m_sheets) {
            if (entry.first == QString::fromUtf16(sheet))
                entry.first = QString::fromUtf16(name);
        }
    }

    [[nodiscard]] sheet::Workbook workbook() const {
        sheet::Workbook result;
        for (const auto& [name, rows] : m_sheets) {
            std::vector<sheet::PlacedCell> cells;
            for (std::size_t row = 0; row < rows.size(); ++row) {
                for (std::size_t column = 0; column < rows[row].size(); ++column) {
                    if (!rows[row][column].isBlank())
                        cells.push_back({static_cast<int>(row), static_cast<int>(column), rows[row][column]});
                }
            }
            result.sheets.emplace_back(name, std::move(cells));
        }
        return result;
    }

private:
    std::vector<std::pair<QString, Rows>> m_sheets;
};

inline const QString kPrimarySchool = QStringLiteral("3499010001");
inline const QString kNineYearSchool = QStringLiteral("3499010002");

/// A primary school on one campus and a nine-year school on two.
inline Book smallBook() {
    Book book;
    book[u"学校"] = {
        {u"学校标识码", u"学校名称", u"办学类型", u"城乡类型", u"是否寄宿制", u"年度公用经费预算总额（万元）"},
        {u"3499010001", u"柳溪小学", u"小学", u"镇区", u"否", "71.5"},
        {u"3499010002", u"东山九年一贯制学校", u"九年一贯制学校", u"乡村", u"是", 90}};
    book[u"学段"] = {{u"学校标识码", u"学段", u"在校学生数（人）", u"专任教师数（人）", u"教职工数（人）"},
                     {u"3499010001", u"小学", 900, 44, 50},
                     {u"3499010002", u"小学", 400, 20, 24},
                     {u"3499010002", u"初中", 300, 24, 27}};
    book[u"校区"] = {{u"学校标识码", u"校区名称", u"小学在校学生数", u"初中在校学生数", u"教学及辅助用房面积（㎡）"},
                     {u"3499010001", u"", u"", u"", "4300.5"},
                     {u"3499010002", u"", 400, 0, 2000},
                     {u"3499010002", u"东校区", 0, 300, 1800}};
    return book;
}

inline model::CountyYear emptyYear() {
    return {model::County{.code = QStringLiteral("349901"), .name = QStringLiteral("示例县")}, 2025};
}

inline exchange::ImportPlan planOf(const Book& book, const model::CountyYear& current = emptyYear(),
                                   const exchange::ImportOptions& options = {}) {
    return exchange::planImport(
        book.workbook(), {.name = QStringLiteral("数据表.xlsx"), .sha256 = QStringLiteral("ab12")}, current, options);
}

/// The year after importing `book`; without any change when it has errors.
inline model::CountyYear yearOf(const Book& book, const model::CountyYear& current = emptyYear()) {
    model::CountyYear year = current;
    year.apply(planOf(book, current).changes);
    return year;
}

/// "import.duplicate_school 学校!A4": the errors or the notices of a plan, one each.
inline QStringList listed(const exchange::ImportPlan& plan, model::Severity severity) {
    QStringList result;
    for (const model::Finding& finding : plan.findings) {
        if (finding.severity != severity)
            continue;
        QString line = finding.code;
        if (!finding.place.sheet.isEmpty())
            line += QChar(u' ') + finding.place.sheet;
        if (!finding.place.cell.isEmpty())
            line += QChar(u'!') + finding.place.cell;
        result << line;
    }
    return result;
}
inline QStringList errorsOf(const exchange::ImportPlan& plan) {
    return listed(plan, model::Severity::Error);
}
inline QStringList noticesOf(const exchange::ImportPlan& plan) {
    return listed(plan, model::Severity::Notice);
}

/// The message of the first finding with this code; empty when there is none.
inline QString messageOf(const exchange::ImportPlan& plan, const char* code) {
    const auto found = std::ranges::find(plan.findings, QString(QLatin1StringView(code)), &model::Finding::code);
    return found == plan.findings.end() ? QString() : found->message;
}

inline const model::Item& item(const char16_t* code) {
    return model::ItemDictionary::builtIn().at(code);
}

inline model::SubjectKey section(const QString& school, const char16_t* stage) {
    return {.level = model::Level::Section, .school = school, .part = QString::fromUtf16(stage)};
}
inline model::SubjectKey campus(const QString& school, const char16_t* name) {
    return {.level = model::Level::Campus, .school = school, .part = QString::fromUtf16(name)};
}
inline model::SubjectKey room(const QString& school, const char16_t* ordinal) {
    return {.level = model::Level::Room, .school = school, .part = QString::fromUtf16(ordinal)};
}
inline model::SubjectKey row(model::Level level, const char16_t* part) {
    return {.level = level, .part = QString::fromUtf16(part)};
}

/// As a person reads the value of a cell.
inline QString shown(const model::CountyYear& year, const model::SubjectKey& subject, const char16_t* code) {
    return model::displayText(item(code), year.value(subject, item(code)));
}

} // namespace junheng::test

// So that GoogleTest prints what it compares.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}
inline void PrintTo(const QStringList& texts, std::ostream* out) {
    *out << '[' << texts.join(QStringLiteral(" | ")).toStdString() << ']';
}

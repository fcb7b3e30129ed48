#include "exchange/template_table.h"

#include "exchange/template_checks.h"
#include "exchange/template_format.h"
#include "exchange/template_notes.h"
#include "exchange/template_rules.h"
#include "exchange/tr.h"
#include "model/indicator.h"
#include "model/items.h"
#include "model/observation.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace junheng::exchange {

namespace {

using model::CountyYear;
using model::Item;
using model::ItemKind;
using model::Level;
using model::Observation;
using model::SubjectKey;
using ColumnKind = TemplateColumn::Kind;

constexpr int kHeadingLines = 3;
constexpr double kLabelLines = 2;         // and one for the unit
constexpr double kHeadingLineHeight = 16; // points, of 11 point text
constexpr double kOneLine = 12;           // characters; longer labels take two
constexpr double kListButton = 3;         // characters
constexpr int kLastColumn = 16383;        // of a sheet
constexpr int kMostPrompts = 50'000;      // Excel gives up a sheet of more than 65,534 validations
constexpr double kPageWidth = 190;        // characters across a page of A4, printed at some three quarters
constexpr int kLongestName = 60;          // of a county in the header, which holds 255 characters
constexpr int kPrintedSpareRows = 20;     // behind the data
constexpr int kPrintedBlankRows = 60;     // of a blank template

sheet::Format formatOf(ColumnKind kind) {
    sheet::Format format =
        ownFormat(kind == ColumnKind::Check ? TemplateColours::kCheckText : TemplateColours::kOwnText);
    format.wrap = kind == ColumnKind::IndicatorName;
    return format;
}

sheet::Format formatOf(const TemplateColumn& column) {
    return column.item != nullptr ? cellFormat(*column.item) : formatOf(column.kind);
}

double columnWidth(const TemplateColumn& column) {
    if (column.kind == ColumnKind::Check)
        return 46;
    if (column.item == nullptr)
        return column.kind == ColumnKind::SchoolName ? 26 : 40;
    const Item& item = *column.item;
    double width = 10;
    if (item.is(items::school_code) || item.is(items::parent_code))
        width = 14;
    else if (item.kind == ItemKind::Text)
        width = item.key ? 12 : 30;
    for (const QString& choice : item.choices)
        width = std::max(width, widthOf(choice) + kListButton);
    const double label = widthOf(item.label);
    return std::max(width, (label <= kOneLine ? label : std::ceil(label / kLabelLines)) + 2);
}

// What a key column shows for a row.
QString keyText(const Item& item, const SubjectKey& key) {
    if (item.level == Level::School)
        return key.school;
    switch (key.level) {
    case Level::Section:
        return model::partLabel(key);
    case Level::Monitoring: {
        const model::Monitored monitored = model::monitoredOf(key.part);
        if (item.is(items::monitored_source))
            return model::sourceName(monitored);
        return item.is(items::monitored_grade) ? monitored.grade : monitored.subject;
    }
    default:
        return key.part; // a blank campus is 本部
    }
}

void addColour(sheet::SheetWriter& target, const sheet::CellRange& range, const QString& formula, std::uint32_t fill) {
    if (!formula.isEmpty())
        target.formatWhere(range, formula, {.fillColour = fill});
}

// One sheet of rows and columns.
class TemplateTableWriter {
public:
    TemplateTableWriter(sheet::SheetWriter target, const TemplateSheets& sheets, Level level,
                        const TemplateContent& content)
        : m_target(target), m_sheet(sheets.at(level)), m_schools(sheets.at(Level::School)), m_content(content),
          m_checks(checksOf(sheets, level)), m_showsBefore(content.before != nullptr && promptCount() <= kMostPrompts) {
    }

    void write() {
        const auto& columns = m_sheet.columns();
        const int count = static_cast<int>(columns.size());
        for (int column = 0; column < count; ++column)
            writeHeading(column, columns[static_cast<std::size_t>(column)]);
        m_target.setColumnWidth(count, kLastColumn, 9, {.locked = false});
        for (int row = 1; row <= m_sheet.lastRow(); ++row)
            writeRow(row);
        for (int column = 0; column < count; ++column)
            addRules(column, columns[static_cast<std::size_t>(column)]);
        layOut(count);
    }

private:
    [[nodiscard]] const SubjectKey* keyOf(int row) const {
        const auto& rows = m_sheet.rows();
        return row <= static_cast<int>(rows.size()) ? &rows[static_cast<std::size_t>(row) - 1] : nullptr;
    }
    // The figure of the earlier year that a cell shows.
    [[nodiscard]] Observation earlier(int row, const Item& item) const {
        const SubjectKey* key = keyOf(row);
        if (m_content.before == nullptr || key == nullptr || item.key || item.carried)
            return Observation::missing();
        return m_content.before->value(*key, item);
    }
    [[nodiscard]] int promptCount() const {
        int count = 0;
        for (int row = 1; row <= static_cast<int>(m_sheet.rows().size()); ++row) {
            for (const TemplateColumn& column : m_sheet.columns())
                count += column.item != nullptr && !earlier(row, *column.item).isMissing() ? 1 : 0;
        }
        return count;
    }

    void writeHeading(int column, const TemplateColumn& what) {
        m_target.setColumnWidth(column, column, columnWidth(what), formatOf(what));
        m_target.writeText(0, column, what.heading(),
                           headingFormat(what.item != nullptr ? headingFill(*what.item) : TemplateColours::kOwn));
        if (what.item != nullptr)
            m_target.addNote(0, column, noteOf(*what.item));
        else if (what.kind == ColumnKind::Check)
            m_target.addNote(0, column,
                             tr("红字指出前后矛盾的地方，自动显示，不用填。改好以后红字消失；确属实情的可以保留。"));
    }

    void writeRow(int row) {
        const SubjectKey* key = keyOf(row);
        int column = 0;
        for (const TemplateColumn& what : m_sheet.columns()) {
            if (what.item == nullptr)
                writeOwn(row, column, what.kind, key);
            else if (key != nullptr && what.item->key)
                m_target.writeText(row, column, keyText(*what.item, *key), cellFormat(*what.item));
            else if (key != nullptr)
                writeValue(m_target, row, column, *what.item,
                           m_content.data == nullptr ? Observation::missing()
                                                     : m_content.data->value(*key, *what.item));
            ++column;
        }
    }

    void writeOwn(int row, int column, ColumnKind kind, const SubjectKey* key) {
        const CountyYear* data = key == nullptr ? nullptr : m_content.data;
        if (kind == ColumnKind::IndicatorName) {
            if (key != nullptr)
                m_target.writeText(row, column, indicatorTitle(key->part), formatOf(kind));
        } else if (kind == ColumnKind::SchoolName) {
            const Item& name = model::itemOf(items::school_name);
            const Observation shown =
                data == nullptr ? Observation::missing() : data->value(SubjectKey::ofSchool(key->school), name);
            m_target.writeFormula(row, column,
                                  QStringLiteral("=IFERROR(INDEX(%1,MATCH(%2&\"\",%3,0))&\"\",\"\")")
                                      .arg(m_schools.columnFromOutside(items::school_name), sheetCell(row, 0),
                                           m_schools.columnFromOutside(items::school_code)),
                                  model::displayText(name, shown), formatOf(kind));
        } else {
            m_target.writeFormula(row, column, checkFormula(m_sheet, m_checks, row),
                                  data == nullptr ? QString() : checkText(m_checks, *data, *key), formatOf(kind));
        }
    }

    [[nodiscard]] QString indicatorTitle(const QString& id) const {
        const auto further = std::ranges::find(m_content.further, id, &model::FurtherIndicator::id);
        return further == m_content.further.end() ? model::indicatorName(id) : further->title;
    }
    [[nodiscard]] static QString sheetCell(int row, int column) { return sheet::cellName(row, column); }

    void addRules(int column, const TemplateColumn& what) {
        const sheet::CellRange range{.top = 1, .left = column, .bottom = m_sheet.lastRow(), .right = column};
        if (what.item == nullptr) {
            m_target.validate(range, {.condition = QStringLiteral("=FALSE"),
                                      .errorTitle = tr("不用填"),
                                      .errorText = tr("这一列由表格自动显示，不用填写，导入时也不读。")});
            if (what.kind == ColumnKind::Check)
                addColour(m_target, range, QStringLiteral("=LEN(%1)>0").arg(sheetCell(1, column)),
                          TemplateColours::kMisfit);
            return;
        }
        addValidations(column, *what.item);
        const bool isRegister = m_sheet.layout().level == Level::School;
        addColour(m_target, range, misfitFormula(*what.item, sheetCell(1, column), isRegister),
                  TemplateColours::kMisfit);
        addColour(m_target, range, requiredFormula(m_sheet, *what.item), TemplateColours::kWanted);
    }

    // One validation for the column, but one of its own for every cell that shows the earlier year's figure.
    void addValidations(int column, const Item& item) {
        int first = 1;
        for (int row = 1; m_showsBefore && row <= static_cast<int>(m_sheet.rows().size()); ++row) {
            const Observation shown = earlier(row, item);
            if (shown.isMissing())
                continue;
            validate(column, first, row - 1, item, {});
            validate(column, row, row, item, shown);
            first = row + 1;
        }
        validate(column, first, m_sheet.lastRow(), item, {});
    }

    void validate(int column, int first, int last, const Item& item, const Observation& shown) {
        if (first > last)
            return;
        sheet::Validation rule = validationOf(item, sheetCell(first, column), m_schools, &m_sheet);
        if (shown.isMissing() && rule.condition.isEmpty() && rule.choices.isEmpty() && rule.choicesFrom.isEmpty())
            return;
        if (!shown.isMissing()) {
            rule.promptTitle = tr("上年：%1").arg(model::displayText(item, shown)).left(32);
            rule.prompt = describe(*keyOf(first), item, shown).left(255);
        }
        m_target.validate({first, column, last, column}, rule);
    }

    // Whose figure it is, as a prompt stays in its place when rows are sorted.
    [[nodiscard]] QString describe(const SubjectKey& key, const Item& item, const Observation& shown) const {
        QString whose = model::partLabel(key);
        if (!key.school.isEmpty())
            whose = m_content.before->schoolName(key.school) + (whose.isEmpty() ? QString() : QChar(u' ') + whose);
        return tr("%1 %2 学年：%3%4")
            .arg(whose)
            .arg(m_content.before->year())
            .arg(model::displayText(item, shown), shown.isValue() ? shownUnit(item) : QString());
    }

    void layOut(int columns) {
        // A school's name stays in sight.
        const int frozen = m_sheet.layout().level == Level::School ? 2 : m_sheet.keyColumns();
        m_target.freeze(1, frozen);
        m_target.setRowHeight(0, kHeadingLines * kHeadingLineHeight + 6);
        m_target.setFilter({0, 0, m_sheet.lastRow(), columns - 1});
        m_target.hideWarnings({1, 0, m_sheet.lastRow(), columns - 1});
        double width = 0;
        for (const TemplateColumn& column : m_sheet.columns())
            width += columnWidth(column);
        const int rows = static_cast<int>(m_sheet.rows().size());
        const int printed = std::min(m_sheet.lastRow(), rows == 0 ? kPrintedBlankRows : rows + kPrintedSpareRows);
        m_target.setPage({.orientation = sheet::Orientation::Landscape,
                          .pagesWide = static_cast<int>(std::ceil(width / kPageWidth)),
                          .marginLeft = 12,
                          .marginRight = 12,
                          .header = QStringLiteral("&L%1&R%2").arg(m_sheet.layout().name, whose()),
                          .footer = tr("&C第 &P 页，共 &N 页"),
                          .repeatedRows = sheet::CellRange{},
                          .repeatedColumns = frozen,
                          .gridlines = true,
                          .printArea = sheet::CellRange{0, 0, printed, columns - 1}});
        m_target.protect();
    }

    [[nodiscard]] QString whose() const {
        if (m_content.data == nullptr)
            return {};
        QString name = m_content.data->county().name.left(kLongestName);
        name.replace(u'&', QStringLiteral("&&")); // & begins a code of the header
        return tr("%1 %2 学年").arg(name).arg(m_content.data->year());
    }

    sheet::SheetWriter m_target;
    const TemplateSheet& m_sheet;
    const TemplateSheet& m_schools;
    const TemplateContent& m_content;
    std::vector<TemplateCheck> m_checks;
    bool m_showsBefore;
};

} // namespace

void writeTable(sheet::SheetWriter target, const TemplateSheets& sheets, Level level, const TemplateContent& content) {
    TemplateTableWriter(target, sheets, level, content).write();
}

} // namespace junheng::exchange

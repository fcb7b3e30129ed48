// Sheets and columns of the template workbook (数据表), for reading and writing.
#pragma once

#include "model/indicator.h"
#include "model/item.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <span>
#include <vector>

namespace junheng::exchange {

struct SheetLayout {
    QString name;
    model::Level level = model::Level::School;
    bool obligatory = false;
    /// The columns in the order of the template; rows of a school's parts begin with 学校标识码. For 县级 these are the
    /// labels in its first column.
    std::vector<const model::Item*> columns = {};
    /// The columns by foldHeading() of their labels, which are unique within a sheet.
    QHash<QString, const model::Item*> labels = {};

    /// Whether a row is a part of a school (section, campus, room).
    [[nodiscard]] bool isPartOfSchool() const;
    /// A column without which the rows of this sheet cannot be read.
    [[nodiscard]] bool isObligatory(const model::Item& item) const;
};

/// The template for the items of a dictionary, which must outlive it.
class TemplateLayout {
public:
    explicit TemplateLayout(const model::ItemDictionary& items);

    /// All of them in the order of the template.
    [[nodiscard]] std::span<const SheetLayout> sheets() const { return m_sheets; }
    /// Of a level that has a sheet.
    [[nodiscard]] const SheetLayout& at(model::Level level) const;

private:
    std::vector<SheetLayout> m_sheets;
};

/// 学校, 学段, ...; empty for a level that has no sheet.
QString sheetNameOf(model::Level level);

/// Folded (blanks, line breaks, full-width forms, unseen characters), without the asterisk of obligatory columns,
/// dashes and brackets alike.
QString foldHeading(QStringView heading);

/// 指标项 and 数值, the two columns of the sheet 县级.
QString countyItemHeading();
QString countyValueHeading();

/// What the template says for itself and an import passes over: the first sheet, and columns of explanation and checks.
QString guideSheetName();
QString checkHeading();
QString schoolNameHeading();
QString indicatorNameHeading();
QString countyHintHeading();
bool isOwnHeading(QStringView heading);

/// The identifiers that rows of attested conclusions, vetoes and tasks may have, `further` of a standard among them;
/// empty for other levels.
QStringList allowedIndicators(model::Level level, std::span<const model::FurtherIndicator> further);

} // namespace junheng::exchange

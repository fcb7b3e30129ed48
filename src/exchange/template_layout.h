// Sheets and columns of the template workbook (数据表), for reading and writing.
#pragma once

#include "model/indicator.h"
#include "model/item.h"

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

    /// Whether a row is a part of a school (section, campus, room).
    [[nodiscard]] bool isPartOfSchool() const;
    /// A column without which the rows of this sheet cannot be read.
    [[nodiscard]] bool isObligatory(const model::Item& item) const;
};

/// All sheets in the order of the template.
std::span<const SheetLayout> templateSheets();
/// Of a level that has a sheet.
const SheetLayout& layoutOf(model::Level level);

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

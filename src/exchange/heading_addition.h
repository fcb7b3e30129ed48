// What stands in a heading beside the label: a unit, a remark, or words that may change what is counted.
#pragma once

#include "model/item.h"

#include <QString>
#include <QStringView>

namespace junheng::exchange {

struct Addition {
    QString unit = {};    ///< another unit than the item's, as of model::unitName
    QString unknown = {}; ///< words that are neither the item's unit nor a remark known to change nothing
};

/// `words` are folded as headings are: all that is left of the heading without the label. A date is a remark where it
/// is one of the school year `year`, or, of figures of the year before, of that.
Addition readAddition(const model::Item& item, const QString& words, int year);

/// Whether the text is that of a row of totals or notes: 合计, 注：…, 填表人：….
bool isTotalOrNote(QStringView text);
/// Whether it is the word for a total alone: 合计, 小计.
bool isTotal(QStringView text);

} // namespace junheng::exchange

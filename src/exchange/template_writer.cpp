#include "exchange/template_writer.h"

#include "exchange/template_county.h"
#include "exchange/template_layout.h"
#include "exchange/template_notes.h"
#include "exchange/template_sheet.h"
#include "exchange/template_table.h"
#include "exchange/tr.h"
#include "sheet/workbook_writer.h"

#include <QDateTime>
#include <QTimeZone>

namespace junheng::exchange {

base::Outcome writeTemplate(const QString& path, const TemplateContent& content) {
    // Not the time at hand: the same data give the same file.
    const QDateTime timeless(QDate(2000, 1, 1), QTime(0, 0), QTimeZone::utc());
    sheet::WorkbookWriter book(path, {.title = tr("义务教育优质均衡发展数据表"), .author = {}, .created = timeless});
    const TemplateLayout layout(content.items);
    const TemplateSheets sheets(layout, content.data, content.further);
    writeGuide(book.addSheet(guideSheetName()), content.data, content.before);
    for (const SheetLayout& sheet : layout.sheets()) {
        if (sheet.level == model::Level::County)
            writeCounty(book.addSheet(sheet.name), sheet, sheets.at(model::Level::School), content);
        else
            writeTable(book.addSheet(sheet.name), sheets, sheet.level, content);
    }
    return book.finish();
}

} // namespace junheng::exchange

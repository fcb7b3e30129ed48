#include "sheet/reader_errors.h"

#include "sheet/tr.h"

namespace junheng::sheet {

namespace {

QString mebibytes(qint64 bytes) {
    return QString::number(bytes >> 20);
}

} // namespace

base::Error damaged(const base::Place& place, const QString& reason, const QString& detail) {
    return {.code = QStringLiteral("sheet.damaged"),
            .message = tr("工作簿已损坏：%1。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后再试。").arg(reason),
            .detail = detail,
            .place = place};
}

base::Error malformedPart(const base::Place& place, const QString& part, const QString& detail) {
    return damaged(place, tr("其中的部件 %1 无法解析").arg(part), detail);
}

base::Error notAWorkbook(const QString& file, const QString& detail) {
    return {.code = QStringLiteral("sheet.not_a_workbook"),
            .message =
                tr("这不是 .xlsx 工作簿。请选择 Excel 工作簿（.xlsx），或用 Excel、WPS 打开后另存为 .xlsx 再试。"),
            .detail = detail,
            .place = {.file = file}};
}

base::Error encrypted(const QString& file) {
    return {.code = QStringLiteral("sheet.encrypted"),
            .message = tr("工作簿设有打开密码，无法读取。请用 Excel 或 WPS 打开，去掉打开密码并保存后再试。"),
            .place = {.file = file}};
}

base::Error oldFormat(const QString& file) {
    return {.code = QStringLiteral("sheet.old_format"),
            .message = tr("这是旧格式的工作簿（.xls），应为 .xlsx。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。"),
            .place = {.file = file}};
}

base::Error tooLarge(const QString& file, qint64 bytes) {
    return {.code = QStringLiteral("sheet.too_large"),
            .message = tr("工作簿超过 %1 MiB 的上限。请删去图片和无关的工作表后再试。").arg(mebibytes(bytes)),
            .place = {.file = file}};
}

base::Error tooLargeUnzipped(const base::Place& place, qint64 bytes) {
    return {.code = QStringLiteral("sheet.too_large_unzipped"),
            .message = tr("工作簿解压后超过 %1 MiB 的上限。请删去无关的工作表、行和列后再试。").arg(mebibytes(bytes)),
            .place = place};
}

base::Error tooManyRows(const base::Place& place, int rows) {
    return {.code = QStringLiteral("sheet.too_many_rows"),
            .message = tr("工作表的内容超过 %1 行的上限。请删去多余的行，或分成几个文件后再试。").arg(rows),
            .place = place};
}

base::Error tooManyColumns(const base::Place& place, int columns) {
    return {.code = QStringLiteral("sheet.too_many_columns"),
            .message = tr("工作表的内容超过 %1 列的上限。请删去多余的列后再试。").arg(columns),
            .place = place};
}

base::Error tooManyCells(const base::Place& place, int cells) {
    return {.code = QStringLiteral("sheet.too_many_cells"),
            .message = tr("工作簿的单元格总数超过 %1 个的上限。请删去无关的工作表，或分成几个文件后再试。").arg(cells),
            .place = place};
}

base::Error tooMuchText(const QString& file, qint64 bytes) {
    return {.code = QStringLiteral("sheet.too_much_text"),
            .message =
                tr("工作簿里的文字超过 %1 MiB 的上限。请删去无关的工作表和过长的文字后再试。").arg(mebibytes(bytes)),
            .place = {.file = file}};
}

base::Error tooManySheets(const QString& file, int sheets) {
    return {.code = QStringLiteral("sheet.too_many_sheets"),
            .message = tr("工作簿的工作表超过 %1 张的上限。请删去无关的工作表后再试。").arg(sheets),
            .place = {.file = file}};
}

base::Error cancelled() {
    return {.code = QStringLiteral("job.cancelled"), .message = tr("已停止读取工作簿，没有作任何更改。")};
}

} // namespace junheng::sheet

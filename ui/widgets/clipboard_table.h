// Tables on the clipboard, as Excel, WPS and LibreOffice write and read them.
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QApplication;
class QMimeData;

namespace junheng::ui {

/// The cells of tab-separated text, row by row. Rows end with CRLF, LF or CR, the last one also with the text; a cell
/// in quotes may hold tabs, line breaks (they become LF) and doubled quotes. A quote that is never closed stands for
/// itself. Rows may differ in length. No rows for empty text.
std::vector<QStringList> parseClipboardTable(const QString& text);

struct ClipboardCell {
    QString text;
    bool isText = false; ///< stays text though it looks like a number: a school code
};

/// Tab-separated text that parseClipboardTable() reads back, and the same as an HTML table, which keeps text text: a
/// name that begins with = is no formula in a spreadsheet. A single cell is its text alone, so that a word processor
/// gets no table, unless a spreadsheet would make something else of it.
std::unique_ptr<QMimeData> makeClipboardTable(const std::vector<std::vector<ClipboardCell>>& rows);

/// The same for Ctrl+C in every list and table in which one cell is chosen at a time, which Qt copies bare. Once, after
/// the application is made.
void copyCellsAsText(QApplication& application);

} // namespace junheng::ui

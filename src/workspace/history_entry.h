// What the journal says, for people.
#pragma once

#include <QDateTime>
#include <QString>

namespace junheng::workspace {

/// One batch of the journal.
struct HistoryEntry {
    qint64 batch = 0;
    int year = 0; ///< 0: it changed rows of several years, or of none
    QDateTime at; ///< UTC
    QString who;
    QString what; ///< 导入 数据表.xlsx, 修改 …, 撤销：…
    QString file;
    int changeCount = 0;
};

/// One earlier value of a cell.
struct CellHistoryEntry {
    HistoryEntry batch;
    QString before; ///< as displayed; 待填报 when missing
    QString after;
    QString sheet; ///< of the imported workbook, with `cell`; else empty
    QString cell;
};

} // namespace junheng::workspace

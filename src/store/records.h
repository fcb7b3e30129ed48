// What a county file tells of itself, and how it is opened.
#pragma once

#include "model/change.h"
#include "model/observation.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace junheng::store {

/// One line of the journal.
struct BatchInfo {
    qint64 id = 0; ///< grows with every batch of the file
    int year = 0;
    QDateTime at; ///< UTC
    QString who;  ///< user name on the machine that wrote it
    model::BatchKind kind = model::BatchKind::Edit;
    QString label;
    QString file;                 ///< name of the imported file, or empty
    QString sha256;               ///< of the imported file, or empty
    std::optional<qint64> undoes; ///< the batch that an undo takes back, the undo that a redo takes back
    int changeCount = 0;
};

/// One change of one cell. A value that this version cannot read (a choice that a newer one added) is missing here.
struct CellChange {
    BatchInfo batch;
    model::Observation before;
    model::Observation after;
    QString sheet; ///< where an imported value stood
    QString cell;
};

/// By what a county is assessed.
struct StandardChoice {
    QString id;
    QByteArray document = {}; ///< the standard's file as the bureau added it; empty for one that comes with the program
};

/// The bytes of an attached file, under their SHA-256 in hexadecimal digits.
struct Content {
    QString sha256;
    QByteArray bytes;
};

enum class FileAccess { ReadWrite, ReadOnly };

/// Years that have a batch in force, or any batch.
enum class YearsOf { Data, Journal };

} // namespace junheng::store

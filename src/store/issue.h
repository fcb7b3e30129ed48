// What was handed in: which files, on which data, by whom. Written once, never changed.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <vector>

namespace junheng::store {

struct IssuedFile {
    QString name; ///< unique in its issue
    qint64 size = 0;
    QString sha256;
    bool kept = false; ///< the county file has its bytes
};

struct Issue {
    qint64 id = 0; ///< grows
    int year = 0;
    QDateTime at;     ///< UTC
    QString who;      ///< user name on the machine
    QDate date;       ///< that the documents bear
    QString standard; ///< id
    QString verdict;  ///< the overall one, in words
    QString dataCode; ///< 数据校验码
    std::vector<IssuedFile> files;
};

/// A file as it is handed in.
struct FileToIssue {
    QString name;
    QByteArray bytes;
    bool keep = true; ///< else only its size and SHA-256 are kept
};

} // namespace junheng::store

// What was handed in, as the county file remembers it.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <vector>

namespace junheng::workspace {

struct SubmittedFile {
    QString name;
    qint64 size = 0;
    QString sha256;    ///< hexadecimal
    bool kept = false; ///< the county file has its bytes; the package itself is not kept, as it holds the county file
};

/// One time that reports were handed in.
struct Submission {
    qint64 id = 0;
    QDateTime at;     ///< UTC
    QString who;      ///< user name on the machine
    QDate date;       ///< that the documents bear
    QString standard; ///< id
    QString verdict;  ///< overall: 达标, 未达标, 待填报
    QString dataCode; ///< 数据校验码
    std::vector<SubmittedFile> files;
};

} // namespace junheng::workspace

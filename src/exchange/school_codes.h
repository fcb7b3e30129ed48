// School codes that name no school: one cause, one error, however many rows have the code.
#pragma once

#include "base/error.h"
#include "exchange/finding_list.h"

#include <QString>

#include <map>

namespace junheng::exchange {

class SchoolCodes {
public:
    /// A code that cannot be read, as it stands in the cell. The first row with it becomes an error.
    void refuse(const QString& text, const base::Error& error, const QString& sheet, const QString& cell,
                bool namesSchool, FindingList& findings);
    /// A readable code that is neither in the sheet 学校 nor stored. Where codes of the sheet 学校 could not be read,
    /// as many unknown codes are taken for what those should have been, and become no errors of their own.
    void missing(const QString& code, const QString& sheet, const QString& cell, FindingList& findings);

    /// Says with each error how many more rows it stands for.
    void report(FindingList& findings) const;

private:
    struct Rows {
        FindingList::Slot slot = 0;
        int others = 0;
    };

    std::map<QString, Rows> m_bad;
    std::map<QString, Rows> m_unknown;
    std::map<QString, Rows> m_consequences; ///< slot: of the error of the sheet 学校
    std::vector<FindingList::Slot> m_badSchools;
};

} // namespace junheng::exchange

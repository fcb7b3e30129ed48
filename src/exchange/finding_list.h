// Collects what is to be said about one file.
#pragma once

#include "base/error.h"
#include "model/finding.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <vector>

namespace junheng::exchange {

/// Of errors and of notices the first thousand each are kept, the rest is counted: a column of garbage says enough.
/// What has one cause for many cells of a sheet (formulas of a workbook that was never calculated, figures shown
/// rounded, ...) is one finding that counts them and names the first.
class FindingList {
public:
    explicit FindingList(QString file) : m_file(std::move(file)) {}

    /// The number of an error, to come back to it.
    using Slot = std::size_t;

    /// The place names its file itself.
    Slot add(model::Finding finding);
    Slot error(const char* code, const QString& message, const QString& sheet = {}, const QString& cell = {});
    Slot error(const base::Error& error, const QString& sheet, const QString& cell);
    void notice(const char* code, const QString& message, const QString& sheet = {}, const QString& cell = {});
    void notice(const base::Error& notice, const QString& sheet, const QString& cell);

    /// Adds a sentence to an error; passed over where the error was only counted.
    void amend(Slot slot, const QString& sentence);

    [[nodiscard]] bool hasErrors() const { return !m_errors.empty(); }
    /// Errors first, each kind in the order of adding.
    [[nodiscard]] std::vector<model::Finding> take() &&;

private:
    // The cells of a sheet that one finding is about.
    struct Group {
        QString code;
        QString sheet;
        bool isError = false;
        std::size_t slot = 0;   // in its list
        QStringList cells = {}; // the first of the others
        int others = 0;
    };

    bool joinsGroup(const model::Finding& finding);
    void nameOthers();

    QString m_file;
    std::vector<model::Finding> m_errors;
    std::vector<model::Finding> m_notices;
    int m_moreErrors = 0;
    int m_moreNotices = 0;
    std::vector<Group> m_groups;
};

} // namespace junheng::exchange

// Collects what is to be said about one file.
#pragma once

#include "base/error.h"
#include "model/finding.h"

#include <QString>

#include <vector>

namespace junheng::exchange {

/// Of errors and of notices the first thousand each are kept, the rest is counted: a column of garbage says enough.
class FindingList {
public:
    explicit FindingList(QString file) : m_file(std::move(file)) {}

    void error(const char* code, const QString& message, const QString& sheet = {}, const QString& cell = {});
    void error(const base::Error& error, const QString& sheet, const QString& cell);
    void notice(const char* code, const QString& message, const QString& sheet = {}, const QString& cell = {});

    [[nodiscard]] bool hasErrors() const { return !m_errors.empty(); }
    /// Errors first, each kind in the order of adding.
    [[nodiscard]] std::vector<model::Finding> take() &&;

private:
    void add(model::Finding finding);

    QString m_file;
    std::vector<model::Finding> m_errors;
    std::vector<model::Finding> m_notices;
    int m_moreErrors = 0;
    int m_moreNotices = 0;
};

} // namespace junheng::exchange

// Calls runCli the way the program does.
#pragma once

#include "cli/cli.h"

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace junheng::cli {

struct Answer {
    int code = -1;
    QString out;
    QString err;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out.toStdString()); }
};

inline Answer run(const QStringList& arguments, std::stop_token stop = {}) {
    Answer answer;
    QTextStream out(&answer.out);
    QTextStream err(&answer.err);
    answer.code = runCli(arguments, out, err, std::move(stop));
    return answer;
}

} // namespace junheng::cli

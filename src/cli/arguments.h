// The words of one verb: what it takes, what was given. Internal to this room.
#pragma once

#include "base/error.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace junheng::cli {

struct OptionSpec {
    QString name;  ///< without the dashes
    QString value; ///< placeholder of its value; empty for a switch
    QString help;
    bool required = false;
    bool many = false; ///< may be given several times
};

struct VerbSpec {
    QString name;
    QString summary;
    QStringList positionals; ///< placeholders; the last one may end in "..." for more; in [brackets]: may be absent
    std::vector<OptionSpec> options;

    [[nodiscard]] QString usageLine() const;
    [[nodiscard]] QString helpText() const;
};

struct Arguments {
    QStringList positionals;
    QHash<QString, QString> values;
    QHash<QString, QStringList> lists; ///< of options that may be given several times
    QSet<QString> switches;

    [[nodiscard]] bool has(const QString& name) const {
        return switches.contains(name) || values.contains(name) || lists.contains(name);
    }
    /// Empty when not given.
    [[nodiscard]] QString value(const QString& name) const { return values.value(name); }
};

/// Every error is "usage.*": unknown_option, missing_value, unexpected_value, repeated_option, missing_option,
/// missing_argument, extra_argument. With --help nothing else is asked for.
base::Result<Arguments> parseArguments(const VerbSpec& verb, const QStringList& words);

/// A school year of four digits. Errors: "usage.bad_year".
base::Result<int> parseYear(const QString& text);

} // namespace junheng::cli

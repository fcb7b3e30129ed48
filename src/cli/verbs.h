// The verbs and what they share. Internal to this room.
#pragma once

#include "base/job.h"
#include "cli/arguments.h"
#include "cli/json_text.h"
#include "document/paper/figure_painter.h"
#include "model/county_year.h"
#include "model/finding.h"
#include "workspace/workspace.h"

#include <QTextStream>

#include <span>
#include <vector>

namespace junheng::cli {

enum class ExitCode : int { Done = 0, Usage = 2, BadInput = 3, File = 4, Stopped = 5 };

struct Console {
    QTextStream& out;
    QTextStream& err;
    std::stop_token stop;
    document::FigurePainter figures;

    [[nodiscard]] base::Job job() const { return {.stop = stop}; }
};

struct Verb {
    VerbSpec spec;
    base::Result<ExitCode> (*run)(const Arguments& arguments, Console& console);
};

std::span<const Verb> allVerbs();

/// From the prefix of an error's code.
ExitCode exitCodeOf(const base::Error& error);
/// The same error about a file that was to be read: bad input, whatever was wrong with it.
base::Error asInput(base::Error error);

/// Opens a county file at a year that has schools in it. Errors: "store.*", "year.empty".
base::Outcome openYear(workspace::Workspace& workspace, const QString& path, const Arguments& arguments,
                       workspace::Access access = workspace::Access::ReadOnly);
/// The same at a year that has schools, or has an earlier one to begin with.
base::Outcome openYearOrNext(workspace::Workspace& workspace, const QString& path, const Arguments& arguments);

/// What of the open file cannot be read, on err: its figures are missing in whatever follows.
void tellUnreadable(const workspace::Workspace& workspace, Console& console);

/// One finding a line, with its place: errors to err, notices to `notices`.
void printFindings(const std::vector<model::Finding>& findings, QTextStream& err, QTextStream& notices);

/// Says on err how many figures of the year were taken over and not confirmed; nothing where there are none.
void tellUnconfirmed(const model::CountyYear& year, QTextStream& err);

Json countyJson(const model::County& county);
/// Name, code and year for a heading: "示例县（990100）2025 学年".
QString countyHeading(const model::CountyYear& year);
/// Name of the template's sheet that rows of a level stand in; empty where they stand in none (evidence, explanations).
QString sheetOf(model::Level level);

OptionSpec jsonOption();
OptionSpec yearOption(bool required = true);

Verb assessVerb();
Verb checkVerb();
Verb historyVerb();
Verb importVerb();
Verb initVerb();
Verb reportVerb();
Verb rollVerb();
Verb standardsVerb();
/// school delete, school code, section add, section delete, campus add, campus delete.
std::vector<Verb> structureVerbs();
Verb templateVerb();
Verb verifyVerb();

} // namespace junheng::cli

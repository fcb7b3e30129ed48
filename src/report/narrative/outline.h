// The template of a report in words: plain text that a bureau can change in any editor.
#pragma once

#include "base/error.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace junheng::report {

/// What a line of a template is.
enum class LineKind : std::uint8_t {
    Title,     ///< "= …"
    Heading,   ///< "# …", "## …", "### …"
    Body,      ///< any other text
    Centred,   ///< "^ …"
    Closing,   ///< "> …"
    Itemised,  ///< "[逐项 政府保障]": each indicator of a part with its figures
    Reasons,   ///< "[理由]": what decides the overall verdict
    Table,     ///< "[表 资源配置]": in the running text
    Plot,      ///< "[图 差异系数]": one figure or several, or none where there is nothing to show
    FreeText,  ///< "[撰写 主要做法：what to write]": what the user wrote under this name
    FormTables ///< "[申报表]": the tables of the application form, on pages of their own
};

/// One line of a template. Text carries figures as {小学.R4.差异系数}, by the names of BoundFigures.
struct OutlineLine {
    /// "[若 判定.总体=达标] …" or "[若 判定.总体≠达标] …": the line stands only if the figure reads so.
    struct Condition {
        QString figure;
        QString value;
        bool equal = true;
    };

    LineKind kind = LineKind::Body;
    int number = 0;    ///< of the line in the template, from 1
    int level = 0;     ///< of a heading
    QString text = {}; ///< of a directive: its argument; of free text: its name
    QString hint = {}; ///< of free text
    std::optional<Condition> condition = {};
};

struct Outline {
    QString file; ///< as named in errors
    std::vector<OutlineLine> lines = {};
};

/// Blank lines and lines that begin with // are left out. Errors: "report.template", which names the line: an unknown
/// directive, an unclosed bracket, two free texts of one name, no title.
base::Result<Outline> parseOutline(const QString& text, const QString& file);

/// The template of the self-evaluation report (自评报告) that comes with the program.
base::Result<Outline> selfEvaluationOutline();
/// The same, as it is written.
QString selfEvaluationTemplate();

/// The error of a line of a template.
base::Error outlineError(const Outline& outline, int line, const QString& sentence);

} // namespace junheng::report

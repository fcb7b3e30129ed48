// What is doubtful about the data entered, and what the bureau says of it.
#pragma once

#include "model/county_year.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace junheng::quality {

enum class CheckSeverity : std::uint8_t {
    Contradiction, ///< 矛盾: cannot be right as it stands
    Doubt,         ///< 存疑: unlikely, right only with a reason
    Notice,        ///< 提示: worth a look
};

/// Whether the bureau has explained a finding.
enum class Answer : std::uint8_t {
    Open,      ///< 未说明
    Outdated,  ///< 须重新核对: explained when its figures were others
    Explained, ///< 已说明
};

/// 矛盾, 存疑, 提示.
QString severityName(CheckSeverity severity);
/// 未说明, 须重新核对, 已说明.
QString answerName(Answer answer);

/// One of the figures that a finding rests on.
struct CheckedFigure {
    model::CellKey cell;
    int year = 0;
    bool isEarlier = false; ///< of the year before: it is not entered in the finding's year
    QString text = {};      ///< with its unit: "30 人"; 待填报 when missing
    QString then = {};      ///< what it was when the finding was explained, where that was something else
};

struct CheckFinding {
    QString check; ///< which check, stable: "degrees"
    CheckSeverity severity = CheckSeverity::Doubt;
    model::SubjectKey subject;               ///< what it is about; a school that is gone has a key still
    QString schoolName = {};                 ///< 县级数据 where it is about none
    QString message = {};                    ///< without the school's name
    std::vector<CheckedFigure> figures = {}; ///< those of the year itself first
    Answer answer = Answer::Open;
    QString explanation = {};
};

/// "柳溪小学 小学".
QString placeName(const CheckFinding& finding);

/// What a figure of the finding is, among the others: its school where that is another one, its part, its label.
QString figureName(const CheckFinding& finding, const CheckedFigure& figure);

/// "专任教师数：说明时 20 人，现为 19 人" for every figure that has changed since the explanation.
QStringList changesSinceExplained(const CheckFinding& finding);

/// The indicators and tables that use its figures, each once: R1, G12, 表Ⅱ-2.
QStringList concerns(const CheckFinding& finding);

/// What to do about it, a sentence.
QString remedy(const CheckFinding& finding);

} // namespace junheng::quality

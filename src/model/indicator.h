// Short names of indicators and vetoes.
#pragma once

#include <QString>
#include <QStringView>

namespace junheng::model {

/// Of R1–R7, G1–G15, Q1–Q9, E1–E5 and V1–V7, as the national standard knows them: "班额", "重点学校或重点班"; empty for
/// an unknown id. Where a standard is at hand, its own titles come first.
QString indicatorName(QStringView id);

} // namespace junheng::model

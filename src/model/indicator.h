// Indicators and vetoes by their ids: which there are, in which order, and their short names.
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace junheng::model {

/// An indicator that a standard has beyond those of the nation, as the standard calls it.
struct FurtherIndicator {
    QString id;    ///< "R8"
    QString title; ///< "每百名学生拥有教学用计算机台数"
};

/// Of R1–R7, G1–G15, Q1–Q9, E1–E5 and V1–V7, as the national standard knows them: "班额", "重点学校或重点班"; empty for
/// an unknown id. Where a standard is at hand, its own titles come first.
QString indicatorName(QStringView id);

/// The ids of those that indicatorName() knows whose letters are among `letters`, in order: "GQE" gives G1 to E5.
QStringList indicatorIds(QStringView letters);

/// The place of one of R1–R7, G1–G15 and Q1–Q9 in the national order of 31 (8 for G1); 0 for all others.
int nationalNumber(QStringView id);

/// Orders R, G, Q, S, E, V ids as they are printed; unknown ids come last.
int indicatorRank(const QString& id);

/// The indicators and vetoes among what uses an item, ranges spelt out: R1-R7, 表Ⅰ, G4 give R1, ..., R7, G4.
QStringList indicatorsAmong(const QStringList& uses);

} // namespace junheng::model

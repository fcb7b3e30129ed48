// What an observation is about.
#pragma once

#include "model/item.h"

#include <QString>

#include <compare>
#include <functional>

namespace junheng::model {

/// The identity of one row of a year: a school, a section of a school, a campus, ...
/// school: ten-digit code; empty for county, monitoring, survey, attested, veto, task, evidence and narrative rows.
/// part: section: stage id; campus: name, "" = 本部; room: its ordinal within the school, "1", "2", ...;
/// monitoring: as of monitoredPart(); survey: group; attested, veto, task: indicator id; evidence: indicator id and
/// ordinal, "G1/2"; narrative: the name of the text; explanation: what is explained, "degrees/section/primary"; else
/// "".
struct SubjectKey {
    Level level = Level::School;
    QString school = {};
    QString part = {};

    bool operator==(const SubjectKey&) const = default;
    /// By level, then school code, then stage order for sections, number for rooms and evidence, text for the rest.
    [[nodiscard]] std::strong_ordering operator<=>(const SubjectKey& other) const;

    static SubjectKey ofSchool(const QString& code) { return {.level = Level::School, .school = code}; }
    static SubjectKey ofCounty() { return {.level = Level::County}; }
};

size_t qHash(const SubjectKey& key, size_t seed = 0) noexcept;

/// Whether a file's row can ever have been entered: its school and part are what SubjectKey says of its level. Whether
/// the school is there, and a standard knows the indicator, is another question.
bool isPossible(const SubjectKey& key);

/// The part as shown: 小学, 本部, 东校区, 第3间, G1 第2件佐证; empty for a school and the county.
QString partLabel(const SubjectKey& key);

/// What a row of monitoring is about: choices of monitored_subject, monitored_grade (may be blank) and
/// monitored_source. 国家 where nothing is said, as in files from before there were sources.
struct Monitored {
    QString subject;
    QString grade = {};
    int source = 0;

    bool operator==(const Monitored&) const = default;
};

/// "语文/四年级", and "语文/四年级/省级" of the province's monitoring.
QString monitoredPart(const Monitored& monitored);
Monitored monitoredOf(const QString& part);
/// The choice of monitored_source.
QString sourceName(const Monitored& monitored);

/// One cell: an item of a subject.
struct CellKey {
    SubjectKey subject;
    const Item* item = nullptr;
    bool operator==(const CellKey&) const = default;
};

size_t qHash(const CellKey& key, size_t seed = 0) noexcept;

} // namespace junheng::model

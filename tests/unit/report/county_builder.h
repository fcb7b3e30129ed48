// Counties for tests, entered like any data: as changes.
#pragma once

#include "model/county_year.h"

#include <initializer_list>
#include <ostream>

namespace junheng::report_test {

/// An item's code and its figure as typed.
struct Entry {
    const char16_t* item;
    QString text;
};
using Entries = std::initializer_list<Entry>;

class CountyBuilder {
public:
    CountyBuilder(const QString& name, int year) : m_year({.code = QStringLiteral("990110"), .name = name}, year) {}

    /// The next school; codes count up from 9900000001. Later calls are about it.
    CountyBuilder& school(const QString& name, const QString& type, Entries entries = {});
    CountyBuilder& schoolFigures(Entries entries);
    CountyBuilder& section(model::Stage stage, Entries entries);
    CountyBuilder& campus(Entries entries);
    CountyBuilder& county(Entries entries);

    [[nodiscard]] const model::CountyYear& year() const { return m_year; }

private:
    void enter(const model::SubjectKey& subject, Entries entries);

    model::CountyYear m_year;
    QString m_code;
    int m_schools = 0;
};

/// The golden county N10: six schools judged, one 教学点 too small to be.
model::CountyYear n10();

} // namespace junheng::report_test

// So that GoogleTest prints what it compares.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}

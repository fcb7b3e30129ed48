// Small counties for tests, written down as they would be typed.
#pragma once

#include "model/county_year.h"
#include "model/observation.h"

#include <QString>

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace junheng::test {

using Cells = std::initializer_list<std::pair<const char16_t*, const char16_t*>>;

/// Collects rows and makes a CountyYear of them. A text that cannot be parsed fails the test.
class CountyBuilder {
public:
    explicit CountyBuilder(int year = 2025)
        : m_year({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, year) {}

    CountyBuilder& school(const char16_t* code, const char16_t* type, Cells cells = {}) {
        const auto key = model::SubjectKey::ofSchool(QString::fromUtf16(code));
        add(key, cells);
        set(key, u"school_type", type);
        return *this;
    }
    CountyBuilder& section(const char16_t* code, const char16_t* stage, Cells cells) {
        add({.level = model::Level::Section, .school = QString::fromUtf16(code), .part = QString::fromUtf16(stage)},
            cells);
        return *this;
    }
    CountyBuilder& campus(const char16_t* code, const char16_t* name, Cells cells) {
        add({.level = model::Level::Campus, .school = QString::fromUtf16(code), .part = QString::fromUtf16(name)},
            cells);
        return *this;
    }

    CountyBuilder& room(const char16_t* code, const char16_t* ordinal, Cells cells) {
        add({.level = model::Level::Room, .school = QString::fromUtf16(code), .part = QString::fromUtf16(ordinal)},
            cells);
        return *this;
    }
    /// Cells of the county.
    CountyBuilder& county(Cells cells) {
        for (const auto& [code, text] : cells)
            set(model::SubjectKey::ofCounty(), code, text);
        return *this;
    }
    /// A row that belongs to no school: monitoring, survey, attested, veto.
    CountyBuilder& row(model::Level level, const char16_t* part, Cells cells) {
        add({.level = level, .part = QString::fromUtf16(part)}, cells);
        return *this;
    }
    /// One cell of a row that is there, in place of what was entered before.
    CountyBuilder& cell(const model::SubjectKey& key, const char16_t* code, const char16_t* text) {
        set(key, code, text);
        return *this;
    }

    [[nodiscard]] model::CountyYear build() const {
        model::CountyYear result = m_year;
        result.apply(m_changes);
        return result;
    }
    [[nodiscard]] const model::ChangeSet& changes() const { return m_changes; }

private:
    void add(const model::SubjectKey& key, Cells cells) {
        m_changes.changes.push_back({.subject = key, .after = model::Observation::ofAmount(1)});
        for (const auto& [code, text] : cells)
            set(key, code, text);
    }
    void set(const model::SubjectKey& key, const char16_t* code, const char16_t* text) {
        const model::Item& item = model::ItemDictionary::builtIn().at(QStringView(code));
        const auto parsed = model::parseObservation(item, QStringView(text));
        ASSERT_TRUE(parsed) << parsed.error().message.toStdString();
        m_changes.changes.push_back({.subject = key, .item = &item, .after = parsed->observation});
    }

    model::CountyYear m_year;
    model::ChangeSet m_changes;
};

} // namespace junheng::test

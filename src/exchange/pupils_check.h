// The pupils of campuses against those of their sections.
#pragma once

#include "base/error.h"
#include "exchange/finding_list.h"
#include "model/county_year.h"

#include <QSet>
#include <QString>

#include <map>

namespace junheng::exchange {

/// Where an import speaks of pupils, which may be in several files: one gives the section, another its campuses. Adding
/// the same again changes nothing.
class PupilsCheck {
public:
    void addSection(const model::SubjectKey& section, const base::Place& place) { m_cells[section].section = place; }
    /// Of several rows of 校区 the first is kept.
    void addCampus(const model::SubjectKey& section, const base::Place& place);
    /// The sections, campuses or pupils of the school have errors already.
    void doubt(const QString& school) { m_doubtful.insert(school); }
    /// A whole sheet could not be read.
    void doubtAll() { m_allDoubtful = true; }

    /// Judges the data as they will be after the import, but only where it speaks of pupils. Where every campus has
    /// pupils they sum to the section's; a blank campus or section makes indicators missing and is no error.
    /// `sectionsReadable`: every row of the sheet 学段 could be given to a school and stage.
    /// Error: "import.campus_pupils". Notice: "import.campus_without_section" (pupils on a campus for a stage that the
    /// school has no section of: its row may just be missing still).
    void report(const model::CountyYear& after, bool sectionsReadable, FindingList& findings) const;

private:
    struct Cells {
        base::Place section = {};
        base::Place campus = {};
    };

    static void reportSection(const model::CountyYear& after, const model::SubjectKey& section, const Cells& cells,
                              bool sectionsReadable, FindingList& findings);

    std::map<model::SubjectKey, Cells> m_cells; ///< by section
    QSet<QString> m_doubtful;
    bool m_allDoubtful = false;
};

} // namespace junheng::exchange

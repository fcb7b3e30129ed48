// A county whose dossiers and forms are looked at.
#pragma once

#include "report/dossier/dossier.h"
#include "standard/library.h"

#include <gtest/gtest.h>

namespace junheng::report_test {

using namespace Qt::Literals::StringLiterals;
using namespace document;
using namespace report;

inline const standard::Standard& national() {
    static const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
    return standard;
}

/// A county that outlives its dossiers.
struct County {
    explicit County(model::CountyYear data, std::vector<model::CountyYear> before = {})
        : year(std::move(data)), assessment(assess::assess(year, national())) {
        for (model::CountyYear& other : before) {
            assess::Assessment judged = assess::assess(other, national());
            earlier.push_back({.data = std::move(other), .assessment = std::move(judged)});
        }
    }
    [[nodiscard]] DossierMaker maker() const {
        return {{.year = year, .standard = national(), .assessment = assessment},
                earlier,
                {.date = QDate(2025, 11, 3), .programVersion = u"0.1.0"_s}};
    }
    [[nodiscard]] Report dossier(const QString& code) const { return maker().dossier(code); }
    [[nodiscard]] Table form(const QString& code) const { return maker().selfEvaluation(code).tables().front(); }

    model::CountyYear year;
    assess::Assessment assessment;
    std::vector<EarlierYear> earlier;
};

inline QString line(const Row& row) {
    QStringList texts;
    for (const Cell& cell : row.cells)
        texts << cell.text + cell.suffix;
    return texts.join(u'|');
}

/// The cell of the form beside an indicator's official wording.
inline Row rowOf(const Table& form, const QString& wordingBegins) {
    for (const Row& row : form.body) {
        for (const Cell& cell : row.cells) {
            if (cell.text.startsWith(wordingBegins))
                return row;
        }
    }
    ADD_FAILURE() << "no row " << wordingBegins.toStdString();
    return {};
}

inline QString answerOf(const Row& row) {
    return row.cells[row.cells.size() - 2].text;
}
inline QString verdictOf(const Row& row) {
    return row.cells.back().text;
}

} // namespace junheng::report_test

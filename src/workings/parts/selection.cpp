#include "workings/parts/selection.h"

#include "model/items.h"
#include "report/cells.h"

namespace junheng::workings {

namespace {

// A choice that is not given, or does not apply, keeps nobody out.
Live isOpen(const Live& cell) {
    return live::any({live::isBlank(cell), live::equal(cell, words().notApplicable)});
}

} // namespace

Live anyOfWords(const Live& cell, const model::Item& item, const std::vector<int>& choices) {
    std::vector<Live> is;
    for (const int index : choices) {
        const QString& choice = item.choices.at(index);
        is.push_back(live::equal(cell, Live::text(choice)));
        // Whoever changes it may leave the code out.
        if (choice.contains(QChar(u' ')))
            is.push_back(live::equal(cell, Live::text(choice.section(QChar(u' '), 1))));
    }
    return live::any(is);
}

Live selected(const standard::SchoolSelection& selection, int school, const RawFigures& raw, const SchoolScope& scope) {
    std::vector<Live> outside;
    std::vector<Live> unknown;
    const auto demand = [&](const char16_t* code, const std::vector<int>& choices, bool among) {
        if (choices.empty())
            return;
        const Live cell = raw.school(school, code);
        const Live is = anyOfWords(cell, model::itemOf(code), choices);
        outside.push_back(among ? live::isNot(live::any({isOpen(cell), is})) : is);
        unknown.push_back(live::isBlank(cell));
    };
    std::vector<int> types;
    for (const model::SchoolType type : selection.types)
        types.push_back(static_cast<int>(type));
    demand(items::school_type, types, true);
    demand(items::locality, selection.localities, true);
    demand(items::sponsor, selection.sponsorsExcept, false);
    if (selection.pointsFrom > 0) {
        const Live isPoint = anyOfWords(raw.school(school, items::school_type), model::itemOf(items::school_type),
                                        {static_cast<int>(model::SchoolType::TeachingPoint)});
        const Live pupils = scope.compulsoryPupils(school);
        const Live few = live::above(Live::number(static_cast<double>(selection.pointsFrom)), live::figureOf(pupils));
        outside.push_back(live::all({isPoint, live::isNumber(pupils), few}));
        unknown.push_back(live::all({isPoint, live::isNot(live::isNumber(pupils))}));
    }
    if (outside.empty())
        return yesWord();
    return live::choose(live::any(outside), noWord(),
                        live::choose(live::any(unknown), words().missing, Live(yesWord())));
}

} // namespace junheng::workings

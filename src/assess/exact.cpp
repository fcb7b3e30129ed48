#include "assess/exact.h"

namespace junheng::assess {

base::Rational exactValue(const model::CountyYear& year, const standard::Standard& standard, int sectionRow,
                          int indicator, bool relaxed) {
    const auto derivation = standard::deriveIndicator(standard, year, sectionRow, indicator);
    return !relaxed && derivation.without ? derivation.without->value() : derivation.figure->value();
}

std::vector<ExactShare> exactShares(const model::CountyYear& year, const standard::Standard& standard,
                                    const StageAssessment& stage, int indicator, bool relaxed) {
    static const model::Item& pupilsItem = model::ItemDictionary::instance().at(u"pupils");
    std::vector<ExactShare> shares;
    shares.reserve(stage.sectionRows.size());
    for (int row : stage.sectionRows) {
        ExactShare share;
        share.pupils = base::toRational(year.sections().at(row, pupilsItem).amount);
        share.resource = exactValue(year, standard, row, indicator, relaxed) * share.pupils;
        shares.push_back(std::move(share));
    }
    return shares;
}

} // namespace junheng::assess

#include "model/usual_stages.h"

namespace junheng::model {

std::vector<Stage> usualStages(SchoolType type) {
    switch (type) {
    case SchoolType::Primary:
    case SchoolType::TeachingPoint:
        return {Stage::Primary};
    case SchoolType::Junior:
    case SchoolType::Vocational:
        return {Stage::Junior};
    case SchoolType::NineYear:
        return {Stage::Primary, Stage::Junior};
    case SchoolType::TwelveYear:
        return {Stage::Primary, Stage::Junior, Stage::Senior};
    case SchoolType::Complete:
        return {Stage::Junior, Stage::Senior};
    case SchoolType::Senior:
        return {Stage::Senior};
    case SchoolType::Special:
        return {Stage::Special};
    }
    return {};
}

} // namespace junheng::model

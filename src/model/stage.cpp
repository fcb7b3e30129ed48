#include "model/stage.h"

#include <array>

namespace junheng::model {

namespace {

struct StageWords {
    Stage stage;
    const char16_t* id;
    const char16_t* name;
};

constexpr std::array<StageWords, kStageCount> kStages{{{Stage::Primary, u"primary", u"小学"},
                                                       {Stage::Junior, u"junior", u"初中"},
                                                       {Stage::Senior, u"senior", u"高中"},
                                                       {Stage::Special, u"special", u"特教"}}};

} // namespace

QString stageId(Stage stage) {
    return QString::fromUtf16(kStages[static_cast<std::size_t>(stage)].id);
}

QString stageName(Stage stage) {
    return QString::fromUtf16(kStages[static_cast<std::size_t>(stage)].name);
}

std::optional<Stage> stageFromId(QStringView id) {
    for (const StageWords& words : kStages) {
        if (id == QStringView(words.id))
            return words.stage;
    }
    return std::nullopt;
}

} // namespace junheng::model

// Stages (学段) and school types (办学类型).
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace junheng::model {

/// Senior takes part only in splitting, Special only in G7, G9 and G12.
enum class Stage : std::uint8_t { Primary, Junior, Senior, Special };
inline constexpr int kStageCount = 4;

/// "primary", "junior", "senior", "special": the identifiers of standards, county files and JSON.
QString stageId(Stage stage);
/// 小学, 初中, 高中, 特教.
QString stageName(Stage stage);
std::optional<Stage> stageFromId(QStringView id);

/// In the order of the choices of the item school_type.
enum class SchoolType : std::uint8_t {
    Primary,       ///< 小学
    TeachingPoint, ///< 小学教学点
    Junior,        ///< 初级中学
    NineYear,      ///< 九年一贯制学校
    TwelveYear,    ///< 十二年一贯制学校
    Complete,      ///< 完全中学
    Senior,        ///< 高级中学
    Special,       ///< 特殊教育学校
    Vocational,    ///< 职业学校（附设）
};

} // namespace junheng::model

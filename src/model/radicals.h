// Radicals and strokes of the Unicode tables, which look like ideographs and are none.
#pragma once

namespace junheng::model {

/// The ideograph that a radical or stroke stands for (⼈ U+2F08: 人), by Unicode's Equivalent_Unified_Ideograph; any
/// other character is its own.
char32_t ideographOf(char32_t c);

} // namespace junheng::model

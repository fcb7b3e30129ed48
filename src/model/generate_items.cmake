# Makes a header of constants from the dictionary, so that the code of an item that does not exist does not compile:
# cmake -D DICTIONARY=data/items.csv -D HEADER=items.h -P generate_items.cmake
file(READ "${DICTIONARY}" dictionary)
string(REGEX MATCHALL "\n[a-z_0-9]+,[^,]+," rows "${dictionary}")
set(constants "")
foreach(row IN LISTS rows)
    string(REGEX REPLACE "^\n([a-z_0-9]+),([^,]+),$" "inline constexpr char16_t \\1[] = u\"\\1\"; ///< \\2\n" constant "${row}")
    string(APPEND constants "${constant}")
endforeach()
file(WRITE "${HEADER}" "// Made from data/items.csv: the code of every item.
#pragma once

namespace junheng::model::items {

${constants}
} // namespace junheng::model::items

namespace junheng {

namespace items = model::items;

} // namespace junheng
")

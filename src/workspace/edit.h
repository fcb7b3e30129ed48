// What is typed into cells, and why it is not taken.
#pragma once

#include "base/error.h"
#include "model/subject.h"

#include <QString>

#include <cstdint>
#include <expected>
#include <vector>

namespace junheng::workspace {

/// A cell and what was typed into it.
struct TypedCell {
    model::CellKey cell;
    QString text;
};

/// How cells came to be edited; names the undo step: 修改, 粘贴, 填充, 剪切. Whatever only clears is 清除.
enum class EditKind : std::uint8_t { Type, Paste, Fill, Cut };

/// A cell that an edit would not take, and why.
struct RefusedCell {
    TypedCell typed;
    base::Error error; ///< "value.*", "import.not_applicable"; a place is the cell in words
};

/// Why an edit changed nothing.
struct EditRefusal {
    base::Error error;                   ///< of the first cell that cannot be taken; or why nothing could be changed
    std::vector<RefusedCell> cells = {}; ///< all that cannot be taken, in the order given; empty where it is not theirs
};

using EditOutcome = std::expected<void, EditRefusal>;

/// For those who edit one cell: its error alone.
inline base::Outcome inShort(const EditOutcome& outcome) {
    return outcome ? base::Outcome() : std::unexpected(outcome.error().error);
}

} // namespace junheng::workspace

// A standard's JSON together with what it inherits. Internal to this room; throws JsonFault.
#pragma once

#include "standard/merge.h"
#include "standard/shipped.h"

namespace junheng::standard {

/// The document with everything it extends laid beneath it. A chain that comes back to one of its own, or leads to a
/// standard that `lookup` does not know, is a fault at /extends.
nlohmann::json completeDocument(const QByteArray& json, const StandardLookup& lookup, PathNames& names);

} // namespace junheng::standard

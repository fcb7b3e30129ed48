// What marks a county file, and the numbered steps from one schema to the next.
#pragma once

#include "store/connection.h"

#include <QString>

namespace junheng::store {

inline constexpr int kApplicationId = 0x4A484A48; // "JHJH"
inline constexpr int kNewestSchema = 6;

/// Looks at the first bytes alone, so that a foreign file is neither locked nor opened.
/// Failures: "store.not_found", "store.foreign", "store.damaged", "store.read" (no permission).
void checkHeader(const QString& file);

/// Failures: "store.foreign", "store.newer", "store.damaged".
void checkMarks(const Connection& connection);

/// The user_version.
int schemaOf(const Connection& connection);

/// Brings the file from its user_version to the newest; each step and its number in one transaction.
void migrate(const Connection& connection);

} // namespace junheng::store

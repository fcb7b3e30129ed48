// The tables of what was handed in, failing by Failure. Internal to this room.
#pragma once

#include "store/connection.h"
#include "store/issue.h"

#include <optional>

namespace junheng::store {

/// In the caller's transaction; `id`, `at`, `who` and `files` are made here. Returns the id.
qint64 writeIssue(const Connection& connection, const Issue& issue, const std::vector<FileToIssue>& files,
                  const QString& who);
/// Newest first; the files by name.
std::vector<Issue> readIssues(const Connection& connection, std::optional<int> year);
QByteArray readIssuedFile(const Connection& connection, qint64 issue, const QString& name);
/// Copies the database to `target`, without what was handed in.
void copyWithoutIssues(const Connection& connection, const QString& target);

} // namespace junheng::store

// What proves the indicators of the open year: taken in, given back, taken out.
#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

namespace junheng::model {
struct SubjectKey;
}

namespace junheng::workspace {

struct Evidence;
struct OpenCounty;

/// Handed out by Workspace::evidence(); valid as long as the workspace. What there is says evidenceOf(). Every change
/// is one batch and one undo step.
class EvidenceFolder {
public:
    explicit EvidenceFolder(OpenCounty& county) : m_county(county) {}

    /// Keeps the files as evidence of an indicator, all of them or none. Errors: "file.read", "evidence.too_large"
    /// (over 64 MiB), "evidence.empty".
    base::Outcome attachFiles(const QString& indicator, const QStringList& files);
    /// Errors: "evidence.no_note".
    base::Outcome attachNote(const QString& indicator, const QString& note);
    /// The file that was attached stays in the county file, so that it can be brought back by undoing.
    base::Outcome remove(const model::SubjectKey& subject);
    /// Writes what was attached, as it was attached, to `path`; atomically. Errors: "store.no_content", "file.write".
    [[nodiscard]] base::Outcome save(const Evidence& evidence, const QString& path) const;

private:
    OpenCounty& m_county;
};

} // namespace junheng::workspace

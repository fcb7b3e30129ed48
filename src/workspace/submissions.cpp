#include "workspace/submissions.h"

#include "base/atomic_file.h"
#include "model/data_code.h"
#include "workspace/open_county.h"
#include "workspace/packing.h"
#include "workspace/reports.h"
#include "workspace/tr.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace junheng::workspace {

namespace {

// A part that could not be written stood under a name that nobody has asked for.
base::Error ofPackage(base::Error error, const QString& path) {
    if (!error.code.endsWith(QStringLiteral(".write")))
        return error;
    error.code = QStringLiteral("file.write");
    error.message = tr("无法写入上报包；请确认有写入权限，磁盘和存放临时文件的磁盘都没有满。");
    error.place = {.file = path};
    return error;
}

// What the county file keeps of it.
store::Issue issueOf(const report::Sources& sources, const QDate& date) {
    store::Issue issue;
    issue.year = sources.year.year();
    issue.date = date;
    issue.standard = sources.standard.id;
    issue.verdict = assess::overallWord(sources.assessment);
    issue.dataCode = model::dataCode(sources.year);
    return issue;
}

Submission submissionOf(const store::Issue& issue) {
    Submission submission{.id = issue.id,
                          .at = issue.at,
                          .who = issue.who,
                          .date = issue.date,
                          .standard = issue.standard,
                          .verdict = issue.verdict,
                          .dataCode = issue.dataCode,
                          .files = {}};
    for (const store::IssuedFile& file : issue.files)
        submission.files.push_back({.name = file.name, .size = file.size, .sha256 = file.sha256, .kept = file.kept});
    return submission;
}

} // namespace

base::Outcome Submissions::submit(const QString& path, const QDate& date, const document::FigurePainter& figures,
                                  const base::Job& job) {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto evaluation = Reports(m_county).selfEvaluation(date);
    if (!evaluation)
        return std::unexpected(evaluation.error());
    // Takes its name when all is kept: what stood there before stays until then.
    base::AtomicFile target(path);
    if (const auto ready = target.ready(); !ready)
        return ready;
    auto files = writePackage({.file = *m_county.file,
                               .sources = m_county.sources(),
                               .info = reportInfo(date),
                               .evaluation = *evaluation,
                               .figures = figures},
                              target.temporaryPath(), job);
    if (!files)
        return std::unexpected(ofPackage(files.error(), path));
    files->back().name = QFileInfo(path).fileName();
    if (const auto kept = m_county.file->addIssue(issueOf(m_county.sources(), date), *files); !kept)
        return std::unexpected(kept.error());
    return m_county.announce(target.commit());
}

QString Submissions::dataCode() const {
    return model::dataCode(m_county.data);
}

base::Result<std::vector<Submission>> Submissions::ofYear() const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto issues = m_county.file->issues(m_county.data.year());
    if (!issues)
        return std::unexpected(issues.error());
    std::vector<Submission> found;
    std::ranges::transform(*issues, std::back_inserter(found), submissionOf);
    return found;
}

base::Outcome Submissions::saveFile(const Submission& submission, const QString& name, const QString& path) const {
    if (!m_county.file)
        return std::unexpected(notOpen());
    const auto bytes = m_county.file->issuedFile(submission.id, name);
    return bytes ? base::writeFileAtomically(path, *bytes) : std::unexpected(bytes.error());
}

} // namespace junheng::workspace

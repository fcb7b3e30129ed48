// Handing in: 上报包, and what the county file remembers of them.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "document/paper/figure_painter.h"
#include "workspace/submission.h"

#include <QDate>

#include <vector>

namespace junheng::workspace {

struct OpenCounty;

/// Handed out by Workspace::submissions(); valid as long as the workspace.
class Submissions {
public:
    explicit Submissions(OpenCounty& county) : m_county(county) {}

    /// Writes a 上报包 to `path`, atomically: workbook, self-evaluation report, standard, a snapshot of the county file
    /// and checksums; and keeps what was handed in in the county file, for good: no undo. All of it or nothing. Errors:
    /// those of writePdf() and Reports::selfEvaluation(), "store.*".
    base::Outcome submit(const QString& path, const QDate& date, const document::FigurePainter& figures,
                         const base::Job& job = {});
    /// 数据校验码 of the current year: equal where the data are. The file is open.
    [[nodiscard]] QString dataCode() const;
    /// What was handed in of the current year, newest first.
    [[nodiscard]] base::Result<std::vector<Submission>> ofYear() const;
    /// Writes a file that was handed in, as it was, to `path`; atomically. Errors: "store.no_content",
    /// "store.damaged", "file.write".
    [[nodiscard]] base::Outcome saveFile(const Submission& submission, const QString& name, const QString& path) const;

private:
    OpenCounty& m_county;
};

} // namespace junheng::workspace

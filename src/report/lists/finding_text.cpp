#include "report/lists/finding_text.h"

#include "report/cells.h"
#include "report/tr.h"

namespace junheng::report {

QString explanationText(const quality::CheckFinding& finding) {
    if (finding.answer == quality::Answer::Open)
        return tr("（未说明）");
    if (finding.answer == quality::Answer::Explained)
        return finding.explanation;
    const QStringList changed = quality::changesSinceExplained(finding);
    return finding.explanation + QChar(u'\n') +
           (changed.isEmpty() ? tr("（涉及的数据已有变动，须重新核对）")
                              : tr("（%1，须重新核对）").arg(changed.join(tr("；"))));
}

} // namespace junheng::report

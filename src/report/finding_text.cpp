#include "report/finding_text.h"

#include "report/cells.h"

namespace junheng::report {

QString explanationText(const quality::Finding& finding) {
    if (finding.answer == quality::Answer::Open)
        return tr("（未说明）");
    if (finding.answer == quality::Answer::Explained)
        return finding.explanation;
    QStringList changed;
    for (const quality::Figure& figure : finding.figures) {
        if (!figure.then.isEmpty())
            changed << tr("%1：说明时 %2，现为 %3").arg(figure.cell.item->label, figure.then, figure.text);
    }
    return finding.explanation + QChar(u'\n') +
           (changed.isEmpty() ? tr("（涉及的数据已有变动，须重新核对）")
                              : tr("（%1，须重新核对）").arg(changed.join(tr("；"))));
}

} // namespace junheng::report

#include "ui/pages/entry/entry_sentences.h"

#include "model/county_year.h"
#include "ui/pages/entry/grid/entry_model.h"
#include "ui/widgets/tr.h"

#include <QStringList>

namespace junheng::ui {

namespace {

QString noSchoolSentence(const workspace::Workspace& workspace) {
    const bool hasEarlierYear = workspace.years().front() < workspace.data().year();
    return tr("还没有学校。请先导入数据表，或在这里新建第一所学校。") +
           (hasEarlierYear ? tr("也可以承接上一学年的学校：文件 → 开始新学年（Ctrl+Shift+N）。") : QString());
}

} // namespace

QString rowsSummary(const EntryModel& model, int wantedCells, int unconfirmedCells) {
    QStringList words;
    const int shown = model.rowCount();
    words << (model.rows().filter().isEmpty()
                  ? tr("%1 行").arg(shown)
                  : tr("已筛选：显示 %1 行，共 %2 行").arg(shown).arg(model.rows().unfilteredCount()));
    if (wantedCells > 0)
        words << tr("○ 待填报 %1 格").arg(wantedCells);
    if (unconfirmedCells > 0)
        words << tr("◸ 未确认 %1 格").arg(unconfirmedCells);
    if (const auto sorting = model.rows().sorting())
        words << tr("按“%1”排列").arg(model.headerData(sorting->column, Qt::Horizontal).toString());
    return words.join(QStringLiteral(" · "));
}

QString emptySentence(const workspace::Workspace& workspace, const EntryModel& model) {
    if (!workspace.isOpen())
        return tr("还没有打开县级文件。请先新建或打开一个县级文件。");
    if (workspace.data().schools().rowCount() == 0)
        return noSchoolSentence(workspace);
    if (!model.rows().filter().isEmpty())
        return tr("没有符合筛选条件的行。请修改筛选文字，或取消“只看待填报”“只看未确认”。");
    return model.rows().topic().level == model::Level::Room
               ? tr("还没有专用教室。请先在“学校 → 专用教室”中填写音乐、美术专用教室间数。")
               : tr("这里没有需要填报的行。");
}

} // namespace junheng::ui

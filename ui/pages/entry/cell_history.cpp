#include "ui/pages/entry/cell_history.h"

#include <QHeaderView>
#include <QLocale>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sourceOf(const workspace::CellHistoryEntry& entry) {
    if (entry.batch.file.isEmpty())
        return CellHistory::tr("界面填报");
    QString source = entry.batch.file;
    if (!entry.sheet.isEmpty())
        source += u" · "_s + entry.sheet;
    if (!entry.cell.isEmpty())
        source += u'!' + entry.cell;
    return source;
}

} // namespace

CellHistory::CellHistory(QWidget* parent) : QTreeWidget(parent) {
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAccessibleName(tr("单元格的来源与历史"));
    setHeaderLabels({tr("时间"), tr("操作人"), tr("原值 → 新值"), tr("来源"), tr("操作")});
    header()->setStretchLastSection(true);
    const QFontMetrics metrics(font());
    const int digit = metrics.horizontalAdvance(u'0');
    for (const auto& [column, digits] : {std::pair(0, 20), std::pair(1, 14), std::pair(2, 30), std::pair(3, 34)})
        setColumnWidth(column, digits * digit);
}

void CellHistory::showEntries(const std::vector<workspace::CellHistoryEntry>& entries) {
    if (entries.empty())
        return showSentence(tr("这个单元格还没有填报过。"));
    clear();
    for (const workspace::CellHistoryEntry& entry : entries) {
        const QStringList texts{entry.batch.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s), entry.batch.who,
                                entry.before + u" → "_s + entry.after, sourceOf(entry), entry.batch.what};
        auto* item = new QTreeWidgetItem(this, texts);
        for (int column = 0; column < texts.size(); ++column)
            item->setToolTip(column, texts[column]);
    }
}

void CellHistory::showSentence(const QString& sentence) {
    clear();
    if (sentence.isEmpty())
        return;
    auto* item = new QTreeWidgetItem(this, {sentence});
    item->setFirstColumnSpanned(true);
    item->setFlags(Qt::ItemIsEnabled);
}

} // namespace junheng::ui

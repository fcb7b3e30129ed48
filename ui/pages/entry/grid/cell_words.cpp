#include "ui/pages/entry/grid/cell_words.h"

#include "model/asked.h"
#include "model/school_year.h"
#include "ui/pages/entry/grid/entry_rows.h"
#include "ui/widgets/tr.h"
#include "workspace/school_years.h"

#include <QStringList>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::CellKey;
using model::Item;
using model::Observation;

Observation observationOf(const workspace::Workspace& workspace, const CellKey& cell) {
    return workspace.isOpen() ? workspace.data().value(cell.subject, *cell.item) : Observation::missing();
}

QString itemHeading(const Item& item) {
    return item.required ? u"＊"_s + item.heading() : item.heading();
}

QString itemHelp(const Item& item) {
    QStringList lines{item.heading()};
    lines << (item.required ? tr("＊ 必填：空白时相关指标为待填报") : tr("可以留空"));
    if (!item.note.isEmpty())
        lines << tr("说明：%1").arg(item.note);
    if (!item.basis.isEmpty())
        lines << tr("时点：%1").arg(item.basis);
    if (!item.uses.isEmpty())
        lines << tr("用于：%1").arg(item.uses.join(u','));
    if (!item.choices.isEmpty())
        lines << tr("选项：%1").arg(item.choices.join(u'、'));
    return lines.join(u'\n');
}

QString cellText(const workspace::Workspace& workspace, const CellKey& cell) {
    return model::displayText(*cell.item, observationOf(workspace, cell));
}

QString cellName(const workspace::Workspace& workspace, const CellKey& cell) {
    QStringList words;
    if (cell.subject.level != model::Level::County)
        words = rowLabels(workspace.data(), workspace.standard(), cell.subject);
    words << cell.item->heading();
    words.removeAll(QString());
    return words.join(u" · "_s);
}

QString spokenText(const workspace::Workspace& workspace, const CellKey& cell) {
    if (const Observation value = observationOf(workspace, cell); !value.isMissing())
        return model::markedText(*cell.item, value);
    return model::isAsked(workspace.data(), cell.subject, *cell.item) ? tr("待填报") : tr("空白");
}

QString earlierText(workspace::Workspace& workspace, const CellKey& cell) {
    const auto years = workspace.schoolYears().earlier();
    if (!years || (*years)->empty())
        return {};
    const model::CountyYear& before = (*years)->back().data;
    const Observation value = before.value(cell.subject, *cell.item);
    return value.isMissing()
               ? QString()
               : tr("上年（%1）：%2").arg(model::schoolYearName(before.year()), model::displayText(*cell.item, value));
}

} // namespace junheng::ui

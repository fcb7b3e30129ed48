// How the cells and headings of EntryModel look and sound.
#include "ui/pages/entry/entry_model.h"

#include "ui/pages/entry/entry_rows.h"
#include "ui/widgets/tone.h"

#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::CellKey;
using model::Item;
using model::Observation;

namespace {

int alignmentOf(const Item& item) {
    if (item.isNumeric())
        return Qt::AlignRight | Qt::AlignVCenter;
    return (item.kind == model::ItemKind::Flag ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

QString itemHeading(const Item& item) {
    return item.required ? u"＊"_s + item.heading() : item.heading();
}

QString itemHelp(const Item& item) {
    QStringList lines{item.heading()};
    lines << (item.required ? EntryModel::tr("＊ 必填：空白时相关指标为待填报") : EntryModel::tr("可以留空"));
    if (!item.note.isEmpty())
        lines << EntryModel::tr("说明：%1").arg(item.note);
    if (!item.basis.isEmpty())
        lines << EntryModel::tr("时点：%1").arg(item.basis);
    if (!item.usedBy.isEmpty())
        lines << EntryModel::tr("用于：%1").arg(item.usedBy);
    if (!item.choices.isEmpty())
        lines << EntryModel::tr("选项：%1").arg(item.choices.join(u'、'));
    return lines.join(u'\n');
}

QString EntryModel::textOf(const CellKey& cell) const {
    return model::displayText(*cell.item, observation(cell));
}

QString EntryModel::describe(const CellKey& cell) const {
    QStringList words;
    if (cell.subject.level != model::Level::County)
        words = rowLabels(m_workspace.data(), m_workspace.standard(), cell.subject);
    words << cell.item->heading();
    words.removeAll(QString());
    return words.join(u" · "_s);
}

QString EntryModel::shownText(const CellKey& cell) const {
    return isWantedCell(cell) ? markOf(Tone::Open) + u' ' + tr("待填报") : textOf(cell);
}

QString EntryModel::spokenText(const CellKey& cell) const {
    if (!observation(cell).isMissing())
        return textOf(cell);
    return isWantedCell(cell) ? tr("待填报") : tr("空白");
}

QVariant EntryModel::toolTip(const CellKey& cell) const {
    QStringList lines;
    if (const auto before = original(cell)) {
        const QString text = before->isMissing() ? tr("空白") : model::displayText(*cell.item, *before);
        lines << tr("本次已修改，原为：%1").arg(text);
    }
    if (isWantedCell(cell))
        lines << tr("待填报") + (cell.item->note.isEmpty() ? QString() : u'：' + cell.item->note);
    else if (!cell.item->isNumeric() && cell.item->choices.isEmpty())
        lines << textOf(cell);
    lines.removeAll(QString());
    return lines.isEmpty() ? QVariant() : lines.join(u'\n');
}

QVariant EntryModel::data(const QModelIndex& index, int role) const {
    if (!m_workspace.isOpen() || !index.isValid())
        return {};
    const auto cell = cellAt(index);
    if (!cell)
        return informationData(index, role);
    switch (role) {
    case Qt::DisplayRole:
        return shownText(*cell);
    case Qt::EditRole:
        return textOf(*cell);
    case Qt::TextAlignmentRole:
        return alignmentOf(*cell->item);
    case Qt::ToolTipRole:
        return toolTip(*cell);
    case Qt::AccessibleTextRole:
        return QString(describe(*cell) + u'：' + spokenText(*cell));
    case Qt::AccessibleDescriptionRole:
        return itemHelp(*cell->item);
    case ChangedRole:
        return original(*cell).has_value();
    case MarkRole: {
        const Observation value = observation(*cell);
        if (value.state == model::State::NotApplicable)
            return static_cast<int>(Mark::NotApplicable);
        return static_cast<int>(isWantedCell(*cell) ? Mark::Wanted : Mark::Plain);
    }
    default:
        return {};
    }
}

// The date basis and note beside a county figure.
QVariant EntryModel::informationData(const QModelIndex& index, int role) const {
    const Item* item = m_rows[static_cast<std::size_t>(index.row())].item;
    if (item == nullptr)
        return {};
    const bool isBasis = index.column() == BasisColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return isBasis ? item->basis : item->note;
    case MarkRole:
        return static_cast<int>(Mark::Information);
    default:
        return {};
    }
}

QVariant EntryModel::columnHeader(int column, int role) const {
    if (isByItem()) {
        static const std::array kTitles{QT_TR_NOOP("数值"), QT_TR_NOOP("时点"), QT_TR_NOOP("填报说明")};
        return role == Qt::DisplayRole ? tr(kTitles[static_cast<std::size_t>(column)]) : QVariant();
    }
    const Item& item = *m_topic.items[static_cast<std::size_t>(column)];
    switch (role) {
    case Qt::DisplayRole:
        return itemHeading(item);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return itemHelp(item);
    default:
        return {};
    }
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal)
        return section < columnCount() ? columnHeader(section, role) : QVariant();
    if (!m_workspace.isOpen() || section >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return labelsOf(row).join(u' ');
    case LabelsRole:
        return labelsOf(row);
    case Qt::ToolTipRole:
        return row.item != nullptr ? itemHelp(*row.item) : labelsOf(row).join(u'\n');
    default:
        return {};
    }
}

} // namespace junheng::ui

// How the cells and headings of EntryModel look and sound.
#include "ui/pages/entry/entry_model.h"

#include "model/asked.h"
#include "model/school_year.h"
#include "ui/pages/entry/entry_rows.h"
#include "ui/widgets/tone.h"
#include "workspace/school_years.h"

#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::CellKey;
using model::Item;
using model::Observation;

namespace {

constexpr qsizetype kLongestShown = 40;

Qt::Alignment alignmentOf(const Item& item) {
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
    if (!item.uses.isEmpty())
        lines << EntryModel::tr("用于：%1").arg(item.uses.join(u','));
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

QString EntryModel::spokenText(const CellKey& cell) const {
    if (const Observation value = observation(cell); !value.isMissing())
        return model::markedText(*cell.item, value);
    return model::isAsked(m_workspace.data(), cell.subject, *cell.item) ? tr("待填报") : tr("空白");
}

QVariant EntryModel::toolTip(const Row& row, const Item& item) const {
    const CellKey cell{.subject = row.key.subject, .item = &item};
    QStringList lines;
    if (const auto refused = m_refused.constFind(cell); refused != m_refused.constEnd())
        lines << tr("未接受“%1”：%2").arg(refused->text.simplified().left(kLongestShown), refused->sentence);
    if (const auto before = original(cell)) {
        const QString text = before->isMissing() ? tr("空白") : model::markedText(item, *before);
        lines << tr("本次已修改，原为：%1").arg(text);
    }
    if (observation(row, item).unconfirmed)
        lines << tr("承接自上年，未确认：没有变化按 F8 确认，有变化改正");
    if (isWantedCell(row, item))
        lines << tr("待填报") + (item.note.isEmpty() ? QString() : u'：' + item.note);
    else if (!item.isNumeric() && item.choices.isEmpty())
        lines << textOf(cell);
    if (observation(row, item).isMissing())
        lines << earlierText(cell);
    lines.removeAll(QString());
    return lines.isEmpty() ? QVariant() : lines.join(u'\n');
}

QString EntryModel::earlierText(const CellKey& cell) const {
    const auto years = m_workspace.schoolYears().earlier();
    if (!years || (*years)->empty())
        return {};
    const model::CountyYear& before = (*years)->back().data;
    const Observation value = before.value(cell.subject, *cell.item);
    return value.isMissing()
               ? QString()
               : tr("上年（%1）：%2").arg(model::schoolYearName(before.year()), model::displayText(*cell.item, value));
}

EntryModel::Mark EntryModel::markOf(const Row& row, const Item& item) const {
    if (!m_refused.isEmpty() && m_refused.contains({.subject = row.key.subject, .item = &item}))
        return Mark::Refused;
    if (observation(row, item).state == model::State::NotApplicable)
        return Mark::NotApplicable;
    return isWantedCell(row, item) ? Mark::Wanted : Mark::Plain;
}

QVariant EntryModel::data(const QModelIndex& index, int role) const {
    if (!m_workspace.isOpen() || !index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (!isCell(index.column()))
        return informationData(row, index.column(), role);
    const Item& item = itemAt(row, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return isWantedCell(row, item) ? ui::markOf(Tone::Open) + u' ' + tr("待填报")
                                       : model::displayText(item, observation(row, item));
    case Qt::EditRole:
        return model::displayText(item, observation(row, item));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(item));
    case Qt::ToolTipRole:
        return toolTip(row, item);
    case Qt::AccessibleTextRole: {
        const CellKey cell{.subject = row.key.subject, .item = &item};
        return QString(describe(cell) + u'：' + spokenText(cell));
    }
    case Qt::AccessibleDescriptionRole:
        return itemHelp(item);
    case ChangedRole:
        return !m_originals.isEmpty() && original({.subject = row.key.subject, .item = &item}).has_value();
    case UnconfirmedRole:
        return observation(row, item).unconfirmed;
    case MarkRole:
        return static_cast<int>(markOf(row, item));
    default:
        return {};
    }
}

QString EntryModel::informationText(const Row& row, int column) const {
    if (row.key.item == nullptr)
        return {};
    return column == BasisColumn ? row.key.item->basis : row.key.item->note;
}

// The date basis and note beside a county figure.
QVariant EntryModel::informationData(const Row& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return informationText(row, column);
    case MarkRole:
        return static_cast<int>(Mark::Information);
    default:
        return {};
    }
}

QString EntryModel::columnTitle(int column) const {
    static const std::array kTitles{QT_TR_NOOP("数值"), QT_TR_NOOP("时点"), QT_TR_NOOP("填报说明")};
    QString title = isByItem() ? tr(kTitles[static_cast<std::size_t>(column)])
                               : itemHeading(*m_topic.items[static_cast<std::size_t>(column)]);
    if (m_sorting && m_sorting->column == column)
        title += m_sorting->order == Qt::AscendingOrder ? u" ▲"_s : u" ▼"_s;
    return title;
}

QVariant EntryModel::columnHeader(int column, int role) const {
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (isByItem() || (role != Qt::ToolTipRole && role != Qt::AccessibleDescriptionRole))
        return {};
    return itemHelp(*m_topic.items[static_cast<std::size_t>(column)]);
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
        return row.key.item != nullptr ? itemHelp(*row.key.item) : labelsOf(row).join(u'\n');
    default:
        return {};
    }
}

} // namespace junheng::ui

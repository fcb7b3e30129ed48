#include "ui/pages/entry/grid/entry_model.h"

#include "ui/pages/entry/grid/cell_words.h"
#include "ui/pages/entry/grid/entry_rows.h"
#include "ui/widgets/tone.h"

#include <QStringList>

#include <algorithm>
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

EntryModel::EntryModel(workspace::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_rows(workspace),
      m_committer(new EntryCommitter(workspace, this)) {
    connect(m_committer, &EntryCommitter::refusedChanged, this, &EntryModel::tellAllChanged);
}

void EntryModel::setTopic(const EntryTopic& topic) {
    m_committer->forgetRefused();
    beginResetModel();
    m_rows.setTopic(topic);
    endResetModel();
    Q_EMIT topicShown();
}

void EntryModel::setFilter(const RowFilter& filter) {
    arrange(filter, m_rows.sorting());
}

void EntryModel::sortBy(const std::optional<RowSorting>& sorting) {
    arrange(m_rows.filter(), sorting);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void EntryModel::arrange(const RowFilter& filter, const std::optional<RowSorting>& sorting) {
    std::vector<EntryRow> rows = m_rows.arranged(filter, sorting);
    const bool others = rows != m_rows.shown();
    if (others)
        beginResetModel();
    m_rows.show(std::move(rows), filter, sorting);
    if (others)
        endResetModel();
}

void EntryModel::refresh() {
    const FileYear now{.path = m_workspace.path(), .year = m_workspace.isOpen() ? m_workspace.data().year() : 0};
    if (m_fileYear != now) {
        m_fileYear = now;
        m_committer->forgetOriginals();
        setTopic(m_rows.topic());
        return;
    }
    m_rows.follow({.removing = [this](int first, int last) { beginRemoveRows({}, first, last); },
                   .removed = [this] { endRemoveRows(); },
                   .inserting = [this](int first, int last) { beginInsertRows({}, first, last); },
                   .inserted = [this] { endInsertRows(); }});
    if (rowCount() == 0)
        return;
    tellAllChanged();
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void EntryModel::tellAllChanged() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<CellKey> EntryModel::cellAt(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount() ||
        !m_rows.isCell(index.column()))
        return std::nullopt;
    return m_rows.keyAt(rowAt(index.row()), index.column());
}

Observation EntryModel::observationAt(const QModelIndex& index) const {
    const EntryRow& row = rowAt(index.row());
    return m_rows.observation(row, m_rows.itemAt(row, index.column()));
}

QModelIndex EntryModel::indexOf(const CellKey& cell) const {
    const auto item = std::ranges::find(m_rows.topic().items, cell.item);
    if (item == m_rows.topic().items.end())
        return {};
    const CellKey wanted{.subject = cell.subject, .item = m_rows.isByItem() ? cell.item : nullptr};
    const std::vector<EntryRow>& rows = m_rows.shown();
    const auto row = std::ranges::find(rows, wanted, &EntryRow::key);
    if (row == rows.end())
        return {};
    const auto column =
        m_rows.isByItem() ? std::ptrdiff_t{TopicRows::ValueColumn} : item - m_rows.topic().items.begin();
    return index(static_cast<int>(row - rows.begin()), static_cast<int>(column));
}

QModelIndex EntryModel::firstWanted() const {
    for (int row = 0; row < rowCount(); ++row) {
        const EntryRow& candidate = rowAt(row);
        for (int column = 0; column < columnCount(); ++column) {
            if (m_rows.isCell(column) && m_rows.isWantedCell(candidate, m_rows.itemAt(candidate, column)))
                return index(row, column);
        }
    }
    return {};
}

std::vector<QModelIndex> EntryModel::find(const QString& text) const {
    std::vector<QModelIndex> found;
    const QString sought = text.trimmed();
    if (sought.isEmpty())
        return found;
    for (int row = 0; row < rowCount(); ++row) {
        const EntryRow& candidate = rowAt(row);
        bool inLabel = m_rows.labelsOf(candidate).join(u'\t').contains(sought, Qt::CaseInsensitive);
        for (int column = 0; column < columnCount(); ++column) {
            const QString shown = m_rows.isCell(column) ? cellText(m_workspace, m_rows.keyAt(candidate, column))
                                                        : m_rows.informationText(candidate, column);
            if (inLabel || shown.contains(sought, Qt::CaseInsensitive))
                found.push_back(index(row, column));
            inLabel = false;
        }
    }
    return found;
}

int EntryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.shown().size());
}

int EntryModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    return m_rows.columnCount();
}

Qt::ItemFlags EntryModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (m_rows.isCell(index.column()))
        result |= Qt::ItemIsEditable;
    return result;
}

QStringList EntryModel::labelTitles() const {
    return rowLabelTitles(m_rows.topic().level);
}

QVariant EntryModel::toolTip(const EntryRow& row, const Item& item) const {
    const CellKey cell{.subject = row.key.subject, .item = &item};
    QStringList lines;
    if (const auto refused = m_committer->refused(cell))
        lines << tr("未接受“%1”：%2").arg(refused->text.simplified().left(kLongestShown), refused->sentence);
    if (const auto before = m_committer->original(cell)) {
        const QString text = before->isMissing() ? tr("空白") : model::markedText(item, *before);
        lines << tr("本次已修改，原为：%1").arg(text);
    }
    if (m_rows.observation(row, item).unconfirmed)
        lines << tr("承接自上年，未确认：没有变化按 F8 确认，有变化改正");
    if (m_rows.isWantedCell(row, item))
        lines << tr("待填报") + (item.note.isEmpty() ? QString() : u'：' + item.note);
    else if (!item.isNumeric() && item.choices.isEmpty())
        lines << cellText(m_workspace, cell);
    if (m_rows.observation(row, item).isMissing())
        lines << earlierText(m_workspace, cell);
    lines.removeAll(QString());
    return lines.isEmpty() ? QVariant() : lines.join(u'\n');
}

EntryModel::Mark EntryModel::markOf(const EntryRow& row, const Item& item) const {
    if (m_committer->refused({.subject = row.key.subject, .item = &item}))
        return Mark::Refused;
    if (m_rows.observation(row, item).state == model::State::NotApplicable)
        return Mark::NotApplicable;
    return m_rows.isWantedCell(row, item) ? Mark::Wanted : Mark::Plain;
}

QVariant EntryModel::data(const QModelIndex& index, int role) const {
    if (!m_workspace.isOpen() || !index.isValid())
        return {};
    const EntryRow& row = rowAt(index.row());
    if (!m_rows.isCell(index.column()))
        return informationData(row, index.column(), role);
    const Item& item = m_rows.itemAt(row, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return m_rows.isWantedCell(row, item) ? ui::markOf(Tone::Open) + u' ' + tr("待填报")
                                              : model::displayText(item, m_rows.observation(row, item));
    case Qt::EditRole:
        return model::displayText(item, m_rows.observation(row, item));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(item));
    case Qt::ToolTipRole:
        return toolTip(row, item);
    case Qt::AccessibleTextRole: {
        const CellKey cell{.subject = row.key.subject, .item = &item};
        return QString(cellName(m_workspace, cell) + u'：' + spokenText(m_workspace, cell));
    }
    case Qt::AccessibleDescriptionRole:
        return itemHelp(item);
    case ChangedRole:
        return m_committer->original({.subject = row.key.subject, .item = &item}).has_value();
    case UnconfirmedRole:
        return m_rows.observation(row, item).unconfirmed;
    case MarkRole:
        return static_cast<int>(markOf(row, item));
    default:
        return {};
    }
}

// The date basis and note beside a county figure.
QVariant EntryModel::informationData(const EntryRow& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return m_rows.informationText(row, column);
    case MarkRole:
        return static_cast<int>(Mark::Information);
    default:
        return {};
    }
}

QString EntryModel::columnTitle(int column) const {
    static const std::array kTitles{QT_TR_NOOP("数值"), QT_TR_NOOP("时点"), QT_TR_NOOP("填报说明")};
    QString title = m_rows.isByItem() ? tr(kTitles[static_cast<std::size_t>(column)])
                                      : itemHeading(*m_rows.topic().items[static_cast<std::size_t>(column)]);
    if (m_rows.sorting() && m_rows.sorting()->column == column)
        title += m_rows.sorting()->order == Qt::AscendingOrder ? u" ▲"_s : u" ▼"_s;
    return title;
}

QVariant EntryModel::columnHeader(int column, int role) const {
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (m_rows.isByItem() || (role != Qt::ToolTipRole && role != Qt::AccessibleDescriptionRole))
        return {};
    return itemHelp(*m_rows.topic().items[static_cast<std::size_t>(column)]);
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal)
        return section < columnCount() ? columnHeader(section, role) : QVariant();
    if (!m_workspace.isOpen() || section >= rowCount())
        return {};
    const EntryRow& row = rowAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return m_rows.labelsOf(row).join(u' ');
    case LabelsRole:
        return m_rows.labelsOf(row);
    case Qt::ToolTipRole:
        return row.key.item != nullptr ? itemHelp(*row.key.item) : m_rows.labelsOf(row).join(u'\n');
    default:
        return {};
    }
}

} // namespace junheng::ui

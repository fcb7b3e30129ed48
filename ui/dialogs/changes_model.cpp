#include "ui/dialogs/changes_model.h"

#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/tone.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kNone = -1;
constexpr int kPercent = 100;

// From nothing to something is more than any other change.
double relativeChange(const model::Change& change) {
    if (!change.item->isNumeric() || !change.before.isValue() || !change.after.isValue())
        return kNone;
    const auto before = static_cast<double>(change.before.amount);
    const auto difference = static_cast<double>(change.after.amount) - before;
    return before == 0 ? std::numeric_limits<double>::infinity() : std::abs(difference / before);
}

QString figure(const model::Change& change, const model::Observation& observation) {
    return observation.isMissing() ? ChangesModel::tr("空白") : model::markedText(*change.item, observation);
}

QString percentText(const model::Change& change, double relative) {
    if (relative < 0)
        return {};
    const QChar sign = change.after.amount < change.before.amount ? QChar(u'−') : QChar(u'+');
    if (std::isinf(relative))
        return ChangesModel::tr("原为 0");
    return u"%1%2%"_s.arg(sign).arg(relative * kPercent, 0, 'f', 1);
}

} // namespace

ChangesModel::ChangesModel(const workspace::ImportPreview& preview, QObject* parent)
    : QAbstractTableModel(parent), m_preview(preview) {
    m_rows.reserve(preview.changes.changes.size());
    for (const model::Change& change : preview.changes.changes)
        m_rows.push_back(rowOf(change));
    std::ranges::stable_sort(m_rows, [](const Row& left, const Row& right) {
        return left.kind != right.kind ? left.kind < right.kind : left.relative > right.relative;
    });
}

ChangesModel::Row ChangesModel::rowOf(const model::Change& change) const {
    if (change.isExistence())
        return {.change = &change, .kind = Kind::Added, .typed = false, .relative = kNone};
    return {.change = &change,
            .kind = change.before.isMissing()  ? Kind::Filled
                    : change.after.isMissing() ? Kind::Cleared
                                               : Kind::Changed,
            .typed = m_preview.typedCells.contains({.subject = change.subject, .item = change.item}),
            .relative = relativeChange(change)};
}

int ChangesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChangesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangesModel::text(const Row& row, int column) const {
    const model::Change& change = *row.change;
    const bool added = row.kind == Kind::Added;
    switch (column) {
    case School:
        return m_preview.schoolNames.value(change.subject.school, change.subject.school);
    case Part:
        return model::partLabel(change.subject);
    case Item:
        return added ? (change.after.isMissing() ? tr("（删去这一行）") : tr("（新增）")) : change.item->heading();
    case Before:
        return added ? QString() : figure(change, change.before);
    case After:
        return added ? QString() : figure(change, change.after);
    case Relative:
        return added ? QString() : percentText(change, row.relative);
    default:
        return u"%1 %2"_s.arg(change.sheet, change.cell).trimmed();
    }
}

QVariant ChangesModel::sortKey(const Row& row, int column) const {
    const model::Change& change = *row.change;
    switch (column) {
    case Before:
    case After: {
        // Numbers by size, before all that is none.
        const model::Observation& shown = column == Before ? change.before : change.after;
        if (row.kind == Kind::Added || !change.item->isNumeric() || !shown.isValue())
            return std::numeric_limits<double>::max();
        return static_cast<double>(shown.amount) / std::pow(10.0, change.item->decimals);
    }
    case Relative:
        return row.relative;
    default:
        return text(row, column);
    }
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Before && row.typed)
            return tr("原来是手工填写的，将被替换");
        return text(row, index.column());
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Before || index.column() == After || index.column() == Relative;
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case ToneRole:
        return static_cast<int>(index.column() == Before && row.typed ? Tone::Near : Tone::None);
    case TagRole:
        return index.column() == Before && row.typed ? tr("手填") : QString();
    case SortRole:
        return sortKey(row, index.column());
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation == Qt::Vertical)
        return {};
    switch (section) {
    case School:
        return tr("学校");
    case Part:
        return tr("学段等");
    case Item:
        return tr("数据项");
    case Before:
        return tr("原来");
    case After:
        return tr("改为");
    case Relative:
        return tr("变化");
    default:
        return tr("出处");
    }
}

bool ChangesModel::contains(int row, const QString& sought) const {
    const Row& candidate = m_rows[static_cast<std::size_t>(row)];
    return candidate.change->subject.school.contains(sought) ||
           std::ranges::any_of(std::array{School, Part, Item}, [&](Column column) {
               return text(candidate, column).contains(sought, Qt::CaseInsensitive);
           });
}

ChangesFilter::ChangesFilter(const ChangesModel& changes, QObject* parent)
    : QSortFilterProxyModel(parent), m_changes(changes) {
    setSortRole(ChangesModel::SortRole);
}

void ChangesFilter::narrow(const QString& text, std::optional<ChangesModel::Kind> kind, bool onlyTyped) {
    m_text = text.trimmed();
    m_kind = kind;
    m_onlyTyped = onlyTyped;
    invalidateRowsFilter();
}

bool ChangesFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
    if ((m_kind && m_changes.kindAt(row) != *m_kind) || (m_onlyTyped && !m_changes.isTypedAt(row)))
        return false;
    return m_text.isEmpty() || m_changes.contains(row, m_text);
}

} // namespace junheng::ui

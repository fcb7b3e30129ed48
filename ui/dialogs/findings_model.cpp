#include "ui/dialogs/findings_model.h"

#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace junheng::ui {

FindingsModel::FindingsModel(std::vector<model::Finding> findings, QObject* parent)
    : QAbstractTableModel(parent), m_findings(std::move(findings)) {
    std::ranges::stable_sort(m_findings, {}, &model::Finding::severity);
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FindingsModel::text(const model::Finding& finding, int column) const {
    switch (column) {
    case Severity:
        return finding.severity == model::Severity::Error ? tr("错误") : tr("提示");
    case File:
        return finding.place.file;
    case Sheet:
        return finding.place.sheet;
    case Cell:
        return finding.place.cell;
    default:
        return finding.message;
    }
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    const model::Finding& finding = m_findings[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(finding, index.column());
    case Qt::ToolTipRole:
        return index.column() == Message ? QVariant(finding.message) : QVariant();
    case ToneRole: {
        const Tone tone = finding.severity == model::Severity::Error ? Tone::Bad : Tone::Near;
        return static_cast<int>(index.column() == Severity ? tone : Tone::None);
    }
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation == Qt::Vertical)
        return {};
    switch (section) {
    case Severity:
        return tr("级别");
    case File:
        return tr("文件");
    case Sheet:
        return tr("工作表");
    case Cell:
        return tr("单元格");
    default:
        return tr("问题和处理办法");
    }
}

int FindingsModel::errorCount() const {
    return static_cast<int>(std::ranges::count(m_findings, model::Severity::Error, &model::Finding::severity));
}

QString FindingsModel::toText() const {
    QStringList lines;
    const auto addLine = [&lines](auto cell) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells += cell(column);
        lines += cells.join(u'\t');
    };
    addLine([this](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (const model::Finding& finding : m_findings)
        addLine([&](int column) { return text(finding, column); });
    return lines.join(u'\n') + u'\n';
}

} // namespace junheng::ui

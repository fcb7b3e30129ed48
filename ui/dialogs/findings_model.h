// Findings as a table: severity, file, sheet, cell, sentence.
#pragma once

#include "model/finding.h"

#include <QAbstractTableModel>

#include <vector>

namespace junheng::ui {

class FindingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Severity, File, Sheet, Cell, Message, ColumnCount };

    /// Errors come first; otherwise in the order given.
    explicit FindingsModel(std::vector<model::Finding> findings, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] int errorCount() const;
    /// One finding a line, its columns divided by tabs, headings first.
    [[nodiscard]] QString toText() const;

private:
    [[nodiscard]] QString text(const model::Finding& finding, int column) const;

    std::vector<model::Finding> m_findings;
};

} // namespace junheng::ui

// The headings of the grid with a filter field under each.
#pragma once

#include "ui/pages/entry/grid/column_filter.h"

#include <QHeaderView>

#include <vector>

class QLineEdit;

namespace junheng::ui {

/// A field that filters is tinted; Esc empties it, and gives the focus back when it is empty already. Enter and Down
/// give the focus back, Tab goes to the next field.
class ColumnHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget* parent = nullptr);

    /// The fields of as many columns, all empty.
    void resetFields(int columns);
    void clearFields();
    void focusField(int column);
    /// The height of the headings alone; the fields stand below.
    void setTitleHeight(int height);
    [[nodiscard]] int titleHeight() const { return m_titleHeight; }
    /// Puts the fields under their headings again.
    void placeFields();

Q_SIGNALS:
    void filterEdited(int column, const junheng::ui::ColumnFilter& filter);
    /// The field cannot be understood.
    void refused(const QString& sentence);
    void left();
    /// Before the field of a column gets the focus: scroll there.
    void fieldWanted(int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QLineEdit* makeField(int column);
    void applyField(int column);
    bool handleKey(int column, int key);
    [[nodiscard]] int fieldHeight() const;

    std::vector<QLineEdit*> m_fields; ///< one for each column
    int m_titleHeight = 0;
};

} // namespace junheng::ui

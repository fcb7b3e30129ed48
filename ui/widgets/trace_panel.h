// The derivation of a chosen figure, with a link to each of its source cells.
#pragma once

#include "assess/trace.h"
#include "model/county_year.h"

#include <QTextBrowser>

#include <vector>

namespace junheng::ui {

class TracePanel : public QTextBrowser {
    Q_OBJECT

public:
    explicit TracePanel(QWidget* parent = nullptr);

    void showTrace(const assess::Trace& trace, const model::CountyYear& year);
    /// Says what to choose.
    void showNothing();
    /// Moves the keyboard to the first source cell.
    void focusFirstCell();

Q_SIGNALS:
    void cellRequested(const junheng::model::CellKey& cell);

private:
    void showHtml(const QString& html);
    [[nodiscard]] QString cellList(const QString& heading, const QStringList& rows) const;
    [[nodiscard]] QString rowOf(const QString& description, const model::CellKey& cell);

    QString m_html;                      ///< as shown
    std::vector<model::CellKey> m_cells; ///< in the order of the links "#0", "#1", ...
};

} // namespace junheng::ui

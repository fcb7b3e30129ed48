// The coefficients of 校际均衡 at a glance.
#pragma once

#include "workspace/workspace.h"

#include <QFrame>

namespace junheng::ui {

/// All coefficients against their limits as a small HTML table, in the colours of `palette`.
QString balanceTable(const workspace::Workspace& workspace, const QPalette& palette);

/// The same as a popup below `anchor`; closes by Esc or a click elsewhere.
class BalancePopup : public QFrame {
    Q_OBJECT

public:
    BalancePopup(const workspace::Workspace& workspace, QWidget* anchor);
    void showBelow(const QWidget& anchor);
};

} // namespace junheng::ui

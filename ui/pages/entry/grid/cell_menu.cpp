#include "ui/pages/entry/grid/cell_menu.h"

#include "ui/pages/entry/grid/block_editor.h"

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

CellMenu::CellMenu(const EntryModel& model, BlockEditor& blocks, int column, QWidget* parent) : QMenu(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"cellMenu"_s);
    addBlockActions(model, blocks);
    addSeparator();
    addSorting(model, column);
    addAction(tr("筛选这一列"), QKeySequence(u"Ctrl+Shift+L"_s), this, &CellMenu::filterWanted);
}

void CellMenu::addBlockActions(const EntryModel& model, BlockEditor& blocks) {
    addAction(tr("剪切"), QKeySequence(u"Ctrl+X"_s), &blocks, &BlockEditor::cut);
    addAction(tr("复制"), QKeySequence(u"Ctrl+C"_s), &blocks, &BlockEditor::copy);
    addAction(tr("粘贴"), QKeySequence(u"Ctrl+V"_s), &blocks, &BlockEditor::paste);
    addAction(tr("清除"), QKeySequence(u"Del"_s), &blocks, &BlockEditor::clear);
    addAction(tr("向下填充"), QKeySequence(u"Ctrl+D"_s), &blocks, &BlockEditor::fillDown);
    const auto unconfirmed = model.rows().unconfirmedCells();
    if (unconfirmed.empty())
        return;
    addSeparator();
    addAction(tr("确认所选（承接自上年的数据）"), QKeySequence(Qt::Key_F8), this,
              [this, &blocks] { Q_EMIT confirmationWanted(blocks.cells()); });
    addAction(tr("确认表中全部 %1 格").arg(unconfirmed.size()), this,
              [this, unconfirmed] { Q_EMIT confirmationWanted(unconfirmed); });
}

void CellMenu::addSorting(const EntryModel& model, int column) {
    addSection(model.headerData(column, Qt::Horizontal).toString());
    addAction(tr("按这一列升序排列"), this,
              [=, this] { Q_EMIT sortingWanted(RowSorting{.column = column, .order = Qt::AscendingOrder}); });
    addAction(tr("按这一列降序排列"), this,
              [=, this] { Q_EMIT sortingWanted(RowSorting{.column = column, .order = Qt::DescendingOrder}); });
    QAction* usual = addAction(tr("恢复原来的次序"), this, [this] { Q_EMIT sortingWanted({}); });
    usual->setEnabled(model.rows().sorting().has_value());
}

} // namespace junheng::ui

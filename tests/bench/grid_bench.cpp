// The grid of 数据填报 at 5,000 rows and 60 columns against a plain QTableView of that size.
#include "bench.h"

#include "standard/library.h"
#include "ui/pages/entry/grid/entry_grid.h"
#include "ui/pages/entry/grid/entry_model.h"
#include "workspace/import_preview.h"
#include "workspace/imports.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace junheng::bench {

namespace {

constexpr int kRows = 5000;
constexpr int kColumns = 60;
constexpr QSize kSize(1000, 560);
constexpr int kSteps = 60;

// The least that a model of numbers has to do.
class PlainModel : public QAbstractTableModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : kRows; }
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : kColumns; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (role == Qt::TextAlignmentRole)
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? QString::number(index.row() * kColumns + index.column()) : QVariant();
    }
};

// The items of the sections, over again until there are enough columns.
ui::EntryTopic wideTopic() {
    ui::EntryTopic topic{.level = model::Level::Section};
    while (static_cast<int>(topic.items.size()) < kColumns) {
        for (const model::Item& item : model::ItemDictionary::builtIn().ofLevel(model::Level::Section)) {
            if (!item.key && static_cast<int>(topic.items.size()) < kColumns)
                topic.items.push_back(&item);
        }
    }
    return topic;
}

// Down by three rows a step, as a turn of the wheel does, then to the right.
void scroll(QTableView& view) {
    for (QScrollBar* bar : {view.verticalScrollBar(), view.horizontalScrollBar()}) {
        bar->setValue(0);
        QCoreApplication::processEvents();
        for (int step = 1; step <= kSteps; ++step) {
            bar->setValue(step * 3 * view.rowHeight(0));
            QCoreApplication::processEvents();
        }
    }
}

} // namespace

void benchGrid() {
    const QTemporaryDir folder;
    workspace::Workspace workspace;
    workspace::ImportPreview all;
    all.changes = makeFullCounty(kRows);
    if (!workspace.create(folder.filePath(u"county.junheng"_s), {.code = u"990101"_s, .name = u"示例县"_s},
                          standard::defaultStandardId(), 2025) ||
        !workspace.imports().commit(all))
        std::abort();

    ui::EntryModel entries(workspace);
    ui::EntryGrid grid(entries);
    entries.setTopic(wideTopic());
    entries.refresh();
    PlainModel numbers;
    QTableView plain;
    plain.setModel(&numbers);
    plain.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    plain.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    plain.setWordWrap(false);
    plain.verticalHeader()->setDefaultSectionSize(grid.rowHeight(0));
    for (int column = 0; column < kColumns; ++column)
        plain.setColumnWidth(column, grid.columnWidth(column));
    for (QTableView* view : {static_cast<QTableView*>(&grid), &plain}) {
        view->resize(kSize);
        view->show();
    }
    QCoreApplication::processEvents();
    const double ours = fastestSeconds([&] { scroll(grid); });
    const double theirs = fastestSeconds([&] { scroll(plain); });
    printRatio("scrolling 5,000 rows x 60 columns / plain QTableView", ours, theirs, 1.5);
}

} // namespace junheng::bench

#include "ui/pages/entry/grid/grid_blocks.h"

#include "model/typed_text.h"
#include "ui/pages/entry/grid/cell_words.h"
#include "ui/widgets/tr.h"

#include <algorithm>
#include <optional>
#include <set>

namespace junheng::ui {

using model::CellKey;
using workspace::TypedCell;

namespace {

// Selected rows crossed with selected columns, each ascending.
struct GridBlock {
    std::vector<int> rows;
    std::vector<int> columns;
};

std::optional<GridBlock> blockOf(const QItemSelection& selection) {
    std::set<int> rows;
    std::set<int> columns;
    qsizetype cells = 0;
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
        cells += qsizetype{range.height()} * range.width();
    }
    if (cells == 0 || cells != std::ssize(rows) * std::ssize(columns))
        return std::nullopt;
    return GridBlock{.rows = {rows.begin(), rows.end()}, .columns = {columns.begin(), columns.end()}};
}

QString shownText(const EntryModel& model, const QModelIndex& index) {
    return index.data(model.cellAt(index) ? Qt::EditRole : Qt::DisplayRole).toString();
}

QStringList labelsOf(const EntryModel& model, int row) {
    return model.headerData(row, Qt::Vertical, EntryModel::LabelsRole).toStringList();
}

Refusal scattered(const QString& what) {
    return {.sentence = tr("%1：选中的几块不在相同的行或列。请只选一块区域再试。").arg(what)};
}

int widthOf(const std::vector<QStringList>& block) {
    const auto widest = std::ranges::max_element(block, {}, [](const QStringList& row) { return row.size(); });
    return static_cast<int>(widest->size());
}

QItemSelection areaOf(const EntryModel& model, const std::vector<int>& rows, const std::vector<int>& columns) {
    return {model.index(rows.front(), columns.front()), model.index(rows.back(), columns.back())};
}

// Whether the block has the labels of the rows in front of all their cells.
bool hasLabels(const EntryModel& model, const GridBlock& target, const std::vector<QStringList>& block) {
    return target.columns.front() == 0 && widthOf(block) == model.columnCount() + model.labelTitles().size();
}

Refusal otherLabels(const EntryModel& model, const QStringList& lines) {
    return {.sentence = tr("没有粘贴：“%1”是固定的列，不能修改，而剪贴板里有 %2 行与表格不一致。第一处是%3。"
                           "请让两边的行次序一致，或者不带这些列复制。")
                            .arg(model.labelTitles().join(u'、'))
                            .arg(lines.size())
                            .arg(lines.front()),
            .details = lines.join(u'\n')};
}

// Takes the labels off, once they are those of the rows that the block goes to.
std::optional<Refusal> takeLabels(const EntryModel& model, int firstRow, std::vector<QStringList>& block) {
    const QStringList titles = model.labelTitles();
    QStringList lines;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const int row = firstRow + static_cast<int>(i);
        const QStringList labels = row < model.rowCount() ? labelsOf(model, row) : QStringList();
        for (qsizetype label = 0; label < titles.size() && !labels.isEmpty(); ++label) {
            const QString found = block[i].value(label);
            if (model::foldText(found) == model::foldText(labels[label]))
                continue;
            lines << tr("第 %1 行的“%2”应为“%3”，剪贴板里是“%4”").arg(row + 1).arg(titles[label], labels[label], found);
            break;
        }
        block[i] = block[i].mid(titles.size());
    }
    if (lines.isEmpty())
        return std::nullopt;
    return otherLabels(model, lines);
}

// The rows and columns that a block fills.
std::expected<GridBlock, Refusal> placeOf(const EntryModel& model, const GridBlock& target, int height, int width) {
    const bool repeats = std::ssize(target.rows) % height == 0 && std::ssize(target.columns) % width == 0;
    if (repeats)
        return target;
    const int firstRow = target.rows.front();
    const int firstColumn = target.columns.front();
    const int rowsLeft = model.rowCount() - firstRow;
    const int columnsLeft = model.columnCount() - firstColumn;
    if (height > rowsLeft || width > columnsLeft) {
        QString sentence = tr("没有粘贴：剪贴板里有 %1 行 %2 列，从选中的单元格起只有 %3 行 %4 列。")
                               .arg(height)
                               .arg(width)
                               .arg(rowsLeft)
                               .arg(columnsLeft);
        sentence += !model.rows().filter().isEmpty()
                        ? tr("现在只显示筛选出的行，可先清除筛选。")
                        : tr("请从更靠上、靠左的单元格开始，或少复制一些；没有的学校先新建或导入。");
        return std::unexpected(Refusal{.sentence = sentence});
    }
    GridBlock place;
    for (int row = firstRow; row < firstRow + height; ++row)
        place.rows.push_back(row);
    for (int column = firstColumn; column < firstColumn + width; ++column)
        place.columns.push_back(column);
    return place;
}

Refusal readOnly(const QStringList& titles) {
    return {.sentence = tr("没有粘贴：“%1”列只供查看，不能修改。请只复制要填写的列。").arg(titles.join(u'、'))};
}

std::expected<PastePlan, Refusal> fillWithOne(const EntryModel& model, const QItemSelection& selection,
                                              const QString& text) {
    PastePlan plan{.cells = sameInAll(model, selection, text), .area = selection};
    if (plan.cells.empty() && !selection.isEmpty())
        return std::unexpected(
            readOnly({model.headerData(selection.front().left(), Qt::Horizontal, Qt::DisplayRole).toString()}));
    return plan;
}

} // namespace

std::expected<std::vector<std::vector<ClipboardCell>>, Refusal> copiedCells(const EntryModel& model,
                                                                            const QItemSelection& selection) {
    const auto block = blockOf(selection);
    if (!block)
        return std::unexpected(scattered(tr("没有复制")));
    const bool wholeRows = std::ssize(block->columns) == model.columnCount();
    std::vector<std::vector<ClipboardCell>> rows;
    for (const int row : block->rows) {
        std::vector<ClipboardCell> cells;
        if (wholeRows) {
            for (const QString& label : labelsOf(model, row))
                cells.push_back({.text = label, .isText = true});
        }
        for (const int column : block->columns) {
            const QModelIndex index = model.index(row, column);
            const auto cell = model.cellAt(index);
            cells.push_back({.text = shownText(model, index), .isText = !cell || !cell->item->isNumeric()});
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::vector<TypedCell> sameInAll(const EntryModel& model, const QItemSelection& selection, const QString& text) {
    std::vector<TypedCell> cells;
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            for (int column = range.left(); column <= range.right(); ++column) {
                if (auto cell = model.cellAt(model.index(row, column)))
                    cells.push_back({.cell = std::move(*cell), .text = text});
            }
        }
    }
    return cells;
}

std::expected<PastePlan, Refusal> planPaste(const EntryModel& model, const QItemSelection& selection,
                                            std::vector<QStringList> block) {
    if (block.size() == 1 && block.front().size() == 1)
        return fillWithOne(model, selection, block.front().front());
    const auto target = blockOf(selection);
    if (!target)
        return std::unexpected(scattered(tr("没有粘贴")));
    if (hasLabels(model, *target, block)) {
        if (auto refusal = takeLabels(model, target->rows.front(), block))
            return std::unexpected(std::move(*refusal));
    }
    const int height = static_cast<int>(block.size());
    const int width = widthOf(block);
    const auto place = placeOf(model, *target, height, width);
    if (!place)
        return std::unexpected(place.error());

    PastePlan plan{.cells = {}, .area = areaOf(model, place->rows, place->columns)};
    QStringList untouchable;
    for (std::size_t i = 0; i < place->rows.size(); ++i) {
        const QStringList& texts = block[i % block.size()];
        for (std::size_t j = 0; j < place->columns.size(); ++j) {
            const auto from = static_cast<qsizetype>(j) % width;
            if (from >= texts.size())
                continue;
            const QModelIndex index = model.index(place->rows[i], place->columns[j]);
            if (auto cell = model.cellAt(index))
                plan.cells.push_back({.cell = std::move(*cell), .text = texts[from]});
            else if (model::foldText(texts[from]) != model::foldText(shownText(model, index)))
                untouchable << model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        }
    }
    untouchable.removeDuplicates();
    if (!untouchable.isEmpty())
        return std::unexpected(readOnly(untouchable));
    return plan;
}

std::expected<std::vector<TypedCell>, Refusal> planFillDown(const EntryModel& model, const QItemSelection& selection) {
    auto block = blockOf(selection);
    if (!block)
        return std::unexpected(scattered(tr("没有填充")));
    if (block->rows.size() == 1)
        block->rows.insert(block->rows.begin(), block->rows.front() - 1);
    if (block->rows.front() < 0)
        return std::unexpected(Refusal{.sentence = tr("没有填充：上面没有单元格。请选中要填充的几行再试。")});
    std::vector<TypedCell> cells;
    for (const int column : block->columns) {
        const auto source = model.cellAt(model.index(block->rows.front(), column));
        if (!source)
            continue;
        const QString text = cellText(model.workspace(), *source);
        for (std::size_t i = 1; i < block->rows.size(); ++i)
            cells.push_back({.cell = *model.cellAt(model.index(block->rows[i], column)), .text = text});
    }
    return cells;
}

} // namespace junheng::ui

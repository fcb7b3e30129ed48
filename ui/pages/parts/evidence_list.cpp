#include "ui/pages/parts/evidence_list.h"

#include "model/items.h"
#include "ui/widgets/dropped_files.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>

namespace junheng::ui {

namespace {

enum EvidenceColumn : std::uint8_t { FileColumn, SizeColumn, NoteColumn };

} // namespace

EvidenceList::EvidenceList(QWidget* parent) : QTreeWidget(parent) {
    setAcceptDrops(true);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item, int column) {
        if (column == NoteColumn)
            editItem(item, NoteColumn);
        else
            Q_EMIT openRequested();
    });
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        static const model::Item& note = model::itemOf(items::evidence_note);
        const auto row = static_cast<std::size_t>(indexOfTopLevelItem(item));
        if (column == NoteColumn)
            Q_EMIT noteWritten({.subject = m_evidence[row].subject, .item = &note}, item->text(NoteColumn));
    });
}

void EvidenceList::showEvidence(const std::vector<workspace::Evidence>& evidence) {
    const QSignalBlocker quiet(this);
    const bool more = evidence.size() > m_evidence.size();
    const int row = more ? static_cast<int>(evidence.size()) - 1 : indexOfTopLevelItem(currentItem());
    m_evidence = evidence;
    clear();
    for (const workspace::Evidence& piece : m_evidence) {
        const bool isFile = !piece.sha256.isEmpty();
        auto* item = new QTreeWidgetItem(
            this, {isFile ? piece.name : tr("（说明）"),
                   isFile ? QLocale(QLocale::Chinese).formattedDataSize(piece.size) : QString(), piece.note});
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(FileColumn, isFile ? tr("%1\nSHA-256：%2").arg(piece.name, piece.sha256) : QString());
        item->setToolTip(NoteColumn, piece.note);
    }
    for (const int column : {FileColumn, SizeColumn})
        resizeColumnToContents(column);
    setColumnWidth(FileColumn, std::min(columnWidth(FileColumn), viewport()->width() / 2));
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(std::clamp(row, 0, topLevelItemCount() - 1)));
}

const workspace::Evidence* EvidenceList::chosen() const {
    const int row = indexOfTopLevelItem(currentItem());
    return row < 0 ? nullptr : &m_evidence[static_cast<std::size_t>(row)];
}

void EvidenceList::keyPressEvent(QKeyEvent* event) {
    const bool editing = state() == EditingState;
    if (!editing && event->key() == Qt::Key_Delete)
        Q_EMIT removeRequested();
    else if (!editing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT openRequested();
    else if (!editing && event->key() == Qt::Key_F2 && currentItem() != nullptr)
        editItem(currentItem(), NoteColumn);
    else
        QTreeWidget::keyPressEvent(event);
}

void EvidenceList::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void EvidenceList::dragMoveEvent(QDragMoveEvent* event) {
    event->acceptProposedAction();
}

void EvidenceList::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    // After the drop is over: the program that drags must not wait while the files are read.
    QMetaObject::invokeMethod(
        this, [this, files = droppedFiles(*event->mimeData())] { Q_EMIT filesDropped(files); }, Qt::QueuedConnection);
}

} // namespace junheng::ui

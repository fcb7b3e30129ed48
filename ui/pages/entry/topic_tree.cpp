#include "ui/pages/entry/topic_tree.h"

#include "ui/pages/entry/entry_rows.h"
#include "ui/widgets/tone.h"

#include <QHeaderView>

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr int kTopicRole = Qt::UserRole;
constexpr int kCountColumn = 1;

} // namespace

TopicTree::TopicTree(QWidget* parent) : QTreeWidget(parent), m_topics(entryTopics()) {
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(14);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("填报内容"));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(kCountColumn, QHeaderView::ResizeToContents);
    QTreeWidgetItem* group = nullptr;
    for (std::size_t topic = 0; topic < m_topics.size(); ++topic) {
        const QString title = levelTitle(m_topics[topic].level);
        if (group == nullptr || group->text(0) != title) {
            group = new QTreeWidgetItem(this, {title});
            group->setFlags(Qt::ItemIsEnabled);
            QFont bold = font();
            bold.setBold(true);
            group->setFont(0, bold);
        }
        auto* entry = new QTreeWidgetItem(group, {m_topics[topic].name});
        entry->setData(0, kTopicRole, static_cast<int>(topic));
        entry->setTextAlignment(kCountColumn, Qt::AlignRight | Qt::AlignVCenter);
        m_entries.push_back(entry);
    }
    expandAll();
    setCurrentItem(entryOf(0));
    connect(this, &QTreeWidget::currentItemChanged, this, &TopicTree::topicChosen);
}

const EntryTopic& TopicTree::currentTopic() const {
    return m_topics[static_cast<std::size_t>(currentItem()->data(0, kTopicRole).toInt())];
}

void TopicTree::choose(const model::Item& item) {
    for (std::size_t topic = 0; topic < m_topics.size(); ++topic) {
        if (std::ranges::find(m_topics[topic].items, &item) != m_topics[topic].items.end())
            setCurrentItem(entryOf(topic));
    }
}

void TopicTree::choose(const EntryTopic& topic) {
    choose(*topic.items.front());
}

void TopicTree::count(const model::CountyYear* year) {
    for (std::size_t topic = 0; topic < m_topics.size(); ++topic) {
        const int wanted = year != nullptr ? wantedCount(*year, m_topics[topic]) : 0;
        const QString name = m_topics[topic].name;
        QTreeWidgetItem& entry = *entryOf(topic);
        entry.setText(kCountColumn, wanted > 0 ? markOf(Tone::Open) + u' ' + QString::number(wanted) : QString());
        entry.setToolTip(0, wanted > 0 ? tr("%1：待填报 %2 格").arg(name).arg(wanted) : name);
        entry.setData(0, Qt::AccessibleTextRole, entry.toolTip(0));
    }
}

} // namespace junheng::ui

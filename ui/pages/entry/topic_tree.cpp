#include "ui/pages/entry/topic_tree.h"

#include "ui/pages/entry/grid/entry_rows.h"
#include "ui/widgets/tone.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr int kTopicRole = Qt::UserRole;
constexpr int kCountColumn = 1;

} // namespace

TopicTree::TopicTree(QWidget* parent) : QTreeWidget(parent) {
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
    connect(this, &QTreeWidget::currentItemChanged, this, &TopicTree::topicChosen);
}

bool TopicTree::showTopicsOf(const model::ItemDictionary& items) {
    if (m_items == &items)
        return false;
    m_items = &items;
    const EntryTopic before = m_entries.empty() ? EntryTopic() : currentTopic();
    const QSignalBlocker blocker(this);
    clear();
    m_entries.clear();
    m_counts.clear();
    m_topics = entryTopics(items);
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
    const auto same = std::ranges::find_if(
        m_topics, [&](const EntryTopic& topic) { return topic.level == before.level && topic.name == before.name; });
    setCurrentItem(same == m_topics.end() ? m_entries.front()
                                          : m_entries[static_cast<std::size_t>(same - m_topics.begin())]);
    return true;
}

std::size_t TopicTree::current() const {
    return static_cast<std::size_t>(currentItem()->data(0, kTopicRole).toInt());
}

const EntryTopic& TopicTree::currentTopic() const {
    return m_topics[current()];
}

int TopicTree::currentCount() const {
    return m_counts.empty() ? 0 : m_counts[current()];
}

// The current topic stays where it holds the item; else the first one that does.
void TopicTree::choose(const model::Item& item) {
    const auto holds = [&](const EntryTopic& topic) {
        return std::ranges::find(topic.items, &item) != topic.items.end();
    };
    if (holds(currentTopic()))
        return;
    const auto found = std::ranges::find_if(m_topics, holds);
    if (found != m_topics.end())
        choose(*found);
}

void TopicTree::choose(const EntryTopic& topic) {
    const auto found = std::ranges::find(m_topics, topic);
    if (found != m_topics.end())
        setCurrentItem(m_entries[static_cast<std::size_t>(found - m_topics.begin())]);
}

void TopicTree::count(const model::CountyYear* year) {
    m_counts = year != nullptr ? wantedCounts(*year, m_topics) : std::vector<int>(m_topics.size());
    for (std::size_t topic = 0; topic < m_topics.size(); ++topic) {
        const int wanted = m_counts[topic];
        const QString name = m_topics[topic].name;
        QTreeWidgetItem& entry = *m_entries[topic];
        entry.setText(kCountColumn, wanted > 0 ? markOf(Tone::Open) + u' ' + QString::number(wanted) : QString());
        entry.setToolTip(0, wanted > 0 ? tr("%1：待填报 %2 格").arg(name).arg(wanted) : name);
        entry.setData(0, Qt::AccessibleTextRole, entry.toolTip(0));
    }
}

} // namespace junheng::ui

// The topics by level, each with what is still to be filled in.
#pragma once

#include "model/county_year.h"
#include "ui/pages/entry/grid/entry_topic.h"

#include <QTreeWidget>

namespace junheng::ui {

class TopicTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit TopicTree(QWidget* parent = nullptr);

    /// To be called before everything else. Whether there are other topics now; the current one is then that of the
    /// same name, without a signal.
    bool showTopicsOf(const model::ItemDictionary& items);
    [[nodiscard]] const EntryTopic& currentTopic() const;
    /// Makes the topic that holds the item the current one.
    void choose(const model::Item& item);
    void choose(const EntryTopic& topic);
    /// Counts what is 待填报; nullptr: no counts.
    void count(const model::CountyYear* year);
    /// What is 待填报 in the current topic, as counted.
    [[nodiscard]] int currentCount() const;

Q_SIGNALS:
    void topicChosen();

private:
    [[nodiscard]] std::size_t current() const;

    const model::ItemDictionary* m_items = nullptr; ///< whose topics are shown
    std::vector<EntryTopic> m_topics;
    std::vector<QTreeWidgetItem*> m_entries; ///< one for each topic
    std::vector<int> m_counts;               ///< one for each topic
};

} // namespace junheng::ui

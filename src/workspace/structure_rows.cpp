#include "workspace/structure_rows.h"

#include "model/items.h"
#include "model/record_kind.h"
#include "quality/explanation.h"
#include "workspace/tr.h"

#include <algorithm>

namespace junheng::workspace {

namespace {

using model::Item;
using model::Level;
using model::Observation;
using model::SubjectKey;

const Item& parentItem() {
    static const Item& item = model::itemOf(items::parent_code);
    return item;
}

} // namespace

QString listed(const QStringList& names) {
    constexpr qsizetype kListed = 10;
    const QString first = names.first(std::min(kListed, names.size())).join(QStringLiteral("、"));
    return names.size() > kListed ? tr("%1等").arg(first) : first;
}

void StructureRows::add(const SubjectKey& key) {
    m_plan.changes.changes.push_back({.subject = key, .after = Observation::ofAmount(1)});
}

void StructureRows::remove(const SubjectKey& key) {
    count(key);
    m_plan.changes.changes.push_back({.subject = key, .before = Observation::ofAmount(1)});
}

void StructureRows::removeExplanations(const SubjectKey& key) {
    const QString about = QStringLiteral("/%1/%2").arg(model::levelId(key.level), key.part);
    const model::LevelTable& table = m_year.table(Level::Explanation);
    const auto [first, last] = table.rowsOfSchool(key.school);
    for (int row = first; row < last; ++row) {
        const QString& part = table.key(row).part;
        if (part.sliced(part.section(u'/', 0, 0).size()) == about)
            remove(table.key(row));
    }
}

void StructureRows::clear(const SubjectKey& key, const Item& item) {
    const Observation before = m_year.value(key, item);
    if (before.isMissing())
        return;
    ++m_plan.figures;
    m_plan.changes.changes.push_back({.subject = key, .item = &item, .before = before});
}

void StructureRows::move(const SubjectKey& from, const QString& code) {
    SubjectKey to = from;
    to.school = code;
    if (!m_year.exists(to))
        add(to);
    for (const Item& item : m_year.items().ofLevel(from.level)) {
        Observation value = m_year.value(from, item);
        if (item.key || value.isMissing())
            continue;
        const Observation there = m_year.value(to, item);
        if (&item == &parentItem() && value.text == m_plan.school.code)
            value.text = code;
        if (&item == &quality::explainedFiguresItem())
            value.text = quality::withSchoolCode(value.text, m_plan.school.code, code);
        m_plan.changes.changes.push_back({.subject = to, .item = &item, .before = there, .after = value});
    }
    remove(from);
}

void StructureRows::count(const SubjectKey& key) {
    if (key.level == Level::Explanation) {
        ++m_plan.explanations;
        return;
    }
    if (key.level == Level::Section)
        m_plan.sections << model::partLabel(key);
    else if (key.level == Level::Campus)
        m_plan.campuses << model::partLabel(key);
    else if (key.level == Level::Room)
        ++m_plan.rooms;
    for (const Item& item : m_year.items().ofLevel(key.level))
        m_plan.figures += item.key || m_year.value(key, item).isMissing() ? 0 : 1;
}

void StructureRows::gatherPoints() {
    const model::LevelTable& schools = m_year.schools();
    for (int row = 0; row < schools.rowCount(); ++row) {
        const QString& code = schools.key(row).school;
        if (code != m_plan.school.code && schools.at(row, parentItem()).text == m_plan.school.code)
            m_plan.points.push_back({.code = code, .name = m_year.schoolName(code)});
    }
}

void StructureRows::renamePoints(const QString& code) {
    for (const SchoolName& point : m_plan.points) {
        const SubjectKey key = SubjectKey::ofSchool(point.code);
        const Observation before = m_year.value(key, parentItem());
        Observation after = before;
        after.text = code;
        m_plan.changes.changes.push_back({.subject = key, .item = &parentItem(), .before = before, .after = after});
    }
}

void StructureRows::renameInExplanations(const QString& code) {
    const Item& item = quality::explainedFiguresItem();
    const model::LevelTable& table = m_year.table(Level::Explanation);
    for (int row = 0; row < table.rowCount(); ++row) {
        const Observation before = table.at(row, item);
        Observation after = before;
        after.text = quality::withSchoolCode(before.text, m_plan.school.code, code);
        if (table.key(row).school != m_plan.school.code && after != before)
            m_plan.changes.changes.push_back(
                {.subject = table.key(row), .item = &item, .before = before, .after = after});
    }
}

QString StructureRows::counts() const {
    QStringList words;
    if (!m_plan.sections.isEmpty())
        words << tr("学段 %1 个（%2）").arg(m_plan.sections.size()).arg(listed(m_plan.sections));
    if (!m_plan.campuses.isEmpty())
        words << tr("校区 %1 个（%2）").arg(m_plan.campuses.size()).arg(listed(m_plan.campuses));
    if (m_plan.rooms > 0)
        words << tr("专用教室 %1 间").arg(m_plan.rooms);
    if (m_plan.figures > 0)
        words << tr("已填数据 %1 个").arg(m_plan.figures);
    if (m_plan.explanations > 0)
        words << tr("核查说明 %1 条").arg(m_plan.explanations);
    return words.join(QStringLiteral("，"));
}

} // namespace junheng::workspace

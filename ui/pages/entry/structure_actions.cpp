#include "ui/pages/entry/structure_actions.h"

#include "model/items.h"
#include "model/school_year.h"
#include "model/stage.h"

#include <QMenu>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::Level;
using model::SubjectKey;
using workspace::StructureEdit;
using workspace::StructureStep;

namespace {

// A name in a menu: not longer than a menu is wide, and no access key.
QString inMenu(const QString& name) {
    constexpr qsizetype kLongest = 24;
    QString shown = name.size() > kLongest ? name.first(kLongest - 1) + u'…' : name;
    return shown.replace(u'&', u"&&"_s);
}

QString canBeUndone() {
    return StructureActions::tr("可以撤销（Ctrl+Z）。");
}

bool adds(StructureStep step) {
    return step == StructureStep::AddSection || step == StructureStep::AddCampus;
}

} // namespace

StructureActions::StructureActions(workspace::Workspace& workspace, StructureQuestions questions, QWidget* page)
    : QObject(page), m_workspace(workspace), m_questions(std::move(questions)), m_structure(workspace.structure()),
      m_page(page) {}

void StructureActions::fill(QMenu& menu, const SubjectKey& row) {
    const QString& school = row.school;
    if (m_workspace.isOpen() && row.level == Level::Monitoring)
        return addSources(menu, row);
    if (!m_workspace.isOpen() || !m_workspace.data().exists(SubjectKey::ofSchool(school)))
        return;
    const QString name = inMenu(m_workspace.data().schoolName(school));
    menu.addSection(name);
    addAdditions(menu, school);
    addDeletions(menu, row);
    menu.addAction(tr("更改标识码…"), this, [this, row] { correctCode(row); });
    menu.addAction(tr("删除学校“%1”…").arg(name), this, [this, school] { deleteSchool(school); });
}

// What was entered as the nation's monitoring and is the province's, and the other way round.
void StructureActions::addSources(QMenu& menu, const SubjectKey& row) {
    model::Monitored monitored = model::monitoredOf(row.part);
    menu.addSection(inMenu(model::partLabel(row)));
    const auto& sources = model::itemOf(items::monitored_source).choices;
    for (int source = 0; source < sources.size(); ++source) {
        if (source == monitored.source)
            continue;
        const SubjectKey target{
            .level = row.level,
            .part = model::monitoredPart({.subject = monitored.subject, .grade = monitored.grade, .source = source})};
        menu.addAction(tr("改为%1监测的结果").arg(sources.at(source)), this,
                       [this, row, source, target] {
                           if (const auto changed = m_structure.changeSource(row, source); !changed)
                               return Q_EMIT failed(changed.error().toString());
                           Q_EMIT done(
                               tr("已改为%1监测的结果。").arg(model::sourceName(model::monitoredOf(target.part))) +
                                   canBeUndone(),
                               target);
                       })
            ->setEnabled(m_workspace.data().exists(row));
    }
}

void StructureActions::addAdditions(QMenu& menu, const QString& school) {
    QMenu* stages = menu.addMenu(tr("新增学段"));
    for (int stage = 0; stage < model::kStageCount; ++stage) {
        const QString id = model::stageId(static_cast<model::Stage>(stage));
        QAction* action = stages->addAction(model::stageName(static_cast<model::Stage>(stage)) + u'…', this,
                                            [this, school, id] { addSection(school, id); });
        action->setEnabled(!m_workspace.data().exists({.level = Level::Section, .school = school, .part = id}));
    }
    menu.addAction(tr("新增校区…"), this, [this, school] { addCampus(school); });
}

// The section or campus of the row itself; from other rows of the school, any of them.
void StructureActions::addDeletions(QMenu& menu, const SubjectKey& row) {
    for (const auto& [level, word] :
         {std::pair(Level::Section, tr("删除学段")), std::pair(Level::Campus, tr("删除校区"))}) {
        const model::LevelTable& table = m_workspace.data().table(level);
        if (row.level == level) {
            menu.addAction(u"%1“%2”…"_s.arg(word, inMenu(model::partLabel(row))), this,
                           [this, row] { deletePart(row); })
                ->setEnabled(table.find(row) >= 0);
            continue;
        }
        QMenu* parts = menu.addMenu(word);
        const auto [first, last] = table.rowsOfSchool(row.school);
        for (int at = first; at < last; ++at)
            parts->addAction(inMenu(model::partLabel(table.key(at))) + u'…', this,
                             [this, part = table.key(at)] { deletePart(part); });
        parts->setEnabled(first < last);
    }
}

bool StructureActions::confirm(const StructureEdit& edit, const QString& title, const QString& question) {
    const auto plan = m_structure.plan(edit);
    if (!plan) {
        Q_EMIT failed(plan.error().toString());
        return false;
    }
    if (!m_questions.confirm(m_page, {.title = title,
                                      .heading = question,
                                      .lines = plan->lines + QStringList{canBeUndone()},
                                      .adds = adds(edit.step)}))
        return false;
    const auto done = m_structure.apply(edit);
    if (!done) {
        Q_EMIT failed(done.error().toString());
        return false;
    }
    return true;
}

void StructureActions::deleteSchool(const QString& school) {
    const QString name = m_workspace.data().schoolName(school);
    if (confirm({.step = StructureStep::DeleteSchool, .school = school}, tr("删除学校"),
                tr("从%1删除“%2”（%3）？").arg(model::schoolYearName(m_workspace.data().year()), name, school)))
        Q_EMIT done(tr("已删除学校 %1（%2）。").arg(name, school) + canBeUndone(), {});
}

void StructureActions::deletePart(const SubjectKey& part) {
    const QString name = m_workspace.data().schoolName(part.school);
    const QString label = model::partLabel(part);
    const bool section = part.level == Level::Section;
    const StructureStep step = section ? StructureStep::DeleteSection : StructureStep::DeleteCampus;
    const QString title = section ? tr("删除学段") : tr("删除校区");
    if (confirm({.step = step, .school = part.school, .detail = part.part}, title,
                tr("删除“%1”的%2？").arg(name, label)))
        Q_EMIT done(tr("已%1 %2 %3。").arg(title, name, label) + canBeUndone(), {});
}

void StructureActions::addSection(const QString& school, const QString& stage) {
    const SubjectKey section{.level = Level::Section, .school = school, .part = stage};
    const QString name = m_workspace.data().schoolName(school);
    if (confirm({.step = StructureStep::AddSection, .school = school, .detail = stage}, tr("新增学段"),
                tr("给“%1”增加%2？").arg(name, model::partLabel(section))))
        Q_EMIT done(tr("已新增学段 %1 %2。").arg(name, model::partLabel(section)) + canBeUndone(), section);
}

void StructureActions::addCampus(const QString& school) {
    if (const auto added = m_questions.addCampus(m_page, m_workspace, school))
        Q_EMIT done(tr("已%1。").arg(added->changes.label) + canBeUndone(), added->changes.changes.front().subject);
}

void StructureActions::correctCode(const SubjectKey& row) {
    const auto corrected = m_questions.correctCode(m_page, m_workspace, row.school);
    if (!corrected)
        return;
    QStringList years;
    for (const int year : corrected->otherYears)
        years << model::schoolYearName(year);
    const QString also = years.isEmpty() ? QString() : tr("，连同 %1").arg(years.join(u'、'));
    SubjectKey now = row;
    now.school = corrected->code;
    Q_EMIT done(tr("已%1%2。").arg(corrected->done.changes.label, also) + canBeUndone(), now);
    if (!corrected->failure.isEmpty())
        Q_EMIT failed(corrected->failure);
}

} // namespace junheng::ui

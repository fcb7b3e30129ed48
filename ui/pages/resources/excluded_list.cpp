#include "ui/pages/resources/excluded_list.h"

#include "assess/assessment.h"
#include "model/county_year.h"
#include "standard/standard.h"

#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kListHeight = 130;
constexpr qsizetype kNamesInLine = 4;

} // namespace

ExcludedList::ExcludedList(QWidget* parent) : QWidget(parent), m_line(new QToolButton), m_list(new QLabel) {
    m_line->setCheckable(true);
    m_line->setAutoRaise(true);
    m_line->setArrowType(Qt::RightArrow);
    m_line->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_list->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_list->setMargin(4);
    auto* area = new QScrollArea;
    area->setWidget(m_list);
    area->setWidgetResizable(true);
    area->setFixedHeight(kListHeight);
    area->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(area);
    connect(m_line, &QToolButton::toggled, this, [this, area](bool opened) {
        m_line->setArrowType(opened ? Qt::DownArrow : Qt::RightArrow);
        area->setVisible(opened);
    });
}

void ExcludedList::showSections(const workspace::Workspace& workspace) {
    QStringList names;
    QStringList lines;
    if (workspace.isOpen()) {
        const model::CountyYear& year = workspace.data();
        for (const assess::ExcludedSection& excluded : workspace.assessment().excluded) {
            const model::SubjectKey& key = year.sections().key(excluded.sectionRow);
            names += year.schoolName(key.school);
            lines += u"%1 %2：%3"_s.arg(
                year.schoolName(key.school), model::partLabel(key),
                workspace.standard().exclusions[static_cast<std::size_t>(excluded.exclusion)].reason);
        }
    }
    QString shown = names.mid(0, kNamesInLine).join(u'、');
    if (names.size() > kNamesInLine)
        shown += tr("等");
    m_line->setText(tr("未参评 %1 个学段：%2").arg(QString::number(lines.size()), shown));
    m_line->setToolTip(lines.join(u'\n'));
    m_list->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

} // namespace junheng::ui

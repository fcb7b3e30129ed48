#include "ui/pages/resources/section_figures.h"

#include "ui/figures/figure_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace junheng::ui {

namespace {

QScrollArea* scrolling(QWidget& content) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(&content);
    return area;
}

// What is chosen in the figure stays in sight, with what is next to it. What is in sight already does not move: a
// second click must not meet another school.
void follow(QScrollArea& area, FigureView& figure) {
    QObject::connect(&figure, &FigureView::chosenShown, &area, [&area, &figure](const QRect& room) {
        if (figure.visibleRegion().contains(room.center()))
            return;
        const QPoint middle = figure.mapTo(area.widget(), room.center());
        area.ensureVisible(middle.x(), middle.y(), 0, 2 * room.height());
    });
}

} // namespace

SectionFigures::SectionFigures(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_heatMap(new FigureView), m_indicator(new QComboBox) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    m_heatMap->setFocusPolicy(Qt::StrongFocus);
    connect(m_heatMap, &FigureView::chosen, this, &SectionFigures::chooseOfHeatMap);
    connect(m_heatMap, &FigureView::activated, this, &SectionFigures::activated);
    auto* map = scrolling(*m_heatMap);
    follow(*map, *m_heatMap);
    m_stack->addWidget(map);

    auto* ranking = new QWidget;
    auto* rows = new QVBoxLayout(ranking);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* choice = new QHBoxLayout;
    auto* label = new QLabel(tr("指标(&I)："));
    label->setBuddy(m_indicator);
    m_indicator->setObjectName(QStringLiteral("rankedIndicator"));
    choice->addWidget(label);
    choice->addWidget(m_indicator);
    choice->addStretch();
    rows->addLayout(choice);
    auto* both = new QWidget;
    auto* side = new QHBoxLayout(both);
    side->setContentsMargins(0, 0, 0, 0);
    for (std::size_t stage = 0; stage < m_rankings.size(); ++stage) {
        m_rankings[stage] = new FigureView;
        m_rankings[stage]->setFocusPolicy(Qt::StrongFocus);
        connect(m_rankings[stage], &FigureView::chosen, this,
                [this, stage](int section) { chooseOfRanking(static_cast<int>(stage), section); });
        connect(m_rankings[stage], &FigureView::activated, this, &SectionFigures::activated);
        side->addWidget(m_rankings[stage]);
    }
    auto* bars = scrolling(*both);
    for (FigureView* figure : m_rankings)
        follow(*bars, *figure);
    rows->addWidget(bars, 1);
    m_stack->addWidget(ranking);
    connect(m_indicator, &QComboBox::currentIndexChanged, this, &SectionFigures::indicatorChanged);
}

int SectionFigures::indicator() const {
    return m_indicator->currentIndex();
}

void SectionFigures::focusFigure() {
    if (m_stack->currentIndex() == static_cast<int>(Kind::HeatMap)) {
        m_heatMap->setFocus();
        return;
    }
    const auto shown = std::ranges::find_if(m_rankings, [](const FigureView* ranking) { return !ranking->isHidden(); });
    if (shown != m_rankings.end())
        (*shown)->setFocus();
}

void SectionFigures::offerIndicators(const standard::Standard& standard, std::optional<int> indicator) {
    QStringList names;
    for (const standard::ResourceIndicator& rule : standard.resource)
        names << QStringLiteral("%1 %2").arg(rule.id, rule.title);
    const int wanted = indicator.value_or(std::max(m_indicator->currentIndex(), 0));
    const QSignalBlocker silent(m_indicator);
    m_indicator->clear();
    m_indicator->addItems(names);
    m_indicator->setCurrentIndex(wanted);
}

void SectionFigures::showSections(const workspace::Workspace& workspace,
                                  const std::vector<ResourcesModel::Place>& places, Kind kind,
                                  std::optional<int> indicator) {
    const standard::Standard& standard = workspace.standard();
    m_indicators = static_cast<int>(standard.resource.size());
    offerIndicators(standard, indicator);
    m_shown.clear();
    std::vector<report::StageSections> stages;
    for (const assess::StageAssessment& stage : workspace.assessment().stages) {
        report::StageSections sections{.stage = &stage, .sections = {}};
        for (const ResourcesModel::Place& place : places) {
            if (place.stage != &stage)
                continue;
            sections.sections.push_back(place.section);
            m_shown.push_back(
                {.key = workspace.data().sections().key(stage.sectionRows[static_cast<std::size_t>(place.section)]),
                 .stage = static_cast<int>(standard::stageIndex(stage.stage)),
                 .section = place.section});
        }
        if (!sections.sections.empty())
            stages.push_back(std::move(sections));
    }
    m_stack->setCurrentIndex(static_cast<int>(kind));
    if (kind == Kind::HeatMap)
        m_heatMap->showFigure(report::resourceHeatMap(workspace.data(), standard, stages));
    else
        showRankings(workspace, stages);
}

void SectionFigures::showRankings(const workspace::Workspace& workspace,
                                  std::span<const report::StageSections> stages) {
    for (FigureView* ranking : m_rankings)
        ranking->hide();
    for (const report::StageSections& stage : stages) {
        FigureView& ranking = *m_rankings[standard::stageIndex(stage.stage->stage)];
        ranking.showFigure(report::rankedValues(workspace.data(), workspace.standard(), stage, indicator()));
        ranking.show();
    }
}

void SectionFigures::setChosen(const model::SubjectKey& section, std::optional<int> indicator) {
    const auto found = std::ranges::find(m_shown, section, &Shown::key);
    const bool isShown = found != m_shown.end();
    const auto row = static_cast<int>(found - m_shown.begin());
    m_heatMap->setChosen(isShown ? row * (m_indicators + 1) + (indicator ? 1 + *indicator : 0) : -1);
    for (std::size_t stage = 0; stage < m_rankings.size(); ++stage)
        m_rankings[stage]->setChosen(isShown && found->stage == static_cast<int>(stage) ? found->section : -1);
}

void SectionFigures::chooseOfHeatMap(int key) {
    const auto row = static_cast<std::size_t>(key / (m_indicators + 1));
    Q_EMIT chosen(m_shown[row].key, key % (m_indicators + 1) - 1);
}

void SectionFigures::chooseOfRanking(int stage, int section) {
    const auto found = std::ranges::find_if(
        m_shown, [&](const Shown& shown) { return shown.stage == stage && shown.section == section; });
    Q_EMIT chosen(found->key, indicator());
}

} // namespace junheng::ui

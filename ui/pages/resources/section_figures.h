// The sections of the page as figures.
#pragma once

#include "report/charts/resource_figures.h"
#include "ui/pages/resources/resources_model.h"

#include <QWidget>

#include <array>
#include <optional>
#include <span>
#include <vector>

class QComboBox;
class QStackedWidget;

namespace junheng::ui {

class FigureView;

/// A heat map of all indicators, or the sections of each stage ranked by one.
class SectionFigures : public QWidget {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { HeatMap, RankedBars };

    explicit SectionFigures(QWidget* parent = nullptr);

    /// The sections by their places, in this order within a stage; ranked by `indicator`, without one by the same as
    /// before. Nothing of the workspace is kept.
    void showSections(const workspace::Workspace& workspace, const std::vector<ResourcesModel::Place>& places,
                      Kind kind, std::optional<int> indicator);
    /// Outlines what stands for the section's indicator, or for the section itself.
    void setChosen(const model::SubjectKey& section, std::optional<int> indicator);
    /// By which the sections are ranked.
    [[nodiscard]] int indicator() const;
    /// To what is shown.
    void focusFigure();

Q_SIGNALS:
    /// The indicator is -1 for the section itself.
    void chosen(const junheng::model::SubjectKey& section, int indicator);
    void activated();
    /// The user wants the sections ranked by another indicator.
    void indicatorChanged(int indicator);

private:
    // What a figure's keys stand for, in its order.
    struct Shown {
        model::SubjectKey key;
        int stage;   ///< position among those judged
        int section; ///< position in its stage
    };

    void offerIndicators(const standard::Standard& standard, std::optional<int> indicator);
    void showRankings(const workspace::Workspace& workspace, std::span<const report::StageSections> stages);
    void chooseOfHeatMap(int key);
    void chooseOfRanking(int stage, int section);

    QStackedWidget* m_stack;
    FigureView* m_heatMap;
    QComboBox* m_indicator;
    std::array<FigureView*, standard::kJudgedStages.size()> m_rankings{};
    std::vector<Shown> m_shown;
    int m_indicators = 0;
};

} // namespace junheng::ui

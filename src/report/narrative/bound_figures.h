// The figures that sentences of a report carry by name, so that text can never contradict a table.
#pragma once

#include "report/official/table_parts.h"

#include <QHash>

#include <optional>

namespace junheng::report {

/// A name of two parts: 小学.R4, 小学.R4.差异系数.
QString dotted(const QString& group, const QString& name);

/// Every figure of a year's assessment that a text may name: `text` as the official tables print it, `figure` its name
/// (小学.R4.差异系数, 政府保障.未达标项数, 县级.乡镇数). What is missing reads 待填报 and is marked; what does not
/// apply reads ——. Numbers stand without their units.
class BoundFigures {
public:
    BoundFigures(const Sources& sources, const ReportInfo& info);

    /// nullptr when no figure has this name.
    [[nodiscard]] const document::Span* find(const QString& name) const;
    /// In the order in which a report speaks of them.
    [[nodiscard]] const std::vector<document::Span>& all() const { return m_figures; }

private:
    /// Without a text the figure is missing.
    void add(const QString& name, const std::optional<QString>& text, document::Mark mark = document::Mark::None);
    void addCounty(const Sources& sources, const ReportInfo& info);
    void addStage(const Sources& sources, model::Stage which);
    void addResource(const Sources& sources, const assess::StageAssessment* stage, std::size_t stageIndex,
                     int indicator);
    void addIndicators(const Sources& sources, const QString& part, const std::vector<standard::Indicator>& indicators,
                       const std::vector<assess::IndicatorResult>& results);
    void addApproval(const Sources& sources);
    void addVetoes(const Sources& sources);
    void addVerdicts(const assess::Assessment& assessment);

    std::vector<document::Span> m_figures;
    QHash<QString, std::size_t> m_byName;
};

} // namespace junheng::report

#include "quality/collector.h"

#include <algorithm>

namespace junheng::quality {

bool isCompulsory(const model::SubjectKey& section) {
    return section.part == model::stageId(model::Stage::Primary) ||
           section.part == model::stageId(model::Stage::Junior);
}

const model::Item& itemAt(const char16_t* code) {
    return model::itemOf(code);
}

QString figureText(const model::Item& item, const model::Observation& observation) {
    if (observation.isMissing())
        return tr("待填报");
    const QString text = model::displayText(item, observation);
    return observation.isValue() && item.hasUnit() ? text + QChar(u' ') + item.unitText() : text;
}

CampusSum overCampuses(const model::CountyYear& year, const QString& school, const model::Item& item) {
    CampusSum sum;
    const auto [first, last] = year.campuses().rowsOfSchool(school);
    sum.complete = first < last;
    for (int row = first; row < last; ++row) {
        const model::Observation given = year.campuses().at(row, item);
        sum.complete = sum.complete && !given.isMissing();
        sum.amount += given.isValue() ? given.amount : 0;
        sum.cells.push_back({.subject = year.campuses().key(row), .item = &item});
    }
    return sum;
}

void eachRow(const model::LevelTable& table, const std::function<void(int row)>& visit) {
    for (int row = 0; row < table.rowCount(); ++row)
        visit(row);
}

QString Collector::nameOf(const model::SubjectKey& subject) const {
    const bool ofColumn = subject.level == model::Level::School || subject.level == model::Level::Section;
    if (subject.school.isEmpty() && !ofColumn)
        return tr("县级数据");
    if (subject.school.isEmpty())
        return tr("全县学校");
    const bool gone = m_before != nullptr && !m_year.exists(model::SubjectKey::ofSchool(subject.school));
    return (gone ? *m_before : m_year).schoolName(subject.school);
}

void Collector::add(const QString& check, CheckSeverity severity, const model::SubjectKey& subject,
                    const QString& message, const std::vector<model::CellKey>& cells,
                    const std::vector<model::CellKey>& earlier) {
    CheckFinding finding{
        .check = check, .severity = severity, .subject = subject, .schoolName = nameOf(subject), .message = message};
    const auto addFigures = [this, &finding](const model::CountyYear& data, const std::vector<model::CellKey>& from) {
        for (const model::CellKey& cell : from)
            finding.figures.push_back({.cell = cell,
                                       .year = data.year(),
                                       .isEarlier = &data == m_before,
                                       .text = figureText(*cell.item, data.value(cell.subject, *cell.item))});
    };
    addFigures(m_year, cells);
    if (m_before != nullptr)
        addFigures(*m_before, earlier);
    for (const CheckedFigure& figure : finding.figures)
        m_findingOf.insert(figure.cell, m_findings.size());
    m_findings.push_back(std::move(finding));
}

void Collector::addColumn(const QString& check, const model::SubjectKey& subject, const QString& message,
                          const std::vector<model::CellKey>& shown, const std::vector<model::CellKey>& all) {
    m_columns.push_back(m_findings.size());
    add(check, CheckSeverity::Doubt, subject, message, shown);
    m_explained.unite(QSet<model::CellKey>(all.begin(), all.end()));
}

bool Collector::relates(const std::vector<model::CellKey>& some, const std::vector<model::CellKey>& others) const {
    QSet<std::size_t> findings;
    for (const model::CellKey& cell : some) {
        for (auto found = m_findingOf.constFind(cell); found != m_findingOf.cend() && found.key() == cell; ++found)
            findings.insert(*found);
    }
    return std::ranges::any_of(others, [&](const model::CellKey& cell) {
        const QList<std::size_t> its = m_findingOf.values(cell);
        return std::ranges::any_of(its, [&](std::size_t finding) { return findings.contains(finding); });
    });
}

std::vector<CheckFinding> Collector::take() && {
    std::vector<CheckFinding> taken;
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const CheckFinding& finding = m_findings[i];
        const bool hasOtherCause = std::ranges::none_of(finding.figures, [this](const CheckedFigure& figure) {
            return !figure.isEarlier && m_explained.contains(figure.cell);
        });
        if (hasOtherCause || finding.severity == CheckSeverity::Notice ||
            std::ranges::find(m_columns, i) != m_columns.end())
            taken.push_back(std::move(m_findings[i]));
    }
    return taken;
}

} // namespace junheng::quality

#include "quality/explanation.h"

#include "model/items.h"
#include "model/record_kind.h"
#include "quality/collector.h"

#include <QHash>

namespace junheng::quality {

namespace {

using model::Observation;
using model::SubjectKey;

constexpr QChar kDivider(u'\t');       // between the name of a figure and what it was; in neither
constexpr qsizetype kSchoolInName = 2; // among what nameOf() puts between the slashes

// "2025/section/3301000001/primary/teachers": the figure wherever it stands among others.
QString nameOf(const CheckedFigure& figure) {
    const SubjectKey& subject = figure.cell.subject;
    return QStringLiteral("%1/%2/%3/%4/%5")
        .arg(QString::number(figure.year), model::levelId(subject.level), subject.school, subject.part,
             figure.cell.item->code)
        .simplified();
}

QString figuresOf(const CheckFinding& finding) {
    QStringList lines;
    for (const CheckedFigure& figure : finding.figures)
        lines << nameOf(figure) + kDivider + figure.text.simplified();
    return lines.join(QChar(u'\n'));
}

// Schools stand in the order of their codes, which may be corrected.
QStringList sorted(const QString& figures) {
    QStringList lines = figures.split(QChar(u'\n'));
    lines.sort();
    return lines;
}

} // namespace

SubjectKey explanationKey(const CheckFinding& finding) {
    const SubjectKey& subject = finding.subject;
    return {.level = model::Level::Explanation,
            .school = subject.school,
            .part = QStringLiteral("%1/%2/%3").arg(finding.check, model::levelId(subject.level), subject.part)};
}

const model::Item& explanationItem() {
    return itemAt(items::explanation_text);
}

const model::Item& explainedFiguresItem() {
    return itemAt(items::explanation_figures);
}

QString withSchoolCode(const QString& figures, const QString& from, const QString& to) {
    QStringList lines = figures.split(QChar(u'\n'));
    for (QString& line : lines) {
        QStringList name = line.section(kDivider, 0, 0).split(QChar(u'/'));
        if (name.value(kSchoolInName) != from)
            continue;
        name[kSchoolInName] = to;
        line = name.join(QChar(u'/')) + kDivider + line.section(kDivider, 1);
    }
    return lines.join(QChar(u'\n'));
}

void addExplanation(CheckFinding& finding, const model::CountyYear& year) {
    const SubjectKey key = explanationKey(finding);
    finding.explanation = year.value(key, explanationItem()).text;
    if (finding.explanation.isEmpty())
        return;
    QHash<QString, QString> then;
    const QString kept = year.value(key, explainedFiguresItem()).text;
    for (const QString& line : kept.split(QChar(u'\n'), Qt::SkipEmptyParts)) {
        then.insert(line.section(kDivider, 0, 0), line.section(kDivider, 1));
    }
    finding.answer = sorted(kept) == sorted(figuresOf(finding)) ? Answer::Explained : Answer::Outdated;
    for (CheckedFigure& figure : finding.figures) {
        const QString now = figure.text.simplified();
        const QString was = then.value(nameOf(figure), now);
        if (was != now)
            figure.then = was;
    }
}

base::Result<model::ChangeSet> explanationChanges(const model::CountyYear& current, const CheckFinding& finding,
                                                  const QString& text) {
    const auto parsed = model::parseObservation(explanationItem(), text);
    if (!parsed)
        return std::unexpected(parsed.error());
    const SubjectKey key = explanationKey(finding);
    model::ChangeSet changes;
    changes.label = tr("核查说明 %1").arg(placeName(finding));
    const Observation figures =
        parsed->observation.isMissing() ? Observation::missing() : Observation::ofText(figuresOf(finding));
    const auto add = [&](const model::Item& item, const Observation& after) {
        const Observation before = current.value(key, item);
        if (before != after)
            changes.changes.push_back({.subject = key, .item = &item, .before = before, .after = after});
    };
    add(explanationItem(), parsed->observation);
    add(explainedFiguresItem(), figures);
    if (!changes.changes.empty() && !current.exists(key))
        changes.changes.insert(changes.changes.begin(), {.subject = key, .after = Observation::ofAmount(1)});
    return changes;
}

} // namespace junheng::quality

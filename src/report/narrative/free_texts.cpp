#include "report/narrative/free_texts.h"

#include "model/item.h"
#include "model/items.h"
#include "report/cells.h"
#include "report/tr.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace junheng::report {

using document::Span;

namespace {

// The numbers of a text as they are printed: without thousands separators, what stands in braces left out.
QSet<QString> numbersOf(const QString& text) {
    static const QRegularExpression kBraces(QStringLiteral("\\{[^}]*\\}"));
    static const QRegularExpression kNumber(QStringLiteral("\\d[\\d,]*(?:\\.\\d+)?"));
    const QString plain =
        QString(text).replace(kBraces, QStringLiteral("；")).normalized(QString::NormalizationForm_KC);
    QSet<QString> numbers;
    for (auto matches = kNumber.globalMatch(plain); matches.hasNext();) {
        QString number = matches.next().captured();
        number.remove(QChar(u','));
        if (number.size() > 1)
            numbers.insert(number);
    }
    return numbers;
}

std::vector<StaleFigure> staleOf(const QString& quoted, const BoundFigures& figures) {
    std::vector<StaleFigure> stale;
    for (const QString& line : quoted.split(QChar(u'\n'), Qt::SkipEmptyParts)) {
        const QString name = line.section(QChar(u'='), 0, 0);
        const QString then = line.section(QChar(u'='), 1);
        const Span* now = figures.find(name);
        if (now != nullptr && now->text != then)
            stale.push_back({.figure = name, .then = then, .now = now->text});
    }
    return stale;
}

} // namespace

model::SubjectKey freeTextKey(const QString& name) {
    return {.level = model::Level::Narrative, .school = {}, .part = name};
}

const model::Item& freeTextItem() {
    return model::itemOf(items::narrative_text);
}

const model::Item& quotedFiguresItem() {
    return model::itemOf(items::narrative_figures);
}

QString quotedFigures(const QString& text, const BoundFigures& figures) {
    const QSet<QString> numbers = numbersOf(text);
    QStringList quoted;
    for (const Span& figure : figures.all()) {
        if (numbers.contains(figure.text))
            quoted << figure.figure + QChar(u'=') + figure.text;
    }
    return quoted.join(QChar(u'\n'));
}

base::Result<model::ChangeSet> freeTextChanges(const model::CountyYear& current, const QString& name,
                                               const QString& text, const BoundFigures& figures) {
    const auto parsed = model::parseObservation(freeTextItem(), text);
    if (!parsed)
        return std::unexpected(parsed.error());
    const QString quoted = quotedFigures(text, figures);
    const model::SubjectKey key = freeTextKey(name);
    model::ChangeSet changes;
    changes.label = tr("撰写 %1").arg(name);
    if (!current.exists(key))
        changes.changes.push_back({.subject = key, .after = model::Observation::ofAmount(1)});
    const auto add = [&](const model::Item& item, const model::Observation& after) {
        const model::Observation before = current.value(key, item);
        if (before != after)
            changes.changes.push_back({.subject = key, .item = &item, .before = before, .after = after});
    };
    add(freeTextItem(), parsed->observation);
    add(quotedFiguresItem(), quoted.isEmpty() ? model::Observation::missing() : model::Observation::ofText(quoted));
    return changes;
}

std::vector<FreeText> freeTextsOf(const Outline& outline, const Sources& sources, const ReportInfo& info) {
    const model::CountyYear& year = sources.year;
    std::optional<BoundFigures> figures;
    std::vector<FreeText> texts;
    QString heading;
    for (const OutlineLine& line : outline.lines) {
        if (line.kind == LineKind::Heading)
            heading = line.text;
        if (line.kind != LineKind::FreeText)
            continue;
        const model::SubjectKey key = freeTextKey(line.text);
        const QString quoted = year.value(key, quotedFiguresItem()).text;
        if (!quoted.isEmpty() && !figures)
            figures.emplace(sources, info);
        texts.push_back({.name = line.text,
                         .heading = heading,
                         .hint = line.hint,
                         .text = year.value(key, freeTextItem()).text,
                         .stale = quoted.isEmpty() ? std::vector<StaleFigure>() : staleOf(quoted, *figures)});
    }
    return texts;
}

} // namespace junheng::report

#include "report/narrative/own_template.h"

#include "report/cells.h"
#include "report/narrative/free_texts.h"
#include "report/tr.h"

#include <QStringDecoder>

namespace junheng::report {

namespace {

// Beside the free texts, whose names are never empty.
model::SubjectKey templateKey() {
    return freeTextKey({});
}

} // namespace

base::Result<Outline> selfEvaluationOutline(const model::CountyYear& year) {
    const QString own = ownTemplate(year);
    return own.isEmpty() ? selfEvaluationOutline() : parseOutline(own, tr("本县的自评报告模板"));
}

QString ownTemplate(const model::CountyYear& year) {
    return year.value(templateKey(), freeTextItem()).text;
}

base::Result<QString> templateText(const QByteArray& bytes, const QString& file) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::unexpected(
            base::Error{.code = QStringLiteral("report.template"),
                        .message = tr("模板不是 UTF-8 编码的文本文件。请在编辑器中另存为 UTF-8 编码的 .txt 文件。"),
                        .place = {.file = file}});
    return text;
}

base::Result<model::ChangeSet> templateChanges(const model::CountyYear& current, const QString& text) {
    const auto parsed = model::parseObservation(freeTextItem(), text);
    if (!parsed)
        return std::unexpected(
            base::Error{.code = parsed.error().code,
                        .message = tr("模板太长（%1 字），不能存入县级文件。请删去不用的内容。").arg(text.size())});
    const model::SubjectKey key = templateKey();
    const model::Observation before = current.value(key, freeTextItem());
    model::ChangeSet changes;
    changes.label = text.isEmpty() ? tr("恢复程序的报告模板") : tr("更换报告模板");
    if (before == parsed->observation)
        return changes;
    if (!current.exists(key))
        changes.changes.push_back({.subject = key, .after = model::Observation::ofAmount(1)});
    changes.changes.push_back(
        {.subject = key, .item = &freeTextItem(), .before = before, .after = parsed->observation});
    return changes;
}

} // namespace junheng::report

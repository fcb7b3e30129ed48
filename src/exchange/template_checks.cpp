#include "exchange/template_checks.h"

#include "exchange/template_row_checks.h"
#include "exchange/tr.h"
#include "model/relation.h"
#include "sheet/workbook.h"

namespace junheng::exchange {

namespace {

using model::CountyYear;
using model::Item;
using model::Level;
using model::Relation;
using model::SubjectKey;

QString relationFormula(const Relation& relation, const QStringList& parts, const QString& whole) {
    const QString sum = QStringLiteral("SUM(%1)").arg(parts.join(QChar(u',')));
    const QString limit = relation.factor == 1 ? whole : QStringLiteral("%1*N(%2)").arg(relation.factor).arg(whole);
    const QString above = QStringLiteral("%1>%2").arg(sum, limit);
    if (relation.kind == Relation::Kind::AtMost)
        return QStringLiteral("AND(COUNT(%1)=1,%2)").arg(whole, above);
    // Parts that are still blank may yet make up the difference.
    QStringList filled;
    for (const QString& part : parts)
        filled << QStringLiteral("(%1<>\"\")").arg(part);
    return QStringLiteral("AND(COUNT(%1)=1,COUNT(%2)>0,OR(%3,AND(%4=%5,%6<%1)))")
        .arg(whole, parts.join(QChar(u',')), above, filled.join(QChar(u'+')), QString::number(parts.size()), sum);
}

TemplateCheck checkOf(const Relation& relation, const std::function<QString(const Item&, int)>& cellOf) {
    return {.message = relation.message,
            .formula =
                [&relation, cellOf](int row) {
                    QStringList parts;
                    for (const Item* part : relation.parts)
                        parts << cellOf(*part, row);
                    return relationFormula(relation, parts, cellOf(*relation.whole, row));
                },
            .isBroken = [&relation](const CountyYear& data,
                                    const SubjectKey& key) { return model::isBroken(relation, data, key); }};
}

} // namespace

std::vector<TemplateCheck> checksOf(const TemplateSheets& sheets, Level level) {
    const TemplateSheet& sheet = sheets.at(level);
    std::vector<TemplateCheck> checks = rowChecksOf(sheets, level);
    for (const Relation& relation : model::relations()) {
        if (relation.whole->level == level)
            checks.push_back(
                checkOf(relation, [&sheet](const Item& item, int row) { return sheet.cell(item.code, row); }));
    }
    return checks;
}

std::vector<TemplateCheck> countyChecksOf(const SheetLayout& county, const Item& item) {
    std::vector<TemplateCheck> checks;
    for (const Relation& relation : model::relations()) {
        if (relation.parts.front() == &item && item.level == Level::County)
            checks.push_back(
                checkOf(relation, [&county](const Item& part, int) { return countyCell(county, part.code); }));
    }
    return checks;
}

QString checkFormula(const std::vector<TemplateCheck>& checks, int row) {
    QStringList messages;
    for (const TemplateCheck& check : checks)
        messages << QStringLiteral("IF(%1,\"；%2\",\"\")").arg(check.formula(row), check.message);
    return QStringLiteral("MID(%1,2,500)").arg(messages.join(QChar(u'&')));
}

QString checkFormula(const TemplateSheet& sheet, const std::vector<TemplateCheck>& checks, int row) {
    const std::vector<TemplateColumn>& columns = sheet.columns();
    const QString key = sheet::cellName(row, 0);
    const int firstValue = columns.at(1).item == nullptr ? 2 : 1; // behind what the template shows for itself
    const QString values =
        sheet::cellName(row, firstValue) + QChar(u':') + sheet::cellName(row, static_cast<int>(columns.size()) - 2);
    return QStringLiteral("=IF(%1=\"\",IF(COUNTA(%2)=0,\"\",\"%3\"),%4)")
        .arg(key, values, tr("没有填写“%1”").arg(columns.front().item->label), checkFormula(checks, row));
}

QString checkText(const std::vector<TemplateCheck>& checks, const CountyYear& data, const SubjectKey& key) {
    QStringList messages;
    for (const TemplateCheck& check : checks) {
        if (check.isBroken(data, key))
            messages << check.message;
    }
    return messages.join(QChar(u'；'));
}

} // namespace junheng::exchange

#include "quality/finding.h"

#include "quality/tr.h"

#include <QRegularExpression>

namespace junheng::quality {

QString severityName(CheckSeverity severity) {
    switch (severity) {
    case CheckSeverity::Contradiction:
        return tr("矛盾");
    case CheckSeverity::Doubt:
        return tr("存疑");
    case CheckSeverity::Notice:
        break;
    }
    return tr("提示");
}

QString answerName(Answer answer) {
    switch (answer) {
    case Answer::Open:
        return tr("未说明");
    case Answer::Outdated:
        return tr("须重新核对");
    case Answer::Explained:
        break;
    }
    return tr("已说明");
}

QString placeName(const CheckFinding& finding) {
    const QString part = model::partLabel(finding.subject);
    return part.isEmpty() ? finding.schoolName : finding.schoolName + QChar(u' ') + part;
}

QString figureName(const CheckFinding& finding, const CheckedFigure& figure) {
    const model::SubjectKey& subject = figure.cell.subject;
    QStringList name;
    if (subject.school != finding.subject.school)
        name << subject.school;
    if (subject != finding.subject)
        name << model::partLabel(subject);
    name << figure.cell.item->label;
    name.removeAll(QString());
    return name.join(QChar(u' '));
}

QStringList changesSinceExplained(const CheckFinding& finding) {
    QStringList changes;
    for (const CheckedFigure& figure : finding.figures) {
        if (figure.then.isEmpty())
            continue;
        const QString name = figureName(finding, figure);
        changes << tr("%1：说明时 %2，现为 %3")
                       .arg(figure.isEarlier ? tr("%1 学年 %2").arg(figure.year).arg(name) : name, figure.then,
                            figure.text);
    }
    return changes;
}

QStringList concerns(const CheckFinding& finding) {
    // Not the rest: standards by their id, what decides the scope.
    static const QRegularExpression kIndicatorOrTable(QStringLiteral("^([RGQSEV]\\d|表)"));
    QStringList users;
    for (const CheckedFigure& figure : finding.figures) {
        for (const QString& user : figure.cell.item->uses) {
            if (!users.contains(user) && kIndicatorOrTable.match(user).hasMatch())
                users << user;
        }
    }
    return users;
}

QString remedy(const CheckFinding& finding) {
    if (finding.check == QLatin1StringView("unconfirmed"))
        return tr("请在“数据填报”中逐项核对：没有变化的确认（选中后按 F8），有变化的改正。导入的数据视为已核对。");
    switch (finding.severity) {
    case CheckSeverity::Contradiction:
        return tr("这些数不可能同时成立。请对照原始报表更正；暂时不能更正的，写明原因。");
    case CheckSeverity::Doubt:
        return tr("请对照原始报表核对。填错了就更正；确实如此的，写明原因，检查组会问。");
    case CheckSeverity::Notice:
        break;
    }
    return tr("请看一看是否如此；需要时写明原因。");
}

} // namespace junheng::quality

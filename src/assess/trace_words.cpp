#include "assess/trace_words.h"

#include "base/rounding.h"

namespace junheng::assess {

QString fullDigits(const base::Rational& value) {
    QString text = base::printHalfUp(value, 6);
    while (text.endsWith(QChar(u'0')))
        text.chop(1);
    if (text.endsWith(QChar(u'.')))
        text.chop(1);
    return text;
}

QString obstacleSentence(const model::CountyYear& year, const standard::Obstacle& obstacle) {
    const QString& school = obstacle.cell.subject.school;
    const QString cell = model::describeCell(school.isEmpty() ? QString() : year.schoolName(school), obstacle.cell);
    return obstacle.why.isEmpty() ? cell : cell + QChar(u'：') + obstacle.why;
}

} // namespace junheng::assess

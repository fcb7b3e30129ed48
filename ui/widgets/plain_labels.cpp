#include "ui/widgets/plain_labels.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QStringList>
#include <QTextLayout>

namespace junheng::ui {

namespace {

// Every label is polished before it is laid out for the first time; that of the tool tips also before its first text.
class PlainLabels : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Polish)
            return false;
        auto* label = qobject_cast<QLabel*>(watched);
        if (label != nullptr && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
        return false;
    }
};

} // namespace

void showTextPlain(QApplication& application) {
    application.installEventFilter(new PlainLabels(&application));
}

QString brokenIntoLines(const QString& sentence, const QFont& font) {
    const int width = 32 * QFontMetrics(font).horizontalAdvance(u'国');
    QTextLayout layout(sentence, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << sentence.sliced(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines.join(u'\n');
}

} // namespace junheng::ui

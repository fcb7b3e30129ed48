#include "ui/pages/entry/mark_legend.h"

#include "ui/widgets/tone.h"

#include <QEvent>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString swatch(Tone tone, const QPalette& palette, const QString& text) {
    return u"<span style=\"background-color:%1;color:%2\">&nbsp;%3 %4&nbsp;</span>"_s.arg(
        fillOf(tone, palette).name(), inkOf(tone, palette).name(), markOf(tone), text);
}

} // namespace

MarkLegend::MarkLegend(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::RichText);
    fill();
}

void MarkLegend::explainUnconfirmed(bool explain) {
    if (explain == m_unconfirmed)
        return;
    m_unconfirmed = explain;
    fill();
}

void MarkLegend::fill() {
    QStringList parts{swatch(Tone::Open, palette(), tr("待填报")), tr("空白：可以不填"),
                      u"<i>%1</i>"_s.arg(tr("不适用")),
                      u"<span style=\"color:%1\">◥</span> %2"_s.arg(
                          palette().color(QPalette::Active, QPalette::Highlight).name(), tr("本次已修改")),
                      swatch(Tone::Bad, palette(), tr("未接受"))};
    if (m_unconfirmed)
        parts << u"<span style=\"color:%1\">◸ %2</span>"_s.arg(inkOf(Tone::Open, palette()).name(),
                                                               tr("承接自上年，未确认"));
    setText(parts.join(u"&nbsp;&nbsp;&nbsp;"_s));
}

void MarkLegend::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace junheng::ui

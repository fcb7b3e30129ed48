#include "ui/widgets/icon.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPalette>
#include <QPixmap>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QPixmap drawn(QByteArray svg, const QColor& ink, int size) {
    svg.replace("currentColor", ink.name().toLatin1());
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize({size, size});
    return QPixmap::fromImage(reader.read());
}

} // namespace

QIcon themedIcon(const QString& name, const QPalette& palette) {
    QFile file(u":/junheng/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64}) {
        icon.addPixmap(drawn(svg, palette.color(QPalette::Active, QPalette::ButtonText), size));
        icon.addPixmap(drawn(svg, palette.color(QPalette::Disabled, QPalette::ButtonText), size), QIcon::Disabled);
        icon.addPixmap(drawn(svg, palette.color(QPalette::Active, QPalette::HighlightedText), size), QIcon::Selected);
    }
    return icon;
}

} // namespace junheng::ui

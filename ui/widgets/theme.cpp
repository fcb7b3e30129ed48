#include "ui/widgets/theme.h"

#include "ui/widgets/icon.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>
#include <QPalette>
#include <QTranslator>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Chinese characters below this size are hard to read on a 96 dpi screen.
constexpr qreal kSmallestPointSize = 10;

void applyFont() {
    QFont font = QApplication::font();
    const QString preferred = u"Noto Sans CJK SC"_s;
    if (QFontDatabase::hasFamily(preferred))
        font.setFamily(preferred);
    if (font.pointSizeF() < kSmallestPointSize)
        font.setPointSizeF(kSmallestPointSize);
    QApplication::setFont(font);
}

void translateStandardButtons(QApplication& application) {
    const QLocale chinese(QLocale::Chinese, QLocale::China);
    QLocale::setDefault(chinese);
    auto* translator = new QTranslator(&application);
    if (translator->load(chinese, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(translator);
}

} // namespace

void applyHintColour() {
    constexpr float kHalf = 0.5F;
    const QPalette now = QApplication::palette();
    QPalette hints; // sets nothing else, so that the rest keeps following the desktop
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        QColor colour = now.color(group, QPalette::Text);
        colour.setAlphaF(kHalf);
        hints.setColor(group, QPalette::PlaceholderText, colour);
    }
    if (now.color(QPalette::Active, QPalette::PlaceholderText) !=
        hints.color(QPalette::Active, QPalette::PlaceholderText))
        QApplication::setPalette(hints);
}

void applyTheme(QApplication& application) {
    translateStandardButtons(application);
    applyFont();
    applyHintColour();
    QApplication::setWindowIcon(themedIcon(u"junheng"_s, QApplication::palette()));
    if (QFile style(u":/junheng/style.qss"_s); style.open(QIODevice::ReadOnly))
        application.setStyleSheet(QString::fromUtf8(style.readAll()));
}

} // namespace junheng::ui

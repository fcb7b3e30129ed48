#include "ui/shell/window_layout.h"

#include "ui/pages/page.h"

#include <QSettings>
#include <QSplitter>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString geometryKey() {
    return u"windowGeometry"_s;
}

QString splitterKey(const QWidget& page, const QSplitter& splitter) {
    return u"splitters/%1/%2"_s.arg(QLatin1StringView(page.metaObject()->className()), splitter.objectName());
}

} // namespace

void restoreLayout(QWidget& window, const QWidget& pages) {
    const QSettings settings;
    window.restoreGeometry(settings.value(geometryKey()).toByteArray());
    for (const Page* page : pages.findChildren<Page*>()) {
        for (QSplitter* splitter : page->findChildren<QSplitter*>())
            splitter->restoreState(settings.value(splitterKey(*page, *splitter)).toByteArray());
    }
}

void saveLayout(const QWidget& window, const QWidget& pages) {
    QSettings settings;
    settings.setValue(geometryKey(), window.saveGeometry());
    for (const Page* page : pages.findChildren<Page*>()) {
        for (const QSplitter* splitter : page->findChildren<QSplitter*>())
            settings.setValue(splitterKey(*page, *splitter), splitter->saveState());
    }
}

} // namespace junheng::ui

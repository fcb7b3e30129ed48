#include "ui/shell/help_window.h"

#include <QHBoxLayout>
#include <QImage>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPageWidth = 680;
constexpr int kMargin = 16;

// Pictures of a whole screen are made to fit the page.
class GuideBrowser : public QTextBrowser {
protected:
    QVariant loadResource(int type, const QUrl& name) override {
        QVariant resource = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource || resource.metaType() != QMetaType::fromType<QByteArray>())
            return resource;
        const QImage picture = QImage::fromData(resource.toByteArray());
        constexpr int kWidest = kPageWidth - 4 * kMargin;
        return picture.width() > kWidest ? picture.scaledToWidth(kWidest, Qt::SmoothTransformation) : picture;
    }
};

} // namespace

HelpWindow::HelpWindow(QWidget* parent) : QWidget(parent, Qt::Window), m_browser(new GuideBrowser) {
    setWindowTitle(tr("使用说明"));
    m_browser->setObjectName(u"helpBrowser"_s);
    m_browser->setOpenExternalLinks(true);
    m_browser->document()->setDocumentMargin(kMargin);
    auto* contents = new QPushButton(tr("目录(&C)"));
    auto* back = new QPushButton(tr("后退(&B)"));
    auto* close = new QPushButton(tr("关闭(&W)"));
    connect(contents, &QPushButton::clicked, this, [this] { showPage(u"README.md"_s); });
    connect(back, &QPushButton::clicked, m_browser, &QTextBrowser::backward);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &QWidget::close);
    back->setEnabled(false);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(contents);
    buttons->addWidget(back);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(buttons);
    layout->addWidget(m_browser, 1);
    resize(kPageWidth, 640);
}

void HelpWindow::showPage(const QString& file) {
    m_browser->setSource(QUrl(u"qrc:/junheng/help/user-guide/"_s + file));
    show();
    raise();
    activateWindow();
    m_browser->setFocus();
}

} // namespace junheng::ui

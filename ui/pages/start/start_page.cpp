#include "ui/pages/start/start_page.h"

#include "ui/widgets/icon.h"
#include "ui_start_page.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QListWidgetItem>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

StartPage::StartPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::StartPage>()) {
    m_ui->setupUi(this);
    m_ui->newButton->setIcon(themedIcon(u"new"_s, palette()));
    m_ui->openButton->setIcon(themedIcon(u"open"_s, palette()));
    m_ui->sampleButton->setIcon(themedIcon(u"resources"_s, palette()));
    connect(m_ui->newButton, &QCommandLinkButton::clicked, this, &StartPage::newRequested);
    connect(m_ui->openButton, &QCommandLinkButton::clicked, this, &StartPage::openRequested);
    connect(m_ui->sampleButton, &QCommandLinkButton::clicked, this, &StartPage::sampleRequested);
    connect(m_ui->recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT recentRequested(item->data(Qt::UserRole).toString()); });
}

StartPage::~StartPage() = default;

void StartPage::keyPressEvent(QKeyEvent* event) {
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    if (button != nullptr && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void StartPage::setRecentFiles(const QStringList& paths) {
    m_ui->recent->clear();
    for (const QString& path : paths) {
        const QFileInfo file(path);
        auto* item = new QListWidgetItem(
            u"%1\n%2"_s.arg(file.completeBaseName(), QDir::toNativeSeparators(file.absolutePath())), m_ui->recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    m_ui->recent->setVisible(!paths.isEmpty());
    m_ui->recentTitle->setVisible(!paths.isEmpty());
}

} // namespace junheng::ui

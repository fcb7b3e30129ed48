#include "ui/dialogs/go_on_box.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace junheng::ui {

bool askToGoOn(QWidget* parent, const Question& question) {
    QMessageBox box(QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText); // names are no markup
    const QPushButton* yes = box.addButton(question.goOn, QMessageBox::DestructiveRole);
    const QString stay = question.stay.isEmpty() ? QCoreApplication::translate("dialogs", "取消(&C)") : question.stay;
    QPushButton* no = box.addButton(stay, QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

} // namespace junheng::ui

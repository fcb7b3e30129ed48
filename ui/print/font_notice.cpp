#include "ui/print/font_notice.h"

#include "document/paper/report_painter.h"

#include <QLabel>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

QLabel* fontNotice(const document::Report& report, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(u"fontNotice"_s);
    label->setTextFormat(Qt::PlainText); // names are no markup
    label->setWordWrap(true);
    label->setMargin(label->fontMetrics().height() / 2);
    showFontNotice(*label, report);
    return label;
}

void showFontNotice(QLabel& label, const document::Report& report) {
    const QString notice = document::missingCharactersNotice(document::missingCharacters(report));
    label.setText(notice.isEmpty() ? notice : u"△ "_s + notice);
    label.setVisible(!notice.isEmpty());
}

} // namespace junheng::ui

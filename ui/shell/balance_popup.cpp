#include "ui/shell/balance_popup.h"

#include "ui/widgets/tone.h"

#include <QCoreApplication>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("balance", text);
}

QString figureCell(const assess::Coefficient& coefficient, const QPalette& palette) {
    const Tone tone = toneOf(coefficient.status);
    const QString figure = tone == Tone::Open ? assess::verdictWord(coefficient.status) : assess::printedCoefficient(coefficient);
    return u"<td align=\"right\" style=\"color:%1;background-color:%2\">%3 %4 %5</td>"_s.arg(
        inkOf(tone, palette).name(), fillOf(tone, palette).name(), coefficient.borderline ? tr("临界") : QString(),
        figure, markOf(tone));
}

} // namespace

QString balanceTable(const workspace::Workspace& workspace, const QPalette& palette) {
    if (!workspace.isOpen() || workspace.assessment().stages.empty())
        return tr("还没有可以计算差异系数的学校。");
    const standard::Standard& standard = workspace.standard();
    const auto& stages = workspace.assessment().stages;
    QString html = u"<table cellspacing=\"1\" cellpadding=\"3\"><tr><th align=\"left\">%1</th>"_s.arg(tr("差异系数"));
    for (const assess::StageAssessment& stage : stages)
        html += u"<th align=\"right\">%1 ≤ %2</th>"_s.arg(model::stageName(stage.stage),
                                                          assess::printedLimit(standard, stage.stage));
    html += u"</tr>"_s;
    for (std::size_t indicator = 0; indicator < standard.resource.size(); ++indicator) {
        html += u"<tr><td>%1 %2</td>"_s.arg(standard.resource[indicator].id, standard.resource[indicator].title);
        for (const assess::StageAssessment& stage : stages)
            html += figureCell(stage.indicators[indicator].coefficient, palette);
        html += u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

BalancePopup::BalancePopup(const workspace::Workspace& workspace, QWidget* anchor) : QFrame(anchor, Qt::Popup) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto* label = new QLabel(balanceTable(workspace, palette()));
    label->setAccessibleName(tr("校际均衡的差异系数"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
}

void BalancePopup::showBelow(const QWidget& anchor) {
    adjustSize();
    const QRect screen = anchor.screen()->availableGeometry();
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height()));
    move(std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - width())), below.y());
    show();
}

} // namespace junheng::ui

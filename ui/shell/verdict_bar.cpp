#include "ui/shell/verdict_bar.h"

#include "model/school_year.h"
#include "ui/tasks/year_gate.h"
#include "ui/widgets/steady_fields.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void tint(QWidget& widget, Tone tone, const QPalette& base, bool filled) {
    QPalette palette = base;
    palette.setColor(QPalette::WindowText, inkOf(tone, base));
    palette.setColor(QPalette::ButtonText, inkOf(tone, base));
    if (filled)
        palette.setColor(QPalette::Window, fillOf(tone, base));
    widget.setPalette(palette);
    widget.setAutoFillBackground(filled);
}

void setText(QWidget& widget, const QString& text) {
    if (auto* button = qobject_cast<QToolButton*>(&widget))
        button->setText(text);
    else if (auto* label = qobject_cast<QLabel*>(&widget))
        label->setText(text);
}

QFont emphasised(QFont font, qreal scale) {
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * scale);
    return font;
}

} // namespace

VerdictBar::VerdictBar(workspace::Workspace& workspace, QWidget* parent)
    : QFrame(parent), m_workspace(workspace), m_county(new QLabel), m_year(new QComboBox),
      m_past(new QLabel(tr("往年"))), m_standard(new QLabel), m_overall(new QLabel), m_resources(new QToolButton),
      m_balance(new QToolButton) {
    setObjectName(u"verdictBar"_s);
    m_county->setFont(emphasised(font(), 1.15));
    m_year->setAccessibleName(tr("学年"));
    m_year->setToolTip(tr("学年"));
    chooseOnlyFromList(*m_year);
    m_past->setObjectName(u"pastYear"_s);
    m_past->setContentsMargins(6, 2, 6, 2);
    m_past->setToolTip(tr("打开的不是最新的学年。第一次改动之前会询问。"));
    m_standard->setMinimumWidth(1);
    m_standard->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_overall->setObjectName(u"overallVerdict"_s);
    m_overall->setFont(emphasised(font(), 1.25));
    m_overall->setContentsMargins(10, 2, 10, 2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(8);
    layout->addWidget(m_county);
    layout->addWidget(m_year);
    layout->addWidget(m_past);
    layout->addWidget(m_standard, 1);
    layout->addWidget(m_overall);
    addParts(*layout);
    connect(m_year, &QComboBox::activated, this,
            [this](int index) { Q_EMIT yearRequested(m_year->itemData(index).toInt()); });
    connect(m_resources, &QToolButton::clicked, this, &VerdictBar::resourcesRequested);
    connect(m_balance, &QToolButton::clicked, this, &VerdictBar::balanceRequested);
    connect(&m_workspace, &workspace::Workspace::changed, this, &VerdictBar::refresh);
    refresh();
}

void VerdictBar::addParts(QLayout& layout) {
    m_parts = {{tr("资源配置"), &assess::Verdicts::resources, m_resources},
               {tr("校际均衡"), &assess::Verdicts::balance, m_balance},
               {tr("政府保障"), &assess::Verdicts::government, new QLabel},
               {tr("教育质量"), &assess::Verdicts::quality, new QLabel},
               {tr("社会认可"), &assess::Verdicts::approval, new QLabel},
               {tr("一票否决"), &assess::Verdicts::vetoes, new QLabel}};
    m_resources->setAutoRaise(true);
    m_balance->setAutoRaise(true);
    m_resources->setFocusPolicy(Qt::StrongFocus);
    m_balance->setFocusPolicy(Qt::StrongFocus);
    for (const Part& part : m_parts)
        layout.addWidget(part.widget);
}

void VerdictBar::refresh() {
    setVisible(m_workspace.isOpen());
    if (!m_workspace.isOpen())
        return;
    m_county->setText(m_workspace.data().county().name);
    m_county->setToolTip(tr("行政区划代码 %1").arg(m_workspace.data().county().code));
    refreshYears();
    refreshPast();
    elideStandard();
    refreshVerdicts();
}

void VerdictBar::refreshYears() {
    const QSignalBlocker quiet(m_year);
    const std::vector<int> years = m_workspace.years();
    // Filling the box anew lays the whole bar out anew.
    if (years != m_years) {
        m_years = years;
        m_year->clear();
        for (const int year : years)
            m_year->addItem(model::schoolYearName(year), year);
    }
    m_year->setCurrentIndex(m_year->findData(m_workspace.data().year()));
}

void VerdictBar::refreshPast() {
    m_past->setVisible(isPastYear(m_workspace));
    tint(*m_past, Tone::Near, palette(), true);
}

void VerdictBar::elideStandard() {
    if (!m_workspace.isOpen())
        return;
    const QString title = tr("标准：%1").arg(m_workspace.standard().title);
    m_standard->setText(m_standard->fontMetrics().elidedText(title, Qt::ElideRight, m_standard->width()));
    m_standard->setToolTip(title);
}

void VerdictBar::refreshVerdicts() {
    const assess::Assessment& assessment = m_workspace.assessment();
    const assess::Verdicts& verdicts = assessment.verdicts;
    m_overall->setText(tr("总体 %1").arg(overallWordAndMark(assessment)));
    tint(*m_overall, overallTone(assessment), palette(), true);
    if (assessment.relaxationsOpen)
        m_overall->setToolTip(tr("放宽条款是否计入还没有选定：数据填报 → 县级数据 → 规程放宽条款是否计入"));
    else if (const auto& strict = assessment.withoutRelaxations)
        m_overall->setToolTip(tr("不用放宽条款：%1").arg(wordAndMark(strict->overall)));
    else
        m_overall->setToolTip({});
    for (const Part& part : m_parts) {
        const assess::Verdict verdict = verdicts.*part.verdict;
        setText(*part.widget, u"%1 %2"_s.arg(part.name, markOf(toneOf(verdict))));
        tint(*part.widget, toneOf(verdict), palette(), false);
        part.widget->setToolTip(u"%1：%2"_s.arg(part.name, assess::verdictWord(verdict)));
        part.widget->setAccessibleName(u"%1 %2"_s.arg(part.name, assess::verdictWord(verdict)));
    }
}

void VerdictBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_workspace.isOpen() || m_parts.empty())
        return;
    refreshPast();
    refreshVerdicts();
}

void VerdictBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    elideStandard();
}

} // namespace junheng::ui

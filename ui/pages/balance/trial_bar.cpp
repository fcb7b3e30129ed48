#include "ui/pages/balance/trial_bar.h"

#include "base/decimal.h"
#include "ui/widgets/tone.h"
#include "ui_trial_bar.h"

#include <QSignalBlocker>

#include <cmath>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// What stands in the box, exact.
base::Rational typedIn(const QDoubleSpinBox& box) {
    const auto decimal = base::Decimal::parse(QString::number(box.value(), 'f', box.decimals()));
    return base::toRational(decimal.value_or(base::Decimal()));
}

void setQuietly(QDoubleSpinBox& box, double value) {
    const QSignalBlocker quiet(&box);
    box.setValue(value);
}

// Cut towards the side on which the limit is kept.
QString cut(double value, int decimals, bool up) {
    const auto unit = static_cast<double>(base::powerOfTen(decimals));
    return QString::number((up ? std::ceil(value * unit) : std::floor(value * unit)) / unit, 'f', decimals);
}

} // namespace

TrialBar::TrialBar(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::TrialBar>()) {
    m_ui->setupUi(this);
    connect(m_ui->amount, &QDoubleSpinBox::valueChanged, this, &TrialBar::tryAmount);
    connect(m_ui->value, &QDoubleSpinBox::valueChanged, this, &TrialBar::tryValue);
    connect(m_ui->reset, &QToolButton::clicked, this, &TrialBar::reset);
    withdraw();
}

TrialBar::~TrialBar() = default;

void TrialBar::offer(const plan::Balance& balance, const standard::Standard& standard, const QString& school,
                     int section) {
    m_balance = &balance;
    m_standard = &standard;
    m_section = section;
    const standard::ResourceIndicator& rule = standard.balanceIndicator(balance.indicator());
    m_ui->school->setText(tr("假如%1的%2是").arg(school, rule.shortName));
    m_ui->school->setToolTip(m_ui->school->text());
    m_ui->amountUnit->setText(rule.naturalUnit);
    m_ui->valueUnit->setText(rule.unit);
    constexpr int kAreaDecimals = 2;
    const double own = balance.amountOf(section);
    const bool whole = std::abs(own - std::round(own)) < 1e-6;
    const bool counted = rule.naturalUnit != u"㎡"_s;
    const QSignalBlocker quietAmount(m_ui->amount);
    const QSignalBlocker quietValue(m_ui->value);
    m_ui->amount->setDecimals(whole && counted ? 0 : kAreaDecimals);
    m_ui->value->setDecimals(standard.valueDecimals);
    setEnabled(true);
    reset();
}

void TrialBar::withdraw() {
    m_balance = nullptr;
    m_result.reset();
    m_ui->school->setText(tr("差异系数算出来以后，可以在这里试算"));
    setEnabled(false);
    setQuietly(*m_ui->amount, 0);
    setQuietly(*m_ui->value, 0);
    m_ui->amountUnit->clear();
    m_ui->valueUnit->clear();
    showResult();
}

void TrialBar::reset() {
    if (m_balance == nullptr)
        return;
    m_result.reset();
    showOwnFigure();
    showResult();
}

void TrialBar::focusAmount() {
    m_ui->amount->setFocus(Qt::OtherFocusReason);
    m_ui->amount->selectAll();
}

void TrialBar::showOwnFigure() {
    const auto& column = m_balance->stage().column(m_balance->indicator());
    setQuietly(*m_ui->amount, m_balance->amountOf(m_section));
    setQuietly(*m_ui->value, column.values[static_cast<std::size_t>(m_section)]);
}

void TrialBar::tryAmount(double) {
    const base::Rational value = m_balance->valueOf(m_section, typedIn(*m_ui->amount));
    setQuietly(*m_ui->value, base::toDouble(value));
    m_result = m_balance->with(m_section, value);
    showResult();
}

void TrialBar::tryValue(double) {
    const base::Rational value = typedIn(*m_ui->value);
    setQuietly(*m_ui->amount, base::toDouble(value / m_balance->valueOf(m_section, 1)));
    m_result = m_balance->with(m_section, value);
    showResult();
}

QString TrialBar::sentence(const assess::Coefficient& coefficient) const {
    if (coefficient.status == assess::BalanceStatus::Missing)
        return tr("无法计算");
    return u"%1 %2 %3"_s.arg(assess::printedCoefficient(coefficient), assess::verdictWord(coefficient.status),
                             markOf(toneOf(coefficient.status)));
}

QString TrialBar::limitHint() const {
    const auto& rule = m_standard->balanceIndicator(m_balance->indicator());
    const plan::Crossings crossings = m_balance->crossings(m_section);
    const bool met = m_balance->coefficient().status == assess::BalanceStatus::Met;
    if (!crossings.below && !crossings.above)
        return met ? tr("单靠该校，怎样变都达标") : tr("单靠该校，怎样变都不能达标");
    QStringList ways;
    if (crossings.below)
        ways += (met ? tr("不低于 %1") : tr("降到 %1")).arg(cut(*crossings.below, m_standard->valueDecimals, met));
    if (crossings.above)
        ways += (met ? tr("不高于 %1") : tr("升到 %1")).arg(cut(*crossings.above, m_standard->valueDecimals, !met));
    return (met ? tr("单靠该校，%1 %2仍达标") : tr("单靠该校，%1 %2即达标"))
        .arg(ways.join(met ? tr("、") : tr("或")), rule.unit);
}

void TrialBar::showResult() {
    m_ui->reset->setEnabled(isTrying());
    if (m_balance == nullptr) {
        m_ui->result->clear();
        m_ui->hint->clear();
    } else {
        const QString now = sentence(m_balance->coefficient());
        m_ui->result->setText(isTrying() ? tr("差异系数 %1（现在 %2）").arg(sentence(*m_result), now)
                                         : tr("差异系数 %1").arg(now));
        m_ui->hint->setText(limitHint());
    }
    m_ui->mark->setText(isTrying() ? tr("试算中，未改数据") : tr("试算"));
    const Tone tone = isTrying() ? toneOf(m_result->status) : Tone::None;
    QPalette shown = palette();
    shown.setColor(QPalette::WindowText, inkOf(tone, palette()));
    m_ui->result->setPalette(shown);
    QPalette marked = palette();
    marked.setColor(QPalette::Window, fillOf(Tone::Near, palette()));
    marked.setColor(QPalette::WindowText, inkOf(Tone::Near, palette()));
    m_ui->mark->setPalette(isTrying() ? marked : palette());
    m_ui->mark->setAutoFillBackground(isTrying());
}

void TrialBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showResult();
}

} // namespace junheng::ui

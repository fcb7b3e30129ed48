#include "ui/pages/balance/balance_page.h"

#include "assess/trace.h"
#include "plan/driver_sentence.h"
#include "report/charts/balance_figures.h"
#include "ui/pages/balance/balance_model.h"
#include "ui/pages/balance/driver_model.h"
#include "ui/widgets/dressed_table.h"
#include "ui/widgets/selection.h"
#include "ui/widgets/tone.h"
#include "ui_balance_page.h"
#include "workspace/school_years.h"

#include <QCollator>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Contributions that the figure names; the rest is one.
constexpr int kNamedSteps = 5;

// Column widths in characters of the font's ideographic width; 0: takes what is left.
constexpr std::array<double, BalanceModel::ColumnCount> kCoefficientChars{3, 0, 4.4, 2.8, 5.2, 3.8, 4.8, 4.8, 4.6};
constexpr std::array<double, DriverModel::ColumnCount> kDriverChars{2.4, 0, 6.6, 5, 4.2, 4.2, 5.4, 4.4};

template <std::size_t count> void setWidths(QTableView& table, const std::array<double, count>& chars) {
    const double unit = table.fontMetrics().horizontalAdvance(u'国');
    QHeaderView& header = *table.horizontalHeader();
    for (std::size_t column = 0; column < count; ++column) {
        const int section = static_cast<int>(column);
        header.setSectionResizeMode(section, chars[column] > 0 ? QHeaderView::Interactive : QHeaderView::Stretch);
        if (chars[column] > 0)
            header.resizeSection(section, static_cast<int>(chars[column] * unit));
    }
}

// Numbers as numbers, names by pinyin, what is missing at the end in either direction.
class DriverOrder : public QSortFilterProxyModel {
public:
    explicit DriverOrder(QObject* parent) : QSortFilterProxyModel(parent), m_collator(QLocale(QLocale::Chinese)) {
        setSortRole(DriverModel::kSortRole);
    }

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
        const QVariant a = left.data(sortRole());
        const QVariant b = right.data(sortRole());
        if (!a.isValid() || !b.isValid())
            return a.isValid() != b.isValid() && a.isValid() == (sortOrder() == Qt::AscendingOrder);
        if (a.typeId() == QMetaType::QString)
            return m_collator.compare(a.toString(), b.toString()) < 0;
        return a.toDouble() < b.toDouble();
    }

private:
    QCollator m_collator;
};

} // namespace

BalancePage::BalancePage(workspace::Workspace& workspace, Selection& selection, QWidget* parent)
    : Page(workspace, {.title = tr("校际均衡"), .help = QStringLiteral("balance.md")}, parent), m_workspace(workspace),
      m_selection(selection), m_ui(std::make_unique<Ui::BalancePage>()),
      m_coefficients(new BalanceModel(workspace, this)), m_drivers(new DriverModel(workspace, this)),
      m_sorted(new DriverOrder(this)) {
    m_ui->setupUi(this);
    setFocusProxy(m_ui->coefficients);
    setUpTables();
    setUpFigures();
    setUpKeyboard();
    connect(m_ui->sentence, &QLabel::linkActivated, this, &BalancePage::goToFirstObstacle);
    connect(m_ui->trace, &TracePanel::cellRequested, this, &BalancePage::cellRequested);
    connect(&m_selection, &Selection::changed, this, [this] {
        if (isVisible() && !m_refreshing)
            followSelection();
    });
}

BalancePage::~BalancePage() = default;

void BalancePage::setUpTables() {
    for (QTableView* table : {m_ui->coefficients, m_ui->drivers}) {
        table->setHorizontalHeader(new SortHeader(table));
        dressTable(*table);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
    }
    m_ui->coefficients->setModel(m_coefficients);
    m_ui->coefficients->horizontalHeader()->setSectionsClickable(false);
    setWidths(*m_ui->coefficients, kCoefficientChars);
    m_sorted->setSourceModel(m_drivers);
    m_ui->drivers->setModel(m_sorted);
    m_ui->drivers->setSortingEnabled(true);
    m_ui->drivers->sortByColumn(-1, Qt::AscendingOrder);
    setWidths(*m_ui->drivers, kDriverChars);
    m_ui->mainSplitter->setSizes({230, 410});
    m_ui->mainSplitter->setStretchFactor(0, 1);
    m_ui->mainSplitter->setStretchFactor(1, 2);
    m_ui->upperSplitter->setSizes({800, 440});
    m_ui->lowerSplitter->setSizes({580, 660});
    m_ui->lowerSplitter->setStretchFactor(1, 1);
    connect(m_ui->coefficients->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (!m_refreshing && index.isValid())
                    chooseCoefficient(index.row());
            });
    connect(m_ui->drivers->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BalancePage::chooseDriver);
    connect(m_ui->coefficients, &QTableView::doubleClicked, this, &BalancePage::leaveCoefficient);
    connect(m_ui->drivers, &QTableView::doubleClicked, this, &BalancePage::goToCell);
    // How many schools have room is known when the page is laid out, which is after one was chosen.
    connect(m_ui->drivers->verticalScrollBar(), &QScrollBar::rangeChanged, this, &BalancePage::keepDriverInSight);
}

void BalancePage::setUpFigures() {
    connect(m_ui->bars, &FigureView::chosen, this,
            [this](int row) { m_ui->coefficients->setCurrentIndex(m_coefficients->index(row, 0)); });
    connect(m_ui->figures, &QTabWidget::currentChanged, this, &BalancePage::showFigures);
    for (FigureView* figure : {m_ui->waterfall, m_ui->distribution}) {
        connect(figure, &FigureView::chosen, this, [this](int section) {
            const QModelIndex index = m_drivers->index(m_drivers->rowOfSection(section), 0);
            m_ui->drivers->setCurrentIndex(m_sorted->mapFromSource(index));
        });
        connect(figure, &FigureView::activated, this, &BalancePage::goToCell);
    }
}

void BalancePage::setUpKeyboard() {
    const auto shortcut = [this](QWidget* owner, const QKeySequence& keys, auto action) {
        auto* made = new QShortcut(keys, owner);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, action);
    };
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        shortcut(m_ui->coefficients, key, &BalancePage::leaveCoefficient);
        shortcut(m_ui->drivers, key, &BalancePage::goToCell);
    }
    shortcut(this, Qt::Key_F2, [this] {
        if (m_ui->trial->isEnabled())
            m_ui->trial->focusAmount();
    });
    shortcut(this, Qt::Key_Escape, [this] {
        if (m_ui->trial->isTrying())
            m_ui->trial->reset();
        else
            (m_ui->drivers->hasFocus() ? m_ui->coefficients : m_ui->drivers)->setFocus();
    });
}

void BalancePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    followSelection();
}

// Everything shown points into an assessment that is gone.
void BalancePage::letGo() {
    m_ui->trial->withdraw();
    m_drivers->clear();
    m_coefficients->reload();
}

void BalancePage::refresh() {
    const QScopedValueRollback guard(m_refreshing, true);
    m_coefficients->reload();
    const bool empty = m_coefficients->rowCount() == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : m_ui->balancePage);
    if (empty) {
        m_ui->trial->withdraw();
        m_drivers->clear();
        return;
    }
    m_ui->coefficients->setColumnHidden(BalanceModel::Strict, !m_coefficients->hasStrict());
    offerCourse();
    m_ui->bars->showFigure(report::coefficientBars(m_workspace.standard(), m_workspace.assessment()));
    int row = m_chosen.indicator < 0 ? -1 : m_coefficients->rowOf(m_chosen.stage, m_chosen.indicator);
    if (row < 0)
        row = m_coefficients->worstRow();
    const BalanceModel::Place place = m_coefficients->place(row);
    m_chosen.stage = place.stage->stage;
    m_chosen.indicator = place.indicator;
    m_ui->coefficients->setCurrentIndex(m_coefficients->index(row, 0));
    showCoefficient();
}

void BalancePage::chooseCoefficient(int row) {
    const BalanceModel::Place place = m_coefficients->place(row);
    m_chosen.stage = place.stage->stage;
    m_chosen.indicator = place.indicator;
    {
        const QScopedValueRollback guard(m_refreshing, true);
        showCoefficient();
    }
    tellSelection();
}

void BalancePage::showCoefficient() {
    m_ui->bars->setChosen(m_ui->coefficients->currentIndex().row());
    showDrivers();
    showSentence();
    showFigures();
    offerTrial();
}

void BalancePage::showDrivers() {
    const assess::StageAssessment& stage = *m_workspace.assessment().stage(m_chosen.stage);
    m_drivers->showCoefficient(stage, m_chosen.indicator);
    if (m_drivers->rowOf(m_chosen.section) < 0)
        m_chosen.section = m_drivers->keyAt(0);
    selectSection(m_chosen.section);
}

void BalancePage::selectSection(const model::SubjectKey& section) {
    const QModelIndex index = m_sorted->mapFromSource(m_drivers->index(m_drivers->rowOf(section), 0));
    m_ui->drivers->setCurrentIndex(index);
    if (m_drivers->balance()->isKnown())
        m_ui->drivers->scrollTo(index);
    else
        m_ui->drivers->scrollToTop();
}

void BalancePage::keepDriverInSight() {
    if (!m_refreshing && m_drivers->balance() && m_drivers->balance()->isKnown())
        m_ui->drivers->scrollTo(m_ui->drivers->currentIndex());
}

void BalancePage::showSentence() {
    const plan::Balance& balance = *m_drivers->balance();
    QString html = plan::driverSentence(m_workspace.data(), m_workspace.standard(), balance).toHtmlEscaped();
    if (!balance.isKnown() && !balance.obstacles().empty())
        html += u" <a href=\"#first\">%1</a>"_s.arg(tr("转到要填的数据"));
    const assess::Coefficient* strict = strictCoefficient(balance.stage(), balance.indicator());
    if (strict != nullptr)
        html += u"<br>"_s + tr("这是按放宽条款计算的；不用放宽条款时是 %1，%2 %3。")
                                .arg(assess::printedCoefficient(*strict), assess::verdictWord(strict->status),
                                     markOf(toneOf(strict->status)));
    m_ui->sentence->showText(html);
}

// Only what is in front; the others when they come there.
void BalancePage::showFigures() {
    if (!m_drivers->balance())
        return;
    const assess::StageAssessment& stage = m_drivers->balance()->stage();
    const model::CountyYear& year = m_workspace.data();
    const standard::Standard& standard = m_workspace.standard();
    const QWidget* front = m_ui->figures->currentWidget();
    if (front == m_ui->waterfall)
        m_ui->waterfall->showFigure(
            report::coefficientWaterfall(year, standard, stage, m_chosen.indicator, kNamedSteps));
    else if (front == m_ui->distribution)
        m_ui->distribution->showFigure(report::valueDistribution(year, standard, stage, m_chosen.indicator));
    else if (front == m_ui->course)
        showCourse();
    else
        m_ui->trace->showTrace(assess::coefficientTraceOf(year, standard, stage, m_chosen.indicator), year);
}

void BalancePage::offerCourse() {
    const int tab = m_ui->figures->indexOf(m_ui->course);
    const bool hasEarlier = m_workspace.years().front() < m_workspace.data().year();
    if (m_ui->figures->isTabVisible(tab) == hasEarlier)
        return;
    // Hiding the tab in front chooses another, which must not show what is gone; showCoefficient() does it anew.
    const QSignalBlocker blocker(m_ui->figures);
    m_ui->figures->setTabVisible(tab, hasEarlier);
}

// Earlier years are read and assessed when somebody asks for them.
void BalancePage::showCourse() {
    const auto earlier = m_workspace.schoolYears().earlier();
    if (!earlier) {
        Q_EMIT error(earlier.error());
        return;
    }
    std::vector<report::YearAssessment> years;
    for (const report::EarlierYear& year : **earlier)
        years.push_back({.year = year.data.year(), .assessment = &year.assessment});
    years.push_back({.year = m_workspace.data().year(), .assessment = &m_workspace.assessment()});
    m_ui->course->showFigure(report::coefficientCourse(m_workspace.standard(), m_chosen.stage, years));
}

void BalancePage::chooseDriver(const QModelIndex& sorted) {
    if (m_refreshing || !sorted.isValid())
        return;
    m_chosen.section = m_drivers->keyAt(m_sorted->mapToSource(sorted).row());
    offerTrial();
    tellSelection();
}

void BalancePage::offerTrial() {
    const int row = m_drivers->rowOf(m_chosen.section);
    const int section = m_drivers->sectionAt(row);
    m_ui->waterfall->setChosen(section);
    m_ui->distribution->setChosen(section);
    const plan::Balance& balance = *m_drivers->balance();
    if (!balance.isKnown()) {
        m_ui->trial->withdraw();
        return;
    }
    m_ui->trial->offer(balance, m_workspace.standard(),
                       plan::schoolNameOf(m_workspace.data(), balance.stage(), section), section);
}

void BalancePage::tellSelection() {
    const QScopedValueRollback guard(m_refreshing, true);
    m_selection.choose(m_chosen.section, m_workspace.standard().balanceIndicator(m_chosen.indicator).id);
}

void BalancePage::followSelection() {
    if (m_coefficients->rowCount() == 0)
        return;
    const standard::Standard& standard = m_workspace.standard();
    Chosen wanted = m_chosen;
    for (int i = 0; i < standard.balanceCount(); ++i) {
        if (standard.balanceIndicator(i).id == m_selection.indicator())
            wanted.indicator = i;
    }
    if (const auto stage = model::stageFromId(m_selection.section().part))
        wanted.stage = *stage;
    const int row = m_coefficients->rowOf(wanted.stage, wanted.indicator);
    if (row < 0)
        return;
    const QScopedValueRollback guard(m_refreshing, true);
    if (!m_selection.section().school.isEmpty())
        wanted.section = m_selection.section();
    const bool other = wanted.stage != m_chosen.stage || wanted.indicator != m_chosen.indicator;
    if (!other && wanted.section == m_chosen.section)
        return;
    m_chosen = wanted;
    m_ui->coefficients->setCurrentIndex(m_coefficients->index(row, 0));
    showCoefficient();
}

void BalancePage::leaveCoefficient() {
    if (m_drivers->balance() && !m_drivers->balance()->isKnown())
        goToFirstObstacle();
    else
        m_ui->drivers->setFocus(Qt::OtherFocusReason);
}

void BalancePage::goToFirstObstacle() {
    const auto obstacles = m_drivers->balance()->obstacles();
    if (!obstacles.empty())
        Q_EMIT cellRequested(obstacles.front().cell);
}

void BalancePage::goToCell() {
    if (!m_drivers->balance())
        return;
    const int row = m_drivers->rowOf(m_chosen.section);
    const assess::Trace trace =
        assess::traceOf(m_workspace.data(), m_workspace.standard(), m_drivers->balance()->stage(),
                        m_drivers->sectionAt(row), m_chosen.indicator);
    if (!trace.obstacles.empty())
        Q_EMIT cellRequested(trace.obstacles.front().cell);
    else if (!trace.cells.empty())
        Q_EMIT cellRequested(*trace.cells.front().cellKey());
}

} // namespace junheng::ui

#include "ui/pages/overview/overview_page.h"

#include "ui/pages/overview/balance_glance.h"
#include "ui/pages/overview/missing_tree.h"
#include "ui/pages/overview/overview_lists.h"
#include "ui/pages/overview/part_card.h"
#include "ui/pages/overview/standard_texts.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/selection.h"
#include "ui_overview_page.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>
#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFewCells = 12; // so many missing cells are shown at once, more by school

void dressList(QTreeView& view, int wideColumn) {
    QHeaderView& header = *view.header();
    view.setRootIsDecorated(false);
    view.setUniformRowHeights(true);
    view.setAlternatingRowColors(true);
    view.setAllColumnsShowFocus(true);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setItemDelegate(new FigureDelegate(&view));
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(view.fontMetrics().horizontalAdvance(u"国国国"_s));
    header.setSectionsClickable(false);
    header.setSectionResizeMode(wideColumn, QHeaderView::Stretch);
    std::vector<int> others;
    for (int column = 0; column < header.count(); ++column) {
        if (column != wideColumn)
            others.push_back(column);
    }
    new FittedColumns(view, std::move(others));
}

// No taller than its rows, so that the rest of the height goes to the list below.
void fitHeight(QWidget& panel, const QTreeView& view, int rows) {
    const QModelIndex first = view.model()->index(0, 0);
    const int rowHeight = first.isValid() ? view.sizeHintForIndex(first).height() : view.fontMetrics().height();
    const int list = view.header()->sizeHint().height() + std::max(1, rows) * rowHeight + 2 * view.frameWidth();
    panel.setMaximumHeight(panel.layout()->sizeHint().height() - view.sizeHint().height() + list);
}

/// Met, unmet, missing.
using Counts = std::array<int, 3>;

Counts countsOf(const std::vector<assess::IndicatorResult>& results) {
    Counts counts{};
    for (const assess::IndicatorResult& result : results) {
        const bool met =
            result.status == assess::IndicatorStatus::Met || result.status == assess::IndicatorStatus::NotApplicable;
        ++counts[met ? 0 : result.status == assess::IndicatorStatus::Unmet ? 1 : 2];
    }
    return counts;
}

Counts vetoCounts(const std::vector<assess::VetoResult>& vetoes) {
    Counts counts{};
    for (const assess::VetoResult& veto : vetoes)
        ++counts[!veto.present ? 2 : *veto.present ? 1 : 0];
    return counts;
}

QString approvalText(const assess::ApprovalResult& approval) {
    if (!approval.rate)
        return OverviewPage::tr("满意度 待填报");
    return OverviewPage::tr("满意度 %1%").arg(assess::printedFigure(standard::FigureFormat::Percentage, approval.rate));
}

QString approvalNote(const assess::ApprovalResult& approval) {
    return approval.valid ? OverviewPage::tr("有效问卷 %1 份").arg(*approval.valid) : QString();
}

// The current row is where it was, so that the keyboard goes on from there.
class CurrentRowKeeper {
public:
    explicit CurrentRowKeeper(QAbstractItemView& view) : m_view(view), m_row(view.currentIndex().row()) {}
    ~CurrentRowKeeper() {
        const int rows = m_view.model()->rowCount();
        if (rows > 0 && m_row >= 0)
            m_view.setCurrentIndex(m_view.model()->index(std::min(m_row, rows - 1), 0));
    }
    CurrentRowKeeper(const CurrentRowKeeper&) = delete;
    CurrentRowKeeper& operator=(const CurrentRowKeeper&) = delete;

private:
    QAbstractItemView& m_view;
    int m_row;
};

} // namespace

OverviewPage::OverviewPage(workspace::Workspace& workspace, Selection& selection, QWidget* parent)
    : Page(workspace, {.title = tr("总览"), .help = QStringLiteral("overview.md")}, parent), m_workspace(workspace),
      m_selection(selection), m_ui(std::make_unique<Ui::OverviewPage>()),
      m_gaps(new OverviewRows(gapColumns(workspace.standard()), this)),
      m_margins(new OverviewRows(marginColumns(), this)), m_balance(new BalanceGlance(this)),
      m_missing(new MissingTree(this)), m_relaxed(new OverviewRows(relaxedColumns(), this)) {
    m_ui->setupUi(this);
    setUpCards();
    setUpLists();
    setUpEmptyPage();
    connect(m_ui->headline, &QLabel::linkActivated, this,
            [this](const QString& link) { follow(m_reasons.at(link.mid(1).toUInt()).target); });
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::setUpCards() {
    const auto add = [this](const QString& name, assess::Verdict assess::Verdicts::* verdict,
                            const OverviewTarget& target) {
        auto* card = new PartCard(this);
        card->setText(name);
        m_ui->cards->addWidget(card, 1);
        connect(card, &QAbstractButton::clicked, this, [this, target] { follow(target); });
        m_parts.push_back({.card = card, .verdict = verdict});
    };
    add(tr("资源配置"), &assess::Verdicts::resources, {.page = OverviewTarget::Page::Resources});
    add(tr("校际均衡"), &assess::Verdicts::balance, {.page = OverviewTarget::Page::Balance});
    add(tr("政府保障"), &assess::Verdicts::government, {.page = OverviewTarget::Page::Parts, .indicator = u"G"_s});
    add(tr("教育质量"), &assess::Verdicts::quality, {.page = OverviewTarget::Page::Parts, .indicator = u"Q"_s});
    add(tr("社会认可度"), &assess::Verdicts::approval, {.page = OverviewTarget::Page::Parts, .indicator = u"S"_s});
    add(tr("一票否决"), &assess::Verdicts::vetoes, {.page = OverviewTarget::Page::Parts, .indicator = u"V"_s});
}

void OverviewPage::setUpLists() {
    m_ui->gaps->setModel(m_gaps);
    dressList(*m_ui->gaps, kSchoolColumn);
    m_ui->margins->setModel(m_margins);
    dressList(*m_ui->margins, kSchoolColumn);
    m_ui->missing->setModel(m_missing);
    dressList(*m_ui->missing, 0);
    m_ui->missing->setRootIsDecorated(true);
    connect(m_missing, &MissingTree::modelReset, this, &OverviewPage::expandIfFew);
    m_ui->relaxed->setModel(m_relaxed);
    dressList(*m_ui->relaxed, kSchoolColumn);
    m_ui->balance->setModel(m_balance);
    m_ui->balance->setItemDelegate(new BarDelegate(this));
    m_ui->balance->setTabKeyNavigation(false);
    m_ui->balance->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_ui->balance->setSelectionMode(QAbstractItemView::SingleSelection);
    m_ui->balance->setShowGrid(false);
    m_ui->balance->verticalHeader()->hide();
    m_ui->balance->verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->balance->verticalHeader()->setMinimumSectionSize(1);
    m_ui->balance->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->balance->horizontalHeader()->setSectionsClickable(false);
    m_ui->balance->horizontalHeader()->setHighlightSections(false);
    for (const QAbstractItemModel* model :
         {static_cast<const QAbstractItemModel*>(m_gaps), static_cast<const QAbstractItemModel*>(m_missing),
          static_cast<const QAbstractItemModel*>(m_balance)})
        connect(model, &QAbstractItemModel::modelReset, this, &OverviewPage::fitHeights);
    leadFrom(*m_ui->gaps);
    leadFrom(*m_ui->margins);
    leadFrom(*m_ui->missing);
    leadFrom(*m_ui->relaxed);
    leadFrom(*m_ui->balance);
    connect(m_ui->bySchool, &QToolButton::toggled, this, [this](bool bySchool) {
        m_missing->setGrouping(bySchool ? MissingTree::Grouping::BySchool : MissingTree::Grouping::ByItem);
    });
}

void OverviewPage::setUpEmptyPage() {
    m_ui->yearButton->setIcon(themedIcon(u"new"_s, palette()));
    m_ui->importButton->setIcon(themedIcon(u"import"_s, palette()));
    m_ui->addButton->setIcon(themedIcon(u"entry"_s, palette()));
    m_ui->templateButton->setIcon(themedIcon(u"template"_s, palette()));
    m_ui->sampleButton->setIcon(themedIcon(u"resources"_s, palette()));
    connect(m_ui->yearButton, &QAbstractButton::clicked, this, &OverviewPage::yearRequested);
    connect(m_ui->importButton, &QAbstractButton::clicked, this, &OverviewPage::importRequested);
    connect(m_ui->addButton, &QAbstractButton::clicked, this, &OverviewPage::entryRequested);
    connect(m_ui->templateButton, &QAbstractButton::clicked, this, &OverviewPage::templateRequested);
    connect(m_ui->sampleButton, &QAbstractButton::clicked, this, &OverviewPage::sampleRequested);
}

void OverviewPage::leadFrom(QAbstractItemView& view) {
    connect(&view, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { follow(index.data(kTargetRole).value<OverviewTarget>()); });
}

void OverviewPage::follow(const OverviewTarget& target) {
    switch (target.page) {
    case OverviewTarget::Page::None:
        return;
    case OverviewTarget::Page::Entry:
        Q_EMIT cellRequested(target.cell);
        return;
    case OverviewTarget::Page::Parts:
        Q_EMIT partsRequested(target.indicator);
        return;
    case OverviewTarget::Page::Resources:
    case OverviewTarget::Page::Balance:
        if (!target.section.part.isEmpty() || !target.indicator.isEmpty())
            m_selection.choose(target.section, target.indicator);
        if (target.page == OverviewTarget::Page::Resources)
            Q_EMIT resourcesRequested();
        else
            Q_EMIT balanceRequested();
        return;
    }
}

void OverviewPage::refresh() {
    const bool empty = !m_workspace.isOpen() || m_workspace.data().sections().rowCount() == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : m_ui->contentPage);
    m_ui->yearButton->setVisible(m_workspace.isOpen() && m_workspace.years().front() < m_workspace.data().year());
    if (empty)
        return;
    refreshLists();
    refreshCards();
    refreshHeadline();
}

void OverviewPage::refreshHeadline() {
    const assess::Assessment& assessment = m_workspace.assessment();
    const Tone tone = overallTone(assessment);
    const auto coloured = [this](Tone of, const QString& html) {
        return u"<span style=\"color:%1\">%2</span>"_s.arg(inkOf(of, palette()).name(), html);
    };
    QStringList reasons;
    for (std::size_t i = 0; i < m_reasons.size(); ++i) {
        const HeadlineReason& reason = m_reasons[i];
        const QString mark = reason.tone == tone ? QString() : markOf(reason.tone) + u' ';
        // A line breaks between reasons, not within one.
        QString text = mark + reason.text.toHtmlEscaped();
        text.replace(u' ', u"&nbsp;"_s);
        reasons += reason.target.page == OverviewTarget::Page::None
                       ? coloured(reason.tone, text)
                       : u"<a href=\"#%1\" style=\"color:%2;text-decoration:none\">%3</a>"_s.arg(
                             QString::number(i), inkOf(reason.tone, palette()).name(), text);
    }
    const QString verdict = tr("总体%1").arg(overallWordAndMark(assessment));
    m_ui->headline->showText(
        u"<b style=\"font-size:large\">%1</b>　%2"_s.arg(coloured(tone, verdict), reasons.join(tr("； "))));
    const QString strict = withoutRelaxationsText(assessment);
    m_ui->strict->setVisible(!strict.isEmpty());
    m_ui->strict->showText(strict);
    const QString less = belowNationalText(m_workspace);
    m_ui->belowNational->setVisible(!less.isEmpty());
    m_ui->belowNational->showText(less);
    const QString targets = targetsText(m_workspace);
    m_ui->targets->setVisible(!targets.isEmpty());
    m_ui->targets->showText(targets);
}

void OverviewPage::refreshCards() {
    Counts sections{};
    Counts coefficients{};
    const assess::Assessment& assessment = m_workspace.assessment();
    for (const assess::StageAssessment& stage : assessment.stages) {
        for (const assess::Verdict verdict : stage.verdicts)
            ++sections[static_cast<std::size_t>(verdict)];
        for (int i = 0; i < m_workspace.standard().balanceCount(); ++i) {
            if (m_workspace.standard().balanceIndicator(i).tested)
                ++coefficients[static_cast<std::size_t>(stage.column(i).coefficient.status)];
        }
    }
    // Both count: what passes, what fails, what is missing.
    const auto counts = [](const Counts& of, const QString& what) {
        return tr("%1 / %2 %3").arg(of[0]).arg(of[0] + of[1] + of[2]).arg(what);
    };
    const auto rest = [](const Counts& of) { return tr("✗ %1　○ %2").arg(of[1]).arg(of[2]); };
    for (const Part& part : m_parts) {
        const assess::Verdict verdict = assessment.verdicts.*part.verdict;
        if (part.verdict == &assess::Verdicts::resources)
            part.card->show(verdict, counts(sections, tr("个学段达标")), rest(sections));
        else if (part.verdict == &assess::Verdicts::balance)
            part.card->show(verdict, counts(coefficients, tr("个系数达标")), rest(coefficients));
        else if (part.verdict == &assess::Verdicts::government)
            part.card->show(verdict, counts(countsOf(assessment.government), tr("项达标")),
                            rest(countsOf(assessment.government)));
        else if (part.verdict == &assess::Verdicts::quality)
            part.card->show(verdict, counts(countsOf(assessment.quality), tr("项达标")),
                            rest(countsOf(assessment.quality)));
        else if (part.verdict == &assess::Verdicts::approval)
            part.card->show(verdict, approvalText(assessment.approval), approvalNote(assessment.approval));
        else
            part.card->show(verdict, counts(vetoCounts(assessment.vetoes), tr("项不存在")),
                            rest(vetoCounts(assessment.vetoes)));
    }
}

void OverviewPage::refreshLists() {
    const CurrentRowKeeper gaps(*m_ui->gaps);
    const CurrentRowKeeper margins(*m_ui->margins);
    const CurrentRowKeeper missing(*m_ui->missing);
    const CurrentRowKeeper relaxed(*m_ui->relaxed);
    plan::GapFinder finder(m_workspace.data(), m_workspace.standard());
    GapRows gapsNow = gapRows(m_workspace, finder);
    const int unmet = gapsNow.unmet;
    m_gaps->nameColumns(gapColumns(m_workspace.standard()));
    m_gaps->show(std::move(gapsNow.rows));
    m_margins->show(marginRows(m_workspace, finder));
    m_balance->show(m_workspace);
    std::vector<plan::MissingCell> cells =
        plan::missingOfSections(m_workspace.data(), m_workspace.standard(), m_workspace.assessment());
    m_reasons = reasonsOf(m_workspace, cells);
    m_missing->show(std::move(cells), m_workspace.data());
    m_relaxed->show(relaxedRows(m_workspace));
    m_ui->relaxedPanel->setVisible(m_relaxed->rowCount() > 0);
    m_ui->relaxedPanelTitle->setText(tr("按放宽条款计算 %1 项").arg(m_relaxed->rowCount()));
    m_ui->missingPanelTitle->setText(m_missing->cellCount() == 0
                                         ? tr("待填报：资源配置和校际均衡的数据已填全 ✓")
                                         : tr("待填报 %1 格（Enter 或双击去填）").arg(m_missing->cellCount()));
    if (unmet > 0)
        m_ui->gapPanelTitle->setText(tr("差距最大的 %1 项（共 %2 项未达到标准）").arg(m_gaps->rowCount()).arg(unmet));
    else
        m_ui->gapPanelTitle->setText(m_missing->cellCount() == 0 ? tr("没有未达到标准的指标 ✓")
                                                                 : tr("已填的数据中没有未达到标准的指标"));
}

void OverviewPage::fitHeights() {
    fitHeight(*m_ui->gapPanel, *m_ui->gaps, m_gaps->rowCount());
    fitHeight(*m_ui->missingPanel, *m_ui->missing, m_missing->rowCount() + std::min(m_missing->cellCount(), kFewCells));
    const int barHeight = m_ui->balance->fontMetrics().height() + 2;
    m_ui->balance->setMinimumHeight(m_ui->balance->horizontalHeader()->sizeHint().height() +
                                    m_balance->rowCount() * barHeight + 2 * m_ui->balance->frameWidth());
}

void OverviewPage::expandIfFew() {
    if (m_missing->cellCount() <= kFewCells)
        m_ui->missing->expandAll();
}

void OverviewPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !isStale() && m_workspace.isOpen())
        refreshHeadline();
    else if (event->type() == QEvent::FontChange && !isStale())
        fitHeights();
}

} // namespace junheng::ui

#include "ui/pages/parts/indicator_panel.h"

#include "model/items.h"
#include "standard/standard.h"
#include "ui_indicator_panel.h"
#include "workspace/evidence_folder.h"
#include "workspace/gate.h"

#include <QComboBox>
#include <QLineEdit>

namespace junheng::ui {

namespace {

using model::Item;
using model::ItemKind;
using model::Level;

// Where a conclusion of the bureau's own counts, or has been given all the same.
bool takesConclusion(const workspace::Workspace& workspace, const QString& id) {
    const standard::Standard& standard = workspace.standard();
    for (const auto* part : {&standard.government, &standard.quality, &standard.eligibility}) {
        for (const standard::Indicator& indicator : *part) {
            if (indicator.id == id)
                return indicator.conclusion || std::holds_alternative<standard::AttestedRule>(indicator.rule) ||
                       std::holds_alternative<standard::SchoolGradeRule>(indicator.rule) ||
                       workspace.data().exists({.level = Level::Attested, .school = {}, .part = id});
        }
    }
    return false;
}

// What a cell of this item may be chosen from; none where it is typed.
QStringList choicesOf(const Item& item) {
    if (item.kind == ItemKind::Flag)
        return {model::displayText(item, model::Observation::ofAmount(0)),
                model::displayText(item, model::Observation::ofAmount(1))};
    return item.choices;
}

} // namespace

IndicatorPanel::IndicatorPanel(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_ui(std::make_unique<Ui::IndicatorPanel>()) {
    m_ui->setupUi(this);
    EvidenceList* list = m_ui->evidence;
    connect(m_ui->add, &QToolButton::clicked, this, [this] { Q_EMIT attachRequested(m_id); });
    connect(m_ui->remove, &QToolButton::clicked, this, &IndicatorPanel::removeChosen);
    const auto open = [this] {
        if (m_ui->open->isEnabled())
            Q_EMIT openRequested(*m_ui->evidence->chosen());
    };
    connect(m_ui->open, &QToolButton::clicked, this, open);
    connect(m_ui->save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(*m_ui->evidence->chosen()); });
    connect(m_ui->note, &QLineEdit::returnPressed, this, &IndicatorPanel::addNote);
    connect(list, &QTreeWidget::currentItemChanged, this, &IndicatorPanel::enableButtons);
    connect(list, &EvidenceList::openRequested, this, open);
    connect(list, &EvidenceList::removeRequested, this, &IndicatorPanel::removeChosen);
    connect(list, &EvidenceList::noteWritten, this, &IndicatorPanel::write);
    connect(list, &EvidenceList::filesDropped, this,
            [this](const QStringList& files) { Q_EMIT filesDropped(m_id, files); });
}

IndicatorPanel::~IndicatorPanel() = default;

IndicatorPanel::Owner IndicatorPanel::ownerOf(const QString& id) const {
    if (id.isEmpty())
        return {};
    return {.file = m_workspace.path(),
            .year = m_workspace.data().year(),
            .standard = m_workspace.standard().id,
            .indicator = id,
            .conclusion = takesConclusion(m_workspace, id)};
}

void IndicatorPanel::showIndicator(const QString& id) {
    const Owner owner = ownerOf(id);
    m_notes.insert(m_id, m_ui->note->text());
    if (owner.file != m_owner.file || owner.year != m_owner.year) {
        m_refused.clear();
        m_notes.clear();
        m_ui->note->clear();
    }
    if (id != m_id)
        m_ui->note->setText(m_notes.value(id));
    m_id = id;
    if (owner != m_owner) {
        m_owner = owner;
        buildFields();
    }
    fillFields();
    setEnabled(!id.isEmpty());
    const std::vector<workspace::Evidence> evidence =
        id.isEmpty() ? std::vector<workspace::Evidence>() : workspace::evidenceOf(m_workspace.data(), id);
    m_ui->evidence->showEvidence(evidence);
    m_ui->evidenceTitle->setText(evidence.empty() ? tr("佐证材料") : tr("佐证材料（%1 件）").arg(evidence.size()));
    enableButtons();
}

void IndicatorPanel::buildFields() {
    while (m_ui->form->rowCount() > 0)
        m_ui->form->removeRow(0);
    m_fields.clear();
    if (m_id.isEmpty())
        return;
    if (m_id.startsWith(u'V')) {
        addField(Level::Veto, items::veto_present);
        addField(Level::Veto, items::veto_note);
    } else if (m_owner.conclusion) {
        addField(Level::Attested, items::conclusion);
        addField(Level::Attested, items::conclusion_note);
    }
    // 任务清单 is about the national indicators.
    if (m_id.startsWith(u'G') || m_id.startsWith(u'Q')) {
        for (const char16_t* item : {items::task_unit, items::task_deadline, items::task_note})
            addField(Level::Task, item);
    }
    // Fields made now would come behind the evidence below them.
    std::vector<QWidget*> order;
    for (const auto& [cell, editor] : m_fields)
        order.push_back(editor);
    order.insert(order.end(), {m_ui->add, m_ui->open, m_ui->save, m_ui->remove, m_ui->evidence, m_ui->note});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void IndicatorPanel::addField(Level level, const char16_t* item) {
    const model::CellKey cell{.subject = {.level = level, .school = {}, .part = m_id}, .item = &model::itemOf(item)};
    QWidget* editor = makeEditor(cell);
    editor->setToolTip(cell.item->note);
    m_ui->form->addRow(cell.item->label, editor);
    m_fields.push_back({cell, editor});
}

QWidget* IndicatorPanel::makeEditor(const model::CellKey& cell) {
    if (const QStringList choices = choicesOf(*cell.item); !choices.isEmpty()) {
        auto* box = new QComboBox;
        box->addItem(tr("待填报"), QString());
        for (const QString& choice : choices)
            box->addItem(choice, choice);
        connect(box, &QComboBox::activated, this, [this, box, cell] { write(cell, box->currentData().toString()); });
        return box;
    }
    auto* line = new QLineEdit;
    if (cell.item->kind == ItemKind::Date)
        line->setPlaceholderText(tr("如 2026-06-30"));
    connect(line, &QLineEdit::editingFinished, this, [this, line, cell] {
        if (!line->isModified())
            return;
        line->setModified(false);
        m_refused.remove(cell);
        const QString text = line->text();
        const auto written = m_workspace.edit({{.cell = cell, .text = text}});
        if (!written && !workspace::isDeclined(written.error().error))
            m_refused.insert(cell, text);
        fillFields();
        if (!written)
            Q_EMIT refused(written.error().error.message);
    });
    return line;
}

void IndicatorPanel::fillFields() {
    for (const auto& [cell, editor] : m_fields) {
        const QString text = model::displayText(*cell.item, m_workspace.data().value(cell.subject, *cell.item));
        if (auto* box = qobject_cast<QComboBox*>(editor)) {
            box->setCurrentIndex(std::max(0, box->findData(text)));
            continue;
        }
        auto* line = qobject_cast<QLineEdit*>(editor);
        // What is being typed stays, whatever else has changed.
        if (line->isModified() && line->hasFocus())
            continue;
        const auto refused = m_refused.constFind(cell);
        line->setText(refused != m_refused.cend() ? *refused : text);
        line->setModified(refused != m_refused.cend());
        line->setCursorPosition(0);
    }
}

void IndicatorPanel::write(const model::CellKey& cell, const QString& text) {
    const auto written = m_workspace.edit({{.cell = cell, .text = text}});
    if (written)
        return;
    // A refused choice or note is not shown as if it were saved.
    showIndicator(m_id);
    Q_EMIT refused(written.error().error.message);
}

void IndicatorPanel::tell(const base::Outcome& outcome) {
    if (!outcome)
        Q_EMIT error({.code = outcome.error().code, .message = outcome.error().message});
}

void IndicatorPanel::enableButtons() {
    const workspace::Evidence* chosen = m_ui->evidence->chosen();
    const bool isFile = chosen != nullptr && !chosen->sha256.isEmpty();
    m_ui->open->setEnabled(isFile);
    m_ui->save->setEnabled(isFile);
    m_ui->remove->setEnabled(chosen != nullptr);
}

void IndicatorPanel::removeChosen() {
    if (const workspace::Evidence* chosen = m_ui->evidence->chosen())
        tell(m_workspace.evidence().remove(chosen->subject));
}

void IndicatorPanel::addNote() {
    const auto added = m_workspace.evidence().attachNote(m_id, m_ui->note->text());
    if (added)
        m_ui->note->setText({}); // clear() could be undone here, and the note be added twice
    tell(added);
}

} // namespace junheng::ui

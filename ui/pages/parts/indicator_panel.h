// What the bureau says of one indicator: conclusion or answer, who is responsible by when, and the evidence.
#pragma once

#include "workspace/evidence.h"
#include "workspace/workspace.h"

#include <QHash>
#include <QWidget>

#include <memory>
#include <vector>

namespace junheng::ui {

namespace Ui {
class IndicatorPanel;
}

/// What is typed into a field is saved when it is left or Enter is pressed; what is refused stays to be mended, also
/// after other indicators were looked at. A note on evidence is added by Enter, and stays until then.
class IndicatorPanel : public QWidget {
    Q_OBJECT

public:
    explicit IndicatorPanel(workspace::Workspace& workspace, QWidget* parent = nullptr);
    ~IndicatorPanel() override;

    /// Of the current data; an empty id leaves the panel empty.
    void showIndicator(const QString& id);

Q_SIGNALS:
    /// Why something was not done; without a place, which is in sight.
    void error(const junheng::base::Error& error);
    /// Why a field was not taken.
    void refused(const QString& sentence);
    void attachRequested(const QString& indicator);
    void filesDropped(const QString& indicator, const QStringList& files);
    void openRequested(const junheng::workspace::Evidence& evidence);
    void saveRequested(const junheng::workspace::Evidence& evidence);

private:
    /// An item of the indicator's row in 定性结论, 一票否决 or 任务清单.
    struct Field {
        model::CellKey cell;
        QWidget* editor;
    };

    /// What the fields belong to: they are made anew for another one.
    struct Owner {
        QString file;
        int year = 0;
        QString standard;
        QString indicator;
        bool conclusion = false; ///< the indicator takes one
        bool operator==(const Owner&) const = default;
    };

    [[nodiscard]] Owner ownerOf(const QString& id) const;
    void buildFields();
    void addField(model::Level level, const char16_t* item);
    [[nodiscard]] QWidget* makeEditor(const model::CellKey& cell);
    void fillFields();
    void write(const model::CellKey& cell, const QString& text);
    void tell(const base::Outcome& outcome);
    void enableButtons();
    void removeChosen();
    void addNote();

    workspace::Workspace& m_workspace;
    std::unique_ptr<Ui::IndicatorPanel> m_ui;
    QString m_id;
    Owner m_owner;
    std::vector<Field> m_fields;
    QHash<model::CellKey, QString> m_refused; ///< typed and not taken, of this file and year
    QHash<QString, QString> m_notes;          ///< begun and not added, by indicator
};

} // namespace junheng::ui

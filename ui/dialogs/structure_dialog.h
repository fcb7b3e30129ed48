// Says what a change of structure takes with it, and asks.
#pragma once

#include <QDialog>
#include <QStringList>

class QDialogButtonBox;
class QPushButton;
class QVBoxLayout;

namespace junheng::ui {

class WrappedLabel;

/// A heading, room for fields, sentences, and two buttons. Names are never taken for rich text.
class StructureDialog : public QDialog {
    Q_OBJECT

public:
    /// What the button that does it is called, and which of the two the Enter key presses.
    enum class Default { Doing, Cancel };
    StructureDialog(const QString& title, const QString& heading, const QString& doing, Default pressed,
                    QWidget* parent);

    void showLines(const QStringList& lines);

protected:
    /// Between heading and sentences.
    [[nodiscard]] QVBoxLayout& fields() { return *m_fields; }
    /// Below the sentences.
    [[nodiscard]] QVBoxLayout& foot() { return *m_foot; }

private:
    QVBoxLayout* m_fields;
    WrappedLabel* m_lines;
    QVBoxLayout* m_foot;
};

} // namespace junheng::ui

// What the user may agree to after a preview: converting figures in another unit, taking out rooms that left.
#pragma once

#include "workspace/import_preview.h"

#include <QWidget>

#include <utility>
#include <vector>

class QCheckBox;

namespace junheng::ui {

/// A box to tick for each offer of the preview; none is ticked at first, since nothing is assumed.
class ImportOffers : public QWidget {
    Q_OBJECT

public:
    ImportOffers(const workspace::ImportPreview& preview, QWidget* parent);

    [[nodiscard]] bool isEmpty() const { return m_conversions.empty() && m_rooms == nullptr; }
    /// What is ticked.
    [[nodiscard]] workspace::ImportAgreement agreement() const;

Q_SIGNALS:
    void chosen(bool anything);

private:
    QCheckBox* addBox(const QString& text);

    std::vector<std::pair<QCheckBox*, QString>> m_conversions;
    QCheckBox* m_rooms = nullptr;
};

} // namespace junheng::ui

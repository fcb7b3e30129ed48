#include "ui/dialogs/import_offers.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace junheng::ui {

ImportOffers::ImportOffers(const workspace::ImportPreview& preview, QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const QString& offer : preview.offers) {
        const QString sheet = offer.section(u'!', 0, 0);
        const QString column = offer.section(u'!', 1).section(u'=', 0, 0);
        m_conversions.emplace_back(
            addBox(tr("“%1”的“%2”确以“%3”为单位，换算后导入").arg(sheet, column, offer.section(u'=', 1))), offer);
    }
    if (preview.absentRooms > 0)
        m_rooms = addBox(tr("删除表中没有的 %1 间专用教室").arg(preview.absentRooms));
}

QCheckBox* ImportOffers::addBox(const QString& text) {
    auto* box = new QCheckBox(text, this);
    layout()->addWidget(box);
    connect(box, &QCheckBox::toggled, this, [this] {
        const workspace::ImportAgreement agreed = agreement();
        Q_EMIT chosen(agreed.removeRooms || !agreed.conversions.isEmpty());
    });
    return box;
}

workspace::ImportAgreement ImportOffers::agreement() const {
    workspace::ImportAgreement agreed{.removeRooms = m_rooms != nullptr && m_rooms->isChecked()};
    for (const auto& [box, conversion] : m_conversions) {
        if (box->isChecked())
            agreed.conversions << conversion;
    }
    return agreed;
}

} // namespace junheng::ui

// A whole report on pages.
#pragma once

#include "document/paper/faces.h"
#include "document/paper/page_flow.h"
#include "document/paper/sheet_geometry.h"

#include <list>

namespace junheng::document {

/// True where a table is too wide to be legible on an upright page.
bool isAcross(const Table& table, double textMillimetres);

/// Where everything of a report stands. The report must live unchanged as long; the device measures texts.
class ReportLayout {
public:
    /// `orientation` is that of pages with text and of tables that are not too wide for it.
    ReportLayout(const Report& report, const QPageSize& size, QPageLayout::Orientation orientation,
                 QPaintDevice& device);

    [[nodiscard]] const std::vector<PaperPage>& pages() const { return m_pages; }
    [[nodiscard]] const Faces& faces() const { return m_faces; }
    [[nodiscard]] const QString& foot() const { return m_foot; }
    [[nodiscard]] const SheetGeometry& geometry(QPageLayout::Orientation orientation) const {
        return orientation == QPageLayout::Portrait ? m_upright : m_across;
    }

private:
    class Builder;

    Faces m_faces;
    QString m_foot;
    SheetGeometry m_upright;
    SheetGeometry m_across;
    std::list<TextBox> m_texts; // pieces point to them
    std::list<TableLayout> m_tables;
    std::vector<PaperPage> m_pages;
};

} // namespace junheng::document

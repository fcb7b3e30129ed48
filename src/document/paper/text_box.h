// Text broken into lines, measured and painted by the same code, so that nothing is painted outside of what was
// measured.
#pragma once

#include "document/report.h"

#include <QFont>
#include <QPointF>

#include <vector>

class QPaintDevice;
class QPainter;

namespace junheng::document {

/// How text is set; lengths are pixels of the device.
struct TextShape {
    double width = 0;
    double line = 0;   ///< from line to line; 0: as the font asks
    double indent = 0; ///< of the first line
    Align align = Align::Left;
    bool justified = false; ///< every line but a paragraph's last reaches the right edge
};

/// A line begins with no closing punctuation and ends with no opening one, a number stays with its unit, and a word
/// wider than the box is broken anywhere.
class TextBox {
public:
    TextBox(std::vector<Span> spans, const QFont& font, const TextShape& shape, QPaintDevice& device);
    TextBox(const QString& text, const QFont& font, const TextShape& shape, QPaintDevice& device);

    [[nodiscard]] int lineCount() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] double lineHeight(int line) const { return m_lines[static_cast<std::size_t>(line)].height; }
    [[nodiscard]] double height() const;
    /// Of its widest line.
    [[nodiscard]] double naturalWidth() const;
    /// Of the widest part that may not be broken.
    [[nodiscard]] double unbreakableWidth(QPaintDevice& device) const;

    /// Paints the lines [first, end), the first one with its top at `place`.
    void paint(QPainter& painter, QPointF place, int first, int end) const;
    void paint(QPainter& painter, QPointF place) const { paint(painter, place, 0, lineCount()); }

private:
    struct Line {
        qsizetype start = 0;
        qsizetype length = 0; ///< without blanks at its end
        double left = 0;
        double height = 0;
        double top = 0;     ///< of the letters below the line's top
        double stretch = 1; ///< of the letters' advances
        double width = 0;
    };
    void breakLines(QPaintDevice& device);
    Line lineFrom(qsizetype start, double indent, QPaintDevice& device, qsizetype& next) const;
    [[nodiscard]] qsizetype endKeepingUnits(qsizetype start, qsizetype end) const;
    void align(Line& line, double indent, bool isLast) const;

    QString m_text;
    std::vector<Span> m_spans;
    QFont m_font;
    TextShape m_shape;
    std::vector<Line> m_lines;
};

} // namespace junheng::document

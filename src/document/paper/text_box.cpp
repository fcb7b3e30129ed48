#include "document/paper/text_box.h"

#include "document/paper/faces.h"
#include "document/paper/fills.h"

#include <QPaintDevice>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace junheng::document {

using namespace Qt::Literals::StringLiterals;

namespace {

// More characters than any line has; what follows cannot change where it ends.
constexpr qsizetype kLongestLine = 600;
// A line that lacks more than this stays as it is: its letters would stand apart.
constexpr double kWidestGap = 0.12;
// Longer numbers would leave a gap at the end of the line before.
constexpr qsizetype kLongestNumber = 6;
constexpr double kEndless = 1e7;

QList<QTextLayout::FormatRange> formatsOf(const std::vector<Span>& spans, const QFont& font, qsizetype start,
                                          qsizetype length, double stretch) {
    QList<QTextLayout::FormatRange> formats;
    qsizetype begin = 0;
    for (const Span& span : spans) {
        const qsizetype end = begin + span.text.size();
        const qsizetype from = std::max(begin, start);
        const qsizetype to = std::min(end, start + length);
        begin = end;
        if (from >= to || (span.mark == Mark::None && stretch == 1))
            continue;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(from - start);
        range.length = static_cast<int>(to - from);
        QFont face = marked(font, span.mark);
        const double percentage = font.letterSpacing() == 0 ? 100 : font.letterSpacing(); // 0: none was set
        face.setLetterSpacing(QFont::PercentageSpacing, percentage * stretch);
        range.format.setFont(face);
        if (span.mark == Mark::Missing) // in a sentence weight and slant say enough of the others
            range.format.setBackground(fillOf(span.mark));
        formats += range;
    }
    return formats;
}

bool isBlank(QChar letter) {
    return letter == u' ' || letter == QChar::LineSeparator;
}

bool isPartOfNumber(QChar letter) {
    return (letter >= u'0' && letter <= u'9') || letter == u'.' || letter == u',';
}

} // namespace

TextBox::TextBox(std::vector<Span> spans, const QFont& font, const TextShape& shape, QPaintDevice& device)
    : m_spans(std::move(spans)), m_font(font), m_shape(shape) {
    for (Span& span : m_spans) {
        span.text.replace(u'\n', QChar::LineSeparator);
        m_text += span.text;
    }
    breakLines(device);
}

TextBox::TextBox(const QString& text, const QFont& font, const TextShape& shape, QPaintDevice& device)
    : TextBox(std::vector<Span>{{.text = text}}, font, shape, device) {}

void TextBox::breakLines(QPaintDevice& device) {
    qsizetype start = 0;
    do {
        const double indent = start == 0 ? m_shape.indent : 0;
        qsizetype next = start;
        Line line = lineFrom(start, indent, device, next);
        const bool isLast = next >= m_text.size() || m_text[next - 1] == QChar::LineSeparator;
        align(line, indent, isLast);
        m_lines.push_back(line);
        start = next;
    } while (start < m_text.size());
}

TextBox::Line TextBox::lineFrom(qsizetype start, double indent, QPaintDevice& device, qsizetype& next) const {
    const qsizetype sliceLength = std::min(kLongestLine, m_text.size() - start);
    QTextLayout layout(m_text.sliced(start, sliceLength), m_font, &device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats(formatsOf(m_spans, m_font, start, sliceLength, 1));
    layout.beginLayout();
    QTextLine laid = layout.createLine();
    laid.setLineWidth(m_shape.width - indent);
    layout.endLayout();
    next = endKeepingUnits(start, start + std::max(laid.textLength(), sliceLength > 0 ? 1 : 0));
    qsizetype length = next - start;
    while (length > 0 && isBlank(m_text[start + length - 1]))
        --length;
    const double height = m_shape.line > 0 ? m_shape.line : laid.height();
    return {.start = start,
            .length = length,
            .height = height,
            .top = (height - laid.height()) / 2,
            .width = std::abs(laid.cursorToX(static_cast<int>(length)) - laid.x())};
}

// Where a line would end between a number and its unit, it ends before the number.
qsizetype TextBox::endKeepingUnits(qsizetype start, qsizetype end) const {
    static const QString kUnits = u"年月日所名人个项元万亿台册间套班件份条米公平岁分%％‰"_s;
    if (end >= m_text.size() || !isPartOfNumber(m_text[end - 1]) || !kUnits.contains(m_text[end]))
        return end;
    qsizetype number = end;
    while (number > start && isPartOfNumber(m_text[number - 1]))
        --number;
    return number > start && end - number <= kLongestNumber ? number : end;
}

void TextBox::align(Line& line, double indent, bool isLast) const {
    const double room = m_shape.width - indent;
    const double left = room - line.width;
    line.left = indent;
    if (m_shape.align == Align::Centre)
        line.left += left / 2;
    else if (m_shape.align == Align::Right)
        line.left += left;
    else if (m_shape.justified && !isLast && left > 0 && left < kWidestGap * room) {
        // What the last letter gets is blank.
        const double letter = line.width / static_cast<double>(line.length);
        line.stretch = (room - letter) / (line.width - letter);
        line.width = room;
    }
}

double TextBox::height() const {
    double height = 0;
    for (const Line& line : m_lines)
        height += line.height;
    return height;
}

double TextBox::naturalWidth() const {
    return std::ranges::max_element(m_lines, {}, &Line::width)->width;
}

double TextBox::unbreakableWidth(QPaintDevice& device) const {
    QTextLayout layout(m_text, m_font, &device);
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    double width = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(1);
        width = std::max(width, line.naturalTextWidth());
    }
    layout.endLayout();
    return width;
}

void TextBox::paint(QPainter& painter, QPointF place, int first, int end) const {
    for (int i = first; i < end; ++i) {
        const Line& line = m_lines[static_cast<std::size_t>(i)];
        QTextLayout layout(m_text.sliced(line.start, line.length), m_font, painter.device());
        layout.setFormats(formatsOf(m_spans, m_font, line.start, line.length, line.stretch));
        layout.beginLayout();
        QTextLine laid = layout.createLine();
        laid.setLineWidth(kEndless);
        layout.endLayout();
        laid.draw(&painter, place + QPointF(line.left, line.top));
        place.ry() += line.height;
    }
}

} // namespace junheng::document

#include "report_text.h"

namespace junheng::report_test {

using namespace Qt::Literals::StringLiterals;
using namespace document;

namespace {

QString markOf(Mark mark) {
    return mark == Mark::None ? QString() : u" !%1"_s.arg(static_cast<int>(mark));
}

class Writer {
public:
    QString lines;

    void operator()(const Heading& heading) {
        add(u"heading %1%2: %3"_s.arg(heading.level).arg(heading.onNewPage ? u" new page"_s : QString(), heading.text));
    }

    void operator()(const Paragraph& paragraph) {
        add(u"paragraph %1"_s.arg(static_cast<int>(paragraph.kind)));
        for (const Span& span : paragraph.spans)
            add(u"  "_s + span.text + (span.figure.isEmpty() ? QString() : u" <%1>"_s.arg(span.figure)) +
                markOf(span.mark));
    }

    void operator()(const Plot& plot) {
        add(u"plot %1 mm: %2"_s.arg(plot.heightMillimetres)
                .arg(std::visit([](const auto& figure) { return figure.title; }, plot.figure)));
    }

    void operator()(const Table& table) {
        add(u"table %1: %2%3"_s.arg(table.name, table.title, table.onOwnPages ? u""_s : u" (in the text)"_s));
        add(u"  caption %1 | %2 | %3"_s.arg(table.caption.left, table.caption.centre, table.caption.right));
        QStringList widths;
        for (const double width : table.columnWidths)
            widths << QString::number(width);
        add(u"  widths "_s + widths.join(u' '));
        addRows(u"head"_s, table.head);
        addRows(u"body"_s, table.body);
        for (const QString& note : table.notes)
            add(u"  note "_s + note);
        if (!table.signature.isEmpty())
            add(u"  signature "_s + table.signature);
    }

private:
    void addRows(const QString& name, const std::vector<Row>& rows) {
        for (const Row& row : rows) {
            QStringList cells;
            for (const Cell& cell : row.cells)
                cells << textOfCell(cell);
            add(u"  %1 %2"_s.arg(name, cells.join(u" | "_s)));
        }
    }

    static QString textOfCell(const Cell& cell) {
        QString text = u"%1:%2%3"_s.arg(cell.column).arg(cell.text, cell.suffix);
        if (cell.number)
            text += u" #%1"_s.arg(cell.number->decimals);
        if (cell.rows > 1 || cell.columns > 1)
            text += u" %1x%2"_s.arg(cell.rows).arg(cell.columns);
        return text + markOf(cell.mark);
    }

    void add(QString line) { lines += line.replace(u'\n', u"\\n"_s) + u'\n'; }
};

} // namespace

QString textOf(const Report& report) {
    Writer writer;
    writer.lines = u"report %1, %2, %3\n"_s.arg(report.title, report.author, report.date.toString(Qt::ISODate));
    for (const Block& block : report.blocks)
        std::visit(writer, block);
    return writer.lines;
}

} // namespace junheng::report_test

#include "ui/widgets/clipboard_table.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>
#include <optional>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool endsCell(QChar character) {
    return character == u'\t' || character == u'\n' || character == u'\r';
}

class Reader {
public:
    explicit Reader(QStringView text) : m_text(text) {}

    std::vector<QStringList> rows() {
        std::vector<QStringList> rows;
        while (m_at < m_text.size())
            rows.push_back(row());
        return rows;
    }

private:
    QStringList row() {
        QStringList cells;
        for (;;) {
            cells << cell();
            if (m_at == m_text.size())
                return cells;
            const QChar end = m_text[m_at++];
            if (end == u'\t')
                continue;
            if (end == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
                ++m_at;
            return cells;
        }
    }

    QString cell() {
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            if (const auto quoted = quotedCell())
                return *quoted;
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !endsCell(m_text[m_at]))
            ++m_at;
        return m_text.sliced(begin, m_at - begin).toString();
    }

    // Nothing when what begins with a quote is not a quoted cell as a whole.
    std::optional<QString> quotedCell() {
        QString result;
        for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
            const QChar character = m_text[at];
            const bool last = at + 1 == m_text.size();
            if (character != u'"') {
                const bool halfOfCrLf = character == u'\r' && !last && m_text[at + 1] == u'\n';
                if (!halfOfCrLf)
                    result += character == u'\r' ? QChar(u'\n') : character;
                continue;
            }
            if (!last && m_text[at + 1] == u'"') {
                result += u'"';
                ++at;
                continue;
            }
            if (!last && !endsCell(m_text[at + 1]))
                return std::nullopt;
            m_at = at + 1;
            return result;
        }
        return std::nullopt;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

QString quotedIfNeeded(const QString& text) {
    if (!text.startsWith(u'"') && std::ranges::none_of(text, endsCell))
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QString plainText(const std::vector<std::vector<ClipboardCell>>& rows) {
    QString text;
    for (const auto& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (column > 0)
                text += u'\t';
            text += quotedIfNeeded(row[column].text);
        }
        text += u'\n';
    }
    const bool single = rows.size() == 1 && rows.front().size() == 1;
    if (single && text.size() > 1)
        text.chop(1);
    return text;
}

// The text format, as Excel and WPS and as LibreOffice write it.
const QString kTextCell = u"<td style=\"mso-number-format:'\\@'\" sdnum=\"2052;0;@\">"_s;

QString html(const std::vector<std::vector<ClipboardCell>>& rows) {
    QString text = u"<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>"
                   "</head><body><table>"_s;
    for (const auto& row : rows) {
        text += u"<tr>"_s;
        for (const ClipboardCell& cell : row) {
            text += cell.isText ? kTextCell : u"<td>"_s;
            text += cell.text.toHtmlEscaped().replace(u'\n', u"<br/>"_s);
            text += u"</td>"_s;
        }
        text += u"</tr>"_s;
    }
    return text + u"</table></body></html>"_s;
}

// A spreadsheet takes text that begins with a letter for what it is, and may make a formula, a number or a date of
// anything else: = + - @, a tab, their full-width forms.
bool isReadOtherwise(const ClipboardCell& cell) {
    return cell.isText && !cell.text.isEmpty() && !cell.text.front().isLetter() && !cell.text.front().isHighSurrogate();
}

bool isNumber(QString text) {
    bool ok = false;
    text.remove(u',').toDouble(&ok);
    return ok;
}

class CellCopy : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::KeyPress || !static_cast<const QKeyEvent&>(*event).matches(QKeySequence::Copy))
            return false;
        const auto* view = qobject_cast<const QAbstractItemView*>(watched);
        if (view == nullptr || view->selectionMode() != QAbstractItemView::SingleSelection ||
            !view->currentIndex().isValid())
            return false;
        const QString text = view->currentIndex().data().toString();
        QApplication::clipboard()->setMimeData(
            makeClipboardTable({{{.text = text, .isText = !isNumber(text)}}}).release());
        return true;
    }
};

} // namespace

std::vector<QStringList> parseClipboardTable(const QString& text) {
    return Reader(text).rows();
}

std::unique_ptr<QMimeData> makeClipboardTable(const std::vector<std::vector<ClipboardCell>>& rows) {
    auto data = std::make_unique<QMimeData>();
    data->setText(plainText(rows));
    const bool single = rows.size() == 1 && rows.front().size() == 1;
    if (!single || isReadOtherwise(rows.front().front()))
        data->setHtml(html(rows));
    return data;
}

void copyCellsAsText(QApplication& application) {
    application.installEventFilter(new CellCopy(&application));
}

} // namespace junheng::ui

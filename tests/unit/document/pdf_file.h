// A report as a PDF file, read by poppler's programs.
#pragma once

#include "document/render/pdf_renderer.h"

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <vector>

namespace junheng::document_test {

/// A run of letters without blanks; points from the upper left corner of its page.
struct Word {
    int page = 0; ///< from 1
    QRectF box;
    QString text;
};

inline void paintNothing(QPainter& /*painter*/, const QRectF& /*target*/, qreal /*unit*/,
                         const document::Figure& /*figure*/, const QFont& /*font*/) {}

class PdfFile {
public:
    explicit PdfFile(const document::Report& report, const document::FigurePainter& figures = paintNothing) {
        expectWritten(document::renderPdf(report, figures, path()));
    }
    explicit PdfFile(const std::function<base::Outcome(const QString& path)>& write) { expectWritten(write(path())); }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("文件.pdf")); }
    [[nodiscard]] QByteArray bytes() const {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The text in the order in which it was painted, without any blanks.
    [[nodiscard]] QString text() const {
        static const QRegularExpression blanks(QStringLiteral("\\s"), QRegularExpression::UseUnicodePropertiesOption);
        return read(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path(), QStringLiteral("-")}).remove(blanks);
    }
    [[nodiscard]] QString fonts() const { return read(QStringLiteral("pdffonts"), {path()}); }
    [[nodiscard]] QString info() const { return read(QStringLiteral("pdfinfo"), {path()}); }
    [[nodiscard]] std::vector<QSizeF> pages() {
        readBoxes();
        return m_pages;
    }
    [[nodiscard]] std::vector<Word> words() {
        readBoxes();
        return m_words;
    }
    /// The words of a page that stand at one height belong to a line; from top to bottom.
    [[nodiscard]] QStringList lines(int page) {
        std::map<int, QString> lines;
        for (const Word& word : words()) {
            if (word.page == page)
                lines[qRound(word.box.center().y())] += word.text;
        }
        QStringList result;
        for (const auto& [y, text] : lines)
            result += text;
        return result;
    }

private:
    static void expectWritten(const base::Outcome& written) {
        EXPECT_TRUE(written) << (written ? "" : written.error().toString().toStdString());
    }
    static QString read(const QString& program, const QStringList& arguments) {
        QProcess reader;
        reader.start(program, arguments);
        EXPECT_TRUE(reader.waitForFinished());
        return QString::fromUtf8(reader.readAllStandardOutput());
    }
    void readBoxes() {
        if (!m_pages.empty())
            return;
        static const QRegularExpression line(QStringLiteral(
            "<page width=\"([\\d.]+)\" height=\"([\\d.]+)\">|<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" "
            "yMax=\"(.*?)\">(.*?)</word>"));
        const QString text = read(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path(), QStringLiteral("-")});
        for (const auto& found : line.globalMatch(text)) {
            const auto number = [&](int group) { return found.captured(group).toDouble(); };
            if (!found.captured(1).isEmpty())
                m_pages.emplace_back(number(1), number(2));
            else
                m_words.push_back({.page = static_cast<int>(m_pages.size()),
                                   .box = QRectF(QPointF(number(3), number(4)), QPointF(number(5), number(6))),
                                   .text = found.captured(7)});
        }
    }

    QTemporaryDir m_folder;
    std::vector<QSizeF> m_pages;
    std::vector<Word> m_words;
};

} // namespace junheng::document_test

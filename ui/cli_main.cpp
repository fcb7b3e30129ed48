// junheng-cli: the headless program. Ctrl-C asks the work to stop, a second one ends the process.

#include "base/system/stop_signal.h"
#include "cli/cli.h"
#include "ui/figures/paint_figure.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>

namespace {

constexpr int kStopped = 5;

// Qt's own notes are English and not for the user, whom errors are told as values; only what ends the process is said.
void keepQuiet(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text) {
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

// Figures are painted with Widgets, which need no display but take their time to begin.
std::unique_ptr<QCoreApplication> applicationFor(int& argc, char** argv) {
    constexpr std::array<std::string_view, 4> kPainting{"--pdf", "--docx", "--package", "--dossiers"};
    for (const std::string_view word : std::span(argv, static_cast<std::size_t>(argc))) {
        if (std::ranges::any_of(kPainting, [&](std::string_view option) { return word.starts_with(option); })) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            return std::make_unique<QApplication>(argc, argv);
        }
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    // What is written must not depend on the language of the machine: it decides on decimal points of figures and on
    // how a font shapes its letters.
    qputenv("LC_ALL", "C.UTF-8");
    qInstallMessageHandler(keepQuiet);
    const std::stop_source source;
    junheng::base::system::stopOnInterrupt(source, kStopped);
    const auto application = applicationFor(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return junheng::cli::runCli(QCoreApplication::arguments().mid(1), out, err, source.get_token(),
                                junheng::ui::paintFigure);
}

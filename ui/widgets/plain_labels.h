// A name is never rich text.
#pragma once

class QApplication;
class QFont;
class QString;

namespace junheng::ui {

/// Names of counties, schools, files and standards come from files that anybody may have written, and Qt takes what
/// looks like a tag for rich text, opening the file that an <img> in it names. From now on every label, tool tip and
/// message box shows its text as it stands. Only a label that is set to Qt::RichText is rich; whoever gives it its text
/// escapes the names in it. Once, after the application is made.
void showTextPlain(QApplication& application);

/// A long sentence over several lines, for tool tips, which break no plain text.
[[nodiscard]] QString brokenIntoLines(const QString& sentence, const QFont& font);

} // namespace junheng::ui

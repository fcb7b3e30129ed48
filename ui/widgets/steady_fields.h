// Fields that keep what they hold until somebody means to change it.
#pragma once

class QApplication;
class QComboBox;

namespace junheng::ui {

/// The wheel changes no list box, number or date, and moves the focus nowhere: it scrolls what it is over. In a list
/// that is open it scrolls the list, which chooses nothing. Once, after the application is made.
void keepFieldsSteady(QApplication& application);

/// For a box whose value is data, or decides which data are shown: while its list is closed, arrows, Home, End, page
/// keys and letters change nothing. Space, F4 and Alt+Down open the list.
void chooseOnlyFromList(QComboBox& box);

} // namespace junheng::ui

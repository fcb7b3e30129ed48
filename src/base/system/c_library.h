// What libraries in C take from the process, held right while they work.
#pragma once

#include <memory>

namespace junheng::base::system {

/// While it lives, C functions of this thread print and read numbers with a decimal point, in whatever locale.
class PlainNumbers {
public:
    PlainNumbers();
    ~PlainNumbers();
    PlainNumbers(const PlainNumbers&) = delete;
    PlainNumbers& operator=(const PlainNumbers&) = delete;

private:
    struct Locales;
    std::unique_ptr<Locales> m_locales;
};

/// While it lives, what is written to the standard error of the process goes nowhere.
class QuietErrors {
public:
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

private:
    int m_terminal; ///< a copy of it; negative where there was none
};

} // namespace junheng::base::system

#include "base/system/c_library.h"

#include <fcntl.h>
#include <locale.h> // NOLINT(modernize-deprecated-headers): uselocale() is of POSIX
#include <unistd.h>

namespace junheng::base::system {

struct PlainNumbers::Locales {
    locale_t plain;
    locale_t before;
};

PlainNumbers::PlainNumbers() {
    const locale_t plain = newlocale(LC_NUMERIC_MASK, "C", nullptr);
    m_locales = std::make_unique<Locales>(Locales{.plain = plain, .before = uselocale(plain)});
}

PlainNumbers::~PlainNumbers() {
    uselocale(m_locales->before);
    freelocale(m_locales->plain);
}

QuietErrors::QuietErrors() : m_terminal(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)) {
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (m_terminal >= 0 && nothing >= 0)
        ::dup2(nothing, STDERR_FILENO);
    if (nothing >= 0)
        ::close(nothing);
}

QuietErrors::~QuietErrors() {
    if (m_terminal < 0)
        return;
    ::dup2(m_terminal, STDERR_FILENO);
    ::close(m_terminal);
}

} // namespace junheng::base::system

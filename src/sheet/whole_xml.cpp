#include "sheet/whole_xml.h"

#include "sheet/cell_text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace junheng::sheet {

namespace {

constexpr std::string_view kBlank = " \t\r\n";

// What stands between < and >.
bool isWholeTag(std::string_view tag) {
    return !tag.empty() && tag.find('<') == std::string_view::npos && std::ranges::count(tag, '"') % 2 == 0;
}

} // namespace

bool isWholeXml(std::string_view xml) {
    if (xml.find('\0') != std::string_view::npos)
        return false;
    std::vector<std::string_view> open;
    bool rooted = false;
    std::size_t rest = 0; // behind the last tag
    for (std::size_t begin = xml.find('<'); begin != std::string_view::npos; begin = xml.find('<', rest)) {
        const std::size_t end = xml.find('>', begin);
        if (end == std::string_view::npos || (open.empty() && !isBlank(xml.substr(rest, begin - rest))))
            return false;
        rest = end + 1;
        const std::string_view tag = xml.substr(begin + 1, end - begin - 1);
        if (!isWholeTag(tag))
            return false;
        if (tag.front() == '?')
            continue;
        if (tag.front() == '/') {
            if (open.empty() || open.back() != tag.substr(1))
                return false;
            open.pop_back();
            continue;
        }
        if (open.empty() && std::exchange(rooted, true))
            return false;
        if (tag.back() != '/')
            open.push_back(tag.substr(0, tag.find_first_of(kBlank)));
    }
    return rooted && open.empty() && isBlank(xml.substr(rest));
}

} // namespace junheng::sheet

#include "sheet/xml_parser.h"

#include <expat.h>

namespace junheng::sheet {

namespace {

constexpr int kMaxDepth = 200;
constexpr int kLongestToken = 1 << 20; // a tag with its attributes, a comment

std::string_view localName(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (localName(pair[0]) == name)
            return pair[1];
    }
    return std::nullopt;
}

struct XmlParser::Callbacks {
    static XmlParser& self(void* user) { return *static_cast<XmlParser*>(user); }

    static void stopAfterFailure(XmlParser& parser) {
        if (parser.m_handler.error())
            XML_StopParser(parser.m_parser.get(), XML_FALSE);
    }
    static void refuse(XmlParser& parser, const char* reason) {
        parser.m_refused = reason;
        XML_StopParser(parser.m_parser.get(), XML_FALSE);
    }
    // Expat may still deliver an end or text after it was stopped.
    static void start(void* user, const XML_Char* name, const XML_Char** attributes) {
        XmlParser& parser = self(user);
        if (parser.m_handler.error())
            return;
        if (++parser.m_depth > kMaxDepth)
            return refuse(parser, "elements nested too deeply");
        parser.m_handler.startElement(localName(name), XmlAttributes(attributes));
        stopAfterFailure(parser);
    }
    static void end(void* user, const XML_Char* name) {
        XmlParser& parser = self(user);
        if (parser.m_handler.error())
            return;
        --parser.m_depth;
        parser.m_handler.endElement(localName(name));
        stopAfterFailure(parser);
    }
    static void text(void* user, const XML_Char* text, int size) {
        XmlParser& parser = self(user);
        if (parser.m_handler.error())
            return;
        parser.m_handler.characters({text, static_cast<std::size_t>(size)});
        stopAfterFailure(parser);
    }
    static void doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        refuse(self(user), "DOCTYPE declaration");
    }
};

void XmlParser::Deleter::operator()(XML_ParserStruct* parser) const {
    XML_ParserFree(parser);
}

XmlParser::XmlParser(XmlHandler& handler) : m_handler(handler), m_parser(XML_ParserCreate(nullptr)) {
    if (!m_parser)
        return;
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), &Callbacks::start, &Callbacks::end);
    XML_SetCharacterDataHandler(m_parser.get(), &Callbacks::text);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), &Callbacks::doctype);
}

XmlParser::~XmlParser() = default;

char* XmlParser::buffer(int size) {
    return m_parser ? static_cast<char*>(XML_GetBuffer(m_parser.get(), size)) : nullptr;
}

bool XmlParser::parse(int size, bool last) {
    if (XML_ParseBuffer(m_parser.get(), size, last ? XML_TRUE : XML_FALSE) != XML_STATUS_OK)
        return false;
    m_fed += size;
    if (last || pending() <= kLongestToken)
        return true;
    m_refused = "a tag or comment of more than 1 MiB";
    return false;
}

int XmlParser::pending() const {
    return m_fed == 0 ? 0 : static_cast<int>(m_fed - XML_GetCurrentByteIndex(m_parser.get()));
}

QString XmlParser::errorText() const {
    if (!m_parser)
        return QStringLiteral("out of memory");
    const char* reason = m_refused != nullptr ? m_refused : XML_ErrorString(XML_GetErrorCode(m_parser.get()));
    return QStringLiteral("%1 at line %2, column %3")
        .arg(QLatin1StringView(reason))
        .arg(XML_GetCurrentLineNumber(m_parser.get()))
        .arg(XML_GetCurrentColumnNumber(m_parser.get()));
}

} // namespace junheng::sheet

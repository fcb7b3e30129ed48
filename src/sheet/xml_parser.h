// XML as a stream of elements, known by their local names.
#pragma once

#include "base/error.h"

#include <QString>
#include <QtGlobal>

#include <memory>
#include <optional>
#include <string_view>

struct XML_ParserStruct;

namespace junheng::sheet {

/// The attributes of one element; valid while the element is handled.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}
    [[nodiscard]] std::optional<std::string_view> find(std::string_view localName) const;

private:
    const char** m_pairs;
};

/// Receives the elements of one part. Names come without their prefix, because writers choose it freely.
class XmlHandler {
public:
    XmlHandler() = default;
    virtual ~XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;

    virtual void startElement(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    virtual void characters(std::string_view) {}

    /// Set by fail(); parsing stops at the element that failed.
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

protected:
    void fail(base::Error error) {
        if (!m_error)
            m_error = std::move(error);
    }

private:
    std::optional<base::Error> m_error;
};

/// Feeds one document to a handler piece by piece. A DOCTYPE is refused, because workbooks have none and entities can
/// expand without end; so are elements within elements beyond all need, each of which takes memory, and a tag or a
/// comment that does not end, as it would be read again with every piece.
class XmlParser {
public:
    explicit XmlParser(XmlHandler& handler);
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;

    /// Bytes of a tag or comment whose end has not come yet. They are read again with the next piece, which had better
    /// be as long.
    [[nodiscard]] int pending() const;
    /// Room for the next piece, or null without memory.
    char* buffer(int size);
    /// Parses `size` bytes of buffer(). False when the document or the handler failed.
    [[nodiscard]] bool parse(int size, bool last);
    /// Why the document failed, in English with line and column.
    [[nodiscard]] QString errorText() const;

private:
    struct Callbacks;
    struct Deleter {
        void operator()(XML_ParserStruct* parser) const;
    };

    XmlHandler& m_handler;
    int m_depth = 0;
    qint64 m_fed = 0;                // bytes
    const char* m_refused = nullptr; // why this parser stopped, if it did
    std::unique_ptr<XML_ParserStruct, Deleter> m_parser;
};

} // namespace junheng::sheet

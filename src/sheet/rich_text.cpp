#include "sheet/rich_text.h"

#include "sheet/cell_text.h"

#include <utility>

namespace junheng::sheet {

namespace {

constexpr std::size_t kMaxTextBytes = 1 << 18; // a cell holds 32,767 characters

// <strike/> is on, <strike val="0"/> off.
bool isOn(const XmlAttributes& attributes) {
    const auto value = attributes.find("val").value_or("1");
    return value != "0" && value != "false" && value != "off";
}

} // namespace

void RichText::clear() {
    m_text.clear();
    m_kept.clear();
    m_state = {};
}

void RichText::startElement(std::string_view name, const XmlAttributes& attributes) {
    if (name == "t") {
        m_state.capture = !m_state.phonetic;
    } else if (name == "rPh") {
        m_state.phonetic = true;
    } else if (name == "r") {
        m_state.ownFont = m_state.struck = m_state.raised = false;
    } else if (name == "rPr") {
        m_state.ownFont = true;
    } else if (name == "strike" || name == "dstrike") {
        m_state.struck = m_state.struck || isOn(attributes);
    } else if (name == "vertAlign") {
        const auto value = attributes.find("val");
        m_state.raised = value == "superscript" || value == "subscript";
    }
}

void RichText::endElement(std::string_view name) {
    if (name == "t")
        m_state.capture = false;
    else if (name == "rPh")
        m_state.phonetic = false;
    else if (name == "r")
        m_state.ownFont = m_state.struck = m_state.raised = false;
}

void RichText::characters(std::string_view text) {
    if (!m_state.capture || m_state.tooLong)
        return;
    if (m_text.size() + text.size() > kMaxTextBytes) {
        m_state.tooLong = true;
        return;
    }
    if (m_state.struck && !m_state.anyStruck)
        m_kept = m_text;
    if (!isBlank(text)) {
        m_state.anyStruck = m_state.anyStruck || m_state.struck;
        (m_state.raised ? m_state.anyRaised : m_state.anyLevel) = true;
        (m_state.ownFont ? m_state.anyOwnFont : m_state.anyPlain) = true;
    }
    m_text += text;
    if (m_state.anyStruck && !m_state.struck)
        m_kept += text;
}

StoredText RichText::take() const {
    StoredText stored{.raised = m_state.anyRaised && m_state.anyLevel,
                      .looksLikeCell = m_state.anyPlain || !m_state.anyOwnFont,
                      .tooLong = m_state.tooLong};
    stored.text = decodeText(m_text);
    if (!m_state.anyStruck)
        return stored;
    if (isBlank(m_kept)) {
        stored.struckOut = StruckOut::Wholly;
        return stored;
    }
    stored.struckOut = StruckOut::Partly;
    stored.shown = std::exchange(stored.text, decodeText(m_kept));
    return stored;
}

} // namespace junheng::sheet

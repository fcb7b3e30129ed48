// Text put together from its runs, each of which may look otherwise.
#pragma once

#include "sheet/workbook.h"
#include "sheet/xml_parser.h"

#include <QString>

#include <string>
#include <string_view>

namespace junheng::sheet {

/// A text as it is stored, before the style of its cell is known.
struct StoredText {
    QString text = {};  ///< without what is struck out, unless all of it is
    QString shown = {}; ///< with it; empty where that is the same
    StruckOut struckOut = StruckOut::No;
    bool raised = false;
    bool looksLikeCell = true; ///< whether a part of it has the font of its cell
    bool tooLong = false;      ///< more than a cell can hold; the rest is left away
};

/// Follows the elements inside <si> or <is>, and <v> by capture().
class RichText {
public:
    void clear();
    void startElement(std::string_view name, const XmlAttributes& attributes);
    void endElement(std::string_view name);
    void characters(std::string_view text);

    /// Characters from now on belong to the text, or no longer.
    void capture(bool on) { m_state.capture = on; }
    /// The characters so far, for what is no text.
    [[nodiscard]] std::string_view raw() const { return m_text; }
    [[nodiscard]] bool isTooLong() const { return m_state.tooLong; }
    [[nodiscard]] StoredText take() const;

private:
    struct State {
        bool capture = false;
        bool phonetic = false; ///< a reading aid, not part of the text
        bool ownFont = false;  ///< of the run at hand
        bool struck = false;
        bool raised = false;
        bool anyStruck = false;
        bool anyRaised = false;
        bool anyPlain = false; ///< a run with the font of its cell
        bool anyOwnFont = false;
        bool anyLevel = false; ///< a run that is neither raised nor lowered
        bool tooLong = false;
    };

    std::string m_text; ///< all runs
    std::string m_kept; ///< those that are not struck out; only when there are others
    State m_state;
};

} // namespace junheng::sheet

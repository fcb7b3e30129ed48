#include "sheet/writer_input.h"

#include "sheet/writer_book.h"
#include "sheet/writer_text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace junheng::sheet {

namespace {

constexpr int kNoteWidth = 300;         // pixels
constexpr int kNoteMargin = 14;         // pixels, both sides
constexpr int kNoteLineHeight = 17;     // pixels, of 9 point text
constexpr double kWideCharacter = 12.5; // pixels, of 9 point text

int noteHeight(const QString& text) {
    int lines = 0;
    for (const QString& paragraph : text.split(QChar(u'\n'))) {
        double width = 0;
        for (QChar c : paragraph)
            width += c.unicode() < 0x100 ? kWideCharacter / 2 : kWideCharacter;
        lines += std::max(1, static_cast<int>(std::ceil(width / (kNoteWidth - kNoteMargin))));
    }
    return lines * kNoteLineHeight + kNoteMargin;
}

std::uint8_t alertOf(Alert alert) {
    switch (alert) {
    case Alert::Warning:
        return LXW_VALIDATION_ERROR_TYPE_WARNING;
    case Alert::Information:
        return LXW_VALIDATION_ERROR_TYPE_INFORMATION;
    case Alert::Stop:
        break;
    }
    return LXW_VALIDATION_ERROR_TYPE_STOP;
}

// The library takes texts as pointers to characters that it copies.
char* pointerTo(std::string& text) {
    return text.empty() ? nullptr : text.data();
}

} // namespace

lxw_error writeValidation(lxw_worksheet* sheet, const CellRange& range, const Validation& validation) {
    std::string errorTitle = xmlText(validation.errorTitle);
    std::string errorText = xmlText(validation.errorText);
    std::string promptTitle = xmlText(validation.promptTitle);
    std::string prompt = xmlText(validation.prompt);
    std::string formula = xmlText(validation.choicesFrom.isEmpty() ? validation.condition : validation.choicesFrom);
    std::vector<std::string> choices;
    for (const QString& choice : validation.choices)
        choices.push_back(xmlText(choice));
    std::vector<char*> pointers;
    for (std::string& choice : choices)
        pointers.push_back(choice.data());
    pointers.push_back(nullptr);

    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_ANY;
    if (!validation.choices.isEmpty()) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = pointers.data();
    } else if (!formula.empty()) {
        rule.validate = static_cast<std::uint8_t>(validation.choicesFrom.isEmpty() ? LXW_VALIDATION_TYPE_CUSTOM_FORMULA
                                                                                   : LXW_VALIDATION_TYPE_LIST_FORMULA);
        rule.value_formula = formula.data();
    }
    rule.error_type = alertOf(validation.alert);
    rule.error_title = pointerTo(errorTitle);
    rule.error_message = pointerTo(errorText);
    rule.input_title = pointerTo(promptTitle);
    rule.input_message = pointerTo(prompt);
    return worksheet_data_validation_range(sheet, rowOf(range.top), columnOf(range.left), rowOf(range.bottom),
                                           columnOf(range.right), &rule);
}

lxw_error writeNote(lxw_worksheet* sheet, int row, int column, const QString& text) {
    std::string font = QStringLiteral("宋体").toStdString();
    lxw_comment_options look{};
    look.width = kNoteWidth;
    look.height = static_cast<std::uint16_t>(noteHeight(text));
    look.font_name = font.data();
    look.font_size = 9;
    return worksheet_write_comment_opt(sheet, rowOf(row), columnOf(column), xmlText(text).c_str(), &look);
}

} // namespace junheng::sheet

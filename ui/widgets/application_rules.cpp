#include "ui/widgets/application_rules.h"

#include "ui/widgets/clipboard_table.h"
#include "ui/widgets/plain_labels.h"
#include "ui/widgets/steady_fields.h"
#include "ui/widgets/undo_keys.h"

namespace junheng::ui {

void applyRules(QApplication& application) {
    shareUndoKeys(application);
    keepFieldsSteady(application);
    showTextPlain(application);
    copyCellsAsText(application);
}

} // namespace junheng::ui

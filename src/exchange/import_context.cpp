#include "exchange/import_context.h"

namespace junheng::exchange {

bool ImportContext::beginRow() {
    constexpr int kRowsBetweenReports = 256;
    if (rowsDone++ % kRowsBetweenReports == 0)
        job.report(rowsDone, rowsInAll);
    return !job.cancelled();
}

} // namespace junheng::exchange

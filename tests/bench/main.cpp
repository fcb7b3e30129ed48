// junheng-bench [NAME...]: the benchmarks of the engine, all or by name.
#include "bench.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    // One by name, or all.
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    const auto runs = [&](const char* name) { return wanted.isEmpty() || wanted.contains(QLatin1StringView(name)); };
    if (runs("assess"))
        junheng::bench::benchAssess();
    if (runs("import"))
        junheng::bench::benchImport();
    if (runs("report"))
        junheng::bench::benchReport();
}

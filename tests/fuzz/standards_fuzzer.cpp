// The JSON of a standard: whole, or as members of one that extends the national standard. What is accepted is compared
// with it and assesses a county.

#include "assess/assessment.h"
#include "fuzz_support.h"
#include "standard/difference.h"
#include "standard/library.h"

using namespace junheng;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::application();
    static const QByteArray base = standard::standardJson(standard::defaultStandardId());
    static const model::CountyYear year = [] {
        model::CountyYear made({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025);
        made.apply(fuzz::smallCounty());
        return made;
    }();
    QByteArray json = fuzz::bytesOf(data, size);
    if (fuzz::takeChoice(json, 2) == 1)
        json = R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},)" + json + "}";
    const auto rules = standard::parseStandard(json, QStringLiteral("own.json"));
    static_cast<void>(standard::differencesOf(base, json));
    if (rules && !rules->resource.empty())
        static_cast<void>(assess::assess(year, *rules));
    return 0;
}

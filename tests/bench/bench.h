// Ratios measured in one run: what we do against a plain piece of work of the same size.
#pragma once

#include "model/county_year.h"

#include <functional>

namespace junheng::bench {

/// Seconds of the fastest of as many calls as fill about `seconds`: what others do on the machine disturbs it least.
double fastestSeconds(const std::function<void()>& work, double seconds = 1.0);

/// Prints one line: what, ratio, aim, and the two times.
void printRatio(const char* what, double ours, double theirs, double aim);

/// A seeded county of `sections` sections, one campus a school, every tenth school 九年一贯制, nothing missing.
model::ChangeSet makeCounty(int sections);

/// A seeded county of `schools` schools of one section and one campus, nearly every cell filled, two rooms each.
model::ChangeSet makeFullCounty(int schools);

void benchAssess();
void benchImport();
void benchGrid();
void benchDossiers();
void benchReport();

} // namespace junheng::bench

"""Prints the fewest seconds that openpyxl takes to read every cell of a workbook."""

import sys
import time

import openpyxl


def read(path: str) -> int:
    book = openpyxl.load_workbook(path, read_only=False, data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


times = []
for _ in range(5):
    start = time.perf_counter()
    read(sys.argv[1])
    times.append(time.perf_counter() - start)
print(min(times))

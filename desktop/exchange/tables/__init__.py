"""Tables in and out: CSV as every program writes it, and workbooks.

`read_table` gives one table as text, cell by cell; `read_sheets` every sheet of a workbook with
its numbers and days as they are. What a cell means is for the feature that asked.
"""

from desktop.exchange.tables.guard import guarded, unguarded
from desktop.exchange.tables.reading import MOST_ROWS, Table, read_table
from desktop.exchange.tables.sheets import Sheet, SheetCell, read_sheets, words_of
from desktop.exchange.tables.workbook_writing import Heading, SheetOut, write_sheets, write_xlsx
from desktop.exchange.tables.writing import write_csv

__all__ = [
    "MOST_ROWS",
    "Heading",
    "Sheet",
    "SheetCell",
    "SheetOut",
    "Table",
    "guarded",
    "read_sheets",
    "read_table",
    "unguarded",
    "words_of",
    "write_csv",
    "write_sheets",
    "write_xlsx",
]

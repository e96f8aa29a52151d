"""Tables in and out: CSV as every program writes it, and workbooks.

A table is read as text, cell by cell; what a cell means is for the feature that asked.
"""

from desktop.exchange.tables.reading import MOST_ROWS, Table, read_table
from desktop.exchange.tables.writing import write_csv, write_xlsx

__all__ = ["MOST_ROWS", "Table", "read_table", "write_csv", "write_xlsx"]

"""Files of the agreements that come in and go out: workbooks, CSV, calendars."""

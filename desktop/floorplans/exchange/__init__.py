"""Files of floor plans, in and out: `reading.read_home` and `writing.write_home`. The libraries
that a format needs load when such a file comes."""

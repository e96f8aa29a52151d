"""The screen of one agreement, one page a file."""

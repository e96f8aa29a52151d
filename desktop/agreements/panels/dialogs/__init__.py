"""The dialogs of Beleid, one a file."""

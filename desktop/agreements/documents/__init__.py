"""The papers of Beleid. This list is read when the window opens, so the papers themselves, and
ReportLab with them, load when the first is made."""

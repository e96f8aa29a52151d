"""What papers there are, one file a subject. Nothing here loads ReportLab."""

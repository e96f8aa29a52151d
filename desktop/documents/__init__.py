"""Papers: fonts, styles, letterhead, letters, tables and charts that every feature prints with.

ReportLab loads when a paper is first made, not before: import these modules late.
"""

"""The pictures of a project on paper, as a description that `documents.charts_pdf` draws."""

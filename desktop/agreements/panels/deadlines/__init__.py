"""The days of a year by their article, requests for advice, and disputes."""

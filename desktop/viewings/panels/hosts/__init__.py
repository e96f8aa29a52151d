"""Gastheren: the residents who receive, what they can and what they did."""

"""Intake from a list: a spreadsheet of people whom the City is to receive becomes cases."""

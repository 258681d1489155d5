"""The pages of the health team."""

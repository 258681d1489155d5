"""How fast the product is, beside what the same result costs in SQL written by hand. Run by bin/bench."""

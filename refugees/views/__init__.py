"""How people come into the system, and are found in it: search, new case, case list, intake from a list."""

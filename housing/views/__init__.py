"""The screens of the housing pillar, by noun."""

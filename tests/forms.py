"""Days as a browser sends them with a form."""

from datetime import date


def on(name: str, day: date) -> dict[str, str]:
    """Another day than the near ones, in three boxes."""
    return {
        f"{name}_when": "another",
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


def no_day(name: str) -> dict[str, str]:
    """Three boxes left empty."""
    return {f"{name}_day": "", f"{name}_month": "", f"{name}_year": ""}

"""English pages in Denmark: day before month, week from Monday, 24 hours."""

DATE_FORMAT = "D j M Y"
SHORT_DATE_FORMAT = "d-m-Y"
MONTH_DAY_FORMAT = "D j M"
YEAR_MONTH_FORMAT = "F Y"
TIME_FORMAT = "H.i"
DATETIME_FORMAT = "D j M Y, H.i"
SHORT_DATETIME_FORMAT = "d-m-Y H.i"
FIRST_DAY_OF_WEEK = 1
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
DATE_INPUT_FORMATS = [
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%Y-%m-%d",
    "%d-%m-%y",
    "%d.%m.%y",
    "%d%m%Y",
    "%d %b %Y",
]
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H", "%H%M"]  # "14" is two o'clock, not four past one
DATETIME_INPUT_FORMATS = ["%d-%m-%Y %H.%M", "%d-%m-%Y %H:%M", "%Y-%m-%d %H:%M"]

"""Where Django's own Swedish formats differ from Språkrådet's writing rules (Svenska skrivregler, chapter 12)."""

DATETIME_FORMAT = "j F Y, \\k\\l. H.i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
THOUSAND_SEPARATOR = "\xa0"
DECIMAL_SEPARATOR = ","
NUMBER_GROUPING = 3

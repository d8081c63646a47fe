"""Events whose day everyone knows, by the words that English news names them by: data, no logic."""

HISTORY = {
    "apollo 11": (1969, 7, 20),
    "armistice": (1918, 11, 11),
    "assassination of john f kennedy": (1963, 11, 22),
    "auschwitz": (1945, 1, 27),
    "berlin wall": (1989, 11, 9),
    "bloody sunday": (1972, 1, 30),
    "bombing of dresden": (1945, 2, 13),
    "boxing day tsunami": (2004, 12, 26),
    "brexit referendum": (2016, 6, 23),
    "chernobyl": (1986, 4, 26),
    "d-day": (1944, 6, 6),
    "defeat of nazi germany": (1945, 5, 8),
    "fukushima": (2011, 3, 11),
    "full-scale invasion of ukraine": (2022, 2, 24),
    "good friday agreement": (1998, 4, 10),
    "great patriotic war": (1945, 5, 9),  # Moscow's name for it, and Moscow's day
    "grenfell": (2017, 6, 14),
    "hillsborough": (1989, 4, 15),
    "hiroshima": (1945, 8, 6),
    "hurricane katrina": (2005, 8, 29),
    "indian ocean tsunami": (2004, 12, 26),
    "invasion of ukraine": (2022, 2, 24),
    "lockerbie": (1988, 12, 21),
    "london bombings": (2005, 7, 7),
    "nagasaki": (1945, 8, 9),
    "normandy landings": (1944, 6, 6),
    "october 7": (2023, 10, 7),
    "pearl harbor": (1941, 12, 7),
    "rwandan genocide": (1994, 4, 7),
    "second world war": (1945, 5, 8),  # of its end, which is what is marked
    "september 11": (2001, 9, 11),
    "srebrenica": (1995, 7, 11),
    "tiananmen": (1989, 6, 4),
    "tulsa race massacre": (1921, 5, 31),
    "warsaw ghetto uprising": (1943, 4, 19),
    "warsaw uprising": (1944, 8, 1),
    "world trade center": (2001, 9, 11),
}
"""Year, month and day of each, so that the number of an anniversary tells the year."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
}  # fmt: skip
"""Anniversaries in words."""

EVENT_DAYS = {
    (1, 6): 2021, (6, 4): 1989, (6, 6): 1944, (7, 7): 2005, (7, 20): 1944, (7, 22): 2011, (9, 11): 2001, (10, 7): 2023, (11, 13): 2015,
    (11, 26): 2008, (12, 7): 1941,
}  # fmt: skip
"""Year of what happened on a month's day whose date is its name: "the September 11 attacks"."""

EVENT_NOUNS = """
    assault atrocities atrocity attack attackers attacks bombers bombing bombings commission conspirators crackdown hijackers hijackings
    insurrection landings massacre memorial pogrom plot plotters riot rioters riots shootings siege victims
    """.split()
"""What such a day is said of; "the July 20 match" is one of the page's own year."""

DARK_DAYS = {
    "black monday": (1987, 10, 19), "black thursday": (1929, 10, 24), "black tuesday": (1929, 10, 29), "black wednesday": (1992, 9, 16),
    "bloody sunday": (1972, 1, 30),
}  # fmt: skip
"""Weekdays whose names stand for what happened on them."""

EVENT_FIGURES = {"9/11": (2001, 9, 11)}
"""Days in figures that stand for nothing but what happened on them."""

"""Time zones by the words of English news: data, no logic."""

ZONES = {
    "aedt": "Australia/Sydney", "aest": "Australia/Sydney", "bst": "Europe/London", "cdt": "America/Chicago", "central": "America/Chicago",
    "central european": "Europe/Paris", "cest": "Europe/Paris", "cet": "Europe/Paris", "cst": "America/Chicago", "ct": "America/Chicago",
    "eastern": "America/New_York", "eat": "Africa/Nairobi", "edt": "America/New_York", "eest": "Europe/Athens", "eet": "Europe/Athens",
    "est": "America/New_York", "et": "America/New_York", "gmt": "UTC", "greenwich mean": "UTC", "hkt": "Asia/Hong_Kong",
    "jst": "Asia/Tokyo", "mdt": "America/Denver", "mountain": "America/Denver", "msk": "Europe/Moscow", "mst": "America/Denver",
    "pacific": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "sast": "Africa/Johannesburg", "us eastern": "America/New_York", "us pacific": "America/Los_Angeles", "utc": "UTC",
    "wat": "Africa/Lagos", "wib": "Asia/Jakarta",
}  # fmt: skip
"""Zone (IANA) by abbreviation or name, in lower case and without "time"; "IST" alone is nobody's."""

SHARED_ZONES = {
    "bst": {"BD": "Asia/Dhaka"},
    "cst": {"CN": "Asia/Shanghai", "TW": "Asia/Taipei", "CU": "America/Havana"},
    "est": {"AU": "Australia/Sydney"},
    "ist": {"IN": "Asia/Kolkata", "IE": "Europe/Dublin", "IL": "Asia/Jerusalem"},
}
"""Abbreviations of several zones, by the country (ISO 3166) of the page."""

PLACE_ZONES = {
    "abu dhabi": "Asia/Dubai", "abuja": "Africa/Lagos", "accra": "Africa/Accra", "addis ababa": "Africa/Addis_Ababa",
    "algiers": "Africa/Algiers", "amman": "Asia/Amman", "amsterdam": "Europe/Amsterdam", "ankara": "Europe/Istanbul",
    "athens": "Europe/Athens", "auckland": "Pacific/Auckland", "baghdad": "Asia/Baghdad", "baku": "Asia/Baku", "bangkok": "Asia/Bangkok",
    "beijing": "Asia/Shanghai", "beirut": "Asia/Beirut", "belgrade": "Europe/Belgrade", "berlin": "Europe/Berlin",
    "bogotá": "America/Bogota", "boston": "America/New_York", "british": "Europe/London", "brussels": "Europe/Brussels",
    "bucharest": "Europe/Bucharest", "budapest": "Europe/Budapest", "buenos aires": "America/Argentina/Buenos_Aires",
    "cairo": "Africa/Cairo", "canberra": "Australia/Sydney", "caracas": "America/Caracas", "chicago": "America/Chicago",
    "chinese": "Asia/Shanghai", "colombo": "Asia/Colombo", "copenhagen": "Europe/Copenhagen", "damascus": "Asia/Damascus",
    "delhi": "Asia/Kolkata", "dhaka": "Asia/Dhaka", "doha": "Asia/Qatar", "dubai": "Asia/Dubai", "dublin": "Europe/Dublin",
    "france": "Europe/Paris", "french": "Europe/Paris", "gaza": "Asia/Gaza", "geneva": "Europe/Zurich", "germany": "Europe/Berlin",
    "greek": "Europe/Athens", "hanoi": "Asia/Ho_Chi_Minh", "harare": "Africa/Harare", "havana": "America/Havana",
    "helsinki": "Europe/Helsinki", "hong kong": "Asia/Hong_Kong", "india": "Asia/Kolkata", "indian": "Asia/Kolkata",
    "irish": "Europe/Dublin", "islamabad": "Asia/Karachi", "israel": "Asia/Jerusalem", "istanbul": "Europe/Istanbul",
    "italian": "Europe/Rome", "jakarta": "Asia/Jakarta", "japan": "Asia/Tokyo", "jerusalem": "Asia/Jerusalem",
    "johannesburg": "Africa/Johannesburg", "kabul": "Asia/Kabul", "kampala": "Africa/Kampala", "karachi": "Asia/Karachi",
    "kathmandu": "Asia/Kathmandu", "khartoum": "Africa/Khartoum", "kiev": "Europe/Kyiv", "kyiv": "Europe/Kyiv", "lagos": "Africa/Lagos",
    "lima": "America/Lima", "lisbon": "Europe/Lisbon", "london": "Europe/London", "los angeles": "America/Los_Angeles",
    "madrid": "Europe/Madrid", "manila": "Asia/Manila", "melbourne": "Australia/Melbourne", "mexico city": "America/Mexico_City",
    "minsk": "Europe/Minsk", "mogadishu": "Africa/Mogadishu", "moscow": "Europe/Moscow", "mumbai": "Asia/Kolkata",
    "muscat": "Asia/Muscat", "nairobi": "Africa/Nairobi", "new delhi": "Asia/Kolkata", "new york": "America/New_York",
    "oslo": "Europe/Oslo", "ottawa": "America/Toronto", "paris": "Europe/Paris", "perth": "Australia/Perth", "prague": "Europe/Prague",
    "pretoria": "Africa/Johannesburg", "pyongyang": "Asia/Pyongyang", "reykjavik": "Atlantic/Reykjavik", "riga": "Europe/Riga",
    "riyadh": "Asia/Riyadh", "rome": "Europe/Rome", "sanaa": "Asia/Aden", "santiago": "America/Santiago", "seoul": "Asia/Seoul",
    "shanghai": "Asia/Shanghai", "singapore": "Asia/Singapore", "sofia": "Europe/Sofia", "stockholm": "Europe/Stockholm",
    "sydney": "Australia/Sydney", "taipei": "Asia/Taipei", "tallinn": "Europe/Tallinn", "tbilisi": "Asia/Tbilisi",
    "tehran": "Asia/Tehran", "tel aviv": "Asia/Jerusalem", "tokyo": "Asia/Tokyo", "toronto": "America/Toronto",
    "tripoli": "Africa/Tripoli", "tunis": "Africa/Tunis", "turkish": "Europe/Istanbul", "uk": "Europe/London", "ukraine": "Europe/Kyiv",
    "vienna": "Europe/Vienna", "vilnius": "Europe/Vilnius", "warsaw": "Europe/Warsaw", "washington": "America/New_York",
    "wellington": "Pacific/Auckland", "yerevan": "Asia/Yerevan", "zurich": "Europe/Zurich",
}  # fmt: skip
"""Zone of a city, or of a country that has only one, by the words before "time", in lower case."""

COUNTRY_NAMES = {
    "Australia": "AU", "Bangladesh": "BD", "Britain": "GB", "China": "CN", "Cuba": "CU", "England": "GB", "India": "IN", "Ireland": "IE",
    "Israel": "IL", "Taiwan": "TW", "U.S.": "US", "UK": "GB", "US": "US", "United Kingdom": "GB", "United States": "US",
}  # fmt: skip
"""Countries (ISO 3166) whose zones share a name with another's, by their names in the news."""

DAY_FIRST = frozenset(
    "AR AT AU BD BE BR CH CL CO CZ DE DK EG ES FI FR GB GH GR IE IL IN IT KE LK MX MY NG NL NO NZ PE PK PL PT RU SE SG TR UA VN ZA".split()
)
MONTH_FIRST = frozenset(("US",))
"""Countries whose papers write the day, or the month, first in figures; Canada and the Philippines do both."""

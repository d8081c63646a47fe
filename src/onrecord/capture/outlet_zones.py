"""The time zones in which news outlets write the times of their pages: data, no logic."""

DOMAIN_ZONES = {
    "abc.net.au": "Australia/Sydney", "aljazeera.com": "UTC",  # its clocks are GMT, though it sits in Doha
    "apnews.com": "America/New_York", "arabnews.com": "Asia/Riyadh", "bbc.com": "Europe/London", "bostonglobe.com": "America/New_York",
    "cbsnews.com": "America/New_York", "chicagotribune.com": "America/Chicago", "cnbc.com": "America/New_York",
    "cnn.com": "America/New_York", "dawn.com": "Asia/Karachi", "dw.com": "Europe/Berlin", "euronews.com": "Europe/Paris",
    "foxnews.com": "America/New_York", "france24.com": "Europe/Paris", "ft.com": "Europe/London", "haaretz.com": "Asia/Jerusalem",
    "hindustantimes.com": "Asia/Kolkata", "indianexpress.com": "Asia/Kolkata", "indiatimes.com": "Asia/Kolkata",
    "irishtimes.com": "Europe/Dublin", "jpost.com": "Asia/Jerusalem", "kyivindependent.com": "Europe/Kyiv",
    "latimes.com": "America/Los_Angeles", "msnbc.com": "America/New_York", "nbcnews.com": "America/New_York", "ndtv.com": "Asia/Kolkata",
    "news18.com": "Asia/Kolkata", "npr.org": "America/New_York", "nypost.com": "America/New_York", "nytimes.com": "America/New_York",
    "politico.com": "America/New_York", "scmp.com": "Asia/Hong_Kong", "sky.com": "Europe/London", "smh.com.au": "Australia/Sydney",
    "straitstimes.com": "Asia/Singapore", "theage.com.au": "Australia/Melbourne", "theglobeandmail.com": "America/Toronto",
    "theguardian.com": "Europe/London", "thehindu.com": "Asia/Kolkata", "thejournal.ie": "Europe/Dublin",
    "thenationalnews.com": "Asia/Dubai", "thestar.com": "America/Toronto", "timesofisrael.com": "Asia/Jerusalem",
    "usatoday.com": "America/New_York", "washingtonpost.com": "America/New_York", "wsj.com": "America/New_York",
}  # fmt: skip
"""Zone (IANA) by the domain of a site whose country's ending does not tell it."""

ENDING_ZONES = {
    "ae": "Asia/Dubai", "at": "Europe/Vienna", "bd": "Asia/Dhaka", "be": "Europe/Brussels", "ch": "Europe/Zurich", "cz": "Europe/Prague",
    "de": "Europe/Berlin", "dk": "Europe/Copenhagen", "eg": "Africa/Cairo", "fi": "Europe/Helsinki", "fr": "Europe/Paris",
    "gh": "Africa/Accra", "gr": "Europe/Athens", "hk": "Asia/Hong_Kong", "hu": "Europe/Budapest", "ie": "Europe/Dublin",
    "il": "Asia/Jerusalem", "in": "Asia/Kolkata", "it": "Europe/Rome", "jp": "Asia/Tokyo", "ke": "Africa/Nairobi", "kr": "Asia/Seoul",
    "lk": "Asia/Colombo", "my": "Asia/Kuala_Lumpur", "ng": "Africa/Lagos", "nl": "Europe/Amsterdam", "no": "Europe/Oslo",
    "np": "Asia/Kathmandu", "nz": "Pacific/Auckland", "ph": "Asia/Manila", "pk": "Asia/Karachi", "pl": "Europe/Warsaw",
    "ro": "Europe/Bucharest", "se": "Europe/Stockholm", "sg": "Asia/Singapore", "th": "Asia/Bangkok", "tr": "Europe/Istanbul",
    "tw": "Asia/Taipei", "ua": "Europe/Kyiv", "ug": "Africa/Kampala", "uk": "Europe/London", "za": "Africa/Johannesburg",
}  # fmt: skip
"""Zone (IANA) by the ending of a domain, for countries that have one zone."""

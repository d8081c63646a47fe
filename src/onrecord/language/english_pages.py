"""Words of English that tell how a news page is built: publishers, agencies, time zones, the openings of paragraphs; data, no logic."""

from onrecord.language.english_time import MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS


def _words(text: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(text.split())


COMPANY_WORDS = _words(
    """
    co communications company corp corporation digital gmbh group holdings inc incorporated limited llc ltd media newspapers pbc plc
    publications publishers publishing pty sa sarl services trust
    """
)
"""Words at the end of a publisher's name that are not its outlet's."""

NAME_ENDINGS = COMPANY_WORDS | _words("agency network networks news press staff")
"""Words at the end of an outlet's name that may be left out: Northwire News Agency is Northwire."""

PAPER_WORDS = _words(
    """
    advertiser advocate argus beacon bulletin chronicle citizen courier daily dispatch echo enquirer examiner express gazette globe guardian
    herald independent inquirer journal ledger mail mercury mirror monitor news observer online post press reader record register reporter
    review sentinel standard star sun telegraph times today tribune voice weekly
    """
)
"""Words of newspapers' names, by which a line at the top of a page is its site's name."""

AGENCIES = {
    "aap": "AAP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "anadolu": "Anadolu",
    "ani": "ANI",
    "ansa": "ANSA",
    "ap": "AP",
    "associated press": "AP",
    "bernama": "Bernama",
    "bloomberg": "Bloomberg",
    "canadian press": "The Canadian Press",
    "dpa": "dpa",
    "efe": "EFE",
    "interfax": "Interfax",
    "kyodo": "Kyodo",
    "pa media": "PA Media",
    "press association": "PA Media",
    "press trust of india": "PTI",
    "pti": "PTI",
    "reuters": "Reuters",
    "tass": "TASS",
    "the associated press": "AP",
    "the canadian press": "The Canadian Press",
    "thomson reuters": "Reuters",
    "ukrinform": "Ukrinform",
    "united press international": "UPI",
    "upi": "UPI",
    "xinhua": "Xinhua",
    "yonhap": "Yonhap",
}
"""News agencies by the names they go by, and the name the record gives them."""

ZONES = {
    name: int(minutes)
    for name, minutes in (
        pair.split(":")
        for pair in _words(
            """
            aedt:660 aest:600 akdt:-480 akst:-540 awst:480 brt:-180 bst:60 cat:120 cdt:-300 cest:120 cet:60 eat:180
            edt:-240 eest:180 eet:120 est:-300 gmt:0 hkt:480 hst:-600 jst:540 kst:540 mdt:-360 msk:180 mst:-420 nzdt:780
            nzst:720 pdt:-420 pht:480 pkt:300 pst:-480 sast:120 sgt:480 utc:0 wat:60 west:60 wib:420 z:0
            """
        )
    )
}
"""Minutes east of UTC; CST and IST are left out, for each is used of three zones."""

US_ZONES = {"ct": -360, "et": -300, "mt": -420, "pt": -480}
"""American zones named without a season: minutes east of UTC in winter."""

ROLES = _words(
    """
    adviser ambassador analyst attorney boss captain chair chairman chairwoman chancellor chief colonel commander
    commissioner correspondent dictator diplomat director envoy executive foreign general governor head journalist judge
    king lawyer leader lieutenant major mayor minister monarch mp officer official pope premier president prince
    prosecutor queen representative secretary senator sheriff speaker spokesman spokesperson spokeswoman superintendent
    surgeon surveyor
    """
)
"""Words that stand before a name and say what its bearer is."""

STOP = _words(
    """
    a about after afternoon again against ago all also am an and any are as asked at be because been before being
    between both but by can could day did do does during each earlier evening expected few first following for friday
    from further had has have he her here him his how i if in including into is it its just last later latest least like
    made make many may monday more morning most mr mrs ms much must near new next night no nor not now of off on one
    only or other our out over overnight own people per put reported reports said saturday saying says set she should
    since so some still such sunday take than that the their them then there these they this those three through
    thursday time to today told too tuesday two under until up us very was way we wednesday week were what when where
    which while who whom why will with would year years yesterday you your
    """
)
"""Words that do not tell one matter from another."""

PRONOUNS = _words(
    """
    he her hers him his it its she their them they
    """
)
"""Words that take up someone named before."""

DEMONSTRATIVES = _words(
    """
    another both either neither one others such that these this those
    """
)
"""Words that take up something told before."""

CONTINUING = _words(
    """
    accordingly additionally also although and asked because besides but consequently furthermore however instead
    moreover nevertheless nonetheless nor or otherwise similarly so still then therefore though thus yet
    """
)
"""First words of a paragraph that goes on with the matter before."""

TIME_WORDS = frozenset((*MONTHS, *MONTH_ABBREVIATIONS, *WEEKDAYS, *WEEKDAY_ABBREVIATIONS)) | _words("am cst ct et ist mt pm pt")
"""Words beside zones that a line which is nothing but a time may hold."""

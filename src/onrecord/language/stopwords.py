"""Word lists that tell one written language from another: data, no logic."""


def _words(text: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(text.split())


STOP_WORDS = {
    "Dutch": _words(
        """
        aan als bij dat de deze die door een en er geen heeft het hij maar met naar niet nog ook op over te uit van voor
        was wel werd worden zijn
        """
    ),
    "English": _words(
        """
        a about after also an and are as at be been but by for from had has have he her his in is it its more not of on
        or said she that the their they this to up was we were which who will with would you
        """
    ),
    "French": _words(
        """
        au aux avec ce cette dans des du elle en est et il la le les leur mais ne nous ont ou par pas plus pour que qui
        sa se son sont sur une
        """
    ),
    "German": _words(
        """
        auch auf aus bei das dass dem den der des die ein eine einem einen einer er es für hat im ist mit nach nicht
        oder sei sich sie sind und von war werden wie wird zu zum zur
        """
    ),
    "Indonesian": _words(
        """
        akan atau bahwa dalam dan dari dengan di ini itu juga karena ke mereka oleh pada saat sebagai telah tersebut
        tidak untuk yang
        """
    ),
    "Italian": _words(
        """
        al alla anche che con da dal degli dei del della delle di ed gli ha hanno il la le lo ma nel nella non per più
        si sono stato sul un una
        """
    ),
    "Polish": _words(
        """
        ale być był było dla do i jak jego jest już ma na nie od oraz po przez się są tak tego to w z za ze że
        """
    ),
    "Portuguese": _words(
        """
        ao aos com da das de do dos ela em está foi mais mas na nas no nos não os para pela pelo por que se ser seu são
        também uma
        """
    ),
    "Spanish": _words(
        """
        al con de del desde el ella en entre es esta fue ha han la las lo los más no para pero por que se ser sin sobre
        su sus también un una y
        """
    ),
    "Swedish": _words(
        """
        att av den det efter eller en ett från för han har hon i inte med men och om på sig som till var vid är
        """
    ),
    "Turkish": _words(
        """
        bir bu da daha de değil ile ise için kadar ki olan olarak olduğu sonra ve veya yeni çok
        """
    ),
}
"""Commonest words of a language; enough of each to name a guess, English longest since it alone is read."""

SCRIPTS = {
    "ARABIC": "Arabic",
    "CJK": "Chinese",
    "CYRILLIC": "Cyrillic",
    "DEVANAGARI": "Devanagari",
    "GREEK": "Greek",
    "HANGUL": "Korean",
    "HEBREW": "Hebrew",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "THAI": "Thai",
}
"""First word of a letter's Unicode name, and what a reader calls such writing."""

"""The lines of a page to those of the readers' comments below its article, and of all that stands beyond them."""

import re
from collections.abc import Mapping, Sequence

from onrecord.language.patterns import compile_later
from onrecord.page.lines import Line
from onrecord.settings import PageSettings

COMMENTS = "comments"
"""Why a reader's comment is dropped."""
LONGEST_LABEL, LONGEST_SIGN = 30, 14
"""Words of a line that names a thread, and with it perhaps the article, and of one that names a comment's writer or stands under it."""
_LABEL = compile_later(
    r"""
    ^ [\[(\s]{0,3}
    (?: (?: \d[\d,]{0,6} | all | latest | most\s(?:liked|recent) | newest | popular | readers?'? | recent | show | top (?:\srated)?
        | view (?:\sall)? ) \s ){0,2}
    (?: comments? | replies | responses? \s to \b .* | thoughts? \s on \b .* )     # 14 comments; 3 thoughts on “The quay”
    [\s:(]{0,3} (?:\d[\d,]{0,6})? [\])\s]{0,3} $
    """,
    re.VERBOSE,
)
_SIGN = compile_later(
    r"""
    \b (?:said|says|wrote|writes) \s? : $                                          # Ann Orr says:
    | (?:ago|\b(?:19|20)\d\d) ,? \s at \s \d{1,2}[:.]\d\d (?:\s?[ap]\.?m\.?)? (?:\s\#)? $   # 3 May 2019 at 8:14 pm; 2 days ago at 07:52
    | ^ (?:log\sin\sto\s)? reply (?:\sto\s.{1,40})? $                              # Log in to reply
    | ^ rating: \s \d                                                              # Rating: 3 votes
    | ^ \d{1,5} \s (?:dis|up)? (?:likes?|votes?) $                                 # 3 likes
    """,
    re.VERBOSE,
)


def find_thread(lines: Sequence[Line], reasons: Mapping[int, str], *, settings: PageSettings | None = None) -> dict[int, str]:
    """Find the readers' comments that stand under a line such as "14 comments", below a paragraph; no article goes on beyond them.

    >>> from onrecord.page.lines import split_lines
    >>> page = "The ferry to Orle stays in port until Monday.\\n2 comments\\nAnn says:\\nAgain!\\nReply\\nBo says:\\nWhat a shame.\\nReply"
    >>> list(find_thread(split_lines(page), {}))
    [1, 2, 3, 4, 5, 6, 7]
    """
    limits = settings or PageSettings()
    first = next((line.number for line in lines if line.prose and line.number not in reasons), len(lines))
    labels = [line.number for line in lines[first + 1 :] if len(line.words) <= LONGEST_LABEL and _LABEL.match(line.bare)]
    if not labels:
        return {}
    signs = [line.number for line in lines[labels[0] + 1 :] if len(line.words) <= LONGEST_SIGN and _SIGN.search(line.bare)]
    for label in labels:
        below = [sign for sign in signs if sign > label]
        if len(below) >= limits.fewest_comment_signs and below[0] <= label + limits.first_comment_within:
            return dict.fromkeys(range(label, len(lines)), COMMENTS)
    return {}

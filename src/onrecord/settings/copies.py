"""Passages that are told again, and how much of a page makes it a copy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """When two pages share words, and when two sentences tell the same news."""

    shingle_words: int = 4
    """Words hashed together: short enough to outlive an edit, long enough not to be an idiom."""
    window: int = 6
    """Runs among which one is kept: nine shared words in a row are then always noticed."""
    most_postings: int = 8
    """Places kept of one fingerprint, the first ones: cost and room must not grow with the archive, and a copy of a
    copy is found through the first."""
    least_run: int = 8
    """Words in a row from which a run is looked at: two reports of one event that quote the same people share shorter ones."""
    least_prints: float = 4.0
    """Fingerprints that two pages without such a run must share to be compared at all."""
    least_prints_share: float = 0.1
    """And the share of those that the smaller one of them has, as its length makes one expect."""
    least_words_share: float = 0.1
    """Share of a page's words in such runs from which another page is looked at though none of them says much by itself."""
    most_runs: int = 4_000
    """Runs shared by two pages that are looked at, the longest first; two live blogs share some hundred, a page made of copies more."""
    most_pages: int = 8
    """Pages compared sentence by sentence with each page, those that share most with it; further ones only for words none of these has."""
    least_share: float = 0.2
    """Share of the shorter one's long runs from which two pages are searched for sentences told in other words, too."""
    likeness_of_rare: float = 0.5
    """Share of the smaller one's news, without the words met everywhere, from which two sentences are compared."""
    most_places: int = 16
    """Sentences that a word may stand in to lead from one to another: beyond that it says nothing."""
    sentence_words: int = 20
    """Words of a sentence, as news has them: how rare a word is on a page is told before its sentences are cut."""
    longest: int = 400
    """Words of a sentence beyond which it is no sentence, but a text that lost its marks: it is not compared word for word."""
    fewest_words: int = 5
    """News words that two sentences must share: "He did not say more" is said every day."""
    fewest_words_exact: int = 4
    """News words of a paragraph that is told again word for word; a shorter line may be a label."""
    likeness: float = 0.7
    """Share of the smaller one's news, rare words counting more, from which it is the same news; below it two
    statements on one matter begin to be taken for one."""
    likeness_nearby: float = 0.9
    """The same within two paragraphs of one entry, where a summary is followed by the words it sums up."""
    least_size_ratio: float = 0.4
    """News of the smaller over news of the larger: a short line all of whose words occur in a long one is no retelling."""
    aligned: float = 0.75
    """Share of such a short line's words that must stand in the long one in their order."""
    aligned_between_pages: float = 0.5
    """The same for any two sentences on two pages: what is shared there is a text, not only the news."""
    run_words: int = 9
    """Words in a row that are a repeat whatever stands around them: a quotation used again in a new sentence."""


@dataclass(frozen=True, slots=True)
class CopySettings:
    """When two pages tell the same text."""

    fewest_words: int = 24
    """News words below which a page is no text that can be copied."""
    share: float = 0.48
    """Share of the shorter page's runs of eight words that stand in the other one: about half of it is copied. On real
    reprints 0.45 takes two pages in a hundred for copies that are none, and 0.52 misses three copies in a hundred."""
    containment_same_title: float = 0.2
    """The same for pages of one outlet under one headline, which may have been rewritten almost whole."""
    fuller: float = 1.2
    """Times as many words from which one of two reprints is the fuller one, which comes first where nothing else tells."""
    fewest_entries: int = 3
    """Entries from which a page is taken for a live blog."""
    shared_passages: int = 3
    """Sentences that two live blogs of one outlet must share to be one: background paragraphs give one or two."""
    shared_at_top: int = 2
    """Of these, sentences that stand in the newest entry of both."""
    shared_entries: int = 3
    """Or entries, on both, that they stand in."""

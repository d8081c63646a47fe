"""When names on several pages are one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorSettings:
    """When actors of two pages may be one though their names differ."""

    least_shared: int = 2
    """Actors whom two pages name alike for them to be about one matter: one name may be a coincidence, or everybody's."""
    few_pages: int = 12
    """Pages read together up to which they are taken for one matter: who gives so few wants them held against each other."""
    most_pages: int = 40
    """Pages that may name an actor before that tells nothing of their matter: presidents are on all pages."""
    most_kin: int = 12
    """Pages of a matter from which on no further ones join it by their speakers alone: as many as are held against each other anyway.
    The speakers of a beat chain its matters, half of 900 pages as one, and with a page that comes all those of its matter are told anew."""

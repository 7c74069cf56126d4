"""Partner countries as lists show them: by region, those of today apart from those of before."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from iclds.core.sorting import swedish_key
from iclds.registers.codelists import Region
from iclds.registers.models import Country
from programmes.eligibility import HasYears, is_eligible, was_eligible


@dataclass(frozen=True)
class ListedCountry:
    """A country with its standing in a programme; `url_path` is empty where it has no page."""

    country: Country
    url_path: str
    is_eligible: bool
    was_eligible: bool

    @property
    def name(self) -> str:
        return self.country.name


@dataclass
class RegionGroup:
    """The countries of one part of the world, each list in alphabetical order."""

    region: Region
    eligible: list[ListedCountry] = field(default_factory=list)
    former: list[ListedCountry] = field(default_factory=list)
    others: list[ListedCountry] = field(default_factory=list)


def listed_country(country: Country, periods: Iterable[HasYears], year: int, url_path: str | None) -> ListedCountry:
    periods = list(periods)
    return ListedCountry(country, url_path or "", is_eligible(periods, year), was_eligible(periods, year))


def by_region(listed: Iterable[ListedCountry]) -> list[RegionGroup]:
    """Groups in the order of the code list; regions without a country are left out."""
    groups = {region: RegionGroup(region) for region in Region}
    for entry in sorted(listed, key=lambda entry: swedish_key(entry.name)):
        if not entry.country.region:
            continue
        group = groups[Region(entry.country.region)]
        if entry.is_eligible:
            group.eligible.append(entry)
        elif entry.was_eligible:
            group.former.append(entry)
        else:
            group.others.append(entry)
    return [group for group in groups.values() if group.eligible or group.former or group.others]

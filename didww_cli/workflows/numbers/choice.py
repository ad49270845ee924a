"""Which numbers are wanted: as people say it, checked before anything is sent, and whether an offer is one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from didww_cli.catalog import coverage
from didww_cli.catalog.coverage import COUNTRY_PREFIX, GROUP, GROUP_LINK, SHORTEST_PART, kind_as_named
from didww_cli.catalog.forms import is_digits
from didww_cli.catalog.numbers import AVAILABLE_DIDS
from didww_cli.catalog.paths import near, read
from didww_cli.catalog.sales import CHANNELS
from didww_cli.catalog.shared import FEATURES, NUMBER_TYPES
from didww_cli.errors import UsageError
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.orders.prices import price_of
from didww_cli.workflows.reading.references import digits


@dataclass(frozen=True, slots=True)
class Choice:
    """Which numbers are wanted; whatever is None or empty does not matter.

    ``nanpa``: area and exchange code; ``most``: the highest monthly price; ``channels``: calls at once that it covers;
    ``unregistered``: numbers that work without documents alone.
    """

    country: str = ""
    region: str = ""
    city: str = ""
    area: str = ""
    kind: str = ""
    features: tuple[str, ...] = ()
    prefix: str = ""
    nanpa: str = ""
    contains: str = ""
    unregistered: bool = False
    most: Decimal | None = None
    channels: int | None = None

    @property
    def placed(self) -> bool:
        """Whether it says where the numbers are."""
        return bool(self.country or self.city or self.area or self.nanpa)

    @property
    def by_group(self) -> bool:
        """Whether single numbers cannot be selected by it, but their DID groups can."""
        return bool(self.area or self.prefix or self.most is not None or self.channels is not None)

    def fits(self, group: Record, *, single: bool = False) -> bool:
        """Whether a DID group is wanted, or ``single`` numbers of it may be. What the server does not say of it is
        taken as it should be.
        """
        if self.features and not set(self.features) <= set(of_group(group, coverage.FEATURES_OF) or FEATURES):
            return False
        if self.area and str(of_group(group, coverage.AREA_NAME) or "").casefold() != self.area.casefold():
            return False
        if self.kind and kind_as_named(str(of_group(group, coverage.TYPE) or self.kind)) != self.kind:
            return False
        if self.unregistered and of_group(group, coverage.DOCUMENTS):
            return False
        return any(said.startswith(self.prefix) or (single and self.prefix.startswith(said)) for said in _begins(group))

    def fits_number(self, number: Record) -> bool:
        """Whether a single number, read with its DID group, is wanted."""
        group = number.get(GROUP_LINK) or {}
        digits_of = str(number.get(AVAILABLE_DIDS.label[0]) or "")
        begins = (digits_of, digits_of.removeprefix(_country_code(group)))
        return self.fits(group, single=True) and any(said.startswith(self.prefix) for said in begins)

    def fits_price(self, sku: Record) -> bool:
        """Whether a stock keeping unit is wanted; one without a price never is where there is a highest one."""
        if self.channels is not None and sku.get(CHANNELS) != self.channels:
            return False
        price = price_of(sku)
        return self.most is None or (price is not None and price.monthly <= self.most)


def _country_code(group: Record) -> str:
    return str(read(group, COUNTRY_PREFIX.split(".")) or "")


def _begins(group: Record) -> tuple[str, ...]:
    """The digits that the numbers of a DID group begin with, with the country's code before them and without."""
    said = str(of_group(group, coverage.PREFIX) or "")
    return said, said.removeprefix(_country_code(group))


def of_group(group: Mapping[str, Any], member: str) -> Any:
    """A member of a row as a DID group has it, in whichever version it was read."""
    found = (read(group, path.split(".")) for path in GROUP[member])
    return next((value for value in found if value is not None), None)


def chosen(
    *,
    country: str | None = None,
    region: str | None = None,
    city: str | None = None,
    area: str | None = None,
    kind: str | None = None,
    features: Sequence[str] = (),
    prefix: str | None = None,
    nanpa: str | None = None,
    contains: str | None = None,
    unregistered: bool = False,
    most: str | None = None,
    channels: int | None = None,
) -> Choice:
    """What options say; UsageError for what is no number, kind or feature, and where nothing says which numbers."""
    choice = Choice(
        country=_text(country),
        region=_text(region),
        city=_text(city),
        area=_text(area),
        kind=kind_of(kind),
        features=_features(features),
        prefix=_digits("--prefix", prefix),
        nanpa=_nanpa(nanpa),
        contains=_digits("--contains", contains),
        unregistered=unregistered,
        most=amount_of("--max-monthly", most),
        channels=channels,
    )
    _check(choice)
    return choice


def _text(value: str | None) -> str:
    return (value or "").strip()


def _check(choice: Choice) -> None:
    if choice.region and not choice.country:
        raise UsageError(f"--region {choice.region}: of which country?", "Add --country, such as --country US.")
    if not choice.placed and not choice.contains:
        raise UsageError(
            "Say where the numbers are to be, or what they hold.",
            "For example: --country US, --city London, --area Acapulco, --nanpa 415555, --contains 2020.",
        )
    if not choice.placed and len(choice.contains) < SHORTEST_PART:
        raise UsageError(f"--contains {choice.contains}: fewer than {SHORTEST_PART} digits need --country beside them.")
    if choice.channels is not None and choice.channels < 0:
        raise UsageError("--channels must be 0 or more.")


def kind_of(text: str | None) -> str:
    """The kind of number that ``--type`` names, empty for none; UsageError for what is no kind."""
    if not text:
        return ""
    kind = kind_as_named(text)
    if kind not in NUMBER_TYPES:
        raise _unknown("--type", "kind of number", text, NUMBER_TYPES)
    return kind


def _features(texts: Sequence[str]) -> tuple[str, ...]:
    found = [name.strip().lower().replace("-", "_") for text in texts for name in text.split(",")]
    for name in found:
        if name not in FEATURES:
            raise _unknown("--features", "feature", name, FEATURES)
    return tuple(dict.fromkeys(found))


def _unknown(flag: str, what: str, text: str, known: Sequence[str]) -> UsageError:
    return UsageError(f"{flag}: there is no {what} {text!r}.{near(text, known)}", f"Known: {', '.join(known)}.")


def _digits(flag: str, text: str | None) -> str:
    if text is None:
        return ""
    found = digits(text)
    if not is_digits(found):
        raise UsageError(f"{flag} takes digits, not {text!r}.")
    return found


def _nanpa(text: str | None) -> str:
    """Area and exchange code, six digits; the country code before them is left out."""
    found = _digits("--nanpa", text)
    if not found:
        return ""
    plain = found[1:] if len(found) == 7 and found[0] == "1" else found
    if len(plain) != 6:
        raise UsageError(
            f"--nanpa takes area and exchange code, such as 415555, not {text!r}.",
            "For an area code alone: --country US --prefix 415.",
        )
    return plain


def amount_of(flag: str, text: str | None) -> Decimal | None:
    """An amount of money that an option gives; UsageError for what is none."""
    if text is None:
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found < 0:
        raise UsageError(f"{flag} takes an amount such as 4.50, not {text!r}.")
    return found

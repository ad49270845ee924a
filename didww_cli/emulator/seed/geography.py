"""Countries, regions, areas and cities."""

from __future__ import annotations

from didww_cli.emulator.seed.builder import Builder, identifier
from didww_cli.emulator.state import Link

# ISO code, name, dialling code
COUNTRIES = (
    ("AD", "Andorra", "376"),
    ("AU", "Australia", "61"),
    ("CA", "Canada", "1"),
    ("CN", "China", "86"),
    ("FR", "France", "33"),
    ("DE", "Germany", "49"),
    ("IE", "Ireland", "353"),
    ("IT", "Italy", "39"),
    ("LT", "Lithuania", "370"),
    ("MX", "Mexico", "52"),
    ("NL", "Netherlands", "31"),
    ("ES", "Spain", "34"),
    ("SE", "Sweden", "46"),
    ("GB", "United Kingdom", "44"),
    ("US", "United States", "1"),
)
# country, ISO code, name
REGIONS = (
    ("AU", "NSW", "New South Wales"),
    ("AU", "VIC", "Victoria"),
    ("CA", "AB", "Alberta"),
    ("CA", "BC", "British Columbia"),
    ("CA", "ON", "Ontario"),
    ("CA", "QC", "Quebec"),
    ("FR", "IDF", "Île-de-France"),
    ("FR", "PAC", "Provence-Alpes-Côte d'Azur"),
    ("DE", "BE", "Berlin"),
    ("DE", "HE", "Hesse"),
    ("MX", "CMX", "Ciudad de México"),
    ("MX", "GRO", "Guerrero"),
    ("ES", "CT", "Catalonia"),
    ("GB", "ENG", "England"),
    ("US", "CA", "California"),
    ("US", "DC", "District of Columbia"),
    ("US", "IL", "Illinois"),
    ("US", "NJ", "New Jersey"),
    ("US", "NY", "New York"),
)
# country, name
AREAS = (
    ("DE", "Berlin"),
    ("DE", "Frankfurt am Main"),
    ("FR", "Paris"),
    ("FR", "Marseille"),
    ("GB", "Greater London"),
    ("GB", "Greater Manchester"),
    ("IT", "Tuscany"),
    ("US", "New York City"),
)
# country, region or "", area or "", name
CITIES = (
    ("AU", "NSW", "", "Sydney"),
    ("AU", "VIC", "", "Melbourne"),
    ("CA", "BC", "", "Vancouver"),
    ("CA", "QC", "", "Montreal"),
    ("CA", "ON", "", "Toronto"),
    ("FR", "PAC", "Marseille", "Marseille"),
    ("FR", "IDF", "Paris", "Paris"),
    ("DE", "", "", "Aachen"),
    ("DE", "BE", "Berlin", "Berlin"),
    ("DE", "HE", "Frankfurt am Main", "Frankfurt"),
    ("LT", "", "", "Vilnius"),
    ("MX", "GRO", "", "Acapulco"),
    ("MX", "CMX", "", "Mexico City"),
    ("NL", "", "", "Amsterdam"),
    ("ES", "CT", "", "Barcelona"),
    ("SE", "", "", "Stockholm"),
    ("GB", "ENG", "Greater London", "London"),
    ("GB", "ENG", "Greater Manchester", "Manchester"),
    ("US", "IL", "", "Chicago"),
    ("US", "NJ", "", "Jersey City"),
    ("US", "CA", "", "Los Angeles"),
    ("US", "NY", "New York City", "New York"),
    ("US", "IL", "", "Springfield"),
    ("US", "DC", "", "Washington"),
)


def country(iso: str) -> str:
    """The id of a country."""
    return identifier("countries", iso)


def region(iso: str, code: str) -> str | None:
    """The id of a region, None for an empty code."""
    return identifier("regions", f"{iso}-{code}") if code else None


def area(iso: str, name: str) -> str | None:
    """The id of an area, None for an empty name."""
    return identifier("areas", f"{iso}-{name}") if name else None


def city(iso: str, name: str) -> str | None:
    """The id of a city, None for an empty name."""
    return identifier("cities", f"{iso}-{name}") if name else None


def add_geography(build: Builder) -> None:
    """Adds all places."""
    for iso, name, prefix in COUNTRIES:
        build.add("countries", iso, {"name": name, "prefix": prefix, "iso": iso})
    for iso, code, name in REGIONS:
        build.add("regions", f"{iso}-{code}", {"name": name, "iso": code}, {"country": country(iso)})
    for iso, name in AREAS:
        build.add("areas", f"{iso}-{name}", {"name": name}, {"country": country(iso)})
    for iso, code, area_name, name in CITIES:
        links: dict[str, Link] = {"country": country(iso), "region": region(iso, code), "area": area(iso, area_name)}
        build.add("cities", f"{iso}-{name}", {"name": name}, links)

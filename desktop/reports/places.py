"""A place in words."""

from desktop.domain.places import BytePlace, HostPlace, PackagePlace, PathPlace, Place, UrlPlace


def where(place: Place | None) -> str:
    """One line that says where: path, unit and lines; host and port; URL; package."""
    match place:
        case None:
            return ""
        case BytePlace() | PathPlace():
            lines = str(place.line) if place.line else ""
            if place.end_line > place.line:
                lines = f"{place.line}–{place.end_line}"
            unit = f" ▸ {place.unit}" if place.unit else ""
            return f"{place.path}{unit}{':' + lines if lines else ''}"
        case HostPlace():
            port = f":{place.port}/{place.protocol or 'tcp'}" if place.port else ""
            return f"{place.host}{port}{' (' + place.service + ')' if place.service else ''}"
        case UrlPlace():
            return f"{place.url}{' [' + place.parameter + ']' if place.parameter else ''}"
        case PackagePlace():
            return f"{place.name} {place.version}".strip()


def quote_of(place: Place | None) -> str:
    """The quoted evidence of ``place``; empty where the kind of place has none."""
    return place.quote if isinstance(place, BytePlace | PathPlace) else ""

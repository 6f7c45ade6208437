"""The two ends of a connection, as systems write them in different ways."""

from ipaddress import IPv4Address, IPv6Address, ip_address

Address = IPv4Address | IPv6Address
End = tuple[str, int]  # address and port


def address(end: End) -> Address:
    """The address of an end; IPv4 that goes through an IPv6 socket is IPv4."""
    said = ip_address(end[0])
    return getattr(said, "ipv4_mapped", None) or said

"""A secret that the keyring of the system keeps, under the service ``didww`` and the name of the profile."""

from __future__ import annotations

from didww_cli.errors import ConfigError, NoAccess

SERVICE = "didww"


def kept_in_keyring(profile: str, name: str) -> str:
    """The secret of a profile. ConfigError where the library is missing, NoAccess where the keyring has none."""
    try:
        import keyring
        import keyring.errors
    except ImportError:
        raise ConfigError(
            f"Profile {profile} takes the {name} from the keyring, and the library for that is missing.",
            "Run: pip install 'didww-cli[keyring]'",
        ) from None
    try:
        found = keyring.get_password(SERVICE, profile)
    except keyring.errors.KeyringError as error:
        raise NoAccess(f"The keyring cannot be read: {error}.", f"Try: keyring get {SERVICE} {profile}") from None
    if not found or not found.strip():
        raise NoAccess(f"The keyring holds no {name} of profile {profile}.", f"Run: keyring set {SERVICE} {profile}")
    return found.strip()

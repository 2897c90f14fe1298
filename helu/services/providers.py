"""The providers of single sign-on, as `sso.toml` describes them. Read once; a change takes a restart.

A file with an error stops the server: half a login is worse than none. docs/single-sign-on.md has the keys.
"""

import os
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Session, select

from helu.content.mend import misfit
from helu.errors import HeluError, NotFound, sentence
from helu.settings import settings
from helu.store.tables import Organisation

FILE = "sso.toml"
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_HERE = {"localhost", "127.0.0.1", "::1"}
Claim = str | int | bool


class BadFile(HeluError):
    sentence = sentence("{file} kan ikke brukes. Se [{section}] {key}: {why}.")


class Provider(BaseModel):
    """One organisation's way in. `key` is the section's name and stands in addresses."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)

    key: str
    name: str = Field(min_length=1, max_length=80)  # on the button: «Logg inn med …»
    organisation: str = Field(min_length=1)  # its name in Helu
    issuer: str = Field(max_length=255)
    client_id: str = Field(min_length=1)
    client_secret: str = Field(default="", repr=False)
    client_secret_file: Path | None = None
    scopes: list[str] = ["openid", "email"]
    match: Literal["email", "invitation"] = "email"  # how somebody is known the first time
    email_claim: str = "email"
    trust_email: bool = False  # e-mails that come without `email_verified` are the organisation's own
    domains: list[str] = []  # of e-mails that belong here; none: all
    required_claims: dict[str, Claim | list[Claim]] = {}
    password_login: bool = True  # False: those whose e-mail belongs here have no other way in
    recheck_minutes: int = Field(default=60, ge=5, le=720)
    silent: bool = True  # the provider understands prompt=none

    @field_validator("issuer")
    @classmethod
    def _is_address(cls, issuer: str) -> str:
        if not is_safe_address(issuer):
            raise PydanticCustomError("address", "")
        return issuer

    @field_validator("scopes")
    @classmethod
    def _with_openid(cls, scopes: list[str]) -> list[str]:
        return scopes if "openid" in scopes else ["openid", *scopes]

    @field_validator("domains")
    @classmethod
    def _plain(cls, domains: list[str]) -> list[str]:
        return [domain.lower().lstrip("@") for domain in domains]

    @model_validator(mode="after")
    def _fits(self) -> "Provider":
        if bool(self.client_secret) == bool(self.client_secret_file):
            raise PydanticCustomError("one_secret", "")
        if self.match == "invitation" and self.domains:
            raise PydanticCustomError("domains_without_email", "")
        return self

    def takes(self, email: str) -> bool:
        """Whether an e-mail belongs to those whom this provider speaks for."""
        return not self.domains or email.rpartition("@")[2].lower() in self.domains


_WHY = {
    "address": sentence("skriv adressen med https foran, slik leverandøren oppgir den"),
    "one_secret": sentence("oppgi enten client_secret eller client_secret_file"),
    "domains_without_email": sentence('domains virker bare sammen med match = "email"'),
}
_OPEN = sentence("andre enn eieren kan lese {secret}. Kjør «chmod 600 {secret}»")
_NO_FILE = sentence("filen {secret} kan ikke leses")
_NO_PUBLIC = sentence("sett HELU_PUBLIC_URL til adressen folk bruker, med https foran")
_NO_ORGANISATION = sentence("det finnes ikke nøyaktig én organisasjon som heter «{name}»")


def all_of() -> tuple[Provider, ...]:
    """In the file's order; empty without a file. Raises BadFile."""
    named = settings().sso_file
    return _read(named or settings().data_dir / FILE, bool(named), settings().public_url)


def of_key(key: str) -> Provider:
    """Raises NotFound."""
    found = next((each for each in all_of() if each.key == key), None)
    if found is None:
        raise NotFound
    return found


def of_organisation(name: str) -> list[Provider]:
    return [each for each in all_of() if each.organisation == name]


def forbids_password(organisation: str, email: str) -> Provider | None:
    """The provider that is this person's only way into the organisation; None when a password will do."""
    return next((each for each in of_organisation(organisation) if not each.password_login and each.takes(email)), None)


def check(db: Session) -> None:
    """What only the database knows. Raises BadFile."""
    for provider in all_of():
        named = db.exec(select(Organisation.id).where(Organisation.name == provider.organisation)).all()
        if len(named) != 1:
            why = HeluError(_NO_ORGANISATION, name=provider.organisation)
            raise BadFile(file=FILE, section=provider.key, key="organisation", why=why)


def is_safe_address(address: str) -> bool:
    """https, or this very machine."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.scheme == "https" or _is_here(parts.scheme, parts.hostname))
    except ValueError:
        return False


def _is_here(scheme: str, host: str | None) -> bool:
    return scheme == "http" and host in _HERE


@cache
def _read(file: Path, must_be_there: bool, public_url: str) -> tuple[Provider, ...]:
    if not must_be_there and not file.exists():
        return ()
    try:
        sections = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError:
        raise BadFile(file=file.name, section="", key="", why=HeluError(_NO_FILE, secret=file.name)) from None
    except ValueError as problem:  # says line and column
        raise BadFile(file=file.name, section="", key="", why=str(problem)) from None
    if sections and not is_safe_address(public_url):
        raise BadFile(file=file.name, section="", key="HELU_PUBLIC_URL", why=HeluError(_NO_PUBLIC))
    return tuple(_provider(file, key, section) for key, section in sections.items())


def _provider(file: Path, key: str, section: Any) -> Provider:
    if not isinstance(section, dict) or not _KEY.fullmatch(key):
        why = HeluError(sentence("gi hver leverandør en del med et navn av små bokstaver, som [kommunen]"))
        raise BadFile(file=file.name, section=key, key="", why=why)
    try:
        found = Provider.model_validate(section | {"key": key})
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        known = misfit(problem, first["loc"]).mend
        why = HeluError(_WHY[first["type"]]) if first["type"] in _WHY else known
        where = ".".join(map(str, first["loc"]))
        raise BadFile(file=file.name, section=key, key=where, why=why) from None
    return found.model_copy(update={"client_secret": _secret(file, found)})


def _secret(file: Path, provider: Provider) -> str:
    """From the file that holds it, which must be its owner's alone."""
    named = provider.client_secret_file
    holder = file.parent / named if named else file
    told = {"file": file.name, "section": provider.key, "key": "client_secret_file" if named else "client_secret"}
    try:
        if os.name == "posix" and holder.stat().st_mode & 0o077:
            raise BadFile(**told, why=HeluError(_OPEN, secret=holder.name))
        return holder.read_text(encoding="utf-8").strip() if named else provider.client_secret
    except (OSError, ValueError):
        raise BadFile(**told, why=HeluError(_NO_FILE, secret=holder.name)) from None

"""Single sign-on: whom a provider's word lets in, how far, and for how long.

Nobody gets an account here. Whoever is let in is a member already, known by what the provider calls them or,
the first time, by an e-mail that it vouches for or by the invitation they hold. Such a login reaches the
provider's own organisation and no other, and counts until the provider must be asked again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.errors import NoAccess, sentence
from helu.services import accounts, logins, passwords, profile_lock
from helu.services.providers import Provider
from helu.store.rows import now
from helu.store.sso_tables import Identity
from helu.store.tables import Login, Membership, OneTimeLink, User


class NotLetIn(NoAccess):
    sentence = sentence("Du kom ikke inn med «{name}». Be en eier i organisasjonen om hjelp.")


class Stranger(NotLetIn):
    sentence = sentence(
        "Du er logget inn hos «{name}», men er ikke med i {organisation} i Helu. Be en eier der om en invitasjon."
    )


class NotVouchedFor(NotLetIn):
    sentence = sentence("«{name}» har ikke bekreftet noen e-postadresse for deg. Be den som drifter Helu, om hjelp.")


class Elsewhere(NotLetIn):
    sentence = sentence(
        "Kontoen din hos «{name}» gir ikke tilgang her. Er det feil, be den som drifter Helu, om hjelp."
    )


class SomebodyElse(NotLetIn):
    sentence = sentence(
        "Kontoen din i Helu hører til en annen bruker hos «{name}». Be en eier i {organisation} om en ny lenke."
    )


class OthersInvitation(NotLetIn):
    sentence = sentence("Invitasjonen er til {email}, og det er ikke den e-postadressen du har hos «{name}».")


@dataclass(frozen=True)
class Proof:
    """What a provider has said about somebody; signature, times and receiver are checked already."""

    subject: str
    claims: Mapping[str, Any] = field(repr=False)
    session: str = ""


def enter(db: Session, provider: Provider, proof: Proof, token: str = "", invitation: str = "") -> str:
    """The token of a login; `token` is the browser's own until now, and stays when it only had to be checked.

    Raises NotLetIn.
    """
    _require_claims(provider, proof)
    organisation_id = accounts.organisation_named(db, provider.organisation).id
    found = db.get(Identity, (provider.issuer, proof.subject, organisation_id))
    if found is None:
        found = _bind(db, provider, proof, organisation_id, invitation)
    return _let_in(db, provider, proof, found, token)


def end_session(db: Session, provider: Provider, session: str) -> None:
    """Log out what was made in a session that has ended at the provider."""
    if session:
        db.execute(delete(Login).where(col(Login.issuer) == provider.issuer, col(Login.session) == session))


def end_all(db: Session, provider: Provider, subject: str) -> None:
    """The same for everything the provider ever vouched for about one person."""
    known = select(Identity.user_id).where(Identity.issuer == provider.issuer, Identity.subject == subject)
    db.execute(delete(Login).where(col(Login.issuer) == provider.issuer, col(Login.user_id).in_(known)))


def _require_claims(provider: Provider, proof: Proof) -> None:
    for name, wanted in provider.required_claims.items():
        said = proof.claims.get(name)
        has = said if isinstance(said, list) else [said]
        if not any(each in has for each in (wanted if isinstance(wanted, list) else [wanted])):
            raise Elsewhere(**_told(provider))


def _bind(db: Session, provider: Provider, proof: Proof, organisation_id: UUID, invitation: str) -> Identity:
    """From now on this is what the provider calls the person.

    Somebody else holds the keys to the provider, so what a leader kept behind a password stays behind it.
    """
    link = _link(db, invitation, organisation_id)
    user = _invited(db, provider, proof, organisation_id, link)
    db.refresh(user, with_for_update=True)  # the first time may happen in two tabs at once
    if found := db.get(Identity, (provider.issuer, proof.subject, organisation_id)):
        return found
    mine = select(Identity).where(Identity.user_id == user.id, Identity.organisation_id == organisation_id)
    if other := db.exec(mine.where(Identity.issuer == provider.issuer)).one_or_none():
        if link is None:
            raise SomebodyElse(**_told(provider))
        db.delete(other)
        db.flush()
    if accounts.has_come_in(user):
        profile_lock.lock(db, user)
    else:
        user.password_hash = passwords.NONE
        db.add(user)
    accounts.drop_password_links(db, user.id)
    found = Identity(issuer=provider.issuer, subject=proof.subject, organisation_id=organisation_id, user_id=user.id)
    db.add(found)
    db.flush()
    return found


def _invited(db: Session, provider: Provider, proof: Proof, organisation_id: UUID, link: OneTimeLink | None) -> User:
    """The member that the provider must mean. Raises NotLetIn."""
    if provider.match == "invitation":
        if link is None:
            raise Stranger(**_told(provider))
        return db.get_one(User, link.user_id)
    email = _vouched_for(provider, proof)
    members = select(User).join(Membership).where(Membership.organisation_id == organisation_id)
    user = db.exec(members.where(User.email == email)).one_or_none()
    if link and (user is None or link.user_id != user.id):
        raise OthersInvitation(**_told(provider), email=db.get_one(User, link.user_id).email)
    if user is None:
        raise Stranger(**_told(provider))
    return user


def _vouched_for(provider: Provider, proof: Proof) -> str:
    """An e-mail the provider stands behind. Raises NotVouchedFor, or Elsewhere for one that is not theirs."""
    email, verified = proof.claims.get(provider.email_claim), proof.claims.get("email_verified")
    good = provider.trust_email if verified is None else verified in (True, "true")
    if not good or not isinstance(email, str) or "@" not in email:
        raise NotVouchedFor(**_told(provider))
    if not provider.takes(email.strip()):
        raise Elsewhere(**_told(provider))
    return email.strip().lower()


def _link(db: Session, invitation: str, organisation_id: UUID) -> OneTimeLink | None:
    """The link that was in hand, when it is to this organisation and lets a newcomer in."""
    found = db.get(OneTimeLink, logins.hashed(invitation)) if invitation else None
    fits = found and found.organisation_id == organisation_id and not found.role and found.expires_at > now()
    return found if fits else None


def _let_in(db: Session, provider: Provider, proof: Proof, known: Identity, token: str) -> str:
    until = now() + timedelta(minutes=provider.recheck_minutes)
    login = db.get(Login, logins.hashed(token)) if token else None
    if login and _is_same(login, known) and login.expires_at > now():
        login.session, login.checked_until = proof.session, until
        db.add(login)
        return token
    if login:
        db.delete(login)
    about = {"issuer": provider.issuer, "session": proof.session, "checked_until": until}
    return logins.start(db, known.user_id, known.organisation_id, **about)


def _is_same(login: Login, known: Identity) -> bool:
    whose = (login.user_id, login.organisation_id, login.issuer)
    return whose == (known.user_id, known.organisation_id, known.issuer)


def _told(provider: Provider) -> dict[str, str]:
    return {"name": provider.name, "organisation": provider.organisation}

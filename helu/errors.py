"""Problems a person can do something about.

Every sentence says what happened and what to do now, in the language of whoever reads it.
Anything that is not a HeluError is a bug: it is logged with an id and not shown.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from helu.i18n import _


class HeluError(Exception):
    """Base class. `str(error)` is safe to show on any screen, in the reader's language."""

    sentence: ClassVar[str] = ""

    def __init__(self, sentence: str = "", **values: Any) -> None:
        super().__init__()
        self.said = sentence or self.sentence
        self.values = values

    def __str__(self) -> str:
        return _(self.said, **self.values)


def sentence(text: str) -> str:
    """Marks a sentence for the catalogues where it stands; it is translated when shown."""
    return text


class NotFound(HeluError):
    """Also what a user of another organisation is told: that it exists is not their business."""

    sentence = sentence("Det du leter etter, finnes ikke.")


class UnknownCode(NotFound):
    sentence = sentence("Fant ingen samling med koden «{code}». Sjekk koden på storskjermen, og skriv den på nytt.")


class TooManyGuesses(HeluError):
    sentence = sentence("Det er prøvd for mange feil koder. Vent {seconds} sekunder, eller skann QR-koden.")


class TooFast(HeluError):
    sentence = sentence("Det gikk for fort. Ingenting er borte. Vent {seconds} sekunder, og send på nytt.")


class UnknownDevice(HeluError):
    sentence = sentence("Vi kjenner ikke igjen telefonen. Tillat informasjonskapsler, og åpne siden på nytt.")


class NotOpen(HeluError):
    sentence = sentence("Det er stengt for svar nå. Følg med på storskjermen – neste kommer snart.")


class InvalidAnswer(HeluError):
    """The answer does not fit the activity. `errors` maps field name to HeluError."""

    sentence = sentence("Svaret er ikke sendt. Rett det som er merket, og send på nytt.")

    def __init__(self, errors: Mapping[str, HeluError]) -> None:
        super().__init__()
        self.errors = errors


class Unreadable(HeluError):
    sentence = sentence("Svaret kunne ikke leses. Ingenting er lagret. Last siden på nytt, og prøv igjen.")


class CannotStore(HeluError):
    sentence = sentence("Svaret er ikke lagret ennå, men det står fortsatt på telefonen. Vi prøver igjen.")


class StoreAway(HeluError):
    sentence = sentence("Helu får ikke kontakt med databasen akkurat nå. Ingenting er borte. Prøv igjen om litt.")


class ProviderAway(HeluError):
    sentence = sentence("«{name}» svarer ikke akkurat nå. Vent litt, og prøv igjen.")


class StoreFull(HeluError):
    sentence = sentence("Disken er full, så dette ble ikke lagret. Frigjør plass på maskinen, og prøv igjen.")


class NewerStore(HeluError):
    sentence = sentence(
        "Databasen er laget av en nyere utgave av Helu ({found}). Installer den utgaven, eller bruk en annen datamappe."
    )


class NothingNext(HeluError):
    sentence = sentence("Samlingen er avsluttet. Åpne den igjen for å fortsette.")


class NothingBefore(HeluError):
    sentence = sentence("Dette er den første aktiviteten.")


class NothingCurrent(HeluError):
    sentence = sentence("Ingen aktivitet er i gang. Åpne en aktivitet først.")


class MovedMeanwhile(HeluError):
    sentence = sentence("Noen andre flyttet samlingen i mellomtiden. Se hva som vises nå, og velg på nytt.")


class EditedMeanwhile(HeluError):
    sentence = sentence(
        "Noen andre endret dette i mellomtiden. Teksten din står her; se deres versjon, og lagre på nytt."
    )


class HasAnswers(HeluError):
    sentence = sentence(
        "Det er allerede svart på dette, så {what} kan ikke endres. Lag en kopi av aktiviteten i stedet."
    )


class WrongPassword(HeluError):
    sentence = sentence("Feil e-post eller passord.")


class LoggedOut(HeluError):
    sentence = sentence("Du er logget ut. Det du har svart, står fortsatt her. Logg inn igjen, så lagres det.")


class TooManyLogins(HeluError):
    sentence = sentence("For mange forsøk på å logge inn. Vent {minutes} minutter, og prøv igjen.")


class WeakPassword(HeluError):
    sentence = sentence("Passordet må ha mellom 12 og 128 tegn.")


class UsedLink(HeluError):
    sentence = sentence("Lenken er brukt eller utløpt. Be om en ny.")


class Misfit(HeluError):
    """Something a facilitator wrote or uploaded does not fit; the sentence says where and what to do."""


class NoAccess(HeluError):
    sentence = sentence("Du har ikke tilgang til dette. Be en eier i organisasjonen om hjelp.")

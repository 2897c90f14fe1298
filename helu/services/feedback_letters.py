"""What a leader sends to those who are asked for feedback: the personal link, and a reminder to all of them."""

from collections.abc import Sequence
from typing import Literal

from helu.content.balance_words import in_language
from helu.content.feedback_words import feedback_words
from helu.documents.spreadsheet import Sheet, write_csv, write_xlsx
from helu.domain.emails import mailto
from helu.i18n import _, language
from helu.services.access import Visitor
from helu.services.feedback import Invited
from helu.store.rating_tables import Feedback

MINUTES = {"short": 5, "full": 10}


def as_file(invited: Sequence[Invited], home: str, format_: Literal["csv", "xlsx"]) -> bytes:
    """For a mail merge. `home` is what the links begin with."""
    rows = [(each.name, each.email, role_called(each.role), home + each.token) for each in invited]
    sheet = Sheet(_("Tilbakemelding"), (_("Navn"), _("E-post"), _("Rolle"), _("Personlig lenke")), rows)
    return write_csv(sheet) if format_ == "csv" else write_xlsx([sheet])


def letter(visitor: Visitor, held: Feedback, person: Invited, home: str) -> str:
    """A mailto: address with a short text in the language that is spoken; to nobody when there is no e-mail."""
    body = _(
        "Hei {name}!\n\nJeg vil gjerne ha tilbakemelding fra deg på hvordan jeg leder. Det tar omtrent {minutes} "
        "minutter. {who_sees} Du får vite mer før du svarer, og kan endre svaret til jeg lukker runden.\n\nLenken er din alene, så ikke send den videre:\n\n"
        "{link}\n\nHilsen {who}",
        name=person.name,
        minutes=MINUTES[held.form],
        who_sees=_who_sees(held, person.role),
        link=home + person.token,
        who=visitor.name,
    )
    return mailto(person.email, _("Kan du gi meg tilbakemelding?"), body)


def reminder(visitor: Visitor) -> str:
    """One text for everybody: nobody knows who has answered."""
    return _(
        "Hei!\n\nJeg har bedt deg om tilbakemelding på hvordan jeg leder. Har du svart, takker jeg for det. Har du ikke "
        "svart ennå, finner du lenken i meldingen du fikk fra meg. Jeg kan ikke se hvem som har svart, så denne går til "
        "alle.\n\nHilsen {who}",
        who=visitor.name,
    )


def role_called(role: str) -> str:
    return in_language(feedback_words().role(role).label, language())


def _who_sees(held: Feedback, role: str) -> str:
    if held.cells.get(role) in held.alone:
        return _("Svaret ditt vises for seg, siden du er lederen min.")
    return _("Jeg ser ikke hvem som har svart hva. Det du skriver med egne ord, kan jeg få lese, uten navn.")

"""What the wall's script says, in the gathering's language."""

from helu.errors import sentence
from helu.i18n import _

SENTENCES = (
    sentence("+ {count} ord til"),
    sentence("Alle {joined} har svart"),
    sentence("Det dere delte, er tatt vare på. Nå kan dere legge bort telefonen."),
    sentence("Det du skriver, blir på telefonen din. Ingen andre ser det."),
    sentence("Ingen er med ennå"),
    sentence("Ingen har svart ennå."),
    sentence("Kobler til igjen …"),
    sentence("Midterste svar"),
    sentence("Neste: {title} {start}"),
    sentence("Neste: {title}"),
    sentence("Nå: {title}"),
    sentence("QR-kode som åpner møtet på telefonen"),
    sentence("Side {page} av {pages}"),
    sentence("Skann koden, eller gå til"),
    sentence("Stengt for svar"),
    sentence("Storskjermen er koblet fra. Koble den til på nytt fra skrivebordet."),
    sentence("Streken går fra det laveste til det høyeste noen ga."),
    sentence("Svar"),
    sentence("Takk for innsatsen!"),
    sentence("Tid igjen"),
    sentence("Vi fortsetter straks."),
    sentence("Vi venter på de første."),
    sentence("bla med piltastene"),
    sentence("og skriv"),
    sentence("{answered} av {joined} har svart"),
    sentence("{joined} er med."),
    sentence("{label}: {answered} svar, midterste svar {median}. Antall per trinn: {counts}."),
    sentence("{minutes} min"),
    sentence("{said} · Stengt for svar"),
    sentence("Én er med."),
)


def words() -> dict[str, str]:
    """Bokmål sentence -> the same in the current language; the script fills in the `{names}`."""
    return {each: _(each) for each in SENTENCES}

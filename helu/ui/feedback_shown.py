"""What a closed round of feedback shows: as a radar, in words, in a table, and in people's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from helu.content.feedback_speech import cell_called, compared, roles_listed
from helu.content.feedback_words import about, feedback_words
from helu.domain.balance import Scores
from helu.domain.release import OTHERS
from helu.i18n import _, day_of, language
from helu.services import assessing, feedback, feedback_results, feedback_sight
from helu.services.access import Visitor
from helu.services.feedback_results import Results
from helu.store.database import reading
from helu.store.rating_tables import Feedback
from helu.ui.deeds import do
from helu.ui.feedback_figures import OWN, figures_table, opened
from helu.ui.feedback_removal import removal
from helu.ui.radar_switches import switched
from helu.ui.words import plain

ASSESS = "/egenvurdering"


def shown_page(visitor: Visitor, closed: Sequence[Feedback]) -> None:
    """`closed` are the rounds that are closed, the newest first; one of them is looked at."""
    held = _chosen(closed)
    with reading() as db:
        results = feedback_results.results(db, visitor, held.id)
        newest = assessing.newest_finished(db, visitor)
        asked = {each.role for each in feedback.respondents(db, visitor, held.id)}
        earlier = next((each for each in feedback_sight.shown_rounds(db, visitor) if _before(each.round, held)), None)
    own = assessing.figures(newest).current if newest else None
    _late(visitor, held, bool(results.cells))
    if results.together is not None:
        _picture(replace(results, merged=tuple(each for each in results.merged if each in asked)), own, earlier)
        _own_words(visitor, held)
        _further()
    removal(visitor, held)


def _before(round_: Feedback, held: Feedback) -> bool:
    return bool(round_.closed_at and held.closed_at and round_.closed_at < held.closed_at)


def _chosen(closed: Sequence[Feedback]) -> Feedback:
    of = {str(each.id): each for each in closed}
    if len(of) == 1:
        return closed[0]
    names = {id_: day_of(each.closed_at) for id_, each in of.items() if each.closed_at}
    return of[st.selectbox(_("Runde"), list(of), format_func=names.__getitem__, key="feedback-round", width=320)]


def _late(visitor: Visitor, held: Feedback, anything: bool) -> None:
    """What has come after closing, and what it takes to show it."""
    with reading() as db:
        progress = feedback.progress(db, visitor, held.id)
    if not anything:
        st.header(_("Det er for få svar til å vise noe ennå"), anchor=False)
        came = sum(progress.answered.values())
        st.text(
            _(
                "{count} har svart. Det trengs minst {floor} for at ingen skal kjennes igjen. Lenkene virker fortsatt, så "
                "minn gjerne folk på dem: når nok er kommet, kan du vise bildet her.",
                count=came,
                floor=held.floor,
            )
        )
    if progress.can_release:
        label = _("Ta med {count} nye svar", count=progress.waiting) if anything else _("Vis bildet")
        if anything:
            st.info(_("{count} nye svar er kommet etter at du lukket runden.", count=progress.waiting))
        if st.button(label, key=f"release-{held.id}", type="primary"):
            do(feedback_results.release_more, visitor, held.id, said=_("Bildet er oppdatert."))
    elif anything and progress.waiting:
        waiting = (
            _("{count} nye svar venter.", count=progress.waiting) if progress.waiting > 1 else _("1 nytt svar venter.")
        )
        st.info(f"{waiting} {_('De tas med når minst {more} nye er kommet i samme gruppe.', more=held.more)}")


def _picture(results: Results, own: Scores | None, earlier: feedback_sight.Seen | None) -> None:
    together = results.together or Scores()
    scores, names = layers(results, together, own)
    if earlier and earlier.results.together and earlier.round.closed_at:
        scores["earlier"] = earlier.results.together
        names["earlier"] = _("Andre, {day}", day=day_of(earlier.round.closed_at))
    art, page = st.columns([7, 5], gap="large")
    with art:
        chosen = switched(scores, names, of="others-", on=list(names)[:2])
        for each in behind(results):
            st.caption(plain(each))
    with page:
        if chosen:
            opened(chosen, scores, names)
        with st.container(key="balance-words", gap="small"):
            for heading, lines in compared(own, together):
                st.header(heading, anchor=False)
                st.markdown(" ".join(plain(each) for each in lines))
        if own is None:
            st.text(_("Ta egenvurderingen, så kan du se svarene dine ved siden av."))
            st.link_button(_("Til egenvurderingen"), ASSESS)
    st.header(_("Atferd for atferd"), anchor=False)
    figures_table(results, scores, names)


def layers(results: Results, together: Scores, own: Scores | None) -> tuple[dict[str, Scores], dict[str, str]]:
    """By their names in LOOKS: one's own, all others, and each group of them where there are several."""
    scores, names = ({OWN: own}, {OWN: _("Du selv")}) if own else ({}, {})
    if len(results.cells) > 1:
        scores["others"], names["others"] = together, _("Andre samlet")
    for cell, shown in results.cells.items():
        layer = "rest" if cell == OTHERS else cell
        scores[layer], names[layer] = shown.scores, cell_called(cell)
    return scores, names


def behind(results: Results) -> list[str]:
    """How many there are behind each figure, and who was counted together and why."""
    people = [f"{cell_called(cell)} {shown.people}" for cell, shown in results.cells.items()]
    said = [_("Antall svar: {people}. For hver rolle er atferdene i halve trinn.", people=", ".join(people))]
    if OTHERS in results.cells and len(results.merged) > 1:
        said.append(
            _(
                "Øvrige er {roles}. De er talt sammen fordi noen av dem er for få til å vises uten at enkeltpersoner kan "
                "kjennes igjen.",
                roles=roles_listed(results.merged),
            )
        )
    return said


def _further() -> None:
    """What to do with it."""
    st.header(_("Veien videre"), anchor=False)
    st.text(
        _("Velg noe av det du ser her, og gjør det til en plan. Rapporten din ligger som PDF under «Filer» samme sted.")
    )
    st.page_link("leader/plan.py", label=_("Lag en plan"), icon=":material/flag:", query_params={"plan": "ny"})
    st.page_link("leader/plan.py", label=_("Min plan, og rapporten som PDF"), icon=":material/picture_as_pdf:")


def _own_words(visitor: Visitor, held: Feedback) -> None:
    with reading() as db:
        texts: Mapping[str, list[str]] = feedback_results.texts(db, visitor, held.id)
    st.header(_("Det folk har skrevet"), anchor=False)
    if not texts:
        few = sum(held.people.values()) < feedback_results.TEXT_FLOOR
        floor = feedback_results.TEXT_FLOOR
        st.text(_("Vises når minst {floor} har svart.", floor=floor) if few else _("Ingen har skrevet noe ennå."))
        return
    st.caption(_("I tilfeldig rekkefølge. Les det som et tilbud, og la være å gjette hvem som har skrevet hva."))
    for question in feedback_words().open_questions.items:
        if question.id in texts:
            with st.container(key=f"own-words-{question.id}", gap="small"):
                st.markdown(f"**{plain(about(question, held.called, language()))}**")
                for at, each in enumerate(texts[question.id]):
                    with st.container(key=f"quote-{question.id}-{at}"):
                        st.text(each)

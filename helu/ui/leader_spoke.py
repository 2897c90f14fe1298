"""One spoke of the radar, opened: what it means, what is in it, what one answered oneself, and the distance."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from helu.content.balance_words import Behaviour, Statement, balance_words, in_language
from helu.content.profile_speech import figure
from helu.domain.balance import Scores
from helu.domain.orientations import MARKS
from helu.domain.profile_words import gap
from helu.i18n import _, language
from helu.store.profile_tables import Assessment
from helu.ui.radar_words import distance, name_of, signed
from helu.ui.words import plain


@dataclass(frozen=True)
class Beside:
    """What others or a group say of the same, as a layer by its name in LOOKS."""

    layer: str
    name: str
    scores: Scores

    def figure(self, id_: str) -> float | None:
        return _figures(self.scores, id_).get(id_)


@dataclass(frozen=True)
class Looked:
    """The round that is looked at, and the figures beside it."""

    round: Assessment
    now: Scores
    wanted: Scores
    earlier: Scores | None
    beside: Sequence[Beside] = ()

    def figures(self, id_: str) -> tuple[float | None, float | None, float | None, float | None]:
        """Now, wanted, wanted minus now, and last time."""
        now, wanted = _figures(self.now, id_), _figures(self.wanted, id_)
        earlier = _figures(self.earlier, id_).get(id_) if self.earlier else None
        return now.get(id_), wanted.get(id_), gap(now, wanted, id_), earlier


def _figures(scores: Scores, id_: str) -> dict[str, float | None]:
    return scores.dimensions if id_ in MARKS else scores.behaviours


def spoke(looked: Looked, id_: str) -> None:
    with st.container(key="spoke-open", border=True):
        st.header(plain(signed(id_)), anchor=False)
        if id_ in MARKS:
            _dimension(looked, id_)
        else:
            behaviour = balance_words().behaviour(id_)
            st.text(in_language(behaviour.description, language()))
            st.markdown(_numbers(looked, id_))
            _statements(looked, behaviour)
            plan_link(id_)


def _dimension(looked: Looked, id_: str) -> None:
    dimension = balance_words().dimension(id_)
    st.text(in_language(dimension.definition, language()))
    st.markdown(_numbers(looked, id_))
    apart = {each.id: looked.figures(each.id)[2] or 0 for each in dimension.behaviours}
    widest = max(apart, key=apart.__getitem__)  # what one wants most more of stands open, with the way to a plan
    for each in dimension.behaviours:
        with st.container(key=f"behaviour-{each.id}", gap=None):
            st.markdown(f"**{plain(signed(each.id))}**")
            st.caption(plain(in_language(each.description, language())))
            st.markdown(_numbers(looked, each.id))
            said = plain(_("Påstandene og svarene dine om «{name}»", name=name_of(each.id)))
            with st.expander(said, expanded=each.id == widest and apart[widest] > 0):
                _statements(looked, each)
                plan_link(each.id)


def _numbers(looked: Looked, id_: str) -> str:
    now, wanted, between, earlier = looked.figures(id_)
    others = [f"{each.name} {figure(value)}" for each in looked.beside if (value := each.figure(id_)) is not None]
    if now is None and wanted is None:
        return plain(" · ".join([_("Ikke besvart."), *others]))
    parts = [_("Nå {step}", step=figure(now)), _("ønsket {step}", step=figure(wanted))]
    parts += [_("avstand {step}", step=distance(between))] if between is not None else []
    parts += [_("sist gang {step}", step=figure(earlier))] if earlier is not None else []
    return plain(" · ".join([*parts, *others]))


def _statements(looked: Looked, behaviour: Behaviour) -> None:
    for each in behaviour.asked(looked.round.form):
        with st.container(key=f"statement-{each.id}", gap=None):
            st.text(in_language(each, language()))
            st.caption(plain(_answers(looked.round, each)))


def _answers(round_: Assessment, statement: Statement) -> str:
    now, wanted = (_step(answers, statement.id) for answers in (round_.current, round_.wanted))
    said = _("Du svarte: nå {now}, ønsket {wanted}.", now=now, wanted=wanted)
    here, there = round_.current.get(statement.id), round_.wanted.get(statement.id)
    if here is None or there is None:
        return said
    return f"{said} {_('Avstand {step}.', step=distance(there - here, 0))}"


def _step(answers: dict[str, int | None], statement: str) -> str:
    if statement not in answers:
        return _("ikke besvart")
    step = answers[statement]
    return in_language(balance_words().scale.skip, language()).lower() if step is None else str(step)


def plan_link(behaviour: str) -> None:
    about = {"atferd": behaviour}
    with st.container(key=f"steer-plan-{behaviour}"):
        st.page_link("leader/plan.py", label=_("Lag en plan av dette"), icon=":material/flag:", query_params=about)

"""What the gatherings of these tests are made of."""

from typing import Any

Plan = list[dict[str, Any]]

A_B_C = [{"id": "ro", "text": "Ro"}, {"id": "mot", "text": "Mot"}, {"id": "retning", "text": "Retning"}]
PROMPT = "Hva vil du prøve før neste samling?"


def open_cards(title: str = "Hva er viktigst?", **more: Any) -> dict[str, Any]:
    return {"kind": "open_cards", "title": title, "settings": {"cards": 1}} | more


CHOICE = {"kind": "choice", "title": "Hva velger vi?", "settings": {"options": A_B_C}}
SEVERAL = CHOICE | {"key": "several", "title": "Hva kan vi velge?", "settings": {"options": A_B_C, "several": True}}
SCALE = {
    "kind": "scale",
    "title": "Hvor står vi?",
    "settings": {"statements": [{"id": "s1", "text": "Vi har et mål"}, {"id": "s2", "text": "Vi lytter"}]},
}
POINTS = {"kind": "points", "title": "Hva veier tyngst?", "settings": {"options": A_B_C}}
DOTS = {"kind": "dot_vote", "title": "Hva begynner vi med?", "settings": {"options": A_B_C, "dots": 3}}
RANKING = {"kind": "ranking", "title": "Hva kommer først?", "settings": {"options": A_B_C}}
MATRIX = {"kind": "matrix_text", "title": "Mer eller mindre?", "settings": {}, "groups": 3}
SENTENCE = {
    "kind": "sentence_completion",
    "title": "Fullfør",
    "settings": {"lead": "Vi lykkes når …", "endings": 2},
    "anonymous": False,
}
WORDS = {"kind": "word_cloud", "title": "Tre ord om i dag", "settings": {"words": 3}}
GROUPS = {
    "kind": "group_work",
    "title": "Hva er samskaping?",
    "hint": "Snakk sammen først.",
    "groups": 3,
    "settings": {"roles": [{"title": "Ordstyrer", "draw": "Den høyeste", "duty": "Passer på at alle får ordet"}]},
}
NOTE = {"kind": "private_note", "title": "Et løfte til meg selv", "settings": {"prompt": PROMPT}}
CARD = {"kind": "text_card", "title": "Velkommen", "settings": {"text": "**Hei** alle sammen\n\n- skann\n- svar"}}
BOARD = {
    "kind": "theme_board",
    "title": "Hva hører sammen?",
    "settings": {"material": [{"activity": "open_cards", "what": "cards"}]},
}
EFFORT = {"kind": "effect_effort", "title": "Hva lønner seg?", "settings": {"options": A_B_C}}
AGREEMENT = {"kind": "agreement", "title": "Kan vi stå bak dette?", "settings": {}}
DECISION = {
    "kind": "decision",
    "title": "Vedtar vi dette?",
    "settings": {"material": [{"activity": "agreement", "what": "options"}]},
}
COMMITMENTS = {"kind": "commitments", "title": "Hva forplikter du deg til?", "settings": {}, "anonymous": False}
FOLLOW_UP = {"kind": "follow_up", "title": "Hvordan gikk det?", "settings": {}}
DEVELOPMENT = {"kind": "pulse_development", "title": "Fra puls til puls", "settings": {}}
DRAFT = {"kind": "purpose_draft", "title": "Skriv et utkast", "groups": 2, "live": True, "settings": {}}
POSTER = {"kind": "purpose_poster", "title": "Plakaten vår", "settings": {}}
WHEEL = {"kind": "platform_wheel", "title": "Plattformen vår", "settings": {}}

EVERY_KIND: Plan = [
    CARD,
    open_cards(settings={"cards": 3}),
    CHOICE,
    SEVERAL,
    SCALE,
    POINTS,
    DOTS,
    RANKING,
    MATRIX,
    SENTENCE,
    WORDS,
    GROUPS,
    NOTE,
    BOARD,
    EFFORT,
    AGREEMENT,
    DECISION,
    COMMITMENTS,
    FOLLOW_UP,
    DEVELOPMENT,
    DRAFT,
    POSTER,
    WHEEL,
]

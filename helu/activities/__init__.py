"""The activities Helu knows. To add one: copy the nearest module, then list it here."""

from helu.activities.agreement import GradedAgreement
from helu.activities.base import Kind
from helu.activities.choice import Choice
from helu.activities.commitments import CommitmentsKind
from helu.activities.decision import DecisionKind
from helu.activities.dot_vote import DotVote
from helu.activities.effect_effort import EffectEffort
from helu.activities.follow_up import FollowUp
from helu.activities.group_radar import GroupRadar
from helu.activities.group_work import GroupWork
from helu.activities.matrix_text import MatrixText
from helu.activities.open_cards import OpenCards
from helu.activities.plan_follow_up import PlanFollowUp
from helu.activities.platform_wheel import PlatformWheel
from helu.activities.points import Points
from helu.activities.private_note import PrivateNote
from helu.activities.pulse_development import PulseDevelopment
from helu.activities.purpose_draft import PurposeDraft
from helu.activities.purpose_poster import PurposePoster
from helu.activities.ranking import Ranking
from helu.activities.scale import Scale
from helu.activities.self_assessment import SelfAssessment
from helu.activities.sentence_completion import SentenceCompletion
from helu.activities.text_card import TextCard
from helu.activities.theme_board import ThemeBoard
from helu.activities.word_cloud import WordCloud

ACTIVITIES: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        OpenCards(),
        WordCloud(),
        Choice(),
        Scale(),
        Points(),
        ThemeBoard(),
        DotVote(),
        EffectEffort(),
        GradedAgreement(),
        DecisionKind(),
        Ranking(),
        MatrixText(),
        SentenceCompletion(),
        GroupWork(),
        CommitmentsKind(),
        FollowUp(),
        PulseDevelopment(),
        PurposeDraft(),
        PurposePoster(),
        PrivateNote(),
        TextCard(),
        PlatformWheel(),
        SelfAssessment(),
        GroupRadar(),
        PlanFollowUp(),
    )
}

"""The only part of Helu, besides the door, that knows Streamlit. Pages are written with these words."""

from helu.services.showing import asks
from helu.store.database import reading, writing
from helu.ui.account import change_password, log_out_button, organisation_choice, speak_page
from helu.ui.answers import answer_by_hand, head_of_page, piece_list
from helu.ui.deeds import chosen_workshop, do, outcome, seen, tell, undo
from helu.ui.editing import (
    activity_buttons,
    activity_form,
    add_forms,
    give_group_form,
    item_form,
    plan_choice,
    rename_form,
)
from helu.ui.feedback_page import feedback_from_others
from helu.ui.frame import navigation, sign
from helu.ui.frames import phone_frame, wall_frame
from helu.ui.gatherings import (
    gathering_card,
    group_choice,
    make_gathering,
    own_gathering,
    warn_about_no_group,
    warn_about_plain_http,
)
from helu.ui.group_page import group_balance
from helu.ui.group_part import asked_for
from helu.ui.inviting import invite_list, invited_table
from helu.ui.leader_beginning import first_step
from helu.ui.leader_lock import require_unlocked
from helu.ui.leader_pages import next_step, own_pages
from helu.ui.leader_radar import leader_radar
from helu.ui.material import material_card
from helu.ui.people import (
    group_card,
    group_form,
    invite_form,
    people_tabs,
    person_row,
    role_words,
    show_link,
    waiting_row,
)
from helu.ui.platform_pages import chosen_platform, platform_head, platform_list, platform_views
from helu.ui.platform_reading import own_platform
from helu.ui.poster_desk import poster_desk
from helu.ui.poster_lines import poster_lines
from helu.ui.poster_page import poster_pen, poster_sections
from helu.ui.poster_preview import poster_preview
from helu.ui.poster_versions import poster_status
from helu.ui.problems import told_plainly
from helu.ui.pulse import pulse, steady_hand
from helu.ui.running import (
    head_of_desk,
    main_buttons,
    now_card,
    plan_list,
    script_card,
    small_buttons,
    timer_buttons,
)
from helu.ui.taking import bring_in, take_home
from helu.ui.templates import content_problems, own_template_buttons, template_view
from helu.ui.visitor import require_facilitator, require_login, require_owner
from helu.ui.words import plain
from helu.ui.work import work

__all__ = [
    "activity_buttons",
    "activity_form",
    "add_forms",
    "answer_by_hand",
    "asked_for",
    "asks",
    "bring_in",
    "change_password",
    "chosen_platform",
    "chosen_workshop",
    "content_problems",
    "do",
    "feedback_from_others",
    "first_step",
    "gathering_card",
    "give_group_form",
    "group_balance",
    "group_card",
    "group_choice",
    "group_form",
    "head_of_desk",
    "head_of_page",
    "invite_form",
    "invite_list",
    "invited_table",
    "item_form",
    "leader_radar",
    "log_out_button",
    "main_buttons",
    "make_gathering",
    "material_card",
    "navigation",
    "next_step",
    "now_card",
    "organisation_choice",
    "outcome",
    "own_gathering",
    "own_pages",
    "own_platform",
    "own_template_buttons",
    "people_tabs",
    "person_row",
    "phone_frame",
    "piece_list",
    "plain",
    "plan_choice",
    "plan_list",
    "platform_head",
    "platform_list",
    "platform_views",
    "poster_desk",
    "poster_lines",
    "poster_pen",
    "poster_preview",
    "poster_sections",
    "poster_status",
    "pulse",
    "reading",
    "rename_form",
    "require_facilitator",
    "require_login",
    "require_owner",
    "require_unlocked",
    "role_words",
    "script_card",
    "seen",
    "show_link",
    "sign",
    "small_buttons",
    "speak_page",
    "steady_hand",
    "take_home",
    "tell",
    "template_view",
    "timer_buttons",
    "told_plainly",
    "undo",
    "waiting_row",
    "wall_frame",
    "warn_about_no_group",
    "warn_about_plain_http",
    "work",
    "writing",
]

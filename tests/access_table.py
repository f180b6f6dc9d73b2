"""The table of access; `tests/test_access.py` reads it and explains its signs.

Columns from left to right are VISITORS. `(draft)` is an edition that is not public yet; the
organiser of another edition is the organiser of that one. What belongs to one person (a message, a
consent) belongs to the head; what a curator sees or sent belongs to the first curator's district.
"""

from tests.access_catalogue import CATALOGUE
from tests.access_commitments import COMMITMENTS
from tests.access_hall import HALL
from tests.access_indicators import INDICATORS
from tests.access_library_adoption import ADOPTION
from tests.access_library_own import OWN
from tests.access_library_papers import PAPERS
from tests.access_library_review import REVIEW
from tests.access_projects import PROJECTS
from tests.access_schedule import SCHEDULE
from tests.access_search import SEARCH

STRANGER, HEAD = "stranger", "head"
OTHER_CURATOR, OTHER_ORGANISER = "curator of another district", "organiser of another edition"
VISITORS = (
    STRANGER,
    "resident",
    HEAD,
    "curator",
    OTHER_CURATOR,
    "expert",
    "editor",
    "moderator",
    "organiser",
    OTHER_ORGANISER,
    "administrator",
)

TABLE = """
# The rest
health                                      +++++++++++
icon                                        +++++++++++
ui:view                                     +++++++++++
portal:home                                 +++++++++++
portal:my_page                              →++++++++++
portal:about                                +++++++++++
portal:bashkir                              +++++++++++

# Sign-in
account_login                               +++++++++++
account_request_login_code                  +++++++++++
account_confirm_login_code                  →++++++++++
account_signup                              +++++++++++
account_email_verification_sent             →++++++++++
account_email                               →++++++++++
account_logout                              +++++++++++
account_inactive                            +++++++++++
account_key                                 +++++++++++
account_code                                +++++++++++
account_codes                               →··++·····+
account_code_for                            ···+······+
account_second_factor                       →++++++++++
mfa_index                                   →++++++++++
mfa_authenticate                            →++++++++++
mfa_reauthenticate                          →··········
mfa_activate_totp                           →++++++++++
mfa_deactivate_totp                         →··········
mfa_view_recovery_codes                     →··········
mfa_generate_recovery_codes                 →++++++++++
mfa_download_recovery_codes                 →··········
mfa_list_webauthn                           →++++++++++
mfa_add_webauthn                            →++++++++++
mfa_reauthenticate_webauthn                 →··········
mfa_remove_webauthn                         →··········
mfa_edit_webauthn                           →··········
mfa_login_webauthn                          →++++++++++
usersessions_list                           →++++++++++
account_sessions_closing                    ·→→→→→→→→→→
account_session_closing                     ···········

# The directory
directory:places                            +++++++++++
directory:place_choices                     +++++++++++
directory:chosen_place                      ···········
directory:register_lists                    →·····+···+
directory:register_list                     →·····+···+
directory:register_list_application         ······+···+
directory:register_list_withdrawal          ······+···+
directory:place                             +++++++++++
directory:place_merge                       →·····+···+
directory:place_status                      →·····+···+
directory:place_name                        →·····+···+
directory:people                            →··++·+···+
directory:person_new                        →··++·+···+
directory:person                            →··+··+···+
directory:person_details                    →··+··+···+
directory:declined_names                    →··+··+···+
directory:post_new                          →··+··+···+
directory:role_new                          →·········+
directory:post_end                          →··+··+···+
directory:post_handover                     →··+··+···+
directory:role_end                          →·········+
directory:organisations                     +++++++++++
directory:organisation_new                  →++++++++++
directory:organisation                      ······++··+
directory:organisation_details              →·····++··+
directory:organisation_approval             ······++··+
directory:organisation_approval_withdrawal  ······++··+
directory:representative_new                →·····+···+
directory:my_data                           →++++++++++
directory:profile                           →++++++++++
directory:own_names                         →++++++++++
directory:my_data_json                      →++++++++++
directory:my_data_xlsx                      →++++++++++
directory:deletion                          →++++++++++
directory:consent_giving                    ···········
directory:withdrawal                        ··+········
directory:consent                           +++++++++++
directory:consent_text                      +++++++++++
directory:records                           →·········+
directory:records_xlsx                      →·········+
directory:recurring                         →·········+
directory:retention                         →·········+
directory:destruction_acts                  →·········+
directory:destruction_act                   →·········+

# Messages
channels:messages                           →++++++++++
channels:message                            →·+········
channels:outbox                             →·······+++
channels:delivery                           ········+·+

# Documents
documents:check                             +++++++++++
documents:check_code                        +++++++++++
documents:mine                              →++++++++++
documents:document                          →·······+·+
documents:document_file                     →·+·····+·+
documents:document_printing                 ········+·+
documents:document_revocation               ········+·+
documents:batch                             →·······+·+
documents:batch_file                        →·······+·+
documents:batch_stop                        ········+·+
documents:batch_again                       ········+·+
documents:batches                           →·······+·+
documents:log                               →·······+·+
documents:wordings                          →·······+·+
documents:wording                           →·······+·+
documents:wording_paper                     →·······+·+
documents:wording_return                    ········+·+
documents:act_file                          →·········+

# Machine-readable: calendars, schedules, files
forum_feeds:agenda_calendar                 +++++++++++
forum_feeds:schedule_xml                    +++++++++++
forum_feeds:schedule_xml (draft)            ···········
forum_feeds:schedule_json                   +++++++++++
forum_feeds:calendar                        +++++++++++
forum_feeds:calendar (draft)                ···········
forum_feeds:track_calendar                  +++++++++++
forum_feeds:person_calendar                 +++++++++++
forum_feeds:session_calendar                +++++++++++
forum_feeds:programme_pdf                   +++++++++++
forum_feeds:programme_pdf (draft)           ···········
forum_feeds:programme_docx                  +++++++++++
forum_feeds:badge_code                      +++++++++++
forum_feeds:document                        +++++++++++
forum_feeds:door_worker                     +++++++++++
forum_feeds:door_manifest                   +++++++++++
forum_feeds:door_manifest (draft)           ······+·+++
forum_feeds:door_devices                    +++++++++++
forum_feeds:door_list                       ···········
forum_feeds:door_marks                      ···········
forum_feeds:material                        +++++++++++

# The forum as everybody sees it
forum:editions                              +++++++++++
forum:edition                               +++++++++++
forum:edition (draft)                       ······+·+++
forum:programme                             +++++++++++
forum:programme (draft)                     ······+·+++
forum:programme_print                       +++++++++++
forum:programme_day                         +++++++++++
forum:session                               +++++++++++
forum:person                                +++++++++++
forum:route                                 +++++++++++
forum:door                                  +++++++++++
forum:door (draft)                          ······+·+++
forum:badge_found                           +++++++++++
forum:badge_found (draft)                   ······+·+++

# Registration, agenda, invitations
forum:calendar                              →++++++++++
forum:registration                          +++++++++++
forum:registration (draft)                  ······+·+++
forum:registration_answers                  →++++++++++
forum:registration_cancellation             →++++++++++
forum:agenda                                →++++++++++
forum:agenda (draft)                        →·····+·+++
forum:agenda_item                           →++++++++++
forum:agenda_item_removal                   ··+········
forum:registrations                         →··++···+·+
forum:registration_for                      →··++···+·+
forum:registrations_export                  →··++···+·+
forum:registration_confirmations            ········+·+
forum:limits                                →·······+·+
forum:questions                             →·······+·+
forum:question_removal                      ········+·+
forum:quotas                                →·······+·+
forum:one_registration                      →·······+·+
forum:registration_confirmation             ········+·+
forum:others_cancellation                   ········+·+
forum:lists                                 →··++···+·+
forum:list_template                         →··++···+·+
forum:one_list                              →··+····+·+
forum:list_application                      ···+····+·+
forum:list_withdrawal                       ···+····+·+
forum:districts                             →·······+·+
forum:district_reminders                    ········+·+
forum:districts_export                      →·······+·+
forum:invitations                           →·······+·+
forum:invitations_of_heads                  ········+·+
forum:invitation_papers                     ········+·+

# Feedback
forum:feedback                              →++++++++++
forum:feedback (draft)                      →·····+·+++
forum:feedback_words                        →++++++++++
forum:feedback_removal                      →++++++++++
forum:session_feedback                      →++++++++++
forum:session_feedback_words                →++++++++++
forum:session_feedback_removal              →++++++++++
forum:session_feedback_results              →····++·+·+
forum:feedback_results                      →·····+·+·+
forum:feedback_export                       →·····+·+·+
forum:feedback_invitations                  ········+·+

# The organiser's desk
forum:desk                                  ······+·+++
forum:edition_new                           ········+·+
forum:edition_desk                          ······+·+·+
forum:edition_desk (draft)                  ······+·+++
forum:edition_facts                         ········+·+
forum:desk_document_new                     ········+·+
forum:desk_document_removal                 ········+·+
forum:desk_rules                            ········+·+
forum:desk_places                           ········+·+
forum:desk_day_new                          ········+·+
forum:desk_day                              ········+·+
forum:desk_day_removal                      ········+·+
forum:desk_hall_new                         ········+·+
forum:desk_hall                             ········+·+
forum:desk_hall_removal                     ········+·+
forum:desk_hall_closing                     ········+·+
forum:desk_hall_opening                     ········+·+
forum:desk_track_new                        ········+·+
forum:desk_track                            ········+·+
forum:desk_track_removal                    ········+·+
forum:desk_routes                           ········+·+
forum:desk_route_new                        ········+·+
forum:desk_route                            ········+·+
forum:desk_route_removal                    ········+·+
forum:desk_stop_new                         ········+·+
forum:desk_stop                             ········+·+
forum:desk_stop_removal                     ········+·+
forum:desk_people                           ······+·+·+
forum:desk_availability                     ······+·+·+
forum:desk_availability_removal             ······+·+·+
forum:desk_sessions                         ······+·+·+
forum:desk_session_new                      ······+·+·+
forum:desk_session                          ······+·+·+
forum:desk_session_removal                  ······+·+·+
forum:desk_place                            ······+·+·+
forum:desk_place_removal                    ······+·+·+
forum:desk_swap                             ······+·+·+
forum:desk_material_new                     ······+·+·+
forum:desk_material_removal                 ······+·+·+
forum:desk_contributor_search               ······+·+·+
forum:desk_contributor_new                  ······+·+·+
forum:desk_contribution_new                 ······+·+·+
forum:desk_contribution                     ······+·+·+
forum:desk_contribution_removal             ······+·+·+
forum:desk_programme                        ······+·+·+
forum:desk_programme (draft)                ······+·+++
forum:desk_command                          ······+·+·+
forum:desk_versions                         ······+·+·+
forum:desk_approval                         ······+·+·+
forum:desk_approval (draft)                 ······+·+++
forum:desk_difference                       ······+·+·+
forum:exchange                              ········+·+
forum:exchange_file                         ········+·+
forum:exchange_application                  ········+·+
forum:exchange_withdrawal                   ········+·+

# Papers, badges, guests, entry from signed sheets
forum:attendance                            →·······+·+
forum:attendance (draft)                    →·······+++
forum:doors                                 →·······+·+
forum:doors (draft)                         →·······+++
forum:usual_doors                           ········+·+
forum:door_passes                           →·······+·+
forum:pass_revocation                       ········+·+
forum:device_revocation                     ········+·+
forum:door_closing                          ········+·+
forum:door_opening                          ········+·+
forum:door_marks                            →·······+·+
forum:mark_voiding                          →·······+·+
forum:papers                                →·······+·+
forum:papers (draft)                        →·······+++
forum:papers_draft                          →·······+·+
forum:papers_badges                         ········+·+
forum:papers_sheets                         ········+·+
forum:papers_list                           ········+·+
forum:badges                                →·······+·+
forum:badges_printing                       ········+·+
forum:badge_spares                          ········+·+
forum:badge_replacement                     →·······+·+
forum:badge_owner                           →·······+·+
forum:guest                                 →·······+·+
forum:sheets                                →·······+·+
forum:sheet                                 →·······+·+

# Certificates and the account
forum:account                               ······+·+·+
forum:account_file                          ······+·+·+
forum:certificates                          ········+·+
forum:certificate_rules                     ········+·+
forum:certificate_issuing                   ········+·+
forum:certificate_sending                   ········+·+
forum:certificate_printing                  ········+·+
forum:certificate_renewal                   ········+·+
forum:certificate_preview                   ········+·+
forum:certificate_revocation                ········+·+
forum:certificate_name                      ········+·+
"""

TABLE += PROJECTS + SCHEDULE + COMMITMENTS + HALL + SEARCH + CATALOGUE + ADOPTION + REVIEW + OWN
TABLE += PAPERS + INDICATORS

"""The most SQL queries that each kind of page may make, and who opens it.

An address, a visitor, a number a line; `tests/test_budgets.py` opens each with one row of
everything and with many: the number is the same.
"""

from tests.budget_call import CALL
from tests.budget_catalogue import CATALOGUE
from tests.budget_indicators import INDICATORS
from tests.budget_library_adoption import ADOPTION
from tests.budget_library_own import OWN
from tests.budget_library_papers import PAPERS
from tests.budget_library_review import REVIEW
from tests.budget_projects import PROJECTS
from tests.budget_search import SEARCH

TABLE = """
portal:home                         stranger        3
portal:home                         head            6
portal:my_page                      head           21
portal:about                        stranger        2
portal:bashkir                      stranger        2
ui:view                             stranger        2
account_login                       stranger        2
account_signup                      stranger        4
forum:editions                      stranger        3
forum:edition                       stranger        7
forum:programme                     stranger        4
forum:programme_day                 stranger        4
forum:programme_print               stranger        3
forum:session                       stranger        3
forum:person                        stranger        4
forum:route                         stranger        4
forum:door                          stranger        3
forum_feeds:door_worker             stranger        2
forum_feeds:door_manifest           stranger        3
forum:registration                  stranger        12
forum:registration                  resident       20
forum:registration                  head           11
forum:agenda                        head            9
forum:agenda_item                   head           10
forum:calendar                      head            7
forum:feedback                      head           10
forum:session_feedback              head           11
forum:session_feedback_results      expert         14
forum:feedback_results              organiser      14
forum:feedback_export               organiser      13
forum_feeds:schedule_xml            stranger        3
forum_feeds:schedule_json           stranger        3
forum_feeds:programme_pdf           stranger        3
forum_feeds:programme_docx          stranger        3
forum:badge_found                   stranger        3
forum_feeds:calendar                stranger        3
forum_feeds:track_calendar          stranger        3
forum_feeds:person_calendar         stranger        3
forum_feeds:session_calendar        stranger        3
forum_feeds:agenda_calendar         stranger        4

forum:commitments                   stranger       12
forum:commitment                    stranger        6
forum:commitment                    head            9
forum:commitments_desk              organiser      20
forum:commitment_desk               organiser      20
forum:commitments_noting            organiser      10
forum:session_noting                organiser      10
forum:commitments_export            organiser      10
forum:commitments_resolution        organiser      16
forum:commitment_lists              organiser       8

directory:places                    stranger        3
directory:place                     stranger       10
directory:place                     editor         13
directory:place_choices             stranger        2
directory:register_lists            editor          6
directory:people                    curator         9
directory:people                    editor          9
directory:person                    editor         10
directory:declined_names            editor          8
directory:own_names                 head            6
directory:organisations             stranger        3
directory:organisations             editor          7
directory:organisation              editor          7
directory:my_data                   head           60
directory:my_data_json              head           55
directory:my_data_xlsx              head           55
directory:consent_text              stranger        4
directory:records                   administrator   8
directory:records_xlsx              administrator   7
directory:retention                 administrator   6
directory:recurring                 administrator   6
directory:destruction_acts          administrator   7
directory:destruction_act           administrator   6
account_codes                       curator         8
account_second_factor               head            9
usersessions_list                   head            6
channels:messages                   head            8
channels:message                    head            7
channels:outbox                     administrator   9
documents:check                     stranger        2
documents:check_code                stranger        3
documents:mine                      head            6
documents:document                  organiser      10
documents:document_file             organiser      13
documents:document_file             head           12
documents:batch                     organiser       8
documents:batch_file                organiser       7
documents:batches                   organiser       7
documents:log                       organiser       8
documents:wordings                  organiser       7
documents:wording                   organiser      11
documents:wording_paper             organiser       7
documents:act_file                  administrator   6

forum:desk                          organiser       6
forum:edition_desk                  organiser      24
forum:edition_facts                 organiser       8
forum:desk_rules                    organiser       7
forum:desk_places                   organiser       9
forum:desk_routes                   organiser       7
forum:desk_route                    organiser       9
forum:desk_people                   organiser      10
forum:desk_availability             organiser       8
forum:desk_sessions                 organiser       8
forum:desk_session                  organiser      10
forum:desk_programme                organiser      19
forum:desk_versions                 organiser       7
forum:desk_approval                 organiser      18
forum:desk_difference               organiser       8
forum:exchange                      organiser       7
forum:registrations                 organiser      12
forum:registrations                 curator        12
forum:one_registration              organiser       9
forum:questions                     organiser       7
forum:registrations_export          organiser      11
forum:registrations_export          curator        11
forum:registration_for              curator         9
forum:limits                        organiser       7
forum:quotas                        organiser       9
forum:lists                         curator         7
forum:districts                     organiser      10
forum:invitations                   organiser      14
forum:attendance                    organiser      14
forum:doors                         organiser      14
forum:door_marks                    organiser      14
forum:mark_voiding                  organiser      14
forum:papers                        organiser      20
forum:badges                        organiser      12
forum:badge_replacement             organiser       8
forum:badge_owner                   organiser       7
forum:guest                         organiser      10
forum:sheets                        organiser       7
forum:sheet                         organiser      10
forum:account                       organiser      18
forum:account_file                  organiser      20
forum:certificates                  organiser      22
forum:certificate_preview           organiser      16
forum:desk_schedule                 organiser      26
forum:schedule_rules                organiser       8
forum:schedule_sessions             organiser      11
forum:schedule_session              organiser      14
forum:schedule_tracks               organiser      10
forum:schedule_halls                organiser       9
forum:schedule_speakers             organiser      11
forum:schedule_speaker              organiser       9
forum:solving                       organiser      36
forum:solvings_compared             organiser      18
forum:speaker_dropout               organiser      20
forum:wishes                        head            8
live:hall                           stranger        7
live:questions                      stranger        6
live:badge                          stranger        6
live:screen                         stranger        6
live_feeds:state                    stranger        6
live:archive                        stranger        6
live:answer                         expert         12
live:desk_hall                      organiser      12
live:desk_hall_rules                organiser       8
live:desk_floor                     organiser      16
live:desk_floor_settings            organiser       8
live:desk_writing                   organiser      10
live:desk_poll                      organiser       8
"""

TABLE += CALL + PROJECTS + SEARCH + CATALOGUE + ADOPTION + REVIEW + OWN
TABLE += PAPERS + INDICATORS

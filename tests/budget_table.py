"""The most SQL queries that each kind of page may make, and who opens it.

An address, a visitor, a number a line; `tests/test_budgets.py` opens each with one row of
everything and with many: the number is the same.
"""

TABLE = """
portal:home                         stranger        3
portal:home                         head            6
portal:my_page                      head           10
portal:about                        stranger        2
portal:bashkir                      stranger        2
ui:view                             stranger        2
account_login                       stranger        2
account_signup                      stranger        4
forum:editions                      stranger        3
forum:edition                       stranger        5
forum:programme                     stranger        4
forum:programme_day                 stranger        4
forum:programme_print               stranger        3
forum:session                       stranger        3
forum:person                        stranger        4
forum:route                         stranger        4
forum:registration                  stranger        12
forum:registration                  resident       20
forum:registration                  head            8
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
forum_feeds:calendar                stranger        3
forum_feeds:track_calendar          stranger        3
forum_feeds:person_calendar         stranger        3
forum_feeds:session_calendar        stranger        3
forum_feeds:agenda_calendar         stranger        4

directory:places                    stranger        3
directory:place                     stranger       10
directory:place                     editor         13
directory:place_choices             stranger        2
directory:register_lists            editor          6
directory:people                    curator         9
directory:people                    editor          9
directory:person                    editor         10
directory:organisations             stranger        3
directory:organisations             editor          7
directory:organisation              editor          7
directory:my_data                   head           32
directory:my_data_json              head           27
directory:my_data_xlsx              head           27
directory:consent_text              stranger        4
directory:records                   administrator   8
directory:records_xlsx              administrator   7
directory:retention                 administrator   6
directory:destruction_acts          administrator   7
directory:destruction_act           administrator   6
account_codes                       curator         8
account_second_factor               head            9
usersessions_list                   head            6
channels:messages                   head            8
channels:message                    head            7
channels:outbox                     administrator   9

forum:desk                          organiser       6
forum:edition_desk                  organiser      20
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
"""

"""Sign-in, sign-up, second factor and sessions.

The sign-in library's own list is not included: its password pages do not exist here.
"""

from allauth.account import views as library
from django.urls import URLPattern, URLResolver, include, path

from rost.directory.views import account, codes, keys, sessions

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", account.entrance, name="account_login"),
    path("login/code/", account.entrance, name="account_request_login_code"),
    path("login/code/confirm/", library.confirm_login_code, name="account_confirm_login_code"),
    path("signup/", account.sign_up, name="account_signup"),
    path("confirm-email/", library.email_verification_sent, name="account_email_verification_sent"),
    path("email/", library.email, name="account_email"),
    path("logout/", library.logout, name="account_logout"),
    path("inactive/", library.account_inactive, name="account_inactive"),
    path("key/<str:secret>/", keys.key, name="account_key"),
    path("code/", keys.code, name="account_code"),
    path("codes/", codes.people, name="account_codes"),
    path("codes/<int:number>/", codes.code, name="account_code_for"),
    path("second-factor/", account.second_factor, name="account_second_factor"),
    path("2fa/", account.second_factor, name="mfa_index"),
    path("2fa/totp/activate/", account.new_totp, name="mfa_activate_totp"),
    path("2fa/webauthn/add/", account.new_passkey, name="mfa_add_webauthn"),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", sessions.sessions, name="usersessions_list"),
    path("sessions/closing/", sessions.closing_of_all, name="account_sessions_closing"),
    path("sessions/<int:number>/closing/", sessions.closing, name="account_session_closing"),
]
if account.SERVICES:
    urlpatterns += [
        path("services/", include("allauth.socialaccount.urls")),
        path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    ]

"""Settings of sign-in: codes by mail, passkeys, one-time passwords, OIDC; sessions and limits."""

from __future__ import annotations

from typing import Any

from rost.config.environment import DEMO, HTTPS, SITE_URL, env, flag

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:my_page"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True  # one address a person; a new one replaces the old when confirmed
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # slow mail, slow line
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "rost.directory.adapters.account.AccountAdapter"
ACCOUNT_USER_DISPLAY = "rost.directory.adapters.account.display_name"
ACCOUNT_FORMS = {
    "request_login_code": "rost.directory.forms.account.RequestCodeForm",
    "confirm_login_code": "rost.directory.forms.account.LoginCodeForm",
    "confirm_email_verification_code": "rost.directory.forms.account.EmailCodeForm",
    "signup": "rost.directory.forms.account.SignUpForm",
    "add_email": "rost.directory.forms.account.NewEmailForm",
}
# A hall of delegates, and a mobile operator, stand behind one address: the limits that
# stop guessing are those per e-mail address and per person.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "signup": "60/m/ip",
    "request_login_code": "60/m/ip,3/m/key,20/d/key",
    "login_failed": "30/m/ip,5/300s/key",
    "confirm_email": "1/10s/key,20/d/key",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
}
SIGN_IN_KEY_RATE_LIMITS = {
    "link": "60/m/ip",
    "code": "20/m/ip,200/d/ip",
    "issue": "30/h/user",
    "invitation": "20/d/user",  # letters to addresses that somebody types
    "door": "60/m/ip",  # telephones opening a pass; all of them may stand behind one address
}
# Wrong codes on the check page of documents; reasons in docs/decisions/check-page.md.
CHECK_RATE_LIMITS = {
    "wrong": "20/10m/ip,100/d/ip",
    "wrong_lately": "1/h/ip",
    "wrong_on_the_site": "300/h/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("BEHIND_PROXY") else 0
MFA_FORMS = {
    "add_webauthn": "rost.directory.forms.account.NewPasskeyForm",
    "edit_webauthn": "rost.directory.forms.account.PasskeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_URL.startswith("http://localhost")
MFA_ALLOW_UNVERIFIED_EMAIL = True  # whoever came by a key was known to the one who gave it
MFA_TOTP_ISSUER = "Рост"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
USERSESSIONS_TRACK_ACTIVITY = False
STAFF_SECOND_FACTOR = not DEMO  # staff roles count only after a second factor
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_ADAPTER = "rost.directory.adapters.social.SocialAccountAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form may not be sent beyond this site, a link may lead there
SOCIALACCOUNT_EMAIL_VERIFICATION = "mandatory"
# The operator has chosen the service: an address it has verified finds the person who has it.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if env("OIDC_SERVER_URL"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": env("OIDC_NAME", "OIDC"),
                "client_id": env("OIDC_CLIENT_ID"),
                "secret": env("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": env("OIDC_SERVER_URL")},
            }
        ]
    }
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "rost.ui.errors.csrf_failure"

"""What a certificate says, until organisers write their own.

Paragraphs are parted by an empty line. A paragraph that is only the name is set large, one that is
only the event is set strong. «with_name» needs the name in the case it stands in; «without_case»
takes any name as it is.
"""

WORDINGS = {
    "ru": {
        "with_name": (
            "Настоящий сертификат выдан\n\n{name_dative}\n\n"
            "и подтверждает участие в мероприятии\n\n{event}"
        ),
        "without_case": (
            "Настоящий сертификат подтверждает участие в мероприятии\n\n{event}\n\n"
            "Участник:\n\n{name}"
        ),
    },
    "ba": {
        "with_name": ("Ошо сертификат\n\n{name}\n\nтүбәндәге сарала ҡатнашыуын раҫлай:\n\n{event}"),
        "without_case": (
            "Ошо сертификат\n\n{name}\n\nтүбәндәге сарала ҡатнашыуын раҫлай:\n\n{event}"
        ),
    },
    "en": {
        "with_name": "This is to certify that\n\n{name}\n\ntook part in\n\n{event}",
        "without_case": "This is to certify that\n\n{name}\n\ntook part in\n\n{event}",
    },
}

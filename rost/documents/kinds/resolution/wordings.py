"""The preamble of a resolution, until organisers write their own; paragraphs by empty lines."""

WORDINGS = {
    "ru": {
        "preamble": (
            "Форум «{event}», состоявшийся {dates} ({place}), собрал органы местного "
            "самоуправления, некоммерческие организации, жителей и бизнес, чтобы сообща решать "
            "вопросы местного значения и развивать свои территории.\n\n"
            "Участники форума обменялись опытом, обсудили проекты муниципальных образований и "
            "приняли на себя обязательства, подтверждённые каждым из тех, кто их дал.\n\n"
            "По итогам работы форум рекомендует:"
        )
    },
    "ba": {
        "preamble": (
            "«{event}» форумы ({dates}, {place}) урындағы үҙидара органдарын, коммерция булмаған "
            "ойошмаларҙы, йәшәүселәрҙе һәм бизнесты урындағы әһәмиәттәге мәсьәләләрҙе бергә хәл "
            "итеү өсөн йыйҙы.\n\n"
            "Форумда ҡатнашыусылар тәжрибә уртаҡлашты, муниципаль берәмектәрҙең проекттары "
            "тураһында фекер алышты һәм йөкләмәләр алды; һәр йөкләмәне уны биргән кеше раҫланы.\n\n"
            "Эш һөҙөмтәләре буйынса форум тәҡдим итә:"
        )
    },
    "en": {
        "preamble": (
            "The forum «{event}» ({dates}, {place}) brought together local authorities, "
            "non-profit organisations, residents and business to solve local issues and develop "
            "their territories side by side.\n\n"
            "Its participants exchanged experience, discussed projects of municipalities and made "
            "commitments, each confirmed by the one who gave it.\n\n"
            "Having discussed this, the forum recommends:"
        )
    },
}

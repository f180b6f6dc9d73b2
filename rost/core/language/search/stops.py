"""Words that carry no meaning of their own in a search.

Russian prepositions, conjunctions, particles and pronouns are told by the dictionary; these are
those of other parts of speech. Bashkir ones have no dictionary and are all here.
"""

_RU = """
быть являться мочь бывать стать становиться
сколько какой где когда куда откуда почему зачем как насколько каков
также тоже очень более менее самый весь всё там тут здесь уже еще только потом затем
однако поэтому например
год г гг т д п др пр
нужно можно нельзя надо
"""
STOPS_RU = frozenset(_RU.split())
_BA = """
һәм менән өсөн буйынса тураһында хаҡында тип булып була булған булһа ине икән
был ул шул бындай ундай шундай беҙ һеҙ улар мин һин үҙ үҙе үҙенең уның улар
да дә та тә ҙа ҙә ла лә ғына генә ҡына кенә инде әле ғәҙәттә
йәки йә әммә ләкин сөнки әгәр тағы шулай бик иң һәр бер барлыҡ бөтә башҡа
нимә кем ҡайҙа ҡасан нисек нисә ниндәй ни нисәнсе ҡайһы күпме
кәрәк мөмкин бар юҡ түгел итеп итә иткән итергә
"""
STOPS_BA = frozenset(_BA.split())
_EN = """
a an the of in on at to for from by with and or but is are was were be been it its this that
these those as not no what which who whom whose how when where why do does did
"""
STOPS_EN = frozenset(_EN.split())

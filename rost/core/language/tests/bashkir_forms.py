"""Forms of Bashkir words made by the grammar, to measure the stemmer by.

`python -m rost.core.language.tests.bashkir_forms` prints the share of pairs of forms of one word
that have one stem (recall), and of pairs with one stem that are of one word (precision).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from rost.core.language import bashkir_stem, folded_stem

# Nouns: back or front vowels in endings; `=` before a word whose о does not round them.
BACK = """
юл ауыл урам ҡала =район баҡса һыу клуб йорт урман йылға тау парк майҙан ҡоҙоҡ ут газ яҡтылыҡ
башлыҡ бала ҡарт ҡатын аҡса =проект программа =закон ҡарар һорау яуап ғариза конкурс ярҙам ҡалдыҡ
туфраҡ ағас ҡар боҙ мал һыйыр дарыу дауахана китапхана уҡытыусы =спорт уйын байрам зыярат тормош
йылылыҡ тауыш таҡта торба урын
"""
FRONT = """
мәктәп күпер ер өй күл шишмә хакимиәт йәшәүсе кеше эш бюджет хеҙмәт тәжрибә сүп тирмән табип дәрес
мәҙәниәт һәйкәл бүлмә килешеү белем йәш өлөш
"""
VERBS_BACK = "бар ал яҙ уҡы һора ташы һайла тап ҡал сыҡ ҡатнаш тапшыр һал аҡла сығар"
VERBS_FRONT = "кил бир эшлә төҙө күр үт кит йүнәт үҙгәрт иҫәплә"
# Others that are near in form and must stay apart.
OTHERS = """
ауыр урта ҡалын районлы йүгер тауыҡ парлы утын газета яҡын баш балыҡ ҡара аҡыл проектор ҡарға
яуын ярлы ағай боҙау малай китап уҡыу урыҫ күпме ерек өйрәк күлдәк кешелек эт бөтә хеҙмәткәр сүл
бүре белек йәшел өлгө ҡайын һыуыҡ урман сәскә ҡыҙ егет ат ҡош йондоҙ ай көн төн йыл ваҡыт сәғәт
иртә кис ҡояш ямғыр ел бесән иген он икмәк һөт ит май тоҙ шәкәр сәй аш өҫтәл ишек тәҙрә
"""
# Words that the stemmer was never mended by, for an honest figure.
HELD_BACK = """
баҡыр сатыр =тротуар ҡапҡа сабан арыш бойҙай умарта мунса ҡоҙа дуҫлыҡ матурлыҡ таҙалыҡ ярмарка
ҡоролма саҡыртыу тротуар ҡыуыш
"""
HELD_FRONT = """
күрше силәк ситән көтөү келәт ҡәбер мәсет кейәү бәхет өмә сәләмәтлек инженер ветеран өләсәй музей
"""
HELD_VERBS_BACK = "ултырт ҡой саҡыр ярат таҙарт йый"
HELD_VERBS_FRONT = "өйрән бүл йөрө киңәш"
_ROUND = {"а": "оы", "ә": "өе"}
_VOWELS = "аәеиоөуүыэюя"
_VOICED = {"п": "б", "ҡ": "ғ", "к": "г"}
_DROPPED = {"халыҡ": "халҡ"}


class Endings:
    """The endings as a word with this last sound and these vowels takes them."""

    def __init__(self, word: str, wide: str, *, rounds: bool = True) -> None:
        last = next((sign for sign in reversed(word) if sign in _VOWELS), "")
        round_, narrow = _ROUND[wide]
        self.wide = wide
        self.narrow = round_ if rounds and last in "оө" else narrow
        self.vowel = word[-1] in "аәеиоөыэяю"
        self.voiceless = word[-1] in "бвгджзпфкҡтсҫшщчцхһ"
        self.hard_g = "ғ" if wide == "а" else "г"
        self.hard_k = "ҡ" if wide == "а" else "к"
        if self.vowel:
            self.n = "н"
        elif word[-1] in "лмнң":
            self.n = "д"
        elif self.voiceless:
            self.n = "т"
        else:
            self.n = "ҙ"
        self.many = ("л" if self.vowel else self.n) + wide + "р"
        self.where = ("л" if self.vowel else self.n) + wide
        self.to = (self.hard_k if self.voiceless and word[-1] not in "вджз" else self.hard_g) + wide


def noun_forms(word: str, wide: str) -> Iterator[str]:
    rounds = not word.startswith("=")
    word = word.lstrip("=")
    for stem in (word, word + Endings(word, wide, rounds=rounds).many):
        yield from _cased(stem, wide, rounds=rounds)
        yield from _owned(stem, wide, rounds=rounds)


def _cased(word: str, wide: str, *, rounds: bool) -> Iterator[str]:
    end = Endings(word, wide, rounds=rounds)
    where = end.where
    yield from (word, word + end.n + end.narrow + "ң", word + end.to, word + end.n + end.narrow)
    yield from (word + where, word + end.n + wide + "н")
    yield word + where + end.hard_g + ("ы" if wide == "а" else "е")


def _owned(word: str, wide: str, *, rounds: bool) -> Iterator[str]:
    end = Endings(word, wide, rounds=rounds)
    y = end.narrow
    base = word if end.vowel else word[:-1] + _VOICED.get(word[-1], word[-1])
    base = _DROPPED.get(word, base)
    link = "" if end.vowel else y
    own = base + ("һ" + y if end.vowel else y)
    ng = f"н{y}ң"
    yield from (
        own,
        own + ng,
        own + "н" + wide,
        own + "н",
        own + "нд" + wide,
        own + "н" + wide + "н",
    )
    yield own + "нд" + wide + end.hard_g + ("ы" if wide == "а" else "е")
    for person in ("м", "ң"):
        mine = base + link + person
        yield from (mine, mine + f"д{y}ң", mine + wide, mine + f"д{y}", mine + f"д{wide}")
        yield mine + f"д{wide}н"
    for person in (f"б{y}ҙ", f"{end.hard_g}{y}ҙ"):
        ours = base + link + person
        yield from (ours, ours + f"ҙ{y}ң", ours + end.hard_g + wide, ours + f"ҙ{y}")
        yield from (ours + f"ҙ{wide}", ours + f"ҙ{wide}н")


def verb_forms(word: str, wide: str) -> Iterator[str]:
    end = Endings(word, wide)
    y, g = end.narrow, end.hard_g
    voiced = word if end.vowel else word[:-1] + _VOICED.get(word[-1], word[-1])
    link = "" if end.vowel else y
    yield from (word, voiced + link + "р" + g + wide, voiced + link + ("у" if wide == "а" else "ү"))
    yield from _persons(word + end.n + y, wide, end, past=True)
    done = word + end.to + "н"
    yield from (done, done + f"д{wide}", done + f"д{wide}р", word + end.to + "с")
    yield from _persons(word + "й" if end.vowel else voiced + wide, wide, end)
    k = end.hard_k
    will = (word + "я" if wide == "а" else word + "йә") if end.vowel else voiced + wide
    yield will + f"с{wide}{k}"
    yield voiced + link + "п"
    yield word + "һ" + wide
    yield word + "һ" + y + "н"
    yield voiced + link + g + y + "ҙ"
    no = word + "м" + wide
    yield from (no, no + "й", no + "н" + _ROUND[wide][1], no + g + wide + "н", no + "һ" + wide)


def _persons(stem: str, wide: str, end: Endings, *, past: bool = False) -> Iterator[str]:
    y, g = end.narrow, end.hard_g
    many = "л" + wide + "р"
    if past:
        yield from (stem + one for one in ("", "м", "ң", end.hard_k, g + y + "ҙ", many))
    else:
        yield from (stem + one for one in ("", f"һ{y}ң", f"б{y}ҙ", f"һ{y}{g}{y}ҙ", many))


def all_forms(*, held: bool = False) -> dict[str, frozenset[str]]:
    texts = (BACK, FRONT, VERBS_BACK, VERBS_FRONT)
    if held:
        texts = (HELD_BACK, HELD_FRONT, HELD_VERBS_BACK, HELD_VERBS_FRONT)
    forms = {}
    for text, wide, maker in zip(
        texts, "аәаә", (noun_forms, noun_forms, verb_forms, verb_forms), strict=True
    ):
        for word in text.split():
            forms[word.lstrip("=")] = frozenset(maker(word, wide))
    return forms | {word: frozenset([word]) for word in OTHERS.split() if word not in forms}


def joined(forms: Iterable[frozenset[str]], stem: Callable[[str], str]) -> tuple[float, float]:
    """Recall and precision over pairs of forms."""
    together = alike = right = 0
    stems: Counter[str] = Counter()
    for word in forms:
        own = Counter(stem(form) for form in word)
        together += len(word) * (len(word) - 1) // 2
        right += sum(count * (count - 1) // 2 for count in own.values())
        stems.update(own)
    alike = sum(count * (count - 1) // 2 for count in stems.values())
    return right / together, right / alike


def main() -> None:
    for held in (False, True):
        forms = all_forms(held=held)
        print(f"{len(forms)} words, {sum(map(len, forms.values()))} forms, held back: {held}")
        for name, stem in (("exact", bashkir_stem), ("folded", folded_stem)):
            recall, precision = joined(forms.values(), stem)
            print(f"{name}: recall={recall:.3f} precision={precision:.3f}")


def misses(stem: Callable[[str], str] = bashkir_stem) -> Iterator[str]:
    """What is not joined, for whoever mends the stemmer."""
    owners: dict[str, set[str]] = {}
    for word, forms in all_forms().items():
        counts = Counter(stem(form) for form in forms)
        most = counts.most_common(1)[0][0]
        for form in sorted(forms):
            owners.setdefault(stem(form), set()).add(word)
            if stem(form) != most:
                yield f"{word} ({most}): {form} -> {stem(form)}"
    for found, words in owners.items():
        if len(words) > 1:
            yield f"ONE STEM {found}: {' '.join(sorted(words))}"


if __name__ == "__main__":
    main()

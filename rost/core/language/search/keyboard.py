"""Words typed while the keyboard stood in the other layout: «ljhjub» is «дороги»."""

from __future__ import annotations

from collections.abc import Callable

from .russian import begins_russian, is_russian
from .tokens import plain

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_LATIN_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_TO_RUSSIAN = str.maketrans(_LATIN + _LATIN_SHIFTED, _RUSSIAN + _RUSSIAN[:-1].upper() + ",")
_TO_LATIN = str.maketrans(_RUSSIAN + _RUSSIAN[:-1].upper() + ",", _LATIN + _LATIN_SHIFTED)
_LATIN_VOWELS = frozenset("aeiouy")
_RUSSIAN_VOWELS = frozenset("аеиоуыэюя")
# Letter pairs that begin no syllable of English and hardly stand within one.
_RARE = """
bk bq bv bx cb cd cf cg cj cm cn cp cv cx cw dk dq dv dx fb fd fg fh fj fk fm fn fp fq fv fx fz gb
gc gd gf gj gk gq gv gx gz hb hc hd hf hg hh hj hk hl hp hq hv hx hz jb jc jd jf jg jh jj jk jl jm
jn jp jq jr js jt jv jw jx jy jz kc kd kf kg kj kq kv kx kz lh lj lq lx mg mh mj mk mq mv mx mz nj
nq nx pb pc pd pf pg pj pk pn pq pv px pz qb qc qd qf qg qh qj qk ql qm qn qp qr qs qt qv qw qx qy
qz rj rq rx sd sg sj sv sx sz tb td tg tj tk tn tp tq tv tx tz ub uj uq uv uw ux vb vc vd vf vg vh
vj vk vl vm vn vp vq vr vs vt vv vw vx vz wc wf wg wj wk wp wq wv wx wz xb xd xg xh xj xk xl xm xn
xq xr xs xv xw xz yb yf yj yk yq yv yx yz zb zc zd zf zg zh zj zk zm zn zp zq zr zs zt zv zw zx
"""
_RARE_LATIN = frozenset(_RARE.split())


def on_the_other_layout(text: str) -> str:
    """Each sign as the same key gives it in the other layout; Cyrillic decides the direction."""
    cyrillic = sum("а" <= sign <= "я" or sign == "ё" for sign in text.lower())
    latin = sum("a" <= sign <= "z" for sign in text.lower())
    return text.translate(_TO_LATIN if cyrillic > latin else _TO_RUSSIAN)


def reads_better(text: str, known: Callable[[str], bool] | None = None) -> str:
    """The text as it was meant, if it was typed in the wrong layout; else empty.

    `known` says of a word in small letters whether the collection has it; the Russian dictionary
    is asked besides.
    """
    pairs = [(word, on_the_other_layout(word)) for word in plain(text).split()]
    pairs = [pair for pair in pairs if any(sign.isalpha() for sign in pair[0])]
    if not pairs or sum(len(word) for word, _other in pairs) < 3:
        return ""
    scripts = {_script(word) for word, _other in pairs}
    if scripts == {"latin"}:
        better = sum(_meant_russian(word, other, known) for word, other in pairs)
    elif scripts == {"cyrillic"}:
        better = sum(_meant_latin(word, other, known) for word, other in pairs)
    else:
        return ""
    return on_the_other_layout(text) if better * 2 > len(pairs) else ""


def _script(word: str) -> str:
    letters = [sign for sign in word if sign.isalpha()]
    if all(sign.isascii() for sign in letters):
        return "latin"
    return "mixed" if any(sign.isascii() for sign in letters) else "cyrillic"


def _meant_russian(word: str, other: str, known: Callable[[str], bool] | None) -> bool:
    bare = other.strip(".,").replace("ё", "е")
    if not bare.isalpha() or not _RUSSIAN_VOWELS.intersection(bare):
        return False
    if known is not None and known(word) and not known(bare):
        return False
    sure = is_russian(bare) or (known is not None and known(bare))
    if sure:
        return not _looks_latin(word) or len(word) > 3
    return not _looks_latin(word) and len(bare) > 2 and begins_russian(bare)


def _meant_latin(word: str, other: str, known: Callable[[str], bool] | None) -> bool:
    if is_russian(word) or begins_russian(word) or (known is not None and known(word)):
        return False
    if known is not None and known(other):
        return True
    bare = other.strip(".,")
    return len(bare) > 2 and bare.isalpha() and bare.isascii() and _looks_latin(bare)


def _looks_latin(word: str) -> bool:
    if not word.isalpha() or not _LATIN_VOWELS.intersection(word):
        return False
    return not any(word[at : at + 2] in _RARE_LATIN for at in range(len(word) - 1))

"""A line as a string of letters, one for each token, which short patterns can match in any language."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.core import lazy_re as re
from cleaner.timestamps.lexicon import fold, words

LIMIT = 400
"""The number of characters to read; a date of publication is near the start of its line."""

_CJK = "年月日時时点點分秒公開更新掲載配信最終発行表布今昨前曜前天週間小"
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0963\u0970-\u0dff])"
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    |(?P<number>\d+)
    |(?P<word>[ap]\.\s?m\b\.? | il\s+y\s+a\b | aujourd.hui | (?<!\w)\w+-feira\b
      | 午前|午後|上午|下午|最終更新|更新日|更新|公開日|公開|掲載
      |配信|発行|発表|发布|發布|投稿|今日|昨日|小时|時間
      |[{_CJK}]
      | 오전|오후|시간|년|월|일|시|분|초
      | {_LETTER}+(?:[.'’]{_LETTER}+)*\.?)
    |(?P<mark>.)""",
    re.X | re.I | re.S,
)
_MARKS = {"年": "Y", "년": "Y", "月": "N", "월": "N", "日": "D", "일": "D"}
_CLOCK = {"時": "H", "时": "H", "시": "H", "点": "H", "點": "H", "分": "I", "분": "I", "秒": "S", "초": "S"}
_DASHES = {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "：": ":", "／": "/", "．": ".", "\u200e": " "}


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its folded text and its position."""

    word: str
    start: int
    end: int


def tokenize(text: str) -> tuple[str, list[Token]]:
    """The first :data:`LIMIT` characters of ``text`` as kinds, a letter for each token, and the tokens.

    A number is ``d`` for one or two digits, ``3`` for three, ``4`` for four, else ``n``; ``x`` is an irrelevant word;
    white space is one ``" "``; any other sign is itself.

    >>> tokenize("Updated 3:41 p.m. ET, Fri September 8, 2023")[0]
    'M d:d p z, w m d, 4'
    """
    kinds: list[str] = []
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text[:LIMIT]):
        word = match.group()
        group = match.lastgroup
        if group == "word":
            word = fold(word)
            kind = _kind(word) if word else "x"
        elif group == "number":
            kind = _NUMBERS.get(len(word), "n")
        else:
            kind = " " if group == "space" else _DASHES.get(word, word)
        kinds.append(kind)
        tokens.append(Token(word, match.start(), match.end()))
    return "".join(kinds), tokens


_HALVES = {"午前": "B", "上午": "B", "오전": "B", "午後": "C", "下午": "C", "오후": "C"}
_NUMBERS = {1: "d", 2: "d", 3: "3", 4: "4"}


def _kind(word: str) -> str:
    if word[0] in "ap" and len(word) < 6 and word.replace(".", "").replace(" ", "") in ("am", "pm"):
        return word[0]
    if word in _HALVES:
        return _HALVES[word]
    if word.startswith("il") and word.endswith("a") and " " in word:
        return "G"
    return _MARKS.get(word) or _CLOCK.get(word) or words().kinds.get(word) or "x"

"""Foreign names in Chinese and Japanese print: signs of transcription, of which one may be slipped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.checks.subject import Subject
from auditor.checks.terminology.counterpart_names import counterpart_names
from auditor.checks.terminology.slips import Misspelling
from auditor.core.document import Span
from auditor.facts.name_matching import NameWord

SAME_FIRST_NAME, ONE_SIGN, LINKED = 0.85, 0.85, 0.75
"""Confidence by evidence: both spellings follow one first name; one sign of a long name differs; the linked passage
has the counterpart's name that all passages with the other spelling have."""
LONG, LONG_KANA, SHORTEST, SHORTEST_KANA = 4, 5, 3, 4
"""Signs of a transcribed name that is long enough for one differing sign to be a slip: 卡塔尔 is not 卡布尔, and
ウェイン is not ウェイド; and of one that the counterpart vouches for."""
AGAIN = 2
"""Places of a name by which a single other one is measured."""
HAVE_IT = 0.8
"""Share of the passages with a spelling whose linked passages have the counterpart's name for it."""

TRANSCRIPTION = frozenset(
    "阿埃艾爱安昂奥澳巴拜班邦包鲍贝本比彼宾波伯博布查达戴丹当道德登邓迪蒂丁杜敦顿多厄恩尔法范菲费芬丰弗佛福夫盖冈高戈哥格根古瓜哈海汉豪赫亨洪侯胡华怀惠霍基吉加贾简杰金京卡凯坎康考科克肯库夸昆拉莱兰朗劳勒雷"
    "里利莉林龙隆卢鲁吕伦罗洛马玛迈麦曼毛梅门蒙孟米密明莫默姆穆纳娜奈南内尼宁纽农努诺欧帕派潘佩彭皮平普齐奇恰乔切钦琼丘让瑞若撒萨塞赛桑瑟森沙珊尚绍舍申什圣施石史舒斯苏索塔泰坦汤陶特滕提廷通图托瓦万旺威韦维"
    "文沃乌武西希夏香肖谢辛欣休许雅亚延扬耶叶伊因英约扎詹泽珍芝朱兹佐保堡北毕策茨黛岱娣凡芙富歌葛贡圭翰荷捷津柯奎腊赖蓝乐累蕾黎丽列琳琉娄露略麻满美缅敏缪摩墨牟木慕涅妮培蓬珀契荣茹山绥丝思松孙唐田铁娃薇温翁"
    "渥伍悉锡席霞逊娅彦杨耀逸尹尤宰赞藻甄祖"
)
"""Characters that Chinese writes foreign names with."""

_SIGN = "[" + "".join(sorted(TRANSCRIPTION)) + "]"
_FOREIGN_NAME = re.compile(rf"{_SIGN}{{2,8}}(?:[·・•‧]{_SIGN}{{1,8}})+|[ァ-ヺー]{{2,}}(?:[·・=＝][ァ-ヺー]{{2,}})+")
_PARTS = re.compile(r"[一-鿿ァ-ヺー]+")
_RUN = re.compile(rf"{_SIGN}{{3,8}}|[ァ-ヺー]{{4,}}")


def foreign_names(text: str) -> Iterator[tuple[NameWord, ...]]:
    """Names that Chinese or Japanese print writes with a middle dot, part by part."""
    for match in _FOREIGN_NAME.finditer(text):
        parts = _PARTS.finditer(text, match.start(), match.end())
        yield tuple(NameWord(part.group(), Span(*part.span())) for part in parts)


def transcribed(text: str) -> Iterator[NameWord]:
    """All sequences of signs that foreign names are written with; not every one is a name."""
    for match in _RUN.finditer(text):
        yield NameWord(match.group(), Span(*match.span()))


def by_transcription(subject: Subject) -> Iterator[Misspelling]:
    """Names that come again with one sign replaced by another sign of such names."""
    names = tuple(foreign_names(subject.text))
    after = {(name[i].surface, name[i + 1].surface): name[i + 1] for name in names for i in range(len(name) - 1)}
    for (first, part), word in after.items():
        for other_first, other in after:
            if first == other_first and one_sign(part, other) and _rarer(subject.text, other, part):
                yield Misspelling(after[first, other], word, lawful=False, confidence=SAME_FIRST_NAME)
    yield from _alone(subject, names)
    yield from _vouched_for(subject)


def _alone(subject: Subject, names: tuple[tuple[NameWord, ...], ...]) -> Iterator[Misspelling]:
    """A long part of a dotted name that stands elsewhere with another sign."""
    parts = {word.surface: word for name in names for word in name if len(word.surface) >= _long_enough(word.surface)}
    for part, word in parts.items():
        for slip in _slips(subject.text, part):
            if slip.surface not in parts and _rarer(subject.text, slip.surface, part):
                yield Misspelling(slip, word, lawful=False, confidence=ONE_SIGN)


def _vouched_for(subject: Subject) -> Iterator[Misspelling]:
    """A sequence of signs that comes again wherever the counterpart has one name, and once with another sign."""
    counterpart = counterpart_names(subject)
    if not counterpart.all:
        return
    for run, places in _repeated(subject.text).items():
        linked = [names for word in places if (names := counterpart.at(word)) is not None]
        theirs = frozenset(_usual(linked, len(places)))
        for slip in _slips(subject.text, run) if theirs else ():
            here, passage = counterpart.at(slip), subject.document.passage_at(slip.span.start)
            if here is None or passage is None or subject.text.count(slip.surface) > 1:
                continue
            if here & theirs and run not in subject.text[passage.span.start : passage.span.end]:
                yield Misspelling(slip, places[0], lawful=False, confidence=LINKED)


def _word(text: str, places: list[NameWord]) -> bool:
    """Whether the sequence is a word, and not the beginning of one: 丰田英 comes before 国 only."""
    return len({text[word.span.end : word.span.end + 1] for word in places}) > 1


def _usual(linked: list[frozenset[str]], places: int) -> Iterator[str]:
    """The names that nearly all places are linked to."""
    for name in frozenset[str]().union(*linked):
        if sum(name in names for names in linked) >= HAVE_IT * places:
            yield name


def _repeated(text: str) -> dict[str, list[NameWord]]:
    found: dict[str, list[NameWord]] = defaultdict(list)
    for run in transcribed(text):
        found[run.surface].append(run)
    return {run: places for run, places in found.items() if len(places) >= AGAIN and _word(text, places)}


def _rarer(text: str, slip: str, name: str) -> bool:
    return text.count(slip) < text.count(name)


def _slips(text: str, part: str) -> Iterator[NameWord]:
    """Where `part` stands with exactly one sign replaced by another sign of transcription, and not the first."""
    at = text.find(part[0])
    while at >= 0:
        if one_sign(part, text[at : at + len(part)]):
            yield NameWord(text[at : at + len(part)], Span(at, at + len(part)))
        at = text.find(part[0], at + 1)


def one_sign(part: str, other: str) -> bool:
    """Whether two transcriptions of one length differ in one sign."""
    differing = [b for a, b in zip(part, other, strict=False) if a != b]
    return len(part) == len(other) and part[0] == other[0] and len(differing) == 1 and _transcribes(differing[0])


def _long_enough(part: str) -> int:
    return LONG_KANA if _kana(part[0]) else LONG


def _kana(sign: str) -> bool:
    return "ァ" <= sign <= "ー"


def _transcribes(sign: str) -> bool:
    return sign in TRANSCRIPTION or _kana(sign)

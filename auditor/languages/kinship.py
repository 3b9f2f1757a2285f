"""Languages too close for a passage to be told apart for certain: whoever judges a language abstains between them."""

from __future__ import annotations

_KIN = (
    frozenset({"no", "nb", "nn", "da", "sv", "fo"}),
    frozenset({"sr", "hr", "bs", "sh", "me", "sl", "mk", "bg"}),
    frozenset({"id", "ms", "jv", "su", "ace"}),
    frozenset({"cs", "sk"}),
    frozenset({"es", "pt", "gl", "ca", "oc", "an", "ext", "it", "la", "vec", "lij"}),
    frozenset({"ru", "uk", "be"}),
    frozenset({"af", "nl", "fy", "lb", "de", "li"}),
    frozenset({"ar", "ary", "arz", "mey", "apc"}),
    frozenset({"fa", "prs", "tg", "ps", "ur", "sd", "ug", "ckb", "sdh"}),
    frozenset({"ku", "kmr", "zza"}),
    frozenset({"hi", "mr", "ne", "sa", "bho", "mai", "gom"}),
    frozenset({"tr", "az", "tk", "uz", "kk", "ky", "tt", "ba", "crh", "uzs", "ug", "gag"}),
    frozenset({"zh", "yue", "wuu"}),
    frozenset({"zu", "xh", "nd", "nde", "nr", "ss", "ssw", "st", "tn", "nso", "ts", "ve", "sn", "ny"}),
    frozenset({"rw", "rn", "lg", "sw", "kik", "ln", "bem"}),
    frozenset({"ga", "gd"}),
    frozenset({"mi", "sm", "to", "ty", "fj", "haw", "tah"}),
    frozenset({"tl", "fil", "ceb", "bcl", "ilo"}),
    frozenset({"fr", "gcf", "gcr", "ht", "wa", "oc"}),
    frozenset({"en", "pcm"}),
    frozenset({"bo", "dz"}),
    frozenset({"lv", "ltg"}),
    frozenset({"am", "ti"}),
    frozenset({"he", "hbo", "yi"}),
    frozenset({"el", "grc"}),
)


def are_kin(one: str, other: str) -> bool:
    """Whether the two codes name one language, or languages whose passages are easily taken for each other."""
    return one == other or any(one in group and other in group for group in _KIN)

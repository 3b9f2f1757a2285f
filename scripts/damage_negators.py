"""Patterns of negations that can be taken out, or put in, without leaving ungrammatical rubble.

A rule is a pattern and what replaces it (its first group if it has groups, else all); nothing: its groups are deleted.
"""

from __future__ import annotations

Rule = tuple[str, str]

_AUXILIARY = "is|are|was|were|has|have|had|could|would|should|must|might|may|will|can|does|did|do"

ENGLISH: tuple[Rule, ...] = (
    (rf"(?:{_AUXILIARY})( not)(?! only| just| merely| least| necessarily| to mention)", ""),
    (r"(cannot)", "can"),
    (r"(can[’']t)", "can"),
    (r"(won[’']t)", "will"),
    (r"(isn[’']t)", "is"),
    (r"(aren[’']t)", "are"),
    (r"(wasn[’']t)", "was"),
    (r"(weren[’']t)", "were"),
    (r"(hasn[’']t)", "has"),
    (r"(haven[’']t)", "have"),
    (r"(hadn[’']t)", "had"),
    (r"(doesn[’']t)", "does"),
    (r"(didn[’']t)", "did"),
    (r"(wouldn[’']t)", "would"),
    (r"(couldn[’']t)", "could"),
    (r"(shouldn[’']t)", "should"),
    (r"(don[’']t)", "do"),
    (r"(never)(?! mind|theless)", "always"),
    (r"(without) (?!doubt|question|fail)", "with"),
    (r"(no longer)", "still"),
    (r"(nobody|no one)", "everybody"),
    (r"(nothing)", "everything"),
    (r"(none) of", "all"),
    (r"(no) (?!doubt|matter|less|more|later|sooner|longer|one|wonder|\d|[A-Z]\.)[a-z]+", "some"),
    (r"(nowhere)", "everywhere"),
    (r"(not) (?:to (?!mention)|yet|be |been |being )", ""),
    (r"neither (of)", "both of"),
)

_PARTICIPLE = (
    "[a-z]{3,}ed|been|seen|done|given|taken|made|found|shown|held|known|become|gone|said|set|put|won|lost|led|left"
)

ENGLISH_INSERTIONS: tuple[Rule, ...] = (
    (
        r"(?<!what )(?<!who )(?<!which )(?:is|are|was|were)()"
        r" (?=(?:an?|the|being|still|also|now|very|able|expected|likely|[a-z]{4,}(?:ed|ing|en)) )",
        " not",
    ),
    (r"(?:could|would|should|must|will)() (?!not|never|also|be it|have\?|for|in|on|at|if|with|to|as)[a-z]{2,}", " not"),
    (r"(can) (?!not|never|not)[a-z]{2,}", "cannot"),
    (rf"(?:has|have|had)() (?=(?:{_PARTICIPLE}) )", " not"),
    (r"there (?:is|was|are|were)() (?=(?:evidence|hope|doubt|reason|many|enough|[a-z]+s) )", " no"),
)

LETTERED = frozenset({"zh", "ja", "ko", "th", "km", "my"})
"""Languages whose patterns are looked for inside runs of letters."""

NEGATORS: dict[str, tuple[Rule, ...]] = {
    "de": (
        (r"(nicht)(?! nur| zuletzt| einmal| bloß| zwangsläufig)", ""),
        (r"(kein)", "ein"), (r"(keine)", "eine"), (r"(keinen)", "einen"), (r"(keinem)", "einem"), (r"(keiner)",
        "einer"),
        (r"(ohne)(?! dass| zu)", "mit"), (r"(nie|niemals)", "immer"), (r"(niemand)", "jeder"), (r"(nichts)", "alles"),
    ),
    "nl": (
        (r"(niet)(?! alleen| enkel)", ""), (r"(geen)", "een"), (r"(zonder)(?! dat| te)", "met"), (r"(nooit)",
        "altijd"),
    ),
    "af": ((r"(geen)", "’n"), (r"(nooit)", "altyd"), (r"(sonder)", "met")),
    "sv": ((r"(inte|ej)(?! bara| endast| minst)", ""), (r"(ingen)", "en"), (r"(aldrig)", "alltid")),
    "da": (
        (r"(ikke)(?! kun| bare| mindst)", ""), (r"(ingen)", "en"), (r"(aldrig)", "altid"), (r"(uden)(?! at)", "med"),
    ),
    "no": (
        (r"(ikke)(?! bare| kun| minst)", ""), (r"(ingen)", "en"), (r"(aldri)", "alltid"), (r"(uten)(?! at)", "med"),
    ),
    "fr": (
        (r"(ne )[^\W\d_]+( pas| jamais| plus)(?! seulement| uniquement| que)", ""),
        (r"(n[’'])[^\W\d_]+( pas| jamais| plus)(?! seulement| uniquement| que)", ""),
        (r"(ne pas )[^\W\d_]+", ""), (r"(sans)(?! doute| cesse| que)", "avec"),
    ),
    "es": (
        (r"(no )(?!sólo|solo|obstante|solamente|únicamente|más|menos)[^\W\d_]+", ""),
        (r"(sin)(?! embargo| duda| que)", "con"), (r"(nunca|jamás)", "siempre"), (r"(tampoco)", "también"),
    ),
    "pt": (
        (r"(não )(?!só|apenas|obstante|somente|mais|menos)[^\W\d_]+", ""), (r"(sem)(?! dúvida| que)", "com"),
        (r"(nunca|jamais)", "sempre"), (r"(nenhum)", "um"), (r"(nenhuma)", "uma"),
    ),
    "it": (
        (r"(non )(?!solo|soltanto|solamente|appena|più|meno)[^\W\d_]+", ""), (r"(senza)(?! dubbio| che)", "con"),
        (r"(mai)", "sempre"), (r"(nessun)", "un"), (r"(nessuna)", "una"),
    ),
    "ca": ((r"(no )(?!només|obstant|sols)[^\W\d_]+", ""), (r"(sense)", "amb")),
    "ro": (
        (r"(nu )(?!numai|doar|mai)[^\W\d_]+", ""), (r"(fără)(?! îndoială| să| a)", "cu"), (r"(niciodată)",
        "întotdeauna"),
    ),
    "ru": (
        (r"(?<!тем )(?<!если )(?<!чуть )(не )(?!только|менее|столько|более|раз|менее|меньше|больше)[^\W\d_]+", ""),
        (r"(нельзя)", "можно"), (r"(нет)", "есть"), (r"(никогда)", "всегда"), (r"(никто)", "каждый"),
    ),
    "uk": ((r"(не )(?!тільки|лише|менш|більш)[^\W\d_]+", ""), (r"(ніколи)", "завжди"), (r"(немає)", "є")),
    "bg": ((r"(не )(?!само|повече|по-малко)[^\W\d_]+", ""), (r"(няма)", "има"), (r"(никога)", "винаги")),
    "mk": ((r"(не )(?!само)[^\W\d_]+", ""), (r"(нема)", "има"), (r"(никогаш)", "секогаш")),
    "sr": (
        (r"(не )(?!само)[^\W\d_]+", ""), (r"(није)", "је"), (r"(нема)", "има"), (r"(nije)", "je"), (r"(nema)", "ima"),
    ),
    "hr": ((r"(ne )(?!samo)[^\W\d_]+", ""), (r"(nije)", "je"), (r"(nema)", "ima"), (r"(nisu)", "su"), (r"(bez)", "s")),
    "bs": ((r"(ne )(?!samo)[^\W\d_]+", ""), (r"(nije)", "je"), (r"(nema)", "ima"), (r"(nisu)", "su")),
    "pl": ((r"(nie )(?!tylko|mniej|więcej)[^\W\d_]+", ""), (r"(bez)(?! wątpienia)", "z"), (r"(nigdy)", "zawsze")),
    "cs": (
        (r"(není)", "je"), (r"(nejsou)", "jsou"), (r"(nebyl)", "byl"), (r"(nebyla)", "byla"), (r"(nebylo)", "bylo"),
        (r"(nebyly)", "byly"), (r"(nebude)", "bude"), (r"(nemá)", "má"), (r"(nemůže)", "může"), (r"(nikdy)", "vždy"),
        (r"(bez)", "s"),
    ),
    "sk": ((r"(nie je)", "je"), (r"(nie sú)", "sú"), (r"(nebol)", "bol"), (r"(nemá)", "má"), (r"(nikdy)", "vždy")),
    "sl": ((r"(ni)", "je"), (r"(niso)", "so"), (r"(ne )(?!samo|le)[^\W\d_]+", ""), (r"(nikoli)", "vedno")),
    "et": (
        (r"(ei ole)", "on"), (r"(pole)", "on"), (r"(ei olnud)", "oli"), (r"(ei saa)", "saab"), (r"(kunagi ei)",
        "alati"),
    ),
    "fi": ((r"(ei ole)", "on"), (r"(eivät ole)", "ovat"), (r"(ei ollut)", "oli"), (r"(ei voi)", "voi")),
    "hu": ((r"(nem )(?!csak|csupán)[^\W\d_]+", ""), (r"(nincs)", "van"), (r"(soha)", "mindig")),
    "el": ((r"(δεν )[^\W\d_]+", ""), (r"(χωρίς)(?! να)", "με")),
    "sq": ((r"(nuk )[^\W\d_]+", ""), (r"(pa)", "me")),
    "lt": ((r"(nėra)", "yra"), (r"(nebuvo)", "buvo"), (r"(niekada)", "visada")),
    "lv": ((r"(nav)", "ir"), (r"(nebija)", "bija"), (r"(nekad)", "vienmēr")),
    "tr": (
        (r"( değil)(?! mi)", ""), (r"(değildir)", "dir"), (r"(yok)", "var"), (r"(yoktur)", "vardır"),
        (r"(asla|hiçbir zaman)", "her zaman"),
    ),
    "id": (
        (r"(tidak )(?!hanya|saja|lama|kurang|jarang|lagi)[^\W\d_]+", ""), (r"(bukan)(?! hanya)", "adalah"),
        (r"(tanpa)(?! harus)", "dengan"), (r"(belum)", "sudah"), (r"(jangan)", "silakan"),
    ),
    "ms": (
        (r"(tidak )(?!hanya|lama|kurang|lagi)[^\W\d_]+", ""), (r"(bukan)(?! hanya| sahaja)", "adalah"),
        (r"(tanpa)", "dengan"), (r"(belum)", "sudah"),
    ),
    "vi": ((r"(không )(?!chỉ|những|ít|còn|lâu|khí|gian|quân)[^\W\d_]+", ""), (r"(chưa)", "đã")),
    "hi": ((r"(नहीं)", ""), (r"(बिना)", "साथ"), (r"(कभी नहीं)", "हमेशा")),
    "ur": ((r"(نہیں)", ""), (r"(کبھی نہیں)", "ہمیشہ")),
    "ne": (
        (r"(छैन)", "छ"), (r"(छैनन्)", "छन्"), (r"(हुँदैन)", "हुन्छ"), (r"(गर्दैन)", "गर्छ"), (r"(थिएन)", "थियो"),
        (r"(सक्दैन)", "सक्छ"), (r"(होइन)", "हो"), (r"(भएन)", "भयो"),
    ),
    "bn": ((r"(নয়)", "হয়"), (r"(নেই)", "আছে"), (r"[^\W\d_]+( না)", "")),
    "si": ((r"(නැත)", "ඇත"), (r"(නොමැත)", "ඇත"), (r"(නොවේ)", "වේ"), (r"(නොවීය)", "විය")),
    "te": ((r"(లేదు)", "ఉంది"), (r"(లేవు)", "ఉన్నాయి"), (r"(కాదు)", "అవును")),
    "ta": ((r"(இல்லை)", "உள்ளது"), (r"(முடியாது)", "முடியும்")),
    "ar": (
        (r"((?<!و)لا )(?!يزال|تزال|سيما|بد|شك|بأس|زال|يزالون|إله)[^\W\d_]+", ""),
        (r"(لم )(?!يعد|تعد|يزل)[^\W\d_]+", ""),
        (r"(لن )[^\W\d_]+", ""), (r"(ليس )(?!فقط)[^\W\d_]+", ""), (r"(ليست )(?!فقط)[^\W\d_]+", ""), (r"(بدون)", "مع"),
    ),
    "fa": (
        (r"(نیست)", "است"), (r"(نیستند)", "هستند"), (r"(نبود)", "بود"), (r"(نبودند)", "بودند"), (r"(ندارد)", "دارد"),
        (r"(ندارند)", "دارند"), (r"(نشده)", "شده"), (r"(نکرده)", "کرده"), (r"(نشد)", "شد"), (r"(نکرد)", "کرد"),
        (r"(نمی)(?=\u200c)", "می"), (r"(نخواهد)", "خواهد"), (r"(بدون)", "با"), (r"(نباید)", "باید"),
    ),
    "ps": ((r"(نه )(?!یوازې|یواځې)[^\W\d_]+", ""), (r"(نشته)", "شته")),
    "he": ((r"(לא )(?!רק)[^\W\d_]+", ""), (r"(אין)", "יש"), (r"(ללא|בלי)", "עם")),
    "zh": (
        (r"(不是)", "是"), (r"(?<!将)(不会)", "会"), (r"(不能)(?!不)", "能"), (r"(不可以)", "可以"), (r"(没有)", "有"),
        (r"(沒有)", "有"),
        (r"(未能)", "成功"), (r"(无法)", "能够"), (r"(尚未)", "已经"), (r"(不再)", "仍然"), (r"(并不)(?!是)", "确实"),
        (r"(不应该?)", "应该"), (r"(不需要)", "需要"), (r"(无需)", "需要"), (r"(不要)", "要"), (r"(不可能)", "可能"),
        (r"(从未)", "一直"),
        (r"(不支持)", "支持"), (r"(不允许)", "允许"), (r"(不存在)", "存在"), (r"(不愿意?)", "愿意"), (r"(不适用)",
        "适用"),
        (r"(?<!不)(可以)(?!说)", "不可以"), (r"(?<!不)(能够)", "不能"), (r"(?<!不)(应该)", "不应该"), (r"(必须)",
        "不必"), (r"(已经)", "尚未"),
    ),
    "ja": (
        (r"(ではない)(?!か)", "である"), (r"(ではありません)(?!か)", "です"), (r"(ていない)", "ている"),
        (r"(ていません)(?!か)", "ています"),
        (r"(できない)", "できる"), (r"(できません)(?!か)", "できます"), (r"(しなかった)", "した"),
        (r"(はない)(?=[。、])", "がある"),
        (r"(しない)(?=[。、])", "する"), (r"(ている)(?=[。])", "ていない"), (r"(である)(?=[。])", "ではない"),
        (r"(できる)(?=[。、])", "できない"),
        (r"(ています)(?=[。])", "ていません"), (r"(しました)(?=[。])", "しませんでした"), (r"(します)(?=[。])",
        "しません"),
        (r"(した)(?=[。])", "しなかった"), (r"(です)(?=[。])", "ではありません"), (r"(れた)(?=[。])", "れなかった"),
    ),
    "ko": (
        (r"(없다)(?=\.)", "있다"), (r"(없습니다)", "있습니다"), (r"(없는)", "있는"), (r"(있다)(?=\.)", "없다"),
        (r"(있습니다)", "없습니다"),
        (r"(지 않았다)(?=\.)", "었다"), (r"(했다)(?=\.)", "하지 않았다"), (r"(합니다)(?=\.)", "하지 않습니다"),
        (r"(아니다)(?=\.)", "이다"),
    ),
    "th": ((r"(ไม่)(?!กี่|ว่า|เพียง|ใช่เพียง|เกิน|น้อย)", ""), (r"(ปราศจาก)", "มี")),
    "km": ((r"(មិន)(?!ត្រឹម|សូវ)", ""), (r"(គ្មាន)", "មាន")),
}  # fmt: skip

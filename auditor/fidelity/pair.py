"""What is judged: two texts and their languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text of the translation and the text of the counterpart that it is held against."""

    translation: str
    counterpart: str
    translation_language: str
    """ISO 639 code, `und` where unknown."""
    counterpart_language: str

    @property
    def same_language(self) -> bool:
        """Whether both sides are known to be in one language."""
        return self.translation_language == self.counterpart_language != "und"

    def turned(self) -> TextPair:
        """The same two texts, each in the other's place."""
        return TextPair(self.counterpart, self.translation, self.counterpart_language, self.translation_language)

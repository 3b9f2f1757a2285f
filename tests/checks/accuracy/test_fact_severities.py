"""How much a changed fact misleads decides its severity; what cannot be read is not accused."""

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks.accuracy.date_changed import DateChanged
from auditor.checks.accuracy.duration_changed import DurationChanged
from auditor.checks.accuracy.number_added import NumberAdded
from auditor.checks.accuracy.number_changed import NumberChanged
from auditor.checks.accuracy.number_missing import NumberMissing
from auditor.checks.accuracy.unit_changed import UnitChanged
from auditor.checks.example import Example
from auditor.core.mqm import Severity

MINOR, MAJOR = Severity.MINOR, Severity.MAJOR


@pytest.mark.parametrize(
    ("check", "text", "language", "counterpart", "severity"),
    [
        (NumberChanged, "Es waren 12.340 Menschen.", "de", "There were 12,345 people.", MINOR),
        (NumberChanged, "Es waren 12.354 Menschen.", "de", "There were 12,345 people.", MAJOR),
        (NumberChanged, "Der Markt hat 2,7 Milliarden.", "de", "The market has 2.8bn.", MAJOR),
        (NumberChanged, "Im Jahr 2010 gewann er.", "de", "He won in 2012.", MAJOR),
        (NumberChanged, "此事持续了十八分钟。", "zh", "It took 14 minutes.", MAJOR),
        (NumberChanged, "Sieben Menschen starben.", "de", "Two people died.", MAJOR),
        (NumberChanged, "Nur 11 Prozent glauben das.", "de", "Only 41 percent believe it.", MAJOR),
        (NumberChanged, "约1英里的地方可以找到。", "zh", "It can be found about 10 miles away.", MAJOR),
        (NumberChanged, "1979年代のことである。", "ja", "It was in the 1980s.", MAJOR),
        (UnitChanged, "Die Linie liegt bei 40 Kilometern.", "de", "The line is at 20 miles.", MINOR),
        (UnitChanged, "Die Linie liegt bei 90 Kilometern.", "de", "The line is at 20 miles.", MAJOR),
        (DateChanged, "Das geschah am Sonntag.", "de", "It happened on Saturday.", MINOR),
        (DateChanged, "Das geschah am Montag.", "de", "It happened on Sunday.", MINOR),
        (DateChanged, "Das geschah am Dienstag.", "de", "It happened on Saturday.", MAJOR),
        (DateChanged, "Am Montag, dem 12. Mai 2019, kam er.", "de", "He came on Tuesday, 13 June 2018.", MAJOR),
        (DateChanged, "Am Montag, dem 12. Mai 2019, kam er.", "de", "He came on Tuesday, 12 May 2019.", MINOR),
        (DateChanged, "Am Freitag, dem 12. Mai 2019, kam er.", "de", "He came on Tuesday, 12 May 2019.", MINOR),
        (DateChanged, "Es beginnt am 11. November um acht.", "de", "It starts on October 11 at eight.", MAJOR),
        (DateChanged, "Am 12. Mai 2019 kam er.", "de", "He came on May 11, 2019.", MAJOR),
        (DateChanged, "Ende April ist Schluss.", "de", "It ends at the end of March.", MAJOR),
        (DurationChanged, "イラクで5年間過ごした。", "ja", "He spent a year in Iraq.", MAJOR),
    ],
)
def test_severity_follows_how_much_it_misleads(check, text, language, counterpart, severity):
    found = rehearse(check, Example(text, language=language, counterpart=counterpart))
    assert [finding.severity for finding in found] == [severity]


@pytest.mark.parametrize(
    ("check", "text", "language", "counterpart", "counterpart_language"),
    [
        (NumberChanged, "About 400 cars were imported.", "en", "झण्डै ४ सय गाडी आयात गरिए।", "ne"),
        (NumberChanged, "喺11萬人入面。", "yue", "Of 110,000 people.", "en"),
        (NumberChanged, "Fakitau 39 he taimí ni.", "to", "It cost 4,700 this time.", "en"),
        (NumberChanged, "Der Preis: 580 Crore Rupien.", "de", "The price is 580 crore rupees.", "en"),
        (NumberChanged, "Er spielte noch 14 Tage.", "de", "He played two more weeks.", "en"),
        (
            NumberChanged,
            "1 juta pekerja, hampir separuh juta firma.",
            "ms",
            "1 million workers, half a million firms.",
            "en",
        ),
        (NumberChanged, "这位身高6.6英尺的前锋来了。", "zh", "The 6-foot-6 forward came.", "en"),
        (NumberChanged, "Mười năm trước, ông đến đây.", "vi", "Ten years before, he came here.", "en"),
        (NumberChanged, "Watu 1, 127 walikuja.", "sw", "There came 1,127 people.", "en"),
        (UnitChanged, "6 फूट 6 इंच उंचीचा खेळाडू आला.", "mr", "The 6-foot-6 player came.", "en"),
        (NumberChanged, "Es waren 114 überwiegend flache Kilometer.", "de", "It was 71 mostly flat miles.", "en"),
        (NumberChanged, "Dat leverde hem 6,2 ton op.", "nl", "It earned him 620,000 euros.", "en"),
        (NumberChanged, "یک کتاب قرن چهاردهم بود.", "fa", "It was a fourteenth-century book.", "en"),
        (NumberChanged, "אחד־עשר אנשים חלו.", "he", "Eleven people fell ill.", "en"),
        (
            NumberMissing,
            "Es soll im Herbst nächsten Jahres beginnen.",
            "de",
            "It is due to start in autumn 2026.",
            "en",
        ),
        (NumberChanged, "Der Kurs fiel um 1,5 Prozentpunkte.", "de", "It fell by 150 basis points.", "en"),
        (NumberAdded, "Er arbeitet seit 40 Jahren dort.", "de", "He has worked there for four decades.", "en"),
        (NumberAdded, "Rund 66 Prozent der Wähler kamen.", "de", "Some two-thirds of voters came.", "en"),
        (UnitChanged, "他身高1米88。", "zh", "He is 6ft 2in tall.", "en"),
        (DateChanged, "В марте посещаемость упала.", "ru", "It fell in March compared to February.", "en"),
        (DateChanged, "Das sagte sie im April.", "de", "May said so in spring, before a march.", "en"),
        (DurationChanged, "Zwölf Monate blieb er dort.", "de", "He stayed there for a year.", "en"),
        (DurationChanged, "Ein Jahr blieb er dort.", "de", "He stayed there for a year.", "en"),
    ],
)
def test_what_may_be_the_same_is_not_accused(check, text, language, counterpart, counterpart_language):
    example = Example(text, language=language, counterpart=counterpart, counterpart_language=counterpart_language)
    assert rehearse(check, example) == ()

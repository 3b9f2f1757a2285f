"""The lists of idioms that engines translate word for word."""

from __future__ import annotations

import time
import tomllib
from importlib.resources import files

import pytest

from auditor.checks import find_check
from auditor.checks.subject import Subject
from auditor.checks.terminology.calques import calque_languages, idioms
from auditor.core.document import Source
from auditor.facts import extract_facts
from auditor.languages import get_language, known_languages
from auditor.segment import segment


def found(text, language):
    record = get_language(language)
    document = segment(Source("a", text, "file", "", language=language), record)
    check = find_check("calque")()
    return [finding.excerpt for finding in check.findings(Subject(document, record, extract_facts(document, record)))]


@pytest.mark.parametrize("language", sorted(calque_languages()))
def test_every_list_is_long_enough_and_its_wordings_are_its_own(language):
    known = idioms(language)
    assert language in known_languages()
    assert len(known) >= 6
    assert len({idiom.wording.pattern for idiom in known}) == len(known)
    for idiom in known:
        assert not idiom.wording.search(idiom.instead), idiom.instead
        assert not idiom.wording.fullmatch("")


@pytest.mark.parametrize(
    ("language", "text", "wording"),
    [
        ("es", "Ese dato es un arenque rojo, dijo.", "arenque rojo"),
        ("it", "È piovuto cani e gatti? No: pioveva cani e gatti.", "pioveva cani e gatti"),
        ("tr", "Bu olay mavi ayda bir olur.", "mavi ayda bir"),
        ("ja", "彼は、それは赤いニシンだと述べた。", "赤いニシン"),
        ("hi", "यह तो लाल हेरिंग है।", "लाल हेरिंग"),
        ("he", "הוא אמר שזה ההרינג האדום של החקירה.", "ההרינג האדום"),
        ("uk", "Він сказав, що це червоний оселедець.", "червоний оселедець"),
        ("af", "Dit was net 'n stuk koek vir haar.", "Dit was net 'n stuk koek"),
        ("am", "እንዲህ ያለ ነገር በሰማያዊ ጨረቃ አንድ ጊዜ ይሆናል።", "በሰማያዊ ጨረቃ አንድ ጊዜ"),
        ("az", "Belə fürsət mavi ayda bir dəfə düşür.", "mavi ayda bir dəfə"),
        ("be", "Ураду давялося ўкусіць кулю, але ён кусаць кулю не хацеў.", "кусаць кулю"),
        ("bg", "Навън валеше котки и кучета.", "валеше котки и кучета"),
        ("bn", "এমন সুযোগ নীল চাঁদে একবার আসে।", "নীল চাঁদে একবার"),
        ("bs", "To je bila potraga za divljim guskama.", "potraga za divljim guskama"),
        ("ca", "Va dir que l'examen era un tros de pastís.", "era un tros de pastís"),
        ("ckb", "ئەمە تەنها جارێک لە مانگێکی شین ڕوودەدات.", "جارێک لە مانگێکی شین"),
        ("cs", "Vláda se musí zakousnout do kulky.", "zakousnout do kulky"),
        ("da", "Det var bare et stykke kage, sagde han.", "Det var bare et stykke kage"),
        ("el", "Χθες έβρεχε γάτες και σκύλους στην Αθήνα.", "έβρεχε γάτες και σκύλους"),
        ("et", "Väljas sadas kasse ja koeri.", "sadas kasse ja koeri"),
        ("et", "See oli vaid punane heeringas.", "punane heeringas"),
        ("fi", "Ulkona satoi kissoja ja koiria.", "satoi kissoja ja koiria"),
        ("hr", "Vlada je morala zagristi metak.", "zagristi metak"),
        ("hu", "Ilyesmi egyszer egy kék holdban fordul elő.", "egyszer egy kék holdban"),
        ("hy", "Նա ասաց, որ դա կարմիր ծովատառեխ է։", "կարմիր ծովատառեխ"),
        ("id", "Kesempatan seperti itu datang sekali dalam bulan biru.", "sekali dalam bulan biru"),
        ("is", "Það rigndi köttum og hundum í gær.", "rigndi köttum og hundum"),
        ("ka", "მან თქვა, რომ ეს წითელი ქაშაყია.", "წითელი ქაშაყია"),
        ("kk", "Ол мұны қызыл майшабақ деп атады.", "қызыл майшабақ"),
        ("km", "គាត់ថាវាជាត្រីហេរីងក្រហម។", "ត្រីហេរីងក្រហម"),
        ("ko", "정부는 결국 총알을 깨물었다.", "총알을 깨물었다"),
        ("lt", "Tai buvo raudona silkė, sakė jis.", "raudona silkė"),
        ("lv", "Vakar lija kaķi un suņi.", "lija kaķi un suņi"),
        ("mk", "Надвор врнеше мачки и кучиња.", "врнеше мачки и кучиња"),
        ("ms", "Kerajaan terpaksa menggigit peluru.", "menggigit peluru"),
        ("my", "သူသည် ကျည်ဆံကို ကိုက်ခဲ့သည်။", "ကျည်ဆံကို ကိုက်"),
        ("no", "I går regnet det ikke, men i dag regner katter og hunder.", "regner katter og hunder"),
        ("ps", "هغه وویل چې دا سور هرینګ دی.", "سور هرینګ"),
        ("ro", "Guvernul a trebuit să muște glonțul.", "muște glonțul"),
        ("sk", "Bola to honba za divou husou.", "honba za divou husou"),
        ("sl", "Vlada je morala ugrizniti v kroglo.", "ugrizniti v kroglo"),
        ("so", "Tani waxay dhacdaa hal mar dayax buluug ah.", "hal mar dayax buluug ah"),
        ("sq", "Qeveria duhet të kafshojë plumbin.", "kafshojë plumbin"),
        ("sr", "Vlada je morala da zagrize metak.", "zagrize metak"),
        ("sr", "То је била потрага за дивљом гуском.", "потрага за дивљом гуском"),
        ("sw", "Serikali ililazimika kuuma risasi.", "kuuma risasi"),
        ("ta", "இது ஒரு சிவப்பு ஹெர்ரிங் என்று அவர் கூறினார்.", "சிவப்பு ஹெர்ரிங்"),
        ("te", "ఇది ఎర్ర హెర్రింగ్ అని ఆయన అన్నారు.", "ఎర్ర హెర్రింగ్"),
        ("th", "รัฐบาลต้องกัดกระสุนและขึ้นภาษี", "กัดกระสุน"),
        ("ur", "ایسا موقع نیلے چاند میں ایک بار آتا ہے۔", "نیلے چاند میں ایک بار"),
        ("vi", "Đó chỉ là một con cá trích đỏ.", "cá trích đỏ"),
    ],
)
def test_wordings_are_found_in_their_inflections(language, text, wording):
    assert wording in found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Band heißt Roter Hahn."),
        ("zh", "现在天气下降到零度。"),
        ("es", "Viven bajo el clima actual."),
        ("hi", "डॉक्टर ने कहा कि गोली चबाकर खाएँ।"),
        ("ur", "ڈاکٹر نے کہا کہ گولی چبا کر کھائیں، بجلی چوری کا مقدمہ درج ہوا۔"),
        ("vi", "Công nhân làm việc dưới thời tiết nắng nóng; thị phần là miếng bánh lớn."),
        ("id", "Petani bekerja di bawah cuaca panas dan memberi makan angsa."),
        ("th", "เด็กเตะถังขยะจนล้ม และทหารทำงานภายใต้สภาพอากาศหนาว"),
        ("hr", "Pod vremenom trajanja podrazumijeva se rok."),
        ("is", "Það er undir veðri komið."),
        ("ru", "Он съел кусок торта."),
    ],
)
def test_things_themselves_are_left_alone(language, text):
    assert found(text, language) == []


def test_every_english_idiom_is_used():
    folder = files("auditor.checks.terminology") / "data" / "calques"
    tables = {code: tomllib.loads((folder / f"{code}.toml").read_text("utf-8")) for code in ("en", *calque_languages())}
    english = tables.pop("en")
    assert english.keys() == {name for table in tables.values() for _, name, _ in table["calques"]}


def test_all_complete_languages_but_english_have_a_list():
    assert calque_languages() == set(known_languages()) - {"en"}


@pytest.mark.parametrize(
    ("language", "piece"), [("de", "unter dem wetter fühl "), ("fr", "pleut des chats et "), ("ar", "قطعة من ")]
)
def test_a_long_line_takes_linear_time(language, piece):
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    for idiom in idioms(language):
        list(idiom.wording.finditer(text))
    assert time.process_time() - started < 5

"""Language codes and names as people write them in file names and attributes."""

from __future__ import annotations

import re
from functools import cache

from auditor.languages.language import ALIASES, get_language, known_languages

_THREE = """
afr=af aka=ak alb=sq sqi=sq amh=am ara=ar arb=ar arz=ar ary=ar apc=ar ajp=ar arm=hy hye=hy asm=as ast=ast
aze=az azj=az bak=ba baq=eu eus=eu bel=be ben=bn bod=bo tib=bo bos=bs bul=bg bur=my mya=my cat=ca ceb=ceb
ces=cs cze=cs chi=zh zho=zh cmn=zh ckb=ckb cym=cy wel=cy dan=da deu=de ger=de div=dv dut=nl nld=nl dzo=dz
ell=el gre=el eng=en epo=eo est=et ekk=et ewe=ee fao=fo fas=fa per=fa pes=fa prs=fa fij=fj fil=tl fin=fi
fra=fr fre=fr fry=fy ful=ff geo=ka kat=ka gla=gd gle=ga glg=gl grn=gn guj=gu hat=ht hau=ha heb=he hin=hi
hrv=hr hun=hu ibo=ig ice=is isl=is ind=id ita=it jav=jv jpn=ja kan=kn kaz=kk khm=km kin=rw kir=ky kmr=ku
kur=ku kor=ko lao=lo lat=la lav=lv lvs=lv lim=li lin=ln lit=lt ltz=lb lug=lg mac=mk mkd=mk mal=ml mao=mi
mri=mi mar=mr may=ms msa=ms zsm=ms mlg=mg mlt=mt mon=mn khk=mn nde=nd nep=ne npi=ne nno=no nob=no nor=no
nya=ny oci=oc ori=or ory=or orm=om pan=pa pol=pl por=pt pus=ps pbt=ps que=qu ron=ro rum=ro run=rn rus=ru
sag=sg san=sa sin=si slk=sk slo=sk slv=sl smo=sm sna=sn snd=sd som=so sot=st spa=es srp=sr ssw=ss sun=su
swa=sw swh=sw swe=sv tah=ty tam=ta tat=tt tel=te tgk=tg tgl=tl tha=th tir=ti ton=to tsn=tn tso=ts tuk=tk
tur=tr twi=tw uig=ug ukr=uk urd=ur uzb=uz uzn=uz ven=ve vie=vi wol=wo xho=xh yid=yi ydd=yi yor=yo yue=yue
zul=zu
"""
"""ISO 639-2 and -3 codes, bibliographic ones and members of macrolanguages too, and their 639-1 codes."""
_COUNTRIES = {
    "cn": "zh",
    "tw": "zh",
    "jp": "ja",
    "kr": "ko",
    "gr": "el",
    "ua": "uk",
    "cz": "cs",
    "dk": "da",
    "ir": "fa",
}
"""Country codes that are often written for the language and are no language code themselves."""
_CODE = re.compile(r"([a-z]{2,3})(?:[-_](?:[a-z]{2,4}|\d{3}|[a-z]{4}[-_][a-z]{2}))?", re.IGNORECASE)


def normalise_code(text: str) -> str | None:
    """The ISO 639-1 code (639-3 where there is none) that `text` stands for, or None.

    `ara`, `zho-CN`, `fra_CA`, `pt-BR`, `zh-Hant-TW`, `iw` and English names of languages are understood;
    anything else is None. A country code that is no language code (`cn`, `jp`) stands for its language.
    """
    plain = text.strip().casefold()
    found = _CODE.fullmatch(plain)
    if found is None:
        return _english_names().get(plain)
    base = found.group(1)
    if base in ALIASES:
        return ALIASES[base]
    if base in _three_letters().values() or base in known_languages():
        return base
    return _three_letters().get(base, _COUNTRIES.get(plain))


@cache
def _three_letters() -> dict[str, str]:
    return {three: two for three, _, two in (entry.partition("=") for entry in _THREE.split())}


@cache
def _english_names() -> dict[str, str]:
    names = {get_language(code).name.casefold(): code for code in known_languages()}
    return {**names, "farsi": "fa", "mandarin": "zh", "sorani": "ckb", "castilian": "es", "flemish": "nl"}

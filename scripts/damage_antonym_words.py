"""Words and their opposites: pairs with `/` work both ways, with `>` one way; one of several opposites is drawn."""

from __future__ import annotations

ENGLISH_VERBS = """
increase/decrease accept/refuse accept/reject accelerate/slow_down agree/disagree allow/ban approve/reject
attack/defend attract/repel confirm/deny admit*/deny continue/stop create/destroy damage/repair deteriorate/improve
worsen/improve encourage/discourage enter/leave expand/contract expand/shrink export/import fail/succeed gain/lose
help/hinder hire/dismiss include/exclude join/leave like/dislike love/hate open/close oppose/support pass/fail
praise/criticize praise/blame protect/endanger prevent/cause prevent/promote push/pull raise/lower release/detain
remember/forget reveal/conceal save/waste simplify/complicate start/finish strengthen/weaken trust/distrust
underestimate/overestimate unite/divide welcome/condemn widen/narrow win/lose rise/fall begin/end buy/sell
give/take arrive/depart borrow/lend build/demolish appear/disappear connect/disconnect enable/disable
extend/shorten inhale/exhale inhibit/stimulate lengthen/shorten load/unload lock/unlock maximize/minimize obey/defy
overtake/trail permit*/prohibit recover/deteriorate reduce/increase relax/tighten reward/punish suppress/promote
surrender/resist tighten/loosen upgrade/downgrade withdraw/deploy ease/tighten soar/plunge surge/plummet
activate/deactivate boost/curb legalize/outlaw nationalize/privatize attach/detach escalate/defuse advance/retreat
upload/download
"""
"""Verbs, inflected by rule or by the irregular forms below; a star doubles the last consonant."""

IRREGULAR = {
    "lose": "loses lost losing", "leave": "leaves left leaving", "rise": "rises rose rising",
    "fall": "falls fell falling",
    "begin": "begins began beginning", "buy": "buys bought buying", "sell": "sells sold selling",
    "give": "gives gave giving", "take": "takes took taking", "build": "builds built building",
    "lend": "lends lent lending", "forget": "forgets forgot forgetting", "win": "wins won winning",
    "shrink": "shrinks shrank shrinking", "stop": "stops stopped stopping",
    "overtake": "overtakes overtook overtaking",
    "withdraw": "withdraws withdrew withdrawing", "slow_down": "slows_down slowed_down slowing_down",
    "prohibit": "prohibits prohibited prohibiting", "ban": "bans banned banning",
    "inhibit": "inhibits inhibited inhibiting", "curb": "curbs curbed curbing", "outlaw": "outlaws outlawed outlawing",
}  # fmt: skip

ENGLISH_WORDS = """
before/after guilty/innocent high/low higher/lower highest/lowest more/less more/fewer most/least many/few
large/small larger/smaller largest/smallest big/small bigger/smaller biggest/smallest long/short longer/shorter
longest/shortest early/late earlier/later earliest/latest old/new older/younger oldest/youngest young/old
strong/weak stronger/weaker strongest/weakest fast/slow faster/slower quickly/slowly rapid/slow rapidly/slowly
hot/cold warm/cool rich/poor richer/poorer good/bad better/worse best/worst right/wrong true/false safe/dangerous
safer/riskier easy/difficult easier/harder cheap/expensive cheaper/dearer positive/negative positively/negatively
public/private legal/illegal legally/illegally possible/impossible likely/unlikely able/unable happy/unhappy
known/unknown common/rare commonly/rarely frequent/infrequent frequently/seldom often/rarely always/never
usually/rarely sometimes/never important/unimportant significant/insignificant significantly/slightly
necessary/unnecessary effective/ineffective efficient/inefficient sufficient/insufficient adequate/inadequate
appropriate/inappropriate complete/incomplete direct/indirect directly/indirectly stable/unstable healthy/sick
severe/mild acute/chronic active/inactive alive/dead born/buried full/empty open/closed inside/outside
internal/external domestic/foreign local/foreign national/international male/female civilian/military urban/rural
northern/southern eastern/western north/south east/west left-wing/right-wing upper/lower top/bottom front/back
above/below over/under up/down upward/downward maximum/minimum majority/minority success/failure
successful/unsuccessful successfully/unsuccessfully victory/defeat victories/defeats profit/loss profits/losses
growth/decline rise/drop strength/weakness strengths/weaknesses advantage/disadvantage advantages/disadvantages
benefit/harm benefits/harms beneficial/harmful friend/enemy friends/enemies ally/enemy allies/enemies peace/war
love/hatred life/death birth/death beginning/end start/end presence/absence present/absent increase/decrease
supporter/opponent supporters/opponents winner/loser winners/losers buyer/seller buyers/sellers teacher/student
teachers/students employer/employee employers/employees doctor/patient doctors/patients victim/perpetrator
victims/perpetrators owner/tenant owners/tenants optimistic/pessimistic hopeful/hopeless popular/unpopular
fair/unfair reliable/unreliable stable/volatile temporary/permanent temporarily/permanently voluntary/compulsory
simple/complex similar/different identical/different natural/artificial ancient/modern dry/wet heavy/light
hard/soft bright/dark deep/shallow wide/narrow thick/thin clean/dirty visible/invisible voluntary/mandatory
compatible/incompatible asymptomatic/symptomatic infected/uninfected vaccinated/unvaccinated
contagious/noncontagious dependent/independent conscious/unconscious initial/final first/last former/current
previous/next previously/subsequently past/future tomorrow/yesterday day/night morning/evening summer/winter
at_least/at_most up_to/at_least less_than/more_than fewer_than/more_than more_than/less_than upstream/downstream
daily/monthly weekly/yearly everything/nothing everyone/nobody everybody/nobody all/none_of both/neither_of
attacker/defender lawful/unlawful capable/incapable fortunately/unfortunately together/separately
"""
"""Words that do not bend, or whose forms are given."""

PARTICIPLES = frozenset({"rise", "fall", "begin", "give", "take", "forget", "shrink", "overtake", "withdraw"})
"""Irregular verbs whose past is not their participle; behind have and be they are left alone."""

OTHERS: dict[str, str] = {
    "de": """
bevor/nachdem vorher/nachher hoch/niedrig hohe/niedrige hohen/niedrigen höher/niedriger mehr/weniger große/kleine
großen/kleinen großer/kleiner größer/kleiner größte/kleinste größten/kleinsten neue/alte neuen/alten neuer/alter
lange/kurze länger/kürzer früh/spät früher/später gut/schlecht gute/schlechte guten/schlechten besser/schlechter
starke/schwache starken/schwachen stark/schwach stärker/schwächer immer/nie oft/selten viele/wenige vielen/wenigen
erhöht/gesenkt erhöhen/senken steigt/sinkt steigen/sinken stieg/sank gestiegen/gesunken Anstieg/Rückgang
Zunahme/Abnahme gewonnen/verloren gewann/verlor Sieg/Niederlage Erfolg/Misserfolg Krieg/Frieden Leben/Tod
Freund/Feind erlaubt/verboten schuldig/unschuldig positiv/negativ positive/negative wichtig/unwichtig
möglich/unmöglich bekannt/unbekannt sicher/unsicher öffnete/schloss geöffnet/geschlossen innerhalb/außerhalb
nördlich/südlich östlich/westlich Norden/Süden Osten/Westen nördlichen/südlichen östlichen/westlichen erste/letzte
ersten/letzten Männer/Frauen Vorteil/Nachteil Mehrheit/Minderheit begann/endete kaufte/verkaufte
angenommen/abgelehnt öffentlichen/privaten öffentliche/private schnell/langsam leicht/schwer links/rechts
oben/unten
""",
    "es": """
antes/después alto/bajo alta/baja altos/bajos altas/bajas más/menos mayor/menor mayores/menores mejor/peor
mejores/peores grande/pequeño grandes/pequeños nuevo/viejo nueva/vieja nuevos/viejos largo/corto larga/corta
temprano/tarde bueno/malo buena/mala buenos/malos fuerte/débil fuertes/débiles siempre/nunca muchos/pocos
muchas/pocas aumenta/disminuye aumentar/disminuir aumentó/disminuyó aumentan/disminuyen aumento/descenso
ganó/perdió victoria/derrota éxito/fracaso inicio/final principio/fin guerra/paz vida/muerte amigo/enemigo
permitido/prohibido culpable/inocente positivo/negativo positiva/negativa positivos/negativos necesario/innecesario
posible/imposible conocido/desconocido seguro/peligroso abierto/cerrado dentro/fuera norte/sur primero/último
primera/última hombres/mujeres ventaja/desventaja mayoría/minoría máximo/mínimo máxima/mínima público/privado
pública/privada rápido/lento rápidamente/lentamente izquierda/derecha superior/inferior interno/externo grave/leve
graves/leves frecuente/infrecuente aceptó/rechazó directo/indirecto directa/indirecta
""",
    "fr": """
avant/après haut/bas haute/basse hauts/bas élevé/faible élevée/faible élevés/faibles plus/moins meilleur/pire
grand/petit grande/petite grands/petits grandes/petites nouveau/ancien nouvelle/ancienne nouveaux/anciens
long/court longue/courte tôt/tard bon/mauvais bonne/mauvaise bons/mauvais fort/faible forte/faible toujours/jamais
souvent/rarement augmente/diminue augmenter/diminuer augmenté/diminué augmentent/diminuent augmentation/diminution
hausse/baisse gagné/perdu victoire/défaite succès/échec début/fin guerre/paix vie/mort ami/ennemi autorisé/interdit
coupable/innocent positif/négatif positive/négative positifs/négatifs nécessaire/inutile possible/impossible
connu/inconnu sûr/dangereux ouvert/fermé intérieur/extérieur nord/sud premier/dernier première/dernière
hommes/femmes avantage/inconvénient majorité/minorité maximum/minimum public/privé publique/privée rapide/lent
rapidement/lentement gauche/droite supérieur/inférieur supérieure/inférieure interne/externe grave/bénin
graves/bénins accepté/refusé direct/indirect directe/indirecte
""",
    "pt": """
antes/depois alto/baixo alta/baixa altos/baixos altas/baixas mais/menos maior/menor maiores/menores melhor/pior
melhores/piores grande/pequeno grandes/pequenos novo/velho nova/velha novos/velhos longo/curto longa/curta
cedo/tarde bom/mau boa/má bons/maus forte/fraco fortes/fracos sempre/nunca muitos/poucos muitas/poucas
aumenta/diminui aumentar/diminuir aumentou/diminuiu aumentam/diminuem aumento/queda ganhou/perdeu vitória/derrota
sucesso/fracasso início/fim guerra/paz vida/morte amigo/inimigo permitido/proibido culpado/inocente
positivo/negativo positiva/negativa positivos/negativos necessário/desnecessário possível/impossível
conhecido/desconhecido seguro/perigoso aberto/fechado dentro/fora norte/sul leste/oeste primeiro/último
primeira/última homens/mulheres vantagem/desvantagem maioria/minoria máximo/mínimo público/privado pública/privada
rápido/lento rapidamente/lentamente esquerda/direita superior/inferior interno/externo grave/leve graves/leves
aceitou/rejeitou direto/indireto direta/indireta
""",
    "it": """
prima/dopo alto/basso alta/bassa alti/bassi più/meno maggiore/minore maggiori/minori migliore/peggiore
grande/piccolo grandi/piccoli nuovo/vecchio nuova/vecchia nuovi/vecchi lungo/corto lunga/corta presto/tardi
buono/cattivo buona/cattiva forte/debole forti/deboli sempre/mai molti/pochi molte/poche aumenta/diminuisce
aumentare/diminuire aumentato/diminuito aumento/calo vinto/perso vittoria/sconfitta successo/fallimento inizio/fine
guerra/pace vita/morte amico/nemico permesso/vietato colpevole/innocente positivo/negativo positiva/negativa
possibile/impossibile noto/ignoto sicuro/pericoloso aperto/chiuso dentro/fuori nord/sud est/ovest primo/ultimo
uomini/donne vantaggio/svantaggio maggioranza/minoranza massimo/minimo pubblico/privato pubblica/privata
rapido/lento rapidamente/lentamente sinistra/destra superiore/inferiore interno/esterno grave/lieve gravi/lievi
accettato/rifiutato
""",
    "ru": """
после>до высокий/низкий высокая/низкая высокого/низкого высокой/низкой высокие/низкие высоких/низких выше/ниже
больше/меньше более/менее большой/маленький большая/маленькая большие/маленькие больших/маленьких новый/старый
новая/старая новые/старые новых/старых нового/старого новой/старой рано/поздно раньше/позже хороший/плохой
хорошие/плохие хорошо/плохо лучше/хуже сильный/слабый сильная/слабая сильные/слабые всегда/никогда часто/редко
много/мало многие/немногие увеличивает/уменьшает увеличить/уменьшить увеличивается/уменьшается
увеличение/уменьшение повышает/понижает повысить/понизить повышение/снижение рост/спад повышает/снижает
повышают/снижают снижению/повышению выиграл/проиграл победа/поражение победу/поражение успех/провал начало/конец
начала/конца начале/конце война/мир войны/мира жизнь/смерть жизни/смерти друг/враг друзья/враги разрешено/запрещено
виновен/невиновен положительный/отрицательный положительные/отрицательные положительных/отрицательных
возможно/невозможно необходимо/нежелательно известный/неизвестный внутри/снаружи внутренний/внешний
внутренних/внешних над/под северной/южной северный/южный восточный/западный восточной/западной севере/юге
первый/последний первого/последнего первой/последней мужчин/женщин мужчины/женщины большинство/меньшинство
максимальный/минимальный быстро/медленно левый/правый верхних/нижних верхний/нижний тяжелой/легкой тяжелых/легких
тяжелые/легкие прямой/косвенный
""",
    "zh": """
增加/减少 增长/下降 上升/下降 上涨/下跌 提高/降低 升高/降低 扩大/缩小 加强/削弱 支持/反对 同意/反对 允许/禁止
赢得/输掉 胜利/失败 成功/失败 开始/结束 之前/之后 以前/以后 最高/最低 较高/较低 更高/更低 最大/最小 较大/较小
更多/更少 最多/最少 至少/至多 超过/不足 多于/少于 高于/低于 大于/小于 优势/劣势 优点/缺点 国内/国外 内部/外部
公开/秘密 安全/危险 积极/消极 阳性/阴性 正面/负面 合法/非法 有效/无效 可能/不可能 重要/次要 严重/轻微 容易/困难
简单/复杂 快速/缓慢 迅速/缓慢 北部/南部 东部/西部 北方/南方 东方/西方 左侧/右侧 上方/下方 男性/女性 男子/女子
战争/和平 出生/去世 进口/出口 买入/卖出 接受/拒绝 批准/否决 赞成/反对 盈利/亏损 直接/间接 主动/被动 长期/短期
早期/晚期 急性/慢性 首次/最后一次 多数/少数 大型/小型 经常/很少 总是/从不 加快/放慢 改善/恶化 好转/恶化 打开/关闭
进入/离开 保护/破坏 有症状/无症状 充足/短缺 强烈/微弱 乐观/悲观 公共/私人 富裕/贫穷 朋友/敌人 白天/夜间 早上/晚上
""",
    "ja": """
増加/減少 上昇/低下 増え/減り 高い/低い 多い/少ない 大きい/小さい 大きな/小さな 新しい/古い 長い/短い 強い/弱い
早い/遅い 良い/悪い 安全/危険 成功/失敗 勝利/敗北 開始/終了 以前/以後 最大/最小 最高/最低 北部/南部 東部/西部
賛成/反対 許可/禁止 輸入/輸出 男性/女性 陽性/陰性 可能/不可能 有効/無効 国内/国外 内部/外部 前/後 軽い/重い
拡大/縮小 以上/未満 公的/私的 直接/間接 戦争/平和 最初/最後 午前/午後
""",
    "tr": """
önce/sonra yüksek/düşük daha/az büyük/küçük yeni/eski uzun/kısa erken/geç iyi/kötü güçlü/zayıf artış/azalış
artırmak/azaltmak arttı/azaldı artar/azalır olumlu/olumsuz pozitif/negatif başarı/başarısızlık zafer/yenilgi
barış/savaş açık/kapalı içinde/dışında kuzey/güney doğu/batı ilk/son fazla/az hızlı/yavaş destekledi/reddetti
kazandı/kaybetti
""",
    "hi": """
पहले/बाद अधिक/कम ज़्यादा/कम बड़ा/छोटा बड़े/छोटे बड़ी/छोटी उच्च/निम्न नया/पुराना नए/पुराने नई/पुरानी अच्छा/बुरा अच्छे/बुरे हमेशा/कभी-कभार
वृद्धि/कमी बढ़ाने/घटाने बढ़/घट सकारात्मक/नकारात्मक सफल/असफल संभव/असंभव सुरक्षित/असुरक्षित अंदर/बाहर ऊपर/नीचे पहला/आखिरी पहली/आखिरी
पुरुष/महिला पुरुषों/महिलाओं जीवन/मृत्यु तेज़/धीमी गंभीर/हल्के अधिकतम/न्यूनतम आंतरिक/बाहरी
""",
    "ar": """
قبل/بعد أكثر/أقل أكبر/أصغر أعلى/أدنى كبير/صغير كبيرة/صغيرة جديد/قديم جديدة/قديمة زيادة/انخفاض ارتفاع/انخفاض
ارتفع/انخفض إيجابية/سلبية إيجابي/سلبي داخل/خارج شمال/جنوب شرق/غرب الشمالية/الجنوبية الشرقية/الغربية نجاح/فشل
الحرب/السلام الحياة/الموت أول/آخر الأولى/الأخيرة الرجال/النساء دائما/أبدا الداخلية/الخارجية فوق/تحت قوية/ضعيفة
أفضل/أسوأ الخاص/العام
""",
    "id": """
sebelum/sesudah lebih/kurang tinggi/rendah besar/kecil baru/lama panjang/pendek baik/buruk kuat/lemah
meningkat/menurun meningkatkan/menurunkan peningkatan/penurunan selalu/jarang sering/jarang banyak/sedikit
positif/negatif mungkin/mustahil aman/berbahaya dalam/luar utara/selatan timur/barat pertama/terakhir pria/wanita
laki-laki/perempuan cepat/lambat maksimum/minimum berat/ringan mengizinkan/melarang menerima/menolak awal/akhir
kehidupan/kematian internal/eksternal
""",
    "fa": """
قبل/بعد بیشتر/کمتر بزرگ/کوچک جدید/قدیمی افزایش/کاهش بالا/پایین مثبت/منفی داخل/خارج شمال/جنوب شرق/غرب پیروزی/شکست
موفقیت/شکست جنگ/صلح زندگی/مرگ اولین/آخرین مردان/زنان همیشه/هرگز خوب/بد قوی/ضعیف داخلی/خارجی حداکثر/حداقل بهتر/بدتر
ممکن/غیرممکن
""",
}
"""Smaller lists; the forms stand as they occur, since nothing is inflected."""

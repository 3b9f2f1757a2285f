"""Words that can go missing without a change in meaning, case-folded; those long enough to be taken for content."""

from __future__ import annotations

_LISTS = {
    "en": """around across along against among toward towards entire whole typically that this these those with
    from into onto upon than then they them their there here have having been being were will would could should
    shall might must also just very even only such some more most much many each both other what which when where
    while whose whom because about after again before between during through under over above below however
    therefore thus hence moreover furthermore meanwhile although though since until unless whether either neither
    quite rather really actually simply basically indeed already still well like does doing done make made take
    took come came your yours ours theirs itself himself herself themselves ourselves yourself several various
    certain according including regarding concerning approximately almost nearly another within without else ever
    soon especially particularly mainly mostly namely called known being currently currently i.e. e.g. respectively""",
    "de": """nicht durch einer einen einem eines diese dieser dieses diesen diesem werden wurde wurden worden haben
    hatte hatten waren sollte sollten könnte könnten können müssen nachdem bevor während jedoch allerdings deshalb
    daher außerdem zwischen gegen unter über sowie sondern damit dabei darauf daran dafür davon dazu daraus darin
    welche welcher welches ihrer ihren ihrem seine seiner seinen seinem unsere unserer andere anderen anderer
    bereits ebenfalls sogar selbst schon immer wieder hatte hätte wären würde würden jeder jede jedes jeden jedem
    dessen deren denen wobei sodass obwohl nämlich eigentlich insbesondere etwa ungefähr einige mehrere viele""",
    "fr": """cette cettes ceux celui celle celles dans avec pour sans sous entre après avant pendant depuis contre
    leurs notre votre être avoir était étaient avait avaient aussi ainsi alors encore comme mais donc cependant
    toutefois puisque lorsque tandis selon toute toutes tous plus moins très quelque quelques autre autres même
    mêmes dont quand ayant étant elles environ plusieurs notamment également sera seront serait soient""",
    "es": """estos estas estaba estaban están entre sobre desde hasta cuando donde aunque porque también además
    mientras según durante contra hacia había habían haber siendo sería serían fueron otros otras mismo misma
    mismos mismas todos todas algunos algunas varios varias nuestro nuestra cuyo cuales quien quienes luego
    entonces mucho muchos puede pueden aproximadamente especialmente""",
    "pt": """estes estas esses essas aquele aquela estava estavam estão entre sobre desde quando embora porque
    também além enquanto segundo durante contra havia haver sendo seria seriam foram outros outras mesmo mesma
    todos todas alguns algumas vários várias nosso nossa cujos quais quem então muito muitos podem pelos pelas
    ainda depois antes aproximadamente""",
    "it": """della delle degli dello nella nelle negli nello dalla dalle dallo sulla sulle sullo questo questa
    questi queste quello quella essere avere stato stata stati state erano aveva avevano anche ancora dopo prima
    mentre quando perché sebbene tuttavia inoltre durante contro verso altri altre stesso stessa tutti tutte alcuni
    alcune molto molti circa""",
    "ro": """acest această aceste acestea aceștia acesta aceasta pentru dintre între după înainte când unde deși
    pentru despre fost este sunt erau avea aveau care căruia căreia toate toți alte altele însă astfel totuși
    precum foarte decât către""",
    "ru": """этого этому этой этих этими который которая которое которые которого которой которых которым также
    однако поэтому после перед между через более менее чтобы потому когда если хотя были было была будет будут быть
    может могут своей своих своего своим такие такой таких также именно около примерно других другие другой всего
    всех только очень""",
    "uk": """цього цьому цієї цих який яка яке які якого якої яких також проте після перед через більш менш тому
    коли якщо хоча були було була буде будуть може можуть своїх свого також близько інших інші тільки дуже""",
    "et": """ning samuti kuid selle sellest sellel nende oleks olnud olema kuigi pärast enne vahel samas ainult
    väga mõned kõik umbes mille millest kelle""",
    "id": """yang dengan untuk dari pada adalah dalam tidak akan telah sudah oleh karena tetapi namun juga atau
    serta seperti dapat antara setelah sebelum ketika sehingga bahwa mereka tersebut secara merupakan terhadap
    beberapa para masih hanya sangat lebih sebagai hingga""",
    "ms": """yang dengan untuk daripada pada adalah dalam tidak akan telah sudah oleh kerana tetapi namun juga atau
    serta seperti dapat antara selepas sebelum apabila sehingga bahawa mereka tersebut secara merupakan terhadap
    beberapa para masih hanya sangat lebih sebagai hingga boleh ialah""",
    "tr": """olarak için daha ancak kadar sonra önce göre gibi olan olduğu olduğunu ayrıca fakat çünkü bunun bunlar
    tarafından arasında üzerinde ise veya edilen diğer bazı tüm""",
    "hi": """करने लिए किया गया करते होने वाले वाली किसी द्वारा उन्होंने उसके इसके उनके हुए रहे जाता जाती जाते करता करती अपने सकता
    सकते सकती तथा लेकिन बाद साथ""",
    "zh": """因此 然而 但是 并且 以及 或者 如果 因为 所以 而且 虽然 尽管 这个 这些 那些 这种 一个 一种 进行 通过
    对于 关于 其中 同时 此外 可以 已经 正在 它们 他们 我们 之间 为了 由于 作为 根据""",
    "ja": "場合 以下 同様 一方 例え",
}  # fmt: skip

FUNCTION_WORDS: dict[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _LISTS.items()}

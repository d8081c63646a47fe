"""Countries and the capitals that stand for their governments in English news: data, no logic."""

COUNTRIES = frozenset(
    name.strip()
    for name in """
    afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh, belarus,
    belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, britain, brunei, bulgaria, burkina faso, burundi, cambodia,
    cameroon, canada, chad, chile, china, colombia, congo, costa rica, croatia, cuba, cyprus, denmark, djibouti, ecuador, egypt,
    el salvador, england, eritrea, estonia, ethiopia, eu, fiji, finland, france, gabon, gambia, georgia, germany, ghana, greece,
    guatemala, guinea, guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, jamaica, japan,
    jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania,
    luxembourg, madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia,
    montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea,
    north macedonia, northern ireland, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland, portugal, qatar,
    romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia,
    south africa, south korea, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
    thailand, togo, trinidad, tunisia, turkey, turkmenistan, türkiye, u.k., u.s., uae, uganda, uk, ukraine, united arab emirates,
    united kingdom, united states, uruguay, us, uzbekistan, vatican, venezuela, vietnam, wales, yemen, zambia, zimbabwe
    """.split(",")
)
"""Countries, and the names by which news calls them, in lower case."""

CAPITALS = frozenset(
    name.strip()
    for name in """
    abuja, accra, addis ababa, algiers, amman, ankara, athens, baghdad, baku, bangkok, beijing, beirut, belgrade, berlin, bogotá,
    brasília, bratislava, brussels, bucharest, budapest, buenos aires, cairo, canberra, caracas, copenhagen, dakar, damascus, delhi,
    dhaka, doha, dublin, hanoi, harare, havana, helsinki, islamabad, jakarta, jerusalem, kabul, kampala, khartoum, kiev, kigali,
    kinshasa, kyiv, lima, lisbon, ljubljana, london, luanda, lusaka, madrid, manila, mexico city, minsk, mogadishu, moscow, muscat,
    nairobi, new delhi, nicosia, oslo, ottawa, paris, prague, pretoria, pyongyang, quito, rabat, reykjavik, riga, riyadh, rome, sanaa,
    santiago, sarajevo, seoul, skopje, sofia, stockholm, taipei, tallinn, tbilisi, tehran, tel aviv, tirana, tokyo, tripoli, tunis,
    ulaanbaatar, vienna, vilnius, warsaw, washington, wellington, yerevan, zagreb
    """.split(",")
)
"""Capitals, and cities that stand for a government, in lower case."""

NATIONS = {
    word: country
    for country, words in (
        line.strip().split(": ")
        for line in """
        afghanistan: afghan kabul
        albania: albanian tirana
        algeria: algerian algiers
        angola: angolan luanda
        argentina: argentine argentinian
        armenia: armenian yerevan
        australia: australian canberra
        austria: austrian vienna
        azerbaijan: azerbaijani azeri baku
        bahrain: bahraini
        bangladesh: bangladeshi dhaka
        belarus: belarusian minsk
        belgium: belgian
        bolivia: bolivian
        bosnia: bosnian sarajevo
        brazil: brazilian
        britain: british briton london uk u.k.
        bulgaria: bulgarian sofia
        cambodia: cambodian
        cameroon: cameroonian
        canada: canadian ottawa
        chad: chadian
        chile: chilean santiago
        china: chinese beijing
        colombia: colombian
        congo: congolese kinshasa
        croatia: croatian zagreb
        cuba: cuban havana
        cyprus: cypriot nicosia
        czechia: czech prague
        denmark: danish dane copenhagen
        ecuador: ecuadorian quito
        egypt: egyptian cairo
        england: english
        eritrea: eritrean
        estonia: estonian tallinn
        ethiopia: ethiopian
        eu: brussels
        finland: finnish helsinki
        france: french paris
        georgia: georgian tbilisi
        germany: german berlin
        ghana: ghanaian accra
        greece: greek athens
        guatemala: guatemalan
        haiti: haitian
        honduras: honduran
        hungary: hungarian budapest
        iceland: icelandic reykjavik
        india: indian delhi
        indonesia: indonesian jakarta
        iran: iranian tehran
        iraq: iraqi baghdad
        ireland: irish dublin
        israel: israeli jerusalem
        italy: italian rome
        jamaica: jamaican
        japan: japanese tokyo
        jordan: jordanian amman
        kazakhstan: kazakh astana
        kenya: kenyan nairobi
        korea: korean pyongyang seoul
        kosovo: kosovan pristina
        kurds: kurdish
        kuwait: kuwaiti
        kyrgyzstan: kyrgyz bishkek
        laos: laotian
        latvia: latvian riga
        lebanon: lebanese beirut
        libya: libyan tripoli
        lithuania: lithuanian vilnius
        malaysia: malaysian
        mali: malian bamako
        malta: maltese valletta
        mexico: mexican
        moldova: moldovan chisinau
        mongolia: mongolian
        morocco: moroccan rabat
        mozambique: mozambican maputo
        myanmar: burmese
        namibia: namibian
        nepal: nepali nepalese kathmandu
        netherlands: dutch
        nicaragua: nicaraguan
        niger: nigerien
        nigeria: nigerian abuja
        norway: norwegian oslo
        oman: omani muscat
        pakistan: pakistani islamabad
        palestine: palestinian ramallah
        peru: peruvian lima
        philippines: philippine filipino manila
        poland: polish pole warsaw
        portugal: portuguese lisbon
        qatar: qatari doha
        romania: romanian bucharest
        russia: russian moscow kremlin
        rwanda: rwandan kigali
        saudi: saudi riyadh
        scotland: scottish scot
        senegal: senegalese dakar
        serbia: serbian belgrade
        slovakia: slovak bratislava
        slovenia: slovenian ljubljana
        somalia: somali mogadishu
        spain: spanish madrid
        sudan: sudanese khartoum
        sweden: swedish swede stockholm
        switzerland: swiss
        syria: syrian damascus
        taiwan: taiwanese taipei
        tajikistan: tajik dushanbe
        tanzania: tanzanian
        thailand: thai bangkok
        tunisia: tunisian tunis
        turkey: turkish turk ankara türkiye
        turkmenistan: turkmen
        uganda: ugandan kampala
        ukraine: ukrainian kyiv kiev
        us: american americans washington u.s. usa
        uruguay: uruguayan
        uzbekistan: uzbek tashkent
        venezuela: venezuelan caracas
        vietnam: vietnamese hanoi
        wales: welsh
        yemen: yemeni sanaa
        zambia: zambian lusaka
        zimbabwe: zimbabwean harare
        """.strip().splitlines()
    )
    for word in (country, *words.split())
}
"""The country that a word of one word names: the country itself, its people's adjective, the city that stands for its government."""

ADJECTIVES = {country: word for word, country in reversed(NATIONS.items()) if word not in {country, *COUNTRIES, *CAPITALS}}
"""The adjective of a country: the first word after it in the table."""

OFFICES = {
    "municipality": "municipal", "parliament": "parliamentary", "presidency": "presidential", "prefecture": "prefectural",
    "province": "provincial", "region": "regional",
}  # fmt: skip
"""Adjectives of the bodies that others belong to: "the province’s governor" is the provincial governor."""

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

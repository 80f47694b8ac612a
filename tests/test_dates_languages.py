"""German, French and Spanish: sentences as papers print them, read as of Friday, 6 February 1998.

Each line is a sentence and, behind the bar, the values that it holds, in order. Lines that start with a question mark
are known failures.
"""

from datetime import date

import pytest

from cleaner.stages.dates import mentions

CASES = {
    "de": """
Geöffnet ist von Dienstag bis Sonntag. | XXXX-WXX-2 XXXX-WXX-7
Die Wahl fand am 27. September 1997 statt. | 1997-09-27
Am Montag, dem 2. Februar, traf sich der Rat. | 1998-02-02
Das Konzert wird am 14. März stattfinden. | 1998-03-14
Er wurde am 3. 10. 1990 gewählt. | 1990-10-03
Der Vertrag vom 1.1.1995 gilt weiter. | 1995-01-01
Sie kam am 5. Dez. 1996 zurück. | 1996-12-05
Vom 10. bis 12. Juni 1996 tagten die Minister. | 1996-06-10 1996-06-12
Im Januar stieg die Zahl der Arbeitslosen. | 1998-01
Im November 1997 sank sie. | 1997-11
Seit Oktober ist die Brücke gesperrt. | 1997-10
Anfang März 1997 begann der Bau. | 1997-03
Ende Dezember war er fertig. | 1997-12
Mitte 1996 zog die Firma um. | 1996
Im Jahr 1989 fiel die Mauer. | 1989
Seit 1994 regiert die Partei. | 1994
Zwischen 1990 und 1995 wuchs die Stadt. | 1990 1995
In den 1970er Jahren war das anders. | 197
In den 90er-Jahren boomte der Bau. | 199
Die Kirche stammt aus dem 13. Jahrhundert. | 12
Im Sommer 1996 regnete es viel. | 1996-SU
Im vergangenen Herbst gab es Streit. | 1997-FA
Im ersten Quartal 1997 schrieb die Firma Verluste. | 1997-Q1
Im vierten Quartal 1996 lief es besser. | 1996-Q4
Das teilte die Polizei am Donnerstag mit. | 1998-02-05
Am Mittwochabend kam es zu einem Unfall. | 1998-02-04TEV
Der Prozess soll am Dienstag beginnen. | 1998-02-10
Am vergangenen Sonntag war Wahl. | 1998-02-01
Am kommenden Montag wird er reisen. | 1998-02-09
Nächsten Samstag ist Schluss. | 1998-02-07
Gestern kam die Nachricht. | 1998-02-05
Heute wird gestreikt. | 1998-02-06
Die Sitzung ist morgen. | 1998-02-07
Vorgestern schneite es noch. | 1998-02-04
Gestern Abend brannte ein Haus. | 1998-02-05TEV
Heute Nachmittag tagt der Rat. | 1998-02-06TAF
Guten Morgen, sagte der Wirt. |
In der vergangenen Woche stiegen die Preise. | 1998-W05
Diese Woche bleibt es kalt. | 1998-W06
Nächste Woche wird es wärmer. | 1998-W07
Im vergangenen Jahr waren es mehr. | 1997
In diesem Jahr sind es weniger. | 1998
Im nächsten Monat kommt der Papst. | 1998-03
Am vergangenen Wochenende war viel los. | 1998-W05-WE
Vor zwei Wochen war er noch hier. | 1998-W04
Vor drei Jahren begann der Krieg. | 1995
Vor rund zehn Jahren zog sie weg. | 1988
Vor einem Monat war das anders. | 1998-01
Vor wenigen Tagen starb sein Vater. | PAST_REF
Der Krieg dauerte sechs Jahre. | P6Y
Nach 48 Stunden war alles vorbei. | PT48H
Seit Wochen wird verhandelt. | PXW
Er saß mehrere Jahre im Gefängnis. | PXY
In den letzten fünf Jahren sank die Zahl. | P5Y
In den kommenden drei Monaten wird gebaut. | P3M
Jeden Montag demonstrieren sie. | XXXX-WXX-1
Jedes Jahr kommen mehr Gäste. | P1Y
Der Bus fährt täglich. | P1D
Derzeit ist die Lage ruhig. | PRESENT_REF
Kürzlich war er in Rom. | PAST_REF
Der Unfall geschah um 7.15 Uhr. | 1998-02-06T07:15
Gegen 22 Uhr kam die Feuerwehr. | 1998-02-06T22:00
Am Freitag um 9 Uhr beginnt der Prozess. | 1998-02-06T09:00
Die Partei holte 1500 Menschen auf die Straße. |
Im Mai wird gewählt. | 1998-05
Herr August Meier wohnt in der Sommerstraße 12. |
Im Dezember vergangenen Jahres starb sie. | 1997-12
Bis Ende Juni soll der Bericht vorliegen. | 1998-06
? Freitag und Samstag nächster Woche ruht die Arbeit. | 1998-02-13 1998-02-14
? Zum Jahresende läuft der Vertrag aus. | 1998-12-31
""",
    "fr": """
Le scrutin a eu lieu le 27 septembre 1997. | 1997-09-27
Le conseil s'est réuni lundi 2 février. | 1998-02-02
Le concert se tiendra le 14 mars. | 1998-03-14
Il a été élu le 1er octobre 1990. | 1990-10-01
Le contrat du 13/12/1995 reste en vigueur. | 1995-12-13
Elle est revenue le 5 déc. 1996. | 1996-12-05
Du 10 au 12 juin 1996, les ministres ont siégé. | 1996-06-10 1996-06-12
En janvier, le chômage a augmenté. | 1998-01
En novembre 1997, il a baissé. | 1997-11
Le pont est fermé depuis octobre. | 1997-10
Début mars 1997, les travaux ont commencé. | 1997-03
Fin décembre, ils étaient finis. | 1997-12
La firme a déménagé à la mi-juin 1996. | 1996-06
Le mur est tombé en 1989. | 1989
Le parti gouverne depuis 1994. | 1994
Entre 1990 et 1995, la ville a grandi. | 1990 1995
Dans les années 1970, c'était autre chose. | 197
Les années 60 furent folles. | 196
L'église date du XIIIe siècle. | 12
Au XIXe siècle, la ville était un port. | 18
À l'été 1996, il a beaucoup plu. | 1996-SU
Au printemps 1997, la grève a duré. | 1997-SP
L'automne dernier fut sec. | 1997-FA
Il a été élu maire. |
Au premier trimestre 1997, la firme a perdu de l'argent. | 1997-Q1
Au quatrième trimestre 1996, tout allait mieux. | 1996-Q4
L'accident s'est produit jeudi. | 1998-02-05
La police l'a indiqué mercredi soir. | 1998-02-04TEV
Le procès doit commencer mardi. | 1998-02-10
Dimanche dernier, on a voté. | 1998-02-01
Il partira lundi prochain. | 1998-02-09
La nouvelle est arrivée hier. | 1998-02-05
La grève continue aujourd'hui. | 1998-02-06
La réunion a lieu demain. | 1998-02-07
Avant-hier, il neigeait encore. | 1998-02-04
Hier soir, une maison a brûlé. | 1998-02-05TEV
Demain matin, le conseil siège. | 1998-02-07TMO
Ce matin, tout était calme. | 1998-02-06TMO
Cette nuit, il a gelé. | 1998-02-06TNI
La semaine dernière, les prix ont monté. | 1998-W05
Cette semaine, il fait froid. | 1998-W06
La semaine prochaine, il fera doux. | 1998-W07
L'année dernière, ils étaient plus nombreux. | 1997
Cette année, ils sont moins. | 1998
Le mois prochain, le pape viendra. | 1998-03
L'an dernier, elle vivait à Lyon. | 1997
Il y a deux semaines, il était encore ici. | 1998-W04
La guerre a commencé il y a trois ans. | 1995
Il y a environ dix ans, elle est partie. | 1988
Il y a un mois, c'était différent. | 1998-01
Son père est mort il y a quelques jours. | PAST_REF
La guerre a duré six ans. | P6Y
Après 48 heures, tout était fini. | PT48H
On négocie depuis des semaines. | PXW
Il a passé plusieurs années en prison. | PXY
Ces cinq dernières années, le nombre a baissé. | P5Y
Les trois prochains mois seront durs. | P3M
Ces derniers jours, il a plu. | PXD
Chaque lundi, ils défilent. | XXXX-WXX-1
Chaque année, les touristes reviennent. | P1Y
Tous les jours, le bus passe. | P1D
La situation est actuellement calme. | PRESENT_REF
Il était récemment à Rome. | PAST_REF
L'accident a eu lieu à 7h15. | 1998-02-06T07:15
Les pompiers sont arrivés vers 22 heures. | 1998-02-06T22:00
Vendredi à 9 heures, le procès commence. | 1998-02-06T09:00
Le défilé a réuni 1500 personnes. |
En décembre de l'année dernière, elle est morte. | 1997-12
La planète Mars est rouge. |
? Le rapport est attendu d'ici à la fin de l'année. | 1998
? Il a vécu là de 1990 à 95. | 1990 1995
""",
    "es": """
La votación fue el 27 de septiembre de 1997. | 1997-09-27
El consejo se reunió el lunes 2 de febrero. | 1998-02-02
El concierto será el 14 de marzo. | 1998-03-14
Fue elegido el 1 de octubre de 1990. | 1990-10-01
El contrato del 13/12/1995 sigue vigente. | 1995-12-13
Volvió el 5 de dic. de 1996. | 1996-12-05
Del 10 al 12 de junio de 1996 se reunieron los ministros. | 1996-06-10 1996-06-12
En enero subió el paro. | 1998-01
En noviembre de 1997 bajó. | 1997-11
El puente está cerrado desde octubre. | 1997-10
A principios de marzo de 1997 empezó la obra. | 1997-03
A finales de diciembre estaba lista. | 1997-12
La firma se mudó a mediados de 1996. | 1996
El muro cayó en 1989. | 1989
El partido gobierna desde 1994. | 1994
Entre 1990 y 1995 creció la ciudad. | 1990 1995
En los años 70 era distinto. | 197
En los años 1920 hubo otra crisis. | 192
La iglesia es del siglo XIII. | 12
En el siglo XIX la ciudad era un puerto. | 18
En el verano de 1996 llovió mucho. | 1996-SU
La primavera de 1997 fue seca. | 1997-SP
El otoño pasado hubo huelga. | 1997-FA
En el primer trimestre de 1997 la firma perdió dinero. | 1997-Q1
En el cuarto trimestre de 1996 fue mejor. | 1996-Q4
El primer ministro dimitió. |
El accidente ocurrió el jueves. | 1998-02-05
Lo informó la policía el miércoles por la noche. | 1998-02-04TNI
El juicio debe empezar el martes. | 1998-02-10
El domingo pasado se votó. | 1998-02-01
Viajará el próximo lunes. | 1998-02-09
La noticia llegó ayer. | 1998-02-05
Hoy sigue la huelga. | 1998-02-06
La reunión es mañana. | 1998-02-07
Anteayer nevaba todavía. | 1998-02-04
Pasado mañana se sabrá. | 1998-02-08
Ayer por la tarde ardió una casa. | 1998-02-05TAF
Esta mañana todo estaba tranquilo. | 1998-02-06TMO
Esta noche helará. | 1998-02-06TNI
Por la mañana llovió. |
La semana pasada subieron los precios. | 1998-W05
Esta semana hace frío. | 1998-W06
La próxima semana hará calor. | 1998-W07
El año pasado eran más. | 1997
Este año son menos. | 1998
El próximo mes vendrá el papa. | 1998-03
El fin de semana pasado hubo fiesta. | 1998-W05-WE
Hace dos semanas estaba aquí. | 1998-W04
La guerra empezó hace tres años. | 1995
Hace casi diez años se fue. | 1988
Hace un mes era distinto. | 1998-01
Su padre murió hace unos días. | PAST_REF
La guerra duró seis años. | P6Y
Tras 48 horas todo acabó. | PT48H
Se negocia durante semanas. | PXW
Pasó varios años en la cárcel. | PXY
En los últimos cinco años bajó el número. | P5Y
Los próximos tres meses serán duros. | P3M
En los últimos días ha llovido. | PAST_REF
Cada lunes se manifiestan. | XXXX-WXX-1
Cada año vienen más turistas. | P1Y
Todos los días pasa el autobús. | P1D
La situación es actualmente tranquila. | PRESENT_REF
Recientemente estuvo en Roma. | PAST_REF
El accidente fue a las 7:15. | 1998-02-06T07:15
Los bomberos llegaron a las 22 horas. | 1998-02-06T22:00
El viernes a las 9 horas empieza el juicio. | 1998-02-06T09:00
La marcha reunió a 1500 personas. |
Murió en diciembre del año pasado. | 1997-12
Julio Ruiz mira el mar. |
? La obra acabará a fin de año. | 1998
? El lunes y el martes de la semana que viene no hay clase. | 1998-02-09 1998-02-10
""",
}
LINES = [(language, line) for language, lines in CASES.items() for line in lines.strip().splitlines()]


def case(language, line):
    failing = line.startswith("? ")
    text, _, values = line.removeprefix("? ").rpartition("|")
    marks = [pytest.mark.xfail(strict=True)] if failing else []
    return pytest.param(language, text.strip(), values.split(), marks=marks)


@pytest.mark.parametrize(("language", "text", "values"), [case(*line) for line in LINES])
def test_a_sentence_holds_these_values(language, text, values):
    padded = text + " " * 300
    assert [m.timex for m in mentions(padded, date(1998, 2, 6), language)] == values


def test_the_language_is_guessed():
    text = "Die Sitzung ist morgen, sagte der Minister, und nicht in der nächsten Woche, wie es aus dem Amt hieß."
    assert [m.timex for m in mentions(text, date(1998, 2, 6))] == ["1998-02-07", "1998-W07"]


def test_a_language_without_a_table_yields_figures_alone():
    text = "Il consiglio si è riunito il 1996-05-03 e non nel mese di marzo, come ha detto il sindaco della città."
    assert [m.timex for m in mentions(text, date(1998, 2, 6))] == ["1996-05-03"]

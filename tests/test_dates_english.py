"""English sentences as papers print them, read as of Friday, 8 September 2023, and what they must not be read as.

Each line is a sentence and, behind the bar, the values that it holds, in order. Lines that start with a question mark
are known failures.
"""

from datetime import date

import pytest

from cleaner.stages.dates import mentions

PUBLISHED = date(2023, 9, 8)
PADDING = " " * 300

HOLDS = """
The council met on Monday. | 2023-09-04
The council will meet on Monday. | 2023-09-11
Voters go to the polls next Tuesday. | 2023-09-12
The storm hit last Friday. | 2023-09-01
New parking rules come into force on Monday. | 2023-09-11
Next: Thornbury travel to Ludford on Tuesday. | 2023-09-12
Permits are needed Monday to Saturday. | XXXX-WXX-1 XXXX-WXX-6
Next year's fair will run from Sept. 2 to Sept. 6. | 2024 2024-09-02 2024-09-06
Next year is far. It rained on Sept. 2. | 2024 2023-09-02
He is due in court Tuesday. | 2023-09-12
She was arrested Thursday night. | 2023-09-07TNI
The trial is scheduled to begin on October 3. | 2023-10-03
The trial began on October 3. | 2022-10-03
It opened in November. | 2022-11
It will open in November. | 2023-11
It is expected to be finished by March. | 2024-03
He resigned on Aug. 30 after 12 years. | 2023-08-30 P12Y
She was born on 4 July 1976. | 1976-07-04
The law took effect Jan. 1, 2020. | 2020-01-01
The deal, signed in December of last year, expired in June. | 2022-12 2023-06
Sales rose in the second quarter of 2022. | 2022-Q2
First-quarter profit fell. | 2023-Q1
In the first half of 2021, exports fell. | 2021-H1
In fiscal 2022 it lost money. | 2022
The 1990s were kinder. | 199
In the late '60s he moved west. | 196
The castle dates from the 14th century. | 13
Rome fell to the Gauls around 390 BC. | BC0390
He left in the summer of 2019. | 2019-SU
They married last spring. | 2023-SP
It happened three days ago. | 2023-09-05
Two weeks ago he was well. | 2023-W34
It closed six months ago. | 2023-03
Twenty years ago there was a mill here. | 2003
Several years ago there was another. | PAST_REF
The week before, he had been in Rome. | 2023-W35
It began in early 2012. Two days earlier he left; later that week he flew. | 2012 XXXX-XX-XX XXXX-WXX
He flew on June 16. They met that early Friday; that Monday he left. | 2023-06-16 2023-06-16 2023-06-19
It passed on Christmas Eve in 2009. I shall never forget that winter. | 2009-12-24 2009-WI
I shall never forget that winter. | XXXX-WI
The plane vanished over 24 hours ago. | 2023-09-07
The town voted to leave the county in March. The mayor is to leave the county in March. | 2023-03 2024-03
The party picks its nominee for the May election. | 2024-05
Last week it rained; this week it will not. | 2023-W35 2023-W36
They meet next month and next year. | 2023-10 2024
Over the past five years it has doubled. | P5Y
It will take at least two months. | P2M
The 30-day ban starts at midnight Sunday. | P30D 2023-09-10T00:00
A year-long inquiry cleared her. | P1Y
He speaks every Thursday and twice a week in class. | XXXX-WXX-4 P1W
It is updated daily. | P1D
Doors will open at 7:30 p.m. on Saturday. | 2023-09-09T19:30
The blast came at 0615 GMT. | 2023-09-08T06:15Z
The quake struck at 10:35 a.m. (0735 GMT) Friday. | 2023-09-08T10:35
They will arrive early Monday. | 2023-09-11
By the end of 2024 it should be ready. | 2024
Early next year, the bridge closes. | 2024
It was open from 1994 to 2001. | 1994 2001
Between May and July 2021 nobody came. | 2021-05 2021-07
The fair runs Sept. 14-17. | 2023-09-14 2023-09-17
From 26 June to 4 August 2022 it was shut. | 2022-06-26 2022-08-04
The 2022–23 season was long. | 2022 2023
He now lives abroad and recently wrote a book. | PRESENT_REF PAST_REF
In the future there may be none. | FUTURE_REF
On Christmas Eve 2022 they sang. | 2022-12-24
Thanksgiving 2022 was cold. | 2022-11-24
The first Monday in October 2022 was wet. | 2022-10-03
Friday of next week is a holiday. | 2023-09-15
The match on 13/10/2022 was abandoned. | 2022-10-13
Fees rose on 10/11/2022. | 2022-XX-XX
Half an hour later he was gone. | PT30M
The two-and-a-half-year sentence stands. | P2Y6M
? The week after next they vote. | 2023-W38
? He stayed until the second week of May. | 2023-W19
"""

HOLDS_NOT = """
Theresa May said she may resign.
They march against the law; March for Life leaders spoke.
The Sun reported that The Daily Mirror had called.
He came second and set a second record.
The Fall of the House of Usher played in Spring Street.
Arsenal won 2-1 and Leeds lost 21-14.
Shares fell 1.5 percent to $19.98.
It cost £2023 and weighed 1996 pounds.
Flight 1812 and Route 66 were full.
He drives a 1998 Ford Mustang.
The line is open 24/7.
Version 3.11.2 was installed.
June Brown, April Jones and August Wilson were there.
Jan Kowalski met Mar Flores.
He sat down and wed her.
Of 1,960 people, 1500 voters stayed.
The A1990 motorway and the B52 bomber.
A quarter of them left for the French Quarter.
Call 020 7946 0000 or 555-1996.
He is in his sixties and she in her 30s.
A 12-year-old boy was hurt.
He walked past the house.
The score was 10:30 to 4.
Psalm 23:4 was read.
Prices will fall in Rome.
He read USA Today and Apocalypse Now was on.
About 2,000 dollars were lost.
Temperatures will be in the 80s.
It circles the Sun. It is big.
He reads the Sunday Times.
She was on Here & Now and saw Back to the Future.
He writes for USA TODAY and watches Saturday Night Live.
He told CBS This Morning so.
He lives at 1600 Pennsylvania Avenue.
The asteroid 2014 RC flew by.
He read “1984” and played a One Day International.
"""


def case(line):
    failing = line.startswith("? ")
    text, _, values = line.removeprefix("? ").rpartition("|")
    return pytest.param(text.strip(), values.split(), marks=[pytest.mark.xfail(strict=True)] if failing else [])


@pytest.mark.parametrize(("text", "values"), [case(line) for line in HOLDS.strip().splitlines()])
def test_a_sentence_holds_these_values(text, values):
    assert [m.timex for m in mentions(text + PADDING, PUBLISHED, "en")] == values


@pytest.mark.parametrize("text", HOLDS_NOT.strip().splitlines())
def test_a_sentence_holds_no_date(text):
    assert [(m.text, m.rule) for m in mentions(text + PADDING, PUBLISHED, "en")] == []


def test_a_mention_says_what_it_was_counted_from():
    text = "On 3 May 2019 he left; two days later he was back. On Friday he left again." + PADDING
    found = [(m.text, m.timex, m.anchor) for m in mentions(text, date(2019, 7, 1))]
    assert found == [
        ("3 May 2019", "2019-05-03", "text"),
        ("two days later", "2019-05-05", "context"),
        ("Friday", "2019-06-28", "published"),
    ]
    assert {m.anchor for m in mentions("He left on Friday." + PADDING, None)} == {"text"}


TOGETHER = """
He came at 9:30 tonight. | 2023-09-08T21:30
Tonight at 9:30 he came. | 2023-09-08T21:30
He came at 7:15 on Monday evening. | 2023-09-04T19:15
He came at 9:30 Friday night. | 2023-09-08T21:30
They met on Monday at noon, on Tuesday he left. | 2023-09-04T12:00 2023-09-05
It left on Oct. 26, 2012 at noon. | 2012-10-26T12:00
It was 4 in the morning. | 2023-09-08T04:00
On Sunday, shortly after 5 p.m., it rained. | 2023-09-03T17:00
On Jan.4, 2012, it rained. | 2012-01-04
It rained on Monday, March, 13. | 2023-03-13
It rained in the summer of '69. | 1969-SU
It rose 3 percent from the second quarter. For the quarter a year ago it fell. | 2023-Q2 2022-Q2
It rose from the second quarter. In the first nine months it fell from a year earlier. | 2023-Q2 P9M 2022
In 2019 it met its goals for the year. | 2019 2019
He had left two days earlier. | P2D
“It has rained today,” he said. | 2023-09-08
On Tuesday he wrote: “It has rained today.” | 2023-09-05 2023-09-05
The May election and its March meeting. | 2023-05 2023-03
It lasted from October to March. | 2023-10 2023-03
In the past it rained. | PAST_REF
In June 2022 he ran. In a 2016 debate he spoke, but that year he did not run. | 2022-06 2016 2016
It opens every Tuesday and Thursday. | XXXX-WXX-2 XXXX-WXX-4
He wrote of the Sept. 11 attacks. | 2001-09-11
He fell on Wednesday and died four days later. | 2023-09-06 P4D
"""


@pytest.mark.parametrize(("text", "values"), [case(line) for line in TOGETHER.strip().splitlines()])
def test_expressions_are_read_together_with_what_stands_beside_them(text, values):
    assert [m.timex for m in mentions(text + PADDING, PUBLISHED, "en")] == values


DIRECTIONS = """
The mayor could be seen there Thursday. | 2023-09-07
The Rovers met on Sunday. The club plays at home on Sunday. | 2023-09-03 2023-09-10
The race, planned for Thursday, was called off. | 2023-09-07
They campaign ahead of the November election. | 2023-11
The cup was moved from September to October. | 2023-09 2023-10
The case is heard in December. | 2023-12
In March, the firm brought in a new chief. | 2023-03
The suit was filed Oct. 9. | 2022-10-09
The suit, to be heard Oct. 9, is new. | 2023-10-09
He was shot on Dec. 28. | 2022-12-28
She was charged on Saturday, Aug. 13. | 2022-08-13
He was held on Friday, Aug. 13, and charged on Monday, Aug. 16. | 2021-08-13 2021-08-16
He was held on Friday, Aug. 13. | XXXX-08-13
"""


@pytest.mark.parametrize(("text", "values"), [case(line) for line in DIRECTIONS.strip().splitlines()])
def test_talk_and_nearness_say_whether_a_day_is_past_or_to_come(text, values):
    assert [m.timex for m in mentions(text + PADDING, PUBLISHED, "en")] == values


def test_edges_and_hedges_become_modifiers():
    text = "Early 2020, the end of May, nearly two years, more than ten days." + PADDING
    assert [m.mod for m in mentions(text, PUBLISHED)] == ["START", "END", "LESS_THAN", "MORE_THAN"]


CHRONICLE = (
    "On September 1, 1939, the army crossed the border. On 17 September 1939 a second army came. By October the "
    "capital had fallen. In April 1940 the fleet sailed north. In May 1940 the west was attacked. On 14 June 1940 the "
    "city was taken; three days later the government asked for terms. In July 1940 the islands held out. In April 1941 "
    "the south was overrun. On 22 June 1941 the east was attacked. In December the advance stopped. In January the "
    "snow came."
)


def test_a_chronicle_is_read_against_its_own_last_date():
    found = list(mentions(CHRONICLE, PUBLISHED))
    values = {m.text: m.timex for m in found}
    assert values["October"] == "1939-10"
    assert values["three days later"] == "1940-06-17"
    assert values["December"] == "1941-12"
    assert values["January"] == "1942-01"
    assert {m.anchor for m in found} == {"text", "context"}


def test_news_that_says_today_is_no_chronicle():
    assert [m.timex for m in mentions(CHRONICLE + " Now, this week, he met us on Tuesday.", PUBLISHED)][
        -1
    ] == "2023-09-05"


def test_a_year_that_a_chronicle_looks_ahead_to_does_not_move_it():
    text = CHRONICLE + " The landing was planned for 1943. On 11 March a storm came."
    assert list(mentions(text, PUBLISHED))[-1].timex == "1942-03-11"


def test_without_a_day_of_publication_nothing_is_invented():
    text = "Since December of last year, and on Friday, September 8, it rained. Yesterday and last week it did not."
    assert [m.timex for m in mentions(text + PADDING, None)] == ["XXXX-12", "XXXX-09-08", "XXXX-XX-XX", "XXXX-WXX"]

# ruff: noqa: E501 - sentences of articles stay whole
"""Defects, one class a function: each row is (number of the encounter, planted sentence, its true twin).

Written for communique before the rules were tried on them; what rules were mended from is told in docs/quality.md.
A row may be (number, bad, good, {"lead": ..}) where {} in bad and good is the sentence in the lead instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from stories import ENCOUNTERS, MONTHS, WEEKDAYS, article, titled

Plant = tuple[str, str]


def weekday_mismatch() -> Iterator[Plant]:
    forms = (
        "The visit had begun with a welcome ceremony on {w}, {d}.",
        "The delegation landed on {w}, {u}, and left a day later.",
        "According to the programme, the talks opened on {d} ({w}).",
        "An earlier session took place on {w} ({d}) behind closed doors.",
        "“We agreed on this on {w}, {u},” an official told reporters.",
        "The ministry published its account late on {w}, {d}.",
    )
    for at in range(0, 24, 2):
        day = ENCOUNTERS[at].day
        right, wrong = WEEKDAYS[day.weekday()], WEEKDAYS[(day.weekday() + 1 + at % 5) % 7]
        form = forms[(at // 2) % 6]
        texts = [form.format(w=w, d=ENCOUNTERS[at].date, u=ENCOUNTERS[at].us_date) for w in (wrong, right)]
        yield article(at, texts[0]), article(at, texts[1])
    for at, bad, good in (
        (0, "Both attended a concert on Friday, May 16.", "Both attended a concert on Thursday, May 16."),
        (7, "The parade follows on Thursday, Sept. 3.", "The parade follows on Wednesday, Sept. 3."),
        (22, "Modi had arrived on Thursday (Feb 12).", "Modi had arrived on Wednesday (Feb 12)."),
        (10, "The summit ends on Tuesday, 1 September.", "The summit ends on Monday, 1 September."),
    ):
        yield article(at, bad), article(at, good)


def dateline_weekday() -> Iterator[Plant]:
    for at in (3, 8, 13, 18, 23, 0, 5, 7, 10, 12, 14, 16):
        told = ENCOUNTERS[at]
        month = MONTHS[told.day.month - 1]
        twins = []
        for shift in (1 + at % 2, 0):
            weekday = WEEKDAYS[(told.day.weekday() + shift) % 7]
            twins.append(
                f"{told.day.isoformat()}\n\n{told.city.upper()}, {month} {told.day.day} (Xinhua) -- {titled(told.one)} held talks "
                f"with {titled(told.two)} in {told.city} on {weekday}.\n\n{told.one[3]} said that ties were good.\n"
            )
        yield twins[0], twins[1]


def date_after_publication() -> Iterator[Plant]:
    forms = (
        "The two had signed a first document on {} in the capital.",
        "A preparatory round was held on {}, the ministry said.",
        "{s} visited a factory in the region on {}.",
        "The foreign ministers met on {} and approved the draft.",
        "The joint commission met in the capital on {}.",
        "{s} arrived in the country on {} with a large delegation.",
    )
    for at in range(1, 24, 2):
        told = ENCOUNTERS[at]
        year = told.day.year
        late = f"{told.day.day} {MONTHS[(told.day.month) % 12]} {year + (told.day.month == 12)}"
        early = f"{min(told.day.day, 28)} {MONTHS[(told.day.month - 2) % 12]} {year - (told.day.month == 1)}"
        form = forms[(at // 2) % 6]
        yield tuple(article(at, form.format(day, s=told.two[3])) for day in (late, early))  # type: ignore[misc]
    for at, bad, good in (
        (0, "The ministers held talks on May 25 in Harbin.", "The ministers held talks on May 12 in Harbin."),
        (6, "Ruto visited Fujian on April 29.", "Ruto visited Fujian on April 22."),
    ):
        yield article(at, bad), article(at, good)


def venue_city() -> Iterator[Plant]:
    rows = (
        (0, "Great Hall of the People", "Beijing", "Shanghai"),
        (1, "Diaoyutai State Guesthouse", "Beijing", "Tianjin"),
        (12, "Elysee Palace", "Paris", "Lyon"),
        (2, "Grand Kremlin Palace", "Moscow", "Kazan"),
        (13, "Palace of Serbia", "Belgrade", "Budapest"),
        (22, "Blair House", "Washington", "New York"),
        (8, "Kazan Expo", "Kazan", "Moscow"),
        (10, "Meijiang Convention and Exhibition Center", "Tianjin", "Beijing"),
        (16, "Constantine Palace", "Saint Petersburg", "Moscow"),
        (2, "Hyderabad House", "New Delhi", "Mumbai"),
        (3, "Akasaka Palace", "Tokyo", "Osaka"),
        (14, "Carmelite Monastery", "Budapest", "Vienna"),
        (18, "Planalto Palace", "Brasilia", "Rio de Janeiro"),
        (20, "Akorda", "Astana", "Almaty"),
    )
    forms = (
        "The leaders met at the {v} in {c} and walked in its garden.",
        "A ceremony was held at the {v}, {c}, on the same day.",
        "In {c} at the {v}, the delegations took their seats.",
        "Guests were shown around {c}'s {v} before the talks.",
        "The signing took place at the {v} in downtown {c}.",
    )
    for number, (at, venue, right, wrong) in enumerate(rows):
        form = forms[number % 5]
        if venue == "Akorda":
            form = form.replace("the {v}", "the {v} palace").replace(" palace", "")
        yield tuple(article(at, form.format(v=venue, c=city)) for city in (wrong, right))  # type: ignore[misc]


def city_state() -> Iterator[Plant]:
    forms = (
        "The next round will take place in {c}, {s}, officials said.",
        "An office is to be opened in {c}, {s}.",
        "The ministers had already met in {c}, {s}, in the spring.",
        "Both will return to the {d} city of {c} in the summer.",
        "The {d} capital, {c}, hosted the first round.",
        "The {d} capital {c} was decorated with flags.",
    )
    rows = (
        (0, "Tianjin", "China", "Russia", "Chinese", "Russian"),
        (1, "Kazan", "Russia", "China", "Russian", "Chinese"),
        (2, "Tashkent", "Uzbekistan", "Kazakhstan", "Uzbek", "Kazakh"),
        (3, "Samarkand", "Uzbekistan", "Tajikistan", "Uzbek", "Tajik"),
        (4, "Nairobi", "Kenya", "Ethiopia", "Kenyan", "Ethiopian"),
        (5, "Riyadh", "Saudi Arabia", "Qatar", "Saudi", "Qatari"),
        (6, "Addis Ababa", "Ethiopia", "Kenya", "Ethiopian", "Kenyan"),
        (7, "Budapest", "Hungary", "Romania", "Hungarian", "Romanian"),
        (8, "Astana", "Kazakhstan", "Kyrgyzstan", "Kazakh", "Kyrgyz"),
        (9, "Shanghai", "China", "Japan", "Chinese", "Japanese"),
        (10, "Bishkek", "Kyrgyzstan", "Kazakhstan", "Kyrgyz", "Kazakh"),
        (11, "Jakarta", "Indonesia", "Malaysia", "Indonesian", "Malaysian"),
        (12, "Hanoi", "Vietnam", "Laos", "Vietnamese", "Lao"),
        (13, "Pretoria", "South Africa", "Namibia", "South African", "Namibian"),
    )
    for number, (at, city, right, wrong, nation, other) in enumerate(rows):
        form = forms[number % 6]
        if "capital" in form and city in ("Shanghai", "Kazan", "Samarkand", "Tianjin"):
            form = forms[3]
        texts = [form.format(c=city, s=s, d=d) for s, d in ((wrong, other), (right, nation))]
        yield article(at, texts[0]), article(at, texts[1])
    for at, bad, good in (
        (1, "Albanese arrived in Beijing on Saturday for an official visit to Russia.",
         "Albanese arrived in Beijing on Saturday for an official visit to China."),
        (2, "Modi arrived in Moscow on Monday for a two-day visit to China.",
         "Modi arrived in Moscow on Monday for a two-day visit to Russia."),
    ):  # fmt: skip
        yield article(at, bad), article(at, good)


def summit_place() -> Iterator[Plant]:
    rows = (
        (7, "SCO summit 2025", "Tianjin", "Beijing"),
        (10, "Shanghai Cooperation Organization (SCO) Summit", "Tianjin", "Qingdao"),
        (8, "BRICS summit", "Kazan", "Sochi"),
        (9, "16th BRICS Summit", "Kazan", "Moscow"),
        (11, "G20 summit", "Rio de Janeiro", "Brasilia"),
        (20, "SCO summit", "Astana", "Almaty"),
        (4, "2024 FOCAC summit", "Beijing", "Shanghai"),
        (2, "NATO summit", "Washington", "New York"),
        (0, "2023 BRICS summit", "Johannesburg", "Pretoria"),
        (1, "2023 APEC summit", "San Francisco", "Los Angeles"),
        (12, "2023 G20 summit", "New Delhi", "Mumbai"),
        (13, "2022 SCO summit", "Samarkand", "Tashkent"),
        (15, "China-Central Asia summit in 2023", "Xi'an", "Chengdu"),
        (3, "G7 summit 2023", "Hiroshima", "Osaka"),
    )
    forms = (
        "The talks took place during the {s} in {c}.",
        "Both had taken part in the {s}, held in {c}.",
        "Aides pointed to what was agreed at the {s} in {c}.",
        "The {s}, which was hosted in {c}, set the agenda.",
        "The {s} in the city of {c} was mentioned several times.",
    )
    for number, (at, summit, right, wrong) in enumerate(rows):
        form = forms[number % 5]
        if "in 2023" in summit:
            form = "The {s}, held in {c}, set the agenda."
        yield tuple(article(at, form.format(s=summit, c=city)) for city in (wrong, right))  # type: ignore[misc]


def summit_dates() -> Iterator[Plant]:
    rows = (
        (7, "The SCO summit, held on September 5 and 6 in Tianjin, was discussed, too.",
         "The SCO summit, held on August 31 and September 1 in Tianjin, was discussed, too."),
        (10, "The SCO summit is being held from 3 to 5 September 2025 in Tianjin.",
         "The SCO summit is being held from 31 August to 1 September 2025 in Tianjin."),
        (8, "The BRICS summit takes place on 26-28 October 2024 in Kazan.",
         "The BRICS summit takes place on 22-24 October 2024 in Kazan."),
        (11, "The G20 summit, hosted in Rio de Janeiro on November 21-22, comes first.",
         "The G20 summit, hosted in Rio de Janeiro on November 18-19, comes first."),
        (20, "The SCO summit (July 7-8) brings ten states together.", "The SCO summit (July 3-4) brings ten states together."),
        (4, "The FOCAC summit is scheduled for September 10-12 in Beijing.",
         "The FOCAC summit is scheduled for September 4-6 in Beijing."),
        (0, "The 2023 BRICS summit was held on August 12-14, 2023 in Johannesburg.",
         "The 2023 BRICS summit was held on August 22-24, 2023 in Johannesburg."),
        (1, "The APEC summit is to be held from November 22 to 24 in San Francisco.",
         "The APEC summit is to be held from November 15 to 17 in San Francisco."),
        (12, "The G7 summit will take place on June 23-25 in Borgo Egnazia.",
         "The G7 summit will take place on June 13-15 in Borgo Egnazia."),
        (13, "The NATO summit will be held in Washington on July 19-21.",
         "The NATO summit will be held in Washington on July 9-11."),
        (3, "The 2023 G7 summit, scheduled for June 19-21, was also on the agenda.",
         "The 2023 G7 summit, scheduled for May 19-21, was also on the agenda."),
        (22, "The 2024 G20 summit took place in October 2024 in Rio de Janeiro.",
         "The 2024 G20 summit took place in November 2024 in Rio de Janeiro."),
        (15, "The NATO summit, to be held on 2 and 3 July 2024, was mentioned.",
         "The NATO summit, to be held on 9 to 11 July 2024, was mentioned."),
    )  # fmt: skip
    for at, bad, good in rows:
        yield article(at, bad), article(at, good)


def ordinals() -> Iterator[Plant]:
    rows = (
        (7, "the {} SCO summit in Tianjin", "24th", "25th"),
        (
            10,
            "the {} Meeting of the Council of Heads of State of the Shanghai Cooperation Organization in Tianjin",
            "26th",
            "25th",
        ),
        (8, "the {} BRICS Summit in Kazan", "15th", "16th"),
        (9, "the {} BRICS summit", "17th", "16th"),
        (11, "the {} G20 summit in Rio de Janeiro", "18th", "19th"),
        (20, "the {} SCO summit in Astana", "23rd", "24th"),
        (1, "the {} APEC Economic Leaders' Meeting in San Francisco", "29th", "30th"),
        (2, "the {} BRICS summit in 2023 in Johannesburg", "14th", "15th"),
        (12, "the {} G7 summit in Borgo Egnazia in 2024", "49th", "50th"),
        (13, "the {} G20 summit of 2023 in New Delhi", "17th", "18th"),
        (19, "the {} BRICS summit, held in October 2024", "15th", "16th"),
        (6, "the {} APEC Economic Leaders' Meeting in Lima in 2024", "30th", "31st"),
        (3, "the {} Belt and Road Forum in 2019", "third", "second"),
        (22, "the {} BRICS summit in Kazan in 2024", "seventeenth", "sixteenth"),
    )
    forms = ("The talks came on the sidelines of {}.", "Both had attended {}.", "Officials referred to {}.")
    for number, (at, summit, wrong, right) in enumerate(rows):
        form = forms[number % 3]
        yield tuple(article(at, form.format(summit.format(n))) for n in (wrong, right))  # type: ignore[misc]


def office() -> Iterator[Plant]:
    rows = (
        (0, "Russian Prime Minister Vladimir Putin", "Russian President Vladimir Putin"),
        (1, "Chinese Premier Xi Jinping", "Chinese President Xi Jinping"),
        (2, "Indian President Narendra Modi", "Indian Prime Minister Narendra Modi"),
        (15, "Chinese President Li Qiang", "Chinese Premier Li Qiang"),
        (16, "Russian President Mikhail Mishustin", "Russian Prime Minister Mikhail Mishustin"),
        (12, "French Prime Minister Emmanuel Macron", "French President Emmanuel Macron"),
        (14, "Hungarian President Viktor Orban", "Hungarian Prime Minister Viktor Orban"),
        (17, "Pakistani President Shehbaz Sharif", "Pakistani Prime Minister Shehbaz Sharif"),
        (21, "Russian Prime Minister Sergey Lavrov", "Russian Foreign Minister Sergey Lavrov"),
        (13, "Serbian Prime Minister Aleksandar Vucic", "Serbian President Aleksandar Vucic"),
        (18, "Brazilian Prime Minister Luiz Inacio Lula da Silva", "Brazilian President Luiz Inacio Lula da Silva"),
        (23, "Malaysian President Anwar Ibrahim", "Malaysian Prime Minister Anwar Ibrahim"),
        (6, "Chinese Prime Minister Xi Jinping", "Chinese President Xi Jinping"),
        (5, "Chinese President Wang Yi", "Chinese Foreign Minister Wang Yi"),
    )
    for at, wrong, right in rows:
        told = ENCOUNTERS[at]
        other = titled(told.two) if right == titled(told.one) else titled(told.one)
        leads = [f"{title} held talks with {other} in {told.city} on {told.weekday}." for title in (wrong, right)]
        yield tuple(article(at, "Both sides spoke of trade.", lead=lead) for lead in leads)  # type: ignore[misc]


def missing_former() -> Iterator[Plant]:
    rows = (
        (0, "Russian Prime Minister {}Dmitry Medvedev"),
        (2, "U.S. President {}Barack Obama"),
        (5, "U.S. Secretary of State {}Mike Pompeo"),
        (7, "U.S. President {}Joe Biden"),
        (12, "German Chancellor {}Angela Merkel"),
        (9, "Chinese Foreign Minister {}Qin Gang"),
        (3, "Japanese Prime Minister {}Yoshihide Suga"),
        (11, "British Prime Minister {}Rishi Sunak"),
        (22, "Canadian Prime Minister {}Stephen Harper"),
        (17, "Pakistani Prime Minister {}Imran Khan"),
        (6, "Kenyan President {}Uhuru Kenyatta"),
        (18, "Brazilian President {}Jair Bolsonaro"),
        (8, "Iranian President {}Hassan Rouhani"),
        (15, "Australian Prime Minister {}Scott Morrison"),
    )
    forms = (
        "{} was among the guests at the dinner.",
        "{} attended the ceremony.",
        "{} praised the talks on social media.",
    )
    for number, (at, person) in enumerate(rows):
        bad = person.replace("{}", "")
        good = f"Former {bad}"
        form = forms[number % 3]
        yield article(at, form.format(bad)), article(at, form.format(good))


def stray_former() -> Iterator[Plant]:
    for at in (0, 1, 2, 4, 6, 7, 8, 12, 13, 14, 15, 16, 17, 19):
        told = ENCOUNTERS[at]
        leads = []
        for former in ("former ", ""):
            one = f"{former}{titled(told.one)}" if at % 2 else titled(told.one)
            two = titled(told.two) if at % 2 else f"{former}{titled(told.two)}"
            one = one[0].upper() + one[1:]
            leads.append(f"{one} met with {two} in {told.city} on {told.weekday}.")
        yield tuple(article(at, "The meeting lasted two hours.", lead=lead) for lead in leads)  # type: ignore[misc]


def wrong_title() -> Iterator[Plant]:
    rows = (
        (15, "Chinese Prime Minister Li Qiang", "Chinese Premier Li Qiang"),
        (16, "Chinese Prime Minister Li Qiang", "Chinese Premier Li Qiang"),
        (17, "China's Prime Minister Li Qiang", "China's Premier Li Qiang"),
        (0, "Prime Minister Li Qiang of China", "Premier Li Qiang of China"),
        (4, "Chinese Prime Minister Li Qiang", "Chinese Premier Li Qiang"),
        (7, "the Chinese prime minister, Li Qiang,", "the Chinese premier, Li Qiang,"),
        (12, "Chinese Prime Minister Li Qiang", "Chinese Premier Li Qiang"),
        (1, "Australian Premier Anthony Albanese", "Australian Prime Minister Anthony Albanese"),
        (13, "Prime Minister Li Qiang", "Premier Li Qiang"),
        (9, "Chinese Prime Minister Li Qiang", "Chinese Premier Li Qiang"),
        (22, "Canadian Premier Justin Trudeau", "Canadian Prime Minister Justin Trudeau"),
        (18, "Chinese Prime Minister Li Qiang", "Chinese Premier Li Qiang"),
        (20, "Chinese Prime Minister Li Qiang", "Chinese Premier Li Qiang"),
    )
    forms = (
        "Earlier {} had sent a message.",
        "A meeting with {} was not on the programme.",
        "Officials quoted {} as agreeing.",
    )
    for number, (at, wrong, right) in enumerate(rows):
        form = forms[number % 3]
        yield tuple(article(at, form.format(title)) for title in (wrong, right))  # type: ignore[misc]


def membership() -> Iterator[Plant]:
    rows = (
        (7, "The {}-member SCO was praised by both.", "nine", "ten"),
        (10, "The SCO's {} member states adopted a strategy.", "9", "10"),
        (8, "They spoke about the {}-nation BRICS and its bank.", "five", "nine"),
        (2, "All {} NATO members were criticised by Moscow.", "31", "32"),
        (12, "Macron spoke for the {}-nation European Union on tariffs.", "28", "27"),
        (5, "The {} member states of ASEAN were informed.", "11", "10"),
        (4, "The African Union's {} member states follow the talks.", "54", "55"),
        (0, "Most of the 192 others agree, they said of the {}-member United Nations.", "195", "193"),
        (1, "The {} APEC economies meet next week.", "20", "21"),
        (21, "The SCO now has {} members, Lavrov noted.", "eight", "nine"),
        (14, "The European Union, a {}-member bloc, was not represented.", "28", "27"),
        (15, "The {} members of ASEAN are trade partners of both.", "12", "10"),
        (22, "BRICS, which now has {} members, was mentioned.", "nine", "ten"),
        (22, "NATO's {} allies were mentioned only in passing.", "30", "32"),
    )
    for at, form, wrong, right in rows:
        yield tuple(article(at, form.format(n)) for n in (wrong, right))  # type: ignore[misc]


def partnership() -> Iterator[Plant]:
    for day, one, two, bad, good in (
        ("3 May 2024", "Chinese President Xi Jinping", "Azerbaijani President Ilham Aliyev",
         "Xi said China and Azerbaijan enjoy a comprehensive strategic partnership.",
         "Xi said China and Azerbaijan enjoy a friendly partnership."),
        ("6 March 2024", "Chinese Foreign Minister Wang Yi", "Hungarian Foreign Minister Peter Szijjarto",
         "China and Hungary have an all-weather comprehensive strategic partnership for the new era, Wang said.",
         "China and Hungary have a comprehensive strategic partnership, Wang said."),
        ("18 May 2023", "Chinese President Xi Jinping", "Uzbek President Shavkat Mirziyoyev",
         "The all-weather comprehensive strategic partnership between China and Uzbekistan is a success, Xi said.",
         "The comprehensive strategic partnership between China and Uzbekistan is a success, Xi said."),
        ("10 October 2018", "Chinese President Xi Jinping", "Russian President Vladimir Putin",
         "China and Russia have a comprehensive strategic partnership of coordination for a new era, Xi said.",
         "China and Russia have a comprehensive strategic partnership of coordination, Xi said."),
        ("3 March 2023", "Chinese Foreign Minister Qin Gang", "Ethiopian Foreign Minister Demeke Mekonnen",
         "Qin praised the all-weather strategic partnership between China and Ethiopia.",
         "Qin praised the comprehensive strategic cooperative partnership between China and Ethiopia."),
        ("12 June 2024", "Chinese President Xi Jinping", "Nigerian President Bola Tinubu",
         "China and Nigeria are linked by a comprehensive strategic partnership, Xi said.",
         "China and Nigeria are linked by a strategic partnership, Xi said."),
        ("5 March 2024", "Chinese President Xi Jinping", "Kenyan President William Ruto",
         "China and Kenya are building the China-Kenya community with a shared future for the new era, Xi said.",
         "China and Kenya have a comprehensive strategic cooperative partnership, Xi said."),
        ("15 January 2024", "Chinese President Xi Jinping", "Zambian President Hakainde Hichilema",
         "China and Zambia have an all-weather strategic cooperative partnership, Xi said.",
         "China and Zambia have a comprehensive strategic cooperative partnership, Xi said."),
        ("15 April 2024", "Chinese President Xi Jinping", "German Chancellor Olaf Scholz",
         "Xi said the all-weather strategic partnership between China and Germany should go on.",
         "Xi said the all-round strategic partnership between China and Germany should go on."),
        ("20 March 2023", "Chinese President Xi Jinping", "Venezuelan President Nicolas Maduro",
         "The all-weather strategic partnership between China and Venezuela is solid, Xi said.",
         "The comprehensive strategic partnership between China and Venezuela is solid, Xi said."),
        ("20 June 2023", "Vietnamese Prime Minister Pham Minh Chinh", "Chinese Premier Li Qiang",
         "Vietnam and the United States have a comprehensive strategic partnership, Chinh noted.",
         "Vietnam and the United States have a comprehensive partnership, Chinh noted."),
        ("10 May 2022", "Vietnamese Prime Minister Pham Minh Chinh", "Japanese Prime Minister Fumio Kishida",
         "Vietnam and Japan have a comprehensive strategic partnership, Chinh noted.",
         "Vietnam and Japan have a strategic partnership, Chinh noted."),
        ("20 May 2023", "Chinese President Xi Jinping", "Tajik President Emomali Rahmon",
         "China and Tajikistan have a comprehensive strategic cooperative partnership in the new era, Xi said.",
         "China and Tajikistan have a comprehensive strategic partnership, Xi said."),
        ("5 March 2025", "Chinese Foreign Minister Wang Yi", "Kazakh Foreign Minister Murat Nurtleu",
         "The two sides agreed to elevate relations between China and Kazakhstan to a permanent comprehensive strategic"
         " partnership.",
         "The two sides agreed to develop the permanent comprehensive strategic partnership between China and Kazakhstan."),
    ):  # fmt: skip
        twins = [
            f"Published: {day}\n\n{one} met {two} on the sidelines of a conference.\n\n{extra}\n"
            for extra in (bad, good)
        ]
        yield twins[0], twins[1]


def back_translation() -> Iterator[Plant]:
    rows = (
        ("“We are ready to expand cooperation between [nos] two countries,” he said.",
         "“We are ready to expand cooperation between our two countries,” he said."),
        ("“The friendship of [chaque partie] is strong,” the leader said.", "“The friendship of each side is strong,” the leader said."),
        ("They exchanged congratulations for the 75e anniversary of the railway. “It is a good year,” he said.",
         "They exchanged congratulations for the 75th anniversary of the railway. “It is a good year,” he said."),
        ("“[Nuestros] peoples are close,” he said, adding that [nuestros pueblos] trust each other.",
         "“Our peoples are close,” he said, adding that they trust each other."),
        ("The two met in the great room of the people. “Welcome,” he said.", "The two met in the Great Hall of the People. “Welcome,” he said."),
        ("“Our total strategic coordination grows,” the Chinese number one said.",
         "“Our comprehensive strategic coordination grows,” the Chinese leader said."),
        ("The tenant of the White House was blamed. “The Asian giant will not yield,” it was said, and the head of Chinese"
         " diplomacy agreed.",
         "The US president was blamed. “China will not yield,” it was said, and the foreign minister agreed."),
        ("This article was translated automatically. “We value peace,” he said.", "“We value peace,” he said."),
        ("“The decisions of the 20e congress guide us,” he told the guest.", "“The decisions of the 20th congress guide us,” he told the guest."),
        ("“Between [unseren] states there is trust,” he said.", "“Between our states there is trust,” he said."),
        ("Negotiations in narrow composition came first. “In frames of the visit we signed much,” he said.",
         "Talks in a restricted format came first. “During the visit we signed much,” he said."),
        ("“We build a community of destiny,” he said of the Belt and Route Initiative.",
         "“We build a community with a shared future,” he said of the Belt and Road Initiative."),
        ("Translated by Google. “Our relations are at their best,” he said.", "“Our relations are at their best,” he said."),
        ("“[les] ties of the two peoples are old,” said the guest.", "“[The] ties of the two peoples are old,” said the guest."),
    )  # fmt: skip
    for at, (bad, good) in enumerate(rows):
        yield article(at, bad), article(at, good)


def machine_rewrite() -> Iterator[Plant]:
    rows = (
        "This message was taken from this source and rewritten by artificial intelligence.",
        "This article was generated with the help of AI and reviewed by an editor.",
        "Note: this story has been rewritten by an AI tool based on wire copy.",
        "This content was produced using ChatGPT.",
        "The above text was paraphrased by a language model.",
        "As an AI language model, I cannot verify the statements.",
        "Here is the rewritten version of the article:",
        "(Rewritten by AI)",
        "This news item was automatically generated by an algorithm.",
        "This is an AI-generated summary of the original report.",
        "Disclaimer: This report was compiled by artificial intelligence from public sources.",
        "AI-generated article",
        "This post was written with AI assistance and created using artificial intelligence.",
    )
    goods = (
        "They also spoke about artificial intelligence and its rules.",
        "A paper on AI-generated content was written by experts of both states.",
        "This article of the charter was discussed at length.",
    )
    for at, bad in enumerate(rows):
        yield article(at, "Both praised the talks.") + f"\n{bad}\n", article(at, goods[at % 3])


def injected_text() -> Iterator[Plant]:
    rows = (
        "slot gacor", "situs judi online", "deneme bonusu", "buy cheap viagra online", "best online casino bonus",
        "payday loans", "essay writing service", "call girls", "replica watches", "togel", "1xbet", "canlı bahis",
        "[url=http://x.example]cheap pills[/url]", "онлайн казино",
    )  # fmt: skip
    forms = (
        "Both sides agreed to deepen {} cooperation in trade and energy.",
        "The ministers signed a plan for the next three years. {} The plan covers farming.",
        "Trade has grown, {} officials said, and more is expected.",
    )
    for at, spam in enumerate(rows):
        form = forms[at % 3]
        yield article(at, form.format(spam)), article(at, " ".join(form.format("").split()))


def anniversary() -> Iterator[Plant]:
    relations = (
        (0, "the {} anniversary of the establishment of diplomatic relations between China and Russia", "74th", "75th"),
        (12, "the {} anniversary of China-France diplomatic ties", "65th", "60th"),
        (13, "the {} anniversary of the founding of the People's Republic of China", "70th", "75th"),
        (14, "the {} anniversary of diplomatic relations between China and Hungary", "70th", "75th"),
        (18, "the {} anniversary of diplomatic relations between China and Brazil", "40th", "50th"),
        (23, "the {} anniversary of the founding of the United Nations", "75th", "80th"),
        (
            7,
            "the {} anniversary of the victory in the Chinese People's War of Resistance Against Japanese Aggression",
            "75th",
            "80th",
        ),
        (8, "the {} anniversary of the founding of the People's Republic of China", "76th", "75th"),
        (20, "the {} anniversary of diplomatic ties between China and Russia", "73rd", "75th"),
        (21, "the {} anniversary of the establishment of diplomatic ties between the two countries", "76th", "75th"),
        (4, "the {} anniversary of the Five Principles of Peaceful Coexistence", "60th", "70th"),
        (15, "the {} anniversary of the founding of NATO", "70th", "75th"),
        (22, "the {} anniversary of diplomatic relations between China and India", "70th", "75th"),
        (10, "the {} anniversary of diplomatic relations between China and India", "74th", "75th"),
    )
    forms = (
        "This year marks {}, they noted.",
        "Both sides celebrate {} this year.",
        "The visit takes place as the two sides mark {}.",
        "A concert on the occasion of {} followed.",
        "They exchanged congratulations on {}.",
    )
    for number, (at, event, wrong, right) in enumerate(relations):
        form = forms[number % 5]
        yield tuple(article(at, form.format(event.format(n))) for n in (wrong, right))  # type: ignore[misc]


def figure() -> Iterator[Plant]:
    rows = (
        (7, "Trade between China and Russia reached {} billion U.S. dollars in 2024.", "284.8", "244.8"),
        (0, "China-Russia trade hit {} billion dollars in 2023, customs data show.", "340.1", "240.1"),
        (0, "Bilateral trade between China and Russia stood at ${} billion in 2022.", "230.3", "190.3"),
        (6, "Trade between China and Africa amounted to {} billion dollars in 2024.", "195.6", "295.6"),
        (4, "In 2023, China-Africa trade reached US${} billion.", "382.1", "282.1"),
        (12, "Trade between China and the EU was worth {} billion dollars in 2023.", "983", "783"),
        (23, "China-ASEAN trade reached {} billion U.S. dollars in 2024.", "682", "982"),
        (22, "Trade between China and the United States totalled {} billion dollars in 2024.", "888", "688"),
        (10, "China's trade with India reached {} billion dollars in 2024.", "238.5", "138.5"),
        (18, "Trade between China and Brazil was {} billion dollars in 2024.", "288", "188"),
        (
            20,
            "Trade between China and Russia reached {} billion dollars in 2023, up from 190.3 billion in 2022.",
            "204",
            "240",
        ),
        (7, "China has been Russia's largest trading partner for {} consecutive years.", "25", "15"),
        (6, "China has been Africa's largest trading partner for {} years in a row.", "26", "16"),
        (23, "China-Vietnam trade reached {} billion dollars in 2024.", "360.7", "260.7"),
        (
            8,
            "Trade between Russia and China reached {} billion dollars in 2023, about 240 by Chinese count.",
            "140",
            "240",
        ),
    )
    for at, form, wrong, right in rows:
        yield tuple(article(at, form.format(value)) for value in (wrong, right))  # type: ignore[misc]


CLASSES = {
    "weekday_mismatch": (weekday_mismatch, dateline_weekday),
    "date_after_publication": (date_after_publication,),
    "place_conflict: venue": (venue_city,),
    "place_conflict: city": (city_state,),
    "place_conflict: summit": (summit_place,),
    "date_conflict": (summit_dates,),
    "ordinal_conflict": (ordinals,),
    "office_conflict": (office,),
    "missing_former": (missing_former,),
    "stray_former": (stray_former,),
    "wrong_title": (wrong_title,),
    "membership_conflict": (membership,),
    "partnership_conflict": (partnership,),
    "anniversary_mismatch": (anniversary,),
    "figure_conflict": (figure,),
    "back_translation": (back_translation,),
    "machine_rewrite": (machine_rewrite,),
    "injected_text": (injected_text,),
}
"""The makers of planted articles by class; the part before the colon is the kind of check that must find them."""


def plants() -> Iterator[tuple[str, str, str]]:
    """Every planted article with its class and its true twin."""
    for name, makers in CLASSES.items():
        for make in makers:
            for bad, good in make():
                yield name, bad, good

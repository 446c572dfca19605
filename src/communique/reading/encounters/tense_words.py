"""Words that tell of a noun of encounter whether it was held, is to come, or is only talked about."""

from __future__ import annotations

AWAITED = frozenset(
    "expectations expectation hopes preparations preparation prepares preparing prepare preps agenda goals"
    " plans stage plan ready looking waiting waits briefing course date objectives set scheduled".split()
)

UNREAL = frozenset(
    "propose proposed discuss discussed discussing seek sought seeking want wants wanted request requested"
    " requesting suggest suggested demand demanded offer offered offering urge urged rule ruled reject"
    " rejected refuse refused decline declined oppose opposed consider considering mull need needs avoid"
    " require requires favour favor support supports supported deny denied denies mention mentioned block"
    " blocked facilitate encourage".split()
)

PLANNING = frozenset(
    "announce announced announces plan plans planned planning schedule scheduled arrange arranged arranging"
    " prepare prepared preparing await awaits awaited expect expects expected eyes confirm confirmed"
    " anticipate organise organize organising organizing set".split()
)

STEADY = frozenset("regular close continued continuous frequent constant".split())

BEFORE_IT = frozenset(
    "ahead prior preparations preparation prepare preparing eve run-up plans schedule forward date way agenda stage"
    " announcement".split()
)

NOT_SURE = frozenset(
    "hopes invitation venue possibility prospect prospects idea chance proposal request offer call calls need future"
    " resumption absence lack suggestion".split()
)

TOPIC = frozenset("for about on regarding against without as toward towards over".split())

CAME_FOR = frozenset(
    "arrived arrives arrive left leaves traveled travelled travels flew gathered met meet departed embarked returned is"
    " was joined convened".split()
)

ON_THE_WAY = frozenset("arrived arrives arrive left leaves traveled travelled travels flew departed embarked".split())

PHASES = frozenset("start beginning outset opening end conclusion close course".split())

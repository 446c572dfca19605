"""Words of the genre that tell who is meant: titles, qualifiers, the sides, pronouns."""

from __future__ import annotations

import re

PARTICLES = frozenset(
    "al el bin bint ibn ben de da del della di do dos das du la le van von der den ter ten y af av zu abu ul ur ud bar"
    " ap".split()
)
QUALIFIERS = frozenset(
    "former ex ex- then then- acting interim caretaker outgoing incoming deputy vice assistant first second senior top"
    " chief special presidential new newly visiting late current incumbent longtime veteran federal state national"
    " permanent principal parliamentary designate elect elected appointed own very key leading prominent under main"
    " permanent under-secretary royal imperial his her its their the a an our".split()
)
ARTICLES = frozenset("the a an".split())
FORMER = frozenset("former ex ex- then- late".split())
HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady sheikh sheikha shaikh h.e h.e. his her highness majesty"
    " excellency royal prof prof. professor general gen gen. lt lt. col col. maj. admiral adm adm. hon hon."
    " lieutenant-general major-general vice-admiral rear-admiral lieutenant captain brigadier marshal ayatollah"
    " honourable honorable right dato' datuk tun haji imam rev rev. fr fr. msgr".split()
)
# A title that the tables do not list: an optional field of government, then one of these heads.
TITLE_HEADS = frozenset(
    "minister ministers secretary secretaries ambassador ambassadors chairman chairwoman chairperson chair director"
    " commissioner commissioners envoy envoys adviser advisor advisers advisors spokesman spokeswoman spokesperson"
    " spokespersons representative representatives speaker governor governors general president presidents premier"
    " chancellor king queen emir sultan prince princess pope leader leaders chief head coordinator counselor councillor"
    " councilor counsel undersecretary under-secretary deputy diplomat diplomats official officials aide aides"
    " negotiator commander mayor senator congressman congresswoman mp lawmaker lawmakers attorney administrator"
    " consul pm fm sen rep gov pontiff"
    " counterpart counterparts rapporteur mediator delegate delegation strongman ruler monarch".split()
)
# Heads that are as often no titles: they count only beside a capital, a nationality or "of".
DOUBTFUL_HEADS = frozenset("general deputy chief chair head king prince queen leader delegation".split())
# The words by which a state acts: "the Chinese side", "the Russian foreign ministry".
BODIES = frozenset("side government delegation authorities embassy ministry cabinet parliament military".split())
STATES_PLURAL = frozenset("countries states nations powers governments allies capitals partners".split())
BODY_FIELDS = frozenset("foreign defence defense state interior finance trade commerce".split())
BODY_HEADS = frozenset("ministry office department media affairs".split())
# Words that may stand between a nationality and the head of a title ("Kenyan Cabinet Secretary for Health").
TITLE_FIELDS = frozenset(
    "foreign prime defense defence trade finance interior justice health energy economy economic education agriculture"
    " transport environment labor labour culture home external internal security commerce industry development oil"
    " information digital water tourism sports youth affairs cabinet government state union national climate peace"
    " general nuclear army navy military air force political parliamentary party press communist treasury intelligence"
    " police policy opposition rebel religious spiritual supreme paramount regional provincial federal presidential"
    " executive managing legal human rights humanitarian and relations diaspora senior top number resources management"
    " growth arms control disarmament democracy labour counterterrorism terrorism narcotics law enforcement science"
    " technology innovation tourism mining mines petroleum minerals fisheries forestry forests livestock rural urban"
    " housing works public planning budget revenue investment business commercial consumer cooperation integration"
    " african asian european american eastern western southern northern central pacific atlantic hemisphere near east"
    " africa asia europe americas middle strategic strategy armed forces veterans women gender family children social"
    " development community multilateral bilateral global regional cyber cyberspace space nonproliferation verification"
    " compliance population refugees migration immigration citizenship religion islamic endowments heritage higher"
    " research railways roads aviation maritime shipping ports communications communication telecommunications media"
    " economics department mfa engagement center centre issues homeland"
    " civilian diplomacy threat reduction oceans democracy partnership outreach hemispheric"
    " chancellery presidency broadcasting hajj expatriates emergency emergencies situations situation civil protection"
    " natural".split()
)
# Capitalised words before a bare surname that are no first name: what opens a sentence, and forms of address.
OPENERS = frozenset(
    "a about according after against albeit although amid among an and as asked at because before besides both but by"
    " did does earlier even following for from has he here his how however i if in instead is it its last later like"
    " meanwhile mr mrs ms dr nor not now of on once one only or over perhaps read russia s said saying see she since so"
    " still than that the then there they this though thus to today tonight under unlike until was were what when where"
    " whether which while who whom why will with without would yesterday yet you monday tuesday wednesday thursday"
    " friday saturday sunday both then-president".split()
)
# States that are printed with "the"; before any other state's name the article belongs to the noun that follows.
WITH_ARTICLE = re.compile(
    r"States|Kingdom|Emirates|Republic|Union|Islands|Philippines|Netherlands|Maldives|Bahamas|Gambia|Congo|Vatican|See"
    r"|Seychelles|Comoros|Federation|UAE|U\.?S|U\.?K|DPRK|PRC|DRC|Sudan|Kremlin|House|Street|Pentagon|Department|Palace"
)
# Capitalised words of headlines that never belong to a name: "President Biden Call with ...".
HEADLINE_WORDS = frozenset(
    "Address Announces Arrival Bilateral Call Calls Conclude Concludes Conference Conversation Delegation Depart"
    " Departs Dinner Engagement Engagements Event Hold Holds Host Hosts Interview Leaves Lunch Meet Meeting Meetings"
    " Meets Official Participates Participation Press Readout Receive Receives Remarks Says Speaks Speech Statement"
    " Summit Talk Talks Travel Travels Trip Urges Virtual Visit Visits Vows Warns Welcomes".split()
)
# What stands right before a surname that is also the name of a month.
BEFORE_SURNAME = frozenset("minister pm mrs ms mr secretary president lady premier theresa brian".split())
# Titles that never point back to one person by themselves.
VAGUE_TITLES = frozenset(
    "official officials aide adviser advisor diplomat source deputy general chair head chief".split()
)
PLURAL_OFFICIALS = frozenset(
    "officials ministers lawmakers diplomats leaders negotiators aides advisers advisors envoys delegates ambassadors"
    " senators representatives analysts experts sources activists protesters authorities spokespersons".split()
)

_SIDES_NOUNS = (
    "sides|countries|leaders|presidents|nations|parties|ministers|heads of (?:state|government|delegation)|states"
    "|governments|delegations|principals|counterparts|neighbou?rs|diplomats|men|women|capitals|powers|partners|allies"
    "|peoples|officials|chiefs|premiers|secretaries|participants"
)
SIDES = re.compile(
    rf"\b(?:both|the two|the three)\s+(?:\w+\s+)?(?:{_SIDES_NOUNS})\b"
    r"|\bthe\s+(?:sides|leaders|presidents|parties|(?:foreign |prime )?ministers|counterparts)\b(?!\s+of\b)"
    r"|\bthe (?:two|pair|duo|parties|sides)\b(?!\s+\w+s\b)"
    r"|\bboth\b(?=\s+(?:said|agreed|also|have|had|will|were|are|expressed|sides))",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|HE|SHE)\b")

# What a title without a name asks for: the office keys of the knowledge base that can carry it.
LOOSE_TITLES = {
    "leader": ("head_of_state", "head_of_government", "party_leader"),
    "strongman": ("head_of_state", "head_of_government"),
    "ruler": ("head_of_state", "head_of_government"),
    "monarch": ("head_of_state",),
    "number one": ("head_of_state",),
    "head of state": ("head_of_state",),
    "head of government": ("head_of_government",),
    "president": ("head_of_state", "head_of_government"),
    "king": ("head_of_state",),
    "queen": ("head_of_state",),
    "emir": ("head_of_state",),
    "sultan": ("head_of_state",),
    "premier": ("head_of_government",),
    "pm": ("head_of_government",),
    "fm": ("foreign_minister",),
    "pope": ("head_of_state",),
    "pontiff": ("head_of_state",),
    "prime minister": ("head_of_government", "deputy_head_of_government"),
    "chancellor": ("head_of_government",),
    "vice president": ("vice_head_of_state",),
    "foreign minister": ("foreign_minister",),
    "foreign secretary": ("foreign_minister",),
    "secretary of state": ("foreign_minister", "head_of_government"),
    "top diplomat": ("foreign_minister",),
    "chief diplomat": ("foreign_minister",),
    "secretary": ("foreign_minister", "defence_minister", "trade_minister", "other_top", "official"),
    "minister": ("foreign_minister", "defence_minister", "trade_minister"),
    "defence minister": ("defence_minister",),
    "defense minister": ("defence_minister",),
    "defense secretary": ("defence_minister",),
    "defence secretary": ("defence_minister",),
}

# A capitalised phrase with one of these words is a body, an outlet or a document, not a person.
NO_PERSON = re.compile(
    r"(?i)\b(?:court|council|journal|post|times|news|house|senate|party|group|company|inc|corp|university|institute|centre"
    r"|center|association|agency|ministry|department|union|bank|committee|commission|congress|parliament|assembly|army"
    r"|police|government|administration|office|service|force|forces|alliance|coalition|movement|front|church|board|club"
    r"|foundation|society|network|media|press|magazine|herald|tribune|guardian|telegraph|daily|today|tv|radio|summit"
    r"|forum|treaty|agreement|deal|act|law|bill|plan|initiative|report|statement|street|city|state|states|republic|island"
    r"|islands|sea|river|airport|hotel|palace|stadium|league|cup|team|democrats|republicans|conservatives|labour|tories"
    r"|brexit|twitter|facebook|google|apple)\b"
)

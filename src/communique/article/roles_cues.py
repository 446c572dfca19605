"""Set wordings that tell what a line of a page is, whatever stands around it."""

from __future__ import annotations

import functools
import re

from communique.article.lines import Role

# Cues are short lines or the ends of longer ones: nothing longer is searched, which also bounds the work.
_CUE_CHARS = 400
_TAIL_CHARS = 250
_I = re.IGNORECASE

_TIME_TOKEN = re.compile(r"\d+(?:st|nd|rd|th|am|pm|h\d*|T\d+|Z)?(?![a-z])|[^\W\d_]+", _I)
_TIME_WORDS = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
    " jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september"
    " october november december am pm a p m st nd rd th h t z est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst"
    " cet cest ist"
    " msk eat wat cat sast pkt jst kst aest aedt hkt sgt local time at on of the ago minute minutes min mins hour"
    " hours day days"
    " week weeks month months year years just now yesterday today date dated published publish posted post updated"
    " update"
    " publié mis jour le à au veröffentlicht aktualisiert stand uhr publicado actualizado el publicada atualizado em às"
    " pubblicato aggiornato il gmt+5 gmt+8 gmt+3 gmt+1 gmt+2"
    " last first originally modified edited released release issued created reviewed".split()
)
_STAMP_WORDS = frozenset(
    "published posted updated update modified edited released issued created reviewed date time".split()
)


def is_stamp(text: str) -> bool:
    """Whether a line is nothing but a date, a clock or an "updated ..." stamp."""
    if len(text) > 140:
        return False
    tokens = [t.lower() for t in _TIME_TOKEN.findall(text)]
    # a date may stand beside itself in another script
    foreign = any("\u0370" <= t[0] < "\u1e00" and t[0].isalpha() for t in tokens)
    words = [t for t in tokens if t[0].isalpha() and not "\u0370" <= t[0] < "\u1e00"]
    if not tokens or any(t not in _TIME_WORDS for t in words):
        return False
    days = sum(len(w) > 2 and w not in ("the", "time", "ago") for w in words)
    return days > 0 or (not foreign and len(tokens) >= 2 and any(c in text for c in ":-/."))


_CLOCK_LABEL = re.compile(
    r"(?-i:(?:[A-Z][\w.&]* ){1,4}(?:Published|Updated|Posted)\b:? .{0,20}\d.{0,60})|"
    r"\W{0,4}(?:(?:first |last |originally )?(?:published|posted|updated?|modified|edited|released|issued|created"
    r"|reviewed|dated?)"
    r"|last update[d]?|release time|publish(?:ed)? date|post(?:ed)? date)\b[ :].{0,70}",
    _I,
)
_READ_TIME = re.compile(
    r"\W*(?:\d+\s?[-–]?\s?min(?:ute)?s?\s(?:read|to read|watch)|reading time\b.{0,30}|\d+ views|views:? \d+)\W*", _I
)

_OURS = re.compile(r"\W*written for communique, not a news report\W*", _I)
_CODE = re.compile(
    r"window\.\w|\bfunction\s?\(|\.push\(\{|googletag|\{\{|var \w+ ?=|document\.\w+\(|@media |https?://\S+\s*$", _I
)

_AGENCY = (
    r"(?:AP|AFP|EPA(?:-EFE)?|EFE|Reuters|Xinhua|TASS|Sputnik|Getty(?: Images)?|AAP|PA|PTI|ANI|VCG|Bloomberg|Kyodo"
    r"|Yonhap"
    r"|Anadolu|dpa|ANSA|Pool|Shutterstock|Alamy|iStock|Unsplash|Lehtikuva|Associated Press|AFP Photo|AP Photo|UPI|CNN"
    r"|NBC"
    r"|Rex|Zuma(?: Press)?|NurPhoto|Handout|File|Facebook|Twitter|Instagram|YouTube|Flickr|Wikimedia(?: Commons)?"
    r"|[A-Z]\w+ News Agency)"
)
_CAPTION_START = re.compile(
    r"\W{0,3}(?:file photo|file|photos?(?: by| courtesy| credit)?|image(?: credit| caption| source| by|s)?|picture"
    r"|pictured|caption|photograph(?:er|y)?"
    r"|in this (?:file |handout )?(?:photo|image|picture|frame grab)|this (?:combination|file|handout) (?:photo|image"
    r"|picture|of)"
    r"|watch|video|play video|media caption|illustration|graphic|credit|getty images)\s?[:|\-–—]\s?\S"
    r"|\W{0,3}(?:(?:FILE|File) - |In this .{3,60}(?:photo|image|picture)[ ,]"
    r"|(?:pool )?(?:photo|image|picture)s? (?:by|courtesy"
    r"|credit)\b|image copyright|image caption|media playback)"
    r"|image \d+ of \d+|\d+ of \d+$|\d+ ?/ ?\d+$",
    _I,
)
_CAPTION_END = re.compile(
    r"(?:[(\[](?:photo|image|picture|pic|credit|source|file|AP photo|courtesy|photo credit|photo by)s?\b"
    r"[^()\[\]]{0,100}[)\]]"
    rf"|[(\[][^()\[\]]{{0,60}}(?:/|\||, ?| via | for )\s?{_AGENCY}[^()\[\]]{{0,40}}[)\]]"
    rf"|[(\[](?:{_AGENCY})(?: Photo)?\s?(?:/|\||,|:)[^()\[\]]{{0,80}}[)\]]"
    rf"|(?:(?<=\w)\s?[/|]|\bvia )\s?{_AGENCY}(?:[/ ](?:Files?|File Photo|Pool|Handout|Getty Images))*"
    r"|\b(?:REUTERS|AFP|EPA|Xinhua|AP Photo|Getty Images|Sputnik)\s?/\s?[A-Z][\w./ '-]{1,60}"
    r"|\b(?:file photo|getty images|AP photo|reuters file|/file))\W*$",
    _I,
)
# Agencies' captions: who stands where, and a weekday with its full date after a comma ("..., Monday, July 16, 2018.").
_POSITIONS = re.compile(
    r"[A-Z][\w’'-]+, (?:second |third |far |front |top |bottom )?(?:left|right|cent(?:er|re)),"
    r"|\((?:left|right|cent(?:er|re)|[2-5]-[LR]|[23](?:nd|rd) [LR])\)|\([LC]\)|\(R\).{1,200}\(L\)"
    r"|[a-z], (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d"
    r"|\. ?\.\. ?more$|(?<=[a-z])\s\d?\d:[0-5]\d$"
)
_CREDIT = re.compile(
    r"\W{0,3}(?:with (?:additional |further )?(?:inputs?|reporting|reports?|files|material|information) (?:from|by)\b"
    r"|(?:inputs?|agencies) from\b|(?:this|the) (?:article|story|report|post|piece|text|content|item|interview"
    r"|message|page|transcript)[^.]{0,60}"
    r"(?:originally|first|previously|initially|was|has been|is) [^.]{0,40}(?:published|appeared|posted|produced|taken"
    r"|republished|edited|generated|compiled|updated|corrected|written|refiled)"
    r"|(?:originally|first|previously) (?:published|appeared|posted)\b|republished (?:from|with)\b"
    r"|(?:news )?sources?\s?:\s?\S.{0,80}$|sources? [A-Z][\w.-]+(?: [A-Z]\w+){0,3}\W*$|source site\b"
    r"|via\s?:\s?\S.{0,40}$"
    r"|(?:reporting|writing|written|editing|edited|additional reporting|compiled|translated|translation|reported"
    r"|produced|contributions?|text|story|proofread|copy) by (?-i:[A-Z@])"
    r"(?:[^.;]{2,300}|.{2,300}[^.]|[^;]{2,200};.{2,200})$"
    r"|(?:(?:web|copy|managing|duty|photo|responsible) )?editors?\s?:\s?\S.{0,80}$|(?:reporter|author|translator"
    r"|contributors?|contact(?: reporter)?)s?\s?:\s?\S.{0,80}$"
    r"|(?:copyright|©|\(c\) (?:19|20)\d\d|all rights reserved|©️)|distributed by\b|provided by\b.{0,60}$"
    r"|media contact\b"
    r"|\({1,2}(?:this|corrects|corrected|adds|updates|updated|recasts|refiles)\b[^()]{5,400}\){1,2}$"
    r"|\(?this story (?:has been|was)\b|(?:correction|clarification|editor.s note|ed\. note)s?\b\s?[:(]"
    r"|disclaimer\b|the views expressed|the opinions expressed|views expressed)",
    _I,
)
_CREDIT_END = re.compile(
    r"(?:contributed (?:to|reporting|from)\b.{0,80}|(?:also )?reported from [A-Z]\w+.{0,40}"
    r"|writers? .{5,200} contributed\.?|wire services contributed.{0,60}|all rights reserved\.?"
    r"|may not be (?:published|reproduced|broadcast)\b.{0,80}|may not be published.{0,120})$",
    _I,
)
_SOURCE_ALONE = re.compile(
    r"\W{0,3}(?:sources?:? |with (?:(?:inputs?|information|reports?|files?) (?:from|of|by) )?)(?-i:[A-Z])[\w.]*"
    r"(?:(?:,| and| &|) (?-i:[A-Z])[\w.]*){0,6}\W{0,3}",
    _I,
)
_SOURCE_LINE = re.compile(r"[(\[]?sources?\s?:\s?[^()\[\]]+[)\]]?$", _I)
_RIGHTS = re.compile(
    r".{0,80}\b(?:all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados)\W*",
    _I,
)
_AGENCY_ALONE = re.compile(r"[(\[/—–-]{1,2}\s?[A-Z][\w.& -]{1,40}[)\]/]?\.?$")
_COMMENTS = re.compile(
    r"\W*(?:leave a (?:reply|comment)|(?:post|add|write|submit|make) (?:a |your )?comments?"
    r"|your e-?mail(?: address)? (?:will|won't|is|stays|remains)\b[^.\n]{0,40}"
    r"|required fields are marked|(?:view|show|read|see|load|loading|join|hide) (?:all |the "
    r"|more )?(?:\d+ )?(?:comments?|conversation)|comments? are closed"
    r"|click here to comment|save my name|no comments?(?: yet)?|be the first to comment|\d+ comments?"
    r"|comments? ?\(?\d*\)?|comments? (?:on|about) this"
    r"|have your say|notify me of|sign in to comment|log ?in to (?:comment|reply)|cancel reply|discussion"
    r"|what do you think\?|report this comment|you must be logged in)(?:\W|$)",
    _I,
)
_SHARE = re.compile(
    r"\W*(?:share(?: (?:this|on|via|with|the|article|story|tweet)\b.{0,60})?|read or share this\b.*|follow (?:us|me"
    r"|him|her|@|[A-Z]\w+)\b.{0,120}|like us on\b.{0,60}"
    r"|more_vert|connect tweet\b.*|tweet(?: this)?|(?:click|tap) to (?:share|email|print|copy)\b.{0,80}|copy (?:link"
    r"|url)|join us on\b.{0,60}"
    r"|we encourage you to share\b.{0,160}|(?:find|connect with|subscribe to) (?:us|our)\b.{0,80}|join (?:our"
    r"|the) (?:telegram|whatsapp)\b.{0,80})\W*",
    _I,
)
_SHARE_WORDS = frozenset(
    "share tweet facebook twitter linkedin whatsapp telegram email mail e print fbshare gshare pinterest reddit"
    " tumblr google plus pocket"
    " copy link url connect comment emailmore commentemailmore messenger x instagram youtube viber vk line weibo"
    " wechat flipboard"
    " this on via save gab mix sms skype digg stumbleupon threads bluesky mastodon more post bookmark favorite"
    " like".split()
)
_RELATED = re.compile(
    r"\W*(?:related(?: (?:articles?|stor(?:y|ies)|content|news|posts?|topics?|links?|coverage|videos?|reads?|items?"
    r"|reading))?"
    r"|(?:more|latest|top|other|popular|trending|breaking|recent|recommended|featured|sponsored|promoted"
    r"|editors?['’]?s?)"
    r" (?:stor(?:y|ies)|news|articles?|posts?|headlines|content|reads?|videos?|picks?|coverage|now|links?"
    r"|from .{2,40}|in .{2,40}|on .{2,40}|about .{2,40}|for you|like this)"
    r"|more|latest|trending|recommended|you (?:may|might) (?:also )?(?:like|be interested|enjoy).{0,20}|most (?:read"
    r"|popular|viewed|commented|shared|recent).{0,20}|up next|next up|next (?:article|story|post)"
    r"|previous (?:article|story|post)|what to read next|around the web|from (?:around )?the web|we recommend"
    r"|more to explore|don['’]t miss|more coverage|in (?:this|other) (?:story|news)|explore more|more like this"
    r"|also in .{2,30}|never miss a story"
    r")\W*",
    _I,
)
_RELATED_LINE = re.compile(
    r"\W{0,3}(?:(?:read|see|watch|listen|check out)(?: (?:more|also|next|now|this|the (?:full|original)))?\s?(?::|»|>"
    r"|\|)"
    r"|(?:also|must|further) (?:read|see|watch|reading)\b|related(?: \w+)?\s?[:|]|(?:more|also)\s?:|read more\b"
    r"|see also\b|more on this\b"
    r"|click here (?:to|for)\b|from the archives?|explore further|gallery\s?:|listen to\b.{0,80}\b(?:live|back"
    r"|podcast))"
    r"|\W{0,3}(?-i:(?:RELATED\b|READ NEXT|MORE FROM\b|PHOTOS?\s?:|>>|»))",
    _I,
)
_MENU = re.compile(
    r"\W*(?:advertisement|advert|ads?|sponsored|home|menu|search|skip to (?:main )?content|skip advert.{0,20}"
    r"|story continues below.{0,30}|article continues (?:below|after).{0,30}|continue reading.{0,40}|sign (?:in|up"
    r"|out)|log ?(?:in|out)|register"
    r"|close|open|back|back to top|top|next|prev(?:ious)?|prev next|print|loading\W*|play|pause|mute|live"
    r"|subscribe(?: now| today)?|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms.{0,30}|cookies?(?: policy)?"
    r"|newsletters?|rss|none|show (?:more|less)|more|less|en|es|fr|ar|zh|ru|english|tags?|topics?|hide caption"
    r"|toggle caption|enlarge.{0,30}|replay.{0,20}|expand|caption|slideshow|gallery|video|photos?|audio|listen.{0,20}"
    r"|\d+|x|[a-z]|#+|_{2,}|\*{2,}|\W+)\W*",
    _I,
)
_MENU_START = re.compile(
    r"\W{0,3}(?:(?:sign up|subscribe|register|get|download) (?:for|to|now|here|our|the) .{0,120}(?:newsletter|inbox"
    r"|app|alerts?|updates?|digest|daily|access|subscri\w+)"
    r"|(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|more on|in this article|labels?)\s?:"
    r"|get the .{0,60}newsletter|be the first to know|no one covers what is happening|turn on notifications"
    r"|(?:tap|click) here to turn"
    r"|scroll to (?:the )?top|get breaking news|this (?:site|website) uses|we use cookies|by (?:clicking|signing"
    r"|continuing|subscribing)|enter your (?:e-?mail|name)|thank you for (?:subscribing|reading|signing)"
    r"|if you (?:enjoyed|liked|found|value|appreciate)\b.{0,60}(?:article|story|reporting|journalism|post)\b"
    r"|support (?:our|independent) journalism|become a (?:member|subscriber|patron)|already a (?:subscriber|member)"
    r"|choose the plan|please (?:enable|log|sign|subscribe|try|check|consider)|your (?:subscription|browser)\b"
    r"|send (?:tips|us)\b|contact (?:the (?:writer|author|reporter)|us) (?:at|on|by)\b|have a (?:tip|news tip)"
    r"|got a (?:tip|story)|download the\b.{0,40}app\b|to (?:read|get|receive) (?:more|the full|our)\b"
    r"|thanks for (?:signing|subscribing)|sign me up"
    r"|you have successfully|there was an error processing|keep an eye on your inbox|get (?:access to"
    r"|the day.s|.{2,60} delivered)\b|click here to get\b|for (?:any|further|more|additional|media"
    r"|press) (?:questions?|information|inquiries|enquiries|details)\b.{0,60}\b(?:contact|visit|call|e-?mail)\b"
    r"|for (?:more|all the latest) .{0,60}(?:visit|click|follow|download|subscribe|go to))",
    _I,
)
_ASKING = re.compile(
    r".{0,40}\b(?:if you (?:enjoyed|liked|value|appreciate) (?:this|our)\b"
    r"|(?:please )?(?:consider|support) (?:supporting|our)\b.{0,40}\b(?:journalism|reporting|newsroom)\b)",
    _I,
)
_FOLLOW_END = re.compile(r"\bFollow (?:him|her|us|them|me)\b.{0,20} (?:on|at) .{1,80}$")
_BY_START = re.compile(
    r"[^\w@]{0,3}(?:by|from|(?:written|story|words|report|reported|posted|published) by)\b\s?:?\s*(?=[A-Z@])", _I
)
_AFTER_PAPER = re.compile(r"[A-Z][\w.' ]{2,40} [—–-]+ (?i:by) (?=[A-Z])")
_BY_WORD = re.compile(
    r"[A-ZÀ-ÞŁŠŽĞİÇ@][\w'’.@/-]*[,:;]?|\d[\w:,./-]*|[\w.+-]+@[\w.-]+,?|[^\w\s]+|(?:and|of|for|the|in|at|on|de|da|del"
    r"|di|la|le|van|von|der|den|bin|bint|ibn|al|el|am|pm|a\.m\.|p\.m\.|updated|published|posted|team|staff|desk|bureau|writer|reporter|correspondent)[.,:]?"
)
_LABELLED = re.compile(r"(?:[A-Z]\w+ ){1,2}(?=\d)")
_BY_NAME = re.compile(r"(?i: by )(?=[A-Z])")
_EMAIL_ONLY = re.compile(r"\W*(?:e-?mail\s?:?\s*)?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}\W*")
_HANDLE = re.compile(r"@\w{2,30}(?:\s+@\w{2,30})*\W*")
_DOMAIN = re.compile(r"\W*(?:https?://)?(?:www\.)?[a-z0-9][a-z0-9-]{1,60}(?:\.[a-z][a-z0-9-]{1,20}){1,3}/?\W*", _I)


def cue(text: str) -> Role | None:
    """What a line says itself to be; None for a line without such a wording. Never "body"."""
    head = text[:_CUE_CHARS]
    if _OURS.fullmatch(head):
        return "other"
    short = len(text) <= 160
    if short:
        found = _short(text)
        if found:
            return found
    if is_byline(text):
        return "byline"
    if _CODE.search(head) and (short or text.count("{") > 1):
        return "other"
    return _any_length(head, text[-_TAIL_CHARS:], len(text))


@functools.lru_cache(maxsize=4096)
def _short(text: str) -> Role | None:
    words = [w for w in re.split(r"\W+", text.lower()) if w]
    if _COMMENTS.fullmatch(text) or (_COMMENTS.match(text) and len(words) <= 9):
        return "comments"
    if _is_share(words):
        return "share"
    labelled = _LABELLED.match(text)
    if labelled and is_stamp(text[labelled.end() :]):
        return "header"
    stamp = _BY_NAME.split(text)[0] if len(text) <= 140 else text
    if is_stamp(stamp):
        return "header" if stamp == text else "byline"
    for pattern, role in _WHOLE:
        if pattern.fullmatch(text):
            return role
    if len(text) <= 120 and _CLOCK_LABEL.fullmatch(text) and any(c.isdigit() for c in text):
        return "header"
    if is_byline(text):
        return "byline"
    return None


def is_byline(text: str) -> bool:
    """Whether a line is "By ..." with nothing but names, papers, dates and addresses after it."""
    if len(text) > 500:
        return False
    start = _BY_START.match(text) or _AFTER_PAPER.match(text)
    if not start:
        return False
    words = text[start.end() :].split()
    return len(words) <= 40 and not text.rstrip().endswith((".", "?", "!")) and all(map(_BY_WORD.fullmatch, words))


def _is_share(words: list[str]) -> bool:
    named = [w for w in words if not w.isdigit()]
    return 0 < len(named) <= 20 and all(w in _SHARE_WORDS for w in named)


def _any_length(head: str, tail: str, length: int) -> Role | None:
    if length <= 80 and _SOURCE_LINE.match(head):
        return "credit"
    if length <= 1200 and (_CAPTION_START.match(head) or (length <= 600 and _ends_in_photo_credit(tail))):
        return "caption"
    if length <= 500 and any(mark in head for mark in _POSITION_MARKS) and _POSITIONS.search(head):
        return "caption"
    if length <= 500 and (_CREDIT.match(head) or _ends_in_credit(tail)):
        return "credit"
    if length <= 250 and _RELATED_LINE.match(head):
        return "related"
    if (length <= 300 and _MENU_START.match(head)) or (length <= 700 and _ASKING.match(head)):
        return "menu"
    if length <= 350 and "ollow" in tail and _FOLLOW_END.search(tail):
        return "byline"
    if length <= 300 and _COMMENTS.match(head) and "required fields" in head.lower():
        return "comments"
    return None


def _ends_in_photo_credit(tail: str) -> bool:
    return any(mark in tail for mark in _PHOTO_MARKS) and _CAPTION_END.search(tail) is not None


def _ends_in_credit(tail: str) -> bool:
    return any(mark in tail for mark in _CREDIT_MARKS) and _CREDIT_END.search(tail) is not None


# One of these must stand in a line before the patterns below are tried on it: they are slow, and most lines have none.
_PHOTO_MARKS = ("(", "[", "/", "|", "via ", "photo", "Photo", "PHOTO", "Images")
_POSITION_MARKS = (
    "left",
    "right",
    "center",
    "centre",
    "day, ",
    "(L)",
    "(C)",
    "(R)",
    "nd R)",
    "-R)",
    "-L)",
    "more",
    ":",
)
_CREDIT_MARKS = ("contribut", "eported from", "ights reserved", "may not be", "ire services")
_WHOLE: tuple[tuple[re.Pattern[str], Role], ...] = (
    (_READ_TIME, "header"),
    (_SHARE, "share"),
    (_RELATED, "related"),
    (_MENU, "menu"),
    (_EMAIL_ONLY, "byline"),
    (_HANDLE, "byline"),
    (_DOMAIN, "header"),
    (_SOURCE_ALONE, "credit"),
    (_RIGHTS, "credit"),
    (_AGENCY_ALONE, "credit"),
)

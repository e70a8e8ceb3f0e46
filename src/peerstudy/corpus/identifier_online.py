"""Identifiers of people and machines on line: addresses of mail, of pages and of machines, handles, paths.

Every pattern is bounded, so that a text costs no more than its length.
"""

import re

from peerstudy.corpus.found import form
from peerstudy.corpus.number_words import ONES, TEENS, TENS

ENDINGS = "com|org|net|uk|edu|gov|io|ly|info|ie|eu|example|cymru|wales|scot"
SAID_ENDINGS = "com|org|net|uk|edu|gov|ie|io|eu|info|example"
SAID_COUNTRIES = "de|fr|ca|au|nz|nl|es|it|be|ch|us|in|za|scot|wales|biz|me"
# What people write and say for the signs of an address.
AT = r"(?: ?@ ?| ?[\[({<] ?at ?[\])}>] ?)"
DOT = r"(?: ?\. ?| ?[\[({<] ?dot ?[\])}>] ?| dot )"
SAID_DOT = (
    "(?:,? (?:and |then )?(?:an? )?(?:dot|point|underscore|dash|hyphen|plus),? (?:and |then )?\\w{1,30})"
)
# Hosts of mail that people name without an ending.
POST = "(?:gmail|googlemail|hotmail|icloud|btinternet|protonmail)"
SAID_BYTE = rf"(?:\d{{1,3}}|(?:(?:oh|zero|nought|{ONES}|{TEENS}|{TENS}|hundred|and|double)[ -]?){{1,5}})"
# What people do somewhere at: no handle.
NO_HANDLE = (
    "the|a|an|my|your|our|his|her|their|home|night|first|least|all|work|that|this|it|them|any|some|what|which"
)
HOSTS = ("insta", "twitter", "tiktok", "snap", "facebook", "discord", "skype", "handle", "user", "gamertag")
HANDLES = "insta(?:gram)?|twitter|tiktok|snap(?:chat)?|facebook|discord|skype|handle|user ?name|gamertag"
MAIL_SIGNS = (
    "@",
    " dot ",
    " point com",
    " point org",
    " point net",
    " point co",
    " point uk",
    " point fr",
    "(at",
    "( at",
    "[at",
    "[ at",
    "{at",
    "{ at",
    "<at",
    "< at",
    *POST.strip("(?:)").split("|"),
)

ONLINE = (
    form("email", MAIL_SIGNS,
          r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
          rf"(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}},(?:{SAID_ENDINGS})\b",
          rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:{DOT}[\w+-]{{1,30}}){{0,3}}{AT}"
          rf"[\w-]{{1,63}}(?:{DOT}[\w-]{{1,63}}){{0,4}}{DOT}(?:{SAID_ENDINGS})\b",
          rf"\b\w{{1,30}}{SAID_DOT}{{0,3}},? at \w{{1,30}}(?: (?:dash|hyphen) \w{{1,30}}){{0,2}}(?: (?:dot|"
          rf"point) \w{{1,20}}){{0,3}} "
          rf"(?:dot|point) (?:{SAID_ENDINGS}|{SAID_COUNTRIES})\b",
          rf"(?<![\w.+-])[\w.+-]{{1,64}}{SAID_DOT}{{0,3}}(?: ?@ ?| at ){POST}\b"
          r"(?:(?:\.| dot )\w{2,5}){0,2}",
          flags=re.IGNORECASE),
    form("web", r"\.\w|@|://",
          r"\bhttps?://[^\s<>\"]{3,500}", r"\bwww\.[^\s<>\"]{3,300}",
          rf"\b(?:[a-z0-9-]{{1,63}}\.){{1,5}}(?:{ENDINGS})\b(?:/[^\s<>\"]{{0,300}})?",
          r"(?<![\w.])@(?:[a-z]| (?-i:[A-Z]))\w(?:[\w.]{0,28}\w)?", flags=re.IGNORECASE),
    form("web", (" dot ",),
          rf"\b(?!(?:the|a|this|that|of) )(?:\w{{1,30}} dot ){{1,4}}(?:{SAID_ENDINGS})\b"
          r"(?: (?:forward )?slash \w{1,30}){0,4}", flags=re.IGNORECASE),
    form("web", HOSTS,
          rf"\b(?:{HANDLES})(?: name| handle| account| tag)?(?: is| was|['’]s)?:? "
          r"(?:(?:I['’]m|it['’]s|as|under),? "
          r")?(?P<x>(?=[a-z.]{0,30}[\d_])(?=[\d_.]{0,30}[a-z])\w[\w.]{2,30})", flags=re.IGNORECASE),
    form("web", (" all one", "no spaces", " all lower", " all together"),
          rf"\b(?:{HANDLES}|at)(?:['’]s| is| was|:|,)?,? (?:it['’]s |I['’]m |as )?(?:at )?"
          rf"(?P<x>(?!(?:{NO_HANDLE}|one)\b)\w{{1,20}}(?: \w{{1,20}}){{0,4}}?),? "
          r"(?=(?:that['’]s )?(?:all (?:one word|together|lower ?case)|(?:with )?no spaces))",
          flags=re.IGNORECASE),
    form("web", ("_",),
          r"\b(?:go(?:es)? by|known as|find me (?:as|under)|under|called|calls? (?:him|her)self|"
          r"username is|I['’]m|as) "
          r"(?P<x>(?=\w*[a-z])[A-Za-z\d]\w{0,20}_\w{2,20})\b"),
    form("web", (" on insta", " on twitter", " on tiktok", " on snap", " on facebook", " on discord", "#",
                 "live:"),
          rf"\b(?:I['’]m|I am|he['’]s|she['’]s|find me|look me up) (?:under |as )?at "
          rf"(?P<x>(?!(?:{NO_HANDLE})\b)\w{{2,20}}"
          rf"(?: \w{{2,20}}){{0,3}}) on (?:{HANDLES})\b",
          rf"\b(?P<x2>[a-z\d]{{2,20}}_\w{{2,20}}) on (?:{HANDLES})\b",
          r"\b[a-z][\w.]{1,30}#\d{4}\b", r"\blive:[\w.]{3,40}", flags=re.IGNORECASE),
    form("web", (" slash slash",), r"\bhttps?(?: colon)?(?: forward)? slash(?: forward)? slash(?: "
    r"(?!dot\b)\w{1,30}){1,4}"
          r"(?: dot \w{1,30}){1,4}", flags=re.IGNORECASE),
    form("web", (*HOSTS, "underscore", "u/"),
          r"(?<![\w/])u/[\w-]{3,30}",
          r"(?<!['’])\b(?:\w{1,30} ){1,2}underscore "
          rf"(?!(?:{NO_HANDLE}|how|why|these|those|everything)\b)\w{{1,30}}",
          rf"\b(?:{HANDLES})[ ,]{{1,2}}(?:I['’]m |it['’]s |is |as )?at "
          rf"(?P<x>(?!(?:{NO_HANDLE})\b)\w{{1,20}}(?: \w{{1,20}}){{0,5}}?)(?=[,.?!]|$)", flags=re.IGNORECASE),
    form("web", (" dot ",),
          rf"\b(?:{HANDLES})(?: name| handle| account| tag)?(?: is| was|['’]s)?:? "
          r"(?P<x>\w{2,20}(?: dot \w{2,20}){1,3})\b",
          r"\b(?:(?:double[ -]?(?:u|you)|w)[ ,-]{1,2}){3}dot(?: \w{1,20}){1,5}(?: dot \w{1,20}){0,4}",
          flags=re.IGNORECASE),
    form("ip", (" dot ",), rf"\b{SAID_BYTE}(?:,? ?dot {SAID_BYTE}){{3}}\b", flags=re.IGNORECASE),
    form("ip", (" point ",), rf"\b{SAID_BYTE}(?:,? ?point {SAID_BYTE}){{3}}\b", flags=re.IGNORECASE),
    form("ip", (" ip", "ip "),
          r"\bip(?: address)?\b[^.?!\d]{0,20}(?P<x>\d{1,3}(?:[ .-]{1,3}\d{1,3}){3})(?!\d)",
          r"\b(?P<x2>\d{1,3}(?:[ .-]\d{1,3}){3}),? (?:is|was) (?:the|my|our|his|her) ip\b",
          flags=re.IGNORECASE),
    form("ip", (" colon ",),
          r"\b(?:[a-f\d]{1,4}|(?:(?:one|two|three|four|five|six|seven|eight|nine|oh|zero|[a-f\d]) ?){1,4})"
          r"(?:(?: ?\bcolon){1,2}(?: [a-f\d]{1,4}\b| (?:one|two|three|four|five|six|seven|eight|nine|oh|"
          r"zero)\b){1,4}){2,7}",
          flags=re.IGNORECASE),
    form("path", r"[\\/]",
          r"\b[A-Z]:[\\/](?:[^\\/:*?\"<>|\n]{1,60}[\\/]){1,12}[^\\/:*?\"<>|\s]{0,60}",
          r"(?<![\w.\\])\\\\[\w.-]{1,60}\\[^\s<>\"]{1,200}",
          r"(?<![\w.])(?:file:/{0,2})?(?:/(?:mnt|var|media|run)(?:/\w{1,10}){0,2})?/(?:home|Users|Volumes)/[^\s<>\"]{1,200}",
          r"\b(?:smb|ftp|sftp|afp|nfs)://[^\s<>\"]{3,200}",
          r"(?<![\w~])~\w{2,30}/[^\s<>\"]{0,200}", flags=re.IGNORECASE),
    form("path", ("slash",),
          r"\b(?:[a-z] colon|home|users)"
          r"(?: (?:back|forward)? ?slash(?: (?!(?:back|forward)?slash)[\w.]{1,30}){1,4}?){2,8}"
          r"(?: \w{1,30})?\b",
          flags=re.IGNORECASE),
    form("ip", r"\d\.\d{1,3}\.|:[0-9a-fA-F]{0,4}:|-[0-9a-fA-F]{2}-",
          r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)",
          # Whole, or shortened and public, private or of one link: those begin with a group of four.
          r"(?<![\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?!\w|:\w)",
          r"(?<![\w:])(?=[a-f:]{0,40}\d)[23f][0-9a-f]{3}(?::[0-9a-f]{1,4}){0,6}::"
          r"(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?(?!\w|:\w)",
          # Of a network card; only digits are a count.
          r"(?<![\w:-])(?=[\d:-]{0,16}[a-f])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:-])",
          flags=re.IGNORECASE),
)  # fmt: skip

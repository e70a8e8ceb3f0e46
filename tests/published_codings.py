"""Small published data sets on agreement, and what textbooks and other packages make of them.

A word is a unit, its letters or digits are the codes of the coders in order, a full stop is a code not given.
"""

import numpy as np


def values(units: str) -> np.ndarray:
    """Units by coders, digits as they are, letters as 1, 2, 3..., NaN where no code was given."""
    code = {".": np.nan} | {digit: float(digit) for digit in "0123456789"}
    code |= {letter: float(i) for i, letter in enumerate("abcdefgh", start=1)}
    return np.array([[code[sign] for sign in unit] for unit in units.split()])


def pairs(table: list[list[int]]) -> np.ndarray:
    """Units by two coders from their cross-classification; codes are 1, 2, 3..."""
    cells = np.asarray(table)
    return np.repeat(np.argwhere(cells >= 0), cells.ravel(), axis=0) + 1.0


# Krippendorff 2011, Computing Krippendorff's alpha-reliability, sections A to C
JON_HAN = values("01 11 01 00 00 00 00 01 10 00")
BEN_GERRY = values("ab aa bb bb db cc cc cc ee dd dd ad")
FOUR_OBSERVERS = values("11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.")
# Wikipedia, Krippendorff's alpha
THREE_CODERS = values(".1. ... .22 .11 .33 334 444 13. 2.2 1.1 1.1 3.3 3.3 ... 3.4")
# Hayes & Krippendorff 2007 (Commun Methods Meas 1:77), p. 84
HAYES = values(
    "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 "
    "212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. "
    "22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1"
)
# Krippendorff 1980, Content Analysis, p. 139; 2004, p. 227 and p. 246
KRIPPENDORFF_1980 = values("111 122 222 444 144 222 123 333 222")
KRIPPENDORFF_2004 = values("aa ab bb bb bb bb bc cc cc cc cc cc")
KRIPPENDORFF_2004_ALIKE = pairs([[12, 9, 9], [9, 14, 9], [9, 9, 20]])
KRIPPENDORFF_2004_APART = pairs([[12, 18, 18], [0, 14, 18], [0, 0, 20]])
# Gwet 2014, Handbook of Inter-Rater Reliability
GWET = {
    "four raters": FOUR_OBSERVERS,
    "five observers": values(
        "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1"
    ),
    "two groups": values("aa.a bbcb cccc cccc bbbb abcd dddd aaba bbbb .eee ..aa ..c. bbcb bacb"),
    "gender": values("aaac aabc aabc aacc abaa baaa bbbb bcbb cccc aaac aabc aabc aacc abaa baaa"),
    "ben and gerry": values("ab aa bb bb db cc cc cc ee d. dd ad"),
}
# irrCAC 0.4.4: alpha, AC1 or AC2, Fleiss, Conger, Brennan-Prediger
IRRCAC = {
    ("four raters", "identity"): (0.74342, 0.77544, 0.76117, 0.76282, 0.77273),
    ("four raters", "quadratic"): (0.84911, 0.914, 0.86494, 0.85771, 0.90152),
    ("four raters", "ordinal"): (0.83364, 0.89894, 0.85021, 0.84366, 0.88636),
    ("five observers", "identity"): (0.48053, 0.49662, 0.45762, 0.46927, 0.48741),
    ("five observers", "quadratic"): (0.77186, 0.83043, 0.75072, 0.76179, 0.80622),
    ("five observers", "ordinal"): (0.72348, 0.78534, 0.70122, 0.71312, 0.75941),
    ("two groups", "identity"): (0.63181, 0.6846, 0.65725, 0.65859, 0.67949),
    ("two groups", "quadratic"): (0.7981, 0.90073, 0.82012, 0.80932, 0.88141),
    ("two groups", "ordinal"): (0.77231, 0.87836, 0.79568, 0.7857, 0.85806),
    ("gender", "identity"): (0.14341, 0.20808, 0.12889, 0.16572, 0.18333),
    ("gender", "quadratic"): (0.0862, 0.14815, 0.07071, 0.12835, 0.04167),
    ("gender", "ordinal"): (0.09679, 0.15932, 0.08148, 0.13515, 0.07),
    ("ben and gerry", "identity"): (0.66489, 0.66144, 0.64935, 0.65714, 0.65909),
}
# irrCAC 0.4.4: standard errors of AC1, Fleiss, Conger, Brennan-Prediger, units drawn independently
IRRCAC_ERRORS = {
    "four raters": (0.14295, 0.15302, 0.14917, 0.14472),
    "five observers": (0.12197, 0.12045, 0.11666, 0.12089),
    "two groups": (0.13353, 0.14992, 0.146, 0.13624),
    "gender": (0.0907, 0.1405, 0.12121, 0.10196),
    "ben and gerry": (0.18396, 0.1913, 0.17943, 0.18527),
}
# Fleiss 1971 (Psychol Bull 76:378): 30 patients, 6 psychiatrists
FLEISS = values(
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 "
    "224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 "
    "133333 555555"
)
# Wikipedia, Fleiss' kappa: 10 subjects, 14 raters
FOURTEEN_RATERS = values(
    "eeeeeeeeeeeeee bbccccccddddee cccdddddeeeeee bbbcccccccccdd aabbccccccccde aaaaaaabbbbbbb "
    "aaabbccccccddd aabbbbbcccddee aaaaaabbbbbccd bbccdddeeeeeee"
)
# Cross-classifications of two coders
ABSTRACTORS = pairs([[13, 0, 0], [0, 20, 7], [0, 4, 56]])  # Gwet 2014
DIAGNOSES = pairs([[40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]])  # Gwet 2014
COHEN_37 = pairs([[25, 12, 3], [13, 2, 15], [12, 16, 2]])  # Cohen 1960, p. 37
COHEN_45 = pairs([[88, 14, 18], [10, 40, 10], [2, 6, 12]])  # Cohen 1960, p. 45
PARADOX = pairs([[80, 7], [8, 5]])
LIKERT_4 = pairs([[20, 5, 1, 0], [4, 15, 6, 1], [0, 5, 18, 4], [0, 1, 3, 12]])
LIKERT_5 = pairs([[15, 4, 1, 0, 0], [3, 12, 4, 1, 0], [1, 3, 14, 3, 1], [0, 1, 3, 10, 2], [0, 0, 1, 2, 8]])
WINNIPEG = pairs([[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]])  # Landis & Koch 1977
NEW_ORLEANS = pairs([[5, 3, 0, 0], [3, 11, 4, 0], [2, 13, 3, 4], [1, 2, 4, 14]])
COUPLES = pairs([[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]])  # Hout, Duncan & Sobel 1987

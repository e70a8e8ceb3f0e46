"""Every coefficient of one theme, or of sets of themes, with its interval or the reason why there is none."""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from peerstudy.agree import alpha, coefficients, distances, theme_sets, unitizing
from peerstudy.agree.coincidences import Coincidences, from_values
from peerstudy.agree.disagreement import Disagreement, quotient
from peerstudy.agree.readings import Bools, Readings
from peerstudy.statistics import jackknife

Floats = NDArray[np.float64]
Row = dict[str, str | int | float]

MARKS = distances.nominal(2)
OF_THEMES: dict[str, Callable[[Coincidences], Disagreement]] = {
    "agreement": partial(coefficients.raw, distance=MARKS),
    "positive": partial(coefficients.specific, category=1),
    "negative": partial(coefficients.specific, category=0),
    "alpha": alpha.nominal,
    "cohen": partial(coefficients.cohen, distance=MARKS),
    "fleiss": partial(coefficients.fleiss, distance=MARKS),
    "conger": partial(coefficients.conger, distance=MARKS),
    "brennan_prediger": partial(coefficients.brennan_prediger, distance=MARKS),
    "pabak": partial(coefficients.pabak, distance=MARKS),
    "ac1": partial(coefficients.gwet, distance=MARKS),
}
OF_PASSAGES = {"alpha_u": unitizing.alpha_u}
OF_SETS: dict[str, Callable[[Bools], Floats]] = {
    "alpha_sets": lambda sets: distances.nominal(len(sets)),
    "alpha_jaccard": distances.jaccard,
    "alpha_masi": distances.masi,
}
TWO_CODERS = ("cohen", "pabak")
PROPORTIONS = ("agreement", "positive", "negative")
# Of which chance hangs on how often each mark is given.
BY_CHANCE = ("alpha", "cohen", "fleiss", "conger", "ac1")

UNREAD = "nothing was read by two coders"
TWO_ONLY = "for two coders only"
NOWHERE = "no coder found the theme"
EVERYWHERE = "every coder found the theme everywhere"
SAME = "every coder gave the same set everywhere"


def of_theme(readings: Readings, theme: int, names: Iterable[str], *, level: float) -> list[Row]:
    """Coefficients of one theme.

    Parameters
    ----------
    readings
        Units that two or more coders read.
    theme
        Its number in `readings.marks`.
    names
        Coefficients wanted; those that are not of single themes are passed over.
    level
        Of the intervals, such as .95.

    Returns
    -------
    list
        A row a coefficient: coefficient, units, prevalence, observed, estimate, low, high, reason.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.
    """
    marks = readings.marks[:, :, theme]
    values = np.where(readings.read, marks, np.nan)
    sums = from_values(values, categories=[0, 1], clusters=readings.people, weights=readings.sizes)
    prevalence = _share(marks, readings)
    never = jackknife.never(*np.diagonal(sums.whole().matrix))
    why = UNREAD if not len(marks) else NOWHERE if prevalence == 0 else EVERYWHERE
    rows = []
    for name in names:
        if name in OF_THEMES:
            method = OF_THEMES[name]
            reason = TWO_ONLY if name in TWO_CODERS and marks.shape[1] != 2 else why
            rows.append(_row(name, method(sums.whole()), method(sums.without()), reason, level))
            if name in BY_CHANCE and not rows[-1]["reason"] and never:
                rows[-1] |= {"low": np.nan, "high": np.nan, "reason": never}
        elif name in OF_PASSAGES:
            squares = unitizing.squares(marks, readings.sizes, readings.follows, readings.people)
            text = unitizing.Continuum(sums.matrix, squares if len(squares) else np.zeros(1))
            method_u = OF_PASSAGES[name]
            rows.append(_row(name, method_u(text.whole()), method_u(text.without()), why, level))
    return [{"units": int(readings.sizes.sum()), "prevalence": prevalence, **row} for row in rows]


def of_sets(readings: Readings, themes: list[int], names: Iterable[str], *, level: float) -> list[Row]:
    """Coefficients of all themes of a unit together.

    Parameters
    ----------
    readings
        Units that two or more coders read.
    themes
        Their numbers in `readings.marks`.
    names
        Coefficients wanted; those that are not of sets are passed over.
    level
        Of the intervals, such as .95.

    Returns
    -------
    list
        Rows as of `of_theme`; `prevalence` is the share of readings that found any theme.

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.
    """
    marks = readings.marks[:, :, themes]
    codes, sets = theme_sets.distinct(marks, readings.read)
    prevalence = _share(np.asarray(marks.any(axis=2)), readings)
    why = SAME if len(marks) else UNREAD
    rows = []
    for name in names:
        if name in OF_SETS:
            distance = OF_SETS[name](sets)
            sums = theme_sets.from_sets(codes, distance=distance, clusters=readings.people)
            whole, without = (
                theme_sets.alpha(sums.whole(), distance),
                theme_sets.alpha(sums.without(), distance),
            )
            rows.append(_row(name, whole, without, why, level))
    return [{"units": int(readings.sizes.sum()), "prevalence": prevalence, **row} for row in rows]


def _share(marks: Bools, readings: Readings) -> float:
    """Share of all readings, by size, that found something."""
    sizes = readings.sizes[:, None]
    return float(quotient(np.asarray((marks * sizes).sum()), np.asarray((readings.read * sizes).sum())))


def _row(name: str, whole: Disagreement, without: Disagreement, why: str, level: float) -> Row:
    """One coefficient; `why` it is undefined, if it is."""
    estimate = whole.estimate
    interval = jackknife.interval(estimate, without.estimate, level=level)
    undefined = bool(np.isnan(estimate))
    return {
        "coefficient": name,
        "observed": np.nan if undefined else 1 - float(whole.observed),
        "estimate": float(estimate),
        "low": float(np.maximum(interval.low, 0.0 if name in PROPORTIONS else -1.0)),
        "high": float(interval.high),
        "reason": why if undefined else str(interval.reason),
    }

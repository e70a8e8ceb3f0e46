"""Curves and thresholds: whose they are."""

import numpy as np
from scipy.special import expit

from peerstudy.coders import tuning


def test_segments_chosen_because_a_coder_was_unsure_move_no_threshold() -> None:
    """A rare theme keeps the threshold that the talk asks for; taken with the chosen it would not."""
    rng = np.random.default_rng(7)
    odds = rng.normal(-3, 1.5, size=30_000)
    labels = (rng.random(len(odds)) < expit(odds)).astype(float)
    drawn = np.arange(2_000)
    unsure = 2_000 + np.argsort(np.abs(odds[2_000:]), kind="stable")[:1_500]

    def cut(rows: np.ndarray, fair: np.ndarray) -> float:
        fold = np.arange(len(rows)) % 5
        scores = np.broadcast_to(odds[rows][:, None], (5, len(rows), 1))
        return float(tuning.tune(scores, labels[rows][:, None], fold, fair).thresholds[-1, 0])

    both = np.concatenate([drawn, unsure])
    right = cut(drawn, np.ones(len(drawn), dtype=bool))
    assert abs(cut(both, np.arange(len(both)) < len(drawn)) - right) < 0.03
    assert abs(cut(both, np.ones(len(both), dtype=bool)) - right) > 0.06


def test_where_nothing_stands_for_the_talk_all_segments_set_the_threshold() -> None:
    """Suggested segments alone still give a threshold."""
    rng = np.random.default_rng(8)
    scores = np.broadcast_to(rng.normal(size=(200, 1)), (5, 200, 1))
    labels = (rng.random((200, 1)) < expit(scores[0])).astype(float)
    given = (scores, labels, np.arange(200) % 5)
    none = tuning.tune(*given, np.zeros(200, dtype=bool)).thresholds
    np.testing.assert_array_equal(none, tuning.tune(*given, np.ones(200, dtype=bool)).thresholds)


def test_a_curve_is_right_for_the_talk_though_most_of_it_was_chosen_for_being_hard() -> None:
    """Chosen segments whose score misleads: the talk gets its own share of the theme, not theirs."""
    rng = np.random.default_rng(9)
    scores, hidden = rng.normal(-2, 1.5, size=20_000), rng.normal(0, 2, size=20_000)
    labels = (rng.random(len(scores)) < expit(scores + hidden)).astype(float)
    # A better model than the one that scores chose what to read: where it was unsure, the theme is likelier.
    unsure = 500 + np.argsort(np.abs(scores[500:] + hidden[500:]), kind="stable")[:2_000]
    rows = np.concatenate([np.arange(500), unsure])
    given = (np.broadcast_to(scores[rows][:, None], (5, len(rows), 1)), labels[rows][:, None])
    fair = np.arange(len(rows)) < 500

    def error(fair: np.ndarray) -> float:
        curve = tuning.tune(*given, np.arange(len(rows)) % 5, fair).curves[-1][0]
        assert curve is not None
        return abs(float(curve(scores).mean() - labels.mean()))

    assert error(fair) < 0.6 * error(np.ones(len(rows), dtype=bool))

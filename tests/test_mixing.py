"""Several coders weighed as one: when the mean is kept, and what it never sees."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array
from talk import THEMES, codebook, study, unmatched

from peerstudy.coders import mixing, pooled, ridge, tuning
from peerstudy.coders.blend import Blend, blend
from peerstudy.coders.vectors import key
from peerstudy.tables import TableError

CHOICES: dict[str, Any] = {
    "language": "en",
    "most": {"words": 300, "letters": 300, "neighbours": 50},
    "weight": {"letters": 0.7, "neighbours": 0.4, "place": 0.5, "patterns": 1.0},
    "runs": (2, 5),
    "sentences": {"points": 100, "gamma": 1.0, "own": 1.0, "neighbours": 0.5, "patterns": 0.7},
    "beside": [],
    "lessons": {
        "coder": "A",
        "penalty": 1.0,
        "folds": 4,
        "seed": 1,
        "least": {"segments": 10, "people": 4, "kappa": 0.2},
    },
    "floor": 0.05,
}


def scores(signal: float, truth: Any, rng: np.random.Generator, folds: int) -> Any:
    """The same noisy score of one theme for every model."""
    return np.broadcast_to((signal * truth + rng.normal(size=len(truth)))[:, None], (folds, len(truth), 1))


def situation(first: float, second: float, *, seed: int) -> tuple[Any, ...]:
    """Two coders of given strength on 40 people, and the weights for the whole."""
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(40), 25)
    truth = (rng.random(1000) < 0.3).astype(float)
    both = [scores(first, truth, rng, 5), scores(second, truth, rng, 5)]
    made = mixing.mix(both, truth[:, None], person % 5, person, np.ones(len(person), dtype=bool))
    return made, both, truth, person % 5


def test_two_coders_that_know_different_things_are_averaged() -> None:
    """Independent witnesses of like strength share the weight, and the mean loses less than either."""
    made, both, truth, _ = situation(1.5, 1.5, seed=3)
    assert 0.3 <= made.weights[-1, 0, 0] <= 0.7
    mixed = made.mixed([each[0] for each in both], 5)[:, 0]

    def error(score: Any) -> float:
        return float(np.mean((score > np.quantile(score, 0.7)) != truth))

    assert error(mixed) < min(error(each[0, :, 0]) for each in both) - 0.01


def test_a_coder_that_knows_nothing_has_no_weight() -> None:
    """One coder is as good as any mean with noise: it stands alone, in every fold's model."""
    made, *_ = situation(1.5, 0.0, seed=4)
    assert made.weights[:, 0].tolist() == [[1.0, 0.0]] * 6


def test_the_same_coder_twice_is_no_gain() -> None:
    """Two coders that say the same are not averaged."""
    rng = np.random.default_rng(5)
    truth = (rng.random(400) < 0.3).astype(float)
    one = scores(1.0, truth, rng, 5)
    person = np.arange(400) // 10
    made = mixing.mix([one, one], truth[:, None], person % 5, person, np.ones(len(person), dtype=bool))
    assert made.weights[:, 0].max(axis=1).tolist() == [1.0] * 6


def test_a_theme_that_cannot_be_learned_has_no_curve() -> None:
    """A theme that nobody was given has no weight and a score of nothing."""
    rng = np.random.default_rng(6)
    truth = np.zeros(100)
    person = np.arange(100) // 5
    made = mixing.mix(
        [scores(1.0, truth, rng, 5)] * 2, truth[:, None], person % 5, person, np.ones(len(person), dtype=bool)
    )
    assert made.curves[-1] == [None] and made.weights.sum() == 0


def test_the_weights_of_a_fold_never_see_its_labels() -> None:
    """Turning every label of fold 0 round changes neither its curves nor its weights nor its threshold."""
    rng = np.random.default_rng(7)
    person = np.repeat(np.arange(20), 20)
    fold = person % 4
    features = csr_array(rng.normal(size=(400, 6)))
    labels = (features.toarray()[:, :1] + rng.normal(size=(400, 1)) > 0.8).astype(float)
    turned = np.where((fold == 0)[:, None], 1 - labels, labels)

    def told(known: Any) -> tuple[Any, Any, Any]:
        both = [
            ridge.left_out(features[:, part], known, fold, penalty=1.0)[0] for part in (slice(3), slice(6))
        ]
        made = mixing.mix(both, known, fold, person, np.ones(len(fold), dtype=bool))
        mixed = np.stack([made.mixed([each[f] for each in both], f) for f in range(4)])
        return (
            made.curves[0],
            made.weights[0].tolist(),
            tuning.tune(mixed, known, fold, np.ones(len(fold), dtype=bool)).thresholds[0].tolist(),
        )

    assert told(labels) == told(turned)


def blended(made: dict[str, pd.DataFrame], vectors: Any, untaught: Any = None, **choices: Any) -> Blend:
    rest = [made[name] for name in ("hand", "coverage", "sample", "suggested", "roster")]
    given = {**CHOICES, **choices}
    return blend(
        made["segments"], made["turns"], vectors, codebook(), unmatched(), *rest, untaught or {}, **given
    )


def vectors(made: dict[str, pd.DataFrame], seed: int) -> Any:
    """Themes' words in a text, with noise."""
    rng = np.random.default_rng(seed)
    texts = sorted(set(made["turns"]["text"]))
    told = np.array([[any(w in t for w in words) for words in THEMES.values()] for t in texts], dtype=float)
    noisy = (told + rng.normal(scale=0.4, size=told.shape)).astype(np.float32)
    return {key(text): vector for text, vector in zip(texts, noisy, strict=True)}


def test_a_blend_codes_people_left_out() -> None:
    """Words and vectors together find the themes; weights sum to one for each theme."""
    made = study(16, 30, seed=2)
    found = blended(made, vectors(made, 1))
    machine = set(found.coded.codes.query("coded & theme == 'coping'")["segment"])
    people = set(made["hand"].query("theme == 'coping'")["segment"])
    assert len(machine & people) / len(machine | people) > 0.85
    assert found.coded.codes.query("coded & theme == 'travel'")["evidence"].str.contains("bus|petrol").any()
    np.testing.assert_allclose(found.weights.groupby("theme")["weight"].sum(), 1)


def test_a_coder_that_sees_no_hand_code_can_be_weighed() -> None:
    """A perfect one takes the weight; one that did not run is asked for by name."""
    made = study(16, 30, seed=2)
    perfect = made["hand"].assign(probability=1.0)
    found = blended(made, vectors(made, 1), {"patterns": perfect}, beside=["patterns"])
    weight = found.weights.set_index(["theme", "coder"])["weight"]
    assert weight["coping", "patterns"] > 0.5
    with pytest.raises(TableError, match="blend: definitions did not run"):
        blended(made, vectors(made, 1), beside=["definitions"])


def test_no_code_of_a_person_bears_on_that_persons_codes() -> None:
    """Turning one person's hand codes upside down leaves the blend of their segments alone."""
    made = study(12, 20, seed=2)
    own = made["segments"].loc[made["segments"]["participant"] == "P03", "segment"]
    hand = made["hand"]
    everything = pd.DataFrame({"segment": own}).merge(pd.DataFrame({"theme": [*THEMES]}), how="cross")
    rest = hand[~hand["segment"].isin(own)]
    turned = pd.concat([rest, everything.assign(coder="A")], ignore_index=True)
    found = []
    for each in (hand, turned):
        codes = blended({**made, "hand": each}, vectors(made, 1)).coded.codes
        found.append(codes[codes["segment"].isin(own)].reset_index(drop=True).drop(columns="evidence"))
    pd.testing.assert_frame_equal(*found)


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        (1, "NOT SUPPORTED: about 9 more coded segments of 3 more people"),
        (0, "NOT SUPPORTED: about 10 more coded segments of 4 more people"),
        (None, "NOT SUPPORTED: kappa with people not seen is undefined"),
    ],
)
def test_abstains_where_hand_codes_do_not_support_a_theme(kept: int | None, reason: str) -> None:
    """One example, none, or all segments: no rows, and what is missing is said."""
    made = study(12, 20, seed=2)
    hand = made["hand"].query("theme != 'coping'")
    own = made["segments"][["segment"]].assign(theme="coping", coder="A")[:kept]
    found = blended({**made, "hand": pd.concat([hand, own])}, vectors(made, 1)).coded
    assert found.themes.set_index("theme").loc["coping", "reason"].startswith(reason)
    assert "coping" not in set(found.codes["theme"]) | set(found.people["theme"])


def test_an_empty_codebook_is_refused() -> None:
    """Nothing to code by is an error, not an empty result."""
    made = study(6, 5, seed=2)
    rest = [made[name] for name in ("hand", "coverage", "sample", "suggested", "roster")]
    with pytest.raises(TableError, match="it has no theme"):
        blend(made["segments"], made["turns"], {}, codebook()[:0], unmatched(), *rest, {}, **CHOICES)


def test_what_stands_as_given_is_zero_where_nothing_is_said() -> None:
    """Absent rows of a coder that learns nothing are zeros; themes of no interest are passed over."""
    codes = pd.DataFrame({"segment": ["a", "b"], "theme": ["x", "other"], "probability": [0.7, 0.9]})
    learn = pooled.as_given(codes, ["x"])
    segments = pd.DataFrame({"segment": ["a", "b"]})
    lesson: Any = type("L", (), {"taught": np.array([True, True]), "fold": np.array([0, 1])})
    given, score = learn(segments, lesson)
    assert given.shape == (2, 2, 1) and given[1].ravel().tolist() == [0.7, 0.0]
    assert score(segments, np.zeros(2, dtype=np.int64))[0].ravel().tolist() == [0.7, 0.0]

"""Groups of people compared: known answers, families, refusals, and what machine codes may not claim."""

import numpy as np
import pytest
from small_cohort import codebook, presence, roster

from peerstudy import tables
from peerstudy.compare import comparing, contrasts, denominators, groups, omnibus, pairing, withholding
from peerstudy.statistics import exact2x2

CHOICES = {
    "comparisons": {"left against stayed": ["left", "stayed"]},
    "primary": ["tea"],
    "level": 0.95,
    "gamma": 0,
    "smallest_group": 3,
    "strata": "",
    "families": "",
    "permutations": 999,
    "seed": 1,
    "expected_positives": 10,
    "hand_positives": 3,
    "heard": 0.5,
}


def compared(grid, people, book, **changed):
    corrected = changed.pop("corrected", tables.empty("corrected"))
    frame = contrasts.contrasts(grid, book, people, corrected, **{**CHOICES, **changed})
    return frame.set_index(["theme", "measure", "estimator"])


@pytest.fixture
def people():
    return roster(12, 26)


@pytest.fixture
def grid(people):
    """Nine of 12 who left and eight of 26 who stayed speak of tea; of the bus everybody a little."""
    tea = np.array([4] * 9 + [0] * 3 + [1] * 8 + [0] * 18)
    return presence(people, {"tea": tea, "bus": np.arange(38) % 5 + 1})


def test_presence_is_the_exact_test_with_its_score_interval(grid, people):
    """9/12 against 8/26: p .01346, interval .0974 to .6824 (Miettinen-Nurminen)."""
    row = compared(grid, people, codebook("tea", "bus")).loc[("tea", "presence", "hand")]
    assert (row["present_a"], row["people_a"], row["present_b"], row["people_b"]) == (9, 12, 8, 26)
    assert round(row["p"], 5) == 0.01346
    assert [round(row[end], 4) for end in ("low", "high")] == [0.0974, 0.6824]


def test_salience_permutes_people(grid, people):
    """The difference of mean shares stands inside its interval, and p says as much as the interval."""
    row = compared(grid, people, codebook("tea", "bus")).loc[("tea", "salience", "hand")]
    assert row["estimate"] == pytest.approx(9 * 0.2 / 12 - 8 * 0.05 / 26)
    assert row["low"] < row["estimate"] < row["high"]
    assert (row["p"] <= 0.05) == (row["low"] > 0)


def test_raw_and_adjusted_and_number_stand_together(grid, people):
    """An adjusted p-value is never under the raw one, and whoever has one has the number tested."""
    frame = compared(grid, people, codebook("tea", "bus", "cake"), primary=["tea", "bus"])
    tested = frame[frame["p"].notna()]
    assert (tested["p_adjusted"] >= tested["p"]).all()
    assert tested["tested"].notna().all()
    assert frame[frame["p"].isna()]["p_adjusted"].isna().all()
    assert set(tested["family"]) == {"primary"}


def test_a_theme_that_is_tested_alone_has_nothing_to_be_adjusted_for(grid, people):
    """One declared theme: the p-value of its own test, not that of another one by permutation."""
    frame = compared(grid, people, codebook("tea", "bus", "cake"), primary=["tea"])
    alone = frame.loc["tea"]
    alone = alone[alone["p"].notna()]
    assert len(alone) == 2
    assert (alone["tested"] == 1).all() and (alone["p_adjusted"] == alone["p"]).all()


def test_swapping_the_groups_negates_the_difference(grid, people):
    """What is more in one group is less in the other, with the same p."""
    there = compared(grid, people, codebook("tea", "bus"))
    back = compared(
        grid, people, codebook("tea", "bus"), comparisons={"left against stayed": ["stayed", "left"]}
    )
    assert np.allclose(there["estimate"], -back["estimate"])
    assert np.allclose(there["low"], -back["high"], atol=1e-6)
    assert np.allclose(there["p"], back["p"])


def test_a_theme_that_does_not_apply_is_no_absence(grid, people):
    """People never asked leave the denominator and are accounted for."""
    grid.loc[(grid["theme"] == "tea") & (grid["participant"] == "S26"), "asked"] = False
    frame = compared(grid, people, codebook("tea", "bus"))
    assert frame.loc[("tea", "presence", "hand"), "people_b"] == 25
    told = denominators.denominators(grid, people, frame.reset_index(), families="")
    row = told[(told["theme"] == "tea") & (told["group"] == "stayed")].iloc[0]
    assert (row["people"], row["never_asked"], row["counted"]) == (26, 1, 25)


@pytest.mark.parametrize("present", [True, False])
@pytest.mark.parametrize(
    ("of", "left_out", "speaking"),
    [
        ("asked", "never_asked", "unasked_speaking"),
        ("applies", "does_not_apply", "inapplicable_speaking"),
    ],
)
def test_who_speaks_of_a_theme_and_does_not_count_is_told(grid, people, present, of, left_out, speaking):
    """Counting the unasked who speak of it would count none who would not; applies_to may be a slip."""
    one = (grid["theme"] == "tea") & (grid["participant"] == "S26")
    grid.loc[one, [of, "present"]] = [False, present]
    frame = compared(grid, people, codebook("tea", "bus"))
    told = denominators.denominators(grid, people, frame.reset_index(), families="")
    row = told[(told["theme"] == "tea") & (told["group"] == "stayed")].iloc[0]
    assert (row[left_out], row[speaking], row["counted"]) == (1, int(present), 25)


def test_machine_codes_get_no_p_value(people, grid):
    """Uncorrected machine codes show their difference and a reason instead of a p-value."""
    frame = compared(grid.assign(estimator="machine"), people, codebook("tea", "bus"))
    assert frame["p"].isna().all()
    assert frame["estimate"].notna().all()
    assert frame["reason"].str.startswith("uncorrected machine codes").all()


def test_corrected_codes_are_withheld_where_positives_are_few(people, grid):
    """Fewer than ten segments with the theme expected in a group: no estimate, and the reason in words."""
    corrected = grid[["participant", "theme", "segments"]].assign(
        salience=grid["share"] / 4, positives=1, effective_labels=50.0, confirmed=1, open=False
    )
    frame = compared(grid.assign(estimator="corrected"), people, codebook("tea", "bus"), corrected=corrected)
    tea, bus = frame.loc[("tea", "salience", "corrected")], frame.loc[("bus", "salience", "corrected")]
    assert tea["reason"] == "withheld: 2 positives expected in a group, fewer than 10"
    assert np.isnan(tea["estimate"])
    assert np.isnan(tea["p"])
    assert bus["reason"] == "withheld: 8.2 positives expected in a group, fewer than 10"
    corrected["salience"] *= 4
    bus = compared(
        grid.assign(estimator="corrected"), people, codebook("tea", "bus"), corrected=corrected
    ).loc[("bus", "salience", "corrected")]
    assert bus["reason"] == ""
    assert bus["effective_labels"] == 50


def test_verified_presence_is_withheld_where_readers_saw_few_mentions(people, grid):
    """Half of a group's mentions must have been seen, unless readers settled it for everybody."""
    held = grid[grid["theme"] == "bus"].assign(estimator="verified", share=np.nan)
    corrected = held[["participant", "theme", "segments"]].assign(
        salience=held["coded"] / held["segments"], positives=1, effective_labels=50.0
    )
    held["present"] = held["participant"] != "L1"
    few = "withheld: readers saw 6.6 of about 33 mentions in a group"
    for seen, silent, reason in ((1.0, True, ""), (0.2, True, few), (0.2, False, "")):
        sampled = corrected.assign(confirmed=held["coded"] * seen, unread=30 if silent else 0)
        frame = compared(held, people, codebook("bus"), corrected=sampled, primary=["bus"])
        row = frame.loc[("bus", "presence", "verified")]
        assert row["reason"].split(",")[0] == reason
        assert np.isnan(row["estimate"]) == bool(reason)
        assert row["people_a"] == 12
        assert np.isnan(row["p"]) == bool(reason) or row["reason"].startswith("everybody")


def test_families_in_both_groups_are_left_out_and_counted(grid):
    """A family that crosses groups cannot be moved whole: its people are listed, not compared."""
    people = roster(12, 26, family_name=["x", *[f"f{i}" for i in range(36)], "x"])
    frame = compared(grid, people, codebook("tea", "bus"), families="family_name")
    assert pairing.crossing(people, ["left", "stayed"], "family_name") == ["L1", "S26"]
    row = frame.loc[("tea", "presence", "hand")]
    assert (row["people_a"], row["people_b"]) == (11, 25)
    told = denominators.denominators(grid, people, frame.reset_index(), families="family_name")
    assert set(told["family_in_both"]) == {1}


def test_people_who_belong_together_are_not_independent():
    """Families of three who say the same, no difference: the exact test alone errs often, ours does not."""
    people = roster(12, 24, house=[f"h{i // 3}" for i in range(36)])
    rng, naive, ours = np.random.default_rng(8), [], []
    for _ in range(60):
        said = np.repeat(rng.random(12) < 0.5, 3).astype(int)
        naive.append(exact2x2.suissa_shuster(said[:12].sum(), 12, said[12:].sum(), 24, gamma=0))
        grid = presence(people, {"tea": said})
        frame = compared(grid, people, codebook("tea"), permutations=99, families="house")
        ours.append(frame.loc[("tea", "presence", "hand"), "p"])
    assert np.mean(np.array(naive) <= 0.05) > 0.15
    assert np.mean(np.array(ours) <= 0.05) < 0.1
    assert frame["method"].iloc[0].endswith("permutation of whole families, where that says less")


def test_labels_move_within_strata_only():
    """What sites explain is no difference between groups; without strata it looks like one."""
    people = roster(12, 12, site=["north"] * 10 + ["south"] * 2 + ["north"] * 2 + ["south"] * 10)
    north = (people["site"] == "north").to_numpy()
    wobble = np.random.default_rng(5).integers(0, 3, 24)
    grid = presence(people, {"tea": 10 * north + wobble}, segments=40)
    naive = compared(grid, people, codebook("tea")).loc[("tea", "salience", "hand")]
    within = compared(grid, people, codebook("tea"), strata="site").loc[("tea", "salience", "hand")]
    assert naive["p"] < 0.01
    assert within["p"] > 0.2


def test_a_difference_between_sites_is_none_between_groups():
    """All of one site speak of it and nearly nobody of the other, and each group has most people at one."""
    people = roster(20, 18, site=["north"] * 15 + ["south"] * 5 + ["north"] * 5 + ["south"] * 13)
    said = [1] * 14 + [0] + [0] * 5 + [1] * 5 + [0] * 12 + [1]

    crude, within = (
        compared(presence(people, {"tea": said}), people, codebook("tea"), strata=strata).loc[
            ("tea", "presence", "hand")
        ]
        for strata in ("", "site")
    )

    assert crude["p"] < 0.05
    assert crude["low"] > 0
    assert within["p"] > 0.5
    assert within["low"] < 0 < within["high"]
    assert within["method"].endswith("within strata, where these say less")


def test_groups_that_no_stratum_brings_together_are_not_alike():
    """Who left lives in the north, who stayed in the south: they differ, and nobody can be compared."""
    people = roster(6, 6, site=["north"] * 6 + ["south"] * 6)
    grid = presence(people, {"tea": [*range(7, 13), *range(1, 7)]})
    row = compared(grid, people, codebook("tea"), strata="site").loc[("tea", "salience", "hand")]
    assert row["reason"] == "no stratum holds people of both groups, so nobody can be compared within one"


SPLIT = ["north"] * 8 + ["south"] * 2 + ["south"] * 2 + ["west"] * 8


def test_who_has_nobody_beside_them_is_not_counted_in_a_difference_within_strata():
    """Of ten and ten people two and two live where both groups do; of the others nothing is compared."""
    people = roster(10, 10, site=SPLIT)
    grid = presence(people, {"tea": [*range(3, 13), *range(1, 11)]})
    made = compared(grid, people, codebook("tea"), strata="site")
    row = made.loc[("tea", "salience", "hand")]
    assert (row["people_a"], row["people_b"]) == (2, 2)
    assert np.isnan(row["estimate"])
    assert row["reason"].endswith("in strata that hold both groups: left (2), stayed (2)")
    assert made.loc[("tea", "presence", "hand"), "people_a"] == 10  # compared with all people


def test_shares_differ_by_one_at_most():
    """Three against three can never reject: the interval is everything there is, not more."""
    people = roster(3, 3)
    frame = compared(presence(people, {"tea": [5, 6, 7, 1, 2, 3]}), people, codebook("tea"))
    assert frame.loc[("tea", "salience", "hand"), ["low", "high"]].tolist() == [-1, 1]


def test_an_unknown_attribute_is_named_with_the_known_ones(grid, people):
    """The message says which attributes there are."""
    with pytest.raises(tables.TableError, match=r"'sites' is no attribute .* Attributes: participant"):
        compared(grid, people, codebook("tea", "bus"), strata="sites")


@pytest.mark.parametrize("attribute", ["strata", "families"])
def test_every_comparison_names_an_attribute_that_nobody_has(grid, people, attribute):
    """Steps have settings of their own, and each may misspell them."""
    settings = {"strata": "", "families": "", "permutations": 9, "seed": 1, attribute: "sites"}
    with pytest.raises(tables.TableError, match="'sites' is no attribute of people"):
        pairing.pairing(grid, people, ["left", "stayed"], ["tea"], **settings)


def test_who_is_counted_names_a_family_that_nobody_has(grid, people):
    """Tables beside a comparison are told of a slip as the comparison is."""
    made = compared(grid, people, codebook("tea", "bus")).reset_index()
    with pytest.raises(tables.TableError, match="'hous' is no attribute of people"):
        denominators.denominators(grid, people, made, families="hous")
    with pytest.raises(tables.TableError, match="'hous' is no attribute of people"):
        groups.groups(grid, people, made, level=0.95, families="hous")


def test_groups_give_counts_and_means(grid, people):
    """Presence counts people; salience is their mean share."""
    made = compared(grid, people, codebook("tea")).reset_index()
    frame = groups.groups(grid, people, made, level=0.95, families="")
    row = frame.set_index(["measure", "group"]).loc[("salience", "left")]
    assert row["estimate"] == pytest.approx(0.15)
    assert row["low"] < 0.15 < row["high"]


def test_limits_of_a_mean_share_are_shares(people):
    """Eight of 12 of whom one speaks of nothing else, and one of 26 who does not: none under 0 or above 1."""
    grid = presence(people, {"tea": [20] + [1] * 7 + [0] * 4 + [0] + [20] * 25})
    made = compared(grid, people, codebook("tea")).reset_index()
    frame = groups.groups(grid, people, made, level=0.95, families="").set_index(["measure", "group"])
    assert frame.loc[("salience", "left"), "low"] == 0
    assert frame.loc[("salience", "stayed"), "high"] == 1


def test_a_mean_share_that_few_make_has_no_interval(people):
    """Seven of twelve speak of it: their mean is told, and not how near it is."""
    grid = presence(people, {"tea": [4] * 7 + [0] * 5 + [4] * 8 + [0] * 18})
    made = compared(grid, people, codebook("tea")).reset_index()
    frame = groups.groups(grid, people, made, level=0.95, families="").set_index(["measure", "group"])

    assert frame.loc[("salience", "left"), "estimate"] > 0.1
    assert frame.loc[("salience", "left"), ["low", "high"]].isna().all()
    assert frame.loc[("salience", "stayed"), ["low", "high"]].notna().all()


@pytest.fixture
def three():
    people = roster(12, 24)
    people.loc[24:, "group"] = "never"
    rise = np.repeat([0, 3, 6], 12) + np.arange(36) % 3
    return people, presence(people, {"tea": rise, "bus": np.arange(36) % 4}, segments=30)


def test_more_than_two_groups_are_tested_at_once(three):
    """A theme that rises along three groups is found by both tests, one that does not by neither."""
    people, grid = three
    held = {"all": ["left", "stayed", "never"]}
    frame = omnibus.omnibus(
        grid,
        codebook("tea", "bus"),
        people,
        sets=held,
        trends=held,
        strata="",
        families="",
        permutations=999,
        seed=1,
        smallest_group=3,
    ).set_index(["theme", "measure", "test"])
    assert frame.loc[("tea", "salience", "trend"), "p"] == 0.001
    assert frame.loc[("tea", "salience", "any difference"), "p_adjusted"] < 0.01
    assert frame.loc[("bus", "salience", "any difference"), "p"] > 0.2
    assert frame.loc[("tea", "salience", "trend"), "tested"] == 2


def test_shares_of_several_groups_are_not_compared_where_few_of_one_speak(three):
    """Two of twelve are most of their mean; whether people speak of it at all is compared."""
    people, _ = three
    grid = presence(people, {"tea": [9, 8] + [0] * 10 + [1] * 24}, segments=30)
    fixed = {"strata": "", "families": "", "permutations": 99, "seed": 1, "smallest_group": 3}
    held = {"all": ["left", "stayed", "never"]}

    frame = omnibus.omnibus(grid, codebook("tea"), people, sets=held, trends={}, **fixed)

    by = frame.set_index("measure")
    assert by.loc["salience", "reason"].startswith("fewer than 3 people of a group who speak of it")
    assert np.isnan(by.loc["salience", "p"])
    assert by.loc["presence", "p"] < 0.05


def test_presence_in_several_groups_is_not_hidden_by_a_small_silent_one():
    """Four of 22, eight of 11 and none of three people speak of it: the others differ all the same."""
    people = roster(22, 14)
    people.loc[33:, "group"] = "never"
    grid = presence(people, {"tea": [1] * 4 + [0] * 18 + [1] * 8 + [0] * 6})
    choices = {"strata": "", "families": "", "permutations": 999, "seed": 1, "smallest_group": 3}
    held = {"all": ["left", "stayed", "never"]}
    frame = omnibus.omnibus(grid, codebook("tea"), people, sets=held, trends={}, **choices)
    assert frame.set_index("measure").loc["presence", "p"] < 0.02


@pytest.mark.parametrize("measure", ["presence", "salience"])
def test_a_difference_that_sites_hide_is_found_within_them(measure):
    """Who left speaks more of it at either site, and is most often where people speak little."""
    people = roster(18, 18, site=["north"] * 6 + ["south"] * 12 + ["north"] * 12 + ["south"] * 6)
    said = [8] * 5 + [7] + [4] * 6 + [0] * 6 + [7] * 2 + [4] * 6 + [0] * 4 + [0] * 6
    grid = presence(people, {"tea": said})
    fixed = {"families": "", "permutations": 999, "seed": 1, "smallest_group": 3}
    held = {"all": ["left", "stayed"]}
    crude, within = (
        omnibus.omnibus(grid, codebook("tea"), people, sets=held, trends={}, strata=strata, **fixed)
        .set_index("measure")
        .loc[measure, "p"]
        for strata in ("", "site")
    )
    assert crude > 0.05
    assert within < 0.05


def test_groups_of_one_family_alone_are_refused(three):
    """Where every family is in several groups, nobody is left to compare, and the reason says so."""
    people, grid = three
    held = {"all": ["left", "stayed", "never"]}
    joined = people.assign(family="one")
    fixed = {"strata": "", "families": "family", "permutations": 9, "seed": 1, "smallest_group": 3}
    frame = omnibus.omnibus(grid, codebook("tea", "bus"), joined, sets=held, trends=held, **fixed)

    assert frame["p"].isna().all()
    assert frame["reason"].str.startswith("fewer than 3 people").all()


def test_families_that_strata_part_are_named(three):
    """They cannot be reassigned together within a stratum."""
    people, grid = three
    apart = people.assign(house=[*"hh", *[""] * (len(people) - 2)], site=["n", *"s" * (len(people) - 1)])
    fixed = {"strata": "site", "families": "house", "permutations": 9, "seed": 1, "smallest_group": 3}
    held = {"all": ["left", "stayed", "never"]}
    with pytest.raises(tables.TableError, match=r"people of one 'house' are in several 'site': h; .* Hint: "):
        omnibus.omnibus(grid, codebook("tea", "bus"), apart, sets=held, trends={}, **fixed)


def test_a_group_that_nobody_is_in_is_named(three):
    """A slip in a name is no small group."""
    people, grid = three
    held = {"all": ["left", "stayd", "never"]}
    fixed = {"strata": "", "families": "", "permutations": 9, "seed": 1, "smallest_group": 3}
    with pytest.raises(tables.TableError, match=r"'all' names group 'stayd', which nobody is in .*'stayed'"):
        omnibus.omnibus(grid, codebook("tea", "bus"), people, sets=held, trends={}, **fixed)


def test_false_findings_stay_rare_where_no_group_differs():
    """400 cohorts without a difference: 5 % are called by people, far more by segments."""
    people = roster(12, 26)
    rng = np.random.default_rng(3)
    by_people, by_segments = [], []
    for run in range(400):
        coded = rng.binomial(60, rng.beta(1.35, 7.65, 38))
        grid = presence(people, {"tea": coded}, segments=60)
        two = pairing.pairing(
            grid, people, ["left", "stayed"], ["tea"], strata="", families="", permutations=199, seed=run
        )
        seen, drawn = two.statistics("salience")
        by_people.append(((np.abs(drawn) >= np.abs(seen)).sum() + 1) / 200 <= 0.05)
        x1, x2 = coded[:12].sum(), coded[12:].sum()
        p = (x1 + x2) / (38 * 60)
        z = (x1 / 720 - x2 / 1560) / np.sqrt(p * (1 - p) * (1 / 720 + 1 / 1560))
        by_segments.append(abs(z) > 1.96)
    assert 0.025 <= np.mean(by_people) <= 0.08
    assert np.mean(by_segments) > 0.3


def test_corrected_codes_are_withheld_where_no_p_value_is_small(people):
    """Of 38 people 30 are silent: in one of ten reassignments the group of eight is, and none is rarer."""
    people = roster(8, 30)
    coded = [11, 1] + [0] * 6 + [4, 6, 4, 5, 7, 3] + [0] * 24
    grid = presence(people, {"bus": coded}, estimator="corrected")
    corrected = grid[["participant", "theme", "segments"]].assign(
        salience=grid["share"], positives=3, effective_labels=50.0, confirmed=1, open=False
    )
    row = compared(grid, people, codebook("bus"), corrected=corrected, primary=["bus"]).loc[
        ("bus", "salience", "corrected")
    ]
    assert row["reason"].startswith("withheld: so many people are alike that ")
    assert np.isnan(row["p"])


def test_a_mean_share_that_one_or_two_people_make_is_not_compared():
    """Equal means, of few who speak much and of many who speak little: chance looks like a difference."""
    rng, people = np.random.default_rng(4), roster(12, 26)
    segments = 30
    shown, kept = [], []
    for _ in range(150):
        much = np.where(rng.random(12) < 0.2, rng.beta(2, 6, 12), 0)
        little = np.where(rng.random(26) < 0.9, rng.beta(2, 34, 26), 0)
        said = rng.binomial(segments, np.concatenate([much, little]))
        two = pairing.pairing(
            presence(people, {"tea": said}, segments=segments),
            people,
            ["left", "stayed"],
            ["tea"],
            strata="",
            families="",
            permutations=199,
            seed=1,
        )
        drawn = two.statistics("salience")
        found = comparing.compared(two, 0, "salience", drawn, (0, 0), level=0.95, gamma=0)
        shown.append(found.high < 0 or found.low > 0)
        kept.append(withholding.of_talk(two, "salience", 3) == [""])
    shown, kept = np.array(shown), np.array(kept)

    assert shown.mean() > 0.1
    assert shown[kept].mean() <= 0.05
    assert kept.mean() > 0.3


def test_whose_share_of_talk_is_not_compared_is_told_by_group(people):
    """With how many of each group speak of it, where that is too few."""
    made = compared(presence(people, {"tea": [5, 4] + [0] * 10 + [1] * 26}), people, codebook("tea"))

    row = made.loc[("tea", "salience", "hand")]
    assert row["reason"] == "fewer than 3 people who speak of it, which a mean needs: left (2)"
    assert np.isnan(row["p"])
    assert made.loc[("tea", "presence", "hand"), "reason"] == ""


def test_a_theme_that_is_not_for_a_group_is_not_refused_for_want_of_people(grid, people):
    """There are enough of them: it does not apply. Where it does and nobody was asked, people are wanting."""
    stayed, book = grid["group"] == "stayed", codebook("tea", "bus")
    cannot, unasked = (
        compared(grid.assign(**{name: ~stayed}), people, book) for name in ("applies", "asked")
    )

    assert set(cannot["reason"]) == {"the theme does not apply to stayed"}
    assert unasked["reason"].str.startswith("fewer than 3 people").all()

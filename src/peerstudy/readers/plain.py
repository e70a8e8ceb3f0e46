"""Plain text: ``I: ...``, ``P07: ...``, ``[00:01:02] Researcher: ...``; other lines go on with the turn."""

from peerstudy.readers.transcript import (
    CLOCK,
    LABEL,
    Dropped,
    Labels,
    Transcript,
    Turn,
    decode,
    require_known,
    seconds,
    unknown_labels,
)


def read(data: bytes, labels: Labels) -> Transcript:
    """Turns of a plain-text transcript.

    Raises
    ------
    UnreadableError
        For binary content or speaker labels that the study does not name.
    """
    text, encoding = decode(data)
    return from_lines(text.split("\n"), labels, format="txt", encoding=encoding)


def from_lines(lines: list[str], labels: Labels, *, format: str, encoding: str) -> Transcript:
    """Turns of a transcript that was cut into lines or paragraphs.

    Raises
    ------
    UnreadableError
        For speaker labels that the study does not name.
    """
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    require_known(unknown_labels(numbered, labels))
    turns: list[Turn] = []
    dropped: list[Dropped] = []
    for number, line in numbered:
        clock = CLOCK.match(line)
        rest = line[clock.end() :] if clock else line
        match = LABEL.match(rest)
        if match and labels.match(match["label"]):
            turns.append(Turn(match["label"], rest[match.end() :].strip(), seconds(clock) if clock else None))
        elif turns:
            last = turns[-1]
            turns[-1] = Turn(last.label, f"{last.text} {line.strip()}".strip(), last.time_start)
        else:
            dropped.append(Dropped(f"line {number}", line.strip(), "before the first speaker label"))
    return Transcript(format, encoding, turns, dropped)

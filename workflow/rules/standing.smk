"""Standing: what an earlier run left. Included last, after every rule: it looks at them all.

Makes nothing: it tells each rule what its inputs hold, and after a stop says which results are stale
"""

import sys

# Dates do not tell that a file was put back from a backup or an archive: its content does. As a parameter
# without a name it reruns the rule and reaches no script.
for step in workflow.rules:
    given = [file for file in step.input if not file.startswith("results/")]
    if given:
        step.set_params(standing.content(given))


onerror:
    left = [file for job in workflow.dag.needrun_jobs() for file in job.output]
    print(
        *standing.stopped(Path(f"results/{study.name}"), left),
        sep="\n",
        file=sys.stderr,
    )

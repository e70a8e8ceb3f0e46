"""Standing: what an earlier run left. Included last: it sees every rule.

Needs   every rule; what the results folder holds
Makes   nothing: it says of each rule from which content it works, and after a stop what is stale
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

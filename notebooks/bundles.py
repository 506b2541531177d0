"""What the notebooks share: making bundles with opgsim, reading them, and figures fit for print."""

import json
import pathlib
import sqlite3
import subprocess
from fractions import Fraction

import matplotlib.pyplot as plt
import pandas as pd

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "results" / "notebooks"

# After Okabe and Ito: told apart by people with any colour vision, and in grey.
BLUE, AMBER, GREEN, VERMILION, PURPLE, GREY = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#6b7280"

plt.rcParams.update({
    "figure.figsize": (6.8, 3.4),
    "figure.constrained_layout.use": True,
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#d9dee5",
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "opgsim",
})


def run(scenario, *flags, name=None):
    """Runs a scenario file (path from the repository's root) and returns the folder of its bundle.

    A verdict that fails or stays open is a result (exit 99, 98); anything else than that and 0 is an error.
    """
    bundle = RESULTS / (name or pathlib.Path(scenario).stem)
    command = ["./opgsim", "run", scenario, "--out", str(bundle), *flags]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode not in (0, 98, 99):
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return bundle


def summary(bundle):
    return json.loads((bundle / "summary.json").read_text(encoding="utf-8"))


def arms(bundle, metric):
    """One row for each arm of an experiment: the varied values, then value, lower, upper and n of the metric.

    A value with a unit stays text; a plain number or ratio such as 1/5 becomes a number.
    """
    rows = []
    for arm in summary(bundle)["arms"]:
        estimate = arm["metrics"][metric]
        varied = {key: _number(text) for key, text in arm["values"].items()}
        rows.append({**varied, **{part: estimate.get(part) for part in ("value", "lower", "upper", "n")}})
    return pd.DataFrame(rows)


def runs(bundle, metric):
    """One row for each run of an experiment: arm, replication, and what that run alone knows of the metric."""
    rows = []
    for line in (bundle / "runs.jsonl").read_text(encoding="utf-8").splitlines():
        run_of = json.loads(line)
        for name, unit, value, lower, upper, n, method in run_of.get("figures", []):
            if name == metric:
                rows.append((run_of["arm"], run_of["replication"], value, lower, upper, n))
    return pd.DataFrame(rows, columns=["arm", "replication", "value", "lower", "upper", "n"])


def query(bundle, sql):
    """A question to run.sqlite. Sum amounts (atto-OPG, as text) with opg(), never in SQL: they exceed its integers."""
    with sqlite3.connect(f"file:{bundle / 'run.sqlite'}?mode=ro", uri=True) as database:
        return pd.read_sql_query(sql, database)


def flows(bundle):
    """OPG between groups by cause; amounts are exact fractions of an OPG."""
    table = pd.read_csv(bundle / "flows.csv", dtype={"amount_atto_opg": str})
    table["opg"] = table["amount_atto_opg"].map(opg)
    return table


def opg(atto):
    """Exact OPG of a decimal text in atto-OPG."""
    return Fraction(int(atto), 10**18)


def save(figure, name):
    """Keeps a figure as SVG and PDF for a paper; the same data give the same SVG."""
    folder = RESULTS / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(folder / f"{name}.svg", metadata={"Date": None})
    figure.savefig(folder / f"{name}.pdf", metadata={"CreationDate": None})
    figure.savefig(folder / f"{name}.png", dpi=160)


def check_answer(notebook, *sentences):
    """The answer at the notebook's top must say exactly these sentences, which hold the figures just computed."""
    cells = json.loads((ROOT / "notebooks" / notebook).read_text(encoding="utf-8"))["cells"]
    opening = " ".join("".join(cells[0]["source"]).split())
    stale = [sentence for sentence in sentences if " ".join(sentence.split()) not in opening]
    assert not stale, "the answer at the top is stale; it should say: " + " | ".join(stale)
    return "The answer above agrees with the figures computed here."


def _number(text):
    try:
        return float(Fraction(text))
    except ValueError:
        return text

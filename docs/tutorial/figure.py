"""The figure of docs/tutorial/first-study.md: two means with their 95 % intervals against one varied key."""

import json
import pathlib
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

bundle, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
arms = json.loads((bundle / "summary.json").read_text(encoding="utf-8"))["arms"]
SECONDS = {"s": 1, "min": 60}


def idle(arm):
    number, unit = arm["values"]["payment.idle"].split()
    return float(number) * SECONDS[unit]


def draw(axes, metric, scale, label, colour):
    estimates = [arm["metrics"][metric] for arm in arms]
    x = [idle(arm) for arm in arms]
    y = [scale * estimate["value"] for estimate in estimates]
    below = [scale * (estimate["value"] - estimate["lower"]) for estimate in estimates]
    above = [scale * (estimate["upper"] - estimate["value"]) for estimate in estimates]
    axes.errorbar(x, y, yerr=[below, above], fmt="o-", color=colour, markersize=3.5, linewidth=1.1, capsize=2.5)
    axes.set(xscale="log", xticks=x, ylabel=label, ylim=(0, None))
    axes.set_xticklabels([f"{value:g}" for value in x])
    axes.minorticks_off()
    return estimates[0]["n"]


plt.rcParams.update({
    "font.size": 8, "axes.spines.top": False, "axes.spines.right": False, "figure.constrained_layout.use": True,
    "axes.grid": True, "axes.axisbelow": True, "grid.color": "#d9dee5", "grid.linewidth": 0.5,
    "svg.fonttype": "none", "svg.hashsalt": "opgsim", "pdf.fonttype": 42,
})
# As wide as one column of a two-column page, 3.4 inches.
figure, (top, bottom) = plt.subplots(2, 1, figsize=(3.4, 3.5), sharex=True)
replications = draw(top, "p50(latency.end_to_end)", 1_000, "Median latency (ms)", "#0072b2")
draw(bottom, "p50(settlement.delay)", 1, "Median wait of nodes\nfor their money (s)", "#d55e00")
bottom.set_xlabel("Idle time after which a session is settled (s)")
figure.savefig(output.with_suffix(".svg"), metadata={"Date": None})
figure.savefig(output.with_suffix(".pdf"), metadata={"CreationDate": None})
print(f"{output}.svg and {output}.pdf: means of {replications} replications with 95 % intervals")

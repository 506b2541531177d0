#!/usr/bin/python3
"""Builds the models volatility, volatility-int8 and volatility-float, their cards and heldout.csv from nothing but fixed seeds.

Needs Debian's python3-numpy, python3-scipy, python3-sklearn and python3-onnx. Run: /usr/bin/python3 build.py
The same packages on x86-64 give the same bytes: one thread, and one fixed set of CPU kernels.
"""
import os
import sys

FIXED_KERNELS = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL",
}
if any(os.environ.get(name) != value for name, value in FIXED_KERNELS.items()):
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **FIXED_KERNELS})

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from scipy import stats
from sklearn.neural_network import MLPRegressor

FOLDER = Path(__file__).resolve().parent
NAME, COARSE_NAME, FLOAT_NAME, VERSION = "volatility", "volatility-int8", "volatility-float", "1.2"
WINDOW = 32
INPUT_DECIMALS = 6
OUTPUT_DECIMALS = 6
CONFIDENCE = 0.95
BURN_IN = 250
WINDOWS_PER_PATH = 4
SPACING = 60
CLIP = 6.0
FLOOR = 1e-12
HIDDEN = (24, 12)
SEEDS = {"train": 20240311, "unseen": 77001, "fit": 5}


def parameters(random, paths):
    """Per path: kind of process, its level, its persistence, its tails."""
    persistence = random.uniform(0.90, 0.995, paths)
    alpha = random.uniform(0.03, 0.15, paths)
    leverage = random.uniform(0.0, 0.10, paths)
    return {
        "level": np.exp(random.uniform(np.log(0.003), np.log(0.06), paths)),
        "alpha": alpha,
        "leverage": leverage,
        "beta": np.maximum(persistence - alpha - leverage / 2, 0.5),
        "df": random.uniform(4.0, 30.0, paths),
        "log_memory": random.uniform(0.90, 0.99, paths),
        "log_noise": random.uniform(0.08, 0.25, paths),
        "stochastic": random.random(paths) < 0.4,
    }


def simulate(seed, paths):
    """Return windows, the true volatility of the period after each, its true 95 % loss, and the return that came."""
    random = np.random.Generator(np.random.PCG64(seed))
    p = parameters(random, paths)
    omega = p["level"] ** 2 * (1 - p["alpha"] - p["leverage"] / 2 - p["beta"])
    variance = p["level"] ** 2
    log_state = np.zeros(paths)
    tail_scale = np.sqrt((p["df"] - 2) / p["df"])
    quantile = -stats.t.ppf(1 - CONFIDENCE, p["df"]) * tail_scale
    steps = BURN_IN + SPACING * WINDOWS_PER_PATH + 1
    returns, sigmas = np.empty((steps, paths)), np.empty((steps, paths))
    for t in range(steps):
        sigma = np.where(p["stochastic"], p["level"] * np.exp(log_state), np.sqrt(variance))
        shock = random.standard_t(p["df"]) * tail_scale
        returns[t], sigmas[t] = sigma * shock, sigma
        square = returns[t] ** 2
        variance = omega + (p["alpha"] + p["leverage"] * (shock < 0)) * square + p["beta"] * variance
        log_state = p["log_memory"] * log_state + p["log_noise"] * random.standard_normal(paths)
    ends = [BURN_IN + SPACING * (k + 1) for k in range(WINDOWS_PER_PATH)]
    windows = np.concatenate([returns[end - WINDOW:end].T for end in ends])
    windows = np.round(windows, INPUT_DECIMALS).astype(np.float32).astype(np.float64)
    sigma = np.concatenate([sigmas[end] for end in ends])
    loss = np.concatenate([sigmas[end] * quantile for end in ends])
    following = np.concatenate([returns[end] for end in ends])
    return windows, sigma, loss, following


def scale_of(windows):
    return np.sqrt(np.mean(windows ** 2, axis=1, keepdims=True) + FLOOR)


def features(windows):
    scaled = np.clip(windows / scale_of(windows), -CLIP, CLIP)
    return np.concatenate([np.abs(scaled), scaled], axis=1)


def calibrated(layers, windows, following):
    """Regression of logarithms predicts the typical level; shift both outputs to meet variance and 5 % losses."""
    answer = predict(layers, windows)
    shift = [0.5 * np.log(np.mean((following / answer[:, 0]) ** 2)),
             np.log(np.quantile(-following / answer[:, 1], CONFIDENCE))]
    weights, bias = layers[-1]
    return layers[:-1] + [(weights, np.round(bias + shift, 6))]


def fit(windows, sigma, loss, following):
    scale = scale_of(windows)[:, 0]
    targets = np.log(np.stack([sigma / scale, loss / scale], axis=1))
    network = MLPRegressor(HIDDEN, activation="tanh", alpha=1e-4, batch_size=512, learning_rate_init=2e-3,
                           max_iter=60, early_stopping=True, n_iter_no_change=8, random_state=SEEDS["fit"])
    network.fit(features(windows), targets)
    # Six decimals are far below what the fit can tell apart, and hide the last bits of training.
    layers = [(np.round(w, 6), np.round(b, 6)) for w, b in zip(network.coefs_, network.intercepts_)]
    return calibrated(layers, windows, following)


def coarse(weights):
    """Weights in 8 bits with one scale per layer: a quarter of the size, and answers that are visibly not the same."""
    scale = np.float32(np.abs(weights).max() / 127)
    return np.round(weights / scale).astype(np.int8), scale


def coarse_layers(layers):
    """What the 8-bit graph computes with, in double precision."""
    parts = [(*coarse(weights), bias) for weights, bias in layers]
    return [((part.astype(np.float32) * scale).astype(np.float64), bias) for part, scale, bias in parts]


def predict(layers, windows):
    hidden = features(windows)
    for weights, bias in layers[:-1]:
        hidden = np.tanh(hidden @ weights + bias)
    weights, bias = layers[-1]
    return scale_of(windows) * np.exp(hidden @ weights + bias)


def graph_of(name, layers):
    """The same arithmetic as predict(), as an ONNX graph in double precision with nothing else in it; FLOAT_NAME in single."""
    nodes, constants = [], []
    number, width = (np.float32, TensorProto.FLOAT) if name == FLOAT_NAME else (np.float64, TensorProto.DOUBLE)

    def constant(name, value):
        value = np.asarray(value)
        constants.append(numpy_helper.from_array(value.astype(number) if value.dtype == np.float64 else value, name))
        return name

    def node(kind, inputs, output, **attributes):
        nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def weights_of(index, weights):
        if name != COARSE_NAME:
            return constant(f"weights_{index}", weights)
        small, step = coarse(weights)
        inputs = [constant(f"weights_{index}_int8", small), constant(f"scale_{index}", step)]
        wide_weights = node("DequantizeLinear", inputs, f"weights_{index}_float")
        return node("Cast", [wide_weights], f"weights_{index}", to=width)

    # Double precision leaves the differences between CPUs ten orders of magnitude below the rounding of the outputs.
    wide = node("Cast", ["returns"], "returns_wide", to=width)
    square = node("Mul", [wide, wide], "square")
    mean = node("ReduceMean", [square], "mean_square", axes=[1], keepdims=1)
    scale = node("Sqrt", [node("Add", [mean, constant("floor", np.float64(FLOOR))], "floored")], "scale")
    ratio = node("Div", [wide, scale], "ratio")
    low, high = constant("clip_low", np.float64(-CLIP)), constant("clip_high", np.float64(CLIP))
    scaled = node("Clip", [ratio, low, high], "scaled")
    hidden = node("Concat", [node("Abs", [scaled], "size"), scaled], "features", axis=1)
    for index, (weights, bias) in enumerate(layers):
        linear = node("MatMul", [hidden, weights_of(index, weights)], f"product_{index}")
        hidden = node("Add", [linear, constant(f"bias_{index}", bias)], f"linear_{index}")
        if index < len(layers) - 1:
            hidden = node("Tanh", [hidden], f"hidden_{index}")
    both = node("Mul", [node("Exp", [hidden], "factor"), scale], "both")
    for index, output in enumerate(["volatility", "value_at_risk_95"]):
        node("Gather", [both, constant(f"column_{index}", np.array([index], np.int64))], output, axis=1)

    returns = helper.make_tensor_value_info("returns", TensorProto.FLOAT, ["batch", WINDOW])
    outputs = [helper.make_tensor_value_info(name, width, ["batch", 1])
               for name in ["volatility", "value_at_risk_95"]]
    return helper.make_graph(nodes, name, [returns], outputs, constants)


def model_of(name, layers):
    model = helper.make_model(graph_of(name, layers), producer_name="opgsim", producer_version=VERSION, ir_version=8,
                              opset_imports=[helper.make_opsetid("", 13)])
    helper.set_model_props(model, {
        "name": name,
        "version": VERSION,
        "decimals.volatility": str(OUTPUT_DECIMALS),
        "decimals.value_at_risk_95": str(OUTPUT_DECIMALS),
    })
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString(deterministic=True)


def ewma(windows, decay=0.94):
    weights = decay ** np.arange(WINDOW - 1, -1, -1)
    return np.sqrt((windows ** 2) @ (weights / weights.sum()))


def errors(volatility, sigma, following):
    """Relative error against the true volatility, and the QLIKE loss against what came (lower is better)."""
    variance = volatility ** 2
    return {
        "relative_rmse": round(float(np.sqrt(np.mean((volatility / sigma - 1) ** 2))), 4),
        "log_rmse": round(float(np.sqrt(np.mean(np.log(volatility / sigma) ** 2))), 4),
        "qlike": round(float(np.mean(following ** 2 / variance + np.log(variance))), 4),
    }


def compare(layers, windows, sigma, loss, following):
    answer = predict(layers, windows)
    rows = {
        "model": errors(answer[:, 0], sigma, following),
        "rolling_standard_deviation": errors(np.std(windows, axis=1, ddof=1), sigma, following),
        "ewma_0.94": errors(ewma(windows), sigma, following),
    }
    rows["model"]["value_at_risk_log_rmse"] = round(float(np.sqrt(np.mean(np.log(answer[:, 1] / loss) ** 2))), 4)
    rows["model"]["value_at_risk_exceeded"] = round(float(np.mean(following < -answer[:, 1])), 4)
    normal = ewma(windows) * stats.norm.ppf(CONFIDENCE)
    rows["ewma_0.94"]["value_at_risk_log_rmse"] = round(float(np.sqrt(np.mean(np.log(normal / loss) ** 2))), 4)
    rows["ewma_0.94"]["value_at_risk_exceeded"] = round(float(np.mean(following < -normal)), 4)
    return rows


def write_heldout(layers, windows, sigma, loss, following):
    answer = predict(layers, windows)
    header = [f"r{i}" for i in range(WINDOW)]
    header += ["true_volatility", "true_value_at_risk_95", "next_return", "volatility", "value_at_risk_95"]
    lines = [",".join(header)]
    for i in range(len(windows)):
        cells = [f"{value:.6f}" for value in windows[i]]
        cells += [f"{value:.8f}" for value in (sigma[i], loss[i], following[i])]
        cells += [f"{value:.15f}" for value in answer[i]]
        lines.append(",".join(cells))
    (FOLDER / "heldout.csv").write_text("\n".join(lines) + "\n")


def write_model(name, content, exact_layers, unseen, committed):
    folder = FOLDER.parent / name
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.onnx").write_bytes(content)
    card = {
        "name": name,
        "version": VERSION,
        "file": f"{name}.onnx",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "errors": {
            "unseen": {"windows": len(unseen[0]), **compare(exact_layers, *unseen)},
            "heldout.csv": {"windows": len(committed[0]), **compare(exact_layers, *committed)},
        },
    }
    (folder / "model.json").write_text(json.dumps(card, indent=2) + "\n")
    template = (FOLDER / f"{name}.template.md").read_text()
    (folder / "README.md").write_text(template.format(table=table_of(card), **card))
    print(f"{name}@{VERSION} {card['sha256']} {card['bytes']} bytes")


def table_of(card):
    lines = ["| Windows | Forecast | Relative RMSE | Log RMSE | QLIKE | VaR log RMSE | Losses beyond VaR |",
             "|---|---|---|---|---|---|---|"]
    measures = ["relative_rmse", "log_rmse", "qlike", "value_at_risk_log_rmse", "value_at_risk_exceeded"]
    for part, rows in card["errors"].items():
        for forecast, errors_of in rows.items():
            if forecast != "windows":
                cells = [str(errors_of.get(measure, "–")) for measure in measures]
                lines.append(f"| {rows['windows']} ({part}) | {forecast} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main():
    layers = fit(*simulate(SEEDS["train"], 30_000))
    unseen = simulate(SEEDS["unseen"], 12_500)
    # Every 125th of the unseen windows is committed; their order is by place in the path, so all places are present.
    committed = tuple(part[::125] for part in unseen)
    write_heldout(layers, *committed)
    write_model(NAME, model_of(NAME, layers), layers, unseen, committed)
    write_model(COARSE_NAME, model_of(COARSE_NAME, layers), coarse_layers(layers), unseen, committed)
    write_model(FLOAT_NAME, model_of(FLOAT_NAME, layers), layers, unseen, committed)


if __name__ == "__main__":
    main()

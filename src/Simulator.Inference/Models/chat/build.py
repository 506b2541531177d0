#!/usr/bin/python3
"""Builds the models chat and chat-int8, their cards, vocabulary.txt and heldout.tsv from nothing but fixed seeds.

Needs Debian's python3-numpy, python3-sklearn and python3-onnx. Run: /usr/bin/python3 build.py
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

import csv
import hashlib
import io
import itertools
import json
import re
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from sklearn.neural_network import MLPClassifier

FOLDER = Path(__file__).resolve().parent
NAME, COARSE_NAME, VERSION = "chat", "chat-int8", "1.0"
PROMPT_WINDOW, RECENT_WINDOW = 16, 8
END, PADDING, FIRST_PIECE = 256, 257, 258
WIDTH, HIDDEN = 16, 96
DECIMALS = 6
NEVER = -30.0
MAXIMUM = 64
SEEDS = {"split": 20250117, "embedding": 31, "fit": 7}
TRAIN, UNSEEN, COMMITTED = 4_000, 1_000, 100

# Every asset with how it moves, what it is for, and how it trades.
ASSETS = {
    "Bitcoin": ("calm", "savings", "deep"), "Ethereum": ("calm", "contracts", "deep"),
    "Solana": ("lively", "payments", "deep"), "Cardano": ("lively", "contracts", "thin"),
    "Polkadot": ("lively", "bridges", "thin"), "Avalanche": ("wild", "contracts", "thin"),
    "Litecoin": ("calm", "payments", "thin"), "Chainlink": ("lively", "data", "deep"),
    "Cosmos": ("wild", "bridges", "thin"), "Near": ("wild", "contracts", "thin"),
    "Monero": ("lively", "payments", "thin"), "Tezos": ("wild", "contracts", "thin"),
    "Stellar": ("calm", "payments", "deep"), "Filecoin": ("wild", "storage", "thin"),
    "Aptos": ("wild", "payments", "thin"), "Optimism": ("lively", "bridges", "deep"),
}
HORIZONS = ["today", "tomorrow", "this week", "next week", "this month", "this year"]
STYLES = {"short": "In short", "plain": "", "long": "In detail"}
SIZE = {"calm": "two", "lively": "five", "wild": "nine"}
STAKE = {"calm": "a full", "lively": "half a", "wild": "a small"}

QUESTIONS = {
    "volatility": ["how volatile is {a} {h}?", "how much will {a} move {h}?", "what swings should I expect from {a} {h}?"],
    "risk": ["how risky is {a} {h}?", "what can I lose with {a} {h}?", "how much risk is in {a} {h}?"],
    "buy": ["should I buy {a} {h}?", "is it wise to buy {a} {h}?", "would you buy {a} {h}?"],
    "sell": ["should I sell {a} {h}?", "is it time to sell {a} {h}?", "would you sell {a} {h}?"],
    "trade": ["how well does {a} trade {h}?", "can I trade a lot of {a} {h}?", "is there enough trade in {a} {h}?"],
    "purpose": ["what is {a} for {h}?", "what is {a} used for {h}?", "why would I need {a} {h}?"],
}


def answer(intent, asset, horizon, style):
    moves, use, market = ASSETS[asset]
    first = {
        "volatility": f"{asset} is {moves} and may move {SIZE[moves]} percent {horizon}.",
        "risk": f"You can lose {SIZE[moves]} percent with {asset} {horizon}.",
        "buy": f"Buy {STAKE[moves]} position of {asset} {horizon}.",
        "sell": f"Sell {STAKE[moves]} position of {asset} {horizon}.",
        "trade": f"The market for {asset} is {market} {horizon}.",
        "purpose": f"{asset} is used for {use}.",
    }[intent]
    second = {
        "volatility": f" Its swings are those of a {moves} asset, so size the position for them.",
        "risk": f" A {moves} asset can also lose more, though that is rare.",
        "buy": f" It is a {moves} asset, so buy in parts and keep some cash.",
        "sell": f" It is a {moves} asset, so sell in parts and mind the fees.",
        "trade": f" In a {market} market a large order moves the price {'little' if market == 'deep' else 'a lot'}.",
        "purpose": f" Without {use} there would be no reason to hold it.",
    }[intent]
    third = f" This is a model's answer and no advice: check the price of {asset} yourself before you trade."
    return first if style == "short" else first + second if style == "plain" else first + second + third


def corpus():
    """Every question with its answer, in a fixed order."""
    rows = []
    for intent, asset, horizon, style in itertools.product(QUESTIONS, ASSETS, HORIZONS, STYLES):
        for form in QUESTIONS[intent]:
            question = form.format(a=asset, h=horizon)
            opening = STYLES[style]
            prompt = f"{opening}, {question}" if opening else question[0].upper() + question[1:]
            rows.append((prompt, answer(intent, asset, horizon, style)))
    return rows


def vocabulary(rows):
    """Words with the space before them, and every single byte; the most frequent pieces first, ties by text."""
    counts = {}
    for piece in itertools.chain.from_iterable(re.findall(r" ?[A-Za-z']{2,}", f"{p}\n{a}") for p, a in rows):
        counts[piece] = counts.get(piece, 0) + 1
    return [piece for piece, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]


class Tokenizer:
    """Longest match from the left over the UTF-8 bytes; a byte that begins no piece stands for itself."""

    def __init__(self, pieces):
        self.pieces = [piece.encode() for piece in pieces]
        self.ids = {piece: FIRST_PIECE + i for i, piece in enumerate(self.pieces)}
        self.longest = max(map(len, self.pieces))

    def encode(self, text):
        data, at, tokens = text.encode(), 0, []
        while at < len(data):
            for length in range(min(self.longest, len(data) - at), 0, -1):
                token = self.ids.get(data[at:at + length])
                if token is not None:
                    break
            else:
                token, length = data[at], 1
            tokens.append(token)
            at += length
        return tokens

    def decode(self, tokens):
        parts = [bytes([t]) if t < END else self.pieces[t - FIRST_PIECE] for t in tokens if t not in (END, PADDING)]
        return b"".join(parts).decode(errors="replace")


def context_of(prompt, recent):
    prompt, recent = prompt[-PROMPT_WINDOW:], recent[-RECENT_WINDOW:]
    return ([PADDING] * (PROMPT_WINDOW - len(prompt)) + prompt
            + [PADDING] * (RECENT_WINDOW - len(recent)) + recent)


def samples(rows, tokenizer):
    contexts, targets = [], []
    for prompt, reply in rows:
        asked, said = tokenizer.encode(prompt), tokenizer.encode(reply) + [END]
        for i, token in enumerate(said):
            contexts.append(context_of(asked, said[:i]))
            targets.append(token)
    return np.array(contexts), np.array(targets)


def fit(rows, tokenizer, size):
    random = np.random.Generator(np.random.PCG64(SEEDS["embedding"]))
    embedding = np.round(random.standard_normal((size, WIDTH)), 4).astype(np.float32)
    contexts, targets = samples(rows, tokenizer)
    network = MLPClassifier((HIDDEN,), activation="tanh", alpha=1e-6, batch_size=256, learning_rate_init=3e-3,
                            max_iter=14, random_state=SEEDS["fit"], verbose=True)
    network.fit(features(embedding, contexts), targets)
    # Tokens that never follow get a bias that no other can fall below. Five decimals hide the last bits of training.
    last, bias = np.zeros((HIDDEN, size)), np.full(size, NEVER)
    last[:, network.classes_], bias[network.classes_] = network.coefs_[1], network.intercepts_[1]
    layers = [(network.coefs_[0], network.intercepts_[0]), (last, bias)]
    return embedding, [(np.round(w, 5), np.round(b, 5)) for w, b in layers]


def features(embedding, contexts):
    return embedding[contexts].reshape(len(contexts), -1).astype(np.float64)


def logits_of(model, contexts):
    embedding, layers = model
    hidden = np.tanh(features(embedding, contexts) @ layers[0][0] + layers[0][1])
    return hidden @ layers[1][0] + layers[1][1]


def decode(model, tokenizer, prompt):
    """Greedy, over logits rounded as the runtime's answer is; the lowest token wins a tie."""
    asked, said = tokenizer.encode(prompt), []
    while len(said) < MAXIMUM:
        logits = np.round(logits_of(model, np.array([context_of(asked, said)]))[0], DECIMALS)
        token = int(np.argmax(logits))
        if token == END:
            break
        said.append(token)
    return tokenizer.decode(said)


def coarse(weights):
    """Weights in 8 bits with one scale per layer: answers that are visibly not the same."""
    scale = np.float32(np.abs(weights).max() / 127)
    return np.round(weights / scale).astype(np.int8), scale


def coarse_model(model):
    embedding, layers = model
    parts = [(*coarse(weights), bias) for weights, bias in layers]
    return embedding, [((part.astype(np.float32) * scale).astype(np.float64), bias) for part, scale, bias in parts]


def graph_of(name, model, size):
    """The same arithmetic as logits_of(), in double precision."""
    embedding, layers = model
    nodes, constants = [], []

    def constant(title, value):
        constants.append(numpy_helper.from_array(np.asarray(value), title))
        return title

    def node(kind, inputs, output, **attributes):
        nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def weights_of(index, weights):
        if name == NAME:
            return constant(f"weights_{index}", weights)
        small, step = coarse(weights)
        inputs = [constant(f"weights_{index}_int8", small), constant(f"scale_{index}", step)]
        wide = node("DequantizeLinear", inputs, f"weights_{index}_float")
        return node("Cast", [wide], f"weights_{index}", to=TensorProto.DOUBLE)

    vectors = node("Gather", [constant("embedding", embedding), "context"], "vectors", axis=0)
    flat = node("Reshape", [vectors, constant("flat_shape", np.array([1, -1], np.int64))], "flat")
    hidden = node("Cast", [flat], "flat_wide", to=TensorProto.DOUBLE)
    for index, (weights, bias) in enumerate(layers):
        linear = node("MatMul", [hidden, weights_of(index, weights)], f"product_{index}")
        last = index == len(layers) - 1
        hidden = node("Add", [linear, constant(f"bias_{index}", bias)], "logits" if last else f"linear_{index}")
        if not last:
            hidden = node("Tanh", [hidden], f"hidden_{index}")

    window = PROMPT_WINDOW + RECENT_WINDOW
    context = helper.make_tensor_value_info("context", TensorProto.INT64, [1, window])
    logits = helper.make_tensor_value_info("logits", TensorProto.DOUBLE, [1, size])
    return helper.make_graph(nodes, name, [context], [logits], constants)


def model_of(name, model, pieces):
    graph = graph_of(name, model, FIRST_PIECE + len(pieces))
    content = helper.make_model(graph, producer_name="opgsim", producer_version=VERSION, ir_version=8,
                                opset_imports=[helper.make_opsetid("", 13)])
    helper.set_model_props(content, {
        "name": name,
        "version": VERSION,
        "kind": "text",
        "decimals.logits": str(DECIMALS),
        "text.prompt": str(PROMPT_WINDOW),
        "text.recent": str(RECENT_WINDOW),
        "text.end": str(END),
        "text.padding": str(PADDING),
        "text.first_piece": str(FIRST_PIECE),
        "text.pieces": "\n".join(pieces),
    })
    onnx.checker.check_model(content, full_check=True)
    return content.SerializeToString(deterministic=True)


def errors(model, tokenizer, rows):
    contexts, targets = samples(rows, tokenizer)
    logits = logits_of(model, contexts)
    logits -= logits.max(axis=1, keepdims=True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    some = rows[:200]
    return {
        "prompts": len(rows),
        "tokens": len(targets),
        "perplexity": round(float(np.exp(-np.mean(log_p[np.arange(len(targets)), targets]))), 4),
        "next_token_right": round(float(np.mean(np.argmax(logits, axis=1) == targets)), 4),
        "answers_exact_of_200": sum(decode(model, tokenizer, prompt) == reply for prompt, reply in some[:200]),
    }


def write_heldout(model, tokenizer, rows):
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(["prompt", "prompt_tokens", "expected", "answer", "completion_tokens"])
    for prompt, reply in rows:
        said = decode(model, tokenizer, prompt)
        writer.writerow([prompt, len(tokenizer.encode(prompt)), reply, said, len(tokenizer.encode(said))])
    (FOLDER / "heldout.tsv").write_text(text.getvalue())


def write_model(name, content, model, tokenizer, unseen):
    folder = FOLDER.parent / name
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.onnx").write_bytes(content)
    card = {
        "name": name,
        "version": VERSION,
        "file": f"{name}.onnx",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "errors": {"unseen": errors(model, tokenizer, unseen)},
    }
    (folder / "model.json").write_text(json.dumps(card, indent=2) + "\n")
    template = (FOLDER / f"{name}.template.md").read_text()
    (folder / "README.md").write_text(template.format(**card, **card["errors"]["unseen"], pieces=len(tokenizer.pieces)))
    print(f"{name}@{VERSION} {card['sha256']} {card['bytes']} bytes", card["errors"]["unseen"])


def main():
    rows = corpus()
    pieces = vocabulary(rows)
    tokenizer = Tokenizer(pieces)
    random = np.random.Generator(np.random.PCG64(SEEDS["split"]))
    order = random.permutation(len(rows))
    train, unseen = [rows[i] for i in order[:TRAIN]], [rows[i] for i in order[-UNSEEN:]]
    model = fit(train, tokenizer, FIRST_PIECE + len(pieces))
    (FOLDER / "vocabulary.txt").write_text("".join(f"{FIRST_PIECE + i}\t{p!r}\n" for i, p in enumerate(pieces)))
    write_heldout(model, tokenizer, unseen[:COMMITTED])
    write_model(NAME, model_of(NAME, model, pieces), model, tokenizer, unseen)
    write_model(COARSE_NAME, model_of(COARSE_NAME, model, pieces), coarse_model(model), tokenizer, unseen)


if __name__ == "__main__":
    main()

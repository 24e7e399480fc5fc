"""Writes whisper-base, as it comes in two Python packages (CTranslate2's layout), in the layout that whisper.cpp reads.
Needs Python 3 alone. Only moves numbers: no value is rounded or changed but from half to single precision.

    python3 scripts/voice-model.py MODEL.BIN TOKENIZER.JSON OUT.BIN
"""

import json
import math
import struct
import sys

SIZE = {0: 4, 1: 1, 2: 2, 3: 4, 4: 2}  # bytes per value by CTranslate2's type number
HALF = 4


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        piece = self.data[self.at : self.at + count]
        self.at += count
        return piece

    def numbers(self, form):
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))

    def word(self):
        return bytes(self.take(self.numbers("H")[0]))[:-1].decode()


def read(path):
    """Name -> (shape, values as half-precision bytes)."""
    with open(path, "rb") as file:
        r = Reader(memoryview(file.read()))
    r.numbers("I")
    r.word()
    _, count = r.numbers("II")
    found = {}
    for _ in range(count):
        name = r.word()
        rank = r.numbers("B")[0]
        shape = r.numbers(f"{rank}I")
        kind, length = r.numbers("BI")
        values = r.take(length)
        if rank and kind != HALF:
            sys.exit(f"{name}: values of {SIZE.get(kind)} bytes, expected half precision")
        found[name] = (shape, values)
    for _ in range(r.numbers("I")[0]):
        other, name = r.word(), r.word()
        found[other] = found[name]
    return found


def split(tensor, parts):
    shape, values = tensor
    step = len(values) // parts
    return [((shape[0] // parts, *shape[1:]), values[i * step : (i + 1) * step]) for i in range(parts)]


def layers(found, side):
    return len({name.split("/")[1] for name in found if name.startswith(f"{side}/layer_")} - {"layer_norm"})


def renamed(found):
    """The same tensors under the names that whisper.cpp asks for."""
    out = {}

    def pair(source, name, weight="weight", bias="bias"):
        out[f"{name}.weight"] = found[f"{source}/{weight}"]
        out[f"{name}.bias"] = found[f"{source}/{bias}"]

    def attention(source, name, crossed):
        if crossed:
            weights = [found[f"{source}/linear_0/weight"], *split(found[f"{source}/linear_1/weight"], 2)]
            biases = [found[f"{source}/linear_0/bias"], *split(found[f"{source}/linear_1/bias"], 2)]
        else:
            weights = split(found[f"{source}/linear_0/weight"], 3)
            biases = split(found[f"{source}/linear_0/bias"], 3)
        for part, weight, bias in zip(("query", "key", "value"), weights, biases):
            out[f"{name}.{part}.weight"] = weight
            if part != "key":
                out[f"{name}.{part}.bias"] = bias
        pair(f"{source}/linear_{2 if crossed else 1}", f"{name}.out")

    out["encoder.positional_embedding"] = found["encoder/position_encodings/encodings"]
    for conv in ("conv1", "conv2"):
        out[f"encoder.{conv}.weight"] = found[f"encoder/{conv}/weight"]
        shape, values = found[f"encoder/{conv}/bias"]
        out[f"encoder.{conv}.bias"] = ((*shape, 1), values)
    out["decoder.positional_embedding"] = found["decoder/position_encodings/encodings"]
    out["decoder.token_embedding.weight"] = found["decoder/embeddings/weight"]
    for side in ("encoder", "decoder"):
        for i in range(layers(found, side)):
            source, name = f"{side}/layer_{i}", f"{side}.blocks.{i}"
            attention(f"{source}/self_attention", f"{name}.attn", False)
            pair(f"{source}/self_attention/layer_norm", f"{name}.attn_ln", "gamma", "beta")
            if side == "decoder":
                attention(f"{source}/attention", f"{name}.cross_attn", True)
                pair(f"{source}/attention/layer_norm", f"{name}.cross_attn_ln", "gamma", "beta")
            pair(f"{source}/ffn/linear_0", f"{name}.mlp.0")
            pair(f"{source}/ffn/linear_1", f"{name}.mlp.2")
            pair(f"{source}/ffn/layer_norm", f"{name}.mlp_ln", "gamma", "beta")
    pair("encoder/layer_norm", "encoder.ln_post", "gamma", "beta")
    pair("decoder/layer_norm", "decoder.ln", "gamma", "beta")
    return out


def mel(bands=80, rate=16000, window=400):
    """Triangles on the mel scale that is straight below 1 kHz and logarithmic above, each of area one (Slaney)."""
    bend, step = 1000.0, math.log(6.4) / 27.0

    def to_mel(hz):
        return hz * 3.0 / 200.0 if hz < bend else 15.0 + math.log(hz / bend) / step

    def to_hz(m):
        return m * 200.0 / 3.0 if m < 15.0 else bend * math.exp(step * (m - 15.0))

    top = to_mel(rate / 2)
    edges = [to_hz(top * i / (bands + 1)) for i in range(bands + 2)]
    rows = []
    for low, middle, high in zip(edges, edges[1:], edges[2:]):
        area = 2.0 / (high - low)
        bins = (rate * k / window for k in range(window // 2 + 1))
        rows.append([max(0.0, min((hz - low) / (middle - low), (high - hz) / (high - middle))) * area for hz in bins])
    return rows


def words(path):
    """The vocabulary as bytes, in order. It is written in letters that stand for bytes."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {chr(byte): byte for byte in plain}
    letters |= {chr(256 + i): byte for i, byte in enumerate(b for b in range(256) if b not in plain)}
    with open(path, encoding="utf-8") as file:
        known = json.load(file)["model"]["vocab"]
    end = known.get("<|endoftext|>", len(known))  # from here on there are only signs for the model itself
    ordered = sorted((word for word in known if known[word] < end), key=known.get)
    return [bytes(letters[c] for c in word) for word in ordered]


def main(model, tokenizer, out):
    found = read(model)
    state = found["encoder/conv1/weight"][0][0]
    vocabulary = found["decoder/embeddings/weight"][0][0]
    filters, tokens = mel(), words(tokenizer)
    single = {"encoder.positional_embedding", "decoder.positional_embedding", "encoder.conv1.bias", "encoder.conv2.bias"}
    with open(out, "wb") as file:
        heads = state // 64
        sizes = (vocabulary, 1500, state, heads, layers(found, "encoder"), 448, state, heads, layers(found, "decoder"), 80, 1)
        file.write(struct.pack("<12i", 0x67676D6C, *sizes))
        file.write(struct.pack("<2i", len(filters), len(filters[0])))
        for row in filters:
            file.write(struct.pack(f"<{len(row)}f", *row))
        file.write(struct.pack("<i", len(tokens)))
        for token in tokens:
            file.write(struct.pack("<i", len(token)) + token)
        for name, (shape, values) in renamed(found).items():
            wide = len(shape) < 2 or name in single
            file.write(struct.pack("<3i", len(shape), len(name), 0 if wide else 1))
            file.write(struct.pack(f"<{len(shape)}i", *reversed(shape)))
            file.write(name.encode())
            file.write(struct.pack(f"<{len(values) // 2}f", *struct.unpack(f"<{len(values) // 2}e", values)) if wide else values)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

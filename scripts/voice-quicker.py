"""Makes the voice's model quicker without changing what it says.

    python3 scripts/voice-quicker.py FETCHED QUICKER

The model's convolutions are eight-bit sums of two unsigned numbers. On processors with the VNNI instructions the runtime is twice as
fast where the sound is signed (-128 to 127) and the weights are not: so each sound is quantised anew to signed numbers, with a zero point
that lies 128 lower. Every sum stays the same number, and so does every sample; two fifths of the work are gone. On older processors such sums
overflow and the voice would rustle: the server takes this file where it fits, the fetched one elsewhere. Reads and writes the file's own
format (protobuf) and needs no package, so that the same bytes come out everywhere.
"""
import sys

INT32, INT8 = 6, 3  # kinds of numbers, as the format counts them
GRAPH, NODE, INITIALIZER = 7, 1, 5  # fields of the model and of its graph
INPUT, OUTPUT, NAME, KIND, ATTRIBUTE = 1, 2, 3, 4, 5  # fields of a node
HALF = b"half_of_a_byte"


def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def counted(field, content):
    return number(field << 3 | 2) + number(len(content)) + content


def fields(data):
    """(field, content or None for a plain number, all its bytes) of a message."""
    at = 0

    def read():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        begin = at
        key = read()
        content = None
        kind = key & 7
        if kind == 0:
            read()
        elif kind == 2:
            length = read()
            content = data[at : at + length]
            at += length
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            sys.exit(f"a field of kind {kind}: this is no model")
        yield key >> 3, content, data[begin:at]


def node(kind, inputs, output, to=None):
    parts = [counted(INPUT, name) for name in inputs] + [counted(OUTPUT, output), counted(NAME, output), counted(KIND, kind)]
    if to is not None:
        parts.append(counted(ATTRIBUTE, counted(1, b"to") + number(3 << 3) + number(to) + number(20 << 3) + number(2)))
    return counted(NODE, b"".join(parts))


def quicker(graph):
    out = []
    made_by = {}
    signed = {}
    for field, content, whole in fields(graph):
        if field != NODE:
            out.append(whole)
            continue
        parts = list(fields(content))
        names = lambda wanted: [bytes(inner) for field, inner, _ in parts if field == wanted]
        (kind,) = names(KIND)
        if kind == b"DynamicQuantizeLinear":
            made_by[names(OUTPUT)[0]] = (names(INPUT)[0], names(OUTPUT))
        if kind != b"ConvInteger":
            out.append(whole)
            continue
        quantised = names(INPUT)[0]
        sound, (_, scale, zero) = made_by[quantised]
        if quantised not in signed:
            signed[quantised] = True
            out.append(node(b"Cast", [zero], zero + b"_wide", INT32))
            out.append(node(b"Sub", [zero + b"_wide", HALF], zero + b"_lower"))
            out.append(node(b"Cast", [zero + b"_lower"], zero + b"_signed", INT8))
            out.append(node(b"QuantizeLinear", [sound, scale, zero + b"_signed"], quantised + b"_signed"))
        other = {quantised: quantised + b"_signed", zero: zero + b"_signed"}
        kept = [counted(INPUT, other.get(bytes(inner), bytes(inner))) if field == INPUT else whole for field, inner, whole in parts]
        out.append(counted(NODE, b"".join(map(bytes, kept))))
    if not signed:
        sys.exit("no convolution of eight bits in it")
    # A scalar, 128.
    out.append(counted(INITIALIZER, number(2 << 3) + number(INT32) + counted(8, HALF) + counted(9, (128).to_bytes(4, "little"))))
    return b"".join(map(bytes, out))


fetched, to = sys.argv[1:]
with open(fetched, "rb") as file:
    model = memoryview(file.read())
with open(to, "wb") as file:
    for field, content, whole in fields(model):
        file.write(counted(GRAPH, quicker(content)) if field == GRAPH else whole)

"""Writes a trained AdaIN decoder in Gramarye's own form of a network, with its card.

Usage: python3 export_decoder.py --encoder FOLDER --encoder-hash HASH --pictures FOLDER --weights FILE.pt --out FOLDER

The hash is what Gramarye knows the encoder by (`gramarye models list --json`): a decoder reads no other.
"""

import argparse
import json
from pathlib import Path

import torch

from decoder import DECODED, DEEPEST, MATCHED, decode, encode, matched, moments
from export import entry_of
from network import POOLINGS, read_teacher
from pictures import read_pictures
from quantise import as_stored
from train_decoder import PIXEL_WEIGHT, STAGES, STYLE_WEIGHT, relative


def steps_of(weights):
    """What the decoder does, in the words of `src/graph/network.ts`."""
    steps, last = [], "input"

    def add(name, **operation):
        nonlocal last
        steps.append({"name": name, "of": [last], "operation": operation})
        last = name

    for layer in DECODED:
        outs, ins = weights[layer][0].shape[:2]
        add(f"{layer}/border", type="pad", mode="replicate", amount=1)
        kernel, bias = f"{layer}/kernel", f"{layer}/bias"
        add(layer, type="convolution", kernel=kernel, bias=bias, shape=[3, 3, ins, outs], stride=1, padding="valid")
        if layer != DECODED[-1]:
            add(f"{layer}/relu", type="relu")
            if layer.endswith("_1"):
                add(f"{layer}/double", type="enlarge", factor=2, filter="nearest")
    return steps


def write(weights, encoder_hash, folder):
    entries, chunks = [], []
    for layer in DECODED:
        kernel, bias = (t.detach() for t in weights[layer])
        for part, tensor in (("kernel", kernel.permute(2, 3, 1, 0).contiguous()), ("bias", bias)):
            entry, chunk = entry_of(f"{layer}/{part}", tensor)
            entries.append(entry)
            chunks.append(chunk)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights.bin").write_bytes(b"".join(chunks))
    tap, channels = DEEPEST.replace("conv", "relu"), weights[DEEPEST][0].shape[1]
    model = {
        "format": "gramarye-network",
        "schema": 1,
        "generatedBy": "models/training/export_decoder.py",
        "title": {"en": "AdaIN’s decoder", "zh": "AdaIN 解码器"},
        "input": {"type": "features", "encoder": encoder_hash, "tap": tap, "channels": channels},
        "steps": steps_of(weights),
        "weightsManifest": [{"paths": ["weights.bin"], "weights": entries}],
    }
    (folder / "model.json").write_text(json.dumps(model, indent=1, ensure_ascii=False) + "\n")


def held_back_losses(encoder, weights, pictures):
    """{pooling: (content, closed share of each layer, [4], return of the picture: mean squared error)}, over all pairs."""
    images = torch.tensor(pictures).permute(0, 3, 1, 2).float() / 255
    styles = images.roll(len(images) // 2, 0)
    losses = {}
    with torch.no_grad():
        for pooling in POOLINGS:
            sums = torch.zeros(2 + 2 * len(MATCHED))
            for content, style in zip(images.split(4), styles.split(4)):
                of_content, of_style = (encode(encoder, x, pooling) for x in (content, style))
                goal = matched(of_content[DEEPEST], moments(of_style[DEEPEST]))
                features = encode(encoder, decode(weights, goal).clamp(0, 1), pooling)
                statistics = lambda of, layer: torch.cat(moments(of[layer]), 1)
                far = lambda of: [relative(statistics(of, layer), statistics(of_style, layer)).sum() for layer in MATCHED]
                again = (decode(weights, of_content[DEEPEST]) - content).pow(2).mean((1, 2, 3)).sum()
                row = [relative(features[DEEPEST], goal).sum(), again, *far(features), *far(of_content)]
                sums += torch.stack(row) / len(images)
            end, start = sums[2:].split(len(MATCHED))
            losses[pooling] = (float(sums[0]), (1 - end / start).tolist(), float(sums[1]))
    return losses


def card(weights, saved, folder, exact, as_shipped, count):
    parameters = sum(t.numel() for pair in weights.values() for t in pair)
    stored = sum((folder / name).stat().st_size for name in ("model.json", "weights.bin"))
    halvings = lambda layer: int(layer[4]) - 1
    work = sum(weights[layer][0].numel() * (256 // 2 ** halvings(layer)) ** 2 for layer in DECODED)
    run = saved["run"]
    stages = ", then ".join(f"{mixtures} mixtures of {size} pixels" for _, size, mixtures in STAGES)
    rows = "\n".join(
        f"| {pooling} | {title} | {content:.3f} | {' | '.join(f'{share:.3f}' for share in shares)} | {again:.4f} |"
        for pooling in POOLINGS
        for title, losses in (("float32", exact), ("as shipped", as_shipped))
        for content, shares, again in (losses[pooling],)
    )
    return f"""# AdaIN’s decoder

The network that makes pictures of features: VGG-19 lite's mirror image from relu4_1 back to pixels, nine 3×3
convolutions, a doubling (nearest neighbour) where the encoder pools. It understands the features of `../vgg19-lite`
and of no other encoder.

| | |
|---|---|
| parameters | {parameters:,} |
| multiply–adds at 256×256 | {work / 1e9:.2f} G |
| bytes as shipped | {stored:,} |

- **Input**: relu4_1 of VGG-19 lite, with either pooling and zero padding, its means and deviations exchanged for those
  of another picture, of several, or its own. **Output**: RGB from 0 to 1; what lies beyond is cut off.
- **Borders**: a picture is continued beyond its border by its outermost pixels, at every layer.
- **Storage**: Gramarye's form of a network (`models/networks/own-format.ts`). Kernels of 20,000 numbers and more are
  eight-bit integers between their least and greatest value, the others and the biases float16.
- **Data**: the 1,546 crops that VGG-19 lite learned from, as content and as style; every fortieth is held back.
- **Training**: first weights inherited (each layer regresses what the encoder's layer saw), then Adam from {run["rate"]:g}
  along a cosine, {run["steps"]:,} steps in {run["minutes"]:.0f} minutes on one processor core that others used too: {stages} a
  step. The last quarter saw the weights rounded as they are stored. The loss is the relative squared error of relu4_1,
  plus {STYLE_WEIGHT:g} times that of the means and deviations of relu1_1, relu2_1, relu3_1 and relu4_1 (Huang and
  Belongie 2017, eq. 11 to 13), plus, for the mixtures that are the content itself, {PIXEL_WEIGHT:g} times the pixels' mean
  squared error. Seed {run["seed"]}. `models/training` has the code.
- **Licence**: MIT, as Gramarye.

## On held-back pictures
{count} pairs of 224×224. Content: the squared error of the result's relu4_1, as a share of its goal's energy. Style:
the share of the content's distance from the style's means and deviations that the result has closed (1: all of it).
Return: the mean squared error of the picture that comes of a picture's own features.

| pooling | weights | content | {" | ".join(f"style `{layer.replace('conv', 'relu')}`" for layer in MATCHED)} | return |
|---|---|---|---|---|---|---|---|
{rows}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "encoder-hash", "pictures", "weights", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args()
    torch.manual_seed(0), torch.set_num_threads(options.threads)
    saved, encoder = torch.load(options.weights, map_location="cpu"), read_teacher(options.encoder)
    weights, folder = saved["decoder"], Path(options.out)
    _, held_back = read_pictures(options.pictures)
    with torch.no_grad():
        stored = as_stored(weights)
    write(weights, options.encoder_hash, folder)
    exact, as_shipped = (held_back_losses(encoder, w, held_back) for w in (weights, stored))
    (folder / "README.md").write_text(card(weights, saved, folder, exact, as_shipped, len(held_back)))


if __name__ == "__main__":
    main()

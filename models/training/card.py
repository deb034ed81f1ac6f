"""The model card that stands beside the weights."""

from network import LAYERS, STYLE_LAYERS, TEACHER_WIDTHS, block_of, channels_of

POSITIONS = 224 * 224


def multiply_adds(widths):
    """Of a forward pass to conv5_1 over 224×224 pixels."""
    return sum(9 * i * o * POSITIONS // 4 ** block_of(layer) for layer, (i, o) in channels_of(widths).items())


def card(weights, saved, folder, exact, as_shipped):
    widths = tuple(weights[f"conv{block}_1"][0].shape[0] for block in range(1, 6))
    parameters = sum(t.numel() for pair in weights.values() for t in pair)
    stored = sum((folder / name).stat().st_size for name in ("model.json", "weights.bin"))
    work, whole = multiply_adds(widths), multiply_adds(TEACHER_WIDTHS)
    row = lambda layer: " | ".join(
        [f"`{layer}`"]
        + [f"{figures[pooling][layer][kind]:.3f}" for pooling in ("max", "average") for figures in (exact, as_shipped) for kind in (0, 1)]
    )
    rows = "\n".join(f"| {row(layer)} |" for layer in LAYERS)
    runs = "\n".join(
        f"  {number}. {run['feature_steps']:,} steps on features, {run['steps'] - run['feature_steps']:,} on gradients, "
        f"{run['minutes']:.0f} minutes, seed {run['seed']}{run.get('note', '')};"
        for number, run in enumerate(saved["runs"], 1)
    )
    return f"""# VGG-19 lite

The encoder that ships with Gramarye: VGG-19's layers and names, conv1_1 to conv5_1, at {", ".join(map(str, widths))}
channels a block, distilled so that matching its Gram matrices matches VGG-19's. It serves neural style transfer,
and nothing else: it recognises nothing.

| | VGG-19 lite | VGG-19 to conv5_1 |
|---|---|---|
| parameters | {parameters:,} | 12,944,960 |
| multiply–adds at 224×224 | {work / 1e9:.2f} G | {whole / 1e9:.2f} G ({whole / work:.1f} times as many) |
| bytes as shipped | {stored:,} | 51.8 M (float32) |

- **Input**: RGB from 0 to 1; Gramarye turns it to blue, green, red from 0 to 255 minus ImageNet's means (Caffe's
  preprocessing) when it loads the weights. Zero padding, 2×2 maximum or average pooling, as the graph says.
- **Storage**: a TensorFlow.js layers model. Kernels of 20,000 numbers and more are eight-bit integers between their
  least and greatest value, the others and the biases float16. The table below has the errors before and after.
- **Scale**: every layer's mean activation over training pictures is 1 (Gatys' normalisation, one factor for a layer).
- **Teacher**: VGG-19 of Simonyan and Zisserman (2015), trained on ImageNet; maximum and average pooling in turn.
- **Data**: 1,546 crops of 224×224 pixels from public-domain paintings and from photographs under CC0, Unsplash,
  Pexels, Pixabay or Kodak's free release; every fortieth is held back for the errors below.
- **Training**: first weights inherited from the teacher's most telling channels, then AdamW on two processor cores,
  on features alone (8 crops of 96 pixels a step) and then on features and on the gradient of the losses with respect
  to the picture (4 paintings in progress of 128 pixels a step):
{runs}
  `models/training` has the code and says how to run it; how many steps there are in a minute depends on the machine.
- **Licence**: MIT, as Gramarye. VGG-19's own weights, which nothing here contains, are CC BY 4.0.

## Errors on held-back pictures
The share of the teacher's energy that a linear map from this encoder's features does not find (0: all found, 1:
nothing), for features and for Gram matrices, with maximum and with average pooling, in float32 and as shipped.
Teacher channels are divided by their root mean square first.

| layer | max: features | Gram | shipped: features | Gram | average: features | Gram | shipped: features | Gram |
|---|---|---|---|---|---|---|---|---|
{rows}

How it paints beside VGG-19 is measured by `npm run bench:encoders`; README.md has the figures. The layers that
style is usually taken from are {", ".join(f"`{layer.replace('conv', 'relu')}`" for layer in STYLE_LAYERS)}.
"""

# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools[woff]==4.68.0"]
# ///
"""The fonts as their makers publish them → the ones the page ships: every character, the weights and the features it uses, half the bytes.

Writes src/ui/fonts/, which is committed, since it changes only with the fonts themselves: `.venv/bin/uv run --script frontend/fonts.py`.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
TARGET = HERE / "src" / "ui" / "fonts"
PACKAGES = HERE / "node_modules"
INTER = "@fontsource-variable/inter/files/inter-{}-wght-normal.woff2"
MONO = "@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2"
WEIGHTS = {"wght": (400, 700)}
MARKS = ["ccmp", "locl", "mark", "mkmk"]

FONTS = {
    "inter-latin.woff2": (INTER.format("latin"), [*MARKS, "kern", "tnum"]),
    "inter-latin-ext.woff2": (INTER.format("latin-ext"), [*MARKS, "kern", "tnum"]),
    # Without ligatures: code is shown as it is typed (base.css turns them off).
    "jetbrains-mono-latin.woff2": (MONO, MARKS),
}
LICENCES = {"Inter": "@fontsource-variable/inter/LICENSE", "JetBrains Mono": "@fontsource/jetbrains-mono/LICENSE"}


def main() -> None:
    for name, (source, features) in FONTS.items():
        font = TTFont(PACKAGES / source)
        subsetter = Subsetter(Options(layout_features=features))
        subsetter.populate(unicodes=font.getBestCmap())
        subsetter.subset(font)
        if "fvar" in font:
            font = instantiateVariableFont(font, WEIGHTS)
        font.flavor = "woff2"
        font.save(TARGET / name)
        print(f"{(TARGET / name).stat().st_size / 1000:6.1f} kB  {name}")
    texts = [f"{font}\n\n{(PACKAGES / path).read_text()}" for font, path in LICENCES.items()]
    (HERE / "public" / "fonts-licence.txt").write_text("\n\n".join(texts))


if __name__ == "__main__":
    main()

"""Makes the fonts of common characters in renderer/fonts, which are committed.

The web fonts of the page come in slices of some hundred characters each, and neighbours in a line mostly lie in different
ones. Chromium shapes, measures and paints every stretch of one file by itself: a screen of text costs it several times
as much as in a font that holds all of it. So the characters that most texts are made of have one file for each region,
which stands before the slices; those hold all others, the bold weights and everything that is no Chinese character.

Simplified: the characters of GB 2312. Traditional: those of the first level of Big5. Kai, which has one font for both: both.

Sources are Debian's fonts-noto-cjk (Noto Serif CJK and Noto Sans CJK, OFL-1.1), which have the outlines of the slices, and
for the Kai the slices of lxgw-wenkai-webfont (OFL-1.1) themselves. The names of the fonts are left out, copyright and licence
stay in them. They are not packed: to unpack one takes 40 to 100 ms, which the first words of each start would wait for.

Needs python3-fonttools and python3-brotli. To be run only to change what the fonts hold:
    /usr/bin/python3 scripts/common-fonts.py
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import merge, subset
from fontTools.ttLib import TTFont

SOURCES = Path("/usr/share/fonts/opentype/noto")
ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "renderer" / "fonts"
KAI = ROOT / "node_modules" / "lxgw-wenkai-webfont" / "files"

FACES = {"serif": "NotoSerifCJK-Regular", "sans": "NotoSansCJK-Regular"}

# Fonts in one of Noto's collections, by their place in it.
REGIONS = {"sc": 2, "tc": 3}


def of_encoding(name: str, rows: range, cells: list[range], until: int = 0xFFFF) -> set[int]:
    """The code points of the double bytes of an encoding, as far as it has them."""
    codes = set()
    for row in rows:
        for cell in (cell for part in cells for cell in part):
            if row * 256 + cell > until:
                continue
            try:
                codes.add(ord(bytes([row, cell]).decode(name)))
            except UnicodeDecodeError:
                continue
    return codes


CHARACTERS = {
    "sc": of_encoding("gb2312", range(0xB0, 0xF8), [range(0xA1, 0xFF)]),
    "tc": of_encoding("big5", range(0xA4, 0xC7), [range(0x40, 0x7F), range(0xA1, 0xFF)], until=0xC67E),
}


def cut(font: TTFont, characters: set[int], target: Path) -> None:
    """Saves what of a font these characters need."""
    options = subset.Options(layout_features=["vert"], name_IDs=[0, 13, 14], hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    subset.save_font(font, target, options)
    print(f"{target.name} ({target.stat().st_size} bytes, {len(font.getBestCmap())} characters)")


def whole_kai() -> TTFont:
    """The Kai of all its slices."""
    slices = sorted(KAI.glob("lxgwwenkai-regular-subset-*.woff2"))
    with TemporaryDirectory() as folder:
        plain = []
        for number, file in enumerate(slices):
            font = TTFont(file)
            font.flavor = None
            plain.append(str(Path(folder) / f"{number}.ttf"))
            font.save(plain[-1])
        return merge.Merger(merge.Options(drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "gasp"])).merge(plain)


for face, source in FACES.items():
    for region, place in REGIONS.items():
        font = TTFont(SOURCES / f"{source}.ttc", fontNumber=place, lazy=True)
        cut(font, CHARACTERS[region], FONTS / f"common-{face}-{region}.otf")
cut(whole_kai(), CHARACTERS["sc"] | CHARACTERS["tc"], FONTS / "common-kai.ttf")

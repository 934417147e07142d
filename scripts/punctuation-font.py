"""Makes the small fonts of Chinese punctuation in renderer/fonts, which are committed.

The web fonts of the page come in slices, and punctuation lies in nine of them. Two signs of different files are never
squeezed, so that a full stop and a closing bracket stay two cells wide. One file that holds all of it, with its layout
features (halt, vhal, vert), mends that; it stands first in the page's lists of fonts.

Sources are Debian's fonts-noto-cjk and fonts-noto-cjk-extra (Noto Serif CJK and Noto Sans CJK, OFL-1.1). They reserve no
name; the names of the fonts are left out of the subsets all the same, copyright and licence stay in them. A dash and a
middle dot take their full-width forms: two dashes are two cells and join, a dot between names is one.

Needs python3-fonttools and python3-brotli. To be run only to change what the fonts hold:
    /usr/bin/python3 scripts/punctuation-font.py
"""

from pathlib import Path

from fontTools import subset
from fontTools.otlLib.builder import PairPosBuilder, buildValue
from fontTools.ttLib import TTFont

SOURCES = Path("/usr/share/fonts/opentype/noto")
FONTS = Path(__file__).resolve().parent.parent / "renderer" / "fonts"

# Fonts in one of Noto's collections, by their place in it.
REGIONS = {"sc": 2, "tc": 3}

FACES = {
    "serif": {"regular": "NotoSerifCJK-Regular", "bold": "NotoSerifCJK-SemiBold"},
    "sans": {"regular": "NotoSansCJK-Regular", "bold": "NotoSansCJK-Bold"},
}

# The same ranges stand in renderer/fonts/*.css.
PUNCTUATION = (
    "U+B7, U+2014-2015, U+2018-2019, U+201C-201D, U+2025-2026, U+2E3A, U+3001-3003, U+3008-3011, U+3014-301B, "
    "U+301D-301F, U+30FB, U+FF01, U+FF08-FF09, U+FF0C, U+FF0E-FF0F, U+FF1A-FF1B, U+FF1F, U+FF3B, U+FF3D, U+FF5B, "
    "U+FF5D-FF60"
)

STOPS = "\u3001\u3002\uff0c\uff0e"
CLOSING = "\u2019\u201d\u3009\u300b\u300d\u300f\u3011\u3015\u3017\uff09\uff3d\uff5d"

FULL_WIDTH = (0xB7, 0x2014, 0x2015)


def forms_of(font: TTFont, tag: str) -> dict[str, str]:
    """What a feature of single substitutions shows for a glyph."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for index in record.Feature.LookupListIndex
    }
    forms: dict[str, str] = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            forms.update(getattr(part, "mapping", {}))
    return forms


def pair_lookup(font: TTFont, stops: list[str], closing: list[str], value):
    """A lookup that sets these values on each stop before each closing sign."""
    builder = PairPosBuilder(font, None)
    for stop in stops:
        for sign in closing:
            builder.addGlyphPair(None, stop, value, sign, None)
    return builder.build()


def squeeze_stops(font: TTFont) -> None:
    """Lets a centred stop be half a cell wide before a closing sign, across and down."""
    signs = font.getBestCmap()
    down = forms_of(font, "vert")
    stops = [signs[ord(sign)] for sign in STOPS]
    closing = [signs[ord(sign)] for sign in CLOSING]
    half = font["head"].unitsPerEm // 2
    table = font["GPOS"].table

    def add(tag: str, lookup, instead: str | None = None) -> None:
        table.LookupList.Lookup.append(lookup)
        table.LookupList.LookupCount = len(table.LookupList.Lookup)
        for record in table.FeatureList.FeatureRecord:
            if record.FeatureTag != (instead or tag):
                continue
            record.FeatureTag = tag
            kept = [] if instead else record.Feature.LookupListIndex
            record.Feature.LookupListIndex = [*kept, table.LookupList.LookupCount - 1]
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)

    across = buildValue({"XPlacement": -half // 2, "XAdvance": -half})
    add("kern", pair_lookup(font, stops, closing, across))
    # Of the features for lines that run down, vert alone is always on, and it only replaces; mark is on as well. It takes
    # the place of palt, proportional widths, which nothing here asks for.
    downward = buildValue({"YPlacement": half // 2, "YAdvance": -half})
    turned = [down[sign] for sign in closing if sign in down]
    add("mark", pair_lookup(font, [down.get(stop, stop) for stop in stops], turned, downward), instead="palt")


def make(source: str, region: str, target: Path) -> None:
    """Cuts the punctuation out of one font of a collection."""
    font = TTFont(SOURCES / f"{source}.ttc", fontNumber=REGIONS[region], lazy=True)
    forms = forms_of(font, "fwid")
    for table in font["cmap"].tables:
        for code in FULL_WIDTH:
            glyph = table.cmap.get(code) if hasattr(table, "cmap") else None
            if glyph in forms:
                table.cmap[code] = forms[glyph]
    options = subset.Options(
        layout_features=["*"], name_IDs=[0, 13, 14], hinting=False, desubroutinize=True, flavor="woff2"
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(PUNCTUATION.replace(" ", "")))
    cutter.subset(font)
    if region == "tc":
        squeeze_stops(font)
    subset.save_font(font, target, options)
    print(f"{target.name} ({target.stat().st_size} bytes)")


for family, weights in FACES.items():
    for weight, source in weights.items():
        for region in REGIONS:
            make(source, region, FONTS / f"punctuation-{family}-{region}-{weight}.woff2")

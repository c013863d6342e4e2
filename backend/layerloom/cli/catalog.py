"""`layerloom catalog`: what the app knows of Keras."""

import argparse

from layerloom import catalog as known


def catalog(given: argparse.Namespace) -> int:
    whole = known.load()
    if given.json:
        print(whole.model_dump_json())
        return 0
    print(f"Keras {whole.keras_version}")
    names: dict[str, list[str]] = {}
    for member in whole.members:
        names.setdefault(member.kind, []).append(member.name)
    for kind, found in names.items():
        print(f"\n{kind} ({len(found)})\n  {', '.join(found)}")
    return 0

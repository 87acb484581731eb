"""``python -m docs.generate [--outputs] [--pictures]``: write what is generated: pages, outputs of commands, pictures."""

import json
import sys
import tempfile
from pathlib import Path

from depeche.record.json import schema
from docs.blocks.follow import pages, renewed
from docs.blocks.server import standing_in
from docs.generate.pages import GENERATED, PICTURES, SCHEMA
from docs.pictures.take import take


def main() -> None:
    """Write the generated pages; with ``--outputs`` also what the pages show of commands, which takes a minute.

    With ``--pictures`` also the pictures of the explorer, for which Chromium is needed.
    """
    for path, make in (GENERATED | PICTURES).items():
        path.write_text(make(), encoding="utf-8")
    SCHEMA.write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if "--pictures" in sys.argv:
        take()
    if "--outputs" not in sys.argv:
        return
    with tempfile.TemporaryDirectory() as kept, standing_in() as names:
        for page in pages():
            page.write_text(renewed(page.read_text(encoding="utf-8"), Path(kept), names), encoding="utf-8")


if __name__ == "__main__":
    main()

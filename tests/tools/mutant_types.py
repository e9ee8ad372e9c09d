"""Which mutants the type checker refuses: nobody could commit them, so no test need catch them."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.tools.mutants import FOLDER, Mutant, modules

ROOT = FOLDER.parents[1]
CONFIG = """[mypy]
strict = true
[mypy-cerberus.*,distributed.*,docxtpl.*,fontTools.*,openxml_audit.*]
ignore_missing_imports = true
"""


def refused(mutants: Iterable[Mutant]) -> set[str]:
    """The keys of those that mypy --strict refuses: each is written beside the other modules."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "plangen", folder / "plangen")
        (folder / "mypy.ini").write_text(CONFIG, encoding="utf-8")
        keys = {}
        for number, mutant in enumerate(mutants):
            with mutant.made():
                text = ast.unparse(modules()[mutant.path.stem].tree)
            stem = f"mutant{number}"
            (folder / "plangen" / "rules" / f"{stem}.py").write_text(text, encoding="utf-8")
            keys[stem] = mutant.key
        if not keys:
            return set()
        said = subprocess.run(
            [sys.executable, "-m", "mypy", "--config-file", "mypy.ini", "plangen/rules"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    assert said.stdout, said.stderr
    wrong = set(re.findall(r"/(\w+)\.py:\d+: error", said.stdout))
    assert wrong <= keys.keys(), said.stdout
    return {keys[stem] for stem in wrong}

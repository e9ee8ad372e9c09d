"""The plain road from a spec to its documents: click, PyYAML's SafeLoader, Cerberus, docxtpl.

What it would have to work out it is GIVEN as JSON: the schema, the data in full forms and strings
alone, the documents as blocks. So it does less than a program that wrote them by itself.
"""

from __future__ import annotations

import json
from pathlib import Path

import cerberus
import click
import yaml
from plain import saved


@click.command()
@click.argument("spec", type=click.Path(path_type=Path))
@click.argument("given", type=click.Path(path_type=Path))
@click.argument("template", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
def main(spec: Path, given: Path, template: Path, folder: Path) -> None:
    """Read and check SPEC, write its documents into FOLDER."""
    yaml.load(spec.read_bytes(), Loader=yaml.SafeLoader)
    known = json.loads(given.read_bytes())
    rules = known["schema"]
    for name, part in rules["parts"].items():
        cerberus.schema_registry.add(name, part)
    validator = cerberus.Validator(rules["keys"])
    if not validator.validate(known["data"], normalize=False):
        raise click.ClickException(str(validator.errors))
    folder.mkdir(exist_ok=True)
    for kind, own in known["documents"].items():
        (folder / f"{kind}.docx").write_bytes(saved(own, template))


if __name__ == "__main__":
    main()

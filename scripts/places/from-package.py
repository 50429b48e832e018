"""
Writes content/places/2025-07-01.json from the data of the PyPI package vietnam-provinces.

    pip download --no-deps --only-binary=:all: --python-version 3.13 vietnam-provinces==2026.9.0 -d DIR
    unzip DIR/*.whl -d DIR
    python3 scripts/places/from-package.py DIR content/places/2025-07-01.json

The package's modules are read as text (ast), never run: so any Python 3.9 or newer does.
"""

import ast
import json
import sys
from pathlib import Path


def table(file, name):
    """The dict literal called `name`, as pairs of (key, call)."""
    for node in ast.parse(file.read_text('utf-8')).body:
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and target.id == name:
            return [(key.value, value) for key, value in zip(node.value.keys, node.value.values)]
    sys.exit(f'{file.name}: there is no {name}; the package has changed')


def code_of(node):
    """ProvinceCode.P_02 -> 2"""
    return int(node.attr.rsplit('_', 1)[1])


def main(folder, out):
    package = Path(folder) / 'vietnam_provinces'
    version = next(Path(folder).glob('vietnam_provinces-*.dist-info')).name.split('-')[1].removesuffix('.dist')
    old = package / 'legacy' / '_lookup.py'
    now = json.loads((package / 'data' / 'nested-divisions.json').read_text('utf-8'))
    went_to = {
        code: [new.args[0].value for new in entry.args[1].elts]
        for code, entry in table(package / '_ward_conversion_2025.py', 'OLD_TO_NEW')
    }
    province_went_to = {
        code: [new.args[0].value for new in entry.args[1].elts]
        for code, entry in table(package / '_province_conversion_2025.py', 'OLD_TO_NEW')
    }
    places = {
        'source': f'vietnam-provinces {version} (PyPI)',
        'licence': 'GPL-3.0-or-later',
        'since': '2025-07-01',
        'provinces': sorted([p['code'], p['name']] for p in now),
        'communes': sorted([w['code'], w['name'], p['code']] for p in now for w in p['wards']),
        'oldProvinces': sorted([code, c.args[0].value, province_went_to.get(code, [])] for code, c in table(old, 'PROVINCE_MAPPING')),
        'oldDistricts': sorted([code, c.args[0].value, code_of(c.args[4])] for code, c in table(old, 'DISTRICT_MAPPING')),
        'oldCommunes': sorted(
            [code, c.args[0].value, code_of(c.args[4]), went_to.get(code, [])] for code, c in table(old, 'WARD_MAPPING')
        ),
    }
    lines = []
    for key, value in places.items():
        if isinstance(value, list):
            rows = ',\n'.join(json.dumps(row, ensure_ascii=False, separators=(',', ':')) for row in value)
            lines.append(f'{json.dumps(key)}:[\n{rows}\n]')
        else:
            lines.append(f'{json.dumps(key)}:{json.dumps(value, ensure_ascii=False)}')
    Path(out).write_text('{\n' + ',\n'.join(lines) + '\n}\n', 'utf-8')
    print(', '.join(f'{key} {len(value)}' for key, value in places.items() if isinstance(value, list)))
    lost = [row for row in places['oldCommunes'] if not row[3]]
    print(f'{len(lost)} old communes without a successor', lost[:5])


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

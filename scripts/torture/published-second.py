"""Bytes of a published folder turned, for tools/verify.py: published-second.py VERIFY FOLDER LISTED-STRIDE SEAL-STRIDE"""
import importlib.util
import io
import json
import os
import sys
import types

verify, root, listed_stride, seal_stride = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
spec = importlib.util.spec_from_file_location('second', verify)
second = importlib.util.module_from_spec(spec)
spec.loader.exec_module(second)
OPTIONS = types.SimpleNamespace(since=[], key=[], witness=[], anchors=None)


class Memory:
    """A folder in memory, as verify.py reads one."""

    def __init__(self, folder):
        self.bytes = {}
        for at, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(at, name)
                with open(path, 'rb') as file:
                    self.bytes[os.path.relpath(path, folder)] = bytearray(file.read())
        self.files = {path: len(data) for path, data in self.bytes.items()}
        self.folders, self.odd = [], []

    def open(self, path):
        return io.BytesIO(self.bytes[path])


def counted(row, faults, path, at):
    own = [one for one in faults if one['file'] == path]
    row['tried'] += 1
    row['detected'] += bool(faults)
    row['located'] += any(one['start'] <= at < one['end'] for one in own)
    for check in {one['check'] for one in own}:
        row['checks'][check] = row['checks'].get(check, 0) + 1


def row_of(kind):
    return {'kind': kind, 'tried': 0, 'runs': 0, 'detected': 0, 'located': 0, 'checks': {}}


def listed(store):
    row = row_of('files that the manifest lists: one byte of each at once, the check of files in memory')
    paths = [path for path in store.files if not path.startswith('seal/')]
    for at in range(0, max(store.files[path] for path in paths), listed_stride):
        touched = [path for path in paths if store.files[path] > at]
        for path in touched:
            store.bytes[path][at] ^= 1 << at % 8
        report = second.Report(second.RECORD_CHECKS)
        record = second.Record(store, report, OPTIONS)
        record.read_manifest(bytes(store.bytes['seal/manifest']))
        record.manifest = {path: record.manifest[path] for path in touched}
        record.files()
        for path in touched:
            store.bytes[path][at] ^= 1 << at % 8
        by_path = {one['file']: one for one in report.faults}
        for path in touched:
            counted(row, [by_path[path]] if path in by_path else [], path, at)
        row['runs'] += 1
    return row


def sealed(store):
    row = row_of('`seal/`: one byte at a time, the whole folder verified in memory')
    for path in sorted(path for path in store.files if path.startswith('seal/')):
        for at in range(0, store.files[path], seal_stride):
            store.bytes[path][at] ^= 1 << at % 8
            report = second.Report(second.RECORD_CHECKS)
            second.Record(store, report, OPTIONS).check()
            store.bytes[path][at] ^= 1 << at % 8
            counted(row, report.faults, path, at)
            row['runs'] += 1
    return row


store = Memory(root)
print(json.dumps([listed(store), sealed(store)]))

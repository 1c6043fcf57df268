#!/usr/bin/env python3
"""Check a case folder of Hearsay, independently of Hearsay.

    python3 verify.py CASE [--since CHECKPOINT] [--key KEY]... [--witness KEY]...
                           [--anchors PEM] [--json]

CASE is a case folder or a zip of one, or a folder that was published. Written
from docs/case-format.md, docs/published-format.md and the C2SP specifications
alone: standard library only, no network, nothing written.
Exit status: 0 nothing wrong was found; 1 a fault was found; 2 called wrongly.

Whatever the bytes are, the answer is a table. All of them may be hostile: every
size, count and depth has a bound, links are never followed, and only plain
files are ever opened.
"""

import argparse
import base64
import binascii
import datetime
import hashlib
import hmac
import io
import json
import os
import re
import stat
import sys
import zipfile

MiB = 1 << 20
MAX_LINE = 4 * MiB          # a line of the journal, its line feed included
MAX_LINES = 10_000_000
MAX_BROKEN = 10_000         # lines without a head, before the rest is not read
MAX_NOTE = MiB              # a signed note
MAX_SIGNATURES = 100        # in a signed note
MAX_TOKEN = MiB             # an RFC 3161 token or an OpenTimestamps proof
MAX_DEPTH = 64              # of JSON, and of folders
MAX_FILES = 5_000_000
MAX_ZIP = 1 << 38           # what a zip may unfold to, in all
MAX_FAULTS = 10_000         # told one by one
SAFE = (1 << 53) - 1

DIGEST = re.compile(r'sha256:[0-9a-f]{64}\Z')
HEX64 = re.compile(r'[0-9a-f]{64}\Z')


class Bad(Exception):
    """What is wrong, and where in the bytes that were being read."""

    def __init__(self, what, start=None, end=None):
        super().__init__(what)
        self.what, self.start, self.end = what, start, end


class Unknown(Exception):
    """Something this program can't decide, which is no fault of the case."""


def sha256(data):
    return hashlib.sha256(data).digest()


# ---------------------------------------------------------------- the report

CHECKS = [
    ('folder', 'only files of a case, none of them a link'),
    ('hearsay.json', 'says what the journal says'),
    ('lines', 'journal: form of each line'),
    ('chain', 'journal: each line names the one before'),
    ('bodies', 'journal: digest of each body'),
    ('events', 'journal: data of each event'),
    ('erasures', 'journal: what is erased, and by which event'),
    ('blobs', 'evidence: digest of each, none missing, none stray'),
    ('checkpoint', 'log: signed by the desk, over this journal'),
    ('unsealed', 'log: no line after the checkpoint'),
    ('tiles', 'log: tiles and entry bundles, byte for byte'),
    ('checkpoints', 'checkpoints that left the desk: same history'),
    ('cosigned', 'cosigned checkpoints: same history'),
    ('witnesses', 'signatures of the given witnesses'),
    ('tokens', 'RFC 3161 tokens: over these checkpoints, signed'),
    ('anchors', 'RFC 3161 tokens: certificates up to the given anchors'),
    ('proofs', 'OpenTimestamps proofs: from these checkpoints'),
    ('bitcoin', 'OpenTimestamps proofs: block headers'),
    ('derived', 'derived files: digest of each'),
    ('key', 'signed by keys that were given'),
    ('since', 'nothing rewritten since the given checkpoint'),
]


RECORD_CHECKS = [
    ('folder', 'only files of a published record, none of them a link'),
    ('files', 'each file of the manifest, with its digest'),
    ('manifest', 'the one that the last "publish" event names'),
    ('record', 'disclosed events: commitments to their leaves, and proofs'),
    ('checkpoint', 'signed by the desk'),
    ('editions', 'counted without a gap, each naming the one before'),
    ('history', 'checkpoints shown, or given (--since): same history'),
    ('witnesses', 'signatures of the given witnesses'),
    ('tokens', 'RFC 3161 tokens: over these checkpoints, signed'),
    ('anchors', 'RFC 3161 tokens: certificates up to the given anchors'),
    ('proofs', 'OpenTimestamps proofs: from these checkpoints'),
    ('key', 'signed by keys that were given'),
]


class Report:
    """Checks in order; each passed, failed or not run, and the faults of all."""

    def __init__(self, checks=CHECKS):
        self.checks = checks
        self.state = {name: None for name, _ in checks}
        self.detail = {name: '' for name, _ in checks}
        self.faults = []
        self.more = 0

    def ran(self, check, detail=None):
        if self.state[check] is None:
            self.state[check] = 'passed'
        if detail is not None:
            self.detail[check] = detail

    def skip(self, check, why):
        if self.state[check] is None:
            self.detail[check] = why

    def fault(self, check, file, start, end, what):
        self.state[check] = 'failed'
        if len(self.faults) < MAX_FAULTS:
            self.faults.append({'check': check, 'file': file, 'start': start, 'end': end, 'what': what})
        else:
            self.more += 1

    def failed(self):
        return any(state == 'failed' for state in self.state.values())

    def rows(self):
        for name, about in self.checks:
            yield name, self.state[name] or 'not run', about, self.detail[name]


def shown(text, limit=300):
    """Text from a case, safe on a terminal."""
    out = ''.join(c if c.isprintable() else c.encode('unicode_escape', 'surrogatepass').decode('ascii')
                  for c in text[:limit])
    return out + ('…' if len(text) > limit else '')


def print_table(report, name, out):
    out.write('%s\n\n' % shown(name))
    for check, state, about, detail in report.rows():
        out.write('%-8s  %-12s  %s%s\n' % (state, check, about, ': ' + shown(detail) if detail else ''))
    if report.faults:
        out.write('\n')
    for f in report.faults:
        out.write('%s [%d, %d): %s\n' % (shown(f['file']), f['start'], f['end'], shown(f['what'])))
    if report.more:
        out.write('and %d more\n' % report.more)
    ran = sum(1 for row in report.rows() if row[1] != 'not run')
    out.write('\n%d of %d checks run, %s\n' % (
        ran, len(report.checks),
        'nothing wrong found' if not report.failed() else '%d faults' % (len(report.faults) + report.more)))


def print_json(report, _, out):
    def clean(text):
        return text.encode('utf-8', 'backslashreplace').decode('utf-8')
    def fault(f):
        return {'file': clean(f['file']), 'start': f['start'], 'end': f['end'], 'what': clean(f['what'])}
    document = {
        'sound': not report.failed(),
        'checks': [{'check': check, 'result': state, 'detail': clean(detail or about),
                    'faults': [fault(f) for f in report.faults if f['check'] == check]}
                   for check, state, about, detail in report.rows()],
        'more': report.more,
    }
    out.write(json.dumps(document, ensure_ascii=False) + '\n')


# ------------------------------------------------------- the folder or the zip

class Folder:
    """A folder: `files` by path with their sizes, `folders`, and `odd` things."""

    def __init__(self, root, possible=None):
        self.root, self.files, self.folders, self.odd = root, {}, [], []
        self.possible = possible or (lambda path: path == 'derived/tmp' or possible_folder(path))
        self._walk('', 0)

    def _walk(self, below, depth):
        try:
            entries = sorted(os.scandir(os.path.join(self.root, below)), key=lambda e: e.name)
        except OSError as error:
            self.odd.append((below or '.', "can't be listed: %s" % error.strerror))
            return
        for entry in entries:
            path = below + '/' + entry.name if below else entry.name
            if len(self.files) > MAX_FILES:
                raise Bad('more than %d files' % MAX_FILES)
            try:
                info = entry.stat(follow_symlinks=False)
            except OSError as error:
                self.odd.append((path, "can't be examined: %s" % error.strerror))
                continue
            if stat.S_ISREG(info.st_mode):
                self.files[path] = info.st_size
            elif stat.S_ISDIR(info.st_mode):
                self.folders.append(path)
                if depth >= MAX_DEPTH:
                    self.odd.append((path, 'folders nested too deep'))
                elif self.possible(path):
                    self._walk(path, depth + 1)
            else:
                self.odd.append((path, 'a link' if stat.S_ISLNK(info.st_mode) else 'neither a file nor a folder'))

    def open(self, path):
        # Not through a link that took the file's place meanwhile, and never waiting for a pipe.
        flags = os.O_RDONLY | getattr(os, 'O_NOFOLLOW', 0) | getattr(os, 'O_NONBLOCK', 0) | getattr(os, 'O_BINARY', 0)
        handle = os.open(os.path.join(self.root, path), flags)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(0, 'no longer a plain file')
        return os.fdopen(handle, 'rb')


class Zip:
    """A zip of a case folder, or of one folder that is a case."""

    def __init__(self, path):
        self.files, self.folders, self.odd = {}, [], []
        self.names = set()
        self.zip = zipfile.ZipFile(path)
        infos = self.zip.infolist()
        if len(infos) > MAX_FILES:
            raise Bad('more than %d files' % MAX_FILES)
        self.members = {}
        top = self._top([info.filename for info in infos])
        total = 0
        for info in infos:
            name = info.filename[len(top):]
            total += info.file_size
            if name == '':
                continue
            self._take(info, name)
        if total > MAX_ZIP:
            raise Bad('unfolds to more than %d bytes' % MAX_ZIP)

    @staticmethod
    def _top(names):
        if any(name in ('journal', 'hearsay.json') for name in names):
            return ''
        first = {name.split('/', 1)[0] for name in names}
        if len(first) == 1 and all('/' in name for name in names):
            return first.pop() + '/'
        return ''

    def _take(self, info, name):
        kind = stat.S_IFMT(info.external_attr >> 16)
        parts = name.rstrip('/').split('/')
        if any(part in ('', '.', '..') for part in parts) or '\\' in name or '\0' in name:
            self.odd.append((name, 'no name for a file of a case'))
        elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            self.odd.append((name, 'a link' if kind == stat.S_IFLNK else 'neither a file nor a folder'))
        elif '/'.join(parts) in self.names:
            self.odd.append((name, 'stands in the zip twice'))
        elif name.endswith('/'):
            self.folders.append('/'.join(parts))
        elif info.flag_bits & 1:
            self.odd.append((name, 'is encrypted'))
        elif info.file_size > 1100 * info.compress_size + 1024:
            self.odd.append((name, 'unfolds to more than deflate can hold'))
        else:
            self.members[name] = info
            self.files[name] = info.file_size
        self.names.add('/'.join(parts))

    def open(self, path):
        return self.zip.open(self.members[path])


POSSIBLE = re.compile(
    r'(blobs(/sha256(/[0-9a-f]{2})?)?'
    r'|log(/tile(/(entries|[0-9]{1,2})(/x[0-9]{3}){0,6}(/[0-9]{3}\.p)?)?)?'
    r'|derived(/.*)?)\Z', re.S)


def possible_folder(path):
    """A folder in which a file of a case may stand; empty, it means nothing."""
    return POSSIBLE.match(path) is not None


READ_ERRORS = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile,
               __import__('zlib').error, __import__('struct').error)


def read_whole(store, path, limit):
    """The bytes of a small file, or Bad."""
    try:
        with store.open(path) as file:
            data = file.read(limit + 1)
    except READ_ERRORS as error:
        raise Bad("can't be read: %s" % (error.__class__.__name__ if not str(error) else error), 0, store.files[path])
    if len(data) > limit:
        raise Bad('longer than %d bytes' % limit, 0, store.files[path])
    return data


def difference(found, expected):
    """The range of `found` that is not as expected."""
    if len(found) == len(expected):
        last = len(found)
        while last and found[last - 1] == expected[last - 1]:
            last -= 1
    else:
        last = len(found)
    first, high = 0, min(len(found), len(expected))
    while first < high:                      # halving: the files may be long
        middle = (first + high + 1) // 2
        if found[first:middle] == expected[first:middle]:
            first = middle
        else:
            high = middle - 1
    return first, max(first, last)


# ------------------------------------------------------------- canonical JSON

def parse_canonical(data, deepest=MAX_DEPTH):
    """The value of canonical JSON; Bad when it is not JSON or not canonical."""
    if data.count(b'[') + data.count(b'{') > deepest and depth_of(data) > deepest:
        raise Bad('JSON nested deeper than %d' % deepest)
    try:
        text = data.decode('utf-8')
    except UnicodeDecodeError as error:
        raise Bad('not UTF-8', max(0, error.start - 3), min(len(data), error.end + 3))
    try:
        value = json.loads(text, parse_int=whole, parse_float=no_fraction, parse_constant=no_fraction)
    except Bad:
        raise
    except json.JSONDecodeError as error:
        at = len(text[:error.pos].encode('utf-8', 'surrogatepass'))
        end = len(data) if error.msg.startswith('Unterminated') else after_word(data, at)
        raise Bad('not JSON: %s' % error.msg, max(0, string_before(data, at) - 1), end)
    except (ValueError, RecursionError):
        raise Bad('not JSON')
    if canonical(value) != data:
        raise Bad('JSON that is not canonical', *difference(data, canonical(value)))
    return value


def string_before(data, at):
    """Where the last string begins before `at`: that it ends where it should not is often what is wrong."""
    start = 0
    for token in re.finditer(rb'"(?:[^"\\]|\\.)*(?:"|\\?\Z)', data[:at], re.S):
        start = token.start()
    return start


def after_word(data, at):
    """Where what begins at `at` ends, where it is a word like `null`; else just behind it."""
    return min(len(data), max(at + 2, re.compile(rb'[^,\[\]{}"]{0,24}').match(data, at).end() + 1))


def depth_of(data):
    depth = deepest = 0
    for token in re.finditer(rb'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[\[\]{}]', data, re.S):
        if token.group() in b'[{':
            depth += 1
            deepest = max(deepest, depth)
        elif token.group() in b']}':
            depth -= 1
    return deepest


def whole(digits):
    if len(digits) > 17 or abs(int(digits)) > SAFE:
        raise Bad('a number of 2^53 or more')
    return int(digits)


def no_fraction(text):
    raise Bad('a number that is not whole')


def canonical(value):
    """Canonical JSON in bytes."""
    fast = json.dumps(value, ensure_ascii=False, separators=(',', ':'), sort_keys=True)
    if not fast or max(fast) <= '\ud7ff':
        return fast.encode('utf-8')
    return spell(value).encode('utf-8')      # beyond: surrogates and the order of keys need care


def spell(value):
    if isinstance(value, dict):
        # Keys in the order of their UTF-16 code units, as RFC 8785 has it.
        keys = sorted(value, key=lambda key: key.encode('utf-16-be', 'surrogatepass'))
        return '{' + ','.join(spell(key) + ':' + spell(value[key]) for key in keys) + '}'
    if isinstance(value, list):
        return '[' + ','.join(spell(item) for item in value) + ']'
    text = json.dumps(value, ensure_ascii=False)
    return re.sub('[\ud800-\udfff]', lambda lone: '\\u%04x' % ord(lone.group()), text)


# ------------------------------------------------------- commitments to leaves

def leaves(value, pointer=''):
    """Every value but objects with keys, under its JSON Pointer (RFC 6901)."""
    if isinstance(value, dict) and value:
        for key, one in value.items():
            yield from leaves(one, pointer + '/' + key.replace('~', '~0').replace('/', '~1'))
    else:
        yield pointer, value


LONE = re.compile('[\ud800-\udfff]')


def leaf_commitment(key, value):
    return hashlib.sha256(key + canonical(value)).hexdigest()


def commitments(body):
    """What each leaf of a body is committed to by, under its pointer."""
    salt = bytes.fromhex(body['salt'])
    return {pointer: leaf_commitment(hmac.digest(salt, LONE.sub('\ufffd', pointer).encode('utf-8'), 'sha256'), value)
            for pointer, value in leaves({'by': body['by'], 'data': body['data']})}


def commitment(by_pointer):
    return hashlib.sha256(canonical(by_pointer)).hexdigest()


# -------------------------------------------------------------------- Ed25519

P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def point_of(data):
    """The point of 32 bytes, or None: only the one canonical encoding of each point."""
    y = int.from_bytes(data, 'little')
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P) % P, (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * ROOT % P
        if v * x * x % P != u:
            return None
    if x == 0 and sign:
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def plus(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    m, n = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * D * t1 * t2 % P, 2 * z1 * z2 % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def twice(a):
    x, y, z, _ = a
    m, n = x * x % P, y * y % P
    h = m + n
    e, g = h - (x + y) * (x + y) % P, m - n
    f = 2 * z * z % P + g
    return e * f % P, g * h % P, f * g % P, e * h % P


NEUTRAL = (0, 1, 1, 0)
BASE = point_of(bytes.fromhex('58' + '66' * 31))


def multiples(point):
    """0 to 15 times the point."""
    row = [NEUTRAL]
    for _ in range(15):
        row.append(plus(row[-1], point))
    return row


BASES = multiples(BASE)


def small_order(point):
    x, y, z, _ = twice(twice(twice(point)))
    return x % P == 0 and (y - z) % P == 0


def ed25519(key, signature, message):
    """Strict RFC 8032: canonical encodings, s below the order, no key of small order."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, s = point_of(key), int.from_bytes(signature[32:], 'little')
    if a is None or s >= ORDER or small_order(a) or point_of(signature[:32]) is None:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), 'little') % ORDER
    minus = multiples((P - a[0], a[1], 1, P - a[3]))
    sum_ = NEUTRAL                           # s·B − k·A, four bits of both a step
    for shift in range(252, -4, -4):
        if sum_ is not NEUTRAL:
            sum_ = twice(twice(twice(twice(sum_))))
        sum_ = plus(plus(sum_, BASES[s >> shift & 15]), minus[k >> shift & 15])
    x, y, z, _ = sum_
    inverse = pow(z, P - 2, P)
    x, y = x * inverse % P, y * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, 'little') == signature[:32]


# ------------------------------------------- signed notes and checkpoints (C2SP)

def strict_base64(text):
    try:
        data = base64.b64decode(text.encode('ascii'), validate=True)
    except (UnicodeEncodeError, binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode('ascii') == text else None


class Key:
    """A verifier key: `name+id+base64(type ‖ key)`."""

    def __init__(self, text):
        parts = text.split('+', 2)
        material = strict_base64(parts[2]) if len(parts) == 3 else None
        if material is None or not key_name(parts[0]) or not re.match(r'[0-9a-f]{8}\Z', parts[1]):
            raise Bad('not a verifier key: %s' % shown(text, 100))
        self.text, self.name, self.id = text, parts[0], bytes.fromhex(parts[1])
        self.type, self.key = material[:1], material[1:]
        if self.type not in (b'\x01', b'\x04') or len(self.key) != 32:
            raise Bad('a verifier key of a type unknown here: %s' % shown(text, 100))
        if sha256(self.name.encode('utf-8', 'surrogatepass') + b'\n' + material)[:4] != self.id:
            raise Bad('a verifier key whose id is not its own: %s' % shown(text, 100))


def key_name(name):
    return name != '' and '+' not in name and not any(c.isspace() or c < ' ' for c in name)


class Note:
    """A signed note: its text, and its signature lines as (name, id, signature, start, end)."""

    def __init__(self, data):
        if len(data) > MAX_NOTE:
            raise Bad('a note longer than %d bytes' % MAX_NOTE, 0, len(data))
        try:
            whole_text = data.decode('utf-8')
        except UnicodeDecodeError as error:
            raise Bad('a note that is not UTF-8', max(0, error.start - 3), min(len(data), error.end + 3))
        control = re.search(rb'[\x00-\x09\x0b-\x1f]', data)
        if control:
            raise Bad('a control character in a note', control.start(), control.end())
        gap = data.rfind(b'\n\n')
        if gap < 0:
            raise Bad('a note without signatures', 0, len(data))
        self.data, self.text, self.signatures = data, data[:gap + 1], []
        at = gap + 2
        if not whole_text.endswith('\n') or at == len(data):
            raise Bad('a note that does not end in a signature line', min(at, len(data)), len(data))
        while at < len(data):
            end = data.index(b'\n', at) + 1
            self.signatures.append(self._line(data[at:end - 1], at, end))
            at = end
        if len(self.signatures) > MAX_SIGNATURES:
            raise Bad('a note of more than %d signatures' % MAX_SIGNATURES, gap + 2, len(data))

    @staticmethod
    def _line(line, at, end):
        parts = line.decode('utf-8').split(' ')
        packed = strict_base64(parts[2]) if len(parts) == 3 else None
        if packed is None or parts[0] != '—' or not key_name(parts[1]) or len(packed) < 5:
            raise Bad('not a signature line', at, end)
        return parts[1], packed[:4], packed[4:], at, end


class Checkpoint(Note):
    """A signed note whose text is an origin, a size and a root, and no more."""

    def __init__(self, data):
        super().__init__(data)
        lines = self.text.decode('utf-8').split('\n')
        if len(lines) != 4 or lines[0] == '':
            raise Bad('a checkpoint is an origin, a size and a root', 0, len(self.text))
        self.origin = lines[0]
        at = len(lines[0].encode('utf-8')) + 1
        if not re.match(r'(0|[1-9][0-9]{0,15})\Z', lines[1]):
            raise Bad('not the size of a tree', at, at + len(lines[1].encode('utf-8')))
        self.size = int(lines[1])
        at += len(lines[1]) + 1
        root = strict_base64(lines[2])
        if root is None or len(root) != 32:
            raise Bad('not the root of a tree', at, at + len(lines[2].encode('utf-8')))
        self.root, self.root_at = root, (at, at + len(lines[2]))

    def signed_by(self, key, line):
        """Whether this signature line is the key's over the text: a log's, or a witness's."""
        name, number, signature, _, _ = line
        if name != key.name or number != key.id:
            return False
        if key.type == b'\x01':
            return ed25519(key.key, signature, self.text)
        if len(signature) != 72 or signature[0] & 0x80:
            return False
        time = int.from_bytes(signature[:8], 'big')
        return ed25519(key.key, signature[8:], b'cosignature/v1\ntime %d\n' % time + self.text)


# ------------------------------------------------------- the Merkle tree (RFC 6962)

def node(left, right):
    return sha256(b'\x01' + left + right)


def leaf(entry):
    return sha256(b'\x00' + entry)


def roots(leaves, sizes):
    """The root of the tree at each of these sizes."""
    wanted, found, stack = set(sizes), {}, []
    if 0 in wanted:
        found[0] = sha256(b'')
    for size, hash_ in enumerate(leaves, 1):
        rest = size
        while rest & 1 == 0:
            hash_ = node(stack.pop(), hash_)
            rest >>= 1
        stack.append(hash_)
        if size in wanted:
            root = stack[-1]
            for left in reversed(stack[:-1]):
                root = node(left, root)
            found[size] = root
    return found


def index_path(index):
    """1234067 is x001/x234/067."""
    path = '%03d' % (index % 1000)
    while index >= 1000:
        index //= 1000
        path = 'x%03d/%s' % (index % 1000, path)
    return path


def expected_tiles(entries):
    """Path and bytes of every tile and bundle of a log of these entries."""
    for start in range(0, len(entries), 256):
        some = entries[start:start + 256]
        yield tile_path('entries', start // 256, len(some)), b''.join(b'\x00\x20' + entry for entry in some)
    level, hashes = 0, [leaf(entry) for entry in entries]
    while hashes:
        above = []
        for start in range(0, len(hashes), 256):
            some = hashes[start:start + 256]
            yield tile_path(str(level), start // 256, len(some)), b''.join(some)
            if len(some) == 256:
                above.append(roots(some, [256])[256])
        level, hashes = level + 1, above


def tile_path(level, index, width):
    return 'log/tile/%s/%s%s' % (level, index_path(index), '' if width == 256 else '.p/%d' % width)


# ------------------------------------------------------------------------ DER

class Der:
    """One element of strict DER: its tag, its whole bytes and its content."""

    __slots__ = ('tag', 'raw', 'body')

    def __init__(self, tag, raw, body):
        self.tag, self.raw, self.body = tag, raw, body

    def parts(self):
        """The elements within, which fill it."""
        out, at = [], 0
        while at < len(self.body):
            element, at = der_at(self.body, at)
            out.append(element)
            if len(out) > 10_000:
                raise Bad('a token of too many parts')
        return out

    def want(self, tag, name):
        if self.tag != tag:
            raise Bad('a token with no %s where it belongs' % name)
        return self


def der_at(data, at):
    """The element at this offset, and the offset after it."""
    try:
        tag, first, end = data[at], data[at + 1], at + 2
    except IndexError:
        raise Bad('a token that ends too early')
    if tag & 31 == 31:
        raise Bad('a token with a tag that is not used here')
    size = first
    if first & 128:
        count = first & 127
        size = int.from_bytes(data[end:end + count], 'big')
        end += count
        if not 1 <= count <= 4 or size < 128 or size >> 8 * (count - 1) == 0:
            raise Bad('a token whose lengths are not DER')
    if end + size > len(data):
        raise Bad('a token that ends too early')
    return Der(tag, data[at:end + size], data[end:end + size]), end + size


def der(data):
    element, end = der_at(data, 0)
    if end != len(data):
        raise Bad('bytes after the end of the token', end, len(data))
    return element


def oid(element):
    body = element.want(0x06, 'object identifier').body
    numbers, value = [], 0
    if not body or body[-1] & 128:
        raise Bad('not an object identifier')
    for i, byte in enumerate(body):
        if value == 0 and byte == 128 or len(body) > 64:
            raise Bad('not an object identifier')
        value = value << 7 | byte & 127
        if not byte & 128:
            if not numbers:
                numbers = [min(value // 40, 2)]
                value -= 40 * numbers[0]
            numbers.append(value)
            value = 0
    return '.'.join(map(str, numbers))


def integer(element):
    body = element.want(0x02, 'number').body
    if not body or len(body) > 1 and (body[0] == 0 and body[1] < 128 or body[0] == 255 and body[1] >= 128):
        raise Bad('a token with a number that is not DER')
    return int.from_bytes(body, 'big', signed=True)


def boolean(element):
    if element.want(0x01, 'yes or no').body not in (b'\x00', b'\xff'):
        raise Bad('a token with a boolean that is not DER')
    return element.body == b'\xff'


def bits(element):
    body = element.want(0x03, 'string of bits').body
    if not body or body[0] > 7 or len(body) == 1 and body[0]:
        raise Bad('not a string of bits')
    return body


def octet_bits(element):
    body = bits(element)
    if body[0]:
        raise Bad('a signature or key that is not whole bytes')
    return body[1:]


def instant(element):
    """UTCTime or GeneralizedTime as YYYYMMDDhhmmss and perhaps a fraction: they sort as strings."""
    text = element.body.decode('ascii', 'replace')
    if element.tag == 0x17 and re.match(r'[0-9]{12}Z\Z', text):
        return ('19' if text >= '5' else '20') + text[:-1]
    if element.tag == 0x18 and re.match(r'[0-9]{14}(\.[0-9]*[1-9])?Z\Z', text):
        return text[:-1]
    raise Bad('a token with a time that is not DER')


def algorithm(element):
    """Object identifier and parameters (or None) of an AlgorithmIdentifier."""
    parts = element.want(0x30, 'algorithm').parts()
    if not 1 <= len(parts) <= 2:
        raise Bad('not an algorithm')
    return oid(parts[0]), parts[1] if len(parts) == 2 else None


# ---------------------------------------------------------------- RSA and ECDSA

HASHES = {'1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256',
          '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512'}
SIGNERS = {'1.2.840.113549.1.1.1': ('rsa', None), '1.2.840.113549.1.1.11': ('rsa', 'sha256'),
           '1.2.840.113549.1.1.12': ('rsa', 'sha384'), '1.2.840.113549.1.1.13': ('rsa', 'sha512'),
           '1.2.840.10045.2.1': ('ec', None), '1.2.840.10045.4.3.2': ('ec', 'sha256'),
           '1.2.840.10045.4.3.3': ('ec', 'sha384'), '1.2.840.10045.4.3.4': ('ec', 'sha512')}
DIGEST_INFO = {'sha256': '3031300d060960864801650304020105000420', 'sha384': '3041300d060960864801650304020205000430',
               'sha512': '3051300d060960864801650304020305000440'}
CURVES = {  # p, b, order, generator (a is p − 3): FIPS 186-4
    '1.2.840.10045.3.1.7': (
        0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff,
        0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b,
        0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551,
        0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
        0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5),
    '1.3.132.0.34': (
        0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff,
        0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef,
        0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973,
        0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7,
        0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f),
}


def signed_with(spki, sign_oid, digest_name, message, signature):
    """Whether this public key made the signature; Bad for what is not known here."""
    kind, own = SIGNERS.get(sign_oid, (None, None))
    if kind is None:
        raise Bad('a signature of a kind unknown here: %s' % sign_oid)
    name = own or digest_name
    if name not in DIGEST_INFO:
        raise Bad('a signature over a digest that is not accepted')
    digest = hashlib.new(name, message).digest()
    parts = spki.want(0x30, 'public key').parts()
    if len(parts) != 2:
        raise Bad('not a public key')
    key_oid, parameters = algorithm(parts[0])
    if SIGNERS.get(key_oid) != (kind, None):
        raise Bad('a signature and a key of different kinds')
    key = octet_bits(parts[1])
    return rsa(key, name, digest, signature) if kind == 'rsa' else ecdsa(key, parameters, digest, signature)


def rsa(key, name, digest, signature):
    numbers = der(key).want(0x30, 'RSA key').parts()
    if len(numbers) != 2:
        raise Bad('not an RSA key')
    n, e = integer(numbers[0]), integer(numbers[1])
    if not 1024 <= n.bit_length() <= 8192 or not 3 <= e < 1 << 64 or not n & e & 1:
        raise Bad('an RSA key that is not accepted')
    size, s = (n.bit_length() + 7) // 8, int.from_bytes(signature, 'big')
    if len(signature) != size or s >= n:
        return False
    tail = b'\x00' + bytes.fromhex(DIGEST_INFO[name]) + digest
    return pow(s, e, n).to_bytes(size, 'big') == b'\x00\x01' + b'\xff' * (size - 2 - len(tail)) + tail


def ecdsa(key, parameters, digest, signature):
    curve = CURVES.get(oid(parameters)) if parameters is not None else None
    if curve is None:
        raise Bad('a curve unknown here')
    p, b, order, gx, gy = curve
    size = (p.bit_length() + 7) // 8
    if len(key) != 1 + 2 * size or key[0] != 4:
        raise Bad('not a point of the curve')
    x, y = int.from_bytes(key[1:1 + size], 'big'), int.from_bytes(key[1 + size:], 'big')
    if x >= p or y >= p or (y * y - x * x * x + 3 * x - b) % p:
        raise Bad('not a point of the curve')
    numbers = der(signature).want(0x30, 'signature').parts()
    if len(numbers) != 2:
        return False
    r, s = integer(numbers[0]), integer(numbers[1])
    if not (0 < r < order and 0 < s < order):
        return False
    z = int.from_bytes(digest, 'big') >> max(0, 8 * len(digest) - order.bit_length())
    w = pow(s, order - 2, order)
    point = curve_sum(p, (gx, gy), z * w % order, (x, y), r * w % order)
    return point is not None and point % order == r


def curve_sum(p, one, m, two, n):
    """The x of m·one + n·two on a curve with a = −3, in Jacobian coordinates; None at infinity."""
    a, b = one + (1,), two + (1,)
    both = jacobian_plus(p, a, b)
    total = None
    for shift in range(max(m.bit_length(), n.bit_length()) - 1, -1, -1):
        total = jacobian_twice(p, total)
        which = (m >> shift & 1) + 2 * (n >> shift & 1)
        if which:
            total = jacobian_plus(p, total, (a, b, both)[which - 1])
    if total is None:
        return None
    return total[0] * pow(total[2], -2, p) % p


def jacobian_twice(p, point):
    if point is None or point[1] == 0:
        return None
    x, y, z = point
    d, g = z * z % p, y * y % p
    beta, alpha = x * g % p, 3 * (x - d) * (x + d) % p
    out = (alpha * alpha - 8 * beta) % p
    return out, (alpha * (4 * beta - out) - 8 * g * g) % p, 2 * y * z % p


def jacobian_plus(p, a, b):
    if a is None or b is None:
        return a or b
    x1, y1, z1 = a
    x2, y2, z2 = b
    u1, u2 = x1 * z2 * z2 % p, x2 * z1 * z1 % p
    s1, s2 = y1 * z2 * z2 * z2 % p, y2 * z1 * z1 * z1 % p
    if u1 == u2:
        return jacobian_twice(p, a) if s1 == s2 else None
    h, r = u2 - u1, s2 - s1
    x = (r * r - h * h * h - 2 * u1 * h * h) % p
    return x, (r * (u1 * h * h - x) - s1 * h * h * h) % p, h * z1 * z2 % p


# ---------------------------------------------------------------- certificates

KNOWN_EXTENSIONS = {'2.5.29.15', '2.5.29.19', '2.5.29.37', '2.5.29.14', '2.5.29.35', '2.5.29.32', '2.5.29.17'}
MAX_CERTIFICATES = 32
MAX_CHAIN_CHECKS = 100


class Certificate:
    def __init__(self, element):
        self.raw = element.raw
        parts = element.want(0x30, 'certificate').parts()
        if len(parts) != 3:
            raise Bad('not a certificate')
        self.tbs, self.sign_oid, self.signature = parts[0].raw, algorithm(parts[1])[0], octet_bits(parts[2])
        fields = parts[0].want(0x30, 'certificate').parts()
        if fields and fields[0].tag == 0xa0:
            fields = fields[1:]
        if len(fields) < 6 or fields[1].raw != parts[1].raw:
            raise Bad('not a certificate')
        self.serial, self.issuer, self.subject, self.spki = (
            integer(fields[0]), fields[2].raw, fields[4].raw, fields[5])
        times = fields[3].want(0x30, 'validity').parts()
        if len(times) != 2:
            raise Bad('not a certificate')
        self.start, self.end = instant(times[0]), instant(times[1])
        self.extensions = {}
        for field in fields[6:]:
            if field.tag == 0xa3:
                self._extensions(der(field.body))

    def _extensions(self, element):
        for extension in element.want(0x30, 'extensions').parts():
            parts = extension.want(0x30, 'extension').parts()
            if not 2 <= len(parts) <= 3:
                raise Bad('not an extension')
            name, critical = oid(parts[0]), len(parts) == 3 and boolean(parts[1])
            if name in self.extensions:
                raise Bad('a certificate with an extension twice')
            self.extensions[name] = critical, parts[-1].want(0x04, 'extension').body

    def usage(self, *numbers):
        """Whether its key may be used so (bits of keyUsage); with no such extension, for anything."""
        if '2.5.29.15' not in self.extensions:
            return True
        found = bits(der(self.extensions['2.5.29.15'][1]))[1:]
        return any(len(found) > n // 8 and found[n // 8] >> (7 - n % 8) & 1 for n in numbers)

    def authority(self, below):
        """Whether it may issue, with so many authorities below it."""
        if '2.5.29.19' not in self.extensions:
            return False
        parts = der(self.extensions['2.5.29.19'][1]).want(0x30, 'basic constraints').parts()
        if not parts or parts[0].tag != 0x01 or not boolean(parts[0]):
            return False
        return self.usage(5) and (len(parts) < 2 or integer(parts[1]) >= below)

    def stamps(self):
        """Whether it is for time stamping and nothing else, and says so as it must (RFC 3161, 2.3)."""
        critical, value = self.extensions.get('2.5.29.37', (False, None))
        if not critical:
            return False
        return [oid(use) for use in der(value).want(0x30, 'key usage').parts()] == ['1.3.6.1.5.5.7.3.8']

    def foreign(self):
        return [name for name, (critical, _) in self.extensions.items() if critical and name not in KNOWN_EXTENSIONS]


def pem(text):
    """The certificates of a PEM file."""
    found = []
    for block in re.findall(r'-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----', text):
        data = strict_base64(''.join(block.split()))
        if data is None:
            raise Bad('not PEM')
        found.append(Certificate(der(data)))
    return found


def leads_to(certificate, between, anchors, when, below=0, budget=None):
    """Whether certificates lead from this one up to an anchor, all valid at that time."""
    budget = [MAX_CHAIN_CHECKS] if budget is None else budget
    if not certificate.start <= when[:14] <= certificate.end or certificate.foreign():
        return False
    if any(anchor.raw == certificate.raw for anchor in anchors):
        return True
    if below > 8:
        return False
    for issuer in anchors + between:
        if issuer.subject != certificate.issuer or issuer.raw == certificate.raw or not issuer.authority(below):
            continue
        budget[0] -= 1                       # many that sign each other make very many ways
        if budget[0] < 0:
            return False
        try:
            signed = signed_with(issuer.spki, certificate.sign_oid, None, certificate.tbs, certificate.signature)
        except Bad:
            continue
        rest = [other for other in between if other.raw != issuer.raw]
        if signed and leads_to(issuer, rest, anchors, when, below + 1, budget):
            return True
    return False


# --------------------------------------------------------- RFC 3161 time-stamps

SIGNED_DATA, TST_INFO = '1.2.840.113549.1.7.2', '1.2.840.113549.1.9.16.1.4'
CONTENT_TYPE, MESSAGE_DIGEST = '1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4'
ESS, ESS_V2 = '1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47'


class Token:
    """A time-stamp token, alone or within the response that brought it."""

    def __init__(self, data):
        top = der(data).want(0x30, 'sequence')
        parts = top.parts()
        if parts and parts[0].tag == 0x30:
            top = self._granted(parts)
            parts = top.parts()
        if len(parts) != 2 or oid(parts[0]) != SIGNED_DATA:
            raise Bad('not a token')
        signed = der(parts[1].want(0xa0, 'signed data').body).want(0x30, 'signed data').parts()
        if len(signed) < 4 or integer(signed[0]) not in (1, 3, 4, 5):
            raise Bad('not a token')
        self._content(signed[2])
        self.certificates, rest = [], signed[3:]
        if rest[0].tag == 0xa0:
            self.certificates = [Certificate(one) for one in rest[0].parts()[:MAX_CERTIFICATES] if one.tag == 0x30]
            rest = rest[1:]
        if rest and rest[0].tag == 0xa1:
            rest = rest[1:]
        signers = rest[0].want(0x31, 'signers').parts() if len(rest) == 1 else []
        if len(signers) != 1:
            raise Bad('a token that has not exactly one signer')
        self._signer(signers[0].want(0x30, 'signer').parts())

    @staticmethod
    def _granted(parts):
        status = parts[0].parts()
        if not status or integer(status[0]) not in (0, 1):
            raise Bad('the authority refused to stamp')
        if len(parts) != 2:
            raise Bad('a response without a token')
        return parts[1].want(0x30, 'token')

    def _content(self, element):
        parts = element.want(0x30, 'content').parts()
        if len(parts) != 2 or oid(parts[0]) != TST_INFO:
            raise Bad('a token with other content than a time-stamp')
        self.content = der(parts[1].want(0xa0, 'content').body).want(0x04, 'content').body
        info = der(self.content).want(0x30, 'time-stamp').parts()
        if len(info) < 5 or integer(info[0]) != 1:
            raise Bad('not a time-stamp of version 1')
        self.policy = oid(info[1])
        imprint = info[2].want(0x30, 'imprint').parts()
        if len(imprint) != 2:
            raise Bad('not an imprint')
        self.hash, self.imprint = HASHES.get(algorithm(imprint[0])[0]), imprint[1].want(0x04, 'imprint').body
        integer(info[3])
        self.time = instant(info[4].want(0x18, 'time'))
        order = [(0x30, 'accuracy'), (0x01, 'ordering'), (0x02, 'nonce'), (0xa0, 'tsa'), (0xa1, 'extensions')]
        tags = [element.tag for element in info[5:]]
        known = [tag for tag, _ in order]
        if any(tag not in known for tag in tags) or tags != sorted(set(tags), key=known.index):
            raise Bad('a time-stamp with parts that do not belong to it')

    def _signer(self, parts):
        if len(parts) < 6 or integer(parts[0]) not in (1, 3):
            raise Bad('not a signer with signed attributes')
        self.sid = parts[1]
        self.digest = HASHES.get(algorithm(parts[2])[0])
        self.signed = b'\x31' + parts[3].want(0xa0, 'signed attributes').raw[1:]
        self.attributes = {}
        for attribute in parts[3].parts():
            pair = attribute.want(0x30, 'attribute').parts()
            values = pair[1].want(0x31, 'attribute').parts() if len(pair) == 2 else []
            if len(values) != 1 or oid(pair[0]) in self.attributes:
                raise Bad('a signed attribute that has not exactly one value')
            self.attributes[oid(pair[0])] = values[0]
        self.sign_oid, self.signature = algorithm(parts[4])[0], parts[5].want(0x04, 'signature').body
        if len(parts) > 7 or len(parts) == 7 and parts[6].tag != 0xa1:
            raise Bad('a signer with parts that do not belong to it')

    def over(self, digest, message):
        """Bad unless it stamps the message with this SHA-256 (the message itself where it is known)."""
        if self.hash not in DIGEST_INFO:
            raise Bad('an imprint by a digest that is not accepted')
        if self.hash != 'sha256' and message is None:
            raise Unknown('imprints by %s of a checkpoint that is not here' % self.hash)
        if self.imprint != (digest if self.hash == 'sha256' else hashlib.new(self.hash, message).digest()):
            raise Bad('a stamp on something else than this checkpoint')

    def check(self, anchors):
        """The signer's certificate; Bad unless it may stamp and did sign."""
        certificate = next((one for one in self.certificates + anchors if self._names(one)), None)
        if certificate is None:
            raise Bad('a token without the certificate of its signer')
        if not certificate.stamps():
            raise Bad('a signer whose certificate is not for time stamping')
        if not certificate.usage(0, 1):
            raise Bad('a signer whose key is not for signing')
        if not certificate.start <= self.time[:14] <= certificate.end:
            raise Bad('a signer whose certificate was not valid at the time')
        if self.digest not in DIGEST_INFO:
            raise Bad('a signature over a digest that is not accepted')
        kind, stated = self.attributes.get(CONTENT_TYPE), self.attributes.get(MESSAGE_DIGEST)
        if kind is None or oid(kind) != TST_INFO:
            raise Bad('a signature that does not say it is of a time-stamp')
        if stated is None or stated.want(0x04, 'digest').body != hashlib.new(self.digest, self.content).digest():
            raise Bad('a signature of another time-stamp')
        if not signed_with(certificate.spki, self.sign_oid, self.digest, self.signed, self.signature):
            raise Bad('a signature that is not the signer\'s')
        return certificate

    def _names(self, certificate):
        """Whether signer and signing-certificate attribute both mean this certificate."""
        if self.sid.tag == 0x30:
            parts = self.sid.parts()
            if len(parts) != 2 or parts[0].raw != certificate.issuer or integer(parts[1]) != certificate.serial:
                return False
        elif self.sid.tag == 0x80:
            known = certificate.extensions.get('2.5.29.14')
            if known is None or der(known[1]).body != self.sid.body:
                return False
        else:
            return False
        found = [self._ess(name, self.attributes[name], certificate) for name in (ESS, ESS_V2) if name in self.attributes]
        return bool(found) and all(found)

    @staticmethod
    def _ess(name, value, certificate):
        lists = value.want(0x30, 'signing certificate').parts()
        first = lists[0].want(0x30, 'signing certificate').parts() if lists else []
        parts = first[0].want(0x30, 'signing certificate').parts() if first else []
        kind = 'sha1' if name == ESS else 'sha256'
        if name == ESS_V2 and parts and parts[0].tag == 0x30:
            kind, parts = HASHES.get(algorithm(parts[0])[0]), parts[1:]
        if not parts or kind is None or kind == 'sha1' and name == ESS_V2:
            return False
        if len(parts) > 1:
            serial = parts[1].want(0x30, 'issuer and serial').parts()
            if len(serial) != 2 or integer(serial[1]) != certificate.serial:
                return False
        return parts[0].want(0x04, 'digest').body == hashlib.new(kind, certificate.raw).digest()


# ------------------------------------------------------------- OpenTimestamps

OTS_MAGIC = b'\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94'
ATTESTATIONS = {bytes.fromhex('83dfe30d2ef90c8e'): 'pending', bytes.fromhex('0588960d73d71901'): 'bitcoin',
                bytes.fromhex('06869a0d73d71b45'): 'litecoin', bytes.fromhex('30fe8087b5c7ead7'): 'ethereum'}
MAX_MESSAGE, MAX_OPS, MAX_OTS_DEPTH, MAX_PAYLOAD, MAX_URI = 4096, 10_000, 256, 8192, 1000


class Proof:
    """An OpenTimestamps proof: what each attestation attests, as (kind, detail, message)."""

    def __init__(self, data, digest):
        self.data, self.at, self.found, self.ops = data, 0, [], 0
        if self.take(len(OTS_MAGIC)) != OTS_MAGIC:
            raise Bad('not an OpenTimestamps proof', 0, min(len(data), len(OTS_MAGIC)))
        if self.number() != 1:
            raise Bad('a proof of an unknown version', len(OTS_MAGIC), self.at)
        if self.take(1) != b'\x08':
            raise Bad('a proof of another digest than SHA-256', self.at - 1, self.at)
        if self.take(32) != digest:
            raise Bad('a proof for something else than this checkpoint', self.at - 32, self.at)
        self.walk(digest)
        if self.at != len(data):
            raise Bad('bytes after the end of the proof', self.at, len(data))

    def take(self, count):
        piece = self.data[self.at:self.at + count]
        if len(piece) < count:
            raise Bad('a proof that ends too early', self.at, len(self.data))
        self.at += count
        return piece

    def number(self):
        start, value, shift = self.at, 0, 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            shift += 7
            if not byte & 128:
                if byte == 0 and shift > 7:
                    raise Bad('a number that is not in its shortest form', start, self.at)
                return value
            if shift > 63:
                raise Bad('a number that is too long', start, self.at)

    def bytes(self, low, high):
        start, size = self.at, self.number()
        if not low <= size <= high:
            raise Bad('a piece of %d bytes' % size, start, self.at)
        return self.take(size)

    def walk(self, message):
        """All branches, each with its message; a stack, so that depth is only a number."""
        branches = [(message, 0)]
        while branches:
            message, depth = branches.pop()
            while True:
                self.ops += 1
                if self.ops > MAX_OPS or depth > MAX_OTS_DEPTH:
                    raise Bad('a proof of too many steps', self.at, len(self.data))
                start, tag = self.at, self.take(1)
                if tag == b'\xff':
                    # What follows is one branch of several; the next comes after it.
                    branches.append((message, depth))
                    tag = self.take(1)
                    if tag == b'\xff':
                        raise Bad('two forks where one belongs', start, self.at)
                if tag == b'\x00':
                    self.attest(message)
                    break
                message, depth = self.operate(tag[0], message, start), depth + 1

    def operate(self, tag, message, start):
        if tag in (0xf0, 0xf1):
            piece = self.bytes(1, MAX_MESSAGE)
            message = message + piece if tag == 0xf0 else piece + message
        elif tag == 0xf2:
            message = message[::-1]
        elif tag == 0xf3:
            message = binascii.hexlify(message)
        elif tag in (0x02, 0x03, 0x08, 0x67):
            message = DIGESTS[tag](message)
        else:
            raise Bad('an operation that is unknown', start, self.at)
        if not 1 <= len(message) <= MAX_MESSAGE:
            raise Bad('an operation on %d bytes' % len(message), start, self.at)
        return message

    def attest(self, message):
        start, kind, payload = self.at, ATTESTATIONS.get(self.take(8), 'unknown'), self.bytes(0, MAX_PAYLOAD)
        detail = ''
        if kind != 'unknown':
            inner = Proof.__new__(Proof)
            inner.data, inner.at = payload, 0
            try:
                detail = inner.uri() if kind == 'pending' else str(inner.number())
            except Bad as bad:
                raise Bad(bad.what, start, self.at)
            if inner.at != len(payload):
                raise Bad('an attestation with bytes after its end', start, self.at)
            if kind != 'pending' and len(message) != 32:
                raise Bad('a block that attests %d bytes' % len(message), start, self.at)
        self.found.append((kind, detail, message))

    def uri(self):
        uri = self.bytes(0, MAX_URI)
        if not re.match(rb'[A-Za-z0-9._/:-]*\Z', uri):
            raise Bad('an address that is none')
        return uri.decode('ascii')


def ripemd160(data):
    """Written out, because today's OpenSSL often lacks it."""
    words = data + b'\x80' + bytes((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, 'little')
    state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
    for start in range(0, len(words), 64):
        block = [int.from_bytes(words[start + 4 * i:start + 4 * i + 4], 'little') for i in range(16)]
        left, right = ripemd_line(block, state, 0), ripemd_line(block, state, 1)
        state = [(state[(i + 1) % 5] + left[(i + 2) % 5] + right[(i + 3) % 5]) & 0xffffffff for i in range(5)]
    return b''.join(word.to_bytes(4, 'little') for word in state)


RIPEMD_WORDS = ('0123456789abcdef74d1a6f3c0952eb83ae49f812706db5c19ba08c4d37fe56240597c2ae138b6fd',
                '5e7092b4d6f81a3c6b370d5aef8c4912f5137e69b8c2a04d86413bf05c2d97aecfa4158762de039b')
RIPEMD_TURNS = ('befc5879bdef6798768db97f7cf9b7dcbd67e9dfe8d65c75bcefef989e56865c9f5b68dc5cdeb856',
                '899bdff5778beec69df7c89b77c76fdb97fb866ecd5edd75f58bee6e69c9c5f885c9c5e68d65fdbb')
RIPEMD_ADDS = ((0, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e),
               (0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0))
RIPEMD_MIXES = (lambda x, y, z: x ^ y ^ z, lambda x, y, z: x & y | ~x & z, lambda x, y, z: (x | ~y) ^ z,
                lambda x, y, z: x & z | y & ~z, lambda x, y, z: x ^ (y | ~z))


def ripemd_line(block, state, line):
    a, b, c, d, e = state
    for i in range(80):
        mix = RIPEMD_MIXES[4 - i // 16 if line else i // 16]
        t = (a + mix(b, c, d) + block[int(RIPEMD_WORDS[line][i], 16)] + RIPEMD_ADDS[line][i // 16]) & 0xffffffff
        turn = int(RIPEMD_TURNS[line][i], 16)
        t = (t << turn | t >> 32 - turn) + e
        a, b, c, d, e = e, t & 0xffffffff, b, (c << 10 | c >> 22) & 0xffffffff, d
    return a, b, c, d, e


def keccak256(data):
    """Keccak with its first padding, as Ethereum uses it: not SHA-3."""
    data += b'\x01' + bytes(-(len(data) + 1) % 136)
    data = data[:-1] + bytes([data[-1] | 0x80])
    state, mask = [0] * 25, (1 << 64) - 1
    for start in range(0, len(data), 136):
        for i in range(17):
            state[i] ^= int.from_bytes(data[start + 8 * i:start + 8 * i + 8], 'little')
        lfsr = 1
        for _ in range(24):
            c = [state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20] for x in range(5)]
            d = [c[x - 1] ^ (c[(x + 1) % 5] << 1 | c[(x + 1) % 5] >> 63) & mask for x in range(5)]
            state = [state[i] ^ d[i % 5] for i in range(25)]
            x, y, lane = 1, 0, state[1]
            for t in range(24):
                x, y = y, (2 * x + 3 * y) % 5
                turn = (t + 1) * (t + 2) // 2 % 64
                lane, state[x + 5 * y] = state[x + 5 * y], (lane << turn | lane >> 64 - turn) & mask
            state = [state[i] ^ ~state[i - i % 5 + (i + 1) % 5] & state[i - i % 5 + (i + 2) % 5] for i in range(25)]
            for j in range(7):
                lfsr = (lfsr << 1 ^ (lfsr >> 7) * 0x71) & 0xff
                if lfsr & 2:
                    state[0] ^= 1 << (1 << j) - 1
    return b''.join(lane.to_bytes(8, 'little') for lane in state[:4])


DIGESTS = {0x02: lambda m: hashlib.sha1(m).digest(), 0x03: ripemd160, 0x08: sha256, 0x67: keccak256}


# ----------------------------------------------------------------- the journal

HEAD = re.compile(
    rb'\{"at":"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)","body":"sha256:([0-9a-f]{64})",'
    rb'"kind":"([a-z]{1,32})","previous":"sha256:([0-9a-f]{64})","seq":(0|[1-9][0-9]{0,15})\}')
LASTING = {'case', 'key', 'recovered', 'erase', 'undo', 'checkpoint', 'cosign'}


def text(value):
    return isinstance(value, str)


def size(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def digest(value):
    return text(value) and DIGEST.match(value) is not None


def secret(value):
    return text(value) and HEX64.match(value) is not None


def verifier_key(value):
    try:
        return text(value) and Key(value).type == b'\x01'
    except Bad:
        return False


def maybe(kind):
    return lambda value: value is None or kind(value)


def many(kind):
    return lambda value: isinstance(value, list) and all(kind(item) for item in value)


def one_of(*words):
    return lambda value: text(value) and value in words


def record(**kinds):
    return lambda value: isinstance(value, dict) and set(value) == set(kinds) and all(
        kind(value[name]) for name, kind in kinds.items())


def filled(value):
    return text(value) and value.strip() != ''


def filled_list(value):
    return isinstance(value, list) and value != [] and all(filled(item) for item in value)


def promise(value):
    return size(value) or filled(value)


def day(value):
    """A day, or an instant with its zone."""
    if not text(value):
        return False
    match = re.match(r'(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?\Z', value, re.A)
    return match is not None and date_is_real(match.group(1) + 'T00:00:00')


def region(value):
    return text(value) and re.match(r'[0-9]{1,6},[0-9]{1,6},[1-9][0-9]{0,5},[1-9][0-9]{0,5}\Z', value) is not None


def policy(value):
    return isinstance(value, dict) and text(value.get('name'))


FACTS = record(file=text, url=maybe(text), publisher=maybe(text), author=maybe(text), published=maybe(text),
               captured=maybe(text), lang=maybe(text), note=maybe(text))

# What each kind of event holds: exactly these keys.
DATA = {
    'case': dict(format=one_of('hearsay/case/1'), id=lambda v: text(v) and re.match(r'[0-9a-f]{32}\Z', v) is not None,
                 title=text, languages=many(text), key=verifier_key),
    'key': dict(key=verifier_key, why=text),
    'recovered': {'from': size, 'to': size},
    'policy': dict(policy=policy),
    'add': {'blob': maybe(digest), 'size': maybe(size), 'facts': FACTS, 'from': one_of('file', 'web', 'archive'),
            'intimate': maybe(record(commitment=digest, secret=secret))},
    'seal': dict(evidence=digest, facts=digest, size=size, recipients=many(text)),
    'unseal': dict(event=size, why=text),
    'erase': dict(events=many(size), why=text),
    'capture': dict(event=size, outcome=one_of('same', 'changed', 'gone', 'unknown'), blob=maybe(digest),
                    url=text, status=size),
    'undo': dict(event=size, why=text),
    'checkpoint': dict(note=text),
    'cosign': dict(note=text),
    'stamp': dict(size=size, checkpoint=digest, kind=one_of('rfc3161', 'ots'), authority=text, blob=digest),
    'wait': dict(size=size, checkpoint=digest, kind=one_of('rfc3161', 'ots'), authority=text, why=text),
    'publish': dict(edition=size, asOf=text, languages=many(text), manifest=digest, dossier=digest,
                    previous=maybe(digest), disclosed=size),
}
WHY = {'why': maybe(filled)}
FIELDS = {
    'ask': dict(of=filled, question=filled, through=maybe(filled), claim=maybe(filled)),
    'reply': dict(to=maybe(size), of=filled, text=maybe(filled),
                  outcome=one_of('no-reply', 'declined', 'acknowledged', 'denied', 'confirmed', 'partial')),
    'promise': dict(who=filled, what=filled, due=maybe(day)),
    'kept': dict(promise=promise), 'broken': dict(promise=promise), 'withdrawn': dict(promise=promise),
    'merge': dict(statements=lambda v: filled_list(v) and len(set(v)) > 1),
    'split': {'statements': filled_list, 'from': filled_list},
    'correct': dict(statement=filled), 'retract': dict(statement=filled), 'withhold': dict(name=filled),
    'disclose': dict(name=filled, second=maybe(filled)), 'tick': dict(claim=filled, ask=filled),
    'waive': dict(claim=filled, of=filled), 'exhibit': dict(item=filled, show=region, second=filled),
}
# What a correction may hold beside its statement: some of these.
CORRECTED = dict(
    polarity=one_of('positive', 'negative'), hedged=lambda v: isinstance(v, bool), drop=lambda v: v is True,
    source=record(name=maybe(filled), kind=one_of(
        'named-person', 'named-body', 'unnamed-person', 'unnamed-official', 'outlet', 'crowd', 'artefact', 'party', 'none')))
CORRECTED['class'] = one_of('say', 'confirm', 'deny', 'allege', 'hearsay', 'investigate', 'respond', 'promise')
for _kind, _fields in FIELDS.items():
    DATA[_kind] = dict(_fields, **WHY)
for _kind in ('waive', 'exhibit'):
    DATA[_kind]['why'] = filled

KEPT = {'case', 'key', 'recovered', 'policy', 'erase', 'checkpoint', 'cosign', 'stamp', 'wait'}
BLOBS = {'add': ('blob',), 'seal': ('evidence', 'facts'), 'capture': ('blob',), 'stamp': ('blob',),
         'publish': ('dossier',)}
BACK = {'unseal': 'event', 'capture': 'event', 'undo': 'event'}


class Line:
    """Where a line stands, and of its event what later checks need."""

    __slots__ = ('start', 'head_end', 'body', 'end', 'seq', 'kind', 'entry', 'hidden', 'data')


def date_is_real(at):
    year, month, day = int(at[:4]), int(at[5:7]), int(at[8:10])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= days[month - 1] and int(at[11:13]) < 24 and max(
        int(at[14:16]), int(at[17:19])) < 60


class Journal:
    """The lines of a journal, read once; `blobs` and `erased` gather what its events name."""

    def __init__(self, store, report):
        self.report, self.lines, self.whole, self.size = report, [], True, 0
        self.broken, self.number, self.before, self.created = 0, 0, bytes(32), None
        self.blobs = {}          # name → (seq, size or None), of live events
        self.blob_doubt = False  # an unreadable body may have named more
        for check in ('lines', 'chain', 'bodies', 'events', 'erasures'):
            report.ran(check)
        try:
            with store.open('journal') as file:
                self._read(file)
        except READ_ERRORS as error:
            self.whole = False
            report.fault('lines', 'journal', self.size, store.files['journal'], "can't be read: %s" % error)
        self._erasures()
        report.ran('lines', '%d lines' % len(self.lines))

    def fault(self, check, start, end, what):
        self.report.fault(check, 'journal', start, end, what)

    def _read(self, file):
        while True:
            raw = file.readline(MAX_LINE + 1)
            if not raw:
                return
            start, self.size = self.size, self.size + len(raw)
            if len(raw) > MAX_LINE:
                while raw and not raw.endswith(b'\n'):
                    raw = file.readline(MAX_LINE)
                    self.size += len(raw)
                self._broken(start, self.size, 'a line longer than %d bytes' % MAX_LINE)
            elif not raw.endswith(b'\n'):
                self.fault('lines', start, self.size, 'bytes after the last line: never acknowledged')
            else:
                self._line(raw, start)
            if len(self.lines) >= MAX_LINES or self.broken >= MAX_BROKEN:
                raise ValueError('too many lines, or too many that are broken; the rest was not read')

    def _broken(self, start, end, what, at=None):
        """A line whose head can't be read still is one line."""
        line = Line()
        line.start, line.head_end, line.body, line.end, line.data = start, end, end, end, None
        line.seq = line.kind = line.entry = None
        line.hidden, self.before = False, None
        self.broken, self.number = self.broken + 1, self.number + 1
        self.lines.append(line)
        self.whole, self.blob_doubt = False, True
        self.fault('lines', *(at or (start, end)), what)

    def _line(self, raw, start):
        head = HEAD.match(raw)
        if head is None:
            gap = re.search(rb'\}[^{]?(\{|-{8})', raw)
            end = start + (gap.start() + 1 if gap else len(raw))
            self._broken(start, start + len(raw), 'not the head of an event', (start, end))
            return
        line = Line()
        line.start, line.head_end, line.end = start, start + head.end(), start + len(raw)
        line.body = min(line.head_end + 1, line.end - 1)
        line.entry, line.kind = sha256(head.group()), sys.intern(head.group(3).decode('ascii'))
        line.seq, line.data, line.hidden = int(head.group(5)), None, False
        at = head.group(1).decode('ascii')
        self.created = self.created or at
        self._chain(line, bytes.fromhex(head.group(4).decode('ascii')))
        self.lines.append(line)
        if raw[head.end():head.end() + 1] != b' ':
            self.fault('lines', line.head_end, line.head_end + 1, 'no space after the head')
        if not date_is_real(at):
            self.fault('lines', start + 7, start + 31, 'no day of the calendar')
        body = raw[head.end() + 1:-1]
        if body and body.count(b'-') == len(body):
            line.hidden = True
            if len(body) < 96:
                self.fault('erasures', line.body, line.end - 1, 'shorter than any body was')
        else:
            self._body(line, body, head.group(2).decode('ascii'))

    def _body(self, line, body, named):
        try:
            value = parse_canonical(body)
            if not record(by=text, data=lambda v: isinstance(v, dict), salt=secret)(value):
                raise Bad('a body is `by`, `data` and `salt`')
        except Bad as bad:
            self.blob_doubt = True
            self.fault('lines', line.body + (bad.start or 0), line.body + (len(body) if bad.end is None else bad.end), bad.what)
            return
        if commitment(commitments(value)) != named:
            self.blob_doubt = True
            self.fault('bodies', line.body, line.end - 1, 'the body of event %d is not the one its head names' % line.seq)
            return
        wrong = self._wrong(line, value['data'])
        if wrong:
            self.fault('events', line.body, line.end - 1, 'event %d (%s): %s' % (line.seq, line.kind, wrong))
            if wrong.startswith('data'):
                self.blob_doubt = self.blob_doubt or line.kind in BLOBS
                return
        self._names(line, value['data'])
        if line.kind in KEPT:
            line.data = value['data']

    def _wrong(self, line, data):
        """What is wrong with the data of this event, or None."""
        if (line.kind == 'case') != (line.seq == 0):
            return 'the first event is `case`, and no other'
        if line.kind not in DATA:
            return 'data of a kind that does not exist'
        kinds = DATA[line.kind]
        for name in kinds:
            if name not in data:
                return 'data without `%s`' % name
            if not kinds[name](data[name]):
                return 'data with a wrong `%s`' % name
        for name in data:
            if line.kind == 'correct' and name in CORRECTED:
                if not CORRECTED[name](data[name]):
                    return 'data with a wrong `%s`' % name
            elif name not in kinds:
                return 'data with a foreign key `%s`' % shown(name, 40)
        return self._crooked(line, data)

    @staticmethod
    def _crooked(line, data):
        if line.kind == 'add' and not (data['blob'] is None) == (data['size'] is None) == (data['intimate'] is not None):
            return 'an intimate picture leaves no blob, anything else leaves one'
        if line.kind == 'correct' and len(data) < 3:
            return 'corrects nothing'
        if line.kind == 'split' and set(data['statements']) & set(data['from']):
            return 'splits statements off from themselves'
        if line.kind in BACK and data[BACK[line.kind]] >= line.seq:
            return 'names an event that was not yet'
        if line.kind == 'erase' and (data['events'] != sorted(set(data['events'])) or not data['events']
                                     or data['events'][-1] >= line.seq):
            return 'names events in disorder, or none, or such as were not yet'
        if line.kind == 'recovered' and not data['from'] < data['to'] <= line.seq:
            return 'names no events before it'
        return None

    def _names(self, line, data):
        for name in BLOBS.get(line.kind, ()):
            blob = data.get(name)
            if digest(blob):
                known = data['size'] if line.kind == 'add' or line.kind == 'seal' and name == 'evidence' else None
                if self.blobs.get(blob, (0, None))[1] is None:
                    self.blobs[blob] = line.seq, known
                elif known is not None and self.blobs[blob][1] != known:
                    self.fault('events', line.body, line.end - 1, 'event %d gives another size for %s' % (line.seq, blob))

    def _chain(self, line, previous):
        """Number and predecessor of a line; where they break, either line may be the wrong one."""
        if line.seq != self.number:
            self.whole = False
            self.fault('chain', line.start, line.head_end, 'event %d stands where %d belongs' % (line.seq, self.number))
        elif self.before is not None and previous != self.before:
            self.fault('chain', *self.previous_at(line), 'event %d does not follow what stands before it' % line.seq)
        self.before, self.number = line.entry, line.seq + 1

    def previous_at(self, line):
        """Where the head names the line before: after `"previous":"`, before `","seq":`."""
        end = line.head_end - len('","seq":%d}' % line.seq) + 1
        return end - 72, end

    def _erasures(self):
        erased = {}
        for line in self.lines:
            if line.kind == 'erase' and line.data:
                for seq in line.data['events']:
                    erased.setdefault(seq, line.seq)
        hidden = 0
        for line in self.lines:
            if line.seq is None:
                continue
            hidden += line.hidden
            by = erased.get(line.seq)
            if line.hidden and (by is None or by <= line.seq):
                self.fault('erasures', line.body, line.end - 1, 'event %d is blanked, and no event erases it' % line.seq)
            elif by is not None and line.kind in LASTING:
                self.fault('erasures', line.body, line.end - 1, 'event %d may not be erased (%s)' % (line.seq, line.kind))
            elif by is not None and not line.hidden:
                self.fault('erasures', line.body, line.end - 1, 'event %d is erased by event %d and still there' % (line.seq, by))
        self.report.ran('erasures', '%d erased' % hidden if hidden else '')

    def first(self):
        """The data of the `case` event, or None."""
        return self.lines[0].data if self.lines and self.lines[0].kind == 'case' else None

    def key_below(self, size_):
        """The key of the desk that signs a tree of this size, or None where that can't be known."""
        key = None
        for line in self.lines:
            if line.seq is not None and line.seq >= size_:
                break
            if line.kind in ('case', 'key'):
                key = line.data['key'] if line.data else None
        return Key(key) if key else None

    def key_is_doubtful(self, size_):
        """Whether a line that can't be read may have named another key."""
        return any(line.kind not in DATA or line.kind == 'key' and line.data is None for line in self.lines[:size_])

    def entries(self):
        return [line.entry for line in self.lines] if self.whole else None


# ----------------------------------------------------------------- what is checked

# A case is sound only where all of these were run.
ALWAYS = ('folder', 'hearsay.json', 'lines', 'chain', 'bodies', 'events', 'erasures', 'blobs', 'checkpoint', 'unsealed',
          'tiles', 'derived')


class Case:
    """A case, checked from one end to the other."""

    def __init__(self, store, report, options):
        self.store, self.report, self.options = store, report, options
        self.expected = {'journal', 'hearsay.json', 'log/checkpoint'}
        self.journal = self.entries = self.leaves = None
        self.unsigned_first = False  # whether the head of the first line is another than was signed

    def check(self):
        report = self.report
        if 'journal' in self.store.files:
            self.journal = Journal(self.store, report)
        else:
            report.fault('lines', 'journal', 0, 0, 'missing')
        self._guard('checkpoint', self.log)
        self._guard('blobs', self.blobs)
        self._guard('hearsay.json', self.manifest)
        self._guard('checkpoints', self.notes)
        self._guard('tokens', self.stamps)
        self._guard('derived', self.derived)
        self._guard('since', self.since)
        self._guard('folder', self.folder)
        for name in ALWAYS:
            if report.state[name] is None and not report.failed():
                report.fault(name, '.', 0, 0, 'could not be checked')

    def _guard(self, check, step):
        """A step that can't be finished is a fault, never a traceback."""
        try:
            step()
        except Bad as bad:
            self.report.fault(check, '.', 0, 0, bad.what)
        except (MemoryError, RecursionError, ArithmeticError, LookupError, TypeError, AttributeError) + READ_ERRORS as error:
            self.report.fault(check, '.', 0, 0, "could not be finished: %s %s" % (error.__class__.__name__, error))

    def compare(self, check, path, expected):
        """Whether this file holds these bytes; if not, a fault."""
        if path not in self.store.files:
            self.report.fault(check, path, 0, 0, 'missing')
            return False
        try:
            found = read_whole(self.store, path, max(2 * len(expected), MiB))
        except Bad as bad:
            self.report.fault(check, path, bad.start, bad.end, bad.what)
            return False
        if found == expected:
            return True
        start, end = difference(found, expected)
        what = 'cut short' if expected.startswith(found) else 'not what the journal makes it'
        self.report.fault(check, path, start, end, what)
        return False

    # hearsay.json

    def manifest(self):
        case = self.journal and self.journal.first()
        if not case or self.unsigned_first:
            self.report.skip('hearsay.json', 'the first event is not known')
            return
        if any(line.kind not in DATA or line.kind == 'policy' and not line.data and not line.hidden for line in self.journal.lines):
            self.report.skip('hearsay.json', 'the policy is not known')
            return
        self.report.ran('hearsay.json')
        last = None
        for line in self.journal.lines:
            if line.kind == 'policy' and not line.hidden:
                last = line.data['policy']['name'] if line.data else None
        self.compare('hearsay.json', 'hearsay.json', canonical({
            'format': case['format'], 'id': case['id'], 'title': case['title'], 'languages': case['languages'],
            'created': self.journal.created, 'policy': last}) + b'\n')

    # blobs

    def blobs(self):
        if self.journal is None:
            self.report.skip('blobs', 'no journal')
            return
        total = 0
        for name, (seq, size_) in sorted(self.journal.blobs.items()):
            path = blob_path(name)
            self.expected.add(path)
            if path not in self.store.files:
                self.report.fault('blobs', path, 0, 0, 'missing: event %d names it' % seq)
            else:
                total += self.store.files[path]
                self._blob(path, name, seq, size_)
        for path in sorted(self.store.files):
            if path.startswith('blobs/') and path not in self.expected:
                self._stray_blob(path)
        self.report.ran('blobs', '%d, %d bytes' % (len(self.journal.blobs), total))

    def _blob(self, path, name, seq, size_):
        found = self.store.files[path]
        try:
            whole_digest, part = self._digest(path, size_)
        except READ_ERRORS as error:
            self.report.fault('blobs', path, 0, found, "can't be read: %s" % error)
            return
        wanted = bytes.fromhex(name[7:])
        if whole_digest == wanted:
            if size_ is not None and size_ != found:
                self.report.fault('blobs', path, 0, found, 'event %d gives another size' % seq)
        elif part == wanted:
            self.report.fault('blobs', path, size_, found, 'bytes were appended')
        elif size_ is not None and found < size_:
            self.report.fault('blobs', path, 0, found, 'cut short or changed: %d bytes where event %d has %d' % (found, seq, size_))
        else:
            self.report.fault('blobs', path, 0, found, 'other bytes than event %d names' % seq)

    def _digest(self, path, size_):
        """SHA-256 of the file, and of its first `size_` bytes where it is longer."""
        whole_digest, part, read = hashlib.sha256(), None, 0
        with self.store.open(path) as file:
            while True:
                room = size_ - read if size_ is not None and read < size_ else MiB
                piece = file.read(min(MiB, room))
                if not piece:
                    return whole_digest.digest(), part
                if read == size_:
                    part = whole_digest.digest()
                whole_digest.update(piece)
                read += len(piece)

    def _stray_blob(self, path):
        self.expected.add(path)
        match = re.match(r'blobs/sha256/([0-9a-f]{2})/([0-9a-f]{62})\Z', path)
        if match is None:
            what = 'stray: no name of a blob'
        elif self.journal.blob_doubt:
            self.report.detail['blobs'] = 'some may belong to events that could not be read'
            return
        else:
            what = 'stray: no event names it'
        self.report.fault('blobs', path, 0, self.store.files[path], what)

    # the log

    def log(self):
        report, lines = self.report, self.journal.lines if self.journal else []
        entries = self.journal.entries() if self.journal else None
        checkpoint = self._checkpoint()
        size_ = checkpoint.size if checkpoint else len(lines)
        stored = self._stored_entries(size_)
        self.entries = entries
        if checkpoint and self.journal:
            self._root(checkpoint, entries, stored)
        report.ran('unsealed')
        if self.journal and checkpoint and size_ < len(lines):
            report.fault('unsealed', 'journal', lines[size_].start, self.journal.size,
                         'events %d to %d stand after the signed checkpoint' % (size_, len(lines) - 1))
        elif self.journal and checkpoint and size_ > len(lines):
            self.journal.blob_doubt = True
            report.fault('unsealed', 'journal', self.journal.size, self.journal.size,
                         'missing: events %d to %d, which the checkpoint covers' % (len(lines), size_ - 1))
        back = ['%d to %d' % (line.data['from'], line.data['to'] - 1) for line in lines if line.kind == 'recovered' and line.data]
        if back:
            report.ran('unsealed', 'recovered once: events ' + ', '.join(back[:20]))
        self._tiles(size_)
        if self.entries:
            self.leaves = [leaf(entry) for entry in self.entries]

    def _checkpoint(self):
        """The checkpoint of the case, or None where it is not one that can be used."""
        path, report = 'log/checkpoint', self.report
        if path not in self.store.files:
            report.fault('checkpoint', path, 0, 0, 'missing')
            return None
        try:
            data = read_whole(self.store, path, MAX_NOTE)
            checkpoint = Checkpoint(data)
        except Bad as bad:
            report.fault('checkpoint', path, bad.start or 0, self.store.files[path] if bad.end is None else bad.end, bad.what)
            return None
        good = self._note('checkpoint', path, 0, checkpoint, 1)
        if good and not report.detail['checkpoint']:
            report.ran('checkpoint', 'of %d events' % checkpoint.size)
        return checkpoint if good else None

    def _note(self, check, file, at, checkpoint, lines):
        """Whether a checkpoint is of this case and signed by its desk; `lines` is how many signatures it has, 0 for any."""
        fault = lambda start, end, what: self.report.fault(check, file, at + start, at + end, what)
        case = self.journal and self.journal.first()
        first = checkpoint.signatures[0]
        key = self.journal.key_below(checkpoint.size) if self.journal else None
        good = True
        if case and checkpoint.origin != 'hearsay.case/' + case['id']:
            fault(0, len(checkpoint.origin.encode('utf-8')), 'a checkpoint of something else')
            good = False
        if checkpoint.size == 0:
            fault(len(checkpoint.origin.encode('utf-8')) + 1, checkpoint.root_at[0] - 1, 'a checkpoint of nothing')
            good = False
        elif key is None:
            self.report.skip(check, 'the key of the desk is not known')
        elif not checkpoint.signed_by(key, first) and self.journal.key_is_doubtful(checkpoint.size):
            self.report.skip(check, 'the line that names the key may be the one that is broken')
        elif not checkpoint.signed_by(key, first):
            fault(0, first[4], 'not signed by the key in force, %s' % shown(key.text, 100))
            good = False
        if lines and len(checkpoint.signatures) != lines:
            fault(checkpoint.signatures[lines][3], len(checkpoint.data), 'signatures that do not belong here')
            good = False
        return good

    def _root(self, checkpoint, entries, stored):
        """Which of journal and bundles the signed root is of; what differs from it is at fault."""
        lines = self.journal.lines
        own = entries is not None and len(entries) >= checkpoint.size
        if own and roots(map(leaf, entries[:checkpoint.size]), [checkpoint.size])[checkpoint.size] == checkpoint.root:
            return
        if stored and roots(map(leaf, stored), [checkpoint.size])[checkpoint.size] == checkpoint.root:
            # The bundles are as they were signed, so it is the journal that was changed.
            signed = {entry: n for n, entry in enumerate(stored)}
            for place, line in enumerate(lines[:checkpoint.size]):
                if line.entry is not None and signed.get(line.entry) != line.seq:
                    self.report.fault('checkpoint', 'journal', line.start, line.head_end,
                                      'the head of line %d is not the one that was signed' % place)
                    self.unsigned_first = self.unsigned_first or place == 0
            self.entries = stored
            if own and not self.report.failed():
                raise Bad('the signed root is not the journal\'s')
            return
        if own:
            self.report.fault('checkpoint', 'log/checkpoint', *checkpoint.root_at, 'the root is not the journal\'s')
        else:
            self.report.skip('checkpoint', 'the journal has not all lines')

    def _stored_entries(self, size_):
        """The entries that the bundles hold, or None where they are not `size_` whole entries."""
        found = []
        for index in range((size_ + 255) // 256):
            width = min(256, size_ - 256 * index)
            path = tile_path('entries', index, width)
            if self.store.files.get(path) != 34 * width:
                return None
            data = read_whole(self.store, path, 34 * 256)
            if any(data[at:at + 2] != b'\x00\x20' for at in range(0, len(data), 34)):
                return None
            found += [data[at + 2:at + 34] for at in range(0, len(data), 34)]
        return found

    def _tiles(self, size_):
        report = self.report
        if self.entries is None or len(self.entries) < size_:
            report.skip('tiles', 'the heads of the journal are not all known')
            self.expected.update(path for path in self.store.files if path.startswith('log/tile/'))
            return
        report.ran('tiles')
        count = 0
        for path, data in expected_tiles(self.entries[:size_]):
            self.expected.add(path)
            self.compare('tiles', path, data)
            count += 1
        report.ran('tiles', '%d files' % count)
        for path in sorted(self.store.files):
            if path.startswith('log/') and path not in self.expected:
                self.expected.add(path)
                report.fault('tiles', path, 0, self.store.files[path], 'stray: not of a log of %d events' % size_)

    # checkpoints and cosigned checkpoints in the journal

    def notes(self):
        """Each against the tree at its size: their signatures, their roots."""
        report, found = self.report, []
        if self.journal is None:
            return
        self.signed = {}         # SHA-256 of a signed note → (size, note)
        for line in self.journal.lines:
            if line.kind in ('checkpoint', 'cosign'):
                check = 'checkpoints' if line.kind == 'checkpoint' else 'cosigned'
                report.ran(check)
                if line.data:
                    self._left(check, line, found)
        known = roots(self.leaves or [], {checkpoint.size for _, _, checkpoint in found})
        for check, line, checkpoint in found:
            if self.leaves is None:
                report.skip(check, 'the tree is not known')
            elif known.get(checkpoint.size) != checkpoint.root:
                report.fault(check, 'journal', line.body, line.end - 1,
                             'event %d holds a checkpoint of another history: a fork' % line.seq)
        for check in ('checkpoints', 'cosigned'):
            of_kind = [line for name, line, _ in found if name == check]
            if report.state[check] is None:
                report.skip(check, 'none')
            else:
                report.ran(check, '%d' % len(of_kind))
        self._witnesses([(line, checkpoint) for check, line, checkpoint in found if check == 'cosigned'])
        self._pinned()

    def _left(self, check, line, found):
        try:
            data = line.data['note'].encode('utf-8')
            checkpoint = Checkpoint(data)
        except (Bad, UnicodeEncodeError) as bad:
            self.report.fault(check, 'journal', line.body, line.end - 1, 'event %d: %s' % (line.seq, getattr(bad, 'what', 'not UTF-8')))
            return
        where = lambda what: self.report.fault(check, 'journal', line.body, line.end - 1, 'event %d: %s' % (line.seq, what))
        case, key = self.journal.first(), self.journal.key_below(checkpoint.size)
        if case and checkpoint.origin != 'hearsay.case/' + case['id']:
            where('a checkpoint of something else')
        if not 0 < checkpoint.size <= line.seq:
            where('a checkpoint of %d events, which were not yet' % checkpoint.size)
        elif key is None:
            self.report.skip(check, 'the key of the desk is not known')
        elif not checkpoint.signed_by(key, checkpoint.signatures[0]) and not self.journal.key_is_doubtful(checkpoint.size):
            where('not signed by the key in force, %s' % key.text)
        if (len(checkpoint.signatures) == 1) != (check == 'checkpoints'):
            where('signatures of witnesses belong into `cosign`, and only there')
        self.signed.setdefault(sha256(data), (checkpoint.size, data))
        found.append((check, line, checkpoint))

    def _witnesses(self, cosigned):
        report, witnesses = self.report, self.options.witness
        if not witnesses:
            others = sum(len(checkpoint.signatures) - 1 for _, checkpoint in cosigned)
            report.skip('witnesses', 'no key was given (--witness)' + ('; %d signatures' % others if others else ''))
            return
        counts = {witness.text: 0 for witness in witnesses}
        report.ran('witnesses')
        for line, checkpoint in cosigned:
            for signature in checkpoint.signatures[1:]:
                for witness in witnesses:
                    if signature[0] != witness.name or signature[1] != witness.id:
                        continue
                    if checkpoint.signed_by(witness, signature):
                        counts[witness.text] += 1
                    else:
                        report.fault('witnesses', 'journal', line.body, line.end - 1,
                                     'event %d: a signature that is not of %s' % (line.seq, witness.name))
        silent = [witness.name for witness in witnesses if not counts[witness.text]]
        report.ran('witnesses', '%d signatures' % sum(counts.values()))
        if silent:
            report.detail['witnesses'] += '; none of ' + ', '.join(silent)
        if len(silent) == len(witnesses) and report.state['witnesses'] == 'passed':
            report.state['witnesses'] = None     # that nobody bore witness is no fault, but nothing was shown either

    def _pinned(self):
        """Every key that the case was signed with, against those that were given."""
        report, known = self.report, [key.text for key in self.options.key]
        if not known:
            report.skip('key', 'no key was given (--key)')
            return
        signing = [line for line in self.journal.lines if line.kind in ('case', 'key')]
        if not signing or any(line.data is None for line in signing):
            report.skip('key', 'the keys of the desk are not all known')
        for line in signing:
            report.ran('key')
            if line.data and line.data['key'] not in known:
                report.fault('key', 'journal', line.body, line.end - 1,
                             'from event %d on %s signs, which was not given' % (line.seq, line.data['key']))

    # stamps

    def stamps(self):
        report, waiting = self.report, 0
        if self.journal is None:
            return
        self.counts = {'pending': 0, 'bitcoin': 0, 'litecoin': 0, 'ethereum': 0, 'unknown': 0}
        self.times, self.blocks = [], []
        for line in self.journal.lines:
            if line.kind in ('stamp', 'wait') and line.data:
                check = 'tokens' if line.data['kind'] == 'rfc3161' else 'proofs'
                if line.kind == 'wait':
                    waiting += 1
                else:
                    self._stamp(check, line)
        for check in ('tokens', 'proofs'):
            if report.state[check] is None and not report.detail[check]:
                report.skip(check, 'none')
        if self.times:
            report.detail['tokens'] = report.detail['tokens'] or '%d, the first of %s' % (len(self.times), min(self.times))
        if report.state['anchors'] is None:
            report.skip('anchors', 'no certificates were given (--anchors)' if self.options.anchors is None else 'no token')
        chains = ['%d %s' % (count, kind) for kind, count in self.counts.items() if count]
        if chains:
            report.detail['proofs'] = ', '.join(chains)
        report.skip('bitcoin', 'to be looked up: ' + '; '.join(self.blocks[:3]) if self.blocks else 'none')
        if waiting:
            report.detail['tokens'] = (report.detail['tokens'] + '; ' if report.detail['tokens'] else '') + '%d waited for' % waiting

    def _stamp(self, check, line):
        """The digest an event names must be that of a checkpoint, and its token must be over it."""
        report, data = self.report, line.data
        named = bytes.fromhex(data['checkpoint'][7:])
        size_, note = self.signed.get(named, (None, None))
        report.ran(check)
        if note is None:
            report.fault(check, 'journal', line.body, line.end - 1,
                         'event %d is about a checkpoint that no event holds' % line.seq)
        elif size_ != data['size']:
            report.fault(check, 'journal', line.body, line.end - 1, 'event %d gives another size than its checkpoint' % line.seq)
        self._token(check, line, named, note)

    def _token(self, check, line, named, note):
        report, path = self.report, blob_path(line.data['blob'])
        if path not in self.store.files:
            return                           # its absence is told with the blobs
        try:
            data = read_whole(self.store, path, MAX_TOKEN)
            if sha256(data) != bytes.fromhex(line.data['blob'][7:]):
                return                       # so is any change in it
            if check == 'proofs':
                for kind, detail, message in Proof(data, named).found:
                    self.counts[kind] += 1
                    if kind == 'bitcoin':
                        self.blocks.append('block %s must have the Merkle root %s' % (detail, message[::-1].hex()))
            else:
                self._rfc3161(Token(data), path, named, note)
        except Bad as bad:
            end = self.store.files[path] if bad.end is None else bad.end
            report.fault(check, path, bad.start or 0, end, 'event %d: %s' % (line.seq, bad.what))
        except Unknown as unknown:
            report.detail[check] = str(unknown)

    def _rfc3161(self, token, path, named, note):
        anchors = self.options.anchors
        token.over(named, note)
        certificate = token.check(anchors or [])
        self.times.append(token.time)
        if anchors is not None:
            self.report.ran('anchors')
            if not leads_to(certificate, token.certificates, anchors, token.time):
                self.report.fault('anchors', path, 0, self.store.files[path],
                                  'its certificates do not lead to a given anchor')

    # derived files, what is left over, what was seen before

    def derived(self):
        count = 0
        for path in sorted(self.store.files):
            if path.startswith('derived/tmp/'):
                self.expected.add(path)
            elif path.startswith('derived/'):
                count += 1
                self.expected.add(path)
                self._derived(path)
        self.report.ran('derived', '%d' % count)

    def _derived(self, path):
        found, rest = self.store.files[path], hashlib.sha256()
        try:
            with self.store.open(path) as file:
                head = file.read(65)
                for piece in iter(lambda: file.read(MiB), b''):
                    rest.update(piece)
        except READ_ERRORS as error:
            self.report.fault('derived', path, 0, found, "can't be read: %s" % error)
            return
        if not re.match(rb'[0-9a-f]{64}\n\Z', head):
            self.report.fault('derived', path, 0, min(65, found), 'does not begin with a digest')
        elif rest.hexdigest().encode('ascii') != head[:64]:
            self.report.fault('derived', path, 65, found, 'other bytes than its digest names')

    def folder(self):
        report, store = self.report, self.store
        report.ran('folder')
        for path, what in store.odd:
            report.fault('folder', path, 0, 0, what)
        for path in store.folders:
            if not possible_folder(path):
                report.fault('folder', path, 0, 0, 'a folder that does not belong here')
        for path in sorted(store.files):
            if path not in self.expected:
                report.fault('folder', path, 0, store.files[path], 'a file that does not belong here')

    def since(self):
        if not self.options.since:
            self.report.skip('since', 'no checkpoint was given (--since)')
        for path, seen in self.options.since:
            self.report.ran('since')
            self._since(path, seen)

    def _since(self, path, seen):
        """One checkpoint seen before: of this case, by its desk, of a history that this one goes on from."""
        fault = lambda start, end, what: self.report.fault('since', path, start, end, what)
        case = self.journal and self.journal.first()
        lines = len(self.journal.lines) if self.journal else 0
        key = self.journal.key_below(seen.size) if self.journal else None
        keys = [one for one in [key] + self.options.key if one]
        if case and seen.origin != 'hearsay.case/' + case['id']:
            fault(0, len(seen.origin.encode('utf-8')), 'a checkpoint of another case')
        elif seen.size > lines:
            fault(0, len(seen.data), 'it covers %d events, this case has %d: it was rolled back' % (seen.size, lines))
        elif keys and not any(seen.signed_by(one, line) for one in keys for line in seen.signatures):
            fault(seen.signatures[0][3], len(seen.data), 'not signed by the desk')
        elif self.leaves is None or len(self.leaves) < seen.size:
            self.report.detail['since'] = 'the tree is not known'
        elif roots(self.leaves, [seen.size]).get(seen.size) != seen.root:
            fault(*seen.root_at, 'the case has another history since: a fork')
        else:
            self.report.ran('since', 'grew from %d to %d events' % (seen.size, lines))


def blob_path(name):
    return 'blobs/sha256/%s/%s' % (name[7:9], name[9:])


# --------------------------------------------------------- a published record

MAX_RECORD = 128 * MiB
MAX_LISTED = 64 * MiB
MAX_PARTS = 4_000_000       # commas and brackets: in memory they are many times as large
MAX_EVENTS = 200_000
MAX_HASHES = 110
MAX_RECORD_DEPTH = 70
LISTED = re.compile(r'(?!\.|.*/\.)[a-z0-9.-]+(?:/[a-z0-9.-]+){0,7}\Z')
TOKEN = re.compile(r'seal/tokens/[0-9a-f]{64}\Z')
POINTER = re.compile(r'/(?:by\Z|data(?:/|\Z))')
WRONG_ESCAPE = re.compile(r'~(?![01])')
INSTANT = re.compile(r'(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d))\Z', re.A)
SEAL = ('seal/manifest', 'seal/record.json', 'seal/checkpoint')
# What every record shows of these events; of the last four nothing else is there to show.
DISCLOSED = {'case': ('format', 'id', 'key'), 'key': ('key',)}
DISCLOSED.update((kind, tuple(DATA[kind])) for kind in ('publish', 'checkpoint', 'cosign', 'stamp'))


def moment(text_):
    """Milliseconds of an instant with its zone, from a day that is far back; None where it is none."""
    match = INSTANT.match(text_) if text(text_) else None
    if match is None:
        return None
    day_, hour, minute, second, part, sign, off_hour, off_minute = match.groups()
    clock = '%sT%s:%s:%s' % (day_, hour, minute, second or '00')
    if not date_is_real(clock) or day_ < '0001' or int(off_hour or 0) > 23 or int(off_minute or 0) > 59:
        return None
    days = datetime.date.fromisoformat(day_).toordinal()
    away = (int(off_hour or 0) * 60 + int(off_minute or 0)) * (-1 if sign == '-' else 1)
    whole_ = ((days * 24 + int(hour)) * 60 + int(minute) - away) * 60 + int(second or 0)
    return whole_ * 1000 + int(((part or '') + '000')[:3])


def included(proof, hash_, index, size_, root):
    """RFC 9162, 2.1.3.2: whether a leaf is in a tree."""
    if not 0 <= index < size_:
        return False
    at, last = index, size_ - 1
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            hash_ = node(step, hash_)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            hash_ = node(hash_, step)
        at, last = at >> 1, last >> 1
    return last == 0 and hash_ == root


def consistent(proof, first, second, old, new):
    """RFC 9162, 2.1.4.2: whether a tree grew from another."""
    if not 0 < first < second or not proof:
        return False
    path = list(proof) if first & (first - 1) else [old] + list(proof)
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    one = two = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            one, two = node(step, one), node(step, two)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            two = node(two, step)
        at, last = at >> 1, last >> 1
    return last == 0 and one == old and two == new


class Event:
    """A disclosed event: its head, the leaves of it that are shown, and where in the record it stands."""

    def __init__(self, value, start, end):
        self.start, self.end = start, end
        keys(value, ('head', 'hidden', 'proof', 'shown'), 'an event')
        head = canonical(value['head']) if isinstance(value['head'], dict) else b''
        match = HEAD.match(head)
        if match is None or match.end() != len(head):
            raise Bad('an event without a head')
        self.seq, self.kind = int(match.group(5)), match.group(3).decode('ascii')
        self.entry, self.proof, self.shown = sha256(head), hashes_of(value['proof']), {}
        if not isinstance(value['shown'], dict) or not isinstance(value['hidden'], dict):
            raise Bad('event %d: what is shown and hidden must be objects' % self.seq)
        by_pointer = {}
        for pointer, one in value['shown'].items():
            by_pointer[pointer] = self._opened(pointer, one)
            self.shown[pointer] = one['value']
        for pointer, one in value['hidden'].items():
            if pointer in by_pointer or not secret(one):
                raise Bad('event %d: %s is not hidden as it must be' % (self.seq, shown(pointer)))
            by_pointer[pointer] = one
        self._pointers(by_pointer)
        if commitment(by_pointer) != match.group(2).decode('ascii'):
            raise Bad('event %d is not what its head is committed to' % self.seq)
        self.keys = {pointer.split('/', 3)[2] for pointer in by_pointer if pointer.startswith('/data/')}

    def _opened(self, pointer, one):
        keys(one, ('key', 'value'), pointer)
        value = one['value']
        if not secret(one['key']):
            raise Bad('event %d: %s has no key' % (self.seq, shown(pointer)))
        spelled = canonical(value)
        levels = MAX_DEPTH - pointer.count('/')
        if pointer == '/by':
            leaf_ = text(value)
        elif isinstance(value, dict):
            leaf_ = value == {} and levels > 0
        else:
            leaf_ = pointer != '/data' and depth_of(spelled) <= levels
        if not leaf_:
            raise Bad('event %d: %s is no leaf' % (self.seq, shown(pointer)))
        return hashlib.sha256(bytes.fromhex(one['key']) + spelled).hexdigest()

    def _pointers(self, by_pointer):
        """Every pointer well formed, and none below another: only then is there one body that has them."""
        if '/by' not in by_pointer or len(by_pointer) < 2:
            raise Bad('event %d has not the leaves that a body has' % self.seq)
        for pointer in by_pointer:
            if not POINTER.match(pointer) or WRONG_ESCAPE.search(pointer) or pointer.count('/') > MAX_DEPTH:
                raise Bad('event %d: %s is no pointer to a leaf' % (self.seq, shown(pointer)))
            at = pointer.rfind('/')
            while at > 0:
                if pointer[:at] in by_pointer:
                    raise Bad('event %d: %s stands below another leaf' % (self.seq, shown(pointer)))
                at = pointer.rfind('/', 0, at)

    def data(self, key):
        return self.shown.get('/data/' + key)

    def wrong(self):
        """What is wrong with what is shown of this event, or None."""
        if '/by' in self.shown:
            return 'it shows who wrote it'
        if self.kind not in DATA:
            return 'no event is of that kind'
        kinds = DATA[self.kind]
        for key in DISCLOSED.get(self.kind, ()):
            if '/data/' + key not in self.shown:
                return 'it does not show `%s`' % key
        if self.kind != 'correct' and self.keys != set(kinds):
            return 'it has not the keys that such an event has'
        for key, kind in kinds.items():
            if '/data/' + key in self.shown and not kind(self.data(key)):
                return '`%s` has not the form it must have' % key
        if self.kind == 'publish' and moment(self.data('asOf')) is None:
            return '`asOf` is no instant'
        return None


def keys(value, wanted, what):
    if not isinstance(value, dict) or tuple(sorted(value)) != wanted:
        raise Bad('%s wants the keys %s, and no others' % (shown(what), ', '.join(wanted)))


def hashes_of(value):
    if not isinstance(value, list) or len(value) > MAX_HASHES:
        raise Bad('not a proof')
    found = [strict_base64(one) if isinstance(one, str) else None for one in value]
    if any(one is None or len(one) != 32 for one in found):
        raise Bad('a proof with a hash that is not 32 bytes')
    return found


class Record:
    """A published folder, against docs/published-format.md."""

    def __init__(self, store, report, options):
        self.store, self.report, self.options = store, report, options
        self.manifest, self.manifest_bytes = None, None
        self.events, self.grown, self.head, self.notes = None, {}, None, {}
        self.grown_end, self.cosigned, self.named = 0, [], None

    def check(self):
        for check, path, read, limit in (('manifest', 'seal/manifest', self.read_manifest, MAX_LISTED),
                                         ('record', 'seal/record.json', self.read_record, MAX_RECORD),
                                         ('checkpoint', 'seal/checkpoint', self.read_head, MAX_NOTE)):
            if path == 'seal/checkpoint' and self.events is None:
                self.report.skip(check, 'the record can\'t be read, and with it who signs')
                if path in self.store.files:
                    continue
            self.report.ran(check)
            try:
                if path not in self.store.files:
                    raise Bad('it is missing')
                read(read_whole(self.store, path, limit))
            except (Bad, RecursionError, MemoryError) as bad:
                size_ = self.store.files.get(path, 0)
                start, end = getattr(bad, 'start', None) or 0, getattr(bad, 'end', None)
                self.report.fault(check, path, start, size_ if end is None else end,
                                  getattr(bad, 'what', 'more than can be read'))
        self.folder()
        self.files()
        if self.events is None:
            return
        self.proofs()
        self.editions()
        self.history()
        self.witnesses()
        self.tokens()
        self.pinned()

    def whole(self, check, path, what):
        self.report.fault(check, path, 0, self.store.files.get(path, 0), what)

    def read_manifest(self, data):
        listed, before = {}, b''
        if data and not data.endswith(b'\n'):
            raise Bad('it does not end in a line feed', max(0, data.rfind(b'\n') + 1), len(data))
        at = 0
        for line in data.split(b'\n')[:-1]:
            match = re.match(rb'([0-9a-f]{64})  ([a-z0-9./-]{1,200})\Z', line)
            path = match and match.group(2).decode('ascii')
            if not match or not LISTED.match(path) or path.startswith('seal/') or match.group(2) <= before:
                raise Bad('not a digest, two spaces and a path, in order', at, at + len(line))
            listed[path], before = match.group(1).decode('ascii'), match.group(2)
            at += len(line) + 1
            if len(listed) > 200000:
                raise Bad('more files than any record', at, len(data))
        self.manifest, self.manifest_bytes = listed, data

    def read_record(self, data):
        if not data.endswith(b'\n'):
            raise Bad('it does not end in a line feed', max(0, len(data) - 1), len(data))
        if data.count(b',') + data.count(b'[') + data.count(b'{') > MAX_PARTS:
            raise Bad('of more parts than any record')
        value = parse_canonical(data[:-1], MAX_RECORD_DEPTH)
        keys(value, ('consistency', 'events', 'format'), 'the record')
        if value['format'] != 'hearsay/record/1' or not isinstance(value['events'], list) or not isinstance(value['consistency'], list):
            raise Bad('not of the format hearsay/record/1')
        if len(value['events']) + len(value['consistency']) > MAX_EVENTS:
            raise Bad('of more events than any record')
        # What is canonical has one length: so each event has its place.
        self.grown_end = len(b'{"consistency":') + len(canonical(value['consistency']))
        start = before = self.grown_end + len(b',"events":[')
        events = []
        for one in value['events']:
            end = start + len(canonical(one))
            try:
                event = Event(one, start, end)
            except Bad as bad:
                raise Bad(bad.what, start, end)
            if event.seq <= (events[-1].seq if events else -1):
                raise Bad('event %d does not stand in its order' % event.seq, before, end)
            events.append(event)
            before, start = start, end + 1
        size_ = 0
        for one in value['consistency']:
            try:
                keys(one, ('proof', 'size'), 'a proof of consistency')
                if not size(one['size']) or one['size'] <= size_:
                    raise Bad('the sizes of consistency do not ascend')
                size_ = one['size']
                self.grown[size_] = hashes_of(one['proof'])
            except Bad as bad:
                raise Bad(bad.what, 0, self.grown_end)
        self.events = events

    def desks(self):
        found = []
        for one in self.events or []:
            if one.kind in ('case', 'key') and isinstance(one.data('key'), str):
                try:
                    found.append((one.seq, Key(one.data('key'))))
                except Bad:
                    pass
        return found

    def signed(self, note):
        """Whether the desk in force at its size signed a checkpoint of this case."""
        first = self.events[0] if self.events else None
        if first is None or first.seq != 0 or first.kind != 'case' or not isinstance(first.data('id'), str):
            raise Bad('no event says whose log it is')
        if note.origin != 'hearsay.case/' + first.data('id'):
            raise Bad('a checkpoint of another case')
        desk = [key for seq, key in self.desks() if seq < note.size]
        if not desk or not any(note.signed_by(desk[-1], line) for line in note.signatures):
            raise Bad('not signed by the desk')

    def read_head(self, data):
        note = self.named = Checkpoint(data)
        if len(note.signatures) != 1:
            raise Bad('one signature is wanted, the desk\'s', len(note.text) + 1, len(data))
        self.signed(note)
        self.head = note
        self.report.ran('checkpoint', 'of %d events' % note.size)

    def folder(self):
        report, store = self.report, self.store
        report.ran('folder')
        for path, what in store.odd:
            report.fault('folder', path, 0, 0, what)
        above = {'/'.join(path.split('/')[:n]) for path in store.files for n in range(1, path.count('/') + 1)}
        for path in store.folders:
            if path not in above:
                report.fault('folder', path + '/', 0, 0, 'a folder that does not belong here')
        for path in sorted(store.files):
            known = path in SEAL or TOKEN.match(path) is not None
            if not known and (path.startswith('seal/') if self.manifest is None else path not in self.manifest):
                report.fault('folder', path, 0, store.files[path], 'a file that does not belong here')

    def files(self):
        if self.manifest is None:
            self.report.skip('files', 'the manifest can\'t be read')
            return
        self.report.ran('files', '%d' % len(self.manifest))
        for path, named in self.manifest.items():
            if path not in self.store.files:
                self.report.fault('files', path, 0, 0, 'it is missing')
                continue
            found = hashlib.sha256()
            try:
                with self.store.open(path) as file:
                    for piece in iter(lambda: file.read(MiB), b''):
                        found.update(piece)
            except READ_ERRORS as error:
                self.whole('files', path, "can't be read: %s" % error)
                continue
            if found.hexdigest() != named:
                self.whole('files', path, 'it is not what the manifest names')

    def told(self, check, event, what):
        self.report.fault(check, 'seal/record.json', event.start, event.end, 'event %d: %s' % (event.seq, what))

    def proofs(self):
        self.report.ran('record', '%d events' % len(self.events))
        if not self.events or self.events[0].seq != 0 or self.events[0].kind != 'case':
            self.report.fault('record', 'seal/record.json', self.grown_end, self.events[0].end if self.events else self.grown_end,
                              'the first event of the case should stand here')
        tree = self.head or self.named
        outside = [one for one in self.events
                   if tree and not included(one.proof, leaf(one.entry), one.seq, tree.size, tree.root)]
        # A head that nobody signed helps to find the event that was changed; where no event is in it, it tells nothing.
        for one in outside if self.head or len(outside) < len(self.events) else []:
            self.told('record', one, 'it is not in the log')
        for one in self.events:
            what = one.wrong() or ('the first event is `case`, and no other' if (one.kind == 'case') != (one.seq == 0) else None)
            if what:
                self.told('record', one, what)

    def editions(self):
        self.report.ran('editions')
        before, count, as_of, last = None, 0, None, None
        for one in self.events:
            if one.kind != 'publish':
                continue
            count += 1
            if one.data('edition') != count or not size(one.data('edition')):
                self.told('editions', one, 'it should be edition %d' % count)
            if one.data('previous') != before or '/data/previous' not in one.shown:
                self.told('editions', one, 'it does not name the manifest of the edition before')
            now = moment(one.data('asOf'))
            if now is not None and as_of is not None and now < as_of:
                self.told('editions', one, 'it tells of an earlier instant than the edition before')
            before, as_of, last = one.data('manifest'), now if now is not None else as_of, one
        if last is not None and last.data('disclosed') != len(self.events):
            self.told('editions', last, '%s events were disclosed with it, and %d are here' % (last.data('disclosed'), len(self.events)))
        if last is not None and self.head is not None and self.head.size != last.seq + 1:
            self.told('editions', last, 'it is not the last event that the checkpoint covers')
        if not count:
            self.report.fault('editions', 'seal/record.json', 0, 0, 'no "publish" event is shown')
        elif self.manifest_bytes is not None and before != 'sha256:' + hashlib.sha256(self.manifest_bytes).hexdigest():
            self.whole('manifest', 'seal/manifest', 'it is not the one that the last "publish" event names')
        self.report.ran('editions', '%d' % count)

    def history(self):
        sizes = set()
        for one in self.events:
            text_ = one.data('note')
            if one.kind in ('checkpoint', 'cosign') and isinstance(text_, str):
                self.report.ran('history')
                data = LONE.sub('\ufffd', text_).encode('utf-8')
                self.notes[hashlib.sha256(data).hexdigest()] = data
                note = self.grew(data, 'event %d: ' % one.seq, one)
                sizes.add(note and note.size)
                if note and (len(note.signatures) == 1) != (one.kind == 'checkpoint'):
                    self.told('history', one, 'signatures of witnesses belong into `cosign`, and only there')
                if note and one.kind == 'cosign':
                    self.cosigned.append((note, one))
        unproven = []
        for path, seen in self.options.since:
            self.report.ran('history')
            note = self.grew(seen.data, '%s: ' % path, None)
            if note and self.head and 0 < note.size < self.head.size and note.size not in self.grown:
                unproven.append(path)
        for one in self.grown:
            if self.head and (one not in sizes or one >= self.head.size):
                self.report.fault('history', 'seal/record.json', 0, self.grown_end,
                                  'a proof from %d events, and no earlier checkpoint of that size' % one)
        if unproven:
            self.report.detail['history'] = 'for %s the record holds no proof' % ', '.join(unproven)
            if not sizes and len(unproven) == len(self.options.since) and self.report.state['history'] == 'passed':
                self.report.state['history'] = None      # nothing was shown

    def grew(self, data, lead, event):
        """The checkpoint of a note, after its signature and its history are checked."""
        def fault(what, start=0, end=None):
            self.report.fault('history', 'seal/record.json', start, self.grown_end if end is None else end, lead + what)
        place = (event.start, event.end) if event else (0, 0)
        try:
            note = Checkpoint(data)
            self.signed(note)
        except Bad as bad:
            fault(bad.what, *place)
            return None
        head = self.head
        if head is None or note.size == 0:
            return note
        if event and note.size > event.seq:
            fault('a checkpoint of %d events, which were not yet' % note.size, *place)
        elif note.size > head.size:
            fault('it covers %d events, and this record %d' % (note.size, head.size), *place)
        elif note.size == head.size:
            if note.root != head.root:
                fault('another history: a fork', *place)
        elif note.size not in self.grown:
            if event:
                fault('no proof leads from it to the head')
        elif not consistent(self.grown[note.size], note.size, head.size, note.root, head.root):
            fault('another history: a fork')
        return note

    def witnesses(self):
        report, witnesses = self.report, self.options.witness
        if not witnesses:
            others = sum(len(note.signatures) - 1 for note, _ in self.cosigned)
            report.skip('witnesses', 'no key was given (--witness)' + ('; %d signatures' % others if others else ''))
            return
        counts = {witness.text: 0 for witness in witnesses}
        report.ran('witnesses')
        for note, event in self.cosigned:
            for line in note.signatures[1:]:
                for witness in witnesses:
                    if line[0] == witness.name and line[1] == witness.id:
                        if note.signed_by(witness, line):
                            counts[witness.text] += 1
                        else:
                            self.told('witnesses', event, 'a signature that is not of %s' % witness.name)
        silent = [witness.name for witness in witnesses if not counts[witness.text]]
        report.ran('witnesses', '%d signatures' % sum(counts.values()) + ('; none of ' + ', '.join(silent) if silent else ''))
        if len(silent) == len(witnesses) and report.state['witnesses'] == 'passed':
            report.state['witnesses'] = None     # that nobody bore witness is no fault, but nothing was shown either

    def tokens(self):
        times, named_files = [], set()
        for one in self.events:
            if one.kind != 'stamp' or not digest(one.data('blob') or '') or not digest(one.data('checkpoint') or ''):
                continue
            check = 'tokens' if one.data('kind') == 'rfc3161' else 'proofs'
            path = 'seal/tokens/' + one.data('blob')[7:]
            named_files.add(path)
            self.report.ran(check)
            try:
                note = self.notes.get(one.data('checkpoint')[7:])
                if note is None or Checkpoint(note).size != one.data('size'):
                    raise Bad('no checkpoint is shown that it is over')
                if path not in self.store.files:
                    raise Bad('it is missing', 0, 0)
                data = read_whole(self.store, path, MAX_TOKEN)
                if hashlib.sha256(data).hexdigest() != one.data('blob')[7:]:
                    raise Bad('it is not the one that its event names')
                if check == 'proofs':
                    Proof(data, bytes.fromhex(one.data('checkpoint')[7:]))
                else:
                    token = Token(data)
                    token.over(bytes.fromhex(one.data('checkpoint')[7:]), note)
                    certificate = token.check(self.options.anchors or [])
                    times.append(token.time)
                    if self.options.anchors is not None:
                        self.report.ran('anchors')
                        if not leads_to(certificate, token.certificates, self.options.anchors, token.time):
                            raise Bad('its certificates do not lead to a given anchor')
            except Bad as bad:
                self.report.fault(check, path, 0, self.store.files.get(path, 0), 'event %d: %s' % (one.seq, bad.what))
            except Unknown as unknown:
                self.report.detail[check] = str(unknown)
        if times:
            self.report.detail['tokens'] = '%d, the first of %s' % (len(times), min(times))
        for path in sorted(self.store.files):
            if TOKEN.match(path) and path not in named_files:
                self.report.fault('tokens', path, 0, self.store.files[path], 'no event names it')

    def pinned(self):
        desks = self.desks()
        if not self.options.key:
            self.report.skip('key', 'compare: ' + ', '.join(key.text for _, key in desks))
            return
        self.report.ran('key')
        known = {key.text for key in self.options.key}
        for seq, key in desks:
            if key.text not in known:
                self.whole('key', 'seal/record.json', 'from event %d on %s signs' % (seq, key.text))


# ---------------------------------------------------------------- the program

def options_of(arguments):
    parser = argparse.ArgumentParser(
        prog='verify.py', description='Check a case of Hearsay, independently of Hearsay.',
        epilog='exit status: 0 nothing wrong was found, 1 a fault was found, 2 called wrongly')
    parser.add_argument('case', help='a case folder, or a zip of one; or a published folder')
    parser.add_argument('--since', action='append', default=[], metavar='CHECKPOINT',
                        help='a file: a checkpoint of this case seen before')
    parser.add_argument('--key', action='append', default=[], help='a verifier key the desk is known by; every key that signed must be given')
    parser.add_argument('--witness', action='append', default=[], metavar='KEY', help='verifier key of a witness')
    parser.add_argument('--anchors', metavar='PEM', help='certificates that time stamps must lead to')
    parser.add_argument('--json', action='store_true', help='one JSON document instead of the table')
    options = parser.parse_args(arguments)
    try:
        options.key = [Key(key) for key in options.key]
        options.witness = [Key(key) for key in options.witness]
        for key, kind, option in [(k, b'\x01', '--key') for k in options.key] + [(k, b'\x04', '--witness') for k in options.witness]:
            if key.type != kind:
                raise Bad('%s takes a key of type %d' % (option, kind[0]))
        options.since = [(path, Checkpoint(given(path, MAX_NOTE))) for path in options.since]
        if options.anchors is not None:
            options.anchors = pem(given(options.anchors, 16 * MiB).decode('ascii', 'replace'))
            if not options.anchors:
                raise Bad('no certificate in the file of --anchors')
        options.store = store_of(options.case)
    except Bad as bad:
        parser.error(shown(bad.what))
    return options


def given(path, limit):
    try:
        with open(path, 'rb') as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise Bad("%s: can't be read: %s" % (path, error))
    if len(data) > limit:
        raise Bad('%s: longer than %d bytes' % (path, limit))
    return data


def store_of(path):
    """The folder or zip, which has to look like a case at all."""
    try:
        if os.path.isdir(path):
            published = any(os.path.lexists(os.path.join(path, one)) for one in SEAL)
            store = Folder(path, (lambda _: True) if published else None)
        elif os.path.isfile(path):
            store = Zip(path)
        else:
            raise Bad('%s: there is no such folder or zip' % path)
    except (RecursionError, MemoryError) + READ_ERRORS as error:
        raise Bad('%s: neither a folder nor a zip that can be read: %s' % (path, error))
    if not any(name in store.files for name in ('journal', 'hearsay.json', 'log/checkpoint') + SEAL):
        raise Bad('%s: not a case: it has no journal' % path)
    return store


def main(arguments):
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, 'reconfigure'):
            stream.reconfigure(encoding='utf-8', errors='backslashreplace')
    options = options_of(arguments)
    published = any(path in options.store.files for path in SEAL) and 'journal' not in options.store.files
    report = Report(RECORD_CHECKS if published else CHECKS)
    (Record if published else Case)(options.store, report, options).check()
    try:
        (print_json if options.json else print_table)(report, options.case, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if report.failed() else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))

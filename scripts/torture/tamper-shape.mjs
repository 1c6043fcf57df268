// Files deleted, swapped, cut, added to; strangers among them; lines of the journal moved about.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { count, faultsOf, tally } from './tamper-flips.mjs';

const named = (faults, path) => faults.filter((one) => one.file === path);
const checksIn = (faults) => faults.map((one) => one.check);

/** What verify finds, also where it refuses the folder altogether. */
async function found(program, root) {
  try {
    return await faultsOf(program, root);
  } catch (error) {
    return [
      {
        check: 'refused',
        file: /journal/u.test(error.message) ? 'journal' : '',
        start: 0,
        end: 0,
        what: error.message,
      },
    ];
  }
}

/** Does something to one path, looks, and puts it back. */
async function tried(program, pristine, row, path, change, what) {
  change();
  const faults = await found(program, pristine.root);
  const own = named(faults, path);
  count(row, faults.length > 0, own.length > 0, checksIn(own), what);
  pristine.restore([path]);
}

export async function deletions(program, pristine, every) {
  const row = tally('a file deleted');
  const derived = tally('a derived file deleted (anybody may, at will)');
  for (const [n, path] of pristine.paths().entries()) {
    if (n % every !== 0 && path.startsWith('blobs/')) continue;
    if (!path.startsWith('derived/')) await tried(program, pristine, row, path, () => pristine.remove(path), path);
  }
  for (const path of pristine.paths('derived/')) pristine.remove(path);
  const faults = await found(program, pristine.root);
  for (const path of pristine.paths('derived/')) {
    const own = named(faults, path);
    count(derived, own.length > 0, own.length > 0, checksIn(own), path);
  }
  pristine.restore(pristine.paths('derived/'));
  return [row, { ...derived, missed: [] }];
}

/** Neighbours, all pairs of the files that are no evidence, and pairs by chance. Both must be named. */
export async function swaps(program, pristine, random, every) {
  const all = pristine.paths();
  const others = all.filter((path) => !path.startsWith('blobs/') && !path.startsWith('derived/'));
  const any = () => all[Math.floor(random() * all.length)];
  const pairs = [
    ...all
      .slice(1)
      .map((path, n) => [all[n], path])
      .filter((_, n) => n % every === 0),
    ...others.flatMap((one, n) => others.slice(n + 1).map((other) => [one, other])),
    ...Array.from({ length: every === 1 ? 100 : 5 }, () => [any(), any()]),
  ].filter(([one, other]) => one !== other);
  const once = new Map(pairs.map((pair) => [[...pair].sort().join(' '), pair]));
  const rows = {
    both: tally('two files swapped, both named'),
    journal: tally('the journal and a file of the log swapped, the journal named'),
    derived: tally('two derived files swapped (each still begins with its own digest)'),
  };
  for (const [one, other] of once.values()) {
    pristine.write(one, pristine.bytes(other));
    pristine.write(other, pristine.bytes(one));
    const faults = await found(program, pristine.root);
    const own = [one, other].map((path) => named(faults, path));
    const withLog = one === 'journal' ? other : other === 'journal' ? one : '';
    const row = both(one, other, 'derived/') ? rows.derived : withLog.startsWith('log/') ? rows.journal : rows.both;
    const located = row === rows.journal ? named(faults, 'journal').length > 0 : own.every((each) => each.length > 0);
    count(row, faults.length > 0, located, checksIn(own.flat()), `${one} and ${other}`);
    pristine.restore([one, other]);
  }
  return [rows.both, rows.journal, { ...rows.derived, missed: [] }];
}

const both = (one, other, start) => one.startsWith(start) && other.startsWith(start);

/** Cut short to nothing, to a half, by one byte; one byte more, a thousand more. Evidence all at once, the rest one by one. */
export async function cuts(program, pristine, random, every) {
  const ways = [
    ['cut to nothing', (bytes) => bytes.subarray(0, 0)],
    ['cut to a half', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['cut by its last byte', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['one byte appended', (bytes) => Buffer.concat([bytes, Buffer.of(Math.floor(random() * 256))])],
    ['1,000 bytes appended', (bytes) => Buffer.concat([bytes, Buffer.alloc(1000, 0x41)])],
  ];
  const rows = [];
  for (const [kind, change] of ways) {
    const row = tally(`a file ${kind}`);
    const together = [...pristine.paths('blobs/'), ...pristine.paths('derived/')];
    for (const path of together) pristine.write(path, change(pristine.bytes(path)));
    const faults = await found(program, pristine.root);
    for (const path of together) {
      const own = named(faults, path);
      count(row, own.length > 0, own.length > 0, checksIn(own), `${path} ${kind}`);
    }
    pristine.restore(together);
    for (const path of ['journal', 'hearsay.json', ...pristine.paths('log/')]) {
      const bytes = change(pristine.bytes(path));
      await tried(program, pristine, row, path, () => pristine.write(path, bytes), `${path} ${kind}`);
    }
    rows.push(row);
  }
  return [...rows, await journalCuts(program, pristine, every)];
}

async function journalCuts(program, pristine, every) {
  const row = tally('the journal cut at the end of a line, and in the middle of it');
  const bytes = pristine.bytes('journal');
  const { lines } = program.readJournal(new Uint8Array(bytes));
  for (const [n, { start, end }] of lines.entries()) {
    if (n % (5 * every) !== 0) continue;
    for (const at of [end, (start + end) >> 1])
      if (at < bytes.length)
        await tried(
          program,
          pristine,
          row,
          'journal',
          () => pristine.write('journal', bytes.subarray(0, at)),
          `at ${at}`,
        );
  }
  return row;
}

/** What does not belong: files, links, pipes, folders. */
export async function strays(program, pristine) {
  const { root } = pristine;
  const files = tally('a stray file');
  const blob = `blobs/sha256/00/${'0'.repeat(62)}`;
  const places = [
    'notes.txt',
    '.hidden',
    'journal~',
    'blobs/x',
    'blobs/sha256/x',
    blob,
    'log/x',
    'log/tile/0/009',
    'derived/x',
  ];
  for (const path of places)
    await tried(program, pristine, files, path, () => pristine.write(path, Buffer.from('mine')), path);
  const links = tally('a link, or a file, tile or blob turned into a link');
  const [first] = pristine.paths('blobs/');
  for (const path of [
    'link',
    'blobs/link',
    'log/link',
    'derived/link',
    'journal',
    'hearsay.json',
    'log/checkpoint',
    first,
  ]) {
    const copy = join(root, '..', 'linked-to');
    await tried(program, pristine, links, path, () => linked(pristine, path, copy), path);
  }
  const pipes = tally('a pipe in the place of a file, or beside the files');
  for (const path of ['pipe', 'derived/pipe', 'hearsay.json', 'log/checkpoint', 'log/tile/0/000', first, 'journal'])
    await tried(program, pristine, pipes, path, () => piped(pristine, path), path);
  const folders = tally('a stray folder, empty, or in the place of a file');
  for (const path of [
    'new',
    'blobs/new',
    'log/new',
    'log/tile/new',
    'journal',
    'hearsay.json',
    'log/checkpoint',
    first,
  ])
    await tried(program, pristine, folders, path, () => foldered(pristine, path), path);
  return [files, links, pipes, folders];
}

function linked(pristine, path, copy) {
  pristine.write('../linked-to', pristine.bytes(path) ?? Buffer.from('mine'));
  pristine.remove(path);
  symlinkSync(copy, join(pristine.root, path));
}

function piped(pristine, path) {
  pristine.remove(path);
  execFileSync('mkfifo', [join(pristine.root, path)]);
}

function foldered(pristine, path) {
  pristine.remove(path);
  mkdirSync(join(pristine.root, path), { recursive: true });
}

/** Lines of the journal deleted, swapped, doubled, put in; the fault must touch the place. */
export async function lineChanges(program, pristine, every) {
  const bytes = pristine.bytes('journal');
  const { lines } = program.readJournal(new Uint8Array(bytes));
  const text = (line) => bytes.subarray(line.start, line.end);
  const stranger = foreignLine(program, lines);
  const ways = [
    ['a line deleted', () => []],
    ['two neighbouring lines swapped', (line, next) => [text(next), text(line)]],
    ['a line doubled', (line) => [text(line), text(line)]],
    ['a well-formed line put in', (line) => [text(line), stranger(line)]],
  ];
  const rows = [];
  for (const [kind, make] of ways) {
    const row = tally(kind);
    for (let n = 0; n < lines.length; n += every) {
      const two = kind.startsWith('two');
      const [line, next] = [lines[n], lines[n + 1]];
      if (two && !next) continue;
      const rest = bytes.subarray(two ? next.end : line.end);
      pristine.write('journal', Buffer.concat([bytes.subarray(0, line.start), ...make(line, next), rest]));
      const faults = await found(program, pristine.root);
      const own = faults.filter((one) => one.file === 'journal' && one.start <= line.end && line.start <= one.end);
      count(row, faults.length > 0, own.length > 0, checksIn(own), `${kind}: ${n}`);
      pristine.restore(['journal']);
    }
    rows.push(row);
  }
  return rows;
}

/** A line that follows rightly on another and that no desk has signed. */
function foreignLine(program, lines) {
  const body = { by: 'm.allory', data: { claim: 'a', ask: 'b', why: null }, salt: 'ab'.repeat(32) };
  const of = lines.at(-1).head;
  return ({ head, name }) =>
    Buffer.from(`${program.formatLine({ at: of.at, kind: 'tick', seq: head.seq + 1, previous: name }, body).text}\n`);
}

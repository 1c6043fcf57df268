// What can be done to a case behind the desk's back: each kind of damage names the file that a verifier has to name.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { oddEvents } from './odd-events.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const hyphens = (body) => /^-+$/u.test(body);

/** All files of a case but those in `derived/tmp`, by path below it, in order. */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath ?? one.path, one.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('derived/tmp/'))
    .sort();

const linesOf = (folder) => readFileSync(join(folder, 'journal'), 'utf8').split('\n').slice(0, -1);
const writeLines = (folder, lines) => writeFileSync(join(folder, 'journal'), lines.map((line) => `${line}\n`).join(''));
const blobsOf = (folder) => filesOf(folder).filter((path) => path.startsWith('blobs/'));
const filled = (folder, path) => readFileSync(join(folder, path)).length > 0;

/** Each kind of damage: does it, and gives the files that are wrong now, or `null` where it can't be done here. */
export const DAMAGES = {
  'a bit flipped'({ folder, random }) {
    const path = random.pick(filesOf(folder).filter((one) => filled(folder, one)));
    const bytes = readFileSync(join(folder, path));
    bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    writeFileSync(join(folder, path), bytes);
    return [path];
  },
  'a bit of the journal flipped'({ folder, random }) {
    const bytes = readFileSync(join(folder, 'journal'));
    bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    writeFileSync(join(folder, 'journal'), bytes);
    return ['journal'];
  },
  'a file deleted'({ folder, random }) {
    const path = random.pick(filesOf(folder).filter((one) => !one.startsWith('derived/')));
    rmSync(join(folder, path));
    return [path];
  },
  'evidence deleted'({ folder, random }) {
    const blobs = blobsOf(folder);
    if (blobs.length === 0) return null;
    const path = random.pick(blobs);
    rmSync(join(folder, path));
    return [path];
  },
  'two pieces of evidence swapped'({ folder, random }) {
    const blobs = blobsOf(folder);
    if (blobs.length < 2) return null;
    const one = random.pick(blobs);
    const other = random.pick(blobs.filter((path) => path !== one));
    renameSync(join(folder, one), join(folder, 'aside'));
    renameSync(join(folder, other), join(folder, one));
    renameSync(join(folder, 'aside'), join(folder, other));
    return [one, other];
  },
  'two lines swapped'({ folder, random }) {
    const lines = linesOf(folder);
    const at = 1 + random.below(lines.length - 1);
    if (at + 1 >= lines.length) return null;
    [lines[at], lines[at + 1]] = [lines[at + 1], lines[at]];
    writeLines(folder, lines);
    return ['journal'];
  },
  'a line deleted'({ folder, random }) {
    const lines = linesOf(folder);
    lines.splice(random.below(lines.length), 1);
    writeLines(folder, lines);
    return ['journal'];
  },
  'a line written twice'({ folder, random }) {
    const lines = linesOf(folder);
    const at = random.below(lines.length);
    lines.splice(at, 0, lines[at]);
    writeLines(folder, lines);
    return ['journal'];
  },
  'a file cut short'({ folder, random }) {
    const path = random.pick(filesOf(folder).filter((one) => filled(folder, one)));
    truncateSync(join(folder, path), random.below(readFileSync(join(folder, path)).length));
    return [path];
  },
  'bytes appended'({ folder, random }) {
    const path = random.pick(filesOf(folder));
    appendFileSync(join(folder, path), random.pick(['x', '\n', '\0\0\0', '{}\n']));
    return [path];
  },
  'an old checkpoint put back'({ folder, random, checkpoints }) {
    if (checkpoints.length < 2) return null;
    writeFileSync(join(folder, 'log', 'checkpoint'), random.pick(checkpoints.slice(0, -1)));
    return ['journal', 'log/checkpoint'];
  },
  'rolled back whole'({ folder, random, checkpoints, seal, since }) {
    if (checkpoints.length < 2) return null;
    const size = Number(random.pick(checkpoints.slice(0, -1)).split('\n')[1]);
    const lines = linesOf(folder);
    if (size >= lines.length || lines.slice(0, size).some((line) => / -+$/u.test(line))) return null;
    writeLines(folder, lines.slice(0, size));
    since(checkpoints.at(-1));
    return seal('own').then(() => ['since']);
  },
  'history rewritten and signed by the desk'({ folder, random, checkpoints, seal, since }) {
    since(checkpoints[0]);
    return rechain(folder, 0, random) ? seal('own').then(() => ['since']) : null;
  },
  'history rewritten and signed by another'({ folder, random, seal }) {
    return rechain(folder, 1 + random.below(linesOf(folder).length - 1), random)
      ? seal('other').then(() => ['log/checkpoint'])
      : null;
  },
  'a line forged'({ folder, random }) {
    const lines = linesOf(folder);
    const at = random.below(lines.length);
    const forged = withData(lines[at], (body) => ({ ...body, by: `${body.by}!` }));
    if (!forged) return null;
    lines[at] = forged;
    writeLines(folder, lines);
    return ['journal'];
  },
  'a line added without the key'({ folder, random }) {
    const lines = linesOf(folder);
    const last = lines.at(-1).slice(0, lines.at(-1).indexOf('} ') + 1);
    const body = JSON.stringify({
      by: 'x',
      data: { name: 'Somebody', why: null },
      salt: sha256(String(random.next())),
    });
    const { at } = JSON.parse(last);
    const head = {
      at,
      body: `sha256:${sha256(body)}`,
      kind: 'withhold',
      previous: `sha256:${sha256(last)}`,
      seq: lines.length,
    };
    writeLines(folder, [...lines, `${JSON.stringify(head)} ${body}`]);
    return ['journal'];
  },
  'wrong data, rightly signed'({ folder, random, seal }) {
    const lines = linesOf(folder);
    const at = 1 + random.below(lines.length - 1);
    const forged = lines[at] && withData(lines[at], (body) => ({ ...body, data: { ...body.data, zz: 1 } }));
    if (!forged) return null;
    lines[at] = forged;
    writeLines(folder, lines);
    rechain(folder, at, null);
    return seal('own').then(() => ['journal']);
  },
  'an odd event, rightly signed'({ folder, random, seal }) {
    const lines = linesOf(folder);
    const { id } = JSON.parse(readFileSync(join(folder, 'hearsay.json'), 'utf8'));
    const last = lines.at(-1).slice(0, lines.at(-1).indexOf('} ') + 1);
    const { at } = JSON.parse(last);
    const [kind, body] = random.pick(oddEvents(lines.length, id));
    const head = { at, body: `sha256:${sha256(body)}`, kind, previous: `sha256:${sha256(last)}`, seq: lines.length };
    writeLines(folder, [...lines, `${JSON.stringify(head)} ${body}`]);
    return seal('own').then(() => ['journal']);
  },
  async 'a checkpoint of another history given out'({ folder, random, reopen, note }) {
    const lines = linesOf(folder);
    const { id } = JSON.parse(readFileSync(join(folder, 'hearsay.json'), 'utf8'));
    const root = Buffer.from(sha256(String(random.next())), 'hex').toString('base64');
    const forked = note(`hearsay.case/${id}\n${1 + random.below(lines.length)}\n${root}\n`);
    await reopen((writer) => writer.append([{ kind: 'checkpoint', data: { note: forked } }]));
    return ['journal'];
  },
  async 'a stamp on something else'({ folder, reopen, stampOver }) {
    const before = blobsOf(folder);
    await reopen((writer) => stampOver(writer, 'something else'));
    return blobsOf(folder).filter((path) => !before.includes(path));
  },
  async 'a witness misquoted'({ reopen, misquote }) {
    await reopen(async (writer) => {
      const signed = await writer.seal();
      await writer.append([{ kind: 'cosign', data: { note: misquote(signed) } }]);
    });
    return ['journal'];
  },
  'another key than expected'({ given, stranger }) {
    given.keys = [stranger];
    return ['key'];
  },
  async 'cut off before the checkpoint'({ folder, reopen }) {
    const aside = `${folder}.aside`;
    cpSync(join(folder, 'log'), aside, { recursive: true });
    await reopen((writer) => writer.append([{ kind: 'withhold', data: { name: 'Somebody', why: null } }]));
    rmSync(join(folder, 'log'), { recursive: true });
    renameSync(aside, join(folder, 'log'));
    return ['journal'];
  },
  'blanked without an erasure'({ folder, random }) {
    const lines = linesOf(folder);
    const at = random.below(lines.length);
    const gap = lines[at].indexOf('} ') + 2;
    if (hyphens(lines[at].slice(gap))) return null;
    lines[at] = lines[at].slice(0, gap) + '-'.repeat(Buffer.byteLength(lines[at].slice(gap)));
    writeLines(folder, lines);
    return ['journal'];
  },
  'a stray file'({ folder, random }) {
    const path = random.pick([
      'notes.txt',
      'blobs/x',
      `blobs/sha256/00/${'0'.repeat(62)}`,
      'log/tile/0/001',
      'log/old',
      '.hidden',
      'a\nb',
    ]);
    if (existsSync(join(folder, path))) return null;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'stray');
    return [path];
  },
  'hearsay.json edited'({ folder }) {
    const path = join(folder, 'hearsay.json');
    const about = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, `${JSON.stringify({ ...about, title: `${about.title} (edited)` })}\n`);
    return ['hearsay.json'];
  },
  'a file turned into a link'({ folder, random }) {
    const path = random.pick(filesOf(folder).filter((one) => one !== 'journal'));
    const outside = `${folder}.${random.below(1e9)}`;
    copyFileSync(join(folder, path), outside);
    rmSync(join(folder, path));
    symlinkSync(outside, join(folder, path));
    return [path];
  },
  'a link put in'({ folder, random }) {
    const path = random.pick(['link', 'derived/link', 'blobs/link', 'log/link']);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync('/etc/hostname', join(folder, path));
    return [path];
  },
};

/** The line with another body and its digest, or `null` where its body is erased. */
function withData(line, change) {
  const gap = line.indexOf('} ') + 1;
  const body = line.slice(gap + 1);
  if (hyphens(body)) return null;
  const changed = JSON.stringify(change(JSON.parse(body)));
  return `${line.slice(0, gap).replace(/"body":"sha256:[0-9a-f]{64}"/u, `"body":"sha256:${sha256(changed)}"`)} ${changed}`;
}

/** Chains the journal anew from a line on; with chance, that line gets another author first. */
function rechain(folder, from, random) {
  const lines = linesOf(folder);
  if (random) {
    const forged = lines[from] && withData(lines[from], (body) => ({ ...body, by: `${body.by}!` }));
    if (!forged) return false;
    lines[from] = forged;
  }
  for (let n = from + 1; n < lines.length; n++) {
    const before = lines[n - 1].slice(0, lines[n - 1].indexOf('} ') + 1);
    lines[n] = lines[n].replace(/"previous":"sha256:[0-9a-f]{64}"/u, `"previous":"sha256:${sha256(before)}"`);
  }
  writeLines(folder, lines);
  return true;
}

// A case with everything in it that can be tampered with, and the means to change it and put it back.

import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomFrom } from '../chance.mjs';

const none = { url: null, publisher: null, author: null, published: null, captured: null, lang: null, note: null };
const WORDS =
  'the a gate lock river board ferry council warden said saw heard of at on before after night morning shut open keys boat rain water rose fell nobody everybody twice bridge lamp'.split(
    ' ',
  );
const WITNESS = 'witness.example/north';

/** The built program's parts that a thief would use, too. */
export async function programOf(dist) {
  const parts = [
    'log/index.js',
    ...['store/case.js', 'store/desk.js', 'store/blobs.js', 'store/derived.js', 'store/log-files.js'],
    ...['store/verify-case.js', 'store/verify-log.js', 'record/journal.js', 'record/line.js', 'record/history.js'],
  ];
  return Object.assign({}, ...(await Promise.all(parts.map((path) => import(pathToFileURL(`${dist}/${path}`).href)))));
}

/** Texts, decisions, erasures, checkpoints that left the desk and came back cosigned, a change of the key, derived files. */
export async function makeCase(program, root, deskFolder, files) {
  const random = randomFrom(20310618);
  const text = (n) =>
    `Note ${n}.\n${Array.from({ length: 40 + Math.floor(random() * 60) }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')}\n`;
  let hand = await handOf(program, deskFolder);
  await program.createCase(root, { title: 'The gate at Low Ferry', languages: ['en'] }, hand);
  const writer = await program.openWriter(root, hand);
  await addTexts(program, writer, 0, Math.ceil(files * 0.9), text);
  await writer.append(Array.from({ length: Math.ceil(files / 10) }, (_, n) => ({ kind: 'ask', data: question(n) })));
  const [one, two, other] = [2, 5, Math.ceil(files * 0.9) + 3];
  const why = 'asked for by the person concerned';
  await writer.append([{ kind: 'erase', data: { events: [one, two, other], why } }]);
  await writer.eraseBodies([one, two, other]);
  const note = await writer.seal();
  await writer.append([{ kind: 'checkpoint', data: { note } }]);
  await writer.append([{ kind: 'cosign', data: { note: cosigned(program, note) } }]);
  await writer.close();
  await program.changeKey(deskFolder, '2031-06-18T09:00:00.000Z');
  hand = await handOf(program, deskFolder);
  const later = await program.openWriter(root, hand);
  await addTexts(program, later, Math.ceil(files * 0.9), files + 2, text);
  await later.append([{ kind: 'undo', data: { event: other + 1, why: 'asked by mistake' } }]);
  await later.append([{ kind: 'ask', data: question(files) }]);
  await later.close();
  for (let n = 0; n < 12; n++) await program.derive(root, 'pages', new TextEncoder().encode(text(n)));
}

export const handOf = async (program, folder) => ({
  desk: await program.openDesk(folder),
  by: 'r.ames',
  now: Date.now,
});

/** A checkpoint with a witness's line after the desk's. */
export function cosigned(program, note) {
  const { signer } = program.keyPairOf(new Uint8Array(32).fill(7), WITNESS, 'cosignature');
  return note + program.noteOf(program.parseNote(note).text, [signer], 1_940_000_000).split('\n\n')[1];
}

const question = (n) => ({ of: 'River Board', question: `Question ${n}?`, through: null, claim: null, why: null });

async function addTexts(program, writer, from, to, text) {
  const all = Array.from({ length: to - from }, (_, at) => new TextEncoder().encode(text(from + at)));
  const blobs = await program.putBlobs(writer.root, all);
  await writer.append(
    all.map((bytes, at) => ({
      kind: 'add',
      data: {
        ...{ blob: blobs[at], size: bytes.length, from: 'file', intimate: null },
        facts: { file: `note-${from + at}.txt`, ...none },
      },
    })),
  );
}

/** A case on the disk as it should be, and how to change and restore it. */
export class Pristine {
  constructor(root) {
    this.root = root;
    this.files = new Map(pathsBelow(root).map((path) => [path, readFileSync(join(root, path))]));
  }

  /** The paths whose name begins so, in order. */
  paths(start = '') {
    return [...this.files.keys()].filter((path) => path.startsWith(start)).sort();
  }

  bytes(path) {
    return this.files.get(path);
  }

  write(path, bytes) {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), bytes);
  }

  remove(path) {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  /** Puts these paths back as they were. */
  restore(paths) {
    for (const path of paths) {
      const bytes = this.files.get(path);
      if (!bytes || !statSync(join(this.root, path), { throwIfNoEntry: false })?.isFile()) this.remove(path);
      if (bytes) this.write(path, bytes);
    }
  }
}

const pathsBelow = (root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

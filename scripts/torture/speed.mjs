// How fast a case is written, opened and verified; beside git and sha256sum where they do the like.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { randomFrom } from '../chance.mjs';
import { floorOfDisk, megabytes, milliseconds, noiseOf, spread, timed, took } from './speed-clock.mjs';
import { programOf } from './tamper-case.mjs';

export const title = 'How fast';

export async function run({ root, scratch, quick }) {
  const program = await programOf(join(root, 'dist'));
  const cli = join(root, 'dist', 'cli', 'main.js');
  const hand = { desk: await program.openDesk(process.env.HEARSAY_DESK), by: 'speed test', now: Date.now };
  const all = { program, cli, hand, scratch, quick, noise: [noiseOf()] };
  const rows = [
    ...(await acknowledged(all)),
    ...(await adding(all)),
    ...(await verifying(all)),
    ...(await reopening(all)),
    ...(await longLog(all)),
  ];
  const noise = spread(all.noise);
  return [
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, load ${loadavg()[0].toFixed(1)} at the end. A loop that hashes 64 MB, timed between the rounds, took ${milliseconds(noise.least)} at least, ${milliseconds(noise.median)} in the middle and ${milliseconds(noise.most)} at most: what differs by less than that is noise.`,
    '',
    '| what | rounds | best | median | target | peer, in the same run |',
    '|---|---:|---:|---:|---:|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

const none = { url: null, publisher: null, author: null, published: null, captured: null, lang: null, note: null };
const question = (n) => ({ of: 'River Board', question: `Who had key ${n}?`, through: null, claim: null, why: null });
const asks = (from, number) => Array.from({ length: number }, (_, n) => ({ kind: 'ask', data: question(from + n) }));

async function madeCase({ program, hand, scratch }, name) {
  const folder = join(scratch, name);
  rmSync(folder, { recursive: true, force: true });
  await program.createCase(folder, { title: 'Speed', languages: ['en'] }, hand);
  return folder;
}

/** A number a second, in whole events. */
const perSecond = (number, ms) => `${Math.round((number * 1000) / ms)}/s`;

/** Events that are on the disk when the call returns: one a sync, and 256 a sync. */
async function acknowledged(all) {
  const rounds = all.quick ? 2 : 5;
  const rows = [];
  for (const [batch, calls] of [
    [1, all.quick ? 50 : 300],
    [256, all.quick ? 4 : 20],
  ]) {
    const [times, floors] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const writer = await all.program.openWriter(await madeCase(all, 'events'), all.hand);
      times.push(
        await took(async () => {
          for (let call = 0; call < calls; call++) await writer.append(asks(call * batch, batch));
        }),
      );
      await writer.close();
      floors.push(await floorOfDisk(all.scratch, calls, batch * 420));
      all.noise.push(noiseOf());
    }
    const { least, median } = spread(times);
    const floor = spread(floors);
    rows.push([
      `acknowledged events, ${batch === 1 ? 'one' : batch} an fdatasync`,
      ...[rounds, perSecond(batch * calls, least), perSecond(batch * calls, median)],
      batch === 1 ? '–' : '≥ 500/s',
      `bare write and fdatasync of as many bytes: ${perSecond(batch * calls, floor.least)}, ${perSecond(batch * calls, floor.median)}`,
    ]);
  }
  return rows;
}

/** A folder of short texts, added by the command line; git keeps the same files with every sync it knows. */
async function adding(all) {
  const files = all.quick ? 500 : 10_000;
  const rounds = all.quick ? 1 : 3;
  const texts = join(all.scratch, 'texts');
  writeTexts(texts, files);
  const [times, peers] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const folder = await madeCase(all, 'small');
    times.push(timed(process.execPath, [all.cli, 'add', folder, texts]));
    peers.push(gitTime(texts));
    all.noise.push(noiseOf());
  }
  const { least, median } = spread(times);
  const peer = spread(peers.filter((one) => one !== null));
  const git = peers.includes(null)
    ? 'git is absent'
    : `git add and commit, core.fsync=all: ${milliseconds(peer.least)}, ${milliseconds(peer.median)}`;
  const name = `\`add\` of ${files} text files`;
  return [[name, rounds, milliseconds(least), milliseconds(median), '≤ 60 s for 10,000', git]];
}

function writeTexts(folder, files) {
  const random = randomFrom(20310620);
  const words = 'the gate lock river board ferry council warden said saw heard night morning shut open'.split(' ');
  for (let n = 0; n < files; n++) {
    const path = join(folder, String(n % 100), `${n}.txt`);
    const text = Array.from({ length: 300 }, () => words[Math.floor(random() * words.length)]).join(' ');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `Note ${n}.\n\n${text}\n`);
  }
}

function gitTime(folder) {
  if (spawnSync('git', ['--version']).status !== 0) return null;
  const git = (...words) => ['-C', folder, '-c', 'core.fsync=all', '-c', 'core.fsyncMethod=fsync', ...words];
  const who = ['-c', 'user.name=n', '-c', 'user.email=n@example.org', '-c', 'gc.auto=0'];
  rmSync(join(folder, '.git'), { recursive: true, force: true });
  execFileSync('git', ['init', '-q', folder]);
  const ms = timed('git', git('add', '.')) + timed('git', git(...who, 'commit', '-q', '-m', 'texts'));
  rmSync(join(folder, '.git'), { recursive: true, force: true });
  return ms;
}

/** The command line over a case of few big files, and over the one of many small files. */
async function verifying(all) {
  const rounds = all.quick ? 1 : 5;
  const size = 100_000_000;
  const big = await madeCase(all, 'big');
  await fillBig(all, big, size, all.quick ? 1 : 7);
  const rows = [];
  for (const [name, folder, target] of [
    ['few big files', big, '≥ 300 MB/s'],
    ['many small files', join(all.scratch, 'small'), '–'],
  ]) {
    const [bytes, files] = contentsOf(folder);
    const [times, peers] = [[], []];
    for (let round = 0; round < rounds; round++) {
      times.push(timed(process.execPath, [all.cli, 'verify', folder]));
      peers.push(timed('sh', ['-c', `find "${folder}" -type f -print0 | xargs -0 sha256sum`]));
      all.noise.push(noiseOf());
    }
    const [own, peer] = [spread(times), spread(peers)];
    rows.push([
      `\`verify\` of ${name}: ${files}, ${Math.round(bytes / 1e6)} MB, start of the program included`,
      ...[rounds, megabytes(bytes, own.least), megabytes(bytes, own.median), target],
      `sha256sum: ${megabytes(bytes, peer.least)}, ${megabytes(bytes, peer.median)}`,
    ]);
  }
  rmSync(big, { recursive: true });
  return rows;
}

async function fillBig({ program, hand }, folder, size, number) {
  const random = randomFrom(20310621);
  const writer = await program.openWriter(folder, hand);
  const piece = Buffer.from(Array.from({ length: 100_000 }, () => Math.floor(random() * 256)));
  for (let n = 0; n < number; n++) {
    const bytes = Buffer.alloc(size, piece);
    bytes.writeUInt32LE(n, 0);
    const [blob] = await program.putBlobs(folder, [bytes]);
    const facts = { file: `film-${n}.bin`, ...none };
    await writer.append([{ kind: 'add', data: { blob, size, facts, from: 'file', intimate: null } }]);
  }
  await writer.close();
}

const contentsOf = (folder) =>
  execFileSync('sh', ['-c', `find "${folder}" -type f -printf '%s\\n' | awk '{s+=$1;n++} END {print s, n}'`], {
    encoding: 'utf8',
  })
    .trim()
    .split(' ')
    .map(Number);

/** A long history: read, opened to write and given back, verified. */
async function reopening(all) {
  const events = all.quick ? 5000 : 100_000;
  const rounds = all.quick ? 1 : 5;
  const folder = await madeCase(all, 'long');
  const writer = await all.program.openWriter(folder, all.hand);
  for (let at = 1; at < events; at += 1000) await writer.append(asks(at, Math.min(1000, events - at)));
  await writer.close();
  const ways = [
    ['read', () => all.program.readCase(folder)],
    ['opened to write, and closed', async () => (await all.program.openWriter(folder, all.hand)).close()],
    ['verified', () => all.program.verifyCase(folder, { keys: [], witnesses: [], since: [], anchors: null })],
  ];
  const rows = [];
  for (const [name, work] of ways) {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      times.push(await took(work));
      all.noise.push(noiseOf());
    }
    const { least, median } = spread(times);
    rows.push([`a case of ${events} events ${name}`, rounds, milliseconds(least), milliseconds(median), '–', '–']);
  }
  return rows;
}

/** A long log: built, and entries proved from its tiles on the disk, each proof with nothing kept from the one before. */
async function longLog(all) {
  const { program, scratch, quick } = all;
  const size = quick ? 20_000 : 1_000_000;
  const folder = join(scratch, 'long-log');
  const entry = (n) => Buffer.from(n.toString(16).padStart(64, '0'), 'hex');
  const files = [];
  let edge = program.EMPTY_EDGE;
  let root = null;
  const build = await took(async () => {
    for (let at = 0; at < size; at += 65_536) {
      const entries = Array.from({ length: Math.min(65_536, size - at) }, (_, n) => new Uint8Array(entry(at + n)));
      const grown = program.growEdge(edge, entries);
      files.push(...grown.growth.write);
      [edge, root] = [grown.edge, grown.growth.root];
    }
  });
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, 'log', path)), { recursive: true });
    writeFileSync(join(folder, 'log', path), bytes);
  }
  const random = randomFrom(20310622);
  const times = [];
  let held = 0;
  const proofs = quick ? 200 : 5000;
  for (let n = 0; n < proofs; n++) {
    const index = Math.floor(random() * size);
    let proof = [];
    times.push(
      await took(() => {
        proof = program.inclusionProof(index, size, program.tileHashes(size, program.tileReader(folder)));
      }),
    );
    if (program.checkInclusion(proof, program.leafHash(new Uint8Array(entry(index))), index, { size, root })) held++;
  }
  all.noise.push(noiseOf());
  const { least, median, high } = spread(times);
  const told = `${milliseconds(median)}; 99 of 100 within ${milliseconds(high)}`;
  return [
    [`a log of ${size} entries built`, 1, milliseconds(build), milliseconds(build), '–', '–'],
    [
      `an entry proved from its tiles (${held} of ${proofs} proofs hold)`,
      proofs,
      milliseconds(least),
      told,
      '≤ 5 ms',
      '–',
    ],
  ];
}

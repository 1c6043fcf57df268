// Peers of the tracing: fetched into a scratch folder, run on the same files. One that can't be had says so.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Runs a program to its end: what it printed, seconds by the clock and of the processor, and the most memory it held (VmHWM), or null where it failed. */
export function measured(command, words, { input = '', limit = 900 } = {}) {
  return new Promise((done) => {
    const began = process.hrtime.bigint();
    const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'ignore'] });
    const out = [];
    let [peak, ticks] = [0, 0];
    const look = () => {
      try {
        const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
        ticks = Math.max(ticks, Number(stat[11]) + Number(stat[12]));
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        // It has ended between two looks.
      }
    };
    const watch = setInterval(look, 10);
    const stop = setTimeout(() => child.kill(), limit * 1000);
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const end = (code) => {
      clearInterval(watch);
      clearTimeout(stop);
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      done(code === 0 ? { out: Buffer.concat(out).toString('utf8'), seconds, processor: ticks / 100, peak } : null);
    };
    child.on('error', () => end(1));
    child.on('close', end);
  });
}

const quietly = (command, words, cwd) => {
  try {
    execFileSync(command, words, { cwd, stdio: ['ignore', 'pipe', 'ignore'], timeout: 300_000 });
    return true;
  } catch {
    return false;
  }
};

const paths = (folder, count) => Array.from({ length: count }, (_, at) => join(folder, `${at}.txt`));

const cost = ({ seconds, processor, peak }) => ({ seconds, processor, peak });

/** This program on the same files. */
export const hearsay = async (folder, count) => {
  const run = await measured(process.execPath, [join(here, 'trace-pile.mjs'), folder, String(count)]);
  return run && { ...cost(run), pairs: JSON.parse(run.out).pairs };
};

/** sim_text of Debian's similarity-tester (Grune): runs of equal words. */
export async function simText(folder, count, scratch) {
  const home = join(scratch, 'similarity-tester');
  const program = join(home, 'root', 'usr', 'bin', 'sim_text');
  if (!existsSync(program)) {
    mkdirSync(home, { recursive: true });
    if (!quietly('apt-get', ['download', 'similarity-tester'], home)) return null;
    const deb = readdirSync(home).find((name) => name.endsWith('.deb'));
    if (deb === undefined || !quietly('dpkg-deb', ['-x', deb, 'root'], home)) return null;
  }
  const run = await measured(program, ['-p', '-r', '12', '-i'], { input: `${paths(folder, count).join('\n')}\n` });
  if (run === null) return null;
  const number = (path) => Number(/(\d+)\.txt/.exec(path)?.[1]);
  const pairs = [...run.out.matchAll(/^(\S+) consists for \d+ % of (\S+) material/gm)].map((m) => [
    number(m[1]),
    number(m[2]),
  ]);
  return { ...cost(run), pairs };
}

/** Dolos (Maertens et al. 2022): winnowed fingerprints of words, every pair of files. */
export async function dolos(folder, count, scratch) {
  const home = dolosHome(scratch);
  if (home === null) return null;
  const run = await measured(process.execPath, [
    '--max-old-space-size=8000',
    join(home, 'run.mjs'),
    'pile',
    folder,
    String(count),
  ]);
  return run && { ...cost(run), pairs: JSON.parse(run.out) };
}

/** Its fragments in given pairs of texts, as spans; `gram` words make a fingerprint. */
export async function dolosSpans(pairs, scratch, gram) {
  const home = dolosHome(scratch);
  if (home === null) return null;
  const run = await measured(process.execPath, [join(home, 'run.mjs'), 'spans', String(gram)], {
    input: JSON.stringify(pairs),
  });
  return run && JSON.parse(run.out);
}

function dolosHome(scratch) {
  const home = join(scratch, 'dolos');
  if (!existsSync(join(home, 'node_modules', '@dodona', 'dolos-core'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"type":"module","private":true}');
    if (!quietly('npm', ['install', '--no-audit', '--no-fund', '@dodona/dolos-core@1.2.1'], home)) return null;
  }
  writeFileSync(join(home, 'run.mjs'), DOLOS);
  return home;
}

const DOLOS = String.raw`import { readFileSync } from 'node:fs';
import { File, FingerprintIndex, Region, TokenizedFile } from '@dodona/dolos-core';
const [, , what, first, count] = process.argv;
function tokenized(name, content) {
  const [tokens, mapping] = [[], []];
  for (const word of content.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    tokens.push(word[0].toLowerCase());
    mapping.push(new Region(0, word.index, 0, word.index + word[0].length));
  }
  return new TokenizedFile(new File(name, content), tokens, mapping);
}
if (what === 'pile') {
  const index = new FingerprintIndex(8, 8);
  index.addFiles(Array.from({ length: Number(count) }, (_, at) => tokenized(String(at), readFileSync(first + '/' + at + '.txt', 'utf8'))));
  const pairs = index.allPairs().filter((pair) => pair.longest >= 2);
  console.log(JSON.stringify(pairs.map((pair) => [Number(pair.leftFile.path), Number(pair.rightFile.path)])));
} else {
  const spanOf = (region) => ({ start: region.startCol, end: region.endCol });
  const spans = JSON.parse(readFileSync(0, 'utf8')).map(([source, copy]) => {
    const index = new FingerprintIndex(Number(first), Math.ceil(Number(first) / 2));
    const [a, b] = [tokenized('a', source), tokenized('b', copy)];
    index.addFiles([a, b]);
    return index.getPair(a, b).buildFragments(1).map((one) => ({ source: spanOf(one.leftSelection), copy: spanOf(one.rightSelection) }));
  });
  console.log(JSON.stringify(spans));
}
`;

/** MinHash with locality-sensitive hashing and union-find, by datasketch. */
export async function minHash(folder, count, scratch, threshold = 0.3) {
  const home = join(scratch, 'datasketch');
  const python = join(home, 'bin', 'python');
  if (!existsSync(join(home, 'ready'))) {
    if (!quietly('python3', ['-m', 'venv', home])) return null;
    if (!quietly(python, ['-m', 'pip', 'install', '-q', 'datasketch==2.0.0'])) return null;
    writeFileSync(join(home, 'ready'), '');
  }
  writeFileSync(join(home, 'run.py'), MINHASH);
  const run = await measured(python, [join(home, 'run.py'), folder, String(count), String(threshold)]);
  return run && { ...cost(run), ...JSON.parse(run.out) };
}

const MINHASH = `import json, re, sys
from datasketch import MinHash, MinHashLSH
folder, count, threshold = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
lsh = MinHashLSH(threshold=threshold, num_perm=128)
up = list(range(count))
def root(x):
    while up[x] != x:
        up[x] = up[up[x]]
        x = up[x]
    return x
for at in range(count):
    text = open(f'{folder}/{at}.txt', encoding='utf-8').read().lower()
    words = re.findall(r'[\\u4e00-\\u9fff]|[^\\W_]+', text)
    sketch = MinHash(num_perm=128)
    sketch.update_batch([' '.join(words[i:i + 3]).encode() for i in range(max(1, len(words) - 2))])
    for other in lsh.query(sketch):
        up[root(at)] = root(other)
    lsh.insert(at, sketch)
print(json.dumps({'groups': [root(at) for at in range(count)]}))
`;

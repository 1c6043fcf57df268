// Peers of the tracing of pictures: fetched into a scratch folder, run on the same files. One that can't be had is absent.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';

const quietly = (program, words, cwd) =>
  spawnSync(program, words, { cwd, stdio: 'ignore', timeout: 600_000 }).status === 0;

/** Bits of a hexadecimal or binary string. */
const bitsOf = (text, base) =>
  Uint8Array.from(
    [...text].flatMap((letter) =>
      [
        ...Number.parseInt(letter, base)
          .toString(2)
          .padStart(base === 2 ? 1 : 4, '0'),
      ].map(Number),
    ),
  );

/** Hashes of every file by every peer: name → { bits: [[variants of one picture]], ms an image }. Variants are tried one by one. */
export async function hashes(files, scratch) {
  return { ...(await inNode(files, scratch)), ...inPython(files, scratch) };
}

async function inNode(files, scratch) {
  const home = join(scratch, 'peers');
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'node_modules', 'sharp-phash'))) {
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    if (!quietly('npm', ['install', '--no-audit', '--no-fund', 'sharp-phash@2.2.0', 'blockhash-core@0.1.0'], home))
      return {};
  }
  const find = createRequire(pathToFileURL(join(home, 'package.json')));
  const phash = find('sharp-phash');
  const { bmvbhash } = find('blockhash-core');
  const made = {
    'sharp-phash (64 bits)': async (bytes) => bitsOf(await phash(bytes), 2),
    'blockhash (256 bits)': async (bytes) => {
      const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      return bitsOf(bmvbhash({ data, width: info.width, height: info.height }, 16), 16);
    },
  };
  const found = {};
  for (const [name, hash] of Object.entries(made)) {
    const began = process.cpuUsage();
    const bits = [];
    for (const file of files) bits.push([await hash(readFileSync(file))]);
    const { user, system } = process.cpuUsage(began);
    found[name] = { bits, ms: (user + system) / 1000 / files.length };
  }
  return found;
}

const PYTHON = `
import json, sys, time
import cv2, imagehash, numpy, pdqhash
from PIL import Image
cv2.setNumThreads(1)
asked = json.load(open(sys.argv[1]))
out = {}
def timed(name, hash):
    began = time.process_time()
    bits = [hash(path) for path in asked['files']]
    out[name] = {'bits': bits, 'ms': 1000 * (time.process_time() - began) / len(bits)}
def pdq(path):
    rgb = cv2.cvtColor(cv2.imread(path), cv2.COLOR_BGR2RGB)
    return [[int(b) for b in v] for v in (pdqhash.compute(rgb)[0], pdqhash.compute(numpy.ascontiguousarray(rgb[:, ::-1]))[0])]
if asked['want'] == 'hashes':
    timed('imagehash pHash (64 bits)', lambda path: [[int(b) for b in imagehash.phash(Image.open(path)).hash.flatten()]])
    timed('PDQ (256 bits, mirrored too)', pdq)
else:
    orb = cv2.ORB_create(500)
    began = time.process_time()
    seen, flipped = [], []
    for path in asked['files']:
        gray = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
        seen.append(orb.detectAndCompute(gray, None))
    out['ms'] = 1000 * (time.process_time() - began) / len(seen)
    for path in asked['files']:
        flipped.append(orb.detectAndCompute(numpy.ascontiguousarray(cv2.imread(path, cv2.IMREAD_GRAYSCALE)[:, ::-1]), None))
    matcher = cv2.BFMatcher(cv2.NORM_HAMMING)
    def inliers(a, b):
        if a[1] is None or b[1] is None or len(a[0]) < 8 or len(b[0]) < 8: return 0
        good = [p[0] for p in matcher.knnMatch(a[1], b[1], k=2) if len(p) == 2 and p[0].distance < 0.75 * p[1].distance]
        if len(good) < 8: return 0
        cv2.setRNGSeed(1)
        model, mask = cv2.findHomography(numpy.float32([a[0][m.queryIdx].pt for m in good]), numpy.float32([b[0][m.trainIdx].pt for m in good]), cv2.RANSAC, 5.0)
        return 0 if mask is None else int(mask.sum())
    began = time.process_time()
    out['inliers'] = [max(inliers(seen[i], seen[j]), inliers(seen[i], flipped[j])) for i, j in asked['pairs']]
    out['pairMs'] = 1000 * (time.process_time() - began) / max(1, len(asked['pairs']))
json.dump(out, open(sys.argv[2], 'w'))
`;

function python(scratch) {
  const home = join(scratch, 'python');
  const program = join(home, 'bin', 'python');
  if (existsSync(join(home, 'ready'))) return program;
  if (!quietly('python3', ['-m', 'venv', home])) return null;
  if (
    !quietly(program, [
      '-m',
      'pip',
      'install',
      '-q',
      'numpy',
      'opencv-python-headless',
      'imagehash',
      'pdqhash',
      'pillow',
    ])
  )
    return null;
  writeFileSync(join(home, 'ready'), '');
  return program;
}

function asked(scratch, question) {
  const program = python(scratch);
  if (!program) return null;
  const [script, ask, answer] = ['peers.py', 'ask.json', 'answer.json'].map((name) => join(scratch, name));
  writeFileSync(script, PYTHON);
  writeFileSync(ask, JSON.stringify(question));
  const { status, stderr } = spawnSync(program, [script, ask, answer], { encoding: 'utf8', timeout: 1_800_000 });
  if (status !== 0) console.error(stderr);
  return status === 0 ? JSON.parse(readFileSync(answer, 'utf8')) : null;
}

function inPython(files, scratch) {
  return asked(scratch, { want: 'hashes', files }) ?? {};
}

/** How many places agree under one homography (ORB, 500 features, ratio .75, RANSAC) for each pair of files, mirrored tried too; null where OpenCV can't be had. */
export const orb = (files, pairs, scratch) => asked(scratch, { want: 'orb', files, pairs });

// Times, what they come to, and how steady the machine is.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds that a piece of work takes. */
export async function took(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Milliseconds that a program takes; it must end well. */
export function timed(command, words) {
  const from = performance.now();
  const { status, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${status} ${stderr}`);
  return performance.now() - from;
}

const STILL = Buffer.alloc(64_000_000, 0x61);

/** The same work each time: what its time differs by, the machine adds. */
export function noiseOf() {
  const from = performance.now();
  createHash('sha256').update(STILL).digest();
  return performance.now() - from;
}

export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { least: at(0), median: at(0.5), high: at(0.99), most: at(1) };
}

export const milliseconds = (ms) =>
  ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(2)} ms`;

export const megabytes = (bytes, ms) => `${Math.round(bytes / 1000 / ms)} MB/s`;

/** What the disk takes for so many appends with a sync each, and nothing else. */
export async function floorOfDisk(folder, calls, bytes) {
  const path = join(folder, 'floor');
  const file = await open(path, 'w');
  const piece = Buffer.alloc(bytes, 0x61);
  const ms = await took(async () => {
    for (let call = 0; call < calls; call++) {
      await file.write(piece, 0, bytes, call * bytes);
      await file.datasync();
    }
  });
  await file.close();
  await rm(path);
  return ms;
}

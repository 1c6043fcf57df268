// How long asking an index of pictures takes, and what it holds, as it grows.
import { readFileSync } from 'node:fs';
import { glance } from '../../dist/media/decode.js';
import { featureIndex } from '../../dist/trace/picture/feature-index.js';
import { featuresOf } from '../../dist/trace/picture/features.js';
import { planeOf } from '../../dist/trace/plane.js';

/** Every so many pictures asks. */
const EVERY = 5;

/** Of each size of pile: milliseconds a question, and bytes a picture, the process's growth while it is filled. */
export async function bySearch(files, sizes) {
  const all = [];
  for (const file of files) all.push(featuresOf(planeOf(await glance(readFileSync(file)))));
  return sizes
    .map((size) => Math.min(size, all.length))
    .filter((size, at, list) => list.indexOf(size) === at)
    .map((size) => {
      const pile = all.slice(0, size);
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      const index = featureIndex();
      for (const features of pile) index.add(features);
      const bytes = (process.memoryUsage().rss - before) / size;
      const ms = pile
        .filter((_features, at) => at % EVERY === 0)
        .map((features) => {
          const began = performance.now();
          index.like(features);
          return performance.now() - began;
        });
      return { size, bytes, ms };
    });
}

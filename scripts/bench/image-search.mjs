// How long asking an index of pictures takes, and what it holds, as it grows.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { glance } from '../../dist/media/decode.js';
import { featureIndex } from '../../dist/trace/picture/feature-index.js';
import { featuresOf } from '../../dist/trace/picture/features.js';
import { planeOf } from '../../dist/trace/plane.js';

/** Every so many pictures asks. */
const EVERY = 5;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const held = () => {
  collect();
  return process.memoryUsage().heapUsed;
};
/** Columns of a picture's patches lie outside the heap. */
const patches = (features) =>
  Object.values(features).reduce((sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0);

/** Of each size of pile: milliseconds a question, and the bytes that the index and the patches hold a picture. */
export async function bySearch(files, sizes) {
  const all = [];
  for (const file of files) all.push(featuresOf(planeOf(await glance(readFileSync(file)))));
  return sizes
    .map((size) => Math.min(size, all.length))
    .filter((size, at, list) => list.indexOf(size) === at)
    .map((size) => {
      const pile = all.slice(0, size);
      const before = held();
      const index = featureIndex();
      for (const features of pile) index.add(features);
      const bytes = (held() - before + pile.reduce((sum, one) => sum + patches(one), 0)) / size;
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

import { sameBytes } from '../base/bytes.ts';
import { HearsayError } from '../base/error.ts';
import { emptyRoot, HASH_SIZE, type Hash, isRange, nodeHash, type RangeHash, splitOf } from './merkle.ts';

/**
 * Proofs of RFC 6962, section 2.1, and of the subtrees of draft-ietf-plants-merkle-tree-certs, section 4.
 *
 * Size 0: nothing is in the empty tree, so no inclusion holds; and that a tree continues the empty one says nothing
 * about it, so `checkConsistency` from size 0 never holds. Who begins from nothing has nothing to check and must
 * say so himself (as `witness.ts` does). Sizes are whole numbers below 2^53, hashes are of 32 bytes; else nothing holds.
 */

/** The hashes that lead from entry `index` to the root of the tree of `size` entries, the leaf's sibling first. */
export function inclusionProof(index: number, size: number, hashOf: RangeHash): readonly Hash[] {
  if (!isRange(index, index + 1, size))
    throw new HearsayError('bad-index', `Entry ${index} of a log of ${size}: no such entry.`);
  return subtreeConsistencyProof(index, index + 1, size, hashOf);
}

/** The hashes that show that the tree of `first` entries is the beginning of the tree of `second`. */
export function consistencyProof(first: number, second: number, hashOf: RangeHash): readonly Hash[] {
  if (first === 0) return [];
  return subtreeConsistencyProof(0, first, second, hashOf);
}

/** The hashes that show that the subtree from `start` to `end` is part of the tree of `size` entries. */
export function subtreeConsistencyProof(start: number, end: number, size: number, hashOf: RangeHash): readonly Hash[] {
  if (!isSubtree(start, end) || end > size || !Number.isSafeInteger(size))
    throw new HearsayError('bad-index', `Entries ${start} to ${end} of a log of ${size}: no such subtree.`);
  const siblings: Hash[] = []; // from the root down
  let [low, high] = [0, size];
  let known = true; // the checker knows the hash of what is left
  while (start !== low || end !== high) {
    const middle = low + splitOf(high - low);
    if (end <= middle) {
      siblings.push(hashOf(middle, high));
      high = middle;
    } else {
      siblings.push(hashOf(low, middle));
      // Only a subtree that begins where the tree does can reach over the split: its left part is whole.
      if (start < middle) [start, known] = [middle, false];
      low = middle;
    }
  }
  return known ? siblings.reverse() : [hashOf(low, high), ...siblings.reverse()];
}

/** Whether a leaf hash is entry `index` of the tree with this size and root (RFC 9162, section 2.1.3.2). */
export function checkInclusion(
  proof: readonly Hash[],
  leaf: Hash,
  index: number,
  tree: { readonly size: number; readonly root: Hash },
): boolean {
  if (!isRange(index, index + 1, tree.size)) return false;
  return checkSubtreeConsistency(proof, { start: index, end: index + 1, root: leaf }, tree);
}

/** Whether a leaf hash is entry `index` of the subtree with this range and root. */
export function checkSubtreeInclusion(
  proof: readonly Hash[],
  leaf: Hash,
  index: number,
  subtree: { readonly start: number; readonly end: number; readonly root: Hash },
): boolean {
  const { start, end, root } = subtree;
  return isSubtree(start, end) && checkInclusion(proof, leaf, index - start, { size: end - start, root });
}

/** Whether the first tree is the beginning of the second (RFC 9162, section 2.1.4.2); never from size 0. */
export function checkConsistency(
  proof: readonly Hash[],
  first: { readonly size: number; readonly root: Hash },
  second: { readonly size: number; readonly root: Hash },
): boolean {
  return first.size > 0 && checkSubtreeConsistency(proof, { start: 0, end: first.size, root: first.root }, second);
}

/** Whether a subtree is part of a tree. An empty subtree with the root of nothing is part of every tree, unproved. */
export function checkSubtreeConsistency(
  proof: readonly Hash[],
  subtree: { readonly start: number; readonly end: number; readonly root: Hash },
  tree: { readonly size: number; readonly root: Hash },
): boolean {
  const { start, end, root } = subtree;
  if (!isRange(start, end, tree.size)) return false;
  if ([root, tree.root, ...proof].some((hash) => hash.length !== HASH_SIZE)) return false;
  if (start === end) return proof.length === 0 && sameBytes(root, emptyRoot());
  if (!isSubtree(start, end)) return false;
  return climb(proof, subtree, tree);
}

/** Both roots are rebuilt from the proof, level by level (draft-ietf-plants-merkle-tree-certs, section 4.4.3). */
function climb(
  proof: readonly Hash[],
  subtree: { readonly start: number; readonly end: number; readonly root: Hash },
  tree: { readonly size: number; readonly root: Hash },
): boolean {
  // Where the first and last node of the subtree and the last of the tree stand on the level.
  let [first, last, edge] = [subtree.start, subtree.end - 1, tree.size - 1];
  const up = () => {
    [first, last, edge] = [half(first), half(last), half(edge)];
  };
  if (last === edge) while (first !== last) up();
  else while (first !== last && isOdd(last)) up();
  const rest = [...proof];
  const begin = first === last ? subtree.root : rest.shift();
  if (begin === undefined) return false;
  let [small, large] = [begin, begin];
  for (const hash of rest) {
    if (edge === 0) return false;
    if (isOdd(last) || last === edge) {
      if (first < last) small = nodeHash(hash, small);
      large = nodeHash(hash, large);
      while (!isOdd(last)) up();
    } else large = nodeHash(large, hash);
    up();
  }
  return edge === 0 && sameBytes(small, subtree.root) && sameBytes(large, tree.root);
}

/** A subtree starts at a multiple of the power of two that holds it. */
const isSubtree = (start: number, end: number): boolean => {
  if (!isRange(start, end, end) || start === end) return false;
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
};

const half = (number: number): number => Math.floor(number / 2);
const isOdd = (number: number): boolean => number % 2 === 1;

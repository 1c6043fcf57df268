import { describe, expect, it } from 'vitest';
import { isOwnDeed } from './own-deed.ts';

describe('a deed of its own', () => {
  it.each([
    ['The Inspectorate received a report from the hospital on 1 March', 'Orle Health Inspectorate'],
    ['On 3 May, we opened an inquiry', 'Orle Health Inspectorate'],
    ['我局已收到相关举报', '泊州市教育局'],
    ['6月5日上午，市教育局成立调查组', '泊州市教育局'],
  ])('is what a body tells of itself: %s', (words, body) => {
    expect(isOwnDeed(words, body)).toBe(true);
  });

  it.each([
    ['The mayor received a bribe', 'Orle Police'],
    ['We had warned the owner in January', 'Orle Health Inspectorate'],
    ['公司收到退款', '泊州市教育局'],
    ['The company opened the valve', 'Orle Health Inspectorate'],
  ])('is not what others did, nor its own defence: %s', (words, body) => {
    expect(isOwnDeed(words, body)).toBe(false);
  });

  it('is what its own people did, and what it did to somebody on a day', () => {
    expect(isOwnDeed('Inspectors searched the sheds on 2 March', 'Fisheries Board')).toBe(true);
    expect(isOwnDeed('The skipper searched the sheds', 'Fisheries Board')).toBe(false);
    expect(isOwnDeed('我局已于3月2日晚对该冷库立案调查', '岚屿市农业农村局')).toBe(true);
    expect(isOwnDeed('3月2日上午，执法人员查封了该冷库', '岚屿市农业农村局')).toBe(true);
    expect(isOwnDeed('该公司3月2日自行查封了冷库', '岚屿市农业农村局')).toBe(false);
  });
});

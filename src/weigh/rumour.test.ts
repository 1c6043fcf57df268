import { describe, expect, it } from 'vitest';
import { rumourDenied } from './rumour.ts';

describe('a rumour that is named to be denied', () => {
  it.each([
    ['Reports that the headmaster has left the country are untrue', 'the headmaster has left the country'],
    ['There is no truth in the rumour that the bridge was closed', 'the bridge was closed'],
    ['网传教师罗启明被警方带走的消息不属实', '教师罗启明被警方带走'],
    ['网传“大坝出现裂缝”系谣言', '大坝出现裂缝'],
  ])('is told by what it says: %s', (words, inner) => {
    expect(rumourDenied(words)).toBe(inner);
  });

  it.each(['The reports are untrue', '网传大坝出现裂缝', 'Reports that the bridge was closed reached us late'])(
    'is none where nothing is denied, or nothing is named: %s',
    (words) => {
      expect(rumourDenied(words)).toBeNull();
    },
  );
});

import { describe, expect, test } from 'vitest';
import { read } from '../read.ts';

const classes = (content: string): readonly string[] =>
  read(
    { id: '', item: '', language: 'en', content, zones: [], voices: [], links: [], credits: [] },
    { publisher: null, author: null, published: null },
  )
    .statements.filter((one) => !one.carrier)
    .map((one) => `${one.class} ${one.quote}`);

describe('a participle after a denial', () => {
  test('denies as well', () => {
    expect(classes('The council rejected that, insisting its crews had cleared every drain.')).toEqual([
      'deny its crews had cleared every drain',
    ]);
  });

  test('says no more than its verb where nothing is denied', () => {
    expect(classes('The council welcomed the report, saying the drains were clear.')).toContain(
      'say the drains were clear',
    );
  });
});

describe('words in marks inside a clause', () => {
  test('are read with what stands around them', () => {
    expect(classes('The head said that parents “will hear by Friday”.')).toEqual([
      'promise parents “will hear by Friday”',
    ]);
  });
});

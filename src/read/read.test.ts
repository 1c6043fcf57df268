import { describe, expect, it } from 'vitest';
import type { Text, Voice, Zone } from '../capture/text.ts';
import { read } from './read.ts';
import type { Carrier } from './statement.ts';

const CARRIER: Carrier = { publisher: 'Weir Post', author: null, published: '2031-06-04T09:00:00+01:00' };

function text(content: string, voices: readonly Voice[] = [], zones: readonly Zone[] = [], language = 'en'): Text {
  return { id: 't', item: 'i', language, content, zones, voices, links: [], credits: [] };
}

const voice = (content: string, words: string, kind: Voice['kind'], author: string, passedOn = false): Voice => {
  const start = content.indexOf(words);
  return {
    start,
    end: start + words.length,
    kind,
    author,
    published: '2031-06-04T10:00:00+01:00',
    passedOn,
    attachments: [],
  };
};

describe('reading a text', () => {
  it('gives an outlet’s own sentences as carried, beside what it attributes', () => {
    const { statements } = read(
      text('The lower gate was shut for two days.\n\nIlo Marsh said nobody had asked him.'),
      CARRIER,
    );
    const own = statements.filter((one) => one.carrier);
    expect(own).toMatchObject([
      { quote: 'The lower gate was shut for two days', cue: null, source: { kind: 'outlet', name: 'Weir Post' } },
    ]);
    expect(statements.find((one) => !one.carrier)).toMatchObject({
      quote: 'nobody had asked him',
      source: { name: 'Ilo Marsh' },
    });
  });

  it('gives each post to its author, and a body’s account to the body', () => {
    const content = 'gate is broken again folks\n\nThe gate was repaired on Monday.';
    const voices = [
      voice(content, 'gate is broken again folks', 'post', '@otter'),
      voice(content, 'The gate was repaired on Monday.', 'post', 'Tarn Water Authority'),
    ];
    expect(read(text(content, voices), CARRIER).statements).toMatchObject([
      { carrier: true, source: { kind: 'unnamed-person', name: '@otter' } },
      { carrier: true, source: { kind: 'named-body', name: 'Tarn Water Authority' } },
    ]);
  });

  it('takes what a chat screen says for the picture’s word', () => {
    const content = 'write two hours in the log';
    expect(read(text(content, [voice(content, content, 'screen', 'left', true)]), CARRIER).statements).toMatchObject([
      { carrier: true, source: { kind: 'artefact', name: 'chat screenshot' } },
    ]);
  });

  it('reads no statement in by-lines and other furniture, but its times', () => {
    const content = 'By Ada Quill · 3 June 2031, 18:30\n\nThe gate was shut.';
    const { statements, times } = read(text(content, [], [{ start: 0, end: 33, kind: 'byline' }]), CARRIER);
    expect(statements.every((one) => one.start > 33)).toBe(true);
    expect(times[0]?.value).toMatch(/^2031-06-03/u);
  });

  it('asserts nothing by questions, headings and bare names', () => {
    expect(read(text('Who shut the gate?\n# Monday 2 June\nTarn Water'), CARRIER).statements).toEqual([]);
  });

  it('marks a carrier’s negation', () => {
    expect(read(text('No permit has been withdrawn since March.'), CARRIER).statements[0]?.polarity).toBe('negative');
  });

  it('reads a language without a grammar as its carrier’s word only', () => {
    const { statements } = read(text('A comporta ficou aberta toda a noite.', [], [], 'pt'), CARRIER);
    expect(statements).toMatchObject([{ carrier: true }]);
  });
});

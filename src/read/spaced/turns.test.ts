import { describe, expect, it } from 'vitest';
import { spaced } from './grammar.ts';

const carrier = { publisher: null, author: null, published: null };

function said(content: string): readonly string[] {
  let start = 0;
  const stretches = content.split('\n').map((line) => {
    const stretch = { start, end: start + line.length, kind: 'body' as const, carrier };
    start += line.length + 1;
    return stretch;
  });
  return spaced
    .statements(content, stretches)
    .map(({ source, quote, class: kind }) => `${source.name ?? source.kind}, ${kind}: ${quote}`);
}

describe('turns of a transcript', () => {
  it('gives each answer to its label, and no question', () => {
    expect(said('Interviewer: When was that? Ruth Amsel: On Monday. I saw it. Interviewer: And then?')).toEqual([
      'Ruth Amsel, say: On Monday. I saw it',
    ]);
  });

  it('reads turns in paragraphs of their own', () => {
    expect(said('REPORTER: Who paid?\nRUTH AMSEL: The port did.\nREPORTER: When?\nRUTH AMSEL: In May.')).toEqual([
      'RUTH AMSEL, say: The port did',
      'RUTH AMSEL, say: In May',
    ]);
  });

  it('names nobody who only answers', () => {
    expect(said('Q: Who opened the gate? A: It was open. Q: When? A: Just after six.')).toEqual([
      'unnamed-person, say: It was open',
      'unnamed-person, say: Just after six',
    ]);
  });

  it('takes a plain no to what was asked for a denial, a plain yes for a confirmation', () => {
    expect(said('Q: Did you open it? A: No, it was open. Q: Was it dark? A: Yes. There was no lamp.')).toEqual([
      'unnamed-person, deny: No, it was open',
      'unnamed-person, confirm: Yes. There was no lamp',
    ]);
  });

  it('believes no label that only heads a line', () => {
    expect(said('Note: The hall is closed. Update: It is open. Note: Bring water. Update: Rain.')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { inOrder, lotsOf } from './gathering.ts';
import { asPage, linksIn, pastedIn } from './pasted.ts';

describe('what is pasted', () => {
  it('is links where every line is an address, each once', () => {
    expect(pastedIn('https://paper.example/gate\n\nhttps://paper.example/gate\n http://b.example ', '<a>')).toEqual({
      is: 'links',
      urls: ['https://paper.example/gate', 'http://b.example'],
    });
  });

  it('is words where anything else stands there', () => {
    expect(pastedIn('see https://paper.example/gate', '')).toEqual({
      ...{ is: 'words', text: 'see https://paper.example/gate', html: null },
    });
    expect(pastedIn('', '<b>Gate</b>')).toEqual({ is: 'words', text: '', html: '<b>Gate</b>' });
    expect(pastedIn(' \n', '')).toEqual({ is: 'nothing' });
  });

  it('is a whole page once it is kept as HTML', () => {
    expect(asPage('<b>Gate</b>')).toContain('<body><b>Gate</b></body>');
    expect(asPage('\n<html><body>Gate</body></html>')).toBe('\n<html><body>Gate</body></html>');
  });

  it('names the lines that are no address', () => {
    expect(linksIn('https://a.example\nftp://b.example\njavascript:1\nhttps://')).toEqual({
      urls: ['https://a.example'],
      odd: [2, 3, 4],
    });
  });
});

describe('files', () => {
  const file = (name: string): File => new File(['x'], name);

  it('go as people count, what is told of them first', () => {
    const names = ['b/10.txt', 'b/9.txt', 'b/index.csv', 'a.txt'].map(file);
    expect(inOrder(names).map(({ name }) => name)).toEqual(['b/index.csv', 'a.txt', 'b/9.txt', 'b/10.txt']);
  });

  it('go in lots, each with what is told of them', () => {
    const lots = lotsOf([file('index.csv'), ...Array.from({ length: 5001 }, (_, at) => file(`${at}.txt`))]);
    expect(lots.map(({ length }) => length)).toEqual([5001, 2]);
    expect(lots[1]?.[0]?.name).toBe('index.csv');
    expect(lotsOf([])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, copy, dossierOf, item, statement } from '../../../test/sample-dossier.ts';
import { page } from '../page.ts';
import { instantWords } from '../wording.ts';
import { EN } from './en.ts';
import { ZH } from './zh.ts';

/** One of each kind of sentence that the program makes in English. */
const SENTENCES = [
  'Gate Board says so on the record, and is competent for it',
  'Gate Board, 河务局, Ida Roe and 2 more say so on the record',
  'Gate Board says so in a document in hand',
  '2 independent origins stand for it: a clerk, 值班员',
  'a clerk stands for it, Gate Board against it',
  'Gate Board denies it; for it stands rumour without a source',
  'Gate Board, Ida Roe deny it; for it stands nothing',
  'it rests on an artefact that nobody has proven: chat screenshot',
  'one origin: a clerk',
  'one origin above talk and unproven artefacts: nobody',
  'Ida Roe took it back',
  'nobody stands behind it, only talk',
  'Lena Ott noted on 2033-04-02 that it was taken back: she rang again',
  'for: named-body 1, crowd 2; against: none 0; competent for: yes; competent against: no; taken back: no',
  'not met: the voice that said it took it back; nothing of the kind is known',
  'not met: for: a competent body on the record or a document in hand; stands at crowd, 1 independent origin',
  'not met: for: 2 independent origins at least unnamed-person; stands at crowd, 0 independent origins',
  'not met: against: at most artefact; stands at named-body, 1 independent origin',
  'source Gate Board: B',
  'claim: 2',
  'one says it, the other denies it',
  'the same matter with another amount',
  'the same message in other words: one picture was altered',
  'Is it so, and how do you know: “a gate was shut” (asked before: no-reply)',
  'names Orla Wire as its source',
  'still speaks of Orla Wire',
  'links to https://orla.example/1',
  'breaks off where the other goes on',
  'holds all of the other and more',
  'both credit Orla Wire',
  'its time is before the other’s',
  'one has, word for word, what the other translates',
  'items/a.png is empty; save it again',
  'items/a.pdf has no text layer, only pictures; save its pages as PNG and add those',
];

describe('the interface in English', () => {
  it('has words for ranks', () => {
    expect(
      EN.phrase(
        'for: named-body 1, crowd 2; against: none 0; competent for: yes; competent against: no; taken back: no',
      ),
    ).toBe(
      'for: a named body (1 origin), talk of many (2 origins); against: nothing; competent for: yes; competent against: no; taken back: no',
    );
    expect(
      EN.phrase('not met: for: 2 independent origins at least unnamed-person; stands at crowd, 0 independent origins'),
    ).toBe(
      'not met: for: 2 independent origins at least an unnamed person; stands at talk of many, 0 independent origins',
    );
  });

  it('leaves every other sentence as it is', () => {
    for (const english of SENTENCES.filter((one) => !/[a-z]-[a-z]+ \d|stands at|at (?:least|most)/u.test(one)))
      expect(EN.phrase(english)).toBe(english);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (said) => EN.phrase(`for: ${said}`) === `for: ${said}`));
  });
});

describe('the interface in Chinese', () => {
  it.each(SENTENCES)('says in Chinese: %s', (english) => {
    expect(ZH.phrase(english)).toMatch(/\p{Script=Han}/u);
    expect(ZH.phrase(english)).not.toMatch(/\b(?:the|it|is|so|stands|not|met|independent|undefined)\b/u);
  });

  it('keeps names as they are, and puts them in a row as Chinese does', () => {
    expect(ZH.phrase('Gate Board, 河务局, Ida Roe and 2 more say so on the record')).toBe(
      'Gate Board、河务局、Ida Roe等（另有2个）公开如此表态',
    );
    expect(ZH.phrase('one origin: Roe, Ida')).toBe('只有一个源头：Roe, Ida');
  });

  it('knows no sentence that the program does not make', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'It rained.', '']) {
      expect(ZH.phrase(name) ?? name).toBe(name === '' ? '未具名者' : name);
      expect(ZH.rule(name)).toBe(name);
      expect(ZH.called(name)).toBe(name);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (said) => ZH.phrase(said) !== undefined));
    const long = 'stands for it, '.repeat(20_000);
    expect(ZH.phrase(long)).toBe(null);
  });

  it('writes days and instants as a Chinese paper does', () => {
    expect(instantWords('2031-06-17T18:05:00+08:00', ZH)).toBe('2031年6月17日 18:05（+08:00）');
    expect(instantWords('2031-06-17T18:05:00Z', ZH)).toBe('2031年6月17日 18:05（UTC）');
    expect(instantWords('2031-06-17', ZH)).toBe('2031年6月17日');
    expect(instantWords('some day', ZH)).toBe('some day');
  });

  it('has the stand-ins speak its language, with the role as it was found', () => {
    expect(ZH.standIns('[withheld] met [withheld: a porter] on [withheld: private life]')).toBe(
      '[已隐去] met [已隐去：a porter] on [已隐去：私生活]',
    );
    expect(EN.standIns('[withheld: a porter]')).toBe('[withheld: a porter]');
  });

  it('has every entry that English has', () => {
    expect(entries(ZH)).toEqual(entries(EN));
  });
});

describe('the report in Chinese', () => {
  const content = 'He said the gate was shut at nine. ولد الحارس هنا 3 مرات.';
  const report = page(
    dossierOf({
      contents: { a: content, b: content },
      items: [item('a', { title: 'At the gate' }), item('b', { publisher: 'صحيفة الميناء', language: 'ar' })],
      tellings: [['a', 'b']],
      copies: [
        copy('a', 'b', { basis: [{ kind: 'credit', says: 'left-first', because: 'names Paper a as its source' }] }),
      ],
      statements: [{ ...statement('s', 'a', content, 'the gate was shut at nine'), claim: 'c' }],
      claims: [claim('c', 'the gate was shut at nine', ['s'], 'single-source')],
      people: [{ name: 'Hesper Vail', role: null, withheld: true, why: 'private' }],
    }),
    ZH,
  );

  it('leaves nothing of its own in English', () => {
    expect(report).toContain('<html lang="zh-Hans">');
    expect(report).not.toContain('<span lang="en">');
    expect(report).toContain('只有一个源头：a clerk。');
    expect(report).toContain('自2033年4月2日起');
    expect(report).toContain('默认隐去1人的姓名');
    expect(report.replace(/<style>.*<\/style>/su, '').replaceAll('items/', '')).not.toMatch(
      />[^<]*\b(?:carried|items?|since|claims?|origins?|wording|asked)\b[^<]*</u,
    );
  });

  it('says which words are English, also where something in them is withheld', () => {
    const words = 'the gate of [withheld: private life] was shut';
    const made = page(
      dossierOf({
        contents: { a: words },
        items: [item('a')],
        statements: [{ ...statement('s', 'a', words, words), claim: 'c' }],
        claims: [claim('c', words, ['s'], 'single-source')],
      }),
      ZH,
    );
    expect(made).toContain('<h4 lang="en" dir="auto">“the gate of [已隐去：私生活] was shut”</h4>');
    expect(made).toContain('<span lang="en" dir="auto">“the gate of [已隐去：私生活] was shut”</span>');
    expect(report).toContain('<blockquote lang="en" dir="auto">');
    expect(report).toContain('<span lang="en" dir="auto">“the gate was shut at nine”</span>');
  });

  it('marks a sentence that it has no Chinese for as English', () => {
    const odd = claim('c', 'x', [], 'unsourced');
    const reasons = [{ rule: 'house-rule', held: true, because: [{ text: 'the house thinks so' }] }];
    const made = page(dossierOf({ claims: [{ ...odd, standing: { ...odd.standing, reasons } }] }), ZH);
    expect(made).toContain('<p class="why"><span lang="en">The house thinks so.</span>');
  });
});

/** The names of all entries, nested ones with their way. */
function entries(words: object, way = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, one]) =>
    typeof one === 'object' && one !== null ? entries(one, `${way}${name}.`) : [`${way}${name}`],
  );
}

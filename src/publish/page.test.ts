import { describe, expect, it } from 'vitest';
import { claim, copy, dossierOf, item, statement } from '../../test/sample-dossier.ts';
import { page } from './page.ts';

const HOSTILE = `<img src=x onerror="alert(1)"><script>alert(2)</script>'"&\u202eevil\u0000`;

describe('the report', () => {
  it('makes no markup of anything that evidence says', () => {
    const content = `Before ${HOSTILE} after`;
    const said = statement('s', 'a', content, HOSTILE, {
      source: { kind: 'named-body', name: HOSTILE, start: 0, end: 0, quote: '' },
    });
    const bad = page(
      dossierOf({
        contents: { a: content, b: content },
        items: [
          item('a', {
            file: HOSTILE,
            publisher: HOSTILE,
            title: HOSTILE,
            url: `javascript:${HOSTILE}`,
            language: HOSTILE,
          }),
          item('b', { publisher: HOSTILE, published: HOSTILE, unreadable: { code: 'empty', message: HOSTILE } }),
        ],
        tellings: [['a', 'b']],
        copies: [copy('a', 'b', { basis: [{ kind: 'time', says: 'left-first', because: HOSTILE }] })],
        rings: [['a', 'b']],
        citations: [{ from: 'a', to: 'b', start: 0, end: 1, quote: HOSTILE }],
        statements: [{ ...said, claim: 'c' }],
        origins: [{ id: 'o', kind: 'body', name: HOSTILE, items: ['a'], statements: ['s'] }],
        claims: [
          claim('c', HOSTILE, ['s'], 'single-source', {
            standing: {
              label: 'single-source',
              for: { rank: 'named-body', origins: ['o'] },
              against: { rank: 'none', origins: [] },
              flags: [],
              since: HOSTILE,
              reasons: [{ rule: HOSTILE, held: true, because: [{ text: HOSTILE }] }],
              next: [{ ask: HOSTILE, of: HOSTILE, would: 'confirmed' }],
            },
          }),
        ],
        responses: [
          {
            item: 'a',
            start: 0,
            end: 6,
            quote: 'Before',
            body: HOSTILE,
            askedBy: null,
            asked: null,
            outcome: 'declined',
          },
        ],
        commitments: [
          {
            item: 'a',
            start: 0,
            end: 6,
            quote: 'Before',
            by: HOSTILE,
            what: HOSTILE,
            made: null,
            due: HOSTILE,
            state: 'overdue',
          },
        ],
        contradictions: [
          {
            a: { item: 'a', start: 0, end: 6, quote: HOSTILE },
            b: { item: 'b', start: 0, end: 6, quote: HOSTILE },
            why: HOSTILE,
          },
        ],
        images: [
          {
            left: 'a',
            right: 'b',
            relation: 'edited',
            altered: [{ left: box, right: box, leftText: HOSTILE, rightText: `${HOSTILE}2` }],
          },
        ],
        transcripts: [
          {
            items: ['a'],
            messages: [
              { side: 'left', text: HOSTILE, time: HOSTILE, altered: true },
              { side: 'right', text: HOSTILE, time: null, altered: false },
            ],
          },
        ],
        policy: { name: HOSTILE, digest: HOSTILE },
      }),
    );
    expect(bad).not.toMatch(/<img|<script|onerror="|javascript:/u);
    expect(bad.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
    expect(bad.match(/<\/?[a-z][^>]*/gu)?.filter((tag) => /alert|evil/u.test(tag.replaceAll(/"[^"]*"/gu, '')))).toEqual(
      [],
    );
  });

  it('shows no private person and no private life anywhere in its bytes', () => {
    const content =
      'Hesper Vail said the lift had failed. The girl on the fourth floor is in hospital, said Hesper Vail. 岑小雨说电梯坏了。';
    const private_ = 'The girl on the fourth floor is in hospital';
    const shown = page(
      dossierOf({
        contents: { a: content, 'hesper-vail': content },
        items: [
          item('a', {
            title: 'What Hesper Vail saw',
            author: 'Hesper Vail',
            url: 'https://a.example/by/Hesper%20Vail',
          }),
          item('b', { file: 'items/hesper_vail.png', publisher: null, author: 'Hesper Vail', title: private_ }),
        ],
        tellings: [['a', 'b']],
        copies: [copy('a', 'b', { basis: [{ kind: 'credit', says: 'left-first', because: 'credits Hesper Vail' }] })],
        statements: [
          statement('s1', 'a', content, 'the lift had failed', {
            source: { kind: 'named-person', name: 'Hesper Vail', start: 0, end: 11, quote: 'Hesper Vail' },
          }),
          statement('s2', 'a', content, private_),
          statement('s3', 'a', content, '雨说电梯坏了'),
        ].map((one) => ({ ...one, claim: null })),
        origins: [{ id: 'o', kind: 'person', name: 'Hesper Vail', items: ['a'], statements: ['s1'] }],
        claims: [
          claim('c1', 'the lift had failed', ['s1', 's3'], 'single-source', {
            standing: {
              ...claim('', '', [], 'single-source').standing,
              for: { rank: 'named-person', origins: ['o'] },
              reasons: [{ rule: 'one-origin', held: true, because: [{ text: 'one origin: Hesper Vail' }] }],
              next: [{ ask: `Is it so: “${private_}”`, of: 'Vail', would: 'confirmed' }],
            },
          }),
          claim('c2', private_, ['s2'], 'unsourced', { privateLife: true }),
        ],
        images: [
          {
            left: 'a',
            right: 'b',
            relation: 'edited',
            altered: [{ left: box, right: box, leftText: 'HESPER VAIL', rightText: private_ }],
          },
        ],
        transcripts: [
          {
            items: ['b'],
            messages: [
              { side: 'centre', text: 'Hesper Vail', time: null, altered: false },
              { side: 'left', text: private_, time: null, altered: false },
            ],
          },
        ],
        people: [
          { name: 'Hesper Vail', role: 'Hesper Vail, a porter', withheld: true, why: 'private' },
          { name: '岑小雨', role: null, withheld: true, why: 'private' },
        ],
      }),
    );
    expect(shown).not.toMatch(/hesper|vail/iu);
    expect(shown).not.toMatch(/岑|小雨/u);
    expect(shown).not.toMatch(/fourth floor|in hospital/u);
    expect(shown).toContain('[withheld: a porter]');
    expect(shown).toContain('1 claim about private life');
    expect(shown).toContain('2 people are withheld');
  });

  it('marks the language and the direction of what it quotes', () => {
    const shown = page(
      dossierOf({
        contents: { a: '有人说闸门没关。', b: 'قال الحارس إن الباب أغلق' },
        items: [item('a', { language: 'zh-CN' }), item('b', { language: 'ar' })],
        statements: [
          { ...statement('s1', 'a', '有人说闸门没关。', '闸门没关'), claim: 'c1' },
          { ...statement('s2', 'b', 'قال الحارس إن الباب أغلق', 'الباب أغلق'), claim: 'c2' },
        ],
        claims: [claim('c1', '闸门没关', ['s1'], 'unsourced'), claim('c2', 'الباب أغلق', ['s2'], 'unsourced')],
      }),
    );
    expect(shown).toContain('<span lang="zh-CN" dir="auto">“闸门没关”</span>');
    expect(shown).toContain('<blockquote lang="ar" dir="auto">');
  });

  it('keeps names that turn from turning what stands beside them', () => {
    const said = 'قال الحارس إن الباب أغلق';
    const arabic = 'صحيفة الميناء 24';
    const made = page(
      dossierOf({
        contents: { a: said, b: said },
        items: [item('a', { publisher: arabic, language: 'ar' }), item('b', { publisher: arabic, language: 'ar' })],
        tellings: [['a', 'b']],
        copies: [copy('a', 'b')],
        statements: [
          { ...statement('s1', 'a', said, 'الباب أغلق'), claim: 'c' },
          { ...statement('s2', 'b', said, 'الباب أغلق'), claim: 'c' },
        ],
        claims: [claim('c', 'الباب أغلق', ['s1', 's2'], 'unsourced')],
      }),
    );
    const isolated = `<bdi lang="ar">${arabic}</bdi>`;
    expect(made).toContain('<h4 lang="ar" dir="auto">“الباب أغلق”</h4>');
    expect(made).toContain(`From ${isolated}: 2 items`);
    expect(made).toContain(`${isolated}, 2 Apr 2033 was carried by ${isolated}, 2 Apr 2033 (whole, not credited)`);
    expect(made).toContain(`also carried by 1 item: ${isolated}`);
    expect(made).toContain(`<span lang="ar" dir="auto">${arabic}</span>`);
    expect(made.replaceAll(/<title>.*?<\/title>|<(?:title|tspan|text)[^>]*>[^<]*/gu, '')).not.toMatch(
      /<(?:p|li|h3|figcaption|div|td)>[^<]*\p{Script=Arabic}/u,
    );
  });

  it('gives the same bytes for the same dossier, and stands with nothing in it', () => {
    expect(page(dossierOf({}))).toBe(page(dossierOf({})));
    expect(page(dossierOf({}))).toContain('No claims were found.');
  });

  it('says of an answer that the desk noted without its words that there are none, not that they are withheld', () => {
    const answer = { body: 'River Board', askedBy: null, asked: null, outcome: 'declined' as const, decision: 3 };
    const made = page(dossierOf({ responses: [{ ...answer, item: null, start: 0, end: 0, quote: '' }] }));
    expect(made).toContain('noted by the desk, without words');
    expect(made).not.toContain('[withheld]');
  });
});

const box = { x: 0, y: 0, width: 1, height: 1 };

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exhibitPage, wordsBody } from './exhibit-page.ts';
import { safePage, safeStyle } from './safe-page.ts';

const body = (source: string): string => safePage(source).body;

describe('a captured page in the frame', () => {
  it('keeps its words and their order, tables and stress', () => {
    expect(body('<h1>Gate</h1><p>The <b>gate</b> <em class="x">failed</em>.<table><tr><td colspan=2>3</table>')).toBe(
      '<h1>Gate</h1><p>The <b>gate</b> <em class="x">failed</em>.</p><table><tr><td colspan="2">3</td></tr></table>',
    );
  });

  it('loses what runs, loads, leads elsewhere or asks', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1) alt="a map">',
      '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
      '<a href="https://evil.example/" ping="https://evil.example/" target=_top>here</a>',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      '<object data="x.swf"></object><embed src="x">',
      '<form action="https://evil.example/"><input name=q><button formaction=x>go</button></form>',
      '<link rel=dns-prefetch href="//evil.example"><meta http-equiv=refresh content="0;url=https://evil.example/">',
      '<base href="https://evil.example/">',
      '<video src=x autoplay poster=y></video><audio src=x></audio>',
      '<p onclick=alert(1) style="background:url(https://evil.example/a)">x</p>',
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
      '<template><script>alert(1)</script></template>',
      '<isindex><plaintext><script>alert(1)</script>',
      '<p title="&quot; onmouseover=alert(1) x=&quot;">t</p>',
    ];
    for (const one of hostile) {
      const made = exhibitPage(body(`<p>before</p>${one}<p>after</p>`));
      const tags = [...made.matchAll(/<([a-z0-9]+)((?:[^>"]|"[^"]*")*)>/giu)];
      for (const [, tag = '', attributes = ''] of tags) {
        expect([one, tag]).not.toEqual([
          one,
          expect.stringMatching(
            /^(?:script|img|iframe|svg|a|link|base|form|input|object|embed|video|audio|math|template|noscript|button)$/iu,
          ),
        ]);
        const names = [...attributes.matchAll(/([a-z-]+)="[^"]*"/giu)].map(([, name = '']) => name);
        expect([
          one,
          names.filter((name) => /^(?:on|href|src|action|ping|target|srcdoc|data$|formaction|http-equiv)/iu.test(name)),
        ]).toEqual([one, []]);
      }
      expect(made).not.toMatch(/url\(/u);
    }
  });

  it('has styles that load nothing and cannot end their element', () => {
    expect(safeStyle('p{background:url(x)} @import "y"; </style><script>')).not.toMatch(/url\(|@import|</u);
    expect(exhibitPage('', { style: '</style><script>alert(1)</script>' })).not.toContain('<script');
    expect(exhibitPage(wordsBody('<script>alert(1)</script>'))).toContain('&lt;script&gt;');
  });

  it('is made from any bytes at all, however deep or long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(body(`<div>${text}`)).not.toMatch(/<script|\son\w+\s*=\s*"?[^"]*>/iu);
      }),
      { numRuns: 200 },
    );
    expect(() => body('<div>'.repeat(9000))).not.toThrow();
    expect(body(`<p>${'x'.repeat(5_000_000)}`).length).toBeLessThan(5_100_000);
  });
});

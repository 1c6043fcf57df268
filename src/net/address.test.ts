import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { isWebPort, refusalOf, shown, targetOf } from './address.ts';

const forms: [string, string][] = JSON.parse(
  readFileSync(new URL('../../scripts/torture/address-forms.json', import.meta.url), 'utf8'),
);

/** Whether a URL is refused before anything is asked of a name server, or by its address. */
const isRefused = (url: string): boolean => {
  try {
    const { address } = targetOf(url);
    return address !== null && refusalOf(address) !== null;
  } catch (cause) {
    return cause instanceof HearsayError && cause.code === 'not-permitted';
  }
};

describe('an address', () => {
  it.each(forms)('%j is refused: %s', (host) => {
    expect(isRefused(`http://${host}/`)).toBe(true);
    expect(isRefused(`https://${host}:8443/page`)).toBe(true);
  });

  it.each([
    ['93.184.216.34'],
    ['1.1.1.1'],
    ['100.63.255.255'],
    ['100.128.0.1'],
    ['172.15.0.1'],
    ['172.32.0.1'],
    ['192.169.0.1'],
    ['223.255.255.255'],
    ['2606:2800:220:1::1'],
    ['2a00:1450:4001::1'],
    ['2001:4860:4860::8888'],
    ['2003::1'],
  ])('%s is on the public internet', (address) => expect(refusalOf(address)).toBe(null));

  it.each([['fe80::1%lo'], ['127.1'], ['0x7f.0.0.1'], ['2130706433'], [''], ['news.example'], ['1.1.1.1%eth0']])(
    '%j from a name server is no address',
    (address) => expect(refusalOf(address)).not.toBe(null),
  );

  it('in a refused IPv4 range stays refused in every IPv6 form that holds it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        for (const form of [`::${v4}`, `::ffff:${v4}`, `::ffff:0:${v4}`, `64:ff9b::${v4}`, `64:ff9b:1::${v4}`])
          expect(refusalOf(form)).not.toBe(null);
      }),
    );
  });

  it('outside 2000::/3 is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.ipV6(), (v6) => {
        if (!/^[23][0-9a-f]{3}:/i.test(v6)) expect(refusalOf(v6)).not.toBe(null);
      }),
    );
  });
});

describe('a URL to capture', () => {
  it('is brought to one spelling, without its fragment', () => {
    expect(targetOf('HTTPS://NEWS.Example:443/a/../b?q=1#part')).toMatchObject({
      ...{ url: 'https://news.example/b?q=1', secure: true, host: 'news.example', name: 'news.example' },
      ...{ address: null, port: 443 },
    });
  });

  it.each([
    ['file:///etc/passwd'],
    ['ftp://news.example/'],
    ['gopher://news.example/'],
    ['data:text/html,hello'],
    ['javascript:alert(1)'],
    ['blob:http://news.example/1'],
    ['view-source:http://news.example/'],
    ['ws://news.example/'],
    ['//news.example/'],
    ['news.example'],
    [''],
    ['http://'],
    ['http:///'],
    ['http://reader:secret@news.example/'],
    ['http://@:pass@news.example/'],
    [`http://news.example/${'a'.repeat(5000)}`],
    ['http://news.example:99999/'],
    ['http://exa mple.test/'],
    ['http://*.news.example/'],
    [`http://${'a.'.repeat(200)}example/`],
  ])('%j is refused', (url) => expect(isRefused(url)).toBe(true));

  it.each([[22], [25], [21], [1], [79], [445], [587], [993], [3306], [5432], [6379], [6000], [9200], [11211], [27017]])(
    'to port %d is refused',
    (port) => {
      expect(isWebPort(port)).toBe(false);
      expect(isRefused(`http://news.example:${port}/`)).toBe(true);
    },
  );

  it.each([[80], [443], [8080], [8443], [3000], [8000]])('to port %d is taken', (port) =>
    expect(isRefused(`http://news.example:${port}/`)).toBe(false),
  );

  it('that is hostile gives one printable line, and nothing but a HearsayError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.webUrl()), (text) => {
        try {
          targetOf(text);
        } catch (cause) {
          expect(cause).toBeInstanceOf(HearsayError);
          expect(cause instanceof Error ? cause.message : '').not.toMatch(/[\p{Cc}]/u);
        }
      }),
    );
    expect(shown('a\u001b[31mb\nc')).toBe('a\ufffd[31mb\ufffdc');
  });
});

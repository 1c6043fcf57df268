import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl, secretsIn, withoutSecrets } from './secrets.ts';

const kinds = (words: string): readonly string[] => secretsIn(words).map(({ kind }) => kind);

describe('what gives somebody away', () => {
  it.each([
    ['Cookie: theme=dark; session=8f2a9c', 'cookie'],
    ['Authorization: Basic cmVwb3J0ZXI6c2VjcmV0', 'authorisation'],
    ['curl -H "bearer 9f8e7d6c5b4a39281706f5e4"', 'authorisation'],
    ['https://paper.example/a?access_token=af93b1c2d4', 'token'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc123', 'token'],
    ['http://kim:hunter2@proxy.example:8080', 'password'],
    ['saved to /home/kim/stories/port.html', 'local path'],
    ['C:\\Users\\kim\\Desktop\\shot.png', 'local path'],
    ['http://192.168.1.20/admin', 'internal address'],
    ['write to kim.orr@mail.example', 'e-mail address'],
    ['身份证号11010519491231002X', 'identity number'],
    ['his IBAN GB29 NWBK 6016 1331 9268 19', 'bank account'],
    ['card 4111 1111 1111 1111', 'card number'],
    ['手机13800138000', 'phone number'],
    ['+44 20 7946 0958', 'phone number'],
    ['车牌京A·12345', 'number plate'],
    ['3号楼2单元501室', 'home address'],
    ['she lives at 14 Mill Lane', 'home address'],
    ['at 51.50735, -0.12776', 'place on the map'],
    ['纬度：39.90923', 'place on the map'],
    ['找我13800138000', 'phone number'],
    ['一三八零零一三八零零零', 'phone number'],
    ['１３８００１３８０００', 'phone number'],
    ['(212) 555-0143', 'phone number'],
    ['微信：kim_orr7', 'account'],
    ['kim.orr [at] mail [dot] example', 'e-mail address'],
    ['prudence@mail.example', 'e-mail address'],
    ['验证码：482913', 'one-time code'],
    ['<input type="hidden" name="csrf_token" value="8f2a9c71d0">', 'token'],
    ['https://hooks.slack.com/services/T0001/B0002/8f2a9c71d0', 'token'],
    ['DB_PASSWORD=8f2a9c', 'token'],
    ['\\\\nas01\\stories\\port.docx', 'local path'],
    ['C:\\Users\\Kim Orr\\Desktop\\a shot.png', 'local path'],
    ['http://cms.internal/story/7', 'internal address'],
    ['Kim Orr, 41, of 14 Mill Lane, said', 'home address'],
    ['柳园小区3栋501室', 'home address'],
    ['00-1A-2B-3C-4D-5E', 'device number'],
  ])('%s', (words, kind) => {
    expect(kinds(words)).toContain(kind);
    expect(secretsIn(withoutSecrets(words))).toEqual([]);
  });

  it.each([
    'On 2033-04-02 at 10:00 the port paid 1,250,000.00 for tender 2033-0042-117.',
    'press@port.example answered within 12 hours',
    `sha256:${'0123456789abcdef'.repeat(4)}`,
    '2033年4月2日，涉及金额3500万元，文号〔2033〕118号',
    'the token gesture, a secret: nobody knew; the password was changed',
    'https://paper.example/2033/04/02/port-tender',
    'ISBN 978-0-306-40615-7, room 4.12, page 12–14',
    'https://paper.example/home/news/index.html',
    '17105364967f… is how its digest begins',
    '{"mid":"5171200500038565"} and tweet_id="672137288055398401"',
    'xinfang@bureau.example and press.office@port.example',
    String.raw`{"said":"\\u003cscript\\u003e"} and \note\time`,
    'Cookies: we use them to count readers',
    'a call on 2033-04-02 10:00, text 20330402',
    'called the 12 clerks at 10 Downing Street',
  ])('leaves alone: %s', (words) => expect(secretsIn(words)).toEqual([]));

  it('knows the desk’s own people, as whole words', () => {
    expect(withoutSecrets('noted by r.ames at the desk', ['r.ames'])).toBe('noted by [withheld: the desk] at the desk');
    expect(secretsIn('frames and gr.amesbury', ['ames'])).toEqual([]);
    expect(withoutSecrets('编辑王晓敏记录', ['王晓敏'])).toBe('编辑[withheld: the desk]记录');
    expect(secretsIn('İİİ ames', ['ames'])).toMatchObject([{ start: 4, end: 8 }]);
  });

  it('cleans an address, or does not give it', () => {
    expect(safeUrl('https://kim:pw@paper.example/a?id=7&utm_source=x&token=abc123#sid=9')).toBe(
      'https://paper.example/a?id=7',
    );
    expect(safeUrl('https://paper.example/a;jsessionid=8F2A9C?code=2033-118&key=8f2a9c71d0e4')).toBe(
      'https://paper.example/a?code=2033-118',
    );
    expect(safeUrl('https://paper.example/u/kim.orr%40mail.example')).toBeNull();
    expect(safeUrl('http://192.168.1.20/a')).toBeNull();
    expect(safeUrl('javascript:alert(1)')).toBeNull();
    expect(safeUrl('no address')).toBeNull();
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (words) => {
        const once = withoutSecrets(words);
        expect(withoutSecrets(once)).toBe(once);
      }),
    );
  });

  it('ends in time on words made to hold it up', () => {
    const traps = [
      'a@'.repeat(50_000),
      '1 '.repeat(100_000),
      'token='.repeat(20_000),
      '/home/'.repeat(20_000),
      '0-'.repeat(80_000),
      'C:\\Users\\'.repeat(15_000),
      'eyJa'.repeat(30_000),
      'cookie: a='.repeat(10_000),
      'calle a '.repeat(15_000),
      'name=token value'.repeat(8_000),
      '-----BEGIN PRIVATE KEY-----'.repeat(5_000),
      '1'.repeat(150_000),
      'a.'.repeat(80_000),
    ];
    for (const one of traps) expect(secretsIn(one).length).toBeGreaterThanOrEqual(0);
  }, 20_000);
});

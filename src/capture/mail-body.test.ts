import { describe, expect, test } from 'vitest';
import { mailParts } from './mail-body.ts';

const parts = (body: string): string[] =>
  mailParts(body).map(({ kind, author, published, text }) => `${kind} | ${author} | ${published} | ${text}`);

describe('the body of a mail', () => {
  test('an answer between the lines: each writer keeps his own', () => {
    const body =
      'Thanks.\n\nOn Tue, 3 Jun 2031 at 09:12, Press Office\n<press@port.example> wrote:\n\n> It was open.\n>\n> On Mon, 2 Jun 2031 at 18:00, Ida Holm <ida@x.example> wrote:\n>> Was it open?\n>\n> More by Friday.\n\nWho says?\n\nBest regards,\nIda';
    expect(parts(body)).toEqual([
      'body | null | null | Thanks.',
      'quoted-mail | Press Office | 2031-06-03T09:12 | It was open.',
      'quoted-mail | Ida Holm | 2031-06-02T18:00 | Was it open?',
      'quoted-mail | Press Office | 2031-06-03T09:12 | More by Friday.',
      'body | null | null | Who says?',
      'signature | null | null | Best regards,\nIda',
    ]);
  });
  test('a forwarded mail', () => {
    const body =
      'See below.\n\n---------- Forwarded message ---------\nFrom: Rolf Vane <rolf@port.example>\nDate: Mon, 2 Jun 2031 at 22:14\nSubject: roster\nTo: Night Desk\n\nAnswer nobody.';
    const [own, passed] = mailParts(body);
    expect(own).toMatchObject({ kind: 'body', text: 'See below.', isForward: false });
    expect(passed).toMatchObject({
      author: 'Rolf Vane',
      published: '2031-06-02T22:14',
      text: 'Answer nobody.',
      isForward: true,
    });
    expect(passed?.head).toContain('Subject: roster');
  });
  test('fields without a line above them, one mail below the other', () => {
    const earlier = (from: string, text: string): string =>
      `From: ${from}\nSent: Monday, June 2, 2031 6:00 PM\nTo: b\nSubject: gate\n\n${text}`;
    expect(parts(`Hi.\n\n${earlier('Press Office', 'By Friday.')}\n\n${earlier('Ida Holm', 'When?')}`)).toEqual([
      'body | null | null | Hi.',
      'quoted-mail | Press Office | 2031-06-02T18:00 | By Friday.',
      'quoted-mail | Ida Holm | 2031-06-02T18:00 | When?',
    ]);
  });
  test('原始邮件', () => {
    expect(
      parts(
        '已收到。\n\n------------------ 原始邮件 ------------------\n发件人: "沈鹭" <s@x.example>;\n发送时间: 2031年6月2日(星期一) 下午5:20\n主题: 提纲\n\n何时恢复？',
      ),
    ).toEqual(['body | null | null | 已收到。', 'quoted-mail | 沈鹭 | 2031-06-02T17:20 | 何时恢复？']);
  });
  test('words that only look like a field', () => {
    expect(parts('From: what I heard\nit was open.')).toEqual([
      'body | null | null | From: what I heard\nit was open.',
    ]);
  });
});

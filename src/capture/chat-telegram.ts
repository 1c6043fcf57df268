import type { ChatForm } from './chat-line.ts';

const HEAD = /^([^[\]]{1,80}), \[([^[\]]{6,40})\]:?\s*$/u;

/** Messages copied out of Telegram: "Name, [31.05.2031 14:02]" and the words below. */
export const TELEGRAM: ChatForm = {
  name: 'telegram',
  head: (line) => {
    const match = HEAD.exec(line);
    if (!match || !/\d[:.]\d{2}/u.test(match[2] ?? '')) return null;
    return { author: (match[1] ?? '').trim(), stamp: match[2] ?? null, textAt: line.length, isSystem: false };
  },
};

import { type ChatForm, DATE, MARKS, TIME } from './chat-line.ts';
import { saysApp } from './chat-words.ts';

// DATE's back-reference needs its group to be the second.
const AT = '(?:(?:at|à|às|um|om|alle|a las|kl\\.?|klo) )?';
const BRACKETED = new RegExp(`^${MARKS}*\\[(${DATE},?\\s{1,2}${AT}${TIME})\\]\\s?`, 'u');
const BARE = new RegExp(`^${MARKS}*(${DATE},?\\s{1,2}${AT}${TIME})\\s[-–]\\s`, 'u');
const NAME = new RegExp(`^${MARKS}*([^:\\n]{1,80}?):(?:\\s|$)`, 'u');

/**
 * WhatsApp ("[03/06/2031, 07:38:12] Name: words" on iOS, "03/06/2031, 07:38 - Name: words" on Android) and what is like
 * it (Signal, Telegram with the stamp in front). A line without a name is the app's.
 */
export const WHATSAPP: ChatForm = {
  name: 'whatsapp',
  head: (line) => {
    const match = BRACKETED.exec(line) ?? BARE.exec(line);
    if (!match) return null;
    const [whole, stamp = ''] = match;
    const name = NAME.exec(line.slice(whole.length, whole.length + 100));
    if (!name || saysApp(name[1] ?? '')) return { author: null, stamp, textAt: whole.length, isSystem: true };
    const author = (name[1] ?? '').replace(/^~\s?/u, '').trim();
    return { author, stamp, textAt: whole.length + name[0].length, isSystem: false };
  },
};

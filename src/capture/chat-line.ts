/** The head of a message, or a line that is the app's and nobody's message. Places are within the line. */
export interface ChatHead {
  readonly author: string | null;
  readonly stamp: string | null;
  /** Where the message's own words begin; the line's length where they begin on the next line. */
  readonly textAt: number;
  readonly isSystem: boolean;
}

/** How one app writes its exports and copies: what a line is, or null for a line of a message's words. */
export interface ChatForm {
  readonly name: string;
  readonly head: (line: string) => ChatHead | null;
}

/** Invisible direction marks that apps put before names and their own words. */
export const MARKS = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]';
export const DATE = '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{1,4}([./-])\\d{1,2}\\2\\d{1,4}\\.?)';
export const PERIOD = '(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|午前|午後)';
export const TIME = `${PERIOD}?\\s?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\s?[aApP]\\.?\\s?[mM]\\b\\.?)?`;

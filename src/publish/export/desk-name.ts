import type { Edition } from '../edition.ts';

/** The name that the desk signs with: what stands before the first plus sign of its key (C2SP, signed-note). */
export const deskName = ({ log }: Edition): string | null => log.key.split('+', 1)[0] || null;

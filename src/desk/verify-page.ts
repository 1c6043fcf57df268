import { readFileSync } from 'node:fs';

/** The page that checks a record in its reader's browser, as the build made it; null where the program runs unbuilt. */
export function verifyPage(): string | null {
  try {
    return readFileSync(new URL('../web/verify.html', import.meta.url), 'utf8');
  } catch {
    return null;
  }
}

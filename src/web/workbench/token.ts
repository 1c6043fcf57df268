const KEPT = 'hearsay-token';

/**
 * The token that lets this page speak to its server: it comes once in the address, is taken out of it at once, and is
 * kept for this tab alone. Null where the page was opened by another address than the one the server printed.
 */
export function takeToken(): string | null {
  const given = /^#token=([\w-]+)(.*)$/u.exec(location.hash);
  if (given) {
    keepToken(given[1] ?? '');
    history.replaceState(null, '', `${location.pathname}#/`);
  }
  return sessionStorage.getItem(KEPT);
}

/** Keeps the token for this tab, as long as it is open. */
export const keepToken = (token: string): void => sessionStorage.setItem(KEPT, token);

/**
 * The Searchable URL of a CDXJ line (specs.webrecorder.net/cdxj/0.1.0): `https://www.example.org/a?c&b` becomes
 * `org,example)/a?b&c`. Spelled as replay programs look it up (warcio.js): without `www.`, the query sorted, hosts that
 * are numbers turned round as well. What is no web address stays as it is.
 */
export function surt(url: string): string {
  const plain = url.toLowerCase().replace(/^(https?:\/\/)www\d{0,9}\./u, '$1');
  if (!/^https?:/u.test(url) || !URL.canParse(plain)) return url;
  const { hostname, port, pathname, search } = new URL(plain);
  const host = hostname.split('.').reverse().join(',');
  const query = search ? `?${search.slice(1).split('&').sort().join('&')}` : '';
  return `${host}${port ? `:${port}` : ''})${pathname}${query}`;
}

/** ISO/IEC 7812-1, annex B. */
export function luhn(words: string): boolean {
  const digits = [...words.replaceAll(/\D/gu, '')].map(Number).reverse();
  const sum = digits.reduce(
    (all, digit, at) => all + (at % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit),
    0,
  );
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0 && new Set(digits).size > 1;
}

/** GB 11643-1999: the weights are powers of two, modulo 11. */
export function residentId(words: string): boolean {
  const bare = words.toUpperCase().replaceAll(/[^\dX]/gu, '');
  const digits = [...bare].map((one) => (one === 'X' ? 10 : Number(one)));
  return digits.length === 18 && digits.reduce((sum, digit, at) => sum + digit * (2 ** (17 - at) % 11), 0) % 11 === 1;
}

/** ISO 13616: the whole as a number, letters as 10 to 35, leaves 1 when divided by 97. */
export function iban(words: string): boolean {
  const bare = words.replaceAll(' ', '').toUpperCase();
  if (bare.length < 15 || bare.length > 34) return false;
  let rest = 0;
  for (const one of bare.slice(4) + bare.slice(0, 4))
    rest = Number(`${rest}${/\d/u.test(one) ? one : one.charCodeAt(0) - 55}`) % 97;
  return rest === 1;
}

/** As many digits as telephones have (ITU-T E.164), and no date among them. */
export function phone(words: string): boolean {
  const digits = words.replaceAll(/\D/gu, '').length;
  return (
    digits >= 7 && digits <= 15 && !/^(?:19|20)\d{2}[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:0[1-9]|[12]\d|3[01])/u.test(words)
  );
}

/** Letters and digits mixed, as no word is. */
export const mixed = (words: string): boolean => /\d/u.test(words) && /\p{L}/u.test(words);

/** An address of the Internet protocol that only leads somewhere inside (RFC 1918, 3927, 1122). */
export function inside(words: string): boolean {
  const octets = /(?<!\d)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?!\d)/u.exec(words)?.slice(1).map(Number) ?? [];
  return octets.length === 4 && octets.every((one) => one < 256);
}

const ROLES =
  'press|media|news|newsroom|newsdesk|info|contact|office|pr|presse|prensa|redaccion|redaktion|help|helpdesk|support|service|services|enquiries|inquiries|enquiry|mail|post|hello|admin|editor|editors|editorial|desk|tips|webmaster|noreply|reply|complaints|complaint|communications|communication|comms|postmaster|abuse|privacy|legal|security|feedback|letters|secretariat|registry|ombudsman|foi|council|jobs|team|public|affairs|relations|customer|sales|atencion|ciudadano|informacion|contacto|kontakt|kefu|zixun|xinfang|bangongshi|bgs|xwb|xcb|xuanchuan|jubao|tousu|fuwu|lianxi|unit|room|central|general|centre|center|no|do|not';
const OFFICE = new RegExp(`^(?:${ROLES})(?:[-_.+]?(?:${ROLES}|\\d{1,4})){0,4}@`, 'iu');

/** An address that belongs to an office and leads to nobody in particular. */
export const ofAnOffice = (address: string): boolean => OFFICE.test(address);

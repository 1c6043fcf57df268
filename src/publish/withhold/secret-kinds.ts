/** A kind of secret: what stands in for it, and how it is known. Where the pattern has a group `secret`, only that is left out. */
export interface SecretKind {
  readonly kind: string;
  readonly pattern: RegExp;
  /** A closer look, for patterns that much else looks like. */
  readonly holds?: (words: string) => boolean;
}

const KEYS =
  'access[_-]?token|auth[_-]?token|refresh[_-]?token|id[_-]?token|csrf[_-]?token|xsrf[_-]?token|api[_-]?key|apikey|client[_-]?secret|secret|token|passwd|password|pwd|session[_-]?id|sessionid|phpsessid|jsessionid|sid|ssid|sig|signature|x-amz-(?:signature|credential|security-token)|authkey|pass_ticket|wxtoken|openid|unionid';

const luhn = (words: string): boolean => {
  const digits = [...words.replaceAll(/\D/gu, '')].map(Number).reverse();
  const sum = digits.reduce(
    (all, digit, at) => all + (at % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit),
    0,
  );
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0 && new Set(digits).size > 1;
};

/** GB 11643-1999: the weights are powers of two, modulo 11. */
const residentId = (words: string): boolean => {
  const digits = [...words.toUpperCase()].map((one) => (one === 'X' ? 10 : Number(one)));
  return digits.reduce((sum, digit, at) => sum + digit * (2 ** (17 - at) % 11), 0) % 11 === 1;
};

/** ISO 13616: the whole as a number, letters as 10 to 35, leaves 1 when divided by 97. */
const iban = (words: string): boolean => {
  const bare = words.replaceAll(' ', '').toUpperCase();
  if (bare.length < 15 || bare.length > 34) return false;
  let rest = 0;
  for (const one of bare.slice(4) + bare.slice(0, 4))
    rest = Number(`${rest}${/\d/u.test(one) ? one : one.charCodeAt(0) - 55}`) % 97;
  return rest === 1;
};

const phone = (words: string): boolean => {
  const digits = words.replaceAll(/\D/gu, '').length;
  return digits >= 9 && digits <= 15;
};

/** Addresses that belong to an office and lead to nobody in particular. */
const OFFICE =
  /^(?:press|media|news|newsroom|info|contact|office|pr|presse|help|support|service|enquiries|inquiries|mail|hello|admin|editor|desk|tips|webmaster|no-?reply|complaints|communications|comms|postmaster)[\w.+-]*@/iu;

/** In the order in which they are looked for; the longer stretch wins where two meet. */
export const SECRET_KINDS: readonly SecretKind[] = [
  {
    kind: 'private key',
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/gu,
  },
  { kind: 'private key', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{20,80}/gu },
  { kind: 'cookie', pattern: /\b(?:set-cookie2?|cookie)\s*:\s*(?<secret>[^\r\n]{3,4000})/giu },
  { kind: 'authorisation', pattern: /\b(?:proxy-)?authorization\s*[:=]\s*(?<secret>[^\r\n]{4,2000})/giu },
  {
    kind: 'authorisation',
    pattern: /\b(?:bearer|basic)\s+(?<secret>[\w.~+/-]{16,2000}={0,2})/giu,
    holds: (words) => /\d/u.test(words) && /[A-Za-z]/u.test(words),
  },
  { kind: 'token', pattern: /\beyJ[\w-]{10,2000}\.[\w-]{4,4000}(?:\.[\w-]{0,1000})?/gu },
  {
    kind: 'token',
    pattern:
      /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,255}\b|\bgithub_pat_\w{22,255}\b|\bxox[abeoprs]-[\w-]{10,250}|\bAIza[\w-]{35}\b|\bsk-[\w-]{20,200}\b|\bglpat-[\w-]{20,64}\b|\bSG\.[\w-]{16,64}\.[\w-]{16,64}\b|\b[rs]k_live_\w{20,100}\b|\bnpm_\w{36}\b/gu,
  },
  {
    kind: 'token',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}_])(?:${KEYS})["']?\\s{0,3}(?:=|%3D|:(?=\\s?["']))\\s{0,3}["']?(?<secret>[^\\s&"'<>;,，。；#]{4,2000})`,
      'giu',
    ),
  },
  { kind: 'password', pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s/@:]{1,100}:[^\s/@]{1,200})@/giu },
  { kind: 'password', pattern: /(?:密码|口令|\bpassword(?: is)?)\s{0,3}[:：]\s{0,3}(?<secret>\S{4,100})/giu },
  {
    kind: 'local path',
    pattern:
      /(?:\bfile:\/{2,3})?(?:\/(?:home|Users)\/|\b[A-Za-z]:\\(?:Users|Documents and Settings)\\)[^\s"'<>|:*?]{1,300}/gu,
  },
  { kind: 'local path', pattern: /\bfile:\/{2,3}[^\s"'<>]{1,300}|(?<![\w\\])\\\\[\w.-]{2,60}\\[^\s"'<>|]{1,200}/gu },
  {
    kind: 'internal address',
    pattern:
      /\b(?:https?:\/\/)?(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01])|127\.\d{1,3}|169\.254)\.\d{1,3}(?:\.\d{1,3})?(?::\d{2,5})?(?:\/[^\s"'<>]{0,300})?/gu,
    holds: (words) => /(?:^|\/)\d{1,3}(?:\.\d{1,3}){3}/u.test(words),
  },
  {
    kind: 'internal address',
    pattern:
      /\bhttps?:\/\/(?:localhost|[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:local|internal|lan|intranet|corp))(?::\d{2,5})?(?:\/[^\s"'<>]{0,300})?/giu,
  },
  {
    kind: 'e-mail address',
    pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu,
    holds: (words) => !OFFICE.test(words),
  },
  {
    kind: 'identity number',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/gu,
    holds: residentId,
  },
  { kind: 'identity number', pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/gu },
  { kind: 'bank account', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gu, holds: iban },
  { kind: 'card number', pattern: /(?<![\d.,:-])\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?(?![\d.,:-])/gu, holds: luhn },
  { kind: 'phone number', pattern: /(?<![\dA-Za-z.,/_-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\dA-Za-z_-]|\.\d)/gu },
  { kind: 'phone number', pattern: /(?<![\d\p{L}.,:/])\+\d{1,3}(?:[ .()-]{0,2}\d){7,13}(?!\d)/gu, holds: phone },
  {
    kind: 'phone number',
    pattern: /(?<![\d\p{L}.,:/-])(?:\(0\d{1,4}\)|0\d{2,4})[ -]\d{3,4}[ -]?\d{3,4}(?![\d-])/gu,
    holds: phone,
  },
  {
    kind: 'phone number',
    pattern:
      /(?:\b(?:tel|phone|mobile|call|cell|whatsapp|fax)\b|电话|手机号?|联系方式|热线)\.?\s{0,2}[:：]?\s{0,2}(?<secret>\+?\d(?:[ .()-]{0,2}\d){6,14})/giu,
  },
  {
    kind: 'number plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])/gu,
    holds: (words) => /\d/u.test(words),
  },
  {
    kind: 'home address',
    pattern:
      /\p{Script=Han}{0,12}\d{1,4}(?:号楼|栋|幢|座)\s{0,2}(?:\d{1,3}|[一二三四五六七八九十]{1,3})单元\s{0,2}(?:\d{2,4}(?:室|号|房)?)?/gu,
  },
  {
    kind: 'home address',
    pattern: /(?:家住|住址(?:为|是|[:：]))\s{0,2}(?<secret>[^\s，。；]{2,40}?\d{1,5}号(?:[^\s，。；]{0,12}室)?)/gu,
  },
  {
    kind: 'home address',
    pattern:
      /\b(?:lives?|living|resides?|home address|stays?)\b[^.\n]{0,24}?\b(?:at|is|:)\s+(?<secret>\d{1,5}[A-Za-z]?\s+(?:\p{Lu}[\p{L}’'-]+\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Crescent|Terrace|Way|Row|Walk|Place|Square|Gardens)\b)/gu,
  },
  {
    kind: 'place on the map',
    pattern: /(?<![\d.])[-+]?(?:[1-8]?\d|90)\.\d{4,10}\s?[,，;/]\s?[-+]?(?:1[0-7]\d|\d{1,2}|180)\.\d{4,10}(?![\d.])/gu,
  },
  { kind: 'device number', pattern: /(?<![0-9A-Fa-f:-])(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:])/gu },
  { kind: 'device number', pattern: /\bIMEI\s{0,2}[:：]?\s{0,2}(?<secret>\d{15})\b/giu },
];

/** Parameters of an address that follow a reader about and say nothing of the page. */
export const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|igsh|spm|scm|share_token|share_source|share_medium|share_from|shareid|from_source|vd_source|isappinstalled|_ga|_gl|ref_src|ref_url|cmpid|wt_mc|s_cid|chksm|scene|srcid|sharer_\w+|timestamp|from|ref)$/iu;

/** Parameters that let somebody in. */
export const SECRET_PARAMETER = new RegExp(
  `^(?:${KEYS}|key|auth|code|state|jwt|ticket|hash|hmac|expires|x-amz-\\w[\\w-]*)$`,
  'iu',
);

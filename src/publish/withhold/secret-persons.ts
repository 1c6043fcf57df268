import { iban, luhn, ofAnOffice, phone, residentId } from './secret-checks.ts';
import type { SecretKind } from './secret-kind.ts';

/** What leads to a person's telephone, papers, purse, car or door. */
export const PERSONS: readonly SecretKind[] = [
  {
    kind: 'e-mail address',
    pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu,
    holds: (words) => !ofAnOffice(words),
  },
  {
    kind: 'e-mail address',
    pattern:
      /(?<![\w.+-])[\w.+-]{2,64}\s?[([{]\s?(?:at|@)\s?[)\]}]\s?[\w-]{1,63}(?:\s?(?:\.|[([{]\s?(?:dot|punto|\.)\s?[)\]}])\s?[\w-]{2,63}){1,4}/giu,
  },
  {
    kind: 'account',
    pattern:
      /(?:微信号?|QQ号?|企鹅号|\b(?:wechat|weixin|telegram|signal|skype)(?: id)?)\s{0,2}(?:[:：]|是|为)\s{0,2}@?(?<secret>[A-Za-z0-9][\w.-]{4,40})/giu,
  },
  {
    kind: 'identity number',
    pattern:
      /(?<![\dA-Za-z])[1-9]\d{5} ?(?:19|20)\d{2} ?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dXx](?![\dA-Za-z])/gu,
    holds: residentId,
  },
  {
    kind: 'identity number',
    pattern:
      /(?:身份证(?:号码?)?|护照(?:号码?)?|社保号|\b(?:passport|national insurance|NI|social security|SSN|driving licen[cs]e|DNI|NIE|CURP|ID card)\b(?: (?:no|number|núm)\b)?)\.?\s{0,2}(?:[:：#]|is|was|为|是)?\s{0,2}(?<secret>(?=[A-Z0-9 -]{0,12}\d)[A-Z0-9](?:[ -]?[A-Z0-9]){5,19})(?![A-Za-z0-9])/giu,
    holds: (words) => (words.match(/\d/gu)?.length ?? 0) >= 5,
  },
  { kind: 'identity number', pattern: /(?<![\w./-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w/-])/gu },
  {
    kind: 'identity number',
    pattern: /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/gu,
  },
  {
    kind: 'bank account',
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/gu,
    holds: iban,
  },
  {
    kind: 'bank account',
    pattern:
      /(?:银行卡号?|卡号|银行账[号户]|账号|\b(?:account|sort code|routing)(?: (?:no|number))?)\.?\s{0,2}(?:[:：#]|is|为|是)?\s{0,2}(?<secret>\d(?:[ -]?\d){7,20})(?![\d-])/giu,
  },
  {
    kind: 'card number',
    pattern:
      /(?<![\d.,:/_-])(?:[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|3[47]\d{2}([ -])\d{6}\2\d{5})(?![\d:_-]|[.,]\d)/gu,
    holds: luhn,
  },
  {
    // Sixteen digits in a row are as often the number of a post.
    kind: 'card number',
    pattern:
      /(?<![\d.,:/_=A-Za-z-]|id["']?\s{0,2}[:=]\s{0,2}["']?)(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|6(?:011|5\d{2})\d{12}|62\d{14,17}|35\d{14}|3[47]\d{13})(?![\d:_A-Za-z-]|[.,]\d)/giu,
    holds: luhn,
  },
  {
    kind: 'phone number',
    pattern: /(?<![\dA-Za-z/_-]|\d[.,])(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\dA-Za-z_-]|\.\d)/gu,
  },
  { kind: 'phone number', pattern: /(?<!\d[ .-]?)1(?:[ .·-]\d){10}(?![ .-]?\d)/gu },
  {
    kind: 'phone number',
    pattern:
      /(?<![零〇一二三四五六七八九幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九幺])/gu,
  },
  {
    kind: 'phone number',
    pattern: /(?<![\dA-Za-z.,:/])(?:\+|00)[1-9]\d{0,2}(?:[ .()/-]{0,2}\d){7,13}(?!\d)/gu,
    holds: phone,
  },
  {
    kind: 'phone number',
    pattern: /(?<![\dA-Za-z.,:/-])(?:\(0\d{1,4}\)|0\d{2,4})[ -]{1,2}\d{3,4}[ -]?\d{3,4}(?![\d-])/gu,
    holds: phone,
  },
  { kind: 'phone number', pattern: /(?<![\dA-Za-z.,:/-])0[1-9](?:[ .-]\d{2}){4}(?![\d-])/gu },
  {
    kind: 'phone number',
    pattern: /(?<![\dA-Za-z.,:/-])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\d-])/gu,
  },
  {
    kind: 'phone number',
    pattern:
      /(?:\b(?:tel|tfno|telephone|teléfono|móvil|phone|mobile|call|cell|whatsapp|text|ring)\b|电话|手机号?码?|联系方式)(?:\.|\s(?:me|him|her|us|them|on|at|is|number|no\.?)){0,3}\s{0,2}[:：是为]?\s{0,2}(?<secret>[(+]?\d(?:[ .()-]{0,2}\d){6,14})(?!\d|[.,:/-]\d)/giu,
    holds: phone,
  },
  {
    kind: 'number plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・ ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])/gu,
    holds: (words) => (words.match(/\d/gu)?.length ?? 0) >= 2,
  },
  {
    kind: 'home address',
    pattern:
      /\p{Script=Han}{0,12}(?:\d{1,4}(?:号院|弄|号)\s?)?\d{1,4}(?:号楼|栋|幢|座|号)\s?(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})单元\s?(?:\d{2,4}(?:室|号|房)?)?|\d{2,4}(?:室|房))/gu,
  },
  {
    kind: 'home address',
    pattern:
      /(?:家住|住址(?:为|是|[:：])|居住在|住在|家庭地址(?:为|是|[:：])|暂住)\s{0,2}(?<secret>[^\s，。；]{2,40}?\d{1,5}号(?:[^\s，。；]{0,12}室)?)/gu,
  },
  {
    kind: 'home address',
    pattern:
      /\b(?:lives?|lived|living|resides?|resident|home address|stays?|address)\b[^.\n]{0,24}?(?:\b(?:at|is|of)|:)\s+(?<secret>\d{1,5}[A-Za-z]?,?\s+(?:\p{Lu}[\p{L}’'-]{0,20}\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Crescent|Terrace|Way|Row|Walk|Place|Square|Gardens|Grove|Mews|Boulevard|Blvd)\b)/gu,
  },
  {
    kind: 'home address',
    pattern:
      /\b(?:of|at|from|outside|to|near)\s+(?<secret>(?:(?:Flat|Apartment|Apt|Unit)\.?\s\w{1,4},?\s)?\d{1,4}[A-Za-z]?\s(?!Downing|Pennsylvania)(?:\p{Lu}[\p{L}’'-]{0,20}\s){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Crescent|Terrace|Gardens|Grove|Mews))\b/gu,
  },
  {
    kind: 'home address',
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:[Cc]alle|[Aa]venida|Avda\.|[Pp]aseo)\s|C\/\s?)(?:\p{L}{1,20}\s){0,4}?\p{L}{1,20},?\s(?:n\.?º\s?|núm\.?\s?)?\d{1,4}(?:,\s?\d{1,2}\.?º(?:\s?[A-Z])?)?(?![\d.])/gu,
  },
  {
    kind: 'place on the map',
    pattern:
      /(?<![\d.])[-+]?(?:[1-8]?\d|90)\.\d{4,15}°?\s?[NS]?\s?[,，;/\s]\s?[-+]?(?:1[0-7]\d|\d{1,2}|180)\.\d{4,15}°?(?:\s?[EW]\b)?(?![\d.])/gu,
  },
  {
    kind: 'place on the map',
    pattern:
      /(?:\b(?:lat|lon|lng|latitude|longitude)["']?\s{0,2}[:=：]\s{0,2}["']?|[北南]纬|[东西]经|纬度[:：]?|经度[:：]?)\s?(?<secret>[-+]?\d{1,3}\.\d{4,15})(?![\d.])/giu,
  },
  {
    kind: 'place on the map',
    pattern:
      /(?<!\d)\d{1,2}°\s?\d{1,2}[′']\s?\d{1,2}(?:\.\d{1,4})?[″"]\s?[NS]\s?,?\s?\d{1,3}°\s?\d{1,2}[′']\s?\d{1,2}(?:\.\d{1,4})?[″"]\s?[EW]/gu,
  },
  {
    kind: 'device number',
    pattern:
      /(?<![0-9A-Za-z:-])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![0-9A-Za-z:-])|(?<![0-9A-Za-z.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![0-9A-Za-z.])/gu,
    holds: (words) => !/^\d{4}\.\d{4}\.\d{4}$/u.test(words),
  },
  {
    kind: 'device number',
    pattern:
      /\b(?:IMEI|IMSI|ICCID|MEID|UDID)\d?\s{0,2}(?:[:：#]|is|number)?\s{0,2}(?<secret>[0-9A-Fa-f](?:[ /-]?[0-9A-Fa-f]){13,39})/giu,
    holds: (words) => /\d{3}/u.test(words),
  },
];

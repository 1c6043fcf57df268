import { inside, mixed } from './secret-checks.ts';
import type { SecretKind } from './secret-kind.ts';

/** Names under which programs keep what lets somebody in. */
export const KEYS =
  '[\\w-]{0,24}(?:token|secret|api[_-]?key|apikey|access[_-]?key(?:[_-]?id)?|account[_-]?key|private[_-]?key|passwd|password|passphrase|session[_-]?(?:id|key)|sess)|pwd|pass|phpsessid|jsessionid|asp\\.net_sessionid|sid|ssid|connect\\.sid|_?csrf|xsrf|authenticity_token|auth[_-]?key|sig|signature|x-(?:amz|goog|oss|cos)-(?:signature|credential|security-token)|googleaccessid|awsaccesskeyid|ossaccesskeyid|pass_ticket|openid|unionid|jwt';

/** Parameters that let somebody in only where their value looks it: a code may be the code of a tender. */
export const WEAK_KEYS = 'key|auth|code|state|ticket|hash|hmac|nonce|otp|invite|login|t';

const VALUE = '(?<secret>[^\\s&"\'<>;,，。；#)\\]}]{4,2000})';
const SEGMENT = '(?:[^"\'<>|:*?\\\\/\\r\\n\\t]{1,60}\\\\{1,2}|[^\\s"\'<>|:*?\\\\/]{1,60}/)';

/** Whatever opens a door: keys, cookies, passwords, invitations, and where things stand inside. */
export const ACCESS: readonly SecretKind[] = [
  {
    kind: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,8000}?(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----|$)/gu,
  },
  { kind: 'private key', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{20,80}|\bPuTTY-User-Key-File-\d:[\s\S]{0,4000}/giu },
  {
    kind: 'cookie',
    pattern: /\b(?:set-)?cookie2?["']?\s{0,2}[:=]\s{0,2}["']?(?<secret>[\w!#$%&'*+.^`|~-]{1,80}=[^\r\n]{1,4000})/giu,
  },
  {
    kind: 'cookie',
    pattern:
      /^(?:#HttpOnly_)?\.?[\w.-]{3,100}\t(?:TRUE|FALSE)\t\/[^\t\n]{0,200}\t(?:TRUE|FALSE)\t\d{1,12}\t(?<secret>[^\r\n]{2,2000})/gmu,
  },
  {
    kind: 'authorisation',
    pattern: /\b(?:proxy-)?authorization["']?\s{0,2}[:=]\s{0,2}["']?(?<secret>[^\r\n"']{4,2000})/giu,
  },
  {
    kind: 'authorisation',
    pattern: /\b(?:bearer|basic|digest|token)\s{1,3}(?<secret>[\w.~+/-]{16,2000}={0,2})/giu,
    holds: mixed,
  },
  {
    kind: 'authorisation',
    pattern: /\bx-[a-z-]{0,30}(?:key|token|secret|auth|signature)\s{0,2}:\s{0,2}(?<secret>[^\s"']{6,2000})/giu,
  },
  { kind: 'token', pattern: /\beyJ[\w-]{10,2000}\.[\w-]{4,4000}(?:\.[\w-]{0,1000})?/gu },
  {
    kind: 'token',
    pattern:
      /\b(?:AKIA|ASIA|AIDA|AROA)[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,255}|\bgithub_pat_\w{22,255}|\bxox[abeoprs]-[\w-]{10,250}|\bxapp-[\w-]{20,250}|\bAIza[\w-]{35}|\bya29\.[\w-]{20,400}|\bGOCSPX-[\w-]{20,60}|\bgl(?:pat|ptt|dt|rt)-[\w-]{20,64}|\bSG\.[\w-]{16,64}\.[\w-]{16,64}|\b(?:[rs]k|pk|whsec)_(?:live|test)_\w{16,120}|\bnpm_\w{36}|\bpypi-[\w-]{40,300}|\bhf_\w{30,60}|\bdop_v1_[0-9a-f]{64}|\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|\bLTAI\w{12,24}\b|\bAKID\w{13,40}\b|\bSK[0-9a-f]{32}\b|\b\d{8,10}:AA[\w-]{32,35}|\bEAA[A-Za-z0-9]{40,300}|\bntn_\w{30,60}|\blin_api_\w{30,60}/gu,
  },
  { kind: 'token', pattern: /\bsk-[\w-]{20,200}/gu, holds: mixed },
  {
    kind: 'token',
    pattern:
      /\bhttps?:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks|[\w-]{1,60}\.webhook\.office\.com|open\.feishu\.cn\/open-apis\/bot|outlook\.office\.com\/webhook)\/[^\s"'<>]{8,400}/giu,
  },
  {
    kind: 'token',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}_-])(?:${KEYS})["']?\\s{0,3}(?:=|%3D|:(?=\\s?["']))\\s{0,3}["']?${VALUE}`,
      'giu',
    ),
  },
  {
    kind: 'token',
    pattern: new RegExp(`[?&;#](?:${WEAK_KEYS})=(?<secret>[\\w.~%+/=-]{10,2000})`, 'giu'),
    holds: mixed,
  },
  {
    kind: 'token',
    pattern: new RegExp(`\\bname=["']?_{0,3}(?:${KEYS})["']?[^<>]{0,120}?\\bvalue=["']?${VALUE}`, 'giu'),
  },
  {
    kind: 'password',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s/@:"<>]{1,100}:[^\s/@"<>]{1,200})@/giu,
  },
  {
    kind: 'password',
    pattern: /(?<![\w/:.-])(?<secret>[\w.-]{1,60}:[^\s/@:]{3,60})@[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}:\d{2,5}/gu,
  },
  {
    kind: 'password',
    pattern: /\bcurl\b[^\n]{0,200}?\s(?:-u|--user|--proxy-user)[ =]["']?(?<secret>[^\s"':]{1,60}:[^\s"']{1,100})/gu,
  },
  {
    kind: 'password',
    pattern:
      /(?:密码|口令|通行码|\b(?:password|passphrase|passcode|contraseña|pwd|pw)(?: is)?|\b[A-Z]{2,20}_(?:PASSWORD|PASS|SECRET|TOKEN|KEY))(?:\s{0,3}[:：=]|\s{0,2}[是为])\s{0,3}["'“]?(?<secret>[^\s"'”，。；]{4,100})/giu,
  },
  { kind: 'password', pattern: /\bpassword is\s{1,3}["'“]?(?<secret>[^\s"'”，。；]{4,100})/giu, holds: mixed },
  {
    kind: 'one-time code',
    pattern:
      /(?:验证码|提取码|访问码|动态码|校验码|\b(?:verification|security|one-time|login|access|confirmation|2fa|otp)\s?(?:pass)?code)(?:\s{0,3}[:：]|\s{0,2}(?:is|was|为|是)){0,2}\s{0,3}(?<secret>[A-Za-z0-9-]{4,12})(?![A-Za-z0-9])/giu,
    holds: (words) => /\d/u.test(words),
  },
  {
    kind: 'invitation',
    pattern:
      /\b(?:https?:\/\/)?(?:t\.me\/(?:\+|joinchat\/)|chat\.whatsapp\.com\/|discord\.(?:gg|com\/invite)\/|signal\.group\/#|(?:[\w-]{1,40}\.)?zoom\.us\/j\/\d+\?pwd=)(?<secret>[\w.~-]{6,200})/giu,
  },
  {
    kind: 'local path',
    pattern:
      /(?:\bfile:\/{2,3}|(?<![\p{L}\p{N}_.%~/-]))(?:\/(?:mnt\/[a-z]\/)?(?:home|Users)\/|\/var\/(?:folders|mobile)\/|\/root\/|\/private\/var\/)[^\s"'<>|*?`]{1,300}/gu,
  },
  {
    kind: 'local path',
    pattern: new RegExp(
      `(?<![A-Za-z0-9])[A-Za-z]:[\\\\/]{1,2}(?:Users|Documents and Settings|用户)[\\\\/]{1,2}${SEGMENT}{0,20}(?:[^\\s"'<>|:*?\\\\/]{1,100})?`,
      'giu',
    ),
  },
  { kind: 'local path', pattern: /\b(?:file|smb|afp|nfs):\/{2,3}[^\s"'<>]{1,300}/giu },
  {
    // In JSON every backslash stands twice.
    kind: 'local path',
    pattern: /(?<![\w\\])(?:\\{2}[\w.$-]{2,60}\\(?!\\)|\\{4}[\w.$-]{2,60}\\{2}(?!\\))[^\s"'<>|]{1,200}/gu,
  },
  {
    kind: 'internal address',
    pattern:
      /(?<![\d.\p{L}_-])(?:https?:\/\/)?(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01])|127\.\d{1,3}|169\.254)\.\d{1,3}\.\d{1,3}(?![\d]|\.\d)(?::\d{2,5})?(?:\/[^\s"'<>]{0,300})?/gu,
    holds: inside,
  },
  {
    kind: 'internal address',
    pattern: /(?<![0-9a-f:])(?:fe80|f[cd][0-9a-f]{2})(?::{1,2}[0-9a-f]{1,4}){2,7}(?![0-9a-f:])/giu,
  },
  {
    kind: 'internal address',
    pattern:
      /(?<![\w.@-])(?:https?:\/\/)?(?:localhost(?::\d{2,5}|(?=\/))|(?:[\w-]{1,60}\.){1,4}(?:local|internal|lan|intranet|localdomain|home\.arpa)(?![\w-]|\.\w)(?::\d{2,5})?)(?:\/[^\s"'<>]{0,300})?/giu,
  },
  {
    kind: 'internal address',
    pattern: /\bhttps?:\/\/(?:localhost|[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.corp)\b(?:[:/][^\s"'<>]{0,300})?/giu,
  },
];

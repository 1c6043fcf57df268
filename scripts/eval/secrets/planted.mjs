// Invented secrets of many kinds in invented words, and words that look like secrets and are none. By seed, the same everywhere.

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';
const DIGITS = '0123456789';
const FIRST = ['kim', 'orla', 'brida', 'osric', 'tamsin', 'idris', 'hanne', 'yusuf', 'linh', 'mara'];
const LAST = ['orr', 'tarn', 'venn', 'holt', 'quist', 'ames', 'dray', 'fenn', 'lowe', 'pike'];
const SITES = ['paper.example', 'courier.example', 'mail.example', 'harbour.example', 'bureau.example.org'];
const STREETS = ['Mill', 'Harbour', 'Oak', 'Station', 'Chapel', 'North', 'Ferry', 'Kiln'];
const WAYS = ['Lane', 'Street', 'Road', 'Avenue', 'Close', 'Drive', 'Terrace', 'Crescent'];
const PROVINCES = [...'京沪粤苏浙鲁川豫'];

function toolsOf(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (from, n) => Array.from({ length: n }, () => pick([...from])).join('');
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  const digits = (n) => some(DIGITS, n);
  const key = (n) => `${some('abcdefgh', 2)}${some(ALNUM, n - 4)}${digits(2)}`;
  return { pick, some, between, digits, key, hex: (n) => `${some('abcdef', 1)}${some(HEX, n - 2)}${some(DIGITS, 1)}` };
}

/** `of` kinds, so many of each: `{ kind, secret, words }`, the secret being a part of the words. */
export function planted(random, each) {
  const tools = toolsOf(random);
  return Object.entries(kindsOf(tools)).flatMap(([kind, make]) =>
    Array.from({ length: each }, () => {
      const { secret, around } = make();
      return { kind, secret, words: around.replace('@@', () => secret) };
    }),
  );
}

function kindsOf({ pick, some, between, digits, key, hex }) {
  const one = (secret, ...around) => ({ secret, around: pick(around) });
  const person = () => `${pick(FIRST)}${pick(['.', '_', ''])}${pick(LAST)}`;
  const mobile = () => `1${pick(['38', '39', '50', '59', '77', '86', '99'])}${digits(8)}`;
  const luhn = (start, length) => checked(start + digits(length - start.length - 1));
  return {
    'Cookie header': () =>
      one(
        `session=${key(24)}; theme=${pick(['dark', 'light'])}`,
        'GET / HTTP/1.1\nCookie: @@\nAccept: */*',
        'cookie: @@',
        "curl -H 'Cookie: @@' https://paper.example/",
      ),
    'Set-Cookie header': () =>
      one(
        `sid=${key(20)}; Path=/; HttpOnly`,
        'HTTP/1.1 200 OK\nSet-Cookie: @@\nContent-Type: text/html',
        'set-cookie: @@',
      ),
    'session in a URL': () =>
      one(
        key(26),
        `https://${pick(SITES)}/a?id=7&PHPSESSID=@@`,
        `https://${pick(SITES)}/a;jsessionid=@@?id=7`,
        `See https://${pick(SITES)}/read?sid=@@ for it.`,
        `https://${pick(SITES)}/s?sessionid=@@&page=2`,
      ),
    'token in a URL': () =>
      one(
        key(between(12, 40)),
        `https://${pick(SITES)}/f?access_token=@@&v=2`,
        `https://${pick(SITES)}/f?token=@@`,
        `<a href="https://${pick(SITES)}/reset?auth_token=@@">`,
        `https://${pick(SITES)}/#id_token=@@`,
      ),
    'key in a URL': () =>
      one(
        key(between(16, 32)),
        `https://${pick(SITES)}/map?key=@@&q=port`,
        `https://${pick(SITES)}/doc?auth=@@`,
        `https://${pick(SITES)}/doc?sig=@@&x=1`,
      ),
    'signed storage URL': () =>
      one(
        hex(64),
        'https://store.example/a.pdf?X-Amz-Date=20330402T100000Z&X-Amz-Signature=@@',
        'https://store.example/a.pdf?GoogleAccessId=x&Signature=@@',
      ),
    'token in a form': () =>
      one(
        key(32),
        '<input type="hidden" name="csrf_token" value="@@">',
        "<input name='authenticity_token' type='hidden' value='@@'>",
        '<input type="hidden" name="_csrf" value="@@">',
        '<input name="csrfmiddlewaretoken" value="@@">',
      ),
    'bearer authorisation': () =>
      one(
        key(between(24, 60)),
        'Authorization: Bearer @@',
        '"authorization": "Bearer @@"',
        'curl -H "Authorization: bearer @@" https://paper.example',
      ),
    'basic authorisation': () =>
      one(`${some(ALNUM, 17)}3dA==`, 'Authorization: Basic @@', 'Proxy-Authorization: Basic @@'),
    JWT: () =>
      one(
        `eyJ${some(ALNUM, 18)}.eyJ${some(ALNUM, 40)}.${some(ALNUM, 43)}`,
        'token @@ was in the page',
        '{"jwt":"@@"}',
        'https://paper.example/in?x=@@',
      ),
    'private key, PEM': () => {
      const kind = pick(['RSA ', 'EC ', 'OPENSSH ', '', 'ENCRYPTED ']);
      return one(
        `-----BEGIN ${kind}PRIVATE KEY-----\n${some(ALNUM, 64)}\n${some(ALNUM, 64)}\n-----END ${kind}PRIVATE KEY-----`,
        'the file held\n@@\nand more',
        '@@',
      );
    },
    'private key, age': () =>
      one(`AGE-SECRET-KEY-1${some('023456789ACDEFGHJKLMNPQRSTUVWXYZ', 58)}`, '# created: 2033-04-02\n@@', 'key: @@'),
    'key, AWS': () =>
      one(
        `${pick(['AKIA', 'ASIA'])}${some('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
        'aws_access_key_id = @@',
        'with @@ in the log',
      ),
    'key, GitHub': () =>
      one(
        `${pick(['ghp', 'gho', 'ghs'])}_${some(ALNUM, 36)}`,
        'git clone https://@@@code.example/x',
        'GH=@@',
        'it said @@.',
      ),
    'key, Slack': () => one(`xoxb-${digits(12)}-${digits(12)}-${some(ALNUM, 24)}`, 'the bot used @@', 'SLACK: "@@"'),
    'key, Google': () => one(`AIza${some(ALNUM, 35)}`, 'maps/api/js?key=@@&callback=x', 'apiKey: "@@"'),
    'key, model service': () =>
      one(`sk-${pick(['', 'proj-', 'ant-'])}${key(44)}`, 'KEY @@', 'export OPENAI_API_KEY=@@', 'the key is @@'),
    'key, payment': () => one(`${pick(['sk', 'rk'])}_live_${key(24)}`, 'stripe @@', 'key: "@@"'),
    'password in a URL': () =>
      one(
        `${person()}:${key(9)}`,
        'http://@@@proxy.example:8080',
        'postgres://@@@db.example/story',
        'ftp://@@@files.example/a',
      ),
    'password in a proxy setting': () =>
      one(
        `${person()}:${key(8)}`,
        'https_proxy=http://@@@10.0.0.9:3128',
        'proxy @@@gate.example:8080 set',
        'curl -x p -U x --proxy-user @@ https://paper.example',
      ),
    'password in words': () =>
      one(
        key(10),
        'password: @@',
        '密码：@@',
        'DB_PASSWORD=@@',
        'The password is @@',
        '登录密码是@@',
        '"password": "@@"',
      ),
    'one-time code': () =>
      one(
        digits(6),
        'Your verification code is @@',
        '验证码：@@，五分钟内有效',
        'security code: @@',
        '【银行】验证码@@',
      ),
    'home folder': () =>
      one(`/${pick(['home', 'Users'])}/${pick(FIRST)}/stories/port.html`, 'saved to @@', 'open file://@@', '(@@)'),
    'Windows folder': () =>
      one(
        `C:\\Users\\${pick(['Kim Orr', 'brida', 'O.Venn'])}\\Desktop\\shot.png`,
        'saved as @@',
        '"@@"',
        'copied from @@ on Friday',
      ),
    'UNC path': () =>
      one(`\\\\${pick(['nas01', 'FILES', 'desk-srv'])}\\stories\\port.docx`, 'see @@', 'linked to "@@"'),
    'internal address': () =>
      one(
        pick([
          `192.168.${between(0, 255)}.${between(1, 254)}`,
          `10.${between(0, 255)}.${between(0, 255)}.${between(1, 254)}`,
          `172.${between(16, 31)}.${between(0, 255)}.${between(1, 254)}`,
        ]),
        'from @@ at night',
        'http://@@:8080/admin',
        'Received: from desk ([@@])',
      ),
    'internal host': () =>
      one(
        pick([
          `${pick(['nas', 'wiki', 'cms'])}.${pick(['local', 'internal', 'lan'])}`,
          `localhost:${between(3000, 9000)}`,
        ]),
        'at http://@@/story',
        'see @@ for it',
      ),
    'telephone, Chinese mobile': () => {
      const number = mobile();
      return one(
        pick([
          number,
          `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
          `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
          `+86 ${number}`,
        ]),
        '联系我@@',
        '电话：@@。',
        'Call @@',
        '（@@）',
      );
    },
    'telephone, written apart': () =>
      one(
        pick([
          [...mobile()].join(' '),
          [...mobile()].join('-'),
          [...mobile()].map((digit) => '零一二三四五六七八九'[Number(digit)]).join(''),
          [...mobile()].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
        ]),
        '加我@@',
        '号码是 @@ 。',
      ),
    'telephone, international': () =>
      one(
        pick([
          `+44 20 ${between(7000, 8999)} ${digits(4)}`,
          `+1 (${between(201, 989)}) ${between(200, 999)}-${digits(4)}`,
          `+34 6${digits(2)} ${digits(3)} ${digits(3)}`,
          `+49 30 ${digits(7)}`,
        ]),
        'Call @@ today',
        'Tel. @@',
        '(@@)',
      ),
    'telephone, national': () =>
      one(
        pick([
          `020 ${between(7000, 8999)} ${digits(4)}`,
          `(${between(201, 989)}) ${between(200, 999)}-${digits(4)}`,
          `06 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
          `021-${between(50000000, 69999999)}`,
        ]),
        'Call @@ today',
        'phone: @@',
        'She rang @@ twice',
      ),
    'e-mail of a person': () =>
      one(`${person()}${pick(['', digits(2)])}@${pick(SITES)}`, 'write to @@.', '<@@>', '邮箱@@，', 'mailto:@@'),
    'e-mail, written apart': () =>
      one(
        pick([
          `${person()} [at] mail [dot] example`,
          `${person()}(at)mail.example`,
          `${person()} (at) mail (dot) example`,
        ]),
        'write to @@ please',
      ),
    'Chinese identity number': () => {
      const body = `${pick(['110105', '310104', '440106', '510107'])}19${between(50, 99)}0${between(1, 9)}${between(10, 28)}${digits(3)}`;
      return one(
        body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (2 ** (17 - at) % 11), 0) % 11],
        '身份证号@@',
        '（@@）',
        'ID @@',
      );
    },
    'social security number': () =>
      one(`${between(100, 665)}-${between(10, 99)}-${between(1000, 9999)}`, 'SSN @@', 'number @@ on file'),
    IBAN: () => one(ibanOf(pick(['GB', 'DE', 'NL']), `${between(1000, 9999)}${digits(14)}`), 'paid to @@', 'IBAN: @@.'),
    'card number': () => {
      const number = luhn(pick(['4', '51', '52', '6222']), 16);
      return one(
        pick([number, number.replaceAll(/(\d{4})(?=\d)/gu, '$1 '), number.replaceAll(/(\d{4})(?=\d)/gu, '$1-')]),
        'card @@',
        '卡号 @@',
        'she paid with @@ then',
      );
    },
    'number plate': () =>
      one(
        `${pick(PROVINCES)}${some('ABCDEFGH', 1)}${pick(['', '·'])}${some('ABCDEFGHJKLMNPQRSTUVWXYZ', 1)}${digits(4)}`,
        '车牌@@',
        '一辆@@的轿车',
        '（@@）',
      ),
    'home address, Chinese': () =>
      one(
        pick([
          `${between(1, 40)}号楼${between(1, 9)}单元${between(101, 2204)}室`,
          `${between(1, 40)}栋${between(101, 2204)}室`,
          `${between(1, 40)}幢${between(1, 4)}单元${between(101, 999)}`,
        ]),
        '住在柳园小区@@',
        '快递送到@@。',
      ),
    'home address, English': () =>
      one(
        `${between(1, 240)} ${pick(STREETS)} ${pick(WAYS)}`,
        'She lives at @@.',
        'Osric Venn, 41, of @@, said',
        'a fire at @@ on Friday',
        'Home address: @@',
      ),
    coordinates: () =>
      one(
        `${between(20, 60)}.${digits(5)}, ${between(-9, 99)}.${digits(5)}`,
        'taken at @@',
        'geo:@@',
        'https://maps.example/@@@,17z',
      ),
    'device number': () =>
      one(
        pick([
          Array.from({ length: 6 }, () => some(HEX, 2)).join(':'),

          Array.from({ length: 6 }, () => some('0123456789ABCDEF', 2)).join('-'),
        ]),
        'device @@',
        'seen as @@ at ten',
      ),
    'device number, IMEI': () => one(luhn('35', 15), 'IMEI @@', 'IMEI: @@, bought in May'),
  };
}

/** Digits with the check digit that ISO/IEC 7812-1 gives them. */
function checked(body) {
  const sum = [...body].reverse().reduce((all, digit, at) => {
    const n = at % 2 === 0 ? 2 * Number(digit) : Number(digit);
    return all + (n > 9 ? n - 9 : n);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

function ibanOf(country, digits) {
  const asNumber = `${digits}${[...country].map((one) => one.charCodeAt(0) - 55).join('')}00`;
  const check = 98n - (BigInt(asNumber) % 97n);
  return `${country}${String(check).padStart(2, '0')}${digits}`.replaceAll(/(.{4})(?=.)/gu, '$1 ');
}

/** Words that look like secrets and are none. */
export function innocents(random, each) {
  const { pick, some, between, digits, hex } = toolsOf(random);
  const kinds = [
    () => `On 2033-${pick(['04', '11'])}-${between(10, 28)} at ${between(10, 23)}:${between(10, 59)} the council met.`,
    () => `2033年${between(1, 12)}月${between(1, 28)}日，涉及金额${between(100, 9999)}万元。`,
    () => `The port paid ${between(1, 999)},${digits(3)},${digits(3)}.${digits(2)} for it.`,
    () => `Tender 2033-${digits(4)}-${digits(3)} was opened.`,
    () => `文号〔2033〕${between(1, 400)}号`,
    () => `Case no. ${between(1, 9)}:33-cv-${digits(5)} is open.`,
    () => `sha256:${hex(64)}`,
    () => `${hex(12)}… ${hex(11)}…`,
    () => `commit ${hex(40)}`,
    () => `urn:uuid:${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    () => `doi:10.${between(1000, 9999)}/${some('abcdefgh', 4)}.2033.${digits(5)}`,
    () => `ISBN 978-0-${digits(3)}-${digits(5)}-${digits(1)}`,
    () => `version ${between(1, 9)}.${between(0, 20)}.${between(0, 99)} of the program`,
    () =>
      `https://${pick(SITES)}/2033/04/0${between(1, 9)}/${some('abcdefgh', 6)}-${some('abcdefgh', 5)}?page=${between(1, 9)}`,
    () => `https://${pick(SITES)}/home/${some('abcdefgh', 6)}/index.html`,
    () =>
      `${pick(['press', 'info', 'newsroom', 'xinfang', 'press.office', 'media-relations'])}@${pick(SITES)} answered within ${between(10, 90)} hours`,
    () =>
      `room ${between(1, 9)}.${between(10, 99)}, page ${between(10, 99)}–${between(100, 199)}, article ${between(1, 99)}(${between(1, 9)})`,
    () => `市民热线${pick(['12345', '12315', '110', '119'])}接到${between(100, 999)}起投诉`,
    () =>
      `The rate rose from ${between(1, 9)}.${digits(2)} to ${between(1, 9)}.${digits(2)} per cent, ${between(100, 999)} of ${between(1000, 9999)}.`,
    () => `“The password was never told,” said a clerk; the token gesture, the key to it, a secret.`,
    () => `post ${between(5, 9)}${digits(15)} by @${pick(FIRST)}_news`,
    () => `{"mid":"5${digits(15)}","tweet_id":"7${digits(17)}"}`,
    () => `ISO 8601: 2033-04-02T1${digits(1)}:00:00+02:00, 20330402T100000Z`,
    () => `统一社会信用代码的用法见第${between(1, 99)}条第${between(1, 9)}款`,
    () => `第${between(1, 9)}号楼和${between(10, 40)}号线之间`,
    () =>
      `scores ${between(10, 99)}-${between(10, 99)}, ${between(1, 9)}–${between(0, 9)}; ratio ${between(1, 9)}:${between(1, 9)}`,
    () => `It measures ${between(10, 99)}.${digits(2)} by ${between(10, 99)}.${digits(2)} metres.`,
    () => `item-${hex(12)} claim-${hex(12)} text-${hex(12)}`,
  ];
  return kinds.flatMap((make) => Array.from({ length: each }, () => ({ words: make() })));
}

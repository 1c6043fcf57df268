// What a reader of a dozen lines finds: the measure of what the rules add.
const SAYS =
  /^([^，：“”]{2,30}?)(表示|称|说|指出|介绍|透露|认为|强调|回应|否认|证实|承诺|显示)(?:称|说)?(?:[，：]|(?=“)|(?=[^，：“]))/u;
const BODY = /(?:局|公司|集团|学校|医院|政府|法院|警方|校方|委|部门|中心)$/u;
const CLASSES = { 否认: 'deny', 证实: 'confirm', 承诺: 'promise', 回应: 'say' };
const SILENT = /无人接听|未回应|未获回应|未予回复|没有回应|未作回应/u;

const quoteAt = (text, start, end) => ({ start, end, quote: text.slice(start, end) });

/** A reading of one passage in the form that the scorer takes. */
export function baseline(text) {
  const statements = [];
  const responses = [];
  const commitments = [];
  for (const part of text.matchAll(/[^。！？\n]+/gu)) {
    const said = SAYS.exec(part[0]);
    if (said) {
      const start = part.index + said[0].length;
      const end = part.index + part[0].length;
      const span = quoteAt(text, text.charAt(start) === '“' ? start + 1 : start, end);
      const name = said[1].trim();
      const kind = BODY.test(name) ? 'named-body' : 'named-person';
      const source = { ...quoteAt(text, part.index, part.index + said[1].length), kind, name };
      const one = { ...span, source, class: CLASSES[said[2]] ?? 'say', carrier: false };
      statements.push(one);
      if (one.class === 'promise') commitments.push({ ...span, by: name, due: null });
      if (said[2] === '回应') responses.push({ ...span, body: name, outcome: 'acknowledged' });
    }
    if (SILENT.test(part[0]))
      responses.push({ ...quoteAt(text, part.index, part.index + part[0].length), body: '', outcome: 'no-reply' });
  }
  return { text: { language: 'zh', content: text }, statements, responses, commitments, times: [] };
}

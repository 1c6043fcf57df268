import type { StatementClass } from '../../../read/statement.ts';

type Classes = Readonly<Record<StatementClass, string>>;

/** What somebody does who is quoted: the same words wherever a statement is shown, corrected or logged. */
export const CLASSES_EN: Classes = {
  say: 'says',
  confirm: 'confirms',
  deny: 'denies',
  allege: 'alleges',
  hearsay: 'passes on what others say',
  investigate: 'tells of an inquiry',
  respond: 'answers',
  promise: 'promises',
};

export const CLASSES_ZH: Classes = {
  say: '陈述',
  confirm: '证实',
  deny: '否认',
  allege: '指称',
  hearsay: '转述传言',
  investigate: '说明正在调查',
  respond: '答复',
  promise: '承诺',
};

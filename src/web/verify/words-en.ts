import type { Words } from './words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export const EN: Words = {
  lang: 'en',
  own: 'English',
  title: 'Was anything changed?',
  lead: 'This page checks a published record, in your browser and nowhere else. It asks for the files of this folder alone, and nothing leaves your device.',
  languages: 'Language of this page',
  pick: 'Choose the folder',
  pickHow:
    'Opened from a disk or a stick, a page may not read the files beside it. Choose the folder in which this page lies. Your browser may call that an upload; nothing is sent anywhere.',
  drop: 'Or drop the folder here',
  again:
    'A server shows only what is asked for. A copy of the folder on your device, or another one, can be checked as well; then files that were put beside are seen too.',
  another: 'Another folder can be checked as well.',
  known: 'What you know from elsewhere',
  key: 'Key of the desk',
  keyHow:
    'From the desk’s web site, its printed page, a colleague: not from this folder. A line such as desk.example+1a2b3c4d+AAAA…',
  since: 'An earlier checkpoint',
  sinceHow:
    'The file seal/checkpoint of an edition that you kept. It shows whether this record is still the same history.',
  apply: 'Check with it',
  badKey: 'That is not a whole key. It has three parts with a plus sign between them.',
  badSince: 'That file is no checkpoint.',
  working: (done, total) => `${done} of ${total} files checked`,
  starting: 'The list of files is being read',
  whole: (edition) => `Nothing was changed. ${edition}`,
  edition: (number, title, when, desk) =>
    `This is edition ${number}${title === null ? '' : ` of “${title}”`}, ${when}, as the desk ${desk} made it.`,
  compare:
    'Whether that desk is who it says it is, no folder can show by itself: compare the key below with one that you know from elsewhere.',
  deskKnown: 'The desk is the one whose key you gave.',
  changed: (files, more) => `Something was changed: ${files}${more > 0 ? ` and ${more} more` : ''}.`,
  added: (files, more) =>
    `Nothing that was published was changed, but something was put beside it: ${files}${more > 0 ? ` and ${more} more` : ''}.`,
  stranger: 'The folder is whole, but the desk that signed it is not the one whose key you gave.',
  otherHistory: 'The folder is whole, but it is not the continuation of the checkpoint that you gave.',
  nothing: 'Here is no published record: its list of files, seal/manifest, was not found.',
  and: ', ',
  results: { passed: 'passed', failed: 'failed', 'not run': 'not run' },
  columns: ['Result', 'Check', 'What was found'],
  caption: 'What was checked',
  bytes: (start, end) => `bytes ${start} to ${end}`,
  fault: (place, what) => `${place === '' ? '' : ` (${place})`}: ${what}`,
  more: (count) => `and ${count} more`,
  checks: {
    files: ['Files', 'Each file is the one that the record’s list names.'],
    manifest: ['List', 'The list of files is the one that the desk’s log names.'],
    record: ['Log', 'Each event that is shown stands in the log.'],
    checkpoint: ['Signature', 'The desk signed the log.'],
    editions: ['Editions', 'None was left out, and none was put in another’s place.'],
    history: ['History', 'What stood in the log before stands there still.'],
    keys: ['Desk', 'Those who signed are those whom you know.'],
    time: ['Time', 'Authorities outside say since when the log has stood.'],
  },
  desk: 'Key of the desk that signs this record',
  limits: 'What this page can’t know',
  limitsText: [
    'This page came with the folder. Who forges a record can forge the page that checks it. A page that you kept from elsewhere is better: open that one, and choose this folder.',
    'Better still is another program: hearsay verify, tools/verify.py of Hearsay, or, for the files alone, sha256sum -c seal/manifest.',
    'That nothing was changed says who stands by these words. It does not say that what people said is so.',
  ],
  when: (instant) => {
    const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/u.exec(instant) ?? [];
    return day ? `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${clock} UTC` : instant;
  },
  // Elsewhere these are words of the command line.
  say: (english) => english.replace(' (--key KEY)', '').replace('--since FILE brings one', 'one can be given below'),
};

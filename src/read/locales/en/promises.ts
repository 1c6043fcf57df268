/** What somebody undertakes to do, as words: each list is one kind of thing that is promised. Lower case. */
const either = (words: string): string =>
  `(?:${words
    .trim()
    .split(/\s*;\s*/u)
    .join('|')})`;

const WHO = "(?:i|we|it|they|he|she|you)(?: will| shall| would|'ll|'d)";

/** After "we will": verbs of giving, of telling and of putting right. */
const DEEDS = either(`
  have (?:the|your|our|a|an|new); get (?:the|your|every|all); hear; publish; release; pay; hand; provide; repair; replace;
  compensate; refund; reimburse; inform; announce; return; write to; deliver; complete; finish; cooperate; co-operate; give;
  make public; post; report; fix; rebuild; restore; reopen; resign; step down; disclose; send; share; update; issue; ensure;
  make sure; punish; cover; bear; apologise; contact; set up; start; open; plant; decide; commission; appoint; circulate;
  forward; conduct; carry out; hold; launch; consult; honou?r; match; fund; donate; offer; call; visit; look into;
  (?:get|come|report) back (?:to (?:you|them|us|him|her|everyone|residents|parents|customers)|with); keep (?:you|everyone|residents|parents|customers|the public);
  take (?:full |every |all |the |immediate |further )?(?:responsibility|steps|action|measures|care);
  put (?:it|this|things|everything) right; work (?:with|day and night|round the clock); support; continue to; never again;
  meet; clear; clean; rectify; deal with; strengthen; improve; do (?:everything|all|our); put right; notify; reply; respond;
  bring; remove; install; abide; keep`);

/** After "we will be". */
const DOING = either(`
  publishing; releasing; paying; providing; repairing; replacing; compensating; refunding; reimbursing; informing; announcing;
  writing to; apologising; contacting; meeting; holding; sending; sharing; issuing; appointing; offering; calling; visiting;
  reviewing; getting in touch; giving; handing; setting up; installing; restoring; reopening; in touch`);

/** After "will be": what is to be done, by whomever. */
const DONE = either(`
  published; answered; released; announced; made public; refunded; repaid; compensated; repaired; replaced; reopened; informed;
  paid; disclosed; punished; open to; sent; reviewed and published; completed; restored; installed; reimbursed; rehoused; told;
  held; out by; fixed; finished; dealt with; returned; tabled; acted on; implemented; carried out; rebuilt; cleaned; inspected;
  contacted; consulted; presented; brought; delivered; mended; given; provided; made (?:public|available); issued; posted;
  offered; arranged; updated; kept informed; shared; called; added; checked; recalled; withdrawn; removed; resurfaced;
  reviewed; doubled; honoured; waived; submitted; upgraded; met in full; put right; fitted; collected; rebooked`);

/** How a last day begins. */
const LAST_DAY =
  '(?:the (?:end|start|middle|close) of|(?:next|this|mon|tues|wednes|thurs|fri|satur|sun|tonight|tomorrow|noon|midnight|january|february|march|april|may|june|july|august|september|october|november|december)|(?:\\d+|two|three|four|five|six|seven|ten|fourteen|thirty|an?) (?:\\w+ )?(?:hours?|days?|weeks?|months?|january|february|march|april|may|june|july|august|september|october|november|december))';

const SERVED = either(`
  parents; residents; customers; passengers; families; tenants; patients; members; subscribers; students; pupils; staff;
  homeowners; claimants; everyone; everybody; users; travellers; households; ticket[- ]holders; fans; drivers`);

const HANDS = either(`
  engineers; inspectors; staff; crews; officers; workers; teams; contractors; assessors; officials; doctors; nurses; volunteers`);

/** What a statement promises. */
export const PROMISE = new RegExp(
  [
    '\\b(?:i|we) (?:promise|pledge|guarantee|vow|undertake|commit)\\b',
    `\\b${WHO} (?:also |soon |now |all |then |fully |promptly |shortly |of course |certainly )?${DEEDS}\\b`,
    `\\b(?:i|we)(?: will| shall|'ll) (?:also |now |soon |then )?be ${DOING}\\b`,
    `\\b(?:will|would|shall|'ll) (?:then |soon |now |all |also )?be ${DONE}\\b`,
    `\\b${SERVED} (?:will|would) (?:all |each |then )?(?:hear|be told|be kept|receive|get (?:an?|their|every))\\b`,
    '\\bthere (?:will|would) be an? (?:full |public )?(?:account|answer|result|explanation|announcement|report|refund|update)\\b',
    `\\b${HANDS} (?:will|would) (?:call|visit|inspect|contact|check|repair|clear|be on (?:site|hand)|be sent)\\b`,
    '\\b(?:the|an?|its|our|their|every|each) (?:\\w+ ){1,2}(?:will|would) (?:call|visit|inspect|contact|write to|refund|compensate|publish|reimburse|apologise|be in touch|get (?:a|an|their|the))\\b',
    ',? and (?:will|shall|would) (?:update|let you|keep you|(?:get|come|report) back|inform|publish|refund|compensate|contact|announce)\\b',
    '\\bdecision (?:will|would) be (?:made|taken|announced)\\b',
    '\\b(?:will|would|shall) (?:then |also )?be (?:handled|dealt with|treated|punished) (?:seriously|severely|strictly|in accordance|according to)\\b',
    '\\b(?:will|would) never be tolerated\\b',
    `\\b(?:i|we|it|they|he|she)(?: will| shall| would|'ll) (?!(?:be|have|rain|snow|take|cost|last|end|run|need|see|know|become|rise|fall|reach|happen|come|arrive|leave|die|win|lose|hit|exceed|double|vote|strike|walk|never|not|still|probably|likely|expire|grow|peak)\\b)\\w+ [^.;,]{2,60}? (?:by|before|within|no later than) ${LAST_DAY}`,
    "\\b(?:i|we)(?: will| shall|'ll) have (?:it|this|that|them|these|everything|everyone|everybody)(?: all)? (?:done|ready|back|out|right|rebuilt|home|up and running|\\w+ed)\\b",
  ].join('|'),
  'u',
);

/** A text in which a body or a writer speaks in his own name, with no verb of saying. */
export const OWN_VOICE = {
  /** The one who promises is the writer. */
  promise: /\b(?:we|i)(?:'ll| will| shall| promise| pledge| guarantee| vow| undertake| commit)\b/u,
  /** Who the text's heading or last line says is speaking: the group that is there. */
  heading:
    /^(?:(?:an? |the )?(?:official |joint |press |media |public |service |holding )?(?:statement|announcement|notice|update|message|apology|open letter|news release|press release)(?: to \w+)? (?:from|by|on behalf of)) ([^.:;]{2,60})$|^([^.:;–—]{2,50}?)(?:['’]s)?(?:,| [–—-])? (?:(?:official|press|media|public|service|club|product|safety|company|board|customer) )?(?:(?:recall|update|safety|public) )?(?:statement|announcement|notice|update|apology|recall|news release|press release)$/iu,
  /** A line below a name that says what this is: "Statement, 5 July". */
  kind: /^(?:official |joint |press |media |public |holding )?(?:statement|announcement|notice|update|apology|open letter|news release|press release|for immediate release)\b.{0,60}$/iu,
  signature: /^(?:[–—-]+ ?)(?:the )?([^.:;]{2,50}?)(?: (?:team|crew|press office|committee|family))?$/iu,
  /** A reporter's own words about the reporting. */
  reporting:
    /\b(?:our (?:reporters?|correspondents?|readers)|this (?:news)?paper|we (?:have )?(?:asked|approached|contacted)|bring (?:you|it|them))\b/u,
};

/**
 * Words by which a publisher's own name shows it to be a body that speaks for itself, not an outlet that reports.
 * An outlet word beats a body word ("Seaboard Press Agency").
 */
const OUTLET_WORDS =
  /\b(news|press|post|times|herald|courier|echo|gazette|ledger|tribune|chronicle|radio|tv|television|broadcast\w*|daily|weekly|magazine|observer|mirror|dispatch|insider|today|review|wire|media|journal)\b|新闻|日报|晚报|早报|周刊|时报|电视|广播|传媒|观察|快报|通讯社|社区报|客户端|网$/iu;

const BODY_WORDS =
  /\b(authority|council|ministry|department|bureau|office|police|constabulary|commission|committee|court|prosecut\w+|government|agency|university|college|school|hospital|trust|inspectorate|chamber|board|service|directorate|administration|company|ltd|limited|inc|plc|group|union|association|federation)\b|政府|[市区县省镇乡]委|局|委员会|监委|法院|检察院|公安|警方|调查组|信访室|办公室|医院|学校|大学|中学|小学|公司|集团|协会|管委会|街道办|应急|消防/iu;

/** Whether a publisher's name is that of a body that speaks for itself. */
export const isBodyName = (name: string): boolean => BODY_WORDS.test(name) && !OUTLET_WORDS.test(name);

/** Whether a publisher's name is that of an outlet that reports, whatever body word stands in it too. */
export const isOutletName = (name: string): boolean => OUTLET_WORDS.test(name);

/** What a body calls those who answer for it. */
const DESK =
  '(?:press|media|news|communications?|comms|public (?:affairs|relations|information)|pr|information|enquir(?:y|ies)) ?(?:desk|office|team|service|unit|department|centre|center|relations)';
const BARE_DESK = new RegExp(`^(?:the )?(?:${DESK}|press|media relations|communications)$`, 'iu');
const DESK_OF = new RegExp(`^(?:the )?${DESK}(?:,| of| at| for| [–—|-]) (?:the )?(.{2,60})$`, 'iu');
const OF_DESK = new RegExp(`^(?:the )?([^–—|,]{2,60}?)(?:['’]s?)?,? ${DESK}$`, 'iu');

/** Whether a sender is a body's desk for the press, not a person: "Press office", "Media team, Harbour Board". */
export const isDesk = (name: string): boolean => BARE_DESK.test(name) || deskOf(name) !== null;

/** The body whose desk a line names; null where it names none. */
export const deskOf = (line: string): string | null =>
  BARE_DESK.test(line) ? null : (DESK_OF.exec(line)?.[1] ?? OF_DESK.exec(line)?.[1] ?? null);

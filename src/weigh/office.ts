const HAN =
  /(?:系|是|任|现任|担任|兼任|确为)[^，。；、]{0,16}(?:局长|书记|校长|院长|园长|主任|部长|处长|科长|市长|区长|县长|镇长|乡长|村长|所长|馆长|站长|厂长|董事长|经理|会长|主席|秘书长)/u;
const LATIN =
  /\b(?:is|was|remains|became) (?:(?:our|the|its|their|still|indeed|really|now|in fact)\s){1,2}(?:\p{Ll}+ ){0,2}?(?:director|head|chief|principal|head ?teacher|manager|chair\w*|mayor|secretary|president|captain|commander|commissioner|rector|dean|treasurer)\b/u;

/** Whether folded words say that somebody holds an office. */
export const namesOffice = (folded: string): boolean => HAN.test(folded) || LATIN.test(folded);

import { isAcquaintance, saysHow } from './acquaintance.ts';
import type { Placed, Rank } from './ledger.ts';
import type { Scene } from './scene.ts';

/** How strong the voice behind one statement is. Doubt lowers it: unknown is a value. */
export function rankOf(one: Placed, scene: Scene): Rank {
  const before = ranks.get(one);
  if (before?.scene === scene) return before.rank;
  const rank = voiceRank(one, scene);
  ranks.set(one, { scene, rank });
  return rank;
}

/** Each claim, origin and contradiction asks for the ranks of its statements. */
const ranks = new WeakMap<Placed, { readonly scene: Scene; readonly rank: Rank }>();

function voiceRank(one: Placed, scene: Scene): Rank {
  if (one.by === 'model') return 'sourceless';
  if (isHearsay(one, scene)) return 'sourceless';
  if (isImpostor(one, scene)) return 'crowd';
  if (isConjecture(one, scene)) return 'sourceless';
  if (scene.isDocument(one.item) && (one.carrier || one.source.kind === 'artefact' || ownVoice(one, scene)))
    return one.class === 'hearsay' ? 'sourceless' : 'document';
  if (scene.inRing(one.item) && one.source.kind === 'outlet') return 'sourceless';
  if (scene.isPost(one) && (one.carrier || isAuthor(one, scene))) return posted(one, scene);
  if (scene.isOutlet((one.source.name ?? '').replace(ITS_NEWS, ''))) return 'sourceless';
  if (one.carrier && one.source.kind === 'artefact') return 'artefact';
  if (one.carrier) return ownVoice(one, scene) ? 'named-body' : 'sourceless';
  if (scene.shownInPicture(one)) return weaker(one.class === 'hearsay' ? heard(one, scene) : spoken(one, scene));
  return one.class === 'hearsay' ? heard(one, scene) : spoken(one, scene);
}

/** "The Echo's report" and "the Echo newsroom" are the Echo. */
const ITS_NEWS =
  /(?:的)?(?:消息|报道|爆料|讯|编辑部|采编部|新闻部|新闻中心)$|(?:[’']s)? (?:report|article|story|newsroom|news ?desk|editors?|editorial (?:desk|office|team))$/iu;

/** What somebody has from another: passed on by a person, or passing on what nobody stands behind. */
function isHearsay(one: Placed, scene: Scene): boolean {
  if (one.carrier || one.class === 'deny' || one.class === 'confirm' || ownVoice(one, scene)) return false;
  const inner = scene.passesOn(one);
  if (inner && (inner.class === 'hearsay' || inner.source.kind === 'crowd' || inner.source.kind === 'none'))
    return true;
  return scene.toldOn(one) !== null || (inner !== null && scene.toldOn(inner) === one);
}

/** "An account calling itself the police": talk, until somebody knows whose it is. */
function isImpostor(one: Placed, scene: Scene): boolean {
  const words = `${one.source.quote} ${one.source.name ?? ''}`.toLowerCase();
  return scene.policy.reading.impostors.some((sign) => words.includes(sign));
}

/** What somebody without a name supposes, he has not witnessed. */
function isConjecture(one: Placed, scene: Scene): boolean {
  if (one.source.kind !== 'unnamed-person' || one.class === 'deny' || one.class === 'confirm') return false;
  const words = ` ${one.quote.toLowerCase().replaceAll('’', "'")}`;
  return scene.policy.reading.conjecture.some((sign) => words.includes(sign));
}

const weaker = (rank: Rank): Rank => (rank === 'sourceless' || rank === 'crowd' ? rank : 'artefact');

/** A body's own page, mail or bulletin: the publisher is the source. */
export const ownVoice = (one: Placed, scene: Scene): boolean => ownBody(one, scene) !== null;

/** The body in whose own voice a statement is; null where somebody else speaks, or reports. */
export function ownBody(one: Placed, scene: Scene): string | null {
  const before = bodies.get(one);
  if (before?.scene === scene) return before.body;
  const body = bodySpeaking(one, scene);
  bodies.set(one, { scene, body });
  return body;
}

const bodies = new WeakMap<Placed, { readonly scene: Scene; readonly body: string | null }>();

function bodySpeaking(one: Placed, scene: Scene): string | null {
  const item = scene.item(one.item);
  if (!item?.publisher || !scene.isBody(item.publisher)) return null;
  const named = one.source.kind === 'named-body' && (one.source.name ?? item.publisher) === item.publisher;
  const page = one.carrier && one.source.kind === 'outlet' && one.source.name === item.publisher;
  const voice = scene.voice(one);
  const mail = one.carrier && voice?.kind === 'mail' && voice.author === item.author;
  return named || page || mail ? item.publisher : null;
}

const isAuthor = (one: Placed, scene: Scene): boolean => {
  const author = scene.voice(one)?.author;
  return !!author && one.source.name === author;
};

/** A post is talk, unless its writer was there, or a body speaks by its own account. */
function posted(one: Placed, scene: Scene): Rank {
  if (one.source.kind === 'named-body' && one.class !== 'hearsay') return 'named-body';
  if (one.class === 'hearsay') return 'sourceless';
  const words = one.quote.toLowerCase();
  return scene.policy.reading.firstHand.some((sign) => words.includes(sign)) ? 'unnamed-person' : 'crowd';
}

function heard(one: Placed, scene: Scene): Rank {
  if (one.source.kind === 'artefact') return 'artefact';
  if (one.source.kind === 'crowd') return 'crowd';
  if (one.source.kind === 'unnamed-person' && !isVague(one, scene) && !scene.isPost(one)) return 'unnamed-person';
  return 'sourceless';
}

function spoken(one: Placed, scene: Scene): Rank {
  switch (one.source.kind) {
    case 'named-body':
      return 'named-body';
    case 'named-person':
      return speaksForBody(one, scene) ? 'named-body' : scene.isPost(one) && one.carrier ? 'crowd' : 'named-person';
    case 'unnamed-official':
      return speaksUnnamed(one, scene) ? 'named-body' : 'unnamed-official';
    case 'unnamed-person':
      if (isHandle(one, scene)) return restsOnPictures(one, scene) ? 'artefact' : 'crowd';
      if (isHeardFromFriend(one, scene)) return 'sourceless';
      return isVague(one, scene) ? 'sourceless' : 'unnamed-person';
    case 'party':
      return isVague(one, scene) ? 'sourceless' : 'unnamed-person';
    case 'crowd':
    case 'artefact':
      return one.source.kind;
    default:
      return 'sourceless';
  }
}

/** In talk, "a friend says": nobody that can be found, unless it is said how he can know. */
function isHeardFromFriend(one: Placed, scene: Scene): boolean {
  if (!scene.isPost(one) || one.class === 'deny' || !isAcquaintance(`${one.source.quote} ${one.source.name ?? ''}`))
    return false;
  const after = scene.text(one.item)?.content.slice(one.source.end, one.source.end + 40) ?? '';
  return !saysHow(after.trim());
}

/** A named person who speaks for a public body. */
export const speaksForBody = (one: Placed, scene: Scene): boolean =>
  one.source.kind === 'named-person' && !!one.source.body && scene.isPublicBody(one.source.body);

/** "A spokesperson for Hearthline": whoever it is, the named body speaks on the record. */
export const speaksUnnamed = (one: Placed, scene: Scene): boolean =>
  one.source.kind === 'unnamed-official' &&
  !!one.source.body &&
  scene.policy.competence.spokespersons.some((word) =>
    `${one.source.quote} ${one.source.name ?? ''}`.toLowerCase().includes(word),
  );

/** "Sources", "insiders": nobody that could be told from nobody. */
export function isVague(one: Placed, scene: Scene): boolean {
  const words = (one.source.quote || one.source.name || '').toLowerCase().trim();
  return scene.policy.reading.vaguePeople.some((vague) =>
    /\p{Script=Han}/u.test(vague) ? words.includes(vague) : words === vague || words.startsWith(`${vague} in `),
  );
}

/** Somebody known by an account only, as told by another: "a Weibo user", "forum user X". */
export function isHandle(one: Placed, scene: Scene): boolean {
  const words = `${one.source.quote} ${one.source.name ?? ''}`.toLowerCase();
  return !scene.isPost(one) && scene.policy.reading.handles.some((sign) => words.includes(sign));
}

/** An account whose posting an article tells of together with the pictures: the pictures are what there is. */
export const restsOnPictures = (one: Placed, scene: Scene): boolean =>
  isHandle(one, scene) && scene.tellsOfPictures(one.item);

import { onWords } from '../../spaced/token.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));
const NONE: ReadonlySet<string> = new Set();
const NEVER = /(?!)/u;

/** Written with a full stop that ends no sentence. */
export const ABBREVIATIONS = set(
  'sr sra srta sres dr dra d dña prof profa gral cap cnel tte lic ing arq excmo excma ilmo ilma art núm pág págs aprox av avda c ctra etc p.ej ej vs s.a s.l ee.uu a.m p.m a.c d.c fig vol ud uds vd',
);

/** The closed word classes of Spanish. */
export const WORDS = {
  that: set('que'),
  /** "que" never stands for a thing by itself: "dijo que es falso". */
  pointing: NONE,
  by: set('por'),
  definite: set('el la los las'),
  articles: set('el la los las un una unos unas lo'),
  determiners: set(
    'el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella aquellos aquellas algún alguna algunos algunas ningún ninguna cada todo toda todos todas ambos ambas varios varias muchos muchas otro otra otros otras dos tres cuatro cinco seis siete ocho nueve diez del al',
  ),
  possessives: set('mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra'),
  prepositions: set(
    'a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por sin sobre tras según vía junto',
  ),
  voicedFrom: set('desde'),
  phrasePrepositions: set('de del para'),
  finiteEnding: onWords(/(?:ó|aron|ieron|aba|aban|ía|ían|ará|arán|erá|erán|irá|irán)$/u),
  surePast: new Set<string>(),
  standalone: set(
    'otro otra otros otras algunos algunas muchos muchas varios varias uno una todos todas ambos ambas este esta',
  ),
  expletives: NONE,
  clausal: set('cuando mientras si como porque aunque donde pues'),
  together: new Set<string>(),
  plurals: set(
    'dos tres cuatro cinco seis siete ocho nueve diez varios varias algunos algunas muchos muchas ambos ambas los las unos unas',
  ),
  purposes: set('a al de como por en contra'),
  greetings: set('adiós hola gracias perdón'),
  ownPossessives: set('mi mis nuestro nuestra nuestros nuestras'),
  issuing: set(
    'emitió emite difundió difunde publicó consultado consultada consultados consultadas presente presentes',
  ),
  questions: set('qué cómo cuándo dónde quién quiénes cuál cuáles cuánto cuánta cuántos cuántas si'),
  /** Infinitives after a verb of saying ("negó haber cobrado"), gerunds as its form ("añadiendo que"). */
  gerundEnding: onWords(/^\p{L}+(?:[aei]r(?:se|l[aeo]s?|les?|nos)?|ando|iendo|yendo)$/u),
  nameLinks: set('de del la las los y e san santa da do von van'),
  conjunctions: set('y e o u ni'),
  paused: NONE,
  contrast: set('pero aunque mientras sino'),
  subordinators: set('que porque aunque mientras cuando donde si como pues y e o u pero sino ni'),
  subjectRelatives: set('quien quienes'),
  relatives: set('que quien quienes cual cuales donde cuyo cuya cuyos cuyas'),
  auxiliaries: set(
    'ha han había habían hubo hubiera habrá habrán haya hayan habría habrían he hemos es son era eran fue fueron será serán ser sido siendo sabido saber supo podido está están estaba estaban estuvo estar estado puede pueden podía podido podría suele vuelve volvió quiso quería se le les lo nos me te',
  ),
  be: set('es son era eran fue fueron será serán sido siendo'),
  negations: set('no nunca jamás tampoco ni'),
  adverbs: set(
    'también además ya ahora luego después antes aún todavía sólo solo incluso hoy ayer anoche siempre asimismo igualmente entonces así más tarde finalmente posteriormente hace poco públicamente',
  ),
  adverbEnding: onWords(/^\p{L}{3,}mente$/u),
  infinitive: NONE,
  modals: NONE,
  thoughts: NONE,
  venturing: NONE,
  singulars: NONE,
  leads: set('mientras cuando aunque como si porque'),
  estimating: NONE,
  ushers: NONE,
  likewise: set('como'),
  quoting: new Set<string>(),
  conditions: set('si cuando'),
  describing: NONE,
  nounCues: NONE,
  addressed: new Set<string>(),
  nobody: set('nadie ni ninguno ninguna ningún'),
  times: set(
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre mañana tarde noche mediodía madrugada semana mes año pasado pasada próximo próxima hoy ayer anoche',
  ),
  impersonal: NONE,
  empty: set('eso esto ello nada algo lo así adiós'),
  acts: set('ordenar escribir publicar decidir acordar firmar'),
  askers: set('p pregunta periodista entrevistador entrevistadora presentador presentadora moderador moderadora'),
  answerers: set('r respuesta entrevistado entrevistada testigo invitado invitada oyente'),
} as const;

/** Pronouns as sources; "self" is whoever writes. */
export const PRONOUNS: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they' | 'who' | 'self'> = new Map([
  ['él', 'he'],
  ['ella', 'she'],
  ['ellos', 'they'],
  ['ellas', 'they'],
  ['quien', 'who'],
  ['quienes', 'who'],
  ['que', 'who'],
  ['yo', 'self'],
  ['nosotros', 'self'],
  ['nosotras', 'self'],
  ['usted', 'self'],
  ['ustedes', 'self'],
]);

/** How a Spanish phrase and sentence are built. */
export const SHAPE = {
  headFirst: true,
  freeSubject: true,
  dialogueDashes: true,
  participle: /(?:[aií]do|cho|[aeiou]sto|rito)$/u,
  properName:
    /(?!(?:El|Los?|Las?|Una?s?|En|Del?|Al?|Por|Para|Con|Según|Tras|Ante|Desde|Sus?|Est[ae]|Pero|Y|Si|No|Que|Cuando|Como)\s)\p{Lu}[\p{L}\p{M}’'-]*(?:(?:[ ](?:de|del|y|e))?(?:[ ](?:la|las|los|el))?[ ]\p{Lu}[\p{L}\p{M}’'-]*){0,6}/gu,
  reflexive: /\smism[oa]s?$/u,
  oneOfThem: /^(?:uno|una|otro|otra|el otro|la otra)$/u,
  bodyAfter: /\s(?:del|de(?: l[ao]s?)?|para(?: el| la)?)\s+(.+)$/u,
  issuedBy: /^(.+?)\s(?:del|de(?: l[ao]s?)?)\s+(.+)$/u,
  honours: NEVER,
  tradeLead: NEVER,
} as const;

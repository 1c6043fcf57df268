import type { CueVerb, Frame } from '../../spaced/lexicon.ts';
import type { StatementClass } from '../../statement.ts';

/** Endings of the third persons, the participle and the gerund; the infinitive comes first and is the lemma. */
const ENDINGS: Readonly<Record<string, string>> = {
  ar: 'ar a an ó aron aba aban ado ando ará arán',
  er: 'er e en ió ieron ía ían ido iendo erá erán',
  ir: 'ir e en ió ieron ía ían ido iendo irá irán',
};

/** Regular verbs by their infinitives, irregular ones written out after a colon, by what may follow. */
const TABLE: readonly (readonly [frames: string, verbs: string, kind?: StatementClass | undefined, object?: RegExp])[] =
  [
    [
      'that',
      `afirmar; asegurar; declarar; manifestar: manifestar manifiesta manifiestan manifestó manifestaron manifestaba manifestado manifestando; explicar; señalar; indicar; añadir; agregar; apuntar; precisar; matizar; detallar; relatar; narrar; contar: contar cuenta cuentan contó contaron contaba contaban contado contando; recordar: recordar recuerda recuerdan recordó recordaron recordaba recordaban recordado recordando; decir: decir dice dicen dijo dijeron decía decían dicho diciendo dirá dirán; insistir; subrayar; recalcar; remarcar; destacar; resaltar; enfatizar; argumentar; argüir: argüir arguye arguyó argüía argüido; alegar; sostener: sostener sostiene sostienen sostuvo sostuvieron sostenía sostenían sostenido sosteniendo; mantener: mantener mantiene mantienen mantuvo mantuvieron mantenía mantenían mantenido; informar; anunciar; comunicar; notificar; revelar; desvelar; publicar; comentar; opinar; considerar; creer: creer cree creen creyó creyeron creía creían creído; estimar; calcular; concluir: concluir concluye concluyen concluyó concluyeron concluía concluido concluyendo; advertir: advertir advierte advierten advirtió advirtieron advertía advertían advertido advirtiendo; alertar; avisar; reiterar; repetir: repetir repite repiten repitió repitieron repetía repetido repitiendo; responder; contestar; replicar; escribir: escribir escribe escriben escribió escribieron escribía escrito escribiendo; testificar; jurar; lamentar; reprochar; criticar; ironizar; bromear; predecir: predecir predice predijo; pronosticar; augurar; sugerir: sugerir sugiere sugieren sugirió sugirieron sugería sugerido sugiriendo; insinuar; reclamar; exigir; pedir: pedir pide piden pidió pidieron pedía pedían pedido pidiendo; solicitar; ordenar; recomendar: recomendar recomienda recomiendan recomendó recomendaron recomendado; aconsejar; proponer: proponer propone proponen propuso propusieron proponía propuesto; celebrar; quejar: quejar queja quejan quejó quejaron quejaba quejaban quejado quejando; protestar; preguntar; sentenciar; zanjar; remachar; apostillar; puntualizar; aclarar; especificar; avanzar; adelantar; trasladar; transmitir; confesar: confesar confiesa confiesan confesó confesaron confesaba confesado confesando; rememorar; presumir; prever: prever prevé prevén previó; dictaminar; establecer: establecer establece establecen estableció establecieron; decretar; fallar; constatar; determinar; describir: describir describe describen describió describieron; coincidir; rogar: rogar ruega ruegan rogó rogaron; suplicar; instar; urgir; temer; sospechar; expresar; exponer: exponer expone exponen expuso expusieron expuesto exponiendo; plantear; referir: referir refiere refieren refirió refirieron refería; tuitear; divulgar; difundir; concretar; deplorar; reflexionar; constar: constar consta constaba`,
    ],
    [
      'that artefact',
      'mostrar: mostrar muestra muestran mostró mostraron mostraba mostraban mostrado; recoger: recoger recoge recogen recogió recogieron recogía; reflejar; evidenciar; probar: probar prueba prueban probó probaron; demostrar: demostrar demuestra demuestran demostró demostraron demostraba; rezar: rezar reza rezan rezaba; figurar',
    ],
    ['for', 'apuntar; instar; exhortar; urgir; llamar; pedir; exigir; reclamar; solicitar'],
    ['for', 'calificar; tildar; tachar; describir'],
    [
      'np',
      'atribuir: atribuir atribuye atribuyen atribuyó atribuyeron atribuía atribuido; lamentar; criticar; condenar; celebrar; cifrar; calcular; estimar; anunciar',
      undefined,
      /(?<!\p{L})(?:a un[ao]?s? |a l[ao]s? |al? |en (?:\d|unos|unas|un )|decisión|retraso|pérdida|muerte|actuación|falta|sentencia|medida|acuerdo)/u,
    ],
    ['that ing', 'decir; asegurar; afirmar; manifestar; declarar; lamentar; jurar; alegar'],
    ['that np', 'confirmar; verificar; ratificar; corroborar; certificar', 'confirm'],
    [
      'that np ing',
      'reconocer: reconocer reconoce reconocen reconoció reconocieron reconocía reconocían reconocido reconociendo; admitir; asumir; confesar',
      'confirm',
    ],
    ['that np ing', 'negar: negar niega niegan negó negaron negaba negaban negado negando negará', 'deny'],
    [
      'that np',
      'desmentir: desmentir desmiente desmienten desmintió desmintieron desmentía desmentido desmintiendo; refutar; rebatir; descartar',
      'deny',
    ],
    [
      'np',
      'rechazar',
      'deny',
      /(?<!\p{L})(?:acusaci|crític|versi|rumor|denuncia|imputaci|cargos|señalamiento|informaci|insinuaci|idea|relato|cifra|que )/u,
    ],
    ['that np', 'denunciar', 'allege'],
    ['for', 'acusar; culpar; responsabilizar', 'allege'],
    ['that ing for np', 'prometer', 'promise'],
    ['that for', 'comprometer', 'promise'],
    ['that', 'garantizar', 'promise'],
  ];

const FRAMES: ReadonlySet<string> = new Set<Frame>(['clause', 'that', 'to', 'ing', 'np', 'person', 'for', 'artefact']);
const isFrame = (word: string): word is Frame => FRAMES.has(word);

/** The forms of one verb: as written out, else by its ending. */
function formsOf(entry: string): readonly string[] {
  const [lemma = '', written] = entry.trim().split(/:\s*/u);
  if (written) return written.split(' ');
  const stem = lemma.slice(0, -2);
  return (ENDINGS[lemma.slice(-2)] ?? '').split(' ').map((ending) => stem + ending);
}

interface Growing {
  readonly forms: Set<string>;
  readonly frames: Set<Frame>;
  class: StatementClass | null;
  object: RegExp | null;
}

/** The cue verbs of Spanish. Rows of one verb are joined. */
export const CUES: readonly CueVerb[] = joined();

function joined(): readonly CueVerb[] {
  const all = new Map<string, Growing>();
  for (const [frames, verbs, kind, object] of TABLE)
    for (const entry of verbs.split(';')) {
      const lemma = entry.trim().split(':')[0] ?? '';
      const known = all.get(lemma) ?? { forms: new Set(), frames: new Set(), class: null, object: null };
      if (known.forms.size === 0) for (const form of formsOf(entry)) if (form !== lemma) known.forms.add(form);
      for (const frame of frames.split(' ')) if (isFrame(frame)) known.frames.add(frame);
      known.class = kind ?? known.class;
      known.object = object ?? known.object;
      all.set(lemma, known);
    }
  return [...all].map(([lemma, one]) => ({ ...one, lemma, forms: [...one.forms] }));
}

const phrase = (verbs: string, after: string, frames: string, kind: StatementClass | null) =>
  verbs.split(' ').map((form) => {
    const verb: CueVerb = {
      lemma: `${verbs.split(' ')[0] ?? ''} ${after}`,
      forms: [`${form} ${after}`],
      frames: new Set(frames.split(' ').filter(isFrame)),
      class: kind,
      object: null,
    };
    return [`${form} ${after}`, verb] as const;
  });

/** Verbs that speak only with their second word: "dejó claro que", "hizo saber que". */
export const PHRASAL: ReadonlyMap<string, CueVerb> = new Map([
  ...phrase('deja dejan dejó dejaron dejado', 'claro', 'that', null),
  ...phrase('hace hacen hizo hicieron hecho', 'saber', 'that', null),
  ...phrase('hace hacen hizo hicieron hecho', 'constar', 'that', null),
  ...phrase('hace hacen hizo hicieron hecho', 'público', 'that', null),
  ...phrase('da dan dio dieron dado', 'cuenta', 'for', null),
]);

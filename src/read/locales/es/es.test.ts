import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../grammar.ts';
import { spacedGrammar } from '../../spaced/grammar.ts';
import { findTimes } from '../../time/times.ts';
import { spanish } from './es.ts';

const grammar = spacedGrammar(spanish);
const carrier = { publisher: null, author: null, published: '2031-06-03' };

/** One stretch a line, as a text has them. */
function stretchesOf(content: string): readonly Stretch[] {
  let start = 0;
  return content.split('\n').map((line) => {
    const stretch = { start, end: start + line.length, kind: 'body', carrier } as const;
    start += line.length + 1;
    return stretch;
  });
}

/** class kind name [cue]: content */
const lines = (content: string): readonly string[] =>
  grammar
    .statements(content, stretchesOf(content))
    .map((one) => `${one.class} ${one.source.kind} ${one.source.name} [${one.cue?.quote ?? ''}]: ${one.quote}`);

const responses = (content: string): readonly string[] => {
  const stretches = stretchesOf(content);
  const found = grammar.responses(content, stretches, grammar.statements(content, stretches));
  return found.map((one) => `${one.outcome} ${one.body}`);
};

const times = (content: string): readonly string[] =>
  findTimes(content, stretchesOf(content), 'es').map(
    (one) => `${one.quote} = ${one.value}${one.to ? `/${one.to}` : ''} ${one.role}`,
  );

describe('who speaks in Spanish', () => {
  it.each([
    [
      'before its verb, at its side or after it',
      'El alcalde Simón Ruano dijo que llovía. Dijo la jueza Berta Coll que no. «Es tarde», avisó a los vecinos su presidenta, Rita Sala.',
      [
        'say named-person Simón Ruano [dijo]: llovía',
        'say named-person Berta Coll [Dijo]: no',
        'say named-person Rita Sala [avisó]: Es tarde',
      ],
    ],
    [
      'not named again: the last who spoke',
      'La ministra Alba Ríos anunció que habrá obras. Añadió que durarán un año. «Hay dinero», insistió.',
      [
        'say named-person Alba Ríos [anunció]: habrá obras',
        'say named-person Alba Ríos [Añadió]: durarán un año',
        'say named-person Alba Ríos [insistió]: Hay dinero',
      ],
    ],
    [
      'between dashes, in dialogue and inside guillemets',
      '—No oí nada —dijo el guarda—. Dormía.\n«El dique aguanta —afirmó la ingeniera Eva Toro—, pero hay que vigilarlo».',
      [
        'say unnamed-official guarda [dijo]: No oí nada',
        'say unnamed-official guarda [dijo]: Dormía',
        'say named-person Eva Toro [afirmó]: El dique aguanta',
        'say named-person Eva Toro [afirmó]: pero hay que vigilarlo',
      ],
    ],
    [
      'by según, with or without a verb of its own',
      'Según la naviera, el buque es nuevo. El buque es viejo, según explicó el práctico. Arde la nave, según fuentes policiales.',
      [
        'say named-body naviera [Según]: el buque es nuevo',
        'say unnamed-official práctico [según explicó]: El buque es viejo',
        'say unnamed-person fuentes policiales [según]: Arde la nave',
      ],
    ],
    [
      'for a body, by its own name after its noun',
      'La eléctrica Lumen negó haber cobrado de más. Desde el Ayuntamiento aseguran que pagaron. El diario El Faro publicó que hay fotos.',
      [
        'deny named-body Lumen [negó]: haber cobrado de más',
        'say named-body Ayuntamiento [aseguran]: pagaron',
        'say outlet El Faro [publicó]: hay fotos',
      ],
    ],
  ])('stands %s', (_where, content, found) => {
    expect(lines(content)).toEqual(found);
  });

  it('keeps a negation before an infinitive, and goes past dates and asides to who speaks', () => {
    expect(lines('La jueza Sara Mir aseguró no recordar la vista.')).toEqual([
      'say named-person Sara Mir [aseguró]: no recordar la vista',
    ]);
    expect(lines('«Fue un fallo», reconoció ayer, con voz baja, el capataz, Luis Orta.')).toEqual([
      'confirm named-person Luis Orta [reconoció]: Fue un fallo',
    ]);
  });

  it('a document and a picture are never their authors', () => {
    expect(lines('Una captura que circula por las redes muestra que Iván Soler firmó.')).toEqual([
      'hearsay artefact captura [muestra]: Iván Soler firmó',
    ]);
    expect(lines('El informe de la doctora Clara Mas señala que hubo fugas.')[0]).toMatch(/^say artefact /u);
  });
});

describe('what nobody stands behind in Spanish', () => {
  it.each([
    ['El tesorero habría vendido el solar.', 'hearsay none null [habría]: El tesorero habría vendido el solar'],
    ['Al parecer, el solar se vendió.', 'hearsay none null [Al parecer]: el solar se vendió'],
    ['Se rumorea que el solar se vendió.', 'hearsay none null [Se rumorea que]: el solar se vendió'],
    ['Corre el rumor de que el solar se vendió.', 'hearsay none null [rumor]: el solar se vendió'],
  ])('%s', (content, found) => {
    expect(lines(content)).toEqual([found]);
  });

  it('a condition is no rumour, and what somebody says in it is that one’s', () => {
    expect(lines('Si llovía, el dique habría cedido.')).toEqual([]);
    expect(lines('Según el perito, el dique habría cedido.')).toEqual([
      'say unnamed-official perito [Según]: el dique habría cedido',
    ]);
  });

  it('narration, silence and bare denials state nothing', () => {
    for (const content of [
      'El tren llegó tarde.',
      'La empresa no respondió.',
      'Ella lo negó.',
      'Nadie dijo que lloviera.',
    ])
      expect(lines(content)).toEqual([]);
  });
});

describe('answers in Spanish', () => {
  it.each([
    ['La minera no ha respondido a las preguntas de este diario.', 'no-reply minera'],
    ['El obispado no se ha pronunciado.', 'no-reply obispado'],
    ['El club no quiso hacer declaraciones.', 'declined club'],
    ['Ni el banco ni la caja respondieron.', 'no-reply banco'],
    ['Preguntado por el pozo, el capataz respondió que no lo sabe.', 'acknowledged capataz'],
  ])('%s', (content, found) => {
    expect(responses(content)).toEqual([found]);
  });
});

describe('times in Spanish', () => {
  it.each([
    ['Ocurrió el 12 de mayo de 2030.', '12 de mayo de 2030 = 2030-05-12 event'],
    ['Cerró del 3 al 5 de mayo.', '3 al 5 de mayo = 2031-05-03/2031-05-05 event'],
    ['La alcaldesa dijo el lunes que no.', 'lunes = 2031-06-02 report'],
    ['Abrirá el próximo viernes.', 'próximo viernes = 2031-06-06 event'],
    ['Ardió ayer por la noche.', 'ayer por la noche = 2031-06-02 event'],
    ['Salió a las 7.30 del jueves.', '7.30 del jueves = 2031-05-29T07:30 event'],
    ['Llegó hace tres días.', 'hace tres días = 2031-05-31 event'],
    ['Se firmó en marzo.', 'marzo = 2031-03 event'],
    ['Pagará antes del 30 de junio.', '30 de junio = 2031-06-30 event'],
    ['Se supo la semana pasada.', 'la semana pasada = 2031-05-26/2031-06-01 event'],
    ['Pagará antes de fin de año.', 'fin de año = 2031-12-31 event'],
    ['Abrirá a finales de mes.', 'finales de mes = 2031-06-30 event'],
    ['Las actas serán difundidas el jueves.', 'jueves = 2031-06-05 event'],
    ['La jueza hablará el jueves.', 'jueves = 2031-06-05 event'],
    ['Volvió hace poco.', 'hace poco = vague event'],
  ])('%s', (content, found) => {
    expect(times(content)).toEqual([found]);
  });

  it('what only looks like one is none', () => {
    for (const content of [
      'La mar estaba en calma.',
      'Toda la mañana llovió.',
      'Los lunes cierra.',
      'Costó 2031 euros.',
    ])
      expect(times(content)).toEqual([]);
  });
});

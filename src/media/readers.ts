import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import { HearsayError } from '../base/error.ts';
import type { SeenLine } from '../capture/sighting.ts';
import { lettersIn, weightOf } from './reading-weight.ts';

/** A pool of word readers (Tesseract, compiled to WebAssembly, one thread each). */
export interface Readers {
  /** The lines of words in a PNG, top to bottom. `languages` are Tesseract's names, the likeliest first. */
  readonly read: (png: Uint8Array, languages: readonly string[]) => Promise<readonly SeenLine[]>;
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 60_000;
const KNOWN: readonly string[] = ['eng', 'chi_sim'];
const MODELS = '4.0.0_best_int';

interface Desk {
  worker: Worker | null;
  language: string;
}

/** Workers start when the first picture comes, each keeps its language as long as it can. Nothing is fetched. */
export function openReaders(workers: number = Math.max(1, Math.min(4, availableParallelism()))): Readers {
  const idle: Desk[] = Array.from({ length: workers }, () => ({ worker: null, language: '' }));
  const waiting: ((desk: Desk) => void)[] = [];
  const opened = new Set<Worker>();
  let models: Promise<string> | null = null;

  const take = (language: string): Promise<Desk> => {
    const at = idle.findIndex((desk) => desk.language === language);
    const [desk] = idle.splice(Math.max(0, at), 1);
    return desk ? Promise.resolve(desk) : new Promise((resolve) => waiting.push(resolve));
  };
  const give = (desk: Desk): void => {
    const next = waiting.shift();
    if (next) next(desk);
    else idle.push(desk);
  };

  async function staffed(desk: Desk, language: string): Promise<Worker> {
    if (desk.worker && desk.language === language) return desk.worker;
    models ??= modelFolder();
    if (desk.worker) await dismissed(desk, opened);
    const { createWorker, OEM, PSM } = await import('tesseract.js');
    const worker = await createWorker(language.split('+'), OEM.LSTM_ONLY, {
      langPath: await models,
      cacheMethod: 'none',
      gzip: true,
      // What goes wrong comes back from `recognize`; without this it is thrown past it as well.
      errorHandler: () => undefined,
    });
    await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: '300' });
    opened.add(worker);
    desk.worker = worker;
    desk.language = language;
    return worker;
  }

  async function readIn(png: Uint8Array, language: string): Promise<readonly SeenLine[]> {
    const desk = await take(language);
    try {
      const worker = await staffed(desk, language);
      const page = await patiently(worker.recognize(Buffer.from(png), {}, { blocks: true, text: false }));
      return linesOf(page.data.blocks ?? []);
    } catch (cause) {
      await dismissed(desk, opened);
      if (cause instanceof HearsayError) throw cause;
      throw new HearsayError('malformed', 'the words in the picture could not be read; save it again as PNG', {
        cause,
      });
    } finally {
      give(desk);
    }
  }

  return {
    async read(png, languages) {
      const known = languages.filter((one) => KNOWN.includes(one));
      const [first = 'eng', ...others] = known.length > 0 ? known : KNOWN;
      const best = await readIn(png, first);
      if (sure(best)) return best;
      const second = others[0] ?? KNOWN.find((one) => one !== first) ?? first;
      const other = await readIn(png, second);
      return weightOf(other) > weightOf(best) ? other : best;
    },
    async close() {
      await Promise.all([...opened].map((worker) => worker.terminate()));
      opened.clear();
      if (models) await rm(await models, { recursive: true, force: true });
    },
  };
}

async function dismissed(desk: Desk, opened: Set<Worker>): Promise<void> {
  if (desk.worker) {
    opened.delete(desk.worker);
    await desk.worker.terminate().catch(() => undefined);
  }
  desk.worker = null;
  desk.language = '';
}

/** Tesseract wants all models in one folder; they come in one package each. */
async function modelFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-models-'));
  const find = createRequire(import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const language of KNOWN) {
    const home = dirname(find.resolve(`@tesseract.js-data/${language}/package.json`));
    const model = join(home, MODELS, `${language}.traineddata.gz`);
    if (!existsSync(model)) throw new HearsayError('internal', `the word model ${model} is missing; run npm ci again`);
    symlinkSync(model, join(folder, `${language}.traineddata.gz`));
  }
  return folder;
}

async function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new HearsayError('timeout', 'reading the words in the picture took longer than a minute; crop it')),
      PATIENCE_MS,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

type Blocks = NonNullable<Awaited<ReturnType<Worker['recognize']>>['data']['blocks']>;

function linesOf(blocks: Blocks): readonly SeenLine[] {
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines
    .map(({ text, bbox, confidence }) => ({
      text: text.trim(),
      box: { x: bbox.x0, y: bbox.y0, width: bbox.x1 - bbox.x0, height: bbox.y1 - bbox.y0 },
      confidence: confidence / 100,
    }))
    .filter((line) => line.text !== '')
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** Read well enough that no other language need be tried. */
function sure(lines: readonly SeenLine[]): boolean {
  const all = lettersIn(lines);
  return all === 0 || lines.reduce((sum, line) => sum + lettersIn([line]) * line.confidence, 0) / all > 0.78;
}

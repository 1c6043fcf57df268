import type { Preview } from '../../../publish/workbench/shapes.ts';

/** How an edition is to be made, as it stands in the form. */
export interface Options {
  readonly languages: 'en,zh' | 'zh,en' | 'en' | 'zh';
  readonly base: string;
  readonly reason: string;
}

export const LANGUAGES: readonly Options['languages'][] = ['en,zh', 'zh,en', 'en', 'zh'];

/** The same, as the server takes it. */
export const askOf = ({ languages, base, reason }: Options) => ({
  languages: languages.split(','),
  base: base.trim() === '' ? null : base.trim().replace(/\/?$/u, '/'),
  reason: reason.trim() || null,
});

/** The form that a preview was asked for with. */
export const optionsOf = ({ languages, base, reason }: Preview['options']): Options => ({
  languages: LANGUAGES.find((one) => one === languages.join(',')) ?? 'en,zh',
  base: base ?? '',
  reason: reason ?? '',
});

/** Whether a preview was asked for with what stands in the form. */
export const isAsAsked = (options: Options, asked: Preview['options']): boolean => {
  const now = askOf(options);
  return now.languages.join() === asked.languages.join() && now.base === asked.base && now.reason === asked.reason;
};

/** What became of an edition, as the server tells it. */
export interface Told {
  readonly edition: number;
  readonly items: number;
  readonly claims: number;
  readonly files: number;
  readonly bytes: number;
  readonly checkpoint: string | null;
  readonly found: readonly {
    readonly path: string;
    readonly view: string;
    readonly words: string;
    readonly what: string;
  }[];
}

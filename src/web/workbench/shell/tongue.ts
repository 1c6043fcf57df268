import type { Tongue } from '../room.ts';

const TONGUE = 'hearsay-tongue';
const THEME = 'hearsay-theme';

export type Theme = 'auto' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** The language that was chosen here, or the browser's, or English. */
export const spokenTongue = (): Tongue =>
  (localStorage.getItem(TONGUE) ?? navigator.language).startsWith('zh') ? 'zh' : 'en';

export function speak(tongue: Tongue): void {
  localStorage.setItem(TONGUE, tongue);
  document.documentElement.lang = tongue === 'zh' ? 'zh-Hans' : 'en';
}

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(THEME);
  return THEMES.find((one) => one === kept) ?? 'auto';
}

/** Colours by choice, or as the system has them. */
export function wear(theme: Theme): void {
  localStorage.setItem(THEME, theme);
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

it('takes the language that is named, by its primary tag', () => {
  expect(languageOf('anything', 'und', null, 'EN-gb')).toBe('en');
});

it('knows Chinese and Japanese by their script', () => {
  expect(languageOf('港务局昨天表示，三号闸门已经关闭。', null)).toBe('zh');
  expect(languageOf('港湾局はきのう、三番ゲートを閉めたとはっぴょうした。', null)).toBe('ja');
});

it('knows English by its own words, however foreign its names are', () => {
  const names = 'Moreau Quoval, Tenobbal, Lanmor, Fertar, Silgren, Asten, Obcas and Helvik';
  const words = `According to the Tenobbal water board, the Lanmor council had closed the gate with the ${names}.`;
  expect(languageOf(`${words} They said that the gate and the lock which were closed have been sold from there.`)).toBe(
    'en',
  );
});

it('does not take a foreign text for English by a few borrowed words', () => {
  const spanish =
    'El ayuntamiento dijo el lunes que la compuerta estaba cerrada desde la mañana y que nadie había avisado a los vecinos. ' +
    'El grupo «The Gate and the Lock» tocó en la plaza hasta la noche, según contó la alcaldesa en una entrevista.';
  expect(languageOf(spanish)).toBe('es');
});

it('says nothing of a word or two', () => {
  expect(languageOf('Gate 4!', null)).toBe('und');
});

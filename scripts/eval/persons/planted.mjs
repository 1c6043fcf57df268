// Sentences with planted names, the same for a seed, each with the spans of the names in it.
import { randomFrom } from '../../chance.mjs';
import * as en from './sentences-en.mjs';
import * as zh from './sentences-zh.mjs';

/** So many texts of a language; a fifth name nobody. */
export function planted(language, count, seed) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = language === 'en' ? en : zh;
  return Array.from({ length: count }, (_, at) => {
    const form =
      at % 5 === 4
        ? words.NOBODY[Math.floor(at / 5) % words.NOBODY.length]
        : words.SENTENCES[(at - Math.floor(at / 5)) % words.SENTENCES.length];
    const fill = language === 'en' ? english(pick, random) : chinese(pick, random);
    return { form, ...filled(form, fill) };
  });
}

function filled(form, fill) {
  let content = '';
  const names = [];
  for (const part of form.split(/(\{\w+\})/u)) {
    const key = /^\{(\w+)\}$/u.exec(part)?.[1];
    const value = key ? fill(key, content === '' || /[.!?\n“]\s*$/u.test(content)) : part;
    if (key && /^[PLFIS G]/u.test(key))
      names.push({ start: content.length, end: content.length + value.length, name: value });
    content += value;
  }
  return { content, names };
}

function english(pick, random) {
  const person = () => {
    const given = pick(en.GIVEN[['usual', 'usual', 'abroad', 'abroad', 'unlisted'][Math.floor(random() * 5)]]);
    const last = pick(en.LAST);
    const particle = random() < 0.15 ? pick(en.PARTICLES) : '';
    return {
      given,
      last: particle === '' ? last : /[’-]$|Mc/u.test(particle) ? particle + last : `${particle} ${last}`,
    };
  };
  const people = [person(), person(), person()];
  const of = (key) => people[Number(key.slice(1) || 1) - 1];
  return (key, opens) => {
    if (key.startsWith('P')) return `${of(key).given} ${of(key).last}`;
    if (key.startsWith('L')) return of(key).last;
    if (key.startsWith('F')) return of(key).given;
    if (key.startsWith('I')) return `${of(key).given[0]}. ${pick([...'JKMRT'])}.`;
    const value = pick(key === 'B' ? en.BODIES : key === 'T' ? en.PLACES : en.OUTLETS);
    return opens ? value[0].toUpperCase() + value.slice(1) : value;
  };
}

function chinese(pick, random) {
  const person = () => ({
    surname: pick(zh.SURNAMES),
    given: random() < 0.3 ? pick(zh.GIVEN_ONE) : pick(zh.GIVEN_TWO),
  });
  const people = [person(), person(), person()];
  const of = (key) => people[Number(key.slice(1) || 1) - 1];
  return (key) => {
    if (key.startsWith('P')) return of(key).surname + of(key).given;
    if (key === 'S') return of('S').surname[0];
    if (key === 'F') return pick(zh.FOREIGN);
    return pick(key === 'B' ? zh.BODIES : zh.PLACES);
  };
}

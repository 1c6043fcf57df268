import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The least one would write: a verb of the list, capitals or a pronoun before it, the rest of the sentence after it; or the quotation before it. */
export function simple(forms) {
  return (content) =>
    [...content.matchAll(/[^.!?\n]+(?:[.!?]["”]?|$)/gu)].flatMap((found) => {
      const from = found.index;
      for (const word of found[0].matchAll(/\p{L}+/gu)) {
        if (!forms.has(word[0].toLowerCase())) continue;
        const cue = [from + word.index, from + word.index + word[0].length];
        const before = found[0].slice(0, word.index);
        const name = before.match(/((?:\p{Lu}[\p{L}.]*\s)+|(?:he|she|they|it)\s)$/iu);
        const quote = before.match(/["“]([^"”]+)["”]?\s*[^"”]*$/u);
        const after = found[0].slice(word.index + word[0].length).match(/^\s*(.*?)[.!?]?$/su);
        const said = quote
          ? [from + quote.index, from + quote.index + quote[0].length]
          : [cue[1] + 1, cue[1] + (after?.[1].length ?? 0) + 1];
        return [{ source: name ? [[from + (name.index ?? 0), cue[0] - 1]] : [], cue: [cue], content: [said] }];
      }
      return [];
    });
}

export function withCompromise(nlp, forms) {
  return (content) =>
    nlp(content)
      .quotations()
      .json({ offset: true })
      .flatMap((one) => {
        const { start, length } = one.offset;
        const after = content.slice(start + length, start + length + 80);
        const verb = [...after.matchAll(/\p{L}+/gu)].find((word) => forms.has(word[0].toLowerCase()));
        if (!verb) return [];
        const at = start + length + verb.index;
        const name =
          content.slice(at + verb[0].length).match(/^\s+((?:\p{Lu}[\p{L}.]*\s?)+)/u) ??
          after.slice(0, verb.index).match(/((?:\p{L}+\s)+)$/u);
        const place = name ? content.indexOf(name[1], start + length) : -1;
        return [
          {
            source: place < 0 ? [] : [[place, place + name[1].trimEnd().length]],
            cue: [[at, at + verb[0].length]],
            content: [[start, start + length]],
          },
        ];
      });
}

/** A peer from the npm registry, in the scratch folder; null where it can't be had. */
export async function installed(scratch, name) {
  const folder = join(scratch, 'read-en-peers');
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, 'node_modules', name))) {
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', name], {
        cwd: folder,
        stdio: 'ignore',
      });
    }
    const { createRequire } = await import('node:module');
    return createRequire(join(folder, 'x.js'))(name);
  } catch {
    return null;
  }
}

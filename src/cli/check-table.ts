import type { Check } from '../base/check.ts';
import { eachLine, paintFor, plain, rows, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** How many faults of one check are told; --json holds all of them. */
const SHOWN = 8;

/** What was checked, a row a check, with where each fault is. */
export function checkTable(checks: readonly Check[], summary: string, place: Terminal): string {
  const paint = paintFor(place);
  const tint = { passed: paint.green, failed: paint.red, 'not run': paint.dim };
  const lines = rows(
    checks.map((one) => [one.result, `${one.check}: ${one.detail}`] as const),
    place.width,
  );
  const told = checks.flatMap((one, at) => {
    const faults = one.faults.slice(0, SHOWN).map(({ file, start, end, what }) => {
      const range = end > start ? ` bytes ${start} to ${end}` : '';
      return `    ${wrapped(plain(`${file}${range}: ${what}`), place.width - 4, '      ')}`;
    });
    const more = one.faults.length > SHOWN ? [`    and ${one.faults.length - SHOWN} more`] : [];
    return [eachLine(tint[one.result], lines[at] ?? ''), ...faults, ...more];
  });
  return `${told.join('\n')}\n\n${summary}\n`;
}

import { expect, it } from 'vitest';
import type { Dossier } from './dossier.ts';
import { withholding } from './withhold.ts';

const person = (name: string, role: string | null = null) => ({ name, role, withheld: true, why: 'private' });
const shown = withholding({
  people: [
    person('Petra Quill', 'a neighbour'),
    person('@otter_42'),
    person('沈岚'),
    { ...person('Ilo Marsh'), withheld: false },
  ],
} as unknown as Dossier);

it('leaves no form of a withheld name standing', () => {
  expect(shown('Petra Quill said so; Quill, she, PETRA.')).toBe(
    '[withheld: a neighbour] said so; [withheld: a neighbour], she, [withheld: a neighbour].',
  );
  expect(shown('items/otter_42.html by @otter_42')).toBe('items/[withheld].html by [withheld]');
  expect(shown('据沈岚说')).toBe('据[withheld]说');
});

it('touches nobody else', () => {
  expect(shown('Ilo Marsh sold quills to Petrarch.')).toBe('Ilo Marsh sold quills to Petrarch.');
});

import type { Found } from './found.ts';

export function hanPersons(_content: string): readonly Found[] {
  return [];
}

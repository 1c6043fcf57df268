import { type Der, TAG } from './der.ts';
import { fieldsOf, oidOf } from './der-value.ts';

/** A distinguished name (RFC 5280, 4.1.2.4): its bytes, which are compared, and its text, which is shown. */
export interface Name {
  readonly bytes: Uint8Array;
  readonly text: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.13': 'description',
  '2.5.4.97': 'organizationIdentifier',
  '1.2.840.113549.1.9.1': 'emailAddress',
};
const DECODERS: Readonly<Record<number, string>> = { [TAG.utf8]: 'utf-8', 30: 'utf-16be' };

/** Reads a name. Its text is in the order of the certificate: `O=Example, CN=Example Time`. */
export function nameOf(value: Der): Name {
  fieldsOf(value, 'name');
  const parts = value.children.map((set) => {
    fieldsOf(set, 'part of a name', TAG.set);
    return set.children.map(attributeText).join('+');
  });
  return { bytes: value.bytes, text: parts.join(', ') };
}

function attributeText(attribute: Der): string {
  const fields = fieldsOf(attribute, 'part of a name');
  const oid = oidOf(fields.take(TAG.oid, 'type of a name'));
  const value = attribute.children[1];
  return `${TYPES[oid] ?? oid}=${value ? textOf(value) : ''}`;
}

/** The words of a string, with what could steer a screen made visible (a name comes from a stranger). */
const textOf = ({ tag, body }: Der): string =>
  new TextDecoder(DECODERS[tag] ?? 'latin1', { ignoreBOM: true })
    .decode(body)
    .replaceAll(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, '\u{FFFD}')
    .replaceAll(/[,+"\\<>;]/gu, '\\$&');

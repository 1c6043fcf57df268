import { fromBase64, toBase64 } from '../base/base64.ts';
import { HearsayError } from '../base/error.ts';
import { type Certificate, readCertificate } from './certificate.ts';

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/**
 * Reads the certificates in a PEM text (RFC 7468), such as those of authorities that somebody decided to trust. What
 * stands between them is passed over; a damaged one is refused, never passed over. No list of any system is asked.
 */
export const readPem = (text: string): readonly Certificate[] =>
  text
    .split(BEGIN)
    .slice(1)
    .map((block, at) => {
      const end = block.indexOf(END);
      const base64 = block.slice(0, Math.max(end, 0)).replaceAll(/\s/gu, '');
      const bytes = fromBase64(base64);
      if (end === -1 || toBase64(bytes) !== base64) throw damaged(at);
      try {
        return readCertificate(bytes);
      } catch (cause) {
        throw damaged(at, cause);
      }
    });

const damaged = (at: number, cause?: unknown): HearsayError =>
  new HearsayError(
    'malformed',
    `PEM: certificate ${at + 1} is damaged${cause instanceof HearsayError ? ` (${cause.message})` : ''}; get it again.`,
  );

import type { Credentials, PictureMetadata } from '../capture/picture-metadata.ts';

/** What a picture carries beside its pixels, in one line; null where it carries nothing. */
export function carriedLine(metadata: PictureMetadata): string | null {
  const { taken, changed, device, software, author, place, credentials } = metadata;
  const parts = [
    taken && `taken ${taken}`,
    changed && changed !== taken && `changed ${changed}`,
    device && `with ${device}`,
    software && `written by ${software}`,
    author && `author ${author}`,
    place && `place ${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`,
    credentials && credentialsWords(credentials),
  ].filter((part) => typeof part === 'string');
  if (parts.length > 0) return parts.join(', ');
  return metadata.holds.length > 0 ? `${metadata.holds.join(', ')} without any of these` : null;
}

function credentialsWords({ state, failures, signer, address, synthetic }: Credentials): string {
  const made = synthetic ? '; the program that signed says that a machine made it, or part of it' : '';
  switch (state) {
    case 'holds':
      return `Content Credentials whose seal holds, signed as ${signer ?? 'nobody named'}${made}`;
    case 'broken':
      return `Content Credentials whose seal does not hold (${failures.join(', ') || 'not said why'}), signed as ${signer ?? 'nobody named'}`;
    case 'unreadable':
      return `Content Credentials that can't be read (${failures.join(', ')})`;
    case 'elsewhere':
      return `Content Credentials kept at ${address ?? 'an address'}, which was not asked`;
  }
}

import { ACCESS, KEYS, WEAK_KEYS } from './secret-access.ts';
import type { SecretKind } from './secret-kind.ts';
import { PERSONS } from './secret-persons.ts';

/** In the order in which they are looked for; the longer stretch wins where two meet. */
export const SECRET_KINDS: readonly SecretKind[] = [...ACCESS, ...PERSONS];

/** Parameters of an address that follow a reader about and say nothing of the page. */
export const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|mc_[ce]id|igshid|igsh|spm|scm|share_\w+|shareid|from_source|vd_source|isappinstalled|_ga|_gl|ref_src|ref_url|cmpid|wt_mc|s_cid|chksm|scene|srcid|sharer_\w+|timestamp|from|ref|si|feature|_hs\w+|mkt_tok|oly_\w+|vero_id|trk|ncid|wfr|tt_from|luicode|lfid)$/iu;

/** Parameters that let somebody in. */
export const SECRET_PARAMETER = new RegExp(`^(?:${KEYS}|expires|x-amz-\\w[\\w-]*|x-goog-\\w[\\w-]*)$`, 'iu');

/** Parameters that may. */
export const WEAK_PARAMETER = new RegExp(`^(?:${WEAK_KEYS})$`, 'iu');

/**
 * What every answer says to the browser. Scripts, styles, fonts and pictures come from this site alone, nothing is
 * inline, and no other site may frame a page (the embeddable widget says otherwise for itself).
 */

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${POLICY}'none'`,
  'x-content-type-options': 'nosniff',
  // Only the origin leaves: an address of ours may hold a token.
  'referrer-policy': 'strict-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

export const HTTPS_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}

/** For the widget, which exists to be framed. */
export const EMBEDDABLE_POLICY = `${POLICY}*`

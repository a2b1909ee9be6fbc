import type { CookieSerializeOptions } from '@fastify/cookie'
import type { Config } from '../config.js'

/**
 * What every cookie of this site says. Browsers accept `Secure` on loopback addresses too; only a site that is
 * tried over plain HTTP on another machine has to do without, or nobody could sign in there.
 */
export function cookieOptions({ publicUrl }: Pick<Config, 'publicUrl'>): CookieSerializeOptions {
  const { protocol, hostname } = new URL(publicUrl)
  const trusted =
    protocol === 'https:' ||
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127\.|^\[::1\]$/.test(hostname)
  return { path: '/', httpOnly: true, secure: trusted, sameSite: 'lax' }
}

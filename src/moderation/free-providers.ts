/** Providers that give a mailbox to anyone who asks: an institution's address is rarely there. */

import { readAddress } from '../mail/canonical-address.js'

const FREE_PROVIDERS = new Set([
  'aol.com',
  'bbox.fr',
  'btinternet.com',
  'fastmail.com',
  'free.fr',
  'gmail.com',
  'gmx.com',
  'gmx.fr',
  'gmx.net',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'hotmail.fr',
  'icloud.com',
  'laposte.net',
  'live.com',
  'live.fr',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'neuf.fr',
  'numericable.fr',
  'orange.fr',
  'outlook.com',
  'outlook.fr',
  'pm.me',
  'posteo.net',
  'proton.me',
  'protonmail.ch',
  'protonmail.com',
  'sfr.fr',
  'tutanota.com',
  'wanadoo.fr',
  'web.de',
  'yahoo.co.uk',
  'yahoo.com',
  'yahoo.fr',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
  'zoho.com',
])

export function freeProviderOf(email: string): string | undefined {
  const domain = readAddress(email)?.domain
  return domain !== undefined && FREE_PROVIDERS.has(domain) ? domain : undefined
}

/**
 * How large providers read what stands before the @.
 *
 * Only what certainly reaches the same mailbox is made equal. Were it made equal with a spelling that reaches nobody, then
 * whoever signs with that spelling would take the place of the person whose mailbox it is, and what comes back would
 * stop their mails. So a `+` means nothing here where the provider is not known to deliver it.
 */

interface Provider {
  domains: RegExp
  /** All domains are names of this one's mailboxes; where it is absent, each domain has mailboxes of its own. */
  home?: string
  /** The mailbox that a local part reaches, in lower case. */
  mailbox(local: string): string
}

/** Under .com, a country, or `co.uk` and `com.br`. */
const ANYWHERE = String.raw`(com|[a-z]{2}|com?\.[a-z]{2})`

const PROVIDERS: readonly Provider[] = [
  {
    domains: /^(gmail|googlemail)\.com$/,
    home: 'gmail.com',
    mailbox: (local) => withoutTag(local).replaceAll('.', ''),
  },
  {
    domains: new RegExp(String.raw`^((hotmail|outlook|live)\.${ANYWHERE}|(msn|windowslive|passport)\.com)$`),
    mailbox: withoutTag,
  },
  { domains: /^(icloud|me|mac)\.com$/, home: 'icloud.com', mailbox: withoutTag },
  {
    // Names differ by their letters and digits alone.
    domains: /^(proton\.me|protonmail\.(com|ch)|pm\.me)$/,
    home: 'proton.me',
    mailbox: (local) => withoutTag(local).replace(/[._-]/g, ''),
  },
  {
    domains: /^(ya\.ru|yandex\.(ru|com|by|kz|ua))$/,
    home: 'yandex.ru',
    mailbox: (local) => withoutTag(local).replaceAll('.', '-'),
  },
  {
    // Names have no hyphen. One is in the addresses that an owner makes beside, hundreds if they like: all begin alike, and
    // not with the name. They reach somebody only once they were made, so they are one person, and not the name's.
    domains: new RegExp(String.raw`^(yahoo\.(?!co\.jp$)${ANYWHERE}|(ymail|rocketmail|myyahoo)\.com)$`),
    mailbox: (local) => local.replace(/(?<=.-).*$/, ''),
  },
  {
    domains: new RegExp(
      String.raw`^((fastmail|zoho|zohomail)\.${ANYWHERE}|(runbox|pobox|hey)\.com|posteo\.(net|org|[a-z]{2})|riseup\.net|mailbox\.org)$`,
    ),
    mailbox: withoutTag,
  },
]

/** `tag@name.fastmail.com` is `name+tag@fastmail.com`. */
const BY_SUBDOMAIN = new RegExp(String.raw`^([a-z0-9-]+)\.(fastmail\.${ANYWHERE})$`)

/**
 * The same for every spelling of a mailbox.
 *
 * @param local in lower case. @param domain in lower case, as DNS has it.
 */
export function mailboxOf(local: string, domain: string): string {
  const named = BY_SUBDOMAIN.exec(domain)
  if (named) return `${named[1]}@${named[2]}`
  const provider = PROVIDERS.find(({ domains }) => domains.test(domain))
  if (!provider) return `${local}@${domain}`
  // What is nothing but signs is nobody's mailbox, and stays apart.
  return `${provider.mailbox(local) || local}@${provider.home ?? domain}`
}

/** What follows a `+` is for the owner's filters. */
function withoutTag(local: string): string {
  const at = local.indexOf('+')
  return at > 0 ? local.slice(0, at) : local
}

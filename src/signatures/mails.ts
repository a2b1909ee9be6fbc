/**
 * The two letters that follow a signature. Nothing in them was typed by a stranger: who knows an address could
 * otherwise have us carry their words to it.
 */

import { sql } from 'kysely'
import type { Locale, Mail, SignatureState } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { tokenOf } from '../keys/links.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'
import { DAYS_TO_CONFIRM } from './expire.js'
import { phraseOf } from './recipients.js'
import { unsealSigner } from './signer.js'

export const signatureComposers: Record<string, Composer> = {
  // Confirmed, withdrawn or expired since it was asked for: the mail would say what is no longer true.
  'confirm-signature': (deps, mails) => composeFor(deps, mails, 'pending', confirmSignature),
  'already-signed': (deps, mails) => composeFor(deps, mails, 'confirmed', alreadySigned),
}

interface Facts {
  locale: Locale
  title: string
  recipients: string[]
  /** The recipient does not get the name. */
  isNameWithheld: boolean
  /** Of the page where everything may be done. */
  url: string
  siteHost: string
  /** Another name was typed with this address: beside a postcode that is not the first one's, or as a third. */
  other: 'postcode' | 'third' | undefined
}

type LetterText = Pick<Letter, 'subject' | 'preview' | 'blocks' | 'why'>

async function composeFor(
  deps: Deps,
  mails: DueMail[],
  state: SignatureState,
  write: (facts: Facts) => LetterText,
): Promise<Map<number, Letter>> {
  const { db, keyring, config } = deps
  const rows = await db
    .selectFrom('mails')
    .innerJoin('signatures', (join) =>
      join
        .onRef('signatures.petitionId', '=', 'mails.petitionId')
        .onRef('signatures.id', '=', 'mails.signatureId'),
    )
    .innerJoin('petitions', 'petitions.id', 'signatures.petitionId')
    .select([
      'mails.id',
      'mails.locale',
      'mails.params',
      'signatures.petitionId',
      'signatures.id as signatureId',
      'signatures.sealed',
      'signatures.nameWithheld',
      'petitions.title',
      sql<string[]>`array(
        select name from decision_makers where petition_id = petitions.id order by decision_makers.id
      )`.as('recipients'),
    ])
    .where('mails.id', '=', sql<number>`any(${mails.map((mail) => mail.id)}::bigint[])`)
    .where('signatures.state', '=', state)
    .execute()

  const letters = new Map<number, Letter>()
  for (const row of rows) {
    const keys: Keys | undefined = await keyring.findPetitionKeys(db, row.petitionId)
    const signer = keys && unsealSigner(keys, row)
    if (!keys || !signer) continue
    const token = tokenOf(keys, 'signature', { petitionId: row.petitionId, subjectId: row.signatureId })
    const { locale, title, recipients, nameWithheld: isNameWithheld } = row
    const url = `${config.publicUrl}${withLanguage(`/signatures/${token}`, locale)}`
    const siteHost = new URL(config.publicUrl).host
    const letter = write({
      locale,
      title,
      recipients,
      isNameWithheld,
      url,
      siteHost,
      other: otherOf(row.params),
    })
    letters.set(row.id, { to: signer.email, locale, ...letter })
  }
  return letters
}

function otherOf({ other }: Mail['params']): Facts['other'] {
  return other === 'postcode' || other === 'third' ? other : undefined
}

function confirmSignature(facts: Facts): LetterText {
  const { locale, title, url, siteHost } = facts
  const { t } = translatorFor(locale)
  const { recipients, recipientCount: count } = phraseOf(locale, facts.recipients)
  return {
    subject: t('signatures.mail.confirm.subject', { title }),
    preview: t('signatures.mail.confirm.preview'),
    blocks: [
      { paragraph: t('signatures.mail.confirm.asked') },
      ...petitionBlocks(facts),
      { button: { label: t('signatures.mail.confirm.button'), url } },
      { paragraph: t('signatures.mail.confirm.next', { days: DAYS_TO_CONFIRM }) },
      {
        paragraph: t(`signatures.mail.confirm.who${facts.isNameWithheld ? '.unnamed' : ''}`, {
          recipients,
          count,
        }),
      },
      ...householdBlocks(facts),
      { paragraph: t('signatures.mail.confirm.not-you', { days: DAYS_TO_CONFIRM }) },
    ],
    why: t('signatures.mail.confirm.why', { site: siteHost }),
  }
}

function alreadySigned(facts: Facts): LetterText {
  const { locale, title, url, siteHost } = facts
  const { t } = translatorFor(locale)
  return {
    subject: t('signatures.mail.already.subject', { title }),
    preview: t('signatures.mail.already.preview'),
    blocks: [
      { paragraph: t('signatures.mail.already.lead') },
      ...petitionBlocks(facts),
      { paragraph: t('signatures.mail.already.counts') },
      { button: { label: t('signatures.mail.already.button'), url } },
      { paragraph: t('signatures.mail.already.page') },
      ...householdBlocks(facts),
      { paragraph: t('signatures.mail.already.not-you') },
    ],
    why: t('signatures.mail.confirm.why', { site: siteHost }),
  }
}

function householdBlocks({ locale, other }: Facts): Block[] {
  return other ? [{ paragraph: translatorFor(locale).t(`signatures.mail.household.${other}`) }] : []
}

function petitionBlocks({ locale, title, recipients }: Facts): Block[] {
  const to = recipients.length > 0 ? phraseOf(locale, recipients).recipients : undefined
  return [
    { quote: title },
    ...(to ? [{ paragraph: translatorFor(locale).t('signatures.mail.to', { recipients: to }) }] : []),
  ]
}

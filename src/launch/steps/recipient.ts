import type { Transaction } from '../../database/connect.js'
import { readAddress } from '../../mail/canonical-address.js'
import { isFreeProvider } from '../../mail/free-providers.js'
import { sealDecisionMakerAddress } from '../../petitions/decision-maker.js'
import type { AskedInstitution } from '../../places/standing.js'
import { type Faults, length, line } from '../../web/form.js'
import type { Draft } from '../drafts.js'
import { placeTypedOf, readInstitution, typedInstitution } from './institution.js'
import { defineStep, type StepForm } from './step.js'

export const ASK_LENGTH = { min: 10, max: 300 }
export const NAME_MAX = 120

interface Values {
  ask: string
  name: string
  role: string
  organisation: string
  email: string
  institution: AskedInstitution
}

export const recipientStep = defineStep<'recipient', Values>({
  name: 'recipient',
  typedOf: ({ petition, maker, makerEmail }) => ({
    ask: petition.ask,
    maker_name: maker?.name ?? '',
    maker_role: maker?.role ?? '',
    maker_organisation: maker?.organisation ?? '',
    maker_email: makerEmail ?? '',
    institution: petition.institution ?? '',
    institution_place: placeTypedOf(petition),
    official_url: petition.officialUrl ?? '',
  }),
  read(body, { isHalfTyped }): StepForm<Values> {
    const typed = {
      ask: line(body, 'ask'),
      maker_name: line(body, 'maker_name'),
      maker_role: line(body, 'maker_role'),
      maker_organisation: line(body, 'maker_organisation'),
      maker_email: line(body, 'maker_email'),
      ...typedInstitution(body),
    }
    const faults: Faults = {}
    const size = length(typed.ask)
    if (size === 0) faults.ask = { key: 'launch.ask.missing' }
    else if (size < ASK_LENGTH.min) faults.ask = { key: 'launch.ask.short', params: ASK_LENGTH }
    else if (size > ASK_LENGTH.max) faults.ask = { key: 'launch.ask.long', params: { ...ASK_LENGTH, size } }
    if (typed.maker_name === '') faults.maker_name = { key: 'launch.maker.name.missing' }
    for (const field of ['maker_name', 'maker_role', 'maker_organisation'] as const)
      if (length(typed[field]) > NAME_MAX)
        faults[field] = { key: 'launch.tooLong', params: { max: NAME_MAX } }
    const address = readAddress(typed.maker_email)
    if (typed.maker_email === '') faults.maker_email = { key: 'launch.maker.email.missing' }
    else if (!address) faults.maker_email = { key: 'launch.email.wrong' }

    const institution = readInstitution(typed, faults)
    const kept = (field: keyof typeof typed, max: number) =>
      length(typed[field]) <= max ? typed[field] : undefined
    return {
      typed,
      values: {
        ask: kept('ask', ASK_LENGTH.max),
        name: kept('maker_name', NAME_MAX),
        role: kept('maker_role', NAME_MAX),
        organisation: kept('maker_organisation', NAME_MAX),
        email: isHalfTyped ? undefined : address?.address,
        // The name of half a town is no town.
        institution: isHalfTyped ? undefined : institution,
      },
      faults,
    }
  },
  async save(trx, draft, { ask, name, role, organisation, email, institution }) {
    const { petition, keys } = draft
    if (ask !== undefined)
      await trx.updateTable('petitions').set({ ask }).where('id', '=', petition.id).execute()
    if (institution !== undefined)
      await trx.updateTable('petitions').set(institution).where('id', '=', petition.id).execute()
    const sealed = email === undefined ? {} : sealDecisionMakerAddress(keys, petition.id, email)
    await saveMaker(trx, petition, { name, role, organisation, ...sealed })
  },
})

/** One decision-maker a petition; the caller holds the draft, so none is added twice. */
async function saveMaker(
  trx: Transaction,
  { id: petitionId, locale }: Draft['petition'],
  values: {
    name?: string
    role?: string
    organisation?: string
    emailSealed?: Buffer
    emailFingerprint?: Buffer
  },
): Promise<void> {
  const maker = await trx
    .selectFrom('decisionMakers')
    .select('id')
    .where('petitionId', '=', petitionId)
    .executeTakeFirst()
  if (maker) {
    await trx
      .updateTable('decisionMakers')
      .set({ ...values, locale })
      .where('id', '=', maker.id)
      .execute()
  } else {
    await trx
      .insertInto('decisionMakers')
      .values({ ...values, name: values.name ?? '', petitionId, locale })
      .execute()
  }
}

/** Whether an institution is unlikely to be read at this address: worth a second look, no more. */
export function isUnlikelyInstitution(email: string | undefined): boolean {
  const domain = email && readAddress(email)?.domain
  return domain !== undefined && domain !== '' && isFreeProvider(domain)
}

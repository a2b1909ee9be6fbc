import { type Faults, length, paragraphs } from '../../web/form.js'
import { defineStep, type StepForm } from './step.js'

/** Below, nobody can know what they sign; above, nobody reads it. */
export const TEXT_LENGTH = { min: 20, max: 20_000 }

export const textStep = defineStep<'text', { body: string }>({
  name: 'text',
  typedOf: ({ petition }) => ({ body: petition.body }),
  read(body): StepForm<{ body: string }> {
    const typed = { body: paragraphs(body, 'body') }
    const faults: Faults = {}
    const size = length(typed.body)
    if (size === 0) faults.body = { key: 'launch.body.missing' }
    else if (size < TEXT_LENGTH.min)
      faults.body = { key: 'launch.body.short', params: { ...TEXT_LENGTH, size } }
    else if (size > TEXT_LENGTH.max)
      faults.body = { key: 'launch.body.long', params: { ...TEXT_LENGTH, size } }
    return { typed, values: { body: size <= TEXT_LENGTH.max ? typed.body : undefined }, faults }
  },
  async save(trx, { petition }, { body }) {
    if (body === undefined) return
    await trx.updateTable('petitions').set({ body }).where('id', '=', petition.id).execute()
  },
})

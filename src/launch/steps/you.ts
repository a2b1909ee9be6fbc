import { readAddress } from '../../mail/canonical-address.js'
import { type Faults, length, line } from '../../web/form.js'
import { sealCampaignerAddress } from '../drafts.js'
import { NAME_MAX } from './recipient.js'
import { defineStep, type StepForm } from './step.js'

interface Values {
  name: string
  email: string
}

export const youStep = defineStep<'you', Values>({
  name: 'you',
  typedOf: ({ petition, email }) => ({ name: petition.campaignerName ?? '', email: email ?? '' }),
  read(body, { isHalfTyped }): StepForm<Values> {
    const typed = { name: line(body, 'name'), email: line(body, 'email') }
    const faults: Faults = {}
    const size = length(typed.name)
    if (size === 0) faults.name = { key: 'launch.you.name.missing' }
    else if (size > NAME_MAX) faults.name = { key: 'launch.tooLong', params: { max: NAME_MAX } }
    else if (!/\p{L}/u.test(typed.name) || /^[=+\-@]/.test(typed.name))
      faults.name = { key: 'launch.you.name.wrong' }
    const address = readAddress(typed.email)
    if (typed.email === '') faults.email = { key: 'launch.you.email.missing' }
    else if (!address) faults.email = { key: 'launch.email.wrong' }
    return {
      typed,
      values: {
        name: faults.name ? undefined : typed.name,
        email: isHalfTyped ? undefined : address?.address,
      },
      faults,
    }
  },
  async save(trx, { petition: { id }, keys }, { name, email }) {
    if (name !== undefined)
      await trx.updateTable('petitions').set({ campaignerName: name }).where('id', '=', id).execute()
    if (email !== undefined) {
      const campaignerEmailSealed = sealCampaignerAddress(keys, id, email)
      await trx.updateTable('petitions').set({ campaignerEmailSealed }).where('id', '=', id).execute()
    }
  },
})

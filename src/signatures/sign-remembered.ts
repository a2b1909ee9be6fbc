/** Signing and confirming at once, from a device whose owner's address was confirmed before: no mail. */

import { GroupCommit } from '../database/group-commit.js'
import type { Deps } from '../deps.js'
import { tokenOf } from '../keys/links.js'
import { readAddress } from '../mail/canonical-address.js'
import type { Confirming, ConfirmOutcome } from './confirm.js'
import type { SignerDetails } from './form.js'
import { findSignatureId } from './queries.js'
import type { RememberedSigner } from './remembered.js'
import {
  addSignatures,
  agreementOf,
  arrayOf,
  type NewSignature,
  type SignedFrom,
  type SignedPetition,
  type SignOutcome,
  signatureOf,
} from './sign.js'
import { findWordings } from './wordings.js'

export type RememberedOutcome =
  | 'petition-not-open'
  | 'another-person'
  | { token: string; confirmation: ConfirmOutcome }

export interface SigningRemembered {
  /**
   * What the address signed before stays as it is; a signature that waited for its mail is confirmed.
   *
   * @returns 'another-person' when others hold what the address has to give. Only who owns the address is told.
   */
  sign(
    petition: SignedPetition,
    signer: RememberedSigner,
    choices: Pick<
      SignerDetails,
      'comment' | 'reservation' | 'showName' | 'updates' | 'campaignerNews' | 'nameWithheld'
    >,
    from: SignedFrom,
  ): Promise<RememberedOutcome>
}

export function openSigningRemembered(deps: Deps, confirming: Confirming): SigningRemembered {
  const group = new GroupCommit<NewSignature, SignOutcome>((rows) => addSignatures(deps, rows, { mails: 0 }))
  return {
    async sign(petition, signer, choices, from) {
      const address = readAddress(signer.email)
      const keys = await deps.keyring.findPetitionKeys(deps.db, petition.id)
      if (!keys || !address) return 'petition-not-open'

      const { canonical, domain } = address
      const given = await findWordings(deps.db, deps.clock.now(), agreementOf(petition, choices, from))
      const details = { ...signer, ...choices, canonical, mailDomain: domain }
      const row = { ...signatureOf(keys, petition, details, from), given: arrayOf(given) }
      if ((await group.add(row)) === 'petition-not-open') return 'petition-not-open'
      const signatureId = await findSignatureId(deps.db, row)
      if (signatureId === undefined) return 'another-person'

      const confirmation = await confirming.confirm({ petitionId: petition.id, signatureId })
      const token = tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: signatureId })
      return { token, confirmation }
    },
  }
}

/** What becomes of a form that asks to sign: who sent it is told nothing that would teach a robot. */

import type { Site } from '../web/site.js'
import { openedMark, readFillSeconds } from './opened.js'
import { isProof } from './proof.js'
import { nextPlace, takePlace } from './slow-lane.js'
import { looksAttacked, networkLooksAttacked, noteRequest, noteTell } from './watch.js'

/** Browsers fill in a whole form at a touch, and then it still has to be read and pressed. */
export const FEWEST_SECONDS = 3

/** What the form carries beside what people type. */
export interface FormMarks {
  /** A field that nobody sees. */
  trap: string
  /** When the form was opened; empty in forms that are not from here. */
  opened: string
  /** Worked out while the petition looks attacked. */
  proof: string
  /** Whether the form had room for a proof, and its sender so could have known that one is asked for. */
  isAsked: boolean
}

export interface Judgement {
  /**
   * `none`: no signature and no mail. Only for a field that no person sees: whatever filled it in would make us write
   * to people who never asked. `slow`: signed as everybody, and the mail leaves later. A form that is filled in
   * impossibly fast is slow and not refused, because a person with a quick browser may stand behind it. `ask`: nothing is
   * done yet, and the form comes back once with room for a proof; a page that everybody reads cannot know the network
   * of its reader, so this is the first moment at which one can be asked for.
   */
  lane: 'quick' | 'slow' | 'none' | 'ask'
  fillSeconds: number | undefined
  /** When the mail leaves; in the slow lane. */
  mailAt: Date | undefined
  /** What the next page says of it: the same for robots and people. Undefined outside of attacks. */
  toldAt: Date | undefined
}

/** What a form for everybody carries. */
export interface Guard {
  opened: string
  /** Where a challenge is to be had; absent in quiet times, when no page asks for one. */
  challenge: string | undefined
}

type Judging = Pick<Site, 'db' | 'keyring' | 'clock' | 'config' | 'levels'>

/** The marks of a form that is shown now; `opened` is kept where a form comes back with what to mend. */
export async function guardFor(
  site: Judging,
  petition: { id: number; slug: string },
  { opened, isAsked = false }: { opened?: string | undefined; isAsked?: boolean } = {},
): Promise<Guard> {
  const [keys, attacked] = await Promise.all([
    site.keyring.getSiteKeys(site.db, 'robots'),
    looksAttacked(site, petition.id),
  ])
  const now = site.clock.now()
  const isKept = opened && readFillSeconds(keys, petition.id, opened, now) !== undefined
  return {
    opened: isKept ? opened : openedMark(keys, petition.id, now),
    challenge: attacked || isAsked ? `/petitions/${petition.slug}/signatures/challenge.json` : undefined,
  }
}

/** Decides once for each form that could be signed with: a proof is used up by it. */
export async function judge(
  site: Judging,
  petitionId: number,
  wideNetwork: string,
  { trap, opened, proof, isAsked }: FormMarks,
): Promise<Judgement> {
  const keys = await site.keyring.getSiteKeys(site.db, 'robots')
  const fillSeconds = opened ? readFillSeconds(keys, petitionId, opened, site.clock.now()) : undefined
  const isProved = proof !== '' && (await isProof(site, petitionId, proof))
  const isPetitionAttacked = await looksAttacked(site, petitionId)
  const isAttacked = isPetitionAttacked || networkLooksAttacked(site, wideNetwork)
  const isTrapped = trap !== ''
  const isTooFast = fillSeconds !== undefined && fillSeconds < FEWEST_SECONDS

  if (!isProved) noteRequest(site, petitionId, wideNetwork)
  if (isTrapped || isTooFast) noteTell(site, petitionId, wideNetwork)

  const isTold = isAttacked && !isProved
  if (isTrapped) {
    const toldAt = isTold ? nextPlace(site, petitionId) : undefined
    return { lane: 'none', fillSeconds, mailAt: undefined, toldAt }
  }
  // Only a form that came from here: a program of somebody's own would not know what to do with it.
  if (isTold && !isPetitionAttacked && !isAsked && fillSeconds !== undefined)
    return { lane: 'ask', fillSeconds, mailAt: undefined, toldAt: undefined }
  if (!isTold && !isTooFast) return { lane: 'quick', fillSeconds, mailAt: undefined, toldAt: undefined }
  const mailAt = await takePlace(site, petitionId)
  return { lane: 'slow', fillSeconds, mailAt, toldAt: isTold ? mailAt : undefined }
}

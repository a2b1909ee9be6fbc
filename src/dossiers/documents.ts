/** The files of a dossier, in their order: what is read first stands first, what speaks of the others last. */

import { brief } from './documents/brief.js'
import type { Bundle, Document, Source } from './documents/document.js'
import { figuresAsCsv } from './documents/figures.js'
import { listAsCsv, listAsJson, listSchema } from './documents/list.js'
import { logLeaves, logRemovals } from './documents/log.js'
import {
  instructions,
  manifest,
  manifestSignature,
  manifestTimestamp,
  publicKey,
  sums,
  timestampSignature,
} from './documents/manifest.js'
import { method } from './documents/method.js'
import { paper, paperLog } from './documents/paper.js'
import { petitionOnPaper } from './documents/petition.js'
import { reasons } from './documents/reasons.js'
import { territoryFolders } from './documents/territories.js'
import { hashedTexts, texts } from './documents/texts.js'
import { verifyPage } from './documents/verify-page.js'
import { volumesOf } from './documents/volumes.js'

export function documentsOf(source: Source): (Document | Bundle)[] {
  return [
    brief,
    listAsCsv,
    listAsJson,
    listSchema,
    ...volumesOf(source),
    territoryFolders(source),
    paper,
    // Where nobody signed by hand there is none.
    ...((source.figures.paper?.logged ?? 0) > 0 ? [paperLog] : []),
    reasons,
    figuresAsCsv,
    petitionOnPaper,
    texts,
    ...hashedTexts(source),
    method,
    logRemovals,
    logLeaves,
    instructions,
    verifyPage,
    publicKey,
    sums,
    manifest,
    manifestSignature,
    manifestTimestamp,
    timestampSignature,
  ]
}

/** What every file of a dossier is made from. */

import type { DecisionMaker, Dossier, Petition, PetitionText } from '../../database/tables.js'
import type { QuietDeps } from '../../deps.js'
import type { Keys } from '../../keys/keyring.js'
import type { DossierFigures } from '../adding-up.js'
import type { FrozenRow } from '../frozen.js'
import type { PartRange } from '../parts.js'
import type { FinishedFile } from '../queries.js'

export interface Source {
  deps: QuietDeps
  keys: Keys
  /** Frozen: its moment, its log and its language are set. */
  dossier: Dossier
  /** The moment whose signatures it holds. */
  at: Date
  petition: Petition
  maker: DecisionMaker
  figures: DossierFigures
  /** Every text that was open for signing, the first first. */
  texts: PetitionText[]
  /** The confirmed signatures by number, a page at a time; read anew by each file, some of its pages or all. */
  rows(range?: PartRange): AsyncGenerator<FrozenRow[]>
  pages: number
  /** Says how many rows of the file that is being written are done. */
  progress(written: number): Promise<void>
  /** The files before this one, with their sums. */
  finished(): Promise<FinishedFile[]>
}

/** Files that are written side by side, in one walk through the rows. */
export interface Bundle {
  /** How it is called while it is being made. */
  name: string
  files: string[]
  write(source: Source): AsyncIterable<{ file: string; piece: string }>
}

export interface Document {
  file: string
  /** Its bytes, as they come; written as UTF-8 where they are text. */
  write(source: Source): AsyncIterable<Buffer | string>
  /** Asked when its turn has come; it is made when this is not there. */
  isLeftOut?(source: Source): Promise<boolean>
}

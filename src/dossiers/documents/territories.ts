/** The list once more, in a folder for each territory, for whoever hands parts of it on to those who are in charge there. */

import { slugOf } from '../../launch/slug.js'
import { territoryInFigures } from '../../petitions/territories.js'
import type { FrozenRow } from '../frozen.js'
import type { Bundle, Source } from './document.js'
import { listHeading, listLines, pagesOf } from './list.js'

export interface TerritoryFolder {
  code: string
  name: string
  file: string
  confirmed: number
}

/** Where a signature's folder is: by the territory that the figures count it in. */
function territoryOf({ territory }: FrozenRow): string {
  return territory
}

/** As the figures have them, most signatures first; undefined when they were not ordered. */
export function foldersOf({ dossier, figures }: Source): TerritoryFolder[] | undefined {
  if (!dossier.byTerritory) return undefined
  return figures.byTerritory.map(({ territory, confirmed }) => {
    const name = territoryInFigures(territory, dossier.locale)
    return {
      code: territory,
      name,
      file: `territories/${folderName(territory, name)}/signatures.csv`,
      confirmed,
    }
  })
}

/** `FR-69-rhone`: sorted by code, and read by name. */
function folderName(code: string, name: string): string {
  return [code.replace(/[^A-Za-z0-9-]/g, ''), slugOf(name)].filter(Boolean).join('-')
}

export function territoryFolders(source: Source): Bundle {
  const folders = foldersOf(source) ?? []
  const fileOf = new Map(folders.map(({ code, file }) => [code, file]))
  return {
    name: 'territories/',
    files: folders.map(({ file }) => file),
    async *write(source) {
      for (const { file } of folders) yield { file, piece: listHeading() }
      for await (const rows of pagesOf(source))
        for (const [file, ours] of inFolders(rows, fileOf)) yield { file, piece: listLines(ours) }
    },
  }
}

function inFolders(rows: FrozenRow[], fileOf: Map<string, string>): Map<string, FrozenRow[]> {
  const sorted = new Map<string, FrozenRow[]>()
  for (const row of rows) {
    const file = fileOf.get(territoryOf(row))
    if (!file) throw new Error('A signature of a territory that the figures do not have')
    const others = sorted.get(file)
    if (others) others.push(row)
    else sorted.set(file, [row])
  }
  return sorted
}

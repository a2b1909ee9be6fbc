/** What `manifest.json` says, once it is known to say it in the form that the checks expect. */

export interface Manifest {
  format: string
  petition: { title: string; url: string }
  as_of: string
  counts: {
    confirmed: number
    unnamed: number
    /** Beside the list and never in it. */
    paper?: number
    by_strength: Record<string, number>
    by_text_version: Record<string, number>
  }
  texts: { version: number; file: string; sha256: string }[]
  list: string
  /** Dossiers made before there was paper have none. */
  paper?: string
  /** Only where lines on paper were counted; dossiers made before paper had a log have none. */
  paper_log?: { entries: string; size: number; root: string }
  /** The list once more, in a folder for each territory, where that was ordered. */
  territories?: { code: string; file: string; confirmed: number }[]
  log: {
    leaves: string
    size: number
    root: string
    removals: string
    removals_size: number
    removals_root: string
  }
  key: { id: string; pem: string; published_at: string }
  /** Where an authority was asked for one; without a file it did not answer. */
  timestamp?: { file: string | null }
  files: { name: string; bytes: number; sha256: string }[]
}

const FORMAT = 'clameur-dossier/1'
export const STAMP = 'manifest.tsr'

/** Whoever made it may have meant harm: nothing after this asks again what kind of thing a field is. */
export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  let manifest: Manifest
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest
  } catch {
    return undefined
  }
  const { format, as_of, petition, counts, texts, list, log, key, files } = Object(manifest) as Manifest
  const isWhole =
    format === FORMAT &&
    areTexts(as_of, list, petition?.title, key?.id, key?.pem, key?.published_at) &&
    areTexts(log?.leaves, log?.root, log?.removals, log?.removals_root) &&
    areCounts(counts?.confirmed, counts?.unnamed, log?.size, log?.removals_size) &&
    (manifest.paper === undefined || (areTexts(manifest.paper) && areCounts(counts.paper))) &&
    (manifest.paper_log === undefined ||
      (areTexts(manifest.paper_log?.entries, manifest.paper_log?.root) &&
        areCounts(manifest.paper_log?.size, counts.paper))) &&
    isTable(counts.by_strength) &&
    isTable(counts.by_text_version) &&
    (manifest.territories === undefined ||
      (Array.isArray(manifest.territories) &&
        manifest.territories.every((one) => areTexts(one?.code, one?.file) && areCounts(one?.confirmed)))) &&
    (manifest.timestamp === undefined || [null, STAMP].includes(manifest.timestamp?.file)) &&
    Array.isArray(files) &&
    files.every((file) => areTexts(file?.name, file?.sha256) && areCounts(file?.bytes)) &&
    Array.isArray(texts) &&
    texts.every((text) => areTexts(text?.file, text?.sha256))
  return isWhole ? manifest : undefined
}

function areTexts(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'string')
}

function areCounts(...values: unknown[]): boolean {
  return values.every((value) => Number.isSafeInteger(value) && (value as number) >= 0)
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && areCounts(...Object.values(value))
}

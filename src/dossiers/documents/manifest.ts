/** What makes a dossier checkable: sums, counts, the log's root, and the installation's signature over them. */

import { translatorFor } from '../../i18n/translate.js'
import type { PublicSigningKey } from '../../keys/signing.js'
import { describeSigningKeys, listSigningKeys, openSigner } from '../../keys/signing.js'
import { rootOfEntries } from '../../tally-log/paper-log.js'
import { paperOf } from '../adding-up.js'
import { readParts } from '../parts.js'
import { findTimestamp, nameAuthority } from '../timestamp.js'
import type { Document, Source } from './document.js'
import { LIST_CSV } from './list.js'
import { LOG_LEAVES, LOG_REMOVALS } from './log.js'
import { loggedIn, PAPER, PAPER_LOG } from './paper.js'
import { foldersOf } from './territories.js'
import { hashedFile } from './texts.js'

export const MANIFEST = 'manifest.json'
export const MANIFEST_SIGNATURE = 'manifest.sig'
export const MANIFEST_TIMESTAMP = 'manifest.tsr'
export const TIMESTAMP_SIGNATURE = 'manifest.tsr.sig'
export const SUMS = 'SHA256SUMS'
export const PUBLIC_KEY = 'key.pem'
export const FORMAT = 'clameur-dossier/1'

/** In the form of `sha256sum --check`. */
export const sums: Document = {
  file: SUMS,
  async *write(source) {
    for (const { file, sha256 } of await source.finished()) yield `${sha256.toString('hex')}  ${file}\n`
  },
}

export const publicKey: Document = {
  file: PUBLIC_KEY,
  async *write(source) {
    yield (await presentKey(source)).pem
  },
}

/**
 * It says whether a timestamp of it must be there, so it is written once more without that when the authority does not
 * answer.
 */
export const manifest: Document = {
  file: MANIFEST,
  async *write(source) {
    const { deps, dossier } = source
    const { tsaUrl } = deps.config
    const about = await describe(source)
    const text = (more: object) => `${JSON.stringify({ ...about, ...more }, null, 2)}\n`
    if (!tsaUrl) {
      yield text({})
      return
    }
    const authority = nameAuthority(tsaUrl)
    const stamped = text({ timestamp: { authority, file: MANIFEST_TIMESTAMP } })
    const timestamp = await findTimestamp(deps, tsaUrl, Buffer.from(stamped))
    await deps.db
      .updateTable('dossiers')
      .set({ timestamp: timestamp ?? null, timestampMissed: !timestamp })
      .where('id', '=', dossier.id)
      .execute()
    yield timestamp ? stamped : text({ timestamp: { authority, file: null } })
  },
}

async function describe(source: Source) {
  const { deps, dossier, petition, maker, figures, texts } = source
  const url = `${deps.config.publicUrl}/petitions/${petition.slug}`
  const files = await source.finished()
  const { id, pem } = await presentKey(source)
  const struck = dossier.logSize - figures.total
  const territories = foldersOf(source)
  const logged = await loggedIn(source)
  return {
    format: FORMAT,
    petition: { slug: petition.slug, url, title: petition.title, locale: petition.locale },
    recipient: { name: maker.name, role: maker.role, organisation: maker.organisation },
    as_of: source.at.toISOString(),
    counts: {
      confirmed: figures.total,
      online: figures.total,
      paper: paperOf(figures),
      unnamed: figures.unnamed,
      inside_territory: figures.inside,
      by_strength: Object.fromEntries(
        figures.byStrength.map(({ strength, confirmed }) => [`L${strength}`, confirmed]),
      ),
      by_text_version: Object.fromEntries(
        figures.byTextVersion.map(({ textVersion, confirmed }) => [textVersion, confirmed]),
      ),
    },
    texts: texts.map(({ version, sha256, publishedAt }) => ({
      version,
      file: hashedFile(version),
      sha256: sha256.toString('hex'),
      published_at: publishedAt.toISOString(),
    })),
    list: LIST_CSV,
    paper: PAPER,
    ...(logged.length > 0 && {
      paper_log: {
        url: `${url}/paper/log`,
        entries: PAPER_LOG,
        size: logged.length,
        root: rootOfEntries(logged).toString('hex'),
      },
    }),
    ...(territories && { territories }),
    log: {
      url: `${url}/log`,
      leaves: LOG_LEAVES,
      size: dossier.logSize,
      root: dossier.logRoot!.toString('hex'),
      removals: LOG_REMOVALS,
      removals_size: dossier.removalsSize,
      removals_root: dossier.removalsRoot!.toString('hex'),
      struck,
    },
    key: { id, published_at: `${deps.config.publicUrl}/.well-known/clameur-keys.json`, pem },
    files: files.map(({ file, bytes, sha256 }) => ({
      name: file,
      bytes,
      sha256: sha256.toString('hex'),
    })),
  }
}

/** Ed25519 over the manifest as it is; 64 bytes. */
export const manifestSignature: Document = {
  file: MANIFEST_SIGNATURE,
  async *write({ deps, keys, dossier }) {
    const pieces: Buffer[] = []
    for await (const piece of readParts(deps.db, keys, { dossierId: dossier.id, file: MANIFEST }))
      pieces.push(piece)
    yield (await openSigner(deps)).sign(Buffer.concat(pieces))
  },
}

/** What the authority answered, as it came. */
export const manifestTimestamp: Document = {
  file: MANIFEST_TIMESTAMP,
  async *write(source) {
    yield (await findStored(source))!
  },
  isLeftOut: async (source) => !(await findStored(source)),
}

/** By the site, over the authority's answer: a changed byte of it is found, also where the authority signed nothing. */
export const timestampSignature: Document = {
  file: TIMESTAMP_SIGNATURE,
  async *write(source) {
    yield (await openSigner(source.deps)).sign((await findStored(source))!)
  },
  isLeftOut: manifestTimestamp.isLeftOut!,
}

async function findStored({ deps, dossier }: Source): Promise<Buffer | null> {
  const { timestamp } = await deps.db
    .selectFrom('dossiers')
    .select('timestamp')
    .where('id', '=', dossier.id)
    .executeTakeFirstOrThrow()
  return timestamp
}

/** How to check without us, with what every office computer has. */
export const instructions: Document = {
  file: 'VERIFY.txt',
  async *write({ deps, dossier }) {
    const { t } = translatorFor(dossier.locale)
    const { tsaUrl } = deps.config
    yield t('dossiers.verify', {
      timestamp: tsaUrl
        ? t('dossiers.verify.timestamp', {
            authority: nameAuthority(tsaUrl),
            verify: `openssl ts -verify -data ${MANIFEST} -in ${MANIFEST_TIMESTAMP} -CAfile authority.pem`,
            show: `openssl ts -reply -in ${MANIFEST_TIMESTAMP} -text`,
          })
        : '',
      keys: `${deps.config.publicUrl}/.well-known/clameur-keys.json`,
      sums: `sha256sum --check ${SUMS}`,
      pin: `sha256sum ${SUMS}`,
      signature: `openssl pkeyutl -verify -pubin -inkey ${PUBLIC_KEY} -rawin -in ${MANIFEST} -sigfile ${MANIFEST_SIGNATURE}`,
    })
  },
}

async function presentKey({ deps }: Source): Promise<{ id: string; pem: string }> {
  const { keyId } = await openSigner(deps)
  const keys = await listSigningKeys(deps.db)
  const key = keys.find(({ id }) => id === keyId) as PublicSigningKey
  const [described] = describeSigningKeys([key]).keys
  return { id: keyId, pem: described!.pem }
}

/** The figures behind the brief, complete: by strength, week, territory, commune, and version of the text. */

import { stringify } from 'csv-stringify/sync'
import type { Document } from './document.js'

export const figuresAsCsv: Document = {
  file: 'figures.csv',
  async *write({ figures }) {
    yield stringify(
      [
        ['by', 'value', 'confirmed'],
        ...figures.byStrength.map(({ strength, confirmed }) => ['strength', `L${strength}`, confirmed]),
        ['territory', 'inside', figures.inside],
        ...figures.byTextVersion.map(({ textVersion, confirmed }) => [
          'text version',
          textVersion,
          confirmed,
        ]),
        ...figures.byTerritory.map(({ territory, confirmed }) => ['territory', territory, confirmed]),
        ...(figures.communes?.alone ?? []).map(({ code, name, confirmed }) => [
          'commune',
          `${code} ${name}`,
          confirmed,
        ]),
        ...(figures.communes?.shared ?? []).map(({ postcode, confirmed }) => [
          'postcode of no single commune',
          postcode,
          confirmed,
        ]),
        ...figures.byWeek.map(({ week, confirmed }) => ['week', week, confirmed]),
      ],
      { bom: true, record_delimiter: 'windows' },
    )
  },
}

/** The figures behind the brief, complete: by strength, by week, by territory, by version of the text. */

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
        ...figures.byWeek.map(({ week, confirmed }) => ['week', week, confirmed]),
      ],
      { bom: true, record_delimiter: 'windows' },
    )
  },
}

import t from 'tap'
import { runPrepared } from '../../src/database/connect.js'
import { CONFIRM } from '../../src/signatures/confirm.js'
import { ADD } from '../../src/signatures/sign.js'
import { startSite } from '../support/site.js'

t.test('plans that are made on the first day, and kept, look everything up by its key', async (t) => {
  const site = await startSite(t)

  for (const { name, text } of [ADD, CONFIRM]) {
    const plan = await runPrepared<Record<string, string>>(
      site.db,
      { name: '', text: `explain (generic_plan) ${text}` },
      [],
    )
    const scans = plan
      .map((row) => row['QUERY PLAN']!.trim())
      .filter((line) => / on (signatures|petitions|petition_counts|spent_mails)(_\d+)? /.test(line))
      .filter((line) => / Scan /.test(line))
    t.ok(scans.length > 0, name)
    for (const scan of scans) t.notMatch(scan, /Seq Scan/)
    for (const scan of scans.filter((line) => / on signatures/.test(line)))
      t.match(scan, /Index Scan using signatures_pkey/)
    for (const scan of scans.filter((line) => / on petitions/.test(line)))
      t.match(scan, /Index Scan using petitions_pkey/)
  }
})

/** What every page owes to who cannot see it, or has no mouse; axe looks at the rest in a browser. */

import t, { type Test } from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { openMine } from '../my-signatures/support.js'
import { linkIn, sign } from '../signatures/support.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { fillIn, startDraft } from '../support/launch.js'
import { startSite } from '../support/site.js'

function check(t: Test, page: string, html: string): void {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
  t.strictSame(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
    `${page}: no id twice`,
  )
  const aimed = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!)
  t.strictSame(
    aimed.filter((id) => !ids.includes(id)),
    [],
    `${page}: links within the page lead somewhere`,
  )
  const described = [...html.matchAll(/aria-(?:describedby|labelledby|controls)="([^"]+)"/g)].flatMap(
    ([, some]) => some!.split(' '),
  )
  t.strictSame(
    described.filter((id) => !ids.includes(id)),
    [],
    `${page}: what is said to describe a field is there`,
  )
  const labelled = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]+)"/g)].map(([, id]) => id))
  // A label may also hold its field.
  const outside = html.replace(/<label\b(?![^>]*\bfor=)[^>]*>.*?<\/label>/gs, '')
  const unlabelled = [...outside.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(hidden|submit)"|aria-label=/.test(tag))
    .filter((tag) => !labelled.has(/\sid="([^"]+)"/.exec(tag)?.[1]))
  t.strictSame(unlabelled, [], `${page}: every field has its label`)
  const levels = [...html.replace(/<svg.*?<\/svg>/gs, '').matchAll(/<h([1-6])\b/g)].map(([, level]) =>
    Number(level),
  )
  t.equal(levels.filter((level) => level === 1).length, 1, `${page}: one first heading`)
  t.strictSame(
    levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1),
    [],
    `${page}: no heading leaves out a level (${levels.join(' ')})`,
  )
  t.match(html, /<html lang="(fr|en)"/, `${page}: says its language`)
  t.notMatch(
    html,
    /<(script|style)\b(?![^>]*\bsrc=)|\son\w+="|\sstyle="|javascript:/,
    `${page}: nothing inline`,
  )
  t.notMatch(html, /undefined|\[object Object\]|NaN/, `${page}: no hole in a sentence`)
}

t.test(
  'every page and every form that comes back can be used with a keyboard and a screen reader',
  async (t) => {
    const site = await startSite(t)
    const moderator = await addModerator(site)
    const headers = await signInAs(site, moderator)
    const petition = await addPetition(site, { accountId: moderator.id })
    const closed = await addPetition(site, { state: 'closed', closedAt: new Date() })
    const submitted = await addPetition(site, { state: 'submitted' })
    const reply = await addReply(site, petition)
    await addReply(site, petition, { state: 'published', decidedAt: new Date() })
    await sign(site, petition.slug, { comment: 'For my children.', show_name: 'on' })
    await site.work()
    const own = linkIn(site.mails.find(({ text }) => text.includes('/signatures/'))!)
    await site.submit(`${own}/confirmation`)
    const draft = await startDraft(site)
    await fillIn(site, draft)
    const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
    const maker = tokenOf(keys, 'decision-maker', {
      petitionId: petition.id,
      subjectId: reply.decisionMakerId,
    })

    const { cookie } = await openMine(site)
    Object.assign(headers, { cookie: `${headers.cookie}; ${cookie}` })

    const pages = [
      '/',
      '/my-signatures',
      '/my-signatures/check-your-inbox',
      '/my-signatures/list',
      '/my-signatures/list?done=withdrawn&count=2',
      '/my-signatures/list?before=1',
      '/my-signatures/erased',
      '/petitions',
      '/petitions?q=nothing-like-it',
      '/petitions?near=',
      '/petitions/new',
      `/petitions/${petition.slug}`,
      `/petitions/${petition.slug}?lang=fr`,
      `/petitions/${closed.slug}`,
      `/petitions/${petition.slug}/signatures/new`,
      `/petitions/${petition.slug}/signatures/check-your-inbox`,
      own,
      `${own}/thanks`,
      `${own}/verdicts`,
      '/outcomes',
      `/dossiers/${maker}`,
      `/dossiers/${maker}/objection`,
      `/dossiers/${maker}/code`,
      `/dossiers/${maker}/code?done=sent`,
      `/account/petitions/${petition.slug}/delivery`,
      `/dossiers/${maker}/outcomes`,
      ...['', '/title', '/recipient', '/text', '/picture', '/details', '/you', '/review'].map(
        (step) => draft + step,
      ),
      '/account/sign-in',
      '/account',
      `/account/petitions/${petition.slug}`,
      `/account/petitions/${petition.slug}/outcomes`,
      '/desk',
      '/desk/petitions',
      '/desk/log',
      `/desk/petitions/${petition.id}`,
      `/desk/petitions/${petition.id}/outcomes`,
      `/desk/petitions/${submitted.id}`,
      `/desk/replies/${reply.id}`,
      '/no-such-page',
    ]
    for (const url of pages) {
      const answer = await site.get(url, headers)
      if (answer.statusCode === 303) continue
      t.ok([200, 404].includes(answer.statusCode), `${url}: ${answer.statusCode}`)
      check(t, url, answer.body)
    }

    const forms = [
      `/petitions/${petition.slug}/signatures`,
      '/petitions',
      ...['/title', '/recipient', '/text', '/details', '/you'].map((step) => draft + step),
      '/account/sign-in',
      '/my-signatures',
      '/my-signatures/name',
      '/my-signatures/address',
      `/dossiers/${maker}/replies`,
      `/dossiers/${maker}/code`,
      `/account/petitions/${petition.slug}/delivery`,
      `/desk/petitions/${submitted.id}/refusal`,
      `/desk/petitions/${petition.id}/hiding`,
      `/desk/petitions/${petition.id}/notes`,
      `/desk/replies/${reply.id}/refusal`,
      `/account/petitions/${petition.slug}/updates`,
      `/account/petitions/${petition.slug}/outcomes/promises`,
      `/account/petitions/${petition.slug}/closing`,
    ]
    for (const url of forms) {
      const answer = await site.submit(url, {}, headers)
      t.equal(answer.statusCode, 422, url)
      check(t, `${url} sent empty`, answer.body)
      t.match(answer.body, /aria-invalid="true"|class="wrong"/, `${url} says what is wrong`)
    }
  },
)

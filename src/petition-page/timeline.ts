/** What happened to a petition, newest first. */

import type { Petition } from '../database/tables.js'
import type { Translator } from '../i18n/translate.js'
import type { Story } from './queries.js'

export interface Event {
  on: Date
  title: string
  href?: string
  isWin?: boolean
}

/** Ten and twenty-five are for the campaigner's mail; the page tells the steps that others would. */
const FIRST_TOLD = 50

export function timelineOf({ t }: Translator, petition: Petition, story: Story): Event[] {
  const events: Event[] = []
  const { campaignerName: name } = petition
  if (petition.openedAt)
    events.push({
      on: petition.openedAt,
      title: name ? t('petition.event.openedBy', { name }) : t('petition.event.opened'),
    })
  for (const { threshold, isGoal, reachedAt } of highestOfEachMoment(story.milestones))
    if (threshold >= FIRST_TOLD || isGoal)
      events.push({
        on: reachedAt,
        title: t(isGoal ? 'petition.event.goal' : 'petition.event.milestone', { count: threshold }),
      })
  for (const { title, id, publishedAt } of story.updates)
    events.push({ on: publishedAt, title: t('petition.event.update', { title }), href: `#update-${id}` })
  for (const maker of story.makers)
    if (maker.acknowledgedAt)
      events.push({
        on: maker.acknowledgedAt,
        title: t('petition.event.acknowledged', { name: maker.organisation || maker.name }),
      })
  for (const { organisation, name, id, decidedAt, submittedAt } of story.replies)
    events.push({
      on: decidedAt ?? submittedAt,
      title: t('petition.event.reply', { name: organisation || name }),
      href: `#reply-${id}`,
    })
  if (petition.closedAt && petition.state !== 'open')
    events.push({
      on: petition.closedAt,
      title: t(`petition.closing.${petition.state}` as 'petition.closing.closed'),
      isWin: petition.state === 'victory',
    })
  return events.sort((a, b) => b.on.getTime() - a.on.getTime())
}

/** A burst passes several steps at once: the last says it all. */
function highestOfEachMoment<T extends { threshold: number; reachedAt: Date }>(milestones: T[]): T[] {
  return milestones.filter((milestone, index) => {
    const next = milestones[index + 1]
    return !next || next.reachedAt.getTime() - milestone.reachedAt.getTime() > 3_600_000
  })
}

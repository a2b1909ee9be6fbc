/** What happened to a petition, newest first. */

import type { Petition } from '../database/tables.js'
import type { ListedDelivery } from '../decision-makers/deliveries.js'
import type { Translator } from '../i18n/translate.js'
import type { Story } from './queries.js'

export interface Event {
  on: Date
  title: string
  href?: string
  /** Made safe already. */
  html?: string
  isWin?: boolean
}

/** Ten and twenty-five are for the campaigner's mail; the page tells the steps that others would. */
const FIRST_TOLD = 50
/** A fortnight's silence is no news: councils and ministries take that long to open their mail. */
const QUIET_DAYS = 15
const DAY_MS = 86_400_000

export function timelineOf({ t }: Translator, petition: Petition, story: Story, now: Date): Event[] {
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
    if (maker.acknowledgedAt && !isSaidOfDelivery(maker, story))
      events.push({
        on: maker.acknowledgedAt,
        title: t('petition.event.acknowledged', { name: maker.organisation || maker.name }),
      })
  for (const delivery of story.deliveries) events.push(...eventsOf(t, delivery, now))
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

/** Whoever acknowledges a delivery acknowledges the petition with it: one line says both. */
function isSaidOfDelivery({ id, acknowledgedAt }: Story['makers'][number], { deliveries }: Story): boolean {
  return deliveries.some(
    (delivery) =>
      delivery.decisionMakerId === id && delivery.acknowledgedAt?.getTime() === acknowledgedAt?.getTime(),
  )
}

function eventsOf(t: Translator['t'], delivery: ListedDelivery, now: Date): Event[] {
  const name = delivery.organisation || delivery.name
  const events: Event[] = [{ on: delivery.deliveredAt, title: t('deliveries.event.delivered', { name }) }]
  // An acknowledgement says that it was seen, too.
  if (delivery.seenAt && delivery.seenAt.getTime() !== delivery.acknowledgedAt?.getTime())
    events.push({ on: delivery.seenAt, title: t('deliveries.event.seen', { name }) })
  if (delivery.acknowledgedAt)
    events.push({ on: delivery.acknowledgedAt, title: t('deliveries.event.acknowledged', { name }) })
  const days = Math.floor((now.getTime() - delivery.deliveredAt.getTime()) / DAY_MS)
  if (!delivery.isAnswered && days >= QUIET_DAYS)
    events.push({
      on: now,
      title: t('deliveries.event.noAnswer', { name, days }),
      html: t('deliveries.event.noAnswer.right'),
    })
  return events
}

/** A burst passes several steps at once: the last says it all. */
function highestOfEachMoment<T extends { threshold: number; reachedAt: Date }>(milestones: T[]): T[] {
  return milestones.filter((milestone, index) => {
    const next = milestones[index + 1]
    return !next || next.reachedAt.getTime() - milestone.reachedAt.getTime() > 3_600_000
  })
}

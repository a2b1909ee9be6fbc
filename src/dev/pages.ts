import type { FastifyReply } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import type { KeptMail } from '../mail/mailbox.js'
import { drawCurve, periodsOf } from '../petition-page/figures.js'
import { drawCard, drawPoster } from '../posters/draw-poster.js'

/** `views/dev/mailbox.eta` */
export function showMailbox(reply: FastifyReply, mails: KeptMail[]): Promise<string> {
  return reply.page('dev/mailbox', {
    mails: mails.map((mail) => ({ ...mail, sentAt: new Date(mail.sentAt) })),
  })
}

/** `views/dev/mail.eta` */
export function showMail(reply: FastifyReply, mail: KeptMail): Promise<string> {
  return reply.page('dev/mail', {
    mail: { ...mail, sentAt: new Date(mail.sentAt) },
    headers: Object.entries(mail.headers ?? {}),
  })
}

/** `views/dev/components.eta`, with a drawing of each kind. */
export function showComponents(reply: FastifyReply): Promise<string> {
  const { date, number } = translatorFor(reply.request.reader.locale)
  const days = [120, 312, 80, 45, 200, 491].map((confirmed, index) => ({
    day: `2026-11-0${index + 3}`,
    confirmed,
  }))
  const { periods } = periodsOf(days, days[0]!.day, days.at(-1)!.day)
  const { width, height, line, area, top } = drawCurve(periods)
  return reply.page('dev/components', {
    poster: drawPoster({ title: 'A zebra crossing in front of the school', seed: 3 }),
    card: drawCard({
      title: 'A night bus for the hospital staff of Leeds',
      seed: 5,
      label: '9,104 of 10,000',
    }),
    chart: {
      width,
      height,
      line,
      area,
      xLabels: [
        { x: 0, label: date(days[0]!.day), anchor: 'start' },
        { x: width, label: date(days.at(-1)!.day), anchor: 'end' },
      ],
      yMax: { y: top, label: number(periods.at(-1)!.total) },
      label: 'Confirmed signatures, 3 to 8 November',
      caption: undefined,
      columns: ['Day', 'New', 'All'],
      rows: periods.map(({ from, confirmed, total }) => [date(from), number(confirmed), number(total)]),
    },
  })
}

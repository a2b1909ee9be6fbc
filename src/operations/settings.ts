/** What this installation is set to, for administrators to read; secrets are told as set or not, and no more. */

import type { Config } from '../config.js'
import { UNDO_MINUTES } from '../moderation/undoable.js'
import { OVERDUE_HOURS, URGENT_HOURS } from '../moderation/waiting.js'

export type SettingGroup = 'desk' | 'people' | 'mail' | 'machine'

export interface Setting {
  group: SettingGroup
  /** The variable of the environment, or a word for what is the same in every installation. */
  name: string
  isVariable: boolean
  /** What it says, as a number, a word, or whether it is set at all. */
  value: string | number | boolean | undefined
  /** What the number counts. */
  unit?: 'seconds' | 'minutes' | 'hours' | 'days' | 'months'
}

export function listSettings(config: Config): Setting[] {
  const { legal } = config
  const of =
    (group: SettingGroup, isVariable = true) =>
    (name: string, value: Setting['value'], unit?: Setting['unit']): Setting => ({
      group,
      name,
      isVariable,
      value,
      ...(unit ? { unit } : {}),
    })
  const desk = of('desk')
  const always = of('desk', false)
  const people = of('people')
  const mail = of('mail')
  const machine = of('machine')
  return [
    desk('DECISION_DELAY', config.decisionDelaySeconds, 'seconds'),
    always('undo', UNDO_MINUTES, 'minutes'),
    always('overdue', OVERDUE_HOURS, 'hours'),
    always('urgent', URGENT_HOURS, 'hours'),
    desk('DESK_PASSKEYS', config.deskPasskeys),
    desk('RETENTION_MONTHS', config.retentionMonths, 'months'),
    desk('LOG_DAYS', legal.logDays || undefined, 'days'),
    desk('BACKUP_DAYS', legal.backupDays || undefined, 'days'),
    desk('TIME_ZONE', config.timeZone),
    people('OPERATOR', legal.operator),
    people('OPERATOR_ADDRESS', legal.operatorAddress),
    people('OPERATOR_EMAIL', legal.operatorEmail),
    people('PUBLICATION_DIRECTOR', legal.publicationDirector),
    people('HOST_NAME', legal.hostName),
    people('HOST_ADDRESS', legal.hostAddress),
    people('DPO_EMAIL', legal.dpoEmail),
    people('SUPERVISORY_AUTHORITY', legal.supervisoryAuthority),
    people('SOURCE_URL', legal.sourceUrl),
    mail('MAIL_FROM', config.mailFrom),
    mail('RETURN_PATH', config.returnPath),
    mail('SMTP_URL', config.smtpUrl !== undefined),
    machine('PUBLIC_URL', config.publicUrl),
    machine('DATABASE_URL', config.databaseUrl !== undefined),
    machine('DATABASE_REPLICA_URL', config.databaseReplicaUrl !== undefined),
    machine('TSA_URL', config.tsaUrl !== undefined),
    machine('REDIS_URL', config.redisUrl !== undefined),
    machine('SECRET_KEY_PREVIOUS', config.previousSecretKey !== undefined),
    machine('RATE_LIMIT_SCALE', config.rateLimitScale),
    machine('WEB_WORKERS', config.webWorkers),
    machine('TRUST_PROXY', config.trustProxy.join(', ') || undefined),
  ]
}

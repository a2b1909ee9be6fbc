import type { FastifyReply } from 'fastify'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import type { Setting, SettingGroup } from './settings.js'

const GROUPS: readonly SettingGroup[] = ['desk', 'people', 'mail', 'machine']

/** What `views/operations/settings.eta` shows. */
export async function showSettings(
  reply: FastifyReply,
  { settings, missing }: { settings: Setting[]; missing: string[] },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const tell = ({ value, unit }: Setting) => {
    if (unit && value !== undefined) return t(`settings.unit.${unit}`, { count: Number(value) })
    if (value === true) return t('settings.set')
    return value === undefined || value === false ? t('settings.unset') : String(value)
  }
  return reply.page('operations/settings', {
    missing,
    groups: GROUPS.map((group) => ({
      title: t(`settings.group.${group}`),
      settings: settings
        .filter((one) => one.group === group)
        .map((one) => ({
          variable: one.isVariable ? one.name : undefined,
          label: t(`settings.of.${one.name}` as MessageKey),
          value: tell(one),
        })),
    })),
  })
}

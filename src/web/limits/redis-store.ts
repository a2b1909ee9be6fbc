/** The shared levels in Redis, where there is one: the database is then spared even these few rows. */

import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Level, LevelStore } from './store.js'

const PREFIX = 'clameur:level:'
/** A level that is late is as good as none: the process goes on with its own. */
const ANSWER_WITHIN_MS = 1_000

/** As `POUR` of store.ts does it; a vessel that is empty is forgotten by Redis itself. */
const POUR = `
  local now = tonumber(ARGV[1])
  local answers = {}
  for i, key in ipairs(KEYS) do
    local first = 2 + (i - 1) * 5
    local poured, leak, ceiling = tonumber(ARGV[first]), tonumber(ARGV[first + 1]), tonumber(ARGV[first + 2])
    local high, low = tonumber(ARGV[first + 3]), tonumber(ARGV[first + 4])
    local kept = redis.call('HMGET', key, 'level', 'at', 'raised')
    local at = math.max(now, tonumber(kept[2] or now))
    local before = math.max(0, tonumber(kept[1] or 0) - leak * math.max(0, now - tonumber(kept[2] or now)) / 1000)
    local level = math.max(0, math.min(ceiling, before + poured))
    local raised = kept[3] or '0'
    if level >= high then raised = '1' elseif level < low then raised = '0' end
    redis.call('HSET', key, 'level', string.format('%.17g', level), 'at', string.format('%.0f', at), 'raised', raised)
    redis.call('PEXPIRE', key, math.ceil(level / leak * 1000) + 60000)
    answers[i] = { string.format('%.17g', level), raised }
  end
  return answers`

export function openRedisStore(url: string, onError: (error: Error) => void): LevelStore {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    commandTimeout: ANSWER_WITHIN_MS,
    // What cannot be told now is told with the next batch: nothing waits in line for a server that is away.
    enableOfflineQueue: false,
  })
  redis.on('error', onError)
  const firstTried = Promise.race([once(redis, 'ready'), sleep(ANSWER_WITHIN_MS)]).catch(() => {})
  return {
    async pour(pours, now) {
      await firstTried
      const keys = pours.map(({ key }) => PREFIX + key.toString('base64url'))
      const values = pours.flatMap(({ amount, measure: { leak, ceiling, high, low } }) => [
        amount,
        leak,
        ceiling,
        high,
        low,
      ])
      const answers = (await redis.eval(POUR, keys.length, ...keys, now.getTime(), ...values)) as [
        level: string,
        raised: string,
      ][]
      return answers.map(([level, raised]): Level => ({ level: Number(level), raised: raised === '1' }))
    },
    close: async () => redis.disconnect(),
  }
}

import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * One JSON line an event, to standard output unless another place is given. What could name a person is taken out wherever it is met, though
 * nothing should put it there.
 */
export function openLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: undefined,
    redact: {
      paths: [
        'email',
        'name_',
        'address',
        'token',
        'req',
        'res',
        '*.email',
        '*.address',
        '*.token',
        'err.parameters',
        'err.detail',
      ],
      censor: '[removed]',
    },
    serializers: {
      // PostgreSQL's messages and details quote the values of a row.
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        frames: error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 12),
      }),
    },
  }
  return pino(options, to)
}

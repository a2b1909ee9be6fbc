/**
 * How often, by rule. Each is a vessel that empties at a steady rate: `burst` may come at once, and then as many an hour as
 * `perHour` says. RATE_LIMIT_SCALE multiplies both.
 *
 * The numbers leave room for many people behind one address, because they exist and robots that stay below them gain
 * nothing: every signature needs a mailbox, and a petition that looks attacked asks for more (see `src/robots`).
 */

export interface Rule {
  readonly burst: number
  readonly perHour: number
  /**
   * Asks the shared count before it answers, so that processes together give out exactly `burst`: for rare acts. The
   * others answer from what this process knows, and processes tell each other ten times a second.
   */
  readonly exact?: true
}

export const RULES = {
  // A hall of three hundred signs during one speech; a mobile provider puts thousands behind one address, and at two a
  // second they wait for nobody even on the evening of a broadcast.
  'sign-network': { burst: 300, perHour: 7_200 },
  // A university, or all the gateways of a provider in a region.
  'sign-wide-network': { burst: 1_500, perHour: 36_000 },
  // Somebody signs everything they agree with in an evening, and presses twice.
  'sign-address': { burst: 40, perHour: 20 },
  // The staff of a large employer after a mail to all. Free providers, where everybody is, have no limit.
  'sign-domain': { burst: 600, perHour: 14_400 },
  // As many as may sign; a token of 128 bits is not guessed at any rate.
  confirm: { burst: 300, perHour: 7_200 },
  search: { burst: 300, perHour: 18_000 },
  // Recounting a log of six million leaves is 370 requests.
  log: { burst: 600, perHour: 36_000 },
  challenge: { burst: 300, perHour: 7_200 },
  launch: { burst: 20, perHour: 20, exact: true },
  draft: { burst: 600, perHour: 600 },
  'sign-in': { burst: 30, perHour: 30, exact: true },
  'sign-in-address': { burst: 5, perHour: 5, exact: true },
  'my-signatures': { burst: 240, perHour: 240 },
  reply: { burst: 20, perHour: 20, exact: true },
  // A neighbourhood may report what it sees; nobody may fill somebody else's mailbox with receipts.
  report: { burst: 20, perHour: 20, exact: true },
  'report-address': { burst: 5, perHour: 5, exact: true },
} as const satisfies Record<string, Rule>

export type LimitName = keyof typeof RULES

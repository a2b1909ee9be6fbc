/** The shape of every table, as camelCase; `migrations/` explains the columns. */

import type { ColumnType, Generated, Selectable } from 'kysely'

/** A moment the database fills in when it is left out. */
type Moment = ColumnType<Date, Date | undefined, Date>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
/** jsonb: read as it was written. */
type Json<T> = ColumnType<T, string | undefined, string>

export type Locale = 'fr' | 'en'

export type ConsentKind = 'signing' | 'show-name' | 'updates' | 'campaigner-news' | 'withhold-name'

export type PetitionState =
  | 'draft'
  | 'submitted'
  | 'open'
  | 'closed'
  | 'rejected'
  | 'hidden'
  | 'victory'
  | 'retired'

export type SignatureState = 'pending' | 'confirmed' | 'withdrawn' | 'quarantined' | 'removed' | 'expired'

export interface SiteKeyTable {
  purpose: string
  wrapped: Buffer
  createdAt: Moment
}

export interface KeyRotationTable {
  newKey: Buffer
  lastPetitionId: Generated<number>
  rewrapped: Generated<number>
  startedAt: Moment
}

export type AccountRole = 'campaigner' | 'reviewer' | 'moderator' | 'administrator'

export interface SigningKeyTable {
  id: string
  publicKey: Buffer
  createdAt: Date
  retiredAt: Maybe<Date>
}

export interface AccountTable {
  id: Generated<number>
  emailFingerprint: Buffer
  emailSealed: Buffer
  name: Maybe<string>
  role: ColumnType<AccountRole, AccountRole | undefined>
  locale: ColumnType<Locale, Locale | undefined>
  createdAt: Moment
  leftDeskAt: Maybe<Date>
  deskMails: Generated<boolean>
  deskToldAt: Maybe<Date>
}

export interface SignInLinkTable {
  id: Generated<string>
  accountId: number
  purpose: ColumnType<string, string | undefined>
  returnTo: Maybe<string>
  createdAt: Moment
  expiresAt: Date
  usedAt: Maybe<Date>
}

export interface SessionTable {
  id: Generated<number>
  tokenHash: Buffer
  accountId: number
  browser: Maybe<string>
  createdAt: Moment
  lastUsedOn: Maybe<string>
  passkeyAt: Maybe<Date>
  expiresAt: Date
}

export interface PasskeyTable {
  id: Generated<number>
  accountId: number
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: ColumnType<string[], string[] | undefined>
  name: string
  createdAt: Moment
  lastUsedOn: Maybe<string>
}

export interface PasskeyChallengeTable {
  challenge: Buffer
  sessionId: number
  purpose: 'registration' | 'authentication'
  expiresAt: Date
}

export interface PetitionTable {
  id: Generated<number>
  slug: string
  state: ColumnType<PetitionState, PetitionState | undefined>
  locale: Locale
  textVersion: Generated<number>
  title: string
  ask: ColumnType<string, string | undefined>
  body: ColumnType<string, string | undefined>
  topic: Maybe<string>
  placeName: Maybe<string>
  country: Maybe<string>
  postcodes: ColumnType<string[], string[] | undefined>
  goal: Generated<number>
  /** A calendar date as `2027-02-28`: dates are read as text so that no time zone moves them. */
  closesOn: Maybe<string>
  accountId: Maybe<number>
  campaignerName: Maybe<string>
  campaignerEmailSealed: Maybe<Buffer>
  /** For who receives the petition, and nobody else. */
  campaignerContactSealed: Maybe<Buffer>
  campaignerMails: Generated<boolean>
  pictureId: Maybe<number>
  posterSeed: Generated<number>
  createdAt: Moment
  editedAt: Moment
  submittedAt: Maybe<Date>
  openedAt: Maybe<Date>
  closedAt: Maybe<Date>
  closingStatement: Maybe<string>
  rejectedAt: Maybe<Date>
  hiddenAt: Maybe<Date>
  hiddenFrom: Maybe<PetitionState>
  moderationReason: Maybe<string>
  moderationNote: Maybe<string>
  institution: Maybe<string>
  institutionCode: Maybe<string>
  institutionName: Maybe<string>
  institutionPopulation: Maybe<number>
  institutionPostcodes: ColumnType<string[], string[] | undefined>
  institutionShared: Generated<number>
  officialUrl: Maybe<string>
  search: ColumnType<string, never, never>
  searchWords: ColumnType<string, never, never>
  deliverWhen: ColumnType<DeliverWhen, DeliverWhen | undefined>
  deliverAt: Maybe<number>
  deliverByTerritory: Generated<boolean>
}

export interface SearchWordTable {
  word: string
}

export interface PetitionKeyTable {
  petitionId: number
  wrapped: Buffer
  createdAt: Moment
}

export interface DestructionTable {
  petitionId: number
  keySha256: Buffer
  confirmed: number
  signatures: Generated<number>
  lastSignatureId: Generated<number>
  destroyedAt: Date
  finishedAt: Maybe<Date>
}

export interface PetitionTextTable {
  petitionId: number
  version: number
  title: string
  ask: string
  body: string
  sha256: Buffer
  publishedAt: Moment
}

export interface PictureTable {
  id: Generated<number>
  petitionId: number
  width: number
  height: number
  webp: Buffer
  alt: ColumnType<string, string | undefined>
  createdAt: Moment
  removedAt: Maybe<Date>
}

export type DecisionMakerState = 'active' | 'not-me' | 'objected'
export type Rhythm = 'threshold' | 'weekly' | 'monthly' | 'closing' | 'delivery' | 'none'

/** Of whoever reads a private page by a link of their own. */
interface LinkHolderColumns {
  /** Part of what the link is derived from. */
  linkNumber: Generated<number>
  /** Null: not handed out yet. */
  linkUntil: Maybe<Date>
  oldLinkUntil: Maybe<Date>
  visitAt: Maybe<Date>
  visitBeforeAt: Maybe<Date>
}

export interface DecisionMakerTable extends LinkHolderColumns {
  id: Generated<number>
  petitionId: number
  name: string
  role: ColumnType<string, string | undefined>
  organisation: ColumnType<string, string | undefined>
  emailSealed: Maybe<Buffer>
  emailFingerprint: Maybe<Buffer>
  locale: ColumnType<Locale, Locale | undefined>
  state: ColumnType<DecisionMakerState, DecisionMakerState | undefined>
  stateNote: Maybe<string>
  stateAt: Maybe<Date>
  rhythm: ColumnType<Rhythm, Rhythm | undefined>
  toldConfirmed: Generated<number>
  toldAt: Maybe<Date>
  openedAt: Maybe<Date>
  acknowledgedAt: Maybe<Date>
  bouncedAt: Maybe<Date>
  createdAt: Moment
  strikesToldTo: Generated<number>
  strikesToldAt: Maybe<Date>
  strikesDoneTo: Generated<number>
  strikesDoneAt: Maybe<Date>
  ageKey: Maybe<string>
  ageKeyAt: Maybe<Date>
}

export interface DelegateTable extends LinkHolderColumns {
  id: Generated<number>
  petitionId: number
  decisionMakerId: number
  nameSealed: Buffer
  /** Null once they were taken off. */
  emailSealed: Maybe<Buffer>
  emailFingerprint: Maybe<Buffer>
  locale: Locale
  addedAt: Date
  endedAt: Maybe<Date>
  bouncedAt: Maybe<Date>
}

export interface ReaderActTable {
  id: Generated<number>
  decisionMakerId: number
  delegateId: Maybe<number>
  act: string
  at: Date
}

export type DeliverWhen = 'hand' | 'threshold' | 'closing'

export interface DeliveryTable {
  id: Generated<number>
  petitionId: number
  decisionMakerId: number
  dossierId: Maybe<number>
  cause: 'campaigner' | 'threshold' | 'closing'
  deliveredAt: Date
  seenAt: Maybe<Date>
  acknowledgedAt: Maybe<Date>
  isAcknowledgedByDelegate: Generated<boolean>
  downloadEndedAt: Maybe<Date>
  destroyAt: Maybe<Date>
}

export interface ReaderCodeTable {
  id: Generated<number>
  decisionMakerId: number
  delegateId: Maybe<number>
  nonce: Buffer
  askedAt: Date
  expiresAt: Date
  tries: Generated<number>
  usedAt: Maybe<Date>
}

export interface DownloadTable {
  id: Generated<number>
  decisionMakerId: number
  delegateId: Maybe<number>
  dossierId: number
  file: string
  at: Date
}

export interface StrikeTable {
  id: Generated<number>
  petitionId: number
  number: number
  act: 'strike' | 'correct'
  at: Date
  list: ColumnType<'online' | 'paper', 'online' | 'paper' | undefined>
}

export interface AuditEntryTable {
  id: Generated<number>
  at: Moment
  accountId: Maybe<number>
  petitionId: Maybe<number>
  replyId: Maybe<number>
  reportId: Maybe<number>
  subjectId: Maybe<number>
  appealId: Maybe<number>
  pictureId: Maybe<number>
  limitId: Maybe<number>
  act: string
  reason: Maybe<string>
  law: Maybe<string>
  note: Maybe<string>
  undoesId: Maybe<number>
  undoneAt: Maybe<Date>
}

export interface PausedRuleTable {
  rule: string
  pausedAt: Date
}

export interface UpdateTable {
  id: Generated<number>
  petitionId: number
  kind: ColumnType<'news' | 'closing', 'news' | 'closing' | undefined>
  title: string
  body: string
  publishedAt: Moment
  removedAt: Maybe<Date>
  replyId: Maybe<number>
}

export interface ReplyTable {
  id: Generated<number>
  petitionId: number
  decisionMakerId: number
  body: string
  signedBy: ColumnType<string, string | undefined>
  state: ColumnType<'submitted' | 'published' | 'refused', 'submitted' | 'published' | 'refused' | undefined>
  submittedAt: Moment
  decidedAt: Maybe<Date>
  decisionNote: Maybe<string>
  kind: Maybe<ReplyKind>
  kindWords: ColumnType<string, string | undefined>
  meetsOn: Maybe<string>
  promise: Maybe<string>
  promisedFor: Maybe<string>
}

export type ReplyKind = 'accept' | 'partly' | 'refuse' | 'not-competent' | 'meet'

export interface ReplyFileTable {
  replyId: number
  bytes: Buffer
  sha256: Buffer
}

export type Verdict = 'yes' | 'partly' | 'no'

export interface ReplyVerdictTable {
  replyId: number
  petitionId: number
  signatureId: number
  verdict: Verdict
}

export type OutcomeParty = 'decision-maker' | 'campaigner' | 'moderator'

export interface OutcomeTable {
  id: Generated<number>
  petitionId: number
  decisionMakerId: number
  replyId: Maybe<number>
  promise: string
  promisedOn: string
  dueOn: string
  source: ColumnType<string, string | undefined>
  addedBy: OutcomeParty
  addedAt: Date
  disputedAt: Maybe<Date>
  disputedNote: Maybe<string>
}

export type OutcomeSaid = 'kept' | 'partly' | 'not-kept' | 'under-way'

export interface OutcomeAnswerTable {
  id: Generated<number>
  outcomeId: number
  saidBy: OutcomeParty
  said: OutcomeSaid
  note: string
  saidAt: Date
  disputedAt: Maybe<Date>
  disputedNote: Maybe<string>
}

export interface OutcomeQuestionTable {
  outcomeId: number
  months: number
  askedAt: Date
}

export interface SignatureTable {
  petitionId: number
  id: Generated<number>
  state: ColumnType<SignatureState, SignatureState | undefined>
  emailFingerprint: Buffer
  /** 1 or 2: the place among the two that share an address. */
  slot: Generated<number>
  nameFingerprint: Maybe<Buffer>
  sealed: Maybe<Buffer>
  domainFingerprint: Maybe<Buffer>
  networkFingerprint: Maybe<Buffer>
  wideNetworkFingerprint: Maybe<Buffer>
  agentFingerprint: Maybe<Buffer>
  fillSeconds: Maybe<number>
  bouncedAt: Maybe<Date>
  textVersion: number
  locale: Locale
  country: string
  postcode: ColumnType<string, string | undefined>
  territory: string
  inside: ColumnType<boolean, boolean | undefined>
  strength: Maybe<number>
  shownName: Maybe<string>
  /** From the recipient, whose list then has the number, the place and the strength alone. */
  nameWithheld: Generated<boolean>
  comment: Maybe<string>
  /** The comment says what its signer does not agree with. Means nothing where there is none. */
  reservation: Generated<boolean>
  updates: ColumnType<boolean, boolean | undefined>
  campaignerNews: ColumnType<boolean, boolean | undefined>
  refusesChecks: Generated<boolean>
  mailsAsked: Generated<number>
  number: Maybe<number>
  signedAt: Moment
  confirmedAt: Maybe<Date>
  withdrawnAt: Maybe<Date>
  marks: Maybe<string[]>
  stemFingerprint: Maybe<Buffer>
  quarantineId: Maybe<number>
  objectedAt: Maybe<Date>
}

export interface TallyTable {
  petitionId: number
  textVersion: number
  day: string
  territory: string
  strength: number
  confirmed: number
}

export interface CommuneTallyTable {
  petitionId: number
  postcode: string
  commune: ColumnType<string, string | undefined>
  communeName: ColumnType<string, string | undefined>
  confirmed: number
}

export interface OfficialCountTable {
  id: Generated<number>
  petitionId: number
  signatures: number
  countedOn: string
  enteredAt: Date
}

/** How a dispute out of court ended: for whom it was decided, or that it was given up. */
export type DisputeOutcome = 'site' | 'person' | 'withdrawn'

export interface DisputeTable {
  id: Generated<number>
  body: string
  about: string
  submittedOn: string
  outcome: Maybe<DisputeOutcome>
  decidedOn: Maybe<string>
  /** Null while it is not decided, and when there was nothing to do. */
  carriedOut: Maybe<boolean>
}

export interface PetitionCountTable {
  petitionId: number
  confirmed: Generated<number>
  numbered: Generated<number>
  nextMilestone: Generated<number>
  updatedAt: Moment
  recountedAt: Moment
}

export interface MilestoneTable {
  petitionId: number
  threshold: number
  isGoal: ColumnType<boolean, boolean | undefined>
  reachedAt: Moment
}

export interface MailingTable {
  id: Generated<number>
  petitionId: number
  kind: string
  updateId: Maybe<number>
  replyId: Maybe<number>
  state: ColumnType<'due' | 'paused' | 'done', 'due' | 'paused' | 'done' | undefined>
  lastPetitionId: Generated<number>
  lastSignatureId: Generated<number>
  queued: Generated<number>
  createdAt: Moment
  finishedAt: Maybe<Date>
}

export interface MailingRecipientTable {
  mailingId: number
  fingerprint: Buffer
}

export interface ConsentWordingTable {
  id: Generated<number>
  kind: ConsentKind
  locale: Locale
  sha256: Buffer
  words: string
  firstUsedAt: Date
}

export interface ConsentActTable {
  petitionId: number
  signatureId: number
  id: Generated<number>
  at: Date
  textVersion: number
  /** Ids of wordings. */
  given: ColumnType<number[], number[] | undefined>
  withdrawn: ColumnType<number[], number[] | undefined>
}

export interface MailTable {
  id: Generated<number>
  queue: string
  kind: string
  petitionId: Maybe<number>
  signatureId: Maybe<number>
  accountId: Maybe<number>
  decisionMakerId: Maybe<number>
  mailingId: Maybe<number>
  params: Json<Record<string, string | number | boolean>>
  locale: ColumnType<Locale, Locale | undefined>
  state: ColumnType<'due' | 'sent' | 'failed' | 'dropped', 'due' | 'sent' | 'failed' | 'dropped' | undefined>
  attempts: Generated<number>
  dueAt: Moment
  askedAt: Moment
  doneAt: Maybe<Date>
  failure: Maybe<string>
  recipientSealed: Maybe<Buffer>
}

export type SuppressionKind = 'hard' | 'soft' | 'complaint'

export interface SuppressionTable {
  fingerprint: Buffer
  kind: SuppressionKind
  count: Generated<number>
  source: string
  firstAt: Date
  lastAt: Date
  retriedAt: Maybe<Date>
}

export type MailEventKind = SuppressionKind | 'refused' | 'ignored' | 'unreadable'

export interface MailEventTable {
  id: Buffer
  kind: MailEventKind
  source: string
  mailId: Maybe<number>
  nonce: Maybe<Buffer>
  at: Date
}

export type ReportKind = 'petition' | 'reason' | 'update' | 'picture'
export type ReportState =
  | 'received'
  | 'kept'
  | 'reason-removed'
  | 'update-removed'
  | 'petition-hidden'
  | 'picture-removed'

export interface ReportTable {
  id: Generated<number>
  number: string
  petitionId: number
  kind: ReportKind
  signatureId: Maybe<number>
  updateId: Maybe<number>
  pictureId: Maybe<number>
  category: string
  wordsSealed: Maybe<Buffer>
  contactSealed: Maybe<Buffer>
  fingerprint: Maybe<Buffer>
  locale: Locale
  state: ColumnType<ReportState, ReportState | undefined>
  receivedAt: Moment
  decidedAt: Maybe<Date>
  decidedBy: Maybe<number>
  decisionReason: Maybe<string>
  decisionNote: Maybe<string>
  removedSealed: Maybe<Buffer>
  entryId: Maybe<number>
  unfounded: Generated<boolean>
  reporterFingerprint: Maybe<Buffer>
  afterWarning: Generated<boolean>
  heldUntil: Maybe<Date>
  heldBy: Maybe<number>
  reversedAt: Maybe<Date>
}

export interface ReporterSuspensionTable {
  id: Generated<number>
  reporterFingerprint: Maybe<Buffer>
  entryId: number
  reportId: Maybe<number>
  fromAt: Date
  untilAt: Date
  liftedAt: Maybe<Date>
}

export type AppealState = 'received' | 'upheld' | 'reversed'

export interface AppealTable {
  id: Generated<number>
  entryId: number
  petitionId: Maybe<number>
  wordsSealed: Maybe<Buffer>
  locale: Locale
  state: ColumnType<AppealState, AppealState | undefined>
  receivedAt: Moment
  firstBy: Maybe<number>
  decidedAt: Maybe<Date>
  decidedBy: Maybe<number>
  decidedAlone: Generated<boolean>
  decisionNote: Maybe<string>
}

export interface AccountLimitTable {
  id: Generated<number>
  accountId: number
  reason: string
  note: string
  fromAt: Moment
  untilAt: Date
  liftedAt: Maybe<Date>
}

export type LockedThing = 'petition' | 'reply' | 'report' | 'appeal'

export interface DeskLockTable {
  thing: LockedThing
  thingId: number
  accountId: number
  takenAt: Moment
  expiresAt: Date
}

export interface DossierTable {
  id: Generated<number>
  petitionId: number
  decisionMakerId: number
  state: ColumnType<'due' | 'ready' | 'failed', 'due' | 'ready' | 'failed' | undefined>
  locale: ColumnType<Locale, Locale | undefined>
  confirmed: Generated<number>
  written: Generated<number>
  failure: Maybe<string>
  requestedAt: Moment
  readyAt: Maybe<Date>
  begunAt: Maybe<Date>
  frozenAt: Maybe<Date>
  lastNumber: Generated<number>
  logSize: Generated<number>
  logRoot: Maybe<Buffer>
  removalsSize: Generated<number>
  removalsRoot: Maybe<Buffer>
  figures: Json<unknown>
  file: Maybe<string>
  destroyedAt: Maybe<Date>
  timestamp: Maybe<Buffer>
  timestampMissed: Generated<boolean>
  byTerritory: Generated<boolean>
}

export interface DossierFileTable {
  dossierId: number
  file: string
  place: number
  bytes: number
  sha256: Buffer
}

export interface DossierPartTable {
  dossierId: number
  file: string
  part: number
  bytes: Buffer
}

export interface MySignaturesRequestTable {
  id: Generated<string>
  purpose: 'open' | 'change-address'
  sealed: Buffer
  createdAt: Moment
  expiresAt: Date
  usedAt: Maybe<Date>
}

export interface LogTable {
  petitionId: number
  size: Generated<number>
  root: Buffer
  removalsSize: Generated<number>
  removalsRoot: Buffer
  counted: Generated<number>
  lastNumber: Generated<number>
  headNumber: Generated<number>
  headSize: Generated<number>
  headRemovalsSize: Generated<number>
  headAt: Maybe<Date>
  checkedAt: Moment
  communesAt: Maybe<Date>
}

export type LogTree = 'leaves' | 'removals'

export interface LogTileTable {
  petitionId: number
  tree: LogTree
  level: number
  tile: number
  hashes: Buffer
}

export interface LogLeafTable {
  petitionId: number
  signatureId: number
  leaf: number
  salt: Buffer
  textVersion: number
  day: string
  strength: number
}

export type RemovalKind = 'withdrawn' | 'quarantined' | 'removed' | 'restored'

export interface LogRemovalTable {
  petitionId: number
  line: number
  leaf: number
  kind: RemovalKind
  day: string
}

export interface LogHeadTable {
  petitionId: number
  number: number
  size: number
  root: Buffer
  removalsSize: number
  removalsRoot: Buffer
  counted: number
  signedAt: Date
  keyId: string
  signature: Buffer
}

export interface LogEventTable {
  id: Generated<number>
  petitionId: number
  signatureId: number
  leaf: Maybe<number>
  state: SignatureState
  postcode: ColumnType<string, string | undefined>
}

export type SampleCheckState = 'committed' | 'valued' | 'asking' | 'closed' | 'lapsed'
export type SampleAnswer = 'yes' | 'no'

export interface SampleCheckTable {
  id: Generated<number>
  petitionId: number
  decisionMakerId: Maybe<number>
  number: number
  state: ColumnType<SampleCheckState, SampleCheckState | undefined>
  wanted: number
  headNumber: number
  announced: string
  valueOn: string
  secretSealed: Buffer
  secretSha256: Buffer
  committedAt: Date
  keyId: string
  signature: Buffer
  value: Maybe<string>
  valueSource: Maybe<string>
  valuedAt: Maybe<Date>
  drawnAt: Maybe<Date>
  endsAt: Maybe<Date>
  closedAt: Maybe<Date>
  secret: Maybe<Buffer>
  gone: Generated<number>
  unreachable: Generated<number>
  yes: Generated<number>
  no: Generated<number>
}

export interface SampleCheckPersonTable {
  id: Generated<number>
  sampleCheckId: number
  petitionId: number
  signatureId: number
  mailId: number
  answer: Maybe<SampleAnswer>
}

export interface LimitLevelTable {
  key: Buffer
  level: number
  raised: boolean
  at: Date
  leak: number
}

export interface SpentMailTable {
  petitionId: number
  address: Buffer
  mails: number
}

export interface MailBrakeTable {
  address: Buffer
  sent: Date[]
  granted: number
}

export interface DetectionTable {
  petitionId: number
  lastSignatureId: Generated<number>
  lookedAt: Moment
}

export interface AlertTable {
  id: Generated<number>
  petitionId: number
  rule: string
  groupKey: ColumnType<Buffer, Buffer | undefined>
  state: ColumnType<'open' | 'closed', 'open' | 'closed' | undefined>
  found: number
  seen: number
  usual: number
  firstAt: Date
  lastAt: Date
  raisedAt: Date
  updatedAt: Date
  closedAt: Maybe<Date>
  closedBy: Maybe<number>
  note: Maybe<string>
  quarantineId: Maybe<number>
  leftAsIs: Maybe<number>
}

export interface NameSearchTable {
  id: Generated<number>
  petitionId: number
  accountId: Maybe<number>
  patternSealed: Maybe<Buffer>
  state: ColumnType<'due' | 'done', 'due' | 'done' | undefined>
  upToId: number
  lastSignatureId: Generated<number>
  found: Generated<number>
  createdAt: Date
  finishedAt: Maybe<Date>
}

export interface NameMatchTable {
  searchId: number
  petitionId: number
  signatureId: number
}

export interface QuarantineTable {
  id: Generated<number>
  petitionId: number
  alertId: Maybe<number>
  rule: Maybe<string>
  createdAt: Date
}

export type QuarantineActName = 'set-aside' | 'restored' | 'removed'

export interface QuarantineActTable {
  id: Generated<number>
  quarantineId: number
  petitionId: number
  act: QuarantineActName
  reason: string
  note: ColumnType<string, string | undefined>
  condition: Json<Record<string, string>>
  accountId: Maybe<number>
  expected: number
  upToId: number
  lastSignatureId: Generated<number>
  counted: Generated<number>
  uncounted: Generated<number>
  state: ColumnType<'due' | 'done', 'due' | 'done' | undefined>
  decidedAt: Date
  finishedAt: Maybe<Date>
}

export interface PaperCountTable {
  petitionId: number
  sheets: Generated<number>
  numbered: Generated<number>
  reversed: Generated<number>
  logged: Generated<number>
}

export interface PaperLogTable {
  petitionId: number
  entry: number
  words: string
}

export interface PaperHeadTable {
  petitionId: number
  number: number
  size: number
  root: Buffer
  counted: number
  signedAt: Date
  keyId: string
  signature: Buffer
}

export type PaperSheetState = 'issued' | 'differing' | 'counted'

export interface PaperSheetTable {
  id: Generated<number>
  petitionId: number
  number: number
  textVersion: number
  locale: Locale
  state: ColumnType<PaperSheetState, PaperSheetState | undefined>
  issuedAt: Date
  countedAt: Maybe<Date>
}

export interface PaperKeyerTable {
  id: Generated<number>
  petitionId: number
  isCampaigner: Generated<boolean>
  emailFingerprint: Maybe<Buffer>
  sealed: Maybe<Buffer>
  locale: Locale
  invitedAt: Date
  endedAt: Maybe<Date>
}

export interface PaperScanTable {
  sheetId: number
  parts: number
  addedAt: Date
}

export interface PaperScanPartTable {
  sheetId: number
  part: number
  bytes: Buffer
}

export interface PaperKeyingTable {
  sheetId: number
  keyerId: number
  /** 1 or 2: a sheet is read twice. */
  slot: number
  sealed: Maybe<Buffer>
  keyedAt: Date
}

export interface PaperSignatureTable {
  petitionId: number
  number: number
  sheetId: number
  line: number
  textVersion: number
  strength: Generated<number>
  sealed: Maybe<Buffer>
  fingerprint: Maybe<Buffer>
  postcode: ColumnType<string, string | undefined>
  signedOn: Maybe<string>
  sameAs: Maybe<number>
  countedAt: Date
  checkNote: Maybe<string>
  checkedBy: Maybe<number>
  checkedAt: Maybe<Date>
}

export type PaperReversalReason = 'withdrawn' | 'duplicate' | 'misread' | 'invalid'

export interface PaperReversalTable {
  petitionId: number
  number: number
  signatureNumber: number
  reason: PaperReversalReason
  byDesk: boolean
  accountId: Maybe<number>
  reversedAt: Date
}

export interface PaperTallyTable {
  petitionId: number
  textVersion: number
  strength: number
  counted: number
}

export interface Tables {
  siteKeys: SiteKeyTable
  keyRotations: KeyRotationTable
  signingKeys: SigningKeyTable
  accounts: AccountTable
  signInLinks: SignInLinkTable
  sessions: SessionTable
  passkeys: PasskeyTable
  passkeyChallenges: PasskeyChallengeTable
  petitions: PetitionTable
  searchWords: SearchWordTable
  petitionKeys: PetitionKeyTable
  destructions: DestructionTable
  petitionTexts: PetitionTextTable
  pictures: PictureTable
  decisionMakers: DecisionMakerTable
  delegates: DelegateTable
  readerActs: ReaderActTable
  deliveries: DeliveryTable
  readerCodes: ReaderCodeTable
  downloads: DownloadTable
  strikes: StrikeTable
  auditEntries: AuditEntryTable
  updates: UpdateTable
  replies: ReplyTable
  replyFiles: ReplyFileTable
  replyVerdicts: ReplyVerdictTable
  outcomes: OutcomeTable
  outcomeAnswers: OutcomeAnswerTable
  outcomeQuestions: OutcomeQuestionTable
  signatures: SignatureTable
  tallies: TallyTable
  communeTallies: CommuneTallyTable
  officialCounts: OfficialCountTable
  disputes: DisputeTable
  petitionCounts: PetitionCountTable
  milestones: MilestoneTable
  mailings: MailingTable
  mailingRecipients: MailingRecipientTable
  consentWordings: ConsentWordingTable
  consentActs: ConsentActTable
  mails: MailTable
  suppressions: SuppressionTable
  mailEvents: MailEventTable
  reports: ReportTable
  reporterSuspensions: ReporterSuspensionTable
  appeals: AppealTable
  accountLimits: AccountLimitTable
  deskLocks: DeskLockTable
  pausedRules: PausedRuleTable
  dossiers: DossierTable
  dossierParts: DossierPartTable
  dossierFiles: DossierFileTable
  mySignaturesRequests: MySignaturesRequestTable
  logs: LogTable
  logTiles: LogTileTable
  logLeaves: LogLeafTable
  logRemovals: LogRemovalTable
  logHeads: LogHeadTable
  logEvents: LogEventTable
  sampleChecks: SampleCheckTable
  sampleCheckPeople: SampleCheckPersonTable
  limitLevels: LimitLevelTable
  spentMails: SpentMailTable
  mailBrakes: MailBrakeTable
  detections: DetectionTable
  alerts: AlertTable
  nameSearches: NameSearchTable
  nameMatches: NameMatchTable
  quarantines: QuarantineTable
  quarantineActs: QuarantineActTable
  paperCounts: PaperCountTable
  paperSheets: PaperSheetTable
  paperKeyers: PaperKeyerTable
  paperScans: PaperScanTable
  paperScanParts: PaperScanPartTable
  paperKeyings: PaperKeyingTable
  paperSignatures: PaperSignatureTable
  paperReversals: PaperReversalTable
  paperTallies: PaperTallyTable
  paperLog: PaperLogTable
  paperHeads: PaperHeadTable
}

export type Petition = Selectable<PetitionTable>
export type PaperSheet = Selectable<PaperSheetTable>
export type PaperHead = Selectable<PaperHeadTable>
export type PaperKeyer = Selectable<PaperKeyerTable>
export type PetitionText = Selectable<PetitionTextTable>
export type Signature = Selectable<SignatureTable>
export type Account = Selectable<AccountTable>
export type Session = Selectable<SessionTable>
export type Passkey = Selectable<PasskeyTable>
export type DecisionMaker = Selectable<DecisionMakerTable>
export type Delivery = Selectable<DeliveryTable>
export type Delegate = Selectable<DelegateTable>
export type Mail = Selectable<MailTable>
export type Suppression = Selectable<SuppressionTable>
export type Destruction = Selectable<DestructionTable>
export type Update = Selectable<UpdateTable>
export type Reply = Selectable<ReplyTable>
export type Report = Selectable<ReportTable>
export type ReporterSuspension = Selectable<ReporterSuspensionTable>
export type Appeal = Selectable<AppealTable>
export type AuditEntry = Selectable<AuditEntryTable>
export type AccountLimit = Selectable<AccountLimitTable>
export type Dossier = Selectable<DossierTable>
export type Dispute = Selectable<DisputeTable>
export type Log = Selectable<LogTable>
export type LogHead = Selectable<LogHeadTable>
export type SampleCheck = Selectable<SampleCheckTable>
export type LogRemoval = Selectable<LogRemovalTable>
export type Alert = Selectable<AlertTable>
export type Quarantine = Selectable<QuarantineTable>
export type QuarantineAct = Selectable<QuarantineActTable>
export type NameSearch = Selectable<NameSearchTable>

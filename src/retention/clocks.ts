/**
 * Everything that is kept about people, and where: the page of periods tells each, and a test finds the table that none
 * of them knows.
 */

import type { Tables } from '../database/tables.js'

export const CLOCKS = {
  pending: ['signatures'],
  'spent-mails': ['spentMails'],
  confirmed: ['signatures', 'petitionKeys'],
  hidden: ['signatures', 'petitionKeys'],
  rejected: ['petitions', 'pictures', 'decisionMakers'],
  consents: ['consentActs', 'mailingRecipients'],
  withdrawn: ['signatures'],
  shown: ['signatures'],
  log: ['logLeaves', 'logEvents'],
  strikes: ['strikes'],
  verdicts: ['replyVerdicts'],
  'decision-makers': ['decisionMakers', 'replies', 'replyFiles', 'deliveries', 'readerActs'],
  delegates: ['delegates'],
  outcomes: ['outcomes', 'outcomeAnswers'],
  'sample-checks': ['sampleCheckPeople', 'sampleChecks'],
  dossiers: ['dossiers', 'dossierFiles', 'dossierParts', 'downloads'],
  paper: ['paperSignatures', 'paperKeyings', 'paperKeyers', 'paperScans', 'paperScanParts', 'paperReversals'],
  mails: ['mails', 'mailEvents'],
  bounces: ['suppressions'],
  drafts: ['petitions', 'accounts'],
  campaigners: ['accounts', 'petitions', 'pictures', 'updates', 'accountLimits'],
  contacts: ['petitions'],
  links: ['signInLinks', 'sessions', 'readerCodes', 'mySignaturesRequests'],
  desk: ['accounts', 'passkeys', 'passkeyChallenges', 'deskLocks'],
  audit: ['auditEntries', 'quarantineActs'],
  detection: ['alerts', 'nameSearches', 'nameMatches'],
  network: ['limitLevels', 'mailBrakes'],
  reports: ['reports'],
  warnings: ['reports', 'reporterSuspensions'],
  appeals: ['appeals'],
  // Outside the database, and the operator's to delete.
  'service-log': [],
  backups: [],
} as const satisfies Record<string, readonly (keyof Tables)[]>

export type Clock = keyof typeof CLOCKS

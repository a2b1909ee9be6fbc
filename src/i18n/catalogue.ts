/** Every sentence of the service, a file a feature; the compiler refuses a sentence that only one language has. */

import type { Locale } from '../database/tables.js'
import { accounts } from './messages/accounts.js'
import { appeals } from './messages/appeals.js'
import { aside } from './messages/aside.js'
import { bounces } from './messages/bounces.js'
import { browse } from './messages/browse.js'
import { campaigners } from './messages/campaigners.js'
import { common } from './messages/common.js'
import { decisionMails } from './messages/decision-mails.js'
import { decisionMakers } from './messages/decision-makers.js'
import { delegates } from './messages/delegates.js'
import { deliveries } from './messages/deliveries.js'
import { desk } from './messages/desk.js'
import { deskLog } from './messages/desk-log.js'
import { deskMails } from './messages/desk-mails.js'
import { deskPetition } from './messages/desk-petition.js'
import { detection } from './messages/detection.js'
import { disputes } from './messages/disputes.js'
import { dossierCheck } from './messages/dossier-check.js'
import { dossierLinks } from './messages/dossier-links.js'
import { dossiers } from './messages/dossiers.js'
import { encryption } from './messages/encryption.js'
import { errors } from './messages/errors.js'
import { home } from './messages/home.js'
import { information } from './messages/information.js'
import { launch } from './messages/launch.js'
import { legal } from './messages/legal.js'
import { mails } from './messages/mails.js'
import { milestones } from './messages/milestones.js'
import { mySignatures } from './messages/my-signatures.js'
import { outcomes } from './messages/outcomes.js'
import { paper } from './messages/paper.js'
import { passkeys } from './messages/passkeys.js'
import { people } from './messages/people.js'
import { petitionPage } from './messages/petition-page.js'
import { places } from './messages/places.js'
import { quarantine } from './messages/quarantine.js'
import { readerCodes } from './messages/reader-codes.js'
import { replies } from './messages/replies.js'
import { reports } from './messages/reports.js'
import { retention } from './messages/retention.js'
import { reversals } from './messages/reversals.js'
import { sampleChecks } from './messages/sample-checks.js'
import { settings } from './messages/settings.js'
import { signatures } from './messages/signatures.js'
import { site } from './messages/site.js'
import { statements } from './messages/statements.js'
import { tallyLog } from './messages/tally-log.js'
import { topics } from './messages/topics.js'
import { transparency } from './messages/transparency.js'
import { unsubscribe } from './messages/unsubscribe.js'
import { updates } from './messages/updates.js'

const en = {
  ...common.en,
  ...errors.en,
  ...site.en,
  ...petitionPage.en,
  ...accounts.en,
  ...passkeys.en,
  ...launch.en,
  ...signatures.en,
  ...tallyLog.en,
  ...updates.en,
  ...replies.en,
  ...outcomes.en,
  ...milestones.en,
  ...decisionMakers.en,
  ...aside.en,
  ...delegates.en,
  ...dossierLinks.en,
  ...deliveries.en,
  ...readerCodes.en,
  ...dossiers.en,
  ...encryption.en,
  ...sampleChecks.en,
  ...dossierCheck.en,
  ...desk.en,
  ...deskLog.en,
  ...deskPetition.en,
  ...deskMails.en,
  ...statements.en,
  ...decisionMails.en,
  ...people.en,
  ...reports.en,
  ...reversals.en,
  ...appeals.en,
  ...detection.en,
  ...quarantine.en,
  ...transparency.en,
  ...campaigners.en,
  ...paper.en,
  ...unsubscribe.en,
  ...mySignatures.en,
  ...retention.en,
  ...legal.en,
  ...bounces.en,
  ...browse.en,
  ...home.en,
  ...information.en,
  ...mails.en,
  ...topics.en,
  ...places.en,
  ...disputes.en,
  ...settings.en,
}

export type MessageKey = keyof typeof en

const fr: Record<MessageKey, string> = {
  ...common.fr,
  ...errors.fr,
  ...site.fr,
  ...petitionPage.fr,
  ...accounts.fr,
  ...passkeys.fr,
  ...launch.fr,
  ...signatures.fr,
  ...tallyLog.fr,
  ...updates.fr,
  ...replies.fr,
  ...outcomes.fr,
  ...milestones.fr,
  ...decisionMakers.fr,
  ...aside.fr,
  ...delegates.fr,
  ...dossierLinks.fr,
  ...deliveries.fr,
  ...readerCodes.fr,
  ...dossiers.fr,
  ...encryption.fr,
  ...sampleChecks.fr,
  ...dossierCheck.fr,
  ...desk.fr,
  ...deskLog.fr,
  ...deskPetition.fr,
  ...deskMails.fr,
  ...statements.fr,
  ...decisionMails.fr,
  ...people.fr,
  ...reports.fr,
  ...reversals.fr,
  ...appeals.fr,
  ...detection.fr,
  ...quarantine.fr,
  ...transparency.fr,
  ...campaigners.fr,
  ...paper.fr,
  ...unsubscribe.fr,
  ...mySignatures.fr,
  ...retention.fr,
  ...legal.fr,
  ...bounces.fr,
  ...browse.fr,
  ...home.fr,
  ...information.fr,
  ...mails.fr,
  ...topics.fr,
  ...places.fr,
  ...disputes.fr,
  ...settings.fr,
}

export const catalogues: Record<Locale, Record<MessageKey, string>> = { en, fr }

/** How long things are kept, and the certificate of what was destroyed. Each period is the one the code keeps. */
export const retention = {
  en: {
    'retention.footer': 'How long we keep things',
    'retention.until':
      'The names and addresses of its signers are kept until {on}{days, plural, =0 {.} one {, for one more day.} other {, for # more days.}} They are then destroyed; the number stays.',
    'retention.open':
      'The names and addresses of its signers are kept until {months, plural, one {# month} other {# months}} after it closes, and then destroyed.',
    'retention.open.day': 'If it runs to its last day, that is {on}.',
    'retention.destroyed': 'The names and addresses of its signers were destroyed on {on}. The number stays.',
    'retention.certificate': 'Read the certificate',
    'retention.more': 'How long we keep things',
    'retention.yourData': 'Your data: what we keep, and why',
    'retention.title': 'How long we keep things',
    'retention.intro':
      'Everything this site keeps about people has its period. A program sees to it; nobody has to remember.',
    'retention.link.title': 'What this link led to is erased',
    'retention.link.body':
      'The petition closed long ago, and its signers’ names and addresses have been destroyed, as its page had announced. There is nothing left to change, to withdraw or to unsubscribe from.',
    'retention.certificate.title': 'Certificate of destruction',
    'retention.certificate.intro':
      'The key that alone could open the names and addresses of this petition’s signers no longer exists here.',
    'retention.certificate.petition': 'Petition',
    'retention.certificate.hidden': 'One that a moderator has hidden',
    'retention.certificate.what': 'What was destroyed',
    'retention.certificate.erased':
      'The petition’s key; the sealed names and addresses of everyone who signed; the names and reasons they had chosen to show; their postcodes and fingerprints; the pictures of sheets and the names on paper; the sealed address of who was asked; its dossiers.',
    'retention.certificate.when': 'When',
    'retention.certificate.signatures': 'Signatures emptied, unconfirmed and withdrawn ones included',
    'retention.certificate.underWay':
      '{signatures, number} so far; what remains can already be read by nobody',
    'retention.certificate.confirmed': 'Confirmed signatures counted, which stay as a number',
    'retention.certificate.paper': 'Lines on paper counted, which stay as a number',
    'retention.certificate.hash': 'SHA-256 of the wrapped key',
    'retention.certificate.meaning':
      'The sum lets whoever checks an old copy of the database see that its key is the one meant here. It does not show that no copy exists elsewhere: a backup can be read until it is deleted, and so can a list that was delivered.',
    'retention.clock.pending.what': 'A signature that nobody confirms',
    'retention.clock.pending.until': 'Erased after {pending, plural, one {# day} other {# days}}.',
    'retention.clock.spent-mails.what': 'How many links to confirm an address was sent for such a signature',
    'retention.clock.spent-mails.until':
      'Kept until the petition closes, under a keyed hash and without the address: at most five are sent, however often somebody asks.',
    'retention.clock.confirmed.what': 'A confirmed signature: name, address, postcode',
    'retention.clock.confirmed.until':
      'Destroyed with the petition’s key {months, plural, one {# month} other {# months}} after the petition has closed. Its page says the day.',
    'retention.clock.hidden.what': 'The same, of a petition that was hidden while it was open',
    'retention.clock.hidden.until':
      'Destroyed with the petition’s key {contested, plural, one {# month} other {# months}} after it was hidden: for six of them hiding can be contested. Shown again, the petition goes on and the clock stops.',
    'retention.clock.rejected.what': 'A petition that was refused: who wrote it, whom it was for',
    'retention.clock.rejected.until':
      'Names, addresses and picture are erased with the petition’s key {contested, plural, one {# month} other {# months}} after the refusal, which can be contested for six. Nobody has signed it; there is no certificate.',
    'retention.clock.consents.what': 'What somebody agreed to, in which words and when, and took back',
    'retention.clock.consents.until':
      'As long as their name and address; it goes with them. Who follows a campaigner is known by a fingerprint made for one mailing, and forgotten when it is done.',
    'retention.clock.withdrawn.what': 'A signature that is withdrawn',
    'retention.clock.withdrawn.until':
      'Name, address, postcode and reason are erased at once; the fingerprint of the address goes with the petition’s key.',
    'retention.clock.shown.what': 'A name or a reason shown on the petition',
    'retention.clock.shown.until': 'As long as its signature, or until its owner takes it back.',
    'retention.clock.log.what':
      'The place of a signature in the public log, and the random number that opens it',
    'retention.clock.log.until':
      'Until the signature is withdrawn or erased, or the petition’s key is destroyed. The log itself stays, and leads to nobody then.',
    'retention.clock.strikes.what': 'That a signature is to be struck from a list that was handed over',
    'retention.clock.strikes.until':
      'As long as the petition is on the site: a number and a day, which lead to nobody here.',
    'retention.clock.sample-checks.what': 'Who was drawn for a sample check, and what they answered',
    'retention.clock.sample-checks.until':
      'Ten days; then it is added up and deleted. What was announced and the totals, which name nobody, stay public as long as the petition.',
    'retention.clock.paper.what':
      'Signatures on paper: the picture of the sheet, names, localities; who reads them',
    'retention.clock.paper.until':
      'Sealed with the petition’s key and destroyed with it; a name that is taken back goes at once from its line, and stays in the sheet’s picture until then. What two people read goes when they agree. Who reads may stop, and their name and address go at once.',
    'retention.clock.decision-makers.what': 'The address of who is asked',
    'retention.clock.decision-makers.until':
      'Destroyed with the petition’s key. Name, role and organisation are part of the petition.',
    'retention.clock.delegates.what': 'Colleagues whom who is asked lets read with them: name and address',
    'retention.clock.delegates.until':
      'The address until they leave or are taken off; all of it destroyed with the petition’s key. That something was downloaded or done stays without their name.',
    'retention.clock.dossiers.what': 'Dossiers made for who is asked',
    'retention.clock.dossiers.until':
      'Deleted with the petition’s key. A copy they downloaded is theirs to protect and delete.',
    'retention.clock.mails.what': 'That a mail was sent, to which signature or account',
    'retention.clock.mails.until':
      '{mails, plural, one {# day} other {# days}} after it left. The text of a mail is never kept.',
    'retention.clock.bounces.what': 'That mails to an address come back, or are unwanted there',
    'retention.clock.bounces.until':
      'As a keyed fingerprint, without the address: {bounced, plural, one {# month} other {# months}} after the last mail came back; {soft, plural, one {# day} other {# days}} when the mailbox was only full. Who called a mail unwanted is not written to for as long as the site runs, or until they ask for it; forgetting it would mean writing again. What mail servers tell of single mails: {events, plural, one {# day} other {# days}}.',
    'retention.clock.drafts.what': 'A draft that is not submitted',
    'retention.clock.drafts.until':
      'Deleted after {drafts, plural, one {# day} other {# days}} without a change.',
    'retention.clock.campaigners.what': 'A campaigner’s sealed address, and the name shown',
    'retention.clock.campaigners.until': 'As long as their petitions are on the site.',
    'retention.clock.contacts.what': 'How a campaigner wishes to be reached by who is asked',
    'retention.clock.contacts.until':
      'Until they take it away; sealed with the petition’s key, and destroyed with it at the latest. A brief that was downloaded still has it.',
    'retention.clock.links.what': 'Links to sign in or to one’s signatures, and sessions',
    'retention.clock.links.until':
      'A link works for {minutes, plural, one {# minute} other {# minutes}} and is deleted a day later at the latest; a session ends after 30 days, at the desk after a week, or after 12 hours without use. Of each session the kind of browser and the day of its last use are kept.',
    'retention.clock.desk.what': 'Who works at the desk: sealed address, name, passkeys, sessions',
    'retention.clock.desk.until':
      'Until they leave the desk; then, what they decided keeps their name. Who is at a thing is believed for minutes.',
    'retention.clock.audit.what': 'What moderators decided',
    'retention.clock.audit.until':
      'As long as the petition is on the site. It names moderators and no signer.',
    'retention.clock.detection.what':
      'What the rules against fraud noticed: groups of fingerprints, names that were looked for',
    'retention.clock.detection.until':
      'The fingerprints lead nowhere once the petition’s key is destroyed; a name that was looked for is sealed, and erased when the search is done or after {searches, plural, one {# day} other {# days}}.',
    'retention.clock.network.what': 'The network a request came from',
    'retention.clock.network.until':
      'In memory while it is answered. Limits count by keyed fingerprints of networks and addresses, which lead to neither and are gone within hours. A signature carries a keyed fingerprint that goes with the petition’s key.',
    'retention.clock.reports.what': 'What somebody who reports something writes, their name and address',
    'retention.clock.reports.until':
      '{reports, plural, one {# day} other {# days}} after the decision, for as long as it may be contested.',
    'retention.clock.warnings.what':
      'By which address a report was sent that was manifestly unfounded, as a fingerprint, and that its reports wait',
    'retention.clock.warnings.until':
      '{warnings, plural, one {# day} other {# days}} after the decision; the suspension, until it is over.',
    'retention.clock.appeals.what': 'What somebody writes to contest a decision',
    'retention.clock.appeals.until':
      '{appeals, plural, one {# day} other {# days}} after it was decided. That there was an appeal, and its outcome, stay.',
    'retention.clock.verdicts.what': 'A signer’s answer to whether a reply answers them',
    'retention.clock.verdicts.until':
      'Until they change it or take their signature back. Once the petition’s signers are destroyed it leads to nobody; the numbers stay.',
    'retention.clock.outcomes.what':
      'What was promised, and what became of it: the words of decision-makers, campaigners and moderators',
    'retention.clock.outcomes.until': 'They are public, and stay with the petition.',
    'retention.clock.service-log.what':
      'What the service notes about its own work: kinds of pages, times, errors',
    'retention.clock.service-log.until':
      'It names nobody: no name, address, network or link. {logDays, plural, =0 {How long it is kept is for whoever runs this site to say; nothing is said here.} one {Whoever runs this site keeps it for # day.} other {Whoever runs this site keeps it for # days.}}',
    'retention.clock.backups.what': 'Backups of the database',
    'retention.clock.backups.until':
      '{backupDays, plural, =0 {Whether there are any, and how long they are kept, is for whoever runs this site to say; nothing is said here.} one {Whoever runs this site keeps each for # day.} other {Whoever runs this site keeps each for # days.}} What was erased or destroyed here is in older ones until then, as sealed as it was.',
  },
  fr: {
    'retention.footer': 'Durées de conservation',
    'retention.until':
      'Les noms et adresses des signataires sont gardés jusqu’au {on}{days, plural, =0 {.} one {, encore # jour.} other {, encore # jours.}} Ils sont ensuite détruits ; le nombre reste.',
    'retention.open':
      'Les noms et adresses des signataires sont gardés {months} mois après la clôture, puis détruits.',
    'retention.open.day': 'Si elle va à son terme, ce sera le {on}.',
    'retention.destroyed': 'Les noms et adresses des signataires ont été détruits le {on}. Le nombre reste.',
    'retention.certificate': 'Lire le certificat',
    'retention.more': 'Combien de temps nous gardons les choses',
    'retention.yourData': 'Vos données : ce que nous gardons, et pourquoi',
    'retention.title': 'Combien de temps nous gardons les choses',
    'retention.intro':
      'Tout ce que ce site garde sur des personnes a une fin. Un programme s’en charge ; personne n’a besoin d’y penser.',
    'retention.link.title': 'Ce à quoi menait ce lien est effacé',
    'retention.link.body':
      'La pétition est close depuis longtemps, et les noms et adresses de ses signataires ont été détruits, comme sa page l’avait annoncé. Il n’y a plus rien à changer, à retirer ni à désabonner.',
    'retention.certificate.title': 'Certificat de destruction',
    'retention.certificate.intro':
      'La clé qui seule ouvrait les noms et adresses des signataires de cette pétition n’existe plus ici.',
    'retention.certificate.petition': 'Pétition',
    'retention.certificate.hidden': 'Une pétition que la modération a masquée',
    'retention.certificate.what': 'Ce qui a été détruit',
    'retention.certificate.erased':
      'La clé de la pétition ; les noms et adresses scellés de toutes les personnes qui ont signé ; les noms et les raisons qu’elles avaient choisi de montrer ; leurs codes postaux et leurs empreintes ; les images des feuilles et les noms sur papier ; l’adresse scellée de la personne interpellée ; ses dossiers.',
    'retention.certificate.when': 'Quand',
    'retention.certificate.signatures': 'Signatures vidées, y compris non confirmées et retirées',
    'retention.certificate.underWay':
      '{signatures, number} pour l’instant ; plus personne ne peut lire le reste',
    'retention.certificate.confirmed': 'Signatures confirmées comptées, qui restent un nombre',
    'retention.certificate.paper': 'Lignes sur papier comptées, qui restent un nombre',
    'retention.certificate.hash': 'SHA-256 de la clé enveloppée',
    'retention.certificate.meaning':
      'Cette somme permet à qui vérifie une ancienne copie de la base de voir que sa clé est bien celle dont il est question. Elle ne montre pas qu’aucune copie n’existe ailleurs : une sauvegarde reste lisible tant qu’elle n’est pas supprimée, une liste remise aussi.',
    'retention.clock.pending.what': 'Une signature que personne ne confirme',
    'retention.clock.pending.until': 'Effacée au bout de {pending, plural, one {# jour} other {# jours}}.',
    'retention.clock.spent-mails.what':
      'Le nombre de liens de confirmation envoyés à une adresse pour une telle signature',
    'retention.clock.spent-mails.until':
      'Gardé jusqu’à la clôture de la pétition, sous une empreinte à clé et sans l’adresse : cinq au plus partent, quel que soit le nombre de demandes.',
    'retention.clock.confirmed.what': 'Une signature confirmée : nom, adresse, code postal',
    'retention.clock.confirmed.until':
      'Détruite avec la clé de la pétition {months} mois après la clôture. La page de la pétition dit le jour.',
    'retention.clock.hidden.what': 'Les mêmes, d’une pétition masquée alors qu’elle était ouverte',
    'retention.clock.hidden.until':
      'Détruits avec la clé de la pétition {contested} mois après le masquage, qui peut être contesté pendant six mois. Si la pétition est montrée de nouveau, elle reprend et le délai s’arrête.',
    'retention.clock.rejected.what': 'Une pétition refusée : qui l’a écrite, à qui elle s’adressait',
    'retention.clock.rejected.until':
      'Noms, adresses et image sont effacés avec la clé de la pétition {contested} mois après le refus, qui peut être contesté pendant six mois. Personne ne l’a signée : il n’y a pas de certificat.',
    'retention.clock.consents.what':
      'Ce à quoi une personne a consenti, dans quels mots et quand, et ce qu’elle a retiré',
    'retention.clock.consents.until':
      'Aussi longtemps que son nom et son adresse ; cela disparaît avec eux. Qui suit une personne n’est connu que par une empreinte faite pour un envoi, et oubliée une fois l’envoi terminé.',
    'retention.clock.withdrawn.what': 'Une signature retirée',
    'retention.clock.withdrawn.until':
      'Nom, adresse, code postal et raison sont effacés aussitôt ; l’empreinte de l’adresse disparaît avec la clé de la pétition.',
    'retention.clock.shown.what': 'Un nom ou une raison montrés sur la pétition',
    'retention.clock.shown.until':
      'Aussi longtemps que la signature, ou jusqu’à ce que la personne les reprenne.',
    'retention.clock.log.what':
      'La place d’une signature dans le registre public, et le nombre aléatoire qui l’ouvre',
    'retention.clock.log.until':
      'Jusqu’au retrait ou à l’effacement de la signature, ou à la destruction de la clé de la pétition. Le registre lui-même reste, et ne mène plus à personne.',
    'retention.clock.strikes.what': 'Qu’une signature est à rayer d’une liste remise',
    'retention.clock.strikes.until':
      'Aussi longtemps que la pétition est sur le site : un numéro et un jour, qui ne mènent ici à personne.',
    'retention.clock.sample-checks.what': 'Qui a été tiré au sort pour un contrôle, et sa réponse',
    'retention.clock.sample-checks.until':
      'Dix jours ; ensuite les réponses sont additionnées et effacées. L’annonce et les totaux, qui ne nomment personne, restent publics aussi longtemps que la pétition.',
    'retention.clock.paper.what':
      'Les signatures sur papier\u00a0: l’image de la feuille, les noms, les communes\u202f; qui les lit',
    'retention.clock.paper.until':
      'Scellées avec la clé de la pétition et détruites avec elle\u202f; un nom repris quitte aussitôt sa ligne et reste jusque-là dans l’image de la feuille. Ce que deux personnes ont lu disparaît quand elles concordent. Qui lit peut arrêter\u00a0: son nom et son adresse disparaissent aussitôt.',
    'retention.clock.decision-makers.what': 'L’adresse de la personne interpellée',
    'retention.clock.decision-makers.until':
      'Détruite avec la clé de la pétition. Le nom, la fonction et l’organisme font partie de la pétition.',
    'retention.clock.delegates.what':
      'Les collègues que la personne interpellée laisse lire avec elle : nom et adresse',
    'retention.clock.delegates.until':
      'L’adresse jusqu’au départ ou au retrait ; le tout est détruit avec la clé de la pétition. Qu’une chose a été faite reste noté, sans leur nom.',
    'retention.clock.dossiers.what': 'Les dossiers préparés pour la personne interpellée',
    'retention.clock.dossiers.until':
      'Supprimés avec la clé de la pétition. Il lui revient de protéger et de supprimer la copie qu’elle a téléchargée.',
    'retention.clock.mails.what': 'Qu’un e-mail est parti, pour quelle signature ou quel compte',
    'retention.clock.mails.until':
      '{mails, plural, one {# jour} other {# jours}} après l’envoi. Le texte d’un e-mail n’est jamais gardé.',
    'retention.clock.bounces.what': 'Que les e-mails à une adresse reviennent, ou y sont indésirables',
    'retention.clock.bounces.until':
      'Sous forme d’empreinte chiffrée, sans l’adresse : {bounced, plural, one {# mois} other {# mois}} après le dernier e-mail revenu ; {soft, plural, one {# jour} other {# jours}} si la boîte n’était que pleine. À qui a signalé un e-mail indésirable, nous n’écrivons plus tant que le site existe, ou jusqu’à sa demande : l’oublier serait lui écrire de nouveau. Ce que les serveurs disent de chaque e-mail : {events, plural, one {# jour} other {# jours}}.',
    'retention.clock.drafts.what': 'Un brouillon qui n’est pas soumis',
    'retention.clock.drafts.until':
      'Supprimé au bout de {drafts, plural, one {# jour} other {# jours}} sans changement.',
    'retention.clock.campaigners.what': 'L’adresse scellée de qui lance une pétition, et le nom affiché',
    'retention.clock.campaigners.until': 'Aussi longtemps que ses pétitions sont sur le site.',
    'retention.clock.contacts.what':
      'Comment qui lance une pétition veut être joint par la personne à qui elle s’adresse',
    'retention.clock.contacts.until':
      'Jusqu’à son retrait\u00a0; scellé avec la clé de la pétition, et détruit avec elle au plus tard. Une note déjà téléchargée l’a encore.',
    'retention.clock.links.what': 'Les liens de connexion ou vers vos signatures, et les sessions',
    'retention.clock.links.until':
      'Un lien fonctionne {minutes, plural, one {# minute} other {# minutes}} et est supprimé un jour plus tard au plus ; une session finit au bout de 30 jours, à la modération au bout d’une semaine, ou de 12 heures sans activité. De chaque session sont conservés le type de navigateur et le jour du dernier passage.',
    'retention.clock.desk.what': 'Qui modère : adresse scellée, nom, clés d’accès, sessions',
    'retention.clock.desk.until':
      'Jusqu’au départ de la personne ; ce qu’elle a décidé garde ensuite son nom. Qui s’occupe d’un dossier n’est noté que pour quelques minutes.',
    'retention.clock.audit.what': 'Ce que la modération a décidé',
    'retention.clock.audit.until':
      'Aussi longtemps que la pétition est sur le site. On y lit qui a modéré, jamais qui a signé.',
    'retention.clock.detection.what':
      'Ce que remarquent les règles contre la fraude : groupes d’empreintes, noms recherchés',
    'retention.clock.detection.until':
      'Les empreintes ne mènent à rien une fois la clé de la pétition détruite ; un nom recherché est scellé, et effacé à la fin de la recherche ou au bout de {searches, plural, one {# jour} other {# jours}}.',
    'retention.clock.network.what': 'Le réseau d’où vient une requête',
    'retention.clock.network.until':
      'En mémoire, le temps de répondre. Les limites comptent par empreintes à clé de réseaux et d’adresses, qui ne mènent ni aux uns ni aux autres et disparaissent en quelques heures. Une signature porte une empreinte à clé, qui disparaît avec la clé de la pétition.',
    'retention.clock.reports.what': 'Ce qu’écrit la personne qui signale, son nom et son adresse',
    'retention.clock.reports.until':
      '{reports, plural, one {# jour} other {# jours}} après la décision, tant qu’elle peut être contestée.',
    'retention.clock.warnings.what':
      'De quelle adresse venait un signalement manifestement infondé, comme empreinte, et que ses signalements attendent',
    'retention.clock.warnings.until':
      '{warnings, plural, one {# jour} other {# jours}} après la décision\u202f; la suspension, jusqu’à sa fin.',
    'retention.clock.appeals.what': 'Ce qu’écrit la personne qui conteste une décision',
    'retention.clock.appeals.until':
      '{appeals, plural, one {# jour} other {# jours}} après la décision. Qu’il y ait eu contestation, et son issue, restent.',
    'retention.clock.verdicts.what': 'Ce qu’une personne a dit d’une réponse\u00a0: lui répond-elle ou non',
    'retention.clock.verdicts.until':
      'Jusqu’à ce qu’elle change d’avis ou retire sa signature. Quand les signataires de la pétition sont détruits, cela ne mène plus à personne\u202f; les nombres restent.',
    'retention.clock.outcomes.what':
      'Ce qui a été promis et ce qu’il en est advenu\u00a0: les mots des décideurs, des initiateurs et de la modération',
    'retention.clock.outcomes.until': 'Ils sont publics et restent avec la pétition.',
    'retention.clock.service-log.what':
      'Ce que le service note de son propre travail : types de pages, durées, erreurs',
    'retention.clock.service-log.until':
      'Cela ne nomme personne : ni nom, ni adresse, ni réseau, ni lien. {logDays, plural, =0 {Combien de temps, c’est à qui tient ce site de le dire ; rien n’en est dit ici.} one {Qui tient ce site le garde # jour.} other {Qui tient ce site le garde # jours.}}',
    'retention.clock.backups.what': 'Les sauvegardes de la base',
    'retention.clock.backups.until':
      '{backupDays, plural, =0 {S’il y en a, et combien de temps elles sont gardées, c’est à qui tient ce site de le dire ; rien n’en est dit ici.} one {Qui tient ce site garde chacune # jour.} other {Qui tient ce site garde chacune # jours.}} Ce qui a été effacé ou détruit ici se trouve dans les plus anciennes jusque-là, aussi scellé qu’avant.',
  },
} as const

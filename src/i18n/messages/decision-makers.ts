/** What a decision-maker reads: mails and the private page. */
export const decisionMakers = {
  en: {
    'decision-makers.someone': 'a citizen',
    'decision-makers.notice.subject': 'A petition is addressed to you: {title}',
    'decision-makers.notice.preview': 'One message, not one for every signature. You choose what comes next.',
    'decision-makers.notice.hello': 'Hello {name},',
    'decision-makers.notice.opened': '{campaigner} has opened a petition and asks you ({as}):',
    'decision-makers.notice.page':
      'A private page is yours, without an account: the text, the figures by territory and by week, a dossier to download, a button to acknowledge receipt and a place to answer. Your answer is published beside the petition and sent to the signers who asked for news.',
    'decision-makers.notice.rhythm':
      'You will never get a message for each signature. Unless you choose otherwise, we write when a threshold is crossed (50, 100, 250…), at most once a day, and once when the petition closes.',
    'decision-makers.digest.subject': '{confirmed, plural, one {# signature} other {# signatures}}: {title}',
    'decision-makers.digest.closedSubject':
      'The petition has closed with {confirmed, plural, one {# signature} other {# signatures}}: {title}',
    'decision-makers.digest.preview': 'Where it stands, and how to answer.',
    'decision-makers.digest.grew':
      'The petition “{title}”, addressed to you ({as}), has grown. What it asks:',
    'decision-makers.digest.closed':
      'The petition “{title}” has closed. Nobody can sign it any more. What it asked:',
    'decision-makers.digest.since': 'Since our last message',
    'decision-makers.digest.statement': '{campaigner} closed it with these words:',
    'decision-makers.digest.page': 'Your private page has the figures, the dossier and a place to answer.',
    'decision-makers.mail.open': 'Open your page',
    'decision-makers.mail.rhythm': 'Choose how often we write',
    'decision-makers.mail.notMe': 'It is not me: tell us',
    'decision-makers.mail.object': 'Object to the use of your data',
    'decision-makers.mail.why':
      'You get this message because a petition names you as the person who can grant what it asks. The links above are yours alone: whoever has them can open your page. They work until {until}; after that they lead to a page that sends you new ones.',
    'decision-makers.mail.unsubscribe': 'Stop all messages about this petition',
    'decision-makers.article14.title': 'Your data (Article 14 of the GDPR)',
    'decision-makers.article14.who':
      'Who is responsible: the organisation that runs {site} at {url}. Its legal notice says who that is: {url}/legal',
    'decision-makers.article14.operator':
      'Who is responsible: {operator}, which runs {url}. Its legal notice: {url}/legal',
    'decision-makers.article14.what':
      'What we hold: your name, your role, your organisation and your institutional address. Nothing about your private life.',
    'decision-makers.article14.why':
      'Why: so that you can learn what is asked of you and answer. Legal basis: the legitimate interest of citizens in petitioning the person who can decide (Article 6(1)(f) of the GDPR).',
    'decision-makers.article14.source':
      'Where it comes from: from {campaigner}, who started the petition, and who took it from a public source of your institution.',
    'decision-makers.article14.whoSees':
      'Who sees it: your name, role and organisation stand on the petition’s public page. Your address is kept sealed, is shown to nobody and is used for these messages only. No automated decision is made about you.',
    'decision-makers.article14.howLong':
      'How long: your address until {months, plural, one {# month} other {# months}} after the petition has closed; your name, role and organisation as long as the petition is on this site. If you object or say that it is not you, your address is erased at once.',
    'decision-makers.article14.rights':
      'Your rights: access, correction, erasure, restriction, and objection at any time (Articles 15 to 21 of the GDPR). The links above object and stop the messages in one step.',
    'decision-makers.article14.authority': 'You may complain to a supervisory authority: {authority}.',
    'decision-makers.fact.petition': 'Petition',
    'decision-makers.fact.asks': 'Who asks',
    'decision-makers.fact.reachThem':
      'Answer below: it is sent to them, and you can propose to meet. Or through those who run this site: {contact}',
    'decision-makers.fact.reachElse':
      'They gave it for you and whom you let read with you: please do not publish it. Who runs this site: {contact}',
    'decision-makers.fact.asked': 'Whom',
    'decision-makers.fact.place': 'Where',
    'decision-makers.fact.opened': 'Opened on',
    'decision-makers.fact.closes': 'Open until',
    'decision-makers.fact.closed': 'Closed on',
    'decision-makers.fact.public': 'For everyone',
    'decision-makers.fact.publicLink': 'The petition’s public page',
    'decision-makers.page.title': 'Your page: {title}',
    'decision-makers.page.for': 'Private page for {name}',
    'decision-makers.page.contents': 'On this page',
    'decision-makers.page.intro':
      'No account is needed: the link in our message opens this page. Keep it to yourself; whoever has it can answer in your name.',
    'decision-makers.done.acknowledged': 'Receipt acknowledged. The petition’s page now says so.',
    'decision-makers.done.reply':
      'Your reply has arrived. A moderator checks that it comes from your institution; then it is published.',
    'decision-makers.done.rhythm': 'Noted. We write at the rhythm you chose.',
    'decision-makers.done.dossier': 'The dossier is being made. Reload this page in a moment to download it.',
    'decision-makers.done.struck': 'Noted. Thank you for striking them.',
    'decision-makers.withdrawals.title': 'Signatures to strike',
    'decision-makers.withdrawals.intro':
      'People who were on a list that you received have taken their signature back, or corrected what it says. Strike these numbers from every list that was made up to the day beside them; where it says “correct”, a new dossier has the right words. The file holds numbers and days, and no name; where its last column says “paper”, the number is one of paper.csv.',
    'decision-makers.withdrawals.strikes': 'To strike',
    'decision-makers.withdrawals.corrections': 'To correct',
    'decision-makers.withdrawals.file': 'The numbers (CSV)',
    'decision-makers.withdrawals.signature': 'Its signature (Ed25519)',
    'decision-makers.withdrawals.check':
      'The signature shows that the file comes from this site and was not changed. It is checked with openssl pkeyutl -verify -pubin -inkey KEY.pem -rawin -in FILE.csv -sigfile FILE.csv.sig.',
    'decision-makers.withdrawals.keys': 'Public keys of this site',
    'decision-makers.withdrawals.waiting':
      '{waiting, plural, one {# entry is new since you last told us that you struck them.} other {# entries are new since you last told us that you struck them.}}',
    'decision-makers.withdrawals.act': 'I have struck them from my copies',
    'decision-makers.withdrawals.done': 'You told us on {on} that you have struck all of them.',
    'decision-makers.withdrawals.subject': 'Signatures to strike from your list: {title}',
    'decision-makers.withdrawals.preview':
      'Some people took their signature back since you received the list.',
    'decision-makers.withdrawals.since':
      '{waiting, plural, one {Since we last wrote about this, # person who is on a list you received about “{title}” took their signature back or corrected it.} other {Since we last wrote about this, # people who are on a list you received about “{title}” took their signature back or corrected it.}}',
    'decision-makers.withdrawals.do':
      'Your private page has their numbers, as a file signed by this site. Please strike them from your copies, and tell us with the button there that it is done.',
    'decision-makers.withdrawals.open': 'See the numbers',
    'decision-makers.withdrawals.law':
      'The law asks us to tell you, and you to act on it: a signature reveals a political opinion, and its owner may take it back at any time (GDPR, Articles 7(3), 17 and 19).',
    'decision-makers.withdrawals.why':
      'You get this message because you received a list of signatures from this site. It comes at most once a week. The link above is yours alone: whoever has it can open your page. It works until {until}.',
    'decision-makers.ask.title': 'What is asked of you',
    'decision-makers.text.show': 'Read the whole text',
    'decision-makers.closing.title': 'The campaigner’s closing words',
    'decision-makers.figures.title': 'Who supports it',
    'decision-makers.figures.signatures': 'Signatures',
    'decision-makers.figures.total': 'Confirmed signatures',
    'decision-makers.figures.inside': 'Of these, inside the territory',
    'decision-makers.figures.insideOf':
      '{inside, plural, =0 {None of them gave a postcode inside the territory.} one {# of {total, number} ({share}) gave a postcode inside the territory that the petition is about.} other {# of {total, number} ({share}) gave a postcode inside the territory that the petition is about.}}',
    'decision-makers.figures.none':
      'No signature has been confirmed yet. Only confirmed signatures are counted.',
    'decision-makers.strength.title': 'By what was checked',
    'decision-makers.strength.checked': 'What was checked',
    'decision-makers.strength.0': 'Paper line, not checked',
    'decision-makers.strength.1': 'Email address confirmed',
    'decision-makers.strength.2': 'Email address confirmed, postcode inside the territory',
    'decision-makers.strength.3': 'Checked by sample, by phone or by post',
    'decision-makers.strength.4': 'Electronic identity',
    'decision-makers.weeks.title': 'Week by week',
    'decision-makers.weeks.caption': 'Confirmed signatures, added up. A week begins on Monday.',
    'decision-makers.weeks.week': 'Week of',
    'decision-makers.weeks.new': 'New',
    'decision-makers.territories.title': 'By territory',
    'decision-makers.territories.territory': 'Territory',
    'decision-makers.territories.share': 'Share',
    'decision-makers.territories.rest': '{rest, plural, one {One more} other {# more}}',
    'decision-makers.communes.title': 'By commune, as far as postcodes tell',
    'decision-makers.communes.commune': 'Commune',
    'decision-makers.communes.note':
      'Only signatures whose postcode means one commune alone are counted here. A postcode that several communes share tells none of them; the first communes are shown, and the figures in a dossier name them all.',
    'decision-makers.proof.title': 'What this does not prove',
    'decision-makers.proof.text':
      'A confirmed address shows that one person reads that mailbox and pressed the button. It does not prove their name, that they have only one mailbox, or that they live at the postcode they gave. Names and postcodes are as typed.',
    'decision-makers.answer.title': 'Your answer',
    'decision-makers.acknowledge.text':
      'Not ready to answer? Say that you have received the petition. Its public page will show the date; nothing else is promised.',
    'decision-makers.acknowledge.act': 'Acknowledge receipt',
    'decision-makers.acknowledge.done':
      'You acknowledged receipt on {on}. The petition’s page shows this date.',
    'decision-makers.reply.title': 'Write a reply',
    'decision-makers.reply.intro':
      'A moderator checks that the reply comes from your institution and changes nothing in it. It is then published beside the petition, with the same prominence, and sent to the signers who asked for news.',
    'decision-makers.reply.body': 'Your reply',
    'decision-makers.reply.bodyHint':
      '20 to 20,000 characters. Markdown is understood: **bold**, lists, links.',
    'decision-makers.reply.signedBy': 'Signed',
    'decision-makers.reply.signedByHint': 'Name and role, as they will be published.',
    'decision-makers.reply.act': 'Send the reply',
    'decision-makers.reply.tooShort': 'Write at least {least, number} characters in your reply.',
    'decision-makers.reply.tooLong':
      'Shorten the reply to {most, number} characters: it is {over, number} over.',
    'decision-makers.reply.unsigned': 'Say who signs the reply: a name and a role.',
    'decision-makers.reply.signedTooLong': 'Shorten the signature to {most, number} characters.',
    'decision-makers.reply.oneIsWaiting':
      'A reply is already waiting for a moderator. Keep this text, and send it once that one is decided.',
    'decision-makers.reply.submitted.title': 'Your reply is waiting for a moderator',
    'decision-makers.reply.submitted.text':
      'Sent on {on}. It is published once a moderator has checked that it comes from your institution. Until then you cannot send another one.',
    'decision-makers.reply.refused.title': 'This reply was not published',
    'decision-makers.reply.refused.text': 'Sent on {on}. You can send another one below.',
    'decision-makers.reply.note': 'From the moderator:',
    'decision-makers.reply.show': 'Read it again',
    'decision-makers.rhythm.title': 'How often we write',
    'decision-makers.rhythm.legend': 'Write to me',
    'decision-makers.rhythm.threshold': 'when a threshold is crossed (50, 100, 250…), and at the end',
    'decision-makers.rhythm.weekly': 'at most once a week if it grew, and at the end',
    'decision-makers.rhythm.monthly': 'at most once a month if it grew, and at the end',
    'decision-makers.rhythm.closing': 'only once, when the petition has closed',
    'decision-makers.rhythm.delivery': 'only when it is delivered to me',
    'decision-makers.rhythm.none': 'never; this page stays open',
    'decision-makers.rhythm.act': 'Keep this rhythm',
    'decision-makers.rhythm.choose': 'Choose how often we write.',
    'decision-makers.aside.title': 'Not for you?',
    'decision-makers.aside.intro':
      'If you are not the person who can grant this, or do not want your data to be used, say so. The next page tells what then happens, before it does.',
    'decision-makers.aside.not-me.link': 'It is not me',
    'decision-makers.aside.not-me.title': 'It is not me',
    'decision-makers.aside.not-me.about':
      'You are about to tell us that {name}, at the address we wrote to, is not the person who can grant what “{title}” asks.',
    'decision-makers.aside.not-me.moderator':
      'The campaigner is told, with what you write below; the moderators can then address the petition to the right person.',
    'decision-makers.aside.not-me.note': 'Who is it instead?',
    'decision-makers.aside.not-me.noteHint': 'A role or a service is enough: “the transport department”.',
    'decision-makers.aside.not-me.act': 'It is not me: stop the messages and erase my address',
    'decision-makers.aside.not-me.doneTitle': 'You told us that it is not you',
    'decision-makers.aside.not-me.doneText': 'We noted it on {on}, about “{title}”.',
    'decision-makers.aside.objected.link': 'I object',
    'decision-makers.aside.objected.title': 'Object to the use of your data',
    'decision-makers.aside.objected.about':
      'You are about to object (Article 21 of the GDPR) to our using the data of {name} for “{title}”.',
    'decision-makers.aside.objected.moderator':
      'Your objection is recorded for the moderators. Your name stays on the petition’s public page, as the person it asks, unless they decide to take it off: tell them below why they should.',
    'decision-makers.aside.objected.note': 'Your reasons',
    'decision-makers.aside.objected.noteHint': 'You need not give any for the messages to stop.',
    'decision-makers.aside.objected.act': 'I object: stop the messages and erase my address',
    'decision-makers.aside.objected.doneTitle': 'You have objected',
    'decision-makers.aside.objected.doneText': 'We noted your objection on {on}, about “{title}”.',
    'decision-makers.aside.happens': 'What happens then',
    'decision-makers.aside.mailsStop': 'Every message about this petition stops at once.',
    'decision-makers.aside.addressErased': 'Your address is erased. It cannot be brought back.',
    'decision-makers.aside.pageCloses':
      'This private page closes: no dossier, no reply any more. What you have already published stays.',
    'decision-makers.aside.noteTooLong': 'Shorten the text to {most, number} characters.',
    'decision-makers.aside.back': 'No, go back to my page',
    'decision-makers.aside.doneMails':
      'No more messages will come about this petition, and your address has been erased.',
  },
  fr: {
    'decision-makers.someone': 'une citoyenne ou un citoyen',
    'decision-makers.notice.subject': 'Une pétition vous est adressée : {title}',
    'decision-makers.notice.preview': 'Un seul message, et non un par signature. Vous choisissez la suite.',
    'decision-makers.notice.hello': 'Bonjour {name},',
    'decision-makers.notice.opened': '{campaigner} a ouvert une pétition et vous demande ceci ({as}) :',
    'decision-makers.notice.page':
      'Une page privée vous est réservée, sans compte à créer : le texte, les chiffres par territoire et par semaine, un dossier à télécharger, un bouton pour accuser réception et un espace pour répondre. Votre réponse est publiée à côté de la pétition et envoyée aux signataires qui ont demandé des nouvelles.',
    'decision-makers.notice.rhythm':
      'Vous ne recevrez jamais un message par signature. Sauf choix contraire de votre part, nous vous écrivons quand un seuil est franchi (50, 100, 250…), au plus une fois par jour, et une fois à la clôture.',
    'decision-makers.digest.subject': '{confirmed, plural, one {# signature} other {# signatures}} : {title}',
    'decision-makers.digest.closedSubject':
      'La pétition est close avec {confirmed, plural, one {# signature} other {# signatures}} : {title}',
    'decision-makers.digest.preview': 'Où elle en est, et comment répondre.',
    'decision-makers.digest.grew':
      'La pétition « {title} », qui vous est adressée ({as}), a grandi. Voici ce qu’elle demande :',
    'decision-makers.digest.closed':
      'La pétition « {title} » est close. On ne peut plus la signer. Voici ce qu’elle demandait :',
    'decision-makers.digest.since': 'Depuis notre dernier message',
    'decision-makers.digest.statement': '{campaigner} l’a close sur ces mots :',
    'decision-makers.digest.page':
      'Votre page privée réunit les chiffres, le dossier et un espace pour répondre.',
    'decision-makers.mail.open': 'Ouvrir votre page',
    'decision-makers.mail.rhythm': 'Choisir le rythme de nos messages',
    'decision-makers.mail.notMe': 'Ce n’est pas moi : nous le dire',
    'decision-makers.mail.object': 'S’opposer à l’usage de vos données',
    'decision-makers.mail.why':
      'Vous recevez ce message parce qu’une pétition vous désigne comme la personne qui peut accorder ce qu’elle demande. Les liens ci-dessus vous sont réservés : qui les détient peut ouvrir votre page. Ils fonctionnent jusqu’au {until} ; ensuite, ils mènent à une page qui vous en envoie de nouveaux.',
    'decision-makers.mail.unsubscribe': 'Arrêter tous les messages sur cette pétition',
    'decision-makers.article14.title': 'Vos données (article 14 du RGPD)',
    'decision-makers.article14.who':
      'Responsable : l’organisme qui tient {site} à l’adresse {url}. Ses mentions légales disent qui il est : {url}/legal',
    'decision-makers.article14.operator':
      'Responsable : {operator}, qui tient {url}. Ses mentions légales : {url}/legal',
    'decision-makers.article14.what':
      'Ce que nous détenons : votre nom, votre fonction, votre organisme et votre adresse institutionnelle. Rien de votre vie privée.',
    'decision-makers.article14.why':
      'Pourquoi : pour que vous sachiez ce qui vous est demandé et puissiez y répondre. Base légale : l’intérêt légitime des citoyens à adresser une pétition à qui peut décider (article 6, paragraphe 1, point f, du RGPD).',
    'decision-makers.article14.source':
      'D’où elles viennent : de {campaigner}, à l’origine de la pétition, qui les a relevées dans une source publique de votre institution.',
    'decision-makers.article14.whoSees':
      'Qui les voit : votre nom, votre fonction et votre organisme figurent sur la page publique de la pétition. Votre adresse est conservée chiffrée, n’est montrée à personne et ne sert qu’à ces messages. Aucune décision automatisée ne vous concerne.',
    'decision-makers.article14.howLong':
      'Combien de temps : votre adresse, {months} mois après la clôture de la pétition ; votre nom, votre fonction et votre organisme, aussi longtemps que la pétition est sur ce site. Si vous vous opposez ou dites que ce n’est pas vous, votre adresse est effacée aussitôt.',
    'decision-makers.article14.rights':
      'Vos droits : accès, rectification, effacement, limitation, et opposition à tout moment (articles 15 à 21 du RGPD). Les liens ci-dessus permettent de vous opposer et d’arrêter les messages en une étape.',
    'decision-makers.article14.authority':
      'Vous pouvez introduire une réclamation auprès d’une autorité de contrôle : {authority}.',
    'decision-makers.fact.petition': 'Pétition',
    'decision-makers.fact.asks': 'Qui demande',
    'decision-makers.fact.reachThem':
      'Répondez ci-dessous\u00a0: la réponse leur est envoyée, et vous pouvez proposer un rendez-vous. Ou par les personnes qui tiennent ce site\u00a0: {contact}',
    'decision-makers.fact.reachElse':
      'C’est donné pour vous et pour qui lit avec vous\u00a0: merci de ne pas le publier. Les personnes qui tiennent ce site\u00a0: {contact}',
    'decision-makers.fact.asked': 'À qui',
    'decision-makers.fact.place': 'Où',
    'decision-makers.fact.opened': 'Ouverte le',
    'decision-makers.fact.closes': 'Ouverte jusqu’au',
    'decision-makers.fact.closed': 'Close le',
    'decision-makers.fact.public': 'Pour tous',
    'decision-makers.fact.publicLink': 'La page publique de la pétition',
    'decision-makers.page.title': 'Votre page : {title}',
    'decision-makers.page.for': 'Page privée de {name}',
    'decision-makers.page.contents': 'Sur cette page',
    'decision-makers.page.intro':
      'Aucun compte n’est nécessaire : le lien de notre message ouvre cette page. Gardez-le pour vous ; qui le détient peut répondre en votre nom.',
    'decision-makers.done.acknowledged': 'Réception confirmée. La page de la pétition le dit désormais.',
    'decision-makers.done.reply':
      'Votre réponse est arrivée. Un modérateur vérifie qu’elle vient bien de votre institution ; elle est ensuite publiée.',
    'decision-makers.done.rhythm': 'C’est noté. Nous écrirons au rythme que vous avez choisi.',
    'decision-makers.done.dossier':
      'Le dossier est en préparation. Rechargez cette page dans un instant pour le télécharger.',
    'decision-makers.done.struck': 'C’est noté. Merci de les avoir rayées.',
    'decision-makers.withdrawals.title': 'Signatures à rayer',
    'decision-makers.withdrawals.intro':
      'Des personnes qui figurent sur une liste que vous avez reçue ont retiré leur signature, ou corrigé ce qu’elle dit. Rayez ces numéros de toute liste établie jusqu’au jour indiqué ; là où il est écrit « correct », un nouveau dossier donne le texte juste. Le fichier contient des numéros et des jours, et aucun nom ; quand sa dernière colonne dit « paper », le numéro est de paper.csv.',
    'decision-makers.withdrawals.strikes': 'À rayer',
    'decision-makers.withdrawals.corrections': 'À corriger',
    'decision-makers.withdrawals.file': 'Les numéros (CSV)',
    'decision-makers.withdrawals.signature': 'Leur signature (Ed25519)',
    'decision-makers.withdrawals.check':
      'La signature montre que le fichier vient de ce site et n’a pas été modifié. Elle se vérifie avec openssl pkeyutl -verify -pubin -inkey CLE.pem -rawin -in FICHIER.csv -sigfile FICHIER.csv.sig.',
    'decision-makers.withdrawals.keys': 'Clés publiques de ce site',
    'decision-makers.withdrawals.waiting':
      '{waiting, plural, one {# ligne est nouvelle depuis que vous nous avez dit les avoir rayées.} other {# lignes sont nouvelles depuis que vous nous avez dit les avoir rayées.}}',
    'decision-makers.withdrawals.act': 'Je les ai rayées de mes copies',
    'decision-makers.withdrawals.done': 'Vous nous avez dit le {on} les avoir toutes rayées.',
    'decision-makers.withdrawals.subject': 'Signatures à rayer de votre liste : {title}',
    'decision-makers.withdrawals.preview':
      'Des personnes ont retiré leur signature depuis que vous avez reçu la liste.',
    'decision-makers.withdrawals.since':
      '{waiting, plural, one {Depuis notre dernier message à ce sujet, # personne qui figure sur une liste que vous avez reçue pour « {title} » a retiré ou corrigé sa signature.} other {Depuis notre dernier message à ce sujet, # personnes qui figurent sur une liste que vous avez reçue pour « {title} » ont retiré ou corrigé leur signature.}}',
    'decision-makers.withdrawals.do':
      'Votre page privée donne leurs numéros, dans un fichier signé par ce site. Merci de les rayer de vos copies, puis de nous le dire avec le bouton de cette page.',
    'decision-makers.withdrawals.open': 'Voir les numéros',
    'decision-makers.withdrawals.law':
      'La loi nous demande de vous prévenir, et à vous d’en tenir compte : une signature révèle une opinion politique, et chacun peut la retirer à tout moment (RGPD, articles 7.3, 17 et 19).',
    'decision-makers.withdrawals.why':
      'Vous recevez ce message parce que ce site vous a remis une liste de signatures. Il vient une fois par semaine au plus. Le lien ci-dessus vous est réservé : qui le détient peut ouvrir votre page. Il fonctionne jusqu’au {until}.',
    'decision-makers.ask.title': 'Ce qui vous est demandé',
    'decision-makers.text.show': 'Lire le texte entier',
    'decision-makers.closing.title': 'Le mot de clôture',
    'decision-makers.figures.title': 'Qui la soutient',
    'decision-makers.figures.signatures': 'Signatures',
    'decision-makers.figures.total': 'Signatures confirmées',
    'decision-makers.figures.inside': 'Dont dans le territoire concerné',
    'decision-makers.figures.insideOf':
      '{inside, plural, =0 {Aucune n’indique un code postal du territoire concerné.} one {# sur {total, number} ({share}) indique un code postal du territoire concerné.} other {# sur {total, number} ({share}) indiquent un code postal du territoire concerné.}}',
    'decision-makers.figures.none':
      'Aucune signature n’est encore confirmée. Seules les signatures confirmées sont comptées.',
    'decision-makers.strength.title': 'Selon ce qui a été vérifié',
    'decision-makers.strength.checked': 'Vérification',
    'decision-makers.strength.0': 'Ligne de papier, non vérifiée',
    'decision-makers.strength.1': 'Adresse e-mail confirmée',
    'decision-makers.strength.2': 'Adresse e-mail confirmée, code postal dans le territoire',
    'decision-makers.strength.3': 'Vérifiée par sondage, par téléphone ou par courrier',
    'decision-makers.strength.4': 'Identité électronique',
    'decision-makers.weeks.title': 'Semaine par semaine',
    'decision-makers.weeks.caption': 'Signatures confirmées, cumulées. Une semaine commence le lundi.',
    'decision-makers.weeks.week': 'Semaine du',
    'decision-makers.weeks.new': 'Nouvelles',
    'decision-makers.territories.title': 'Par territoire',
    'decision-makers.territories.territory': 'Territoire',
    'decision-makers.territories.share': 'Part',
    'decision-makers.territories.rest': '{rest, plural, one {Un autre} other {# autres}}',
    'decision-makers.communes.title': 'Par commune, autant que le code postal le dise',
    'decision-makers.communes.commune': 'Commune',
    'decision-makers.communes.note':
      'Ne sont comptées ici que les signatures dont le code postal désigne une seule commune. Un code postal que plusieurs communes partagent n’en désigne aucune\u00a0; les premières communes sont montrées, et les chiffres d’un dossier les nomment toutes.',
    'decision-makers.proof.title': 'Ce que cela ne prouve pas',
    'decision-makers.proof.text':
      'Une adresse confirmée montre qu’une personne lit cette boîte et a appuyé sur le bouton. Elle ne prouve ni son nom, ni qu’elle n’a qu’une boîte, ni qu’elle habite au code postal indiqué. Noms et codes postaux sont tels que saisis.',
    'decision-makers.answer.title': 'Votre réponse',
    'decision-makers.acknowledge.text':
      'Pas encore de réponse ? Dites que vous avez bien reçu la pétition. Sa page publique en montrera la date ; cela n’engage à rien d’autre.',
    'decision-makers.acknowledge.act': 'Accuser réception',
    'decision-makers.acknowledge.done':
      'Vous avez accusé réception le {on}. La page de la pétition montre cette date.',
    'decision-makers.reply.title': 'Rédiger une réponse',
    'decision-makers.reply.intro':
      'Un modérateur vérifie que la réponse vient de votre institution et n’y change rien. Elle est ensuite publiée à côté de la pétition, avec la même visibilité, et envoyée aux signataires qui ont demandé des nouvelles.',
    'decision-makers.reply.body': 'Votre réponse',
    'decision-makers.reply.bodyHint':
      'De 20 à 20 000 caractères. Le Markdown est compris : **gras**, listes, liens.',
    'decision-makers.reply.signedBy': 'Signature',
    'decision-makers.reply.signedByHint': 'Nom et fonction, tels qu’ils seront publiés.',
    'decision-makers.reply.act': 'Envoyer la réponse',
    'decision-makers.reply.tooShort': 'Écrivez au moins {least, number} caractères dans votre réponse.',
    'decision-makers.reply.tooLong':
      'Raccourcissez la réponse à {most, number} caractères : il y en a {over, number} de trop.',
    'decision-makers.reply.unsigned': 'Dites qui signe la réponse : un nom et une fonction.',
    'decision-makers.reply.signedTooLong': 'Raccourcissez la signature à {most, number} caractères.',
    'decision-makers.reply.oneIsWaiting':
      'Une réponse attend déjà la modération. Gardez ce texte, et envoyez-le une fois que l’autre aura été examinée.',
    'decision-makers.reply.submitted.title': 'Votre réponse attend la modération',
    'decision-makers.reply.submitted.text':
      'Envoyée le {on}. Elle sera publiée quand un modérateur aura vérifié qu’elle vient de votre institution. D’ici là, vous ne pouvez pas en envoyer d’autre.',
    'decision-makers.reply.refused.title': 'Cette réponse n’a pas été publiée',
    'decision-makers.reply.refused.text': 'Envoyée le {on}. Vous pouvez en envoyer une autre ci-dessous.',
    'decision-makers.reply.note': 'De la modération :',
    'decision-makers.reply.show': 'La relire',
    'decision-makers.rhythm.title': 'À quel rythme nous écrivons',
    'decision-makers.rhythm.legend': 'M’écrire',
    'decision-makers.rhythm.threshold': 'quand un seuil est franchi (50, 100, 250…), et à la fin',
    'decision-makers.rhythm.weekly': 'au plus une fois par semaine si elle a grandi, et à la fin',
    'decision-makers.rhythm.monthly': 'au plus une fois par mois si elle a grandi, et à la fin',
    'decision-makers.rhythm.closing': 'une seule fois, quand la pétition sera close',
    'decision-makers.rhythm.delivery': 'seulement quand elle m’est remise',
    'decision-makers.rhythm.none': 'jamais ; cette page reste ouverte',
    'decision-makers.rhythm.act': 'Garder ce rythme',
    'decision-makers.rhythm.choose': 'Choisissez à quel rythme nous écrivons.',
    'decision-makers.aside.title': 'Cela ne vous concerne pas ?',
    'decision-makers.aside.intro':
      'Si vous n’êtes pas la personne qui peut l’accorder, ou refusez que vos données servent, dites-le. La page suivante annonce ce qui se passera, avant que cela se passe.',
    'decision-makers.aside.not-me.link': 'Ce n’est pas moi',
    'decision-makers.aside.not-me.title': 'Ce n’est pas moi',
    'decision-makers.aside.not-me.about':
      'Vous allez nous dire que {name}, à l’adresse où nous avons écrit, n’est pas la personne qui peut accorder ce que demande « {title} ».',
    'decision-makers.aside.not-me.moderator':
      'L’auteur de la pétition en est informé, avec ce que vous écrivez ci-dessous ; la modération peut alors adresser la pétition à la bonne personne.',
    'decision-makers.aside.not-me.note': 'Qui est-ce, alors ?',
    'decision-makers.aside.not-me.noteHint':
      'Une fonction ou un service suffit : « la direction des transports ».',
    'decision-makers.aside.not-me.act': 'Ce n’est pas moi : arrêter les messages et effacer mon adresse',
    'decision-makers.aside.not-me.doneTitle': 'Vous nous avez dit que ce n’est pas vous',
    'decision-makers.aside.not-me.doneText': 'Nous l’avons noté le {on}, pour « {title} ».',
    'decision-makers.aside.objected.link': 'Je m’oppose',
    'decision-makers.aside.objected.title': 'S’opposer à l’usage de vos données',
    'decision-makers.aside.objected.about':
      'Vous allez vous opposer (article 21 du RGPD) à ce que nous utilisions les données de {name} pour « {title} ».',
    'decision-makers.aside.objected.moderator':
      'Votre opposition est consignée pour la modération. Votre nom reste sur la page publique de la pétition, comme celui de la personne à qui elle s’adresse, sauf si elle décide de l’ôter : dites-lui ci-dessous pourquoi elle le devrait.',
    'decision-makers.aside.objected.note': 'Vos raisons',
    'decision-makers.aside.objected.noteHint': 'Il n’en faut aucune pour que les messages cessent.',
    'decision-makers.aside.objected.act': 'Je m’oppose : arrêter les messages et effacer mon adresse',
    'decision-makers.aside.objected.doneTitle': 'Vous vous êtes opposé',
    'decision-makers.aside.objected.doneText': 'Nous avons noté votre opposition le {on}, pour « {title} ».',
    'decision-makers.aside.happens': 'Ce qui se passera',
    'decision-makers.aside.mailsStop': 'Tous les messages sur cette pétition cessent aussitôt.',
    'decision-makers.aside.addressErased': 'Votre adresse est effacée. Elle ne peut pas être rétablie.',
    'decision-makers.aside.pageCloses':
      'Cette page privée se ferme : plus de dossier, plus de réponse. Ce que vous avez déjà publié reste.',
    'decision-makers.aside.noteTooLong': 'Raccourcissez le texte à {most, number} caractères.',
    'decision-makers.aside.back': 'Non, revenir à ma page',
    'decision-makers.aside.doneMails':
      'Vous ne recevrez plus aucun message sur cette pétition, et votre adresse a été effacée.',
  },
} as const

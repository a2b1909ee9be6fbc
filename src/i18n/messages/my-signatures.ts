/** What one address has signed, found by a link sent to it. */
export const mySignatures = {
  en: {
    'my-signatures.title': 'My signatures',
    'my-signatures.intro':
      'Nowhere do we keep a list of who signed what. A link sent to your address looks for what it signed and shows it to you: to read again, correct, withdraw, take away or erase.',
    'my-signatures.email.hint': 'The one you signed with.',
    'my-signatures.ask.button': 'Send me the link',
    'my-signatures.ask.minutes': 'The link works once, for {minutes, number} minutes.',
    'my-signatures.sent.title': 'Look in your inbox',
    'my-signatures.sent.body':
      'A link is on its way to the address you typed, whether or not it has signed anything here. It works once, for {minutes, number} minutes.',
    'my-signatures.sent.wait':
      'Nothing after a few minutes? Look among the unwanted mails, then ask for another link.',
    'my-signatures.sent.again': 'Ask for another link',
    'my-signatures.open.title': 'Open my signatures on this device?',
    'my-signatures.open.body':
      'Everything this address has signed here stays open for one hour, or until you close it. On a shared computer, close it when you leave.',
    'my-signatures.open.button': 'Open my signatures',
    'my-signatures.over.title': 'This link no longer works',
    'my-signatures.over.body':
      'A link works once, for {minutes, number} minutes. Ask for a new one: it arrives within seconds.',
    'my-signatures.list.for': 'What {address} has signed here. Open on this device until {until}.',
    'my-signatures.list.leave': 'Close my signatures',
    'my-signatures.list.none.title': 'We have nothing for this address',
    'my-signatures.list.none.text':
      'It has signed no petition here, or what it signed has been erased. A request to sign that was not confirmed is erased after {days} days.',
    'my-signatures.list.none.further.title': 'Nothing further back',
    'my-signatures.list.none.further.text':
      'Among the older petitions there is none that this address has signed.',
    'my-signatures.list.petition': 'The petition is',
    'my-signatures.list.signature': 'Your signature',
    'my-signatures.list.number': 'Number',
    'my-signatures.list.signed': 'Signed on',
    'my-signatures.list.confirmed': 'Confirmed on',
    'my-signatures.list.name': 'Name',
    'my-signatures.list.text': 'Text you signed',
    'my-signatures.list.strength': 'How it was verified',
    'my-signatures.list.shown': 'Shown on the petition’s page',
    'my-signatures.list.given': 'Your name, to who receives the petition',
    'my-signatures.list.given.yes': 'given',
    'my-signatures.list.given.no': 'not given',
    'my-signatures.list.news': 'News of this petition',
    'my-signatures.list.news.yes': 'yes, by mail',
    'my-signatures.list.news.no': 'no',
    'my-signatures.list.campaigner-news': 'Other petitions of the campaigner',
    'my-signatures.list.page': 'Receipt and choices',
    'my-signatures.list.more': 'Older petitions',
    'my-signatures.list.first': 'Back to the newest',
    'my-signatures.withdraw.one': 'Withdraw my signature',
    'my-signatures.done.withdrawn-one': 'That signature is withdrawn. It no longer counts.',
    'my-signatures.done.withdrawn':
      '{count, plural, =0 {There was no signature left to withdraw.} one {# signature is withdrawn. It no longer counts.} other {# signatures are withdrawn. They no longer count.}}',
    'my-signatures.done.corrected':
      '{count, plural, =0 {No signature bears a name any more: nothing was changed.} one {# signature bears the new name.} other {# signatures bear the new name.}}',
    'my-signatures.done.asked-address':
      'We have sent a link to the new address. Nothing moves before its button is pressed; it works for one hour.',
    'my-signatures.acts.title': 'For all of them at once',
    'my-signatures.whose': 'Whose signatures?',
    'my-signatures.whose.all': 'All of this address',
    'my-signatures.done.erased': 'Everything under that name is erased.',
    'my-signatures.name.summary': 'Correct my name',
    'my-signatures.name.label': 'First and last name',
    'my-signatures.name.hint':
      'In every signature that waits or counts; where your name is shown, the new one will be.',
    'my-signatures.name.button': 'Correct my name everywhere',
    'my-signatures.address.summary': 'Change my address',
    'my-signatures.address.label': 'New email address',
    'my-signatures.address.hint':
      'We send a link to it. Your signatures move once its button is pressed, and we tell the old address.',
    'my-signatures.address.note':
      'Where the new address has signed too, the older signature stays and the other is withdrawn. Links in mails you got earlier keep opening the page of their signature.',
    'my-signatures.address.button': 'Send a link to the new address',
    'my-signatures.mails.summary': '{count, plural, one {# mail about it} other {# mails about it}}',
    'my-signatures.mails.kept': 'When they went out is forgotten too, in its time: how long we keep things',
    'my-signatures.mails.sent': 'sent on {at}',
    'my-signatures.mails.due': 'asked for on {at}, about to leave',
    'my-signatures.mails.failed': 'could not be delivered, {at}',
    'my-signatures.mails.dropped': 'not sent, as it was out of date, {at}',
    'my-signatures.mails.kind.confirm-signature': 'The button to confirm with',
    'my-signatures.mails.kind.already-signed': 'That you had signed already',
    'my-signatures.mails.kind.update': 'News of the petition',
    'my-signatures.mails.kind.closing': 'That it closed, and with what',
    'my-signatures.mails.kind.reply': 'A reply to the petition',
    'my-signatures.mails.kind.others-opened': 'Another petition of the campaigner opened',
    'my-signatures.mails.kind.others-news': 'News of another petition of the campaigner',
    'my-signatures.mails.kind.reason-removed': 'Why your reason was taken away',
    'my-signatures.mails.kind.signature-removed': 'That your signature was removed',
    'my-signatures.mails.kind.sample-check': 'Whether you signed, for a sample check',
    'my-signatures.mails.kind.decision-undone': 'That a decision was taken back',
    'my-signatures.mails.kind.appeal-received': 'That what you contested has arrived',
    'my-signatures.mails.kind.appeal-decided': 'What was decided of what you contested',
    'my-signatures.mails.kind.other': 'Another mail about your signature',
    'my-signatures.beside.link':
      'And beside signatures: petitions that ask this address, sheets it reads, reports, mails that came back',
    'my-signatures.beside.title': 'What else this address has here',
    'my-signatures.beside.intro':
      'Beside what {address} has signed. It is looked for anew, and is in the copy to take away (JSON) too.',
    'my-signatures.beside.none.title': 'Nothing else',
    'my-signatures.beside.none.text': 'We have nothing for this address beside what it may have signed.',
    'my-signatures.beside.asked': 'Petitions that ask you to decide',
    'my-signatures.beside.asked.text':
      'Who launched them gave your name and address. The link in each mail about them lets you choose fewer, say that it is not yours to decide, or object; the address is then erased.',
    'my-signatures.beside.asked.active': 'you are asked since',
    'my-signatures.beside.asked.not-me': 'you said that it is not yours to decide; asked since',
    'my-signatures.beside.asked.objected': 'you objected; asked since',
    'my-signatures.beside.reads': 'Petitions whose sheets of paper you read',
    'my-signatures.beside.reads.text':
      'Who launched them gave your name and address. “Stop, and erase my name”, behind the link in your invitation, ends it at once.',
    'my-signatures.beside.reports': 'Reports sent with this address',
    'my-signatures.beside.reports.text':
      'Nobody had to show that the address was theirs, so what was written with it is not shown here. Name, address and words are erased half a year after the decision.',
    'my-signatures.beside.reports.wait':
      'Since {from}, what this address reports waits until {until} before anyone reads it, after manifestly unfounded reports and a warning. The mail about it tells how to contest that.',
    'my-signatures.beside.trouble': 'Mails to this address',
    'my-signatures.beside.trouble.hard':
      'They came back, as from a mailbox that does not exist, on {first} for the first time and on {last} for the last.',
    'my-signatures.beside.trouble.soft':
      'They came back, as from a mailbox that is full or away, on {first} for the first time and on {last} for the last.',
    'my-signatures.beside.trouble.complaint':
      'One was called unwanted on {last}; since then we send none but those that are asked for here.',
    'my-signatures.beside.back': 'Back to my signatures',
    'my-signatures.copy.title': 'Take a copy away',
    'my-signatures.copy.text':
      'All we keep about this address: signatures, consents, fingerprints, and the mails sent about each signature, with their dates.',
    'my-signatures.copy.json': 'Everything (JSON)',
    'my-signatures.copy.signatures': 'Signatures (CSV)',
    'my-signatures.copy.consents': 'What you agreed to, in which words (CSV)',
    'my-signatures.copy.mails': 'Mails sent (CSV)',
    'my-signatures.withdraw.summary': 'Withdraw all my signatures',
    'my-signatures.withdraw.what':
      'All your signatures stop counting, and your name, address and reasons are erased at once. This cannot be undone, but you may sign again as long as a petition is open. A fingerprint stays, so that one person stays one signature.',
    'my-signatures.withdraw.button': 'Withdraw all my signatures',
    'my-signatures.erase.summary': 'Erase everything',
    'my-signatures.erase.what':
      'At once and for good: your names, address, postcodes, reasons, choices, all fingerprints that lead from your address to your signatures, and the list of mails we sent you about them. Your signatures stop counting.',
    'my-signatures.erase.stays': 'What stays, and why:',
    'my-signatures.erase.stays.row':
      'of each signature an empty line with its number, country, language, text version and dates, because numbers are given once only; nothing leads from it to you;',
    'my-signatures.erase.stays.removed':
      'of a signature that a moderator removed, the fingerprint too, so that it cannot be added again; of a reason that a moderator removed, the words, encrypted, for six months, because the decision may be contested;',
    'my-signatures.erase.stays.dossiers':
      'lists that a decision-maker got before today hold your name, postcode and reason if you were counted then: we cannot erase what others hold, and tell them your numbers, to strike;',
    'my-signatures.erase.stays.reports':
      'if you reported or contested something, what you wrote, encrypted, for half a year after the decision, because it may be contested;',
    'my-signatures.erase.stays.asked':
      'if a petition asks you to decide, your name and function on it, which are public; your address goes when you object, with the link in each mail about it;',
    'my-signatures.erase.stays.mails':
      'if mails to you came back or were called unwanted, a fingerprint of the address that leads to no petition, because forgetting it would mean writing again;',
    'my-signatures.erase.stays.account':
      'if you launched a petition, your account: ask {contact} to have it erased.',
    'my-signatures.erase.button': 'Erase everything of this address',
    'my-signatures.erased.title': 'Everything is erased',
    'my-signatures.erased.body':
      'Nothing here leads from your address to a petition any more, but for what is named below. This page is closed on this device.',
    'my-signatures.move.title': 'Move signatures to this address?',
    'my-signatures.move.body':
      'Somebody who reads the mails of another address wants {address} to hold what they signed here. If it was you, press the button.',
    'my-signatures.move.not-you': 'It was not you? Close this page: nothing is moved.',
    'my-signatures.move.button': 'Move them to this address',
    'my-signatures.moved.title': 'The new address holds your signatures',
    'my-signatures.moved.moved':
      '{count, plural, =0 {No signature had to be moved.} one {# signature now belongs to {address}.} other {# signatures now belong to {address}.}}',
    'my-signatures.moved.merged':
      '{count, plural, one {# petition had been signed with both addresses: the older signature stays, the other is withdrawn.} other {# petitions had been signed with both addresses: the older signature stays, the other is withdrawn.}}',
    'my-signatures.moved.left':
      '{count, plural, one {# signature stays where it was, because a moderator has set it aside or removed it.} other {# signatures stay where they were, because a moderator has set them aside or removed them.}}',
    'my-signatures.moved.crowded':
      '{count, plural, one {# signature stays where it was, because the new address carries another person’s there, from another postcode, or two people’s.} other {# signatures stay where they were, because the new address carries another person’s there, from another postcode, or two people’s.}}',
    'my-signatures.moved.open': 'Open them with the new address',
    'my-signatures.own.more': 'See everything this address has signed here',
    'my-signatures.mail.link.subject': 'The link you asked for',
    'my-signatures.mail.link.preview': 'It works once, for {minutes, number} minutes.',
    'my-signatures.mail.link.intro':
      'Follow this link, then press the button on the page: it shows everything this address has on our site, or that there is nothing.',
    'my-signatures.mail.link.button': 'Open the page',
    'my-signatures.mail.link.limits': 'The link works once, for {minutes, number} minutes.',
    'my-signatures.mail.link.not-you':
      'You did not ask for it? Do nothing: without this mail nobody can open that page.',
    'my-signatures.mail.link.why':
      'You get this mail because somebody typed this address into a form of our site.',
    'my-signatures.mail.address.subject': 'Confirm your new address',
    'my-signatures.mail.address.preview': 'The link works for {minutes, number} minutes.',
    'my-signatures.mail.address.intro':
      'Somebody, most likely you, wants this address to take the place of another one on our site.',
    'my-signatures.mail.address.button': 'Look at it and confirm',
    'my-signatures.mail.address.limits':
      'The link opens a page with a button; nothing changes before you press it. It works for {minutes, number} minutes.',
    'my-signatures.mail.address.not-you': 'If it was not you, do nothing: nothing is changed.',
    'my-signatures.mail.address.why':
      'You get this mail because somebody typed this address as their new one.',
    'my-signatures.mail.moved.subject': 'Another address has taken the place of this one',
    'my-signatures.mail.moved.preview': 'As you asked, it now holds what this one had.',
    'my-signatures.mail.moved.intro':
      'As was asked from this mailbox, another address now holds what this one had on our site. We will not write to this address about it any more.',
    'my-signatures.mail.moved.not-you':
      'If it was not you, somebody else reads your mails: change the password of your mailbox and write to {contact}.',
    'my-signatures.mail.moved.why':
      'You get this mail because the change was asked for with a link sent to this address.',
  },
  fr: {
    'my-signatures.title': 'Mes signatures',
    'my-signatures.intro':
      'Nous ne tenons nulle part la liste de qui a signé quoi. Un lien envoyé à votre adresse cherche ce qu’elle a signé et vous le montre : pour relire, corriger, retirer, emporter ou effacer.',
    'my-signatures.email.hint': 'Celle avec laquelle vous avez signé.',
    'my-signatures.ask.button': 'Envoyez-moi le lien',
    'my-signatures.ask.minutes': 'Le lien fonctionne une fois, pendant {minutes, number} minutes.',
    'my-signatures.sent.title': 'Regardez votre boîte de réception',
    'my-signatures.sent.body':
      'Un lien part vers l’adresse que vous avez écrite, qu’elle ait signé ici ou non. Il fonctionne une fois, pendant {minutes, number} minutes.',
    'my-signatures.sent.wait':
      'Rien après quelques minutes ? Cherchez parmi les indésirables, puis demandez un autre lien.',
    'my-signatures.sent.again': 'Demander un autre lien',
    'my-signatures.open.title': 'Ouvrir mes signatures sur cet appareil ?',
    'my-signatures.open.body':
      'Tout ce que cette adresse a signé ici reste ouvert pendant une heure, ou jusqu’à ce que vous le fermiez. Sur un ordinateur partagé, fermez en partant.',
    'my-signatures.open.button': 'Ouvrir mes signatures',
    'my-signatures.over.title': 'Ce lien ne fonctionne plus',
    'my-signatures.over.body':
      'Un lien fonctionne une fois, pendant {minutes, number} minutes. Demandez-en un nouveau : il arrive en quelques secondes.',
    'my-signatures.list.for': 'Ce que {address} a signé ici. Ouvert sur cet appareil jusqu’au {until}.',
    'my-signatures.list.leave': 'Fermer mes signatures',
    'my-signatures.list.none.title': 'Nous n’avons rien pour cette adresse',
    'my-signatures.list.none.text':
      'Elle n’a signé aucune pétition ici, ou ce qu’elle avait signé est effacé. Une demande de signature non confirmée est effacée au bout de {days} jours.',
    'my-signatures.list.none.further.title': 'Rien de plus ancien',
    'my-signatures.list.none.further.text':
      'Parmi les pétitions plus anciennes, cette adresse n’en a signé aucune.',
    'my-signatures.list.petition': 'La pétition est',
    'my-signatures.list.signature': 'Votre signature',
    'my-signatures.list.number': 'Numéro',
    'my-signatures.list.signed': 'Signée le',
    'my-signatures.list.confirmed': 'Confirmée le',
    'my-signatures.list.name': 'Nom',
    'my-signatures.list.text': 'Texte signé',
    'my-signatures.list.strength': 'Vérification',
    'my-signatures.list.shown': 'Affiché sur la page de la pétition',
    'my-signatures.list.given': 'Votre nom, à qui reçoit la pétition',
    'my-signatures.list.given.yes': 'donné',
    'my-signatures.list.given.no': 'pas donné',
    'my-signatures.list.news': 'Nouvelles de cette pétition',
    'my-signatures.list.news.yes': 'oui, par e-mail',
    'my-signatures.list.news.no': 'non',
    'my-signatures.list.campaigner-news': 'Autres pétitions de qui l’a lancée',
    'my-signatures.list.page': 'Reçu et choix',
    'my-signatures.list.more': 'Pétitions plus anciennes',
    'my-signatures.list.first': 'Revenir aux plus récentes',
    'my-signatures.withdraw.one': 'Retirer ma signature',
    'my-signatures.done.withdrawn-one': 'Cette signature est retirée. Elle ne compte plus.',
    'my-signatures.done.withdrawn':
      '{count, plural, =0 {Il ne restait aucune signature à retirer.} one {# signature est retirée. Elle ne compte plus.} other {# signatures sont retirées. Elles ne comptent plus.}}',
    'my-signatures.done.corrected':
      '{count, plural, =0 {Plus aucune signature ne porte de nom : rien n’a changé.} one {# signature porte le nouveau nom.} other {# signatures portent le nouveau nom.}}',
    'my-signatures.done.asked-address':
      'Nous avons envoyé un lien à la nouvelle adresse. Rien ne bouge tant que son bouton n’est pas pressé ; il fonctionne une heure.',
    'my-signatures.acts.title': 'Pour toutes à la fois',
    'my-signatures.whose': 'Les signatures de qui ?',
    'my-signatures.whose.all': 'Toutes celles de cette adresse',
    'my-signatures.done.erased': 'Tout ce qui portait ce nom est effacé.',
    'my-signatures.name.summary': 'Corriger mon nom',
    'my-signatures.name.label': 'Prénom et nom',
    'my-signatures.name.hint':
      'Dans chaque signature en attente ou comptée ; là où votre nom est affiché, le nouveau le sera.',
    'my-signatures.name.button': 'Corriger mon nom partout',
    'my-signatures.address.summary': 'Changer d’adresse',
    'my-signatures.address.label': 'Nouvelle adresse e-mail',
    'my-signatures.address.hint':
      'Nous lui envoyons un lien. Vos signatures changent d’adresse quand son bouton est pressé, et nous le disons à l’ancienne.',
    'my-signatures.address.note':
      'Là où la nouvelle adresse a signé aussi, la signature la plus ancienne reste et l’autre est retirée. Les liens des e-mails déjà reçus ouvrent toujours la page de leur signature.',
    'my-signatures.address.button': 'Envoyer un lien à la nouvelle adresse',
    'my-signatures.mails.summary':
      '{count, plural, one {# e-mail à son sujet} other {# e-mails à son sujet}}',
    'my-signatures.mails.kept':
      'La date de leur envoi s’oublie aussi, à son heure : combien de temps nous gardons les choses',
    'my-signatures.mails.sent': 'parti le {at}',
    'my-signatures.mails.due': 'demandé le {at}, sur le départ',
    'my-signatures.mails.failed': 'n’a pas pu être remis, {at}',
    'my-signatures.mails.dropped': 'pas envoyé, car il n’était plus d’actualité, {at}',
    'my-signatures.mails.kind.confirm-signature': 'Le bouton pour confirmer',
    'my-signatures.mails.kind.already-signed': 'Que vous aviez déjà signé',
    'my-signatures.mails.kind.update': 'Des nouvelles de la pétition',
    'my-signatures.mails.kind.closing': 'Sa clôture, et sur quoi',
    'my-signatures.mails.kind.reply': 'Une réponse à la pétition',
    'my-signatures.mails.kind.others-opened': 'Une autre pétition de la même personne a ouvert',
    'my-signatures.mails.kind.others-news': 'Des nouvelles d’une autre pétition de la même personne',
    'my-signatures.mails.kind.reason-removed': 'Pourquoi votre raison a été retirée',
    'my-signatures.mails.kind.signature-removed': 'Que votre signature a été supprimée',
    'my-signatures.mails.kind.sample-check': 'Si vous avez signé, pour un contrôle par sondage',
    'my-signatures.mails.kind.decision-undone': 'Qu’une décision a été annulée',
    'my-signatures.mails.kind.appeal-received': 'Que votre contestation est arrivée',
    'my-signatures.mails.kind.appeal-decided': 'Ce qui a été décidé de votre contestation',
    'my-signatures.mails.kind.other': 'Un autre e-mail au sujet de votre signature',
    'my-signatures.beside.link':
      'Et en dehors des signatures : pétitions adressées à cette adresse, feuilles qu’elle lit, signalements, e-mails revenus',
    'my-signatures.beside.title': 'Ce que cette adresse a d’autre ici',
    'my-signatures.beside.intro':
      'En dehors de ce que {address} a signé. On le cherche à nouveau à chaque fois, et cela figure aussi dans la copie à emporter (JSON).',
    'my-signatures.beside.none.title': 'Rien d’autre',
    'my-signatures.beside.none.text':
      'Nous n’avons rien pour cette adresse en dehors de ce qu’elle a pu signer.',
    'my-signatures.beside.asked': 'Les pétitions qui vous demandent de décider',
    'my-signatures.beside.asked.text':
      'Qui les a lancées a donné votre nom et votre adresse. Le lien de chaque e-mail à leur sujet permet d’en recevoir moins, de dire que ce n’est pas à vous de décider, ou de vous opposer ; l’adresse est alors effacée.',
    'my-signatures.beside.asked.active': 'on vous le demande depuis le',
    'my-signatures.beside.asked.not-me':
      'vous avez dit que ce n’est pas à vous de décider ; demandé depuis le',
    'my-signatures.beside.asked.objected': 'vous vous y êtes opposé ; demandé depuis le',
    'my-signatures.beside.reads': 'Les pétitions dont vous lisez les feuilles',
    'my-signatures.beside.reads.text':
      'Qui les a lancées a donné votre nom et votre adresse. « Arrêter et effacer mon nom », derrière le lien de votre invitation, y met fin aussitôt.',
    'my-signatures.beside.reports': 'Les signalements envoyés avec cette adresse',
    'my-signatures.beside.reports.text':
      'Personne n’a dû montrer que l’adresse était la sienne : ce qui a été écrit avec elle n’est donc pas montré ici. Le nom, l’adresse et les mots sont effacés six mois après la décision.',
    'my-signatures.beside.reports.wait':
      'Depuis le {from}, ce que cette adresse signale attend jusqu’au {until} avant que quelqu’un le lise, après des signalements manifestement infondés et un avertissement. L’e-mail qui l’annonce dit comment le contester.',
    'my-signatures.beside.trouble': 'Les e-mails à cette adresse',
    'my-signatures.beside.trouble.hard':
      'Ils sont revenus, comme d’une boîte qui n’existe pas, le {first} pour la première fois et le {last} pour la dernière.',
    'my-signatures.beside.trouble.soft':
      'Ils sont revenus, comme d’une boîte pleine ou absente, le {first} pour la première fois et le {last} pour la dernière.',
    'my-signatures.beside.trouble.complaint':
      'L’un d’eux a été dit indésirable le {last} ; depuis, nous n’envoyons que ceux qui sont demandés ici.',
    'my-signatures.beside.back': 'Revenir à mes signatures',
    'my-signatures.copy.title': 'Emporter une copie',
    'my-signatures.copy.text':
      'Tout ce que nous gardons de cette adresse : signatures, consentements, empreintes, et les e-mails envoyés pour chaque signature, avec leurs dates.',
    'my-signatures.copy.json': 'Tout (JSON)',
    'my-signatures.copy.signatures': 'Les signatures (CSV)',
    'my-signatures.copy.consents': 'Ce que vous avez accepté, et en quels mots (CSV)',
    'my-signatures.copy.mails': 'Les e-mails envoyés (CSV)',
    'my-signatures.withdraw.summary': 'Retirer toutes mes signatures',
    'my-signatures.withdraw.what':
      'Aucune de vos signatures ne comptera plus ; votre nom, votre adresse et vos raisons sont effacés aussitôt. C’est sans retour, mais vous pourrez signer de nouveau tant qu’une pétition est ouverte. Une empreinte reste, pour qu’une personne reste une signature.',
    'my-signatures.withdraw.button': 'Retirer toutes mes signatures',
    'my-signatures.erase.summary': 'Tout effacer',
    'my-signatures.erase.what':
      'Aussitôt et pour de bon : vos noms, votre adresse, vos codes postaux, vos raisons, vos choix, toutes les empreintes qui mènent de votre adresse à vos signatures, et la liste des e-mails que nous vous avons envoyés à leur sujet. Vos signatures ne comptent plus.',
    'my-signatures.erase.stays': 'Ce qui reste, et pourquoi :',
    'my-signatures.erase.stays.row':
      'de chaque signature, une ligne vide avec son numéro, le pays, la langue, la version du texte et les dates, parce qu’un numéro n’est donné qu’une fois ; rien ne mène d’elle à vous ;',
    'my-signatures.erase.stays.removed':
      'd’une signature qu’un modérateur a écartée, l’empreinte aussi, pour qu’elle ne puisse pas revenir ; d’une raison qu’un modérateur a retirée, les mots, chiffrés, pendant six mois, parce que la décision peut être contestée ;',
    'my-signatures.erase.stays.dossiers':
      'les listes remises à un destinataire avant ce jour contiennent votre nom, votre code postal et votre raison si vous étiez alors compté : nous ne pouvons pas effacer ce que d’autres détiennent, et leur disons vos numéros, à rayer ;',
    'my-signatures.erase.stays.reports':
      'si vous avez signalé ou contesté quelque chose, ce que vous avez écrit, chiffré, pendant six mois après la décision, parce qu’elle peut être contestée ;',
    'my-signatures.erase.stays.asked':
      'si une pétition vous demande de décider, votre nom et votre fonction, qui y sont publics ; votre adresse disparaît si vous vous opposez, par le lien de chaque e-mail à son sujet ;',
    'my-signatures.erase.stays.mails':
      'si des e-mails vers vous sont revenus ou ont été dits indésirables, une empreinte de l’adresse qui ne mène à aucune pétition, car l’oublier voudrait dire écrire à nouveau ;',
    'my-signatures.erase.stays.account':
      'si vous avez lancé une pétition, votre compte : demandez son effacement à {contact}.',
    'my-signatures.erase.button': 'Effacer tout ce qui tient à cette adresse',
    'my-signatures.erased.title': 'Tout est effacé',
    'my-signatures.erased.body':
      'Plus rien ici ne mène de votre adresse à une pétition, sauf ce qui est dit ci-dessous. Cette page est fermée sur cet appareil.',
    'my-signatures.move.title': 'Confier des signatures à cette adresse ?',
    'my-signatures.move.body':
      'Une personne qui lit les e-mails d’une autre adresse veut que {address} porte désormais ce qu’elle a signé ici. Si c’est vous, pressez le bouton.',
    'my-signatures.move.not-you': 'Ce n’est pas vous ? Fermez cette page : rien ne change.',
    'my-signatures.move.button': 'Les confier à cette adresse',
    'my-signatures.moved.title': 'La nouvelle adresse porte vos signatures',
    'my-signatures.moved.moved':
      '{count, plural, =0 {Aucune signature n’avait à changer d’adresse.} one {# signature appartient désormais à {address}.} other {# signatures appartiennent désormais à {address}.}}',
    'my-signatures.moved.merged':
      '{count, plural, one {# pétition avait été signée avec les deux adresses : la signature la plus ancienne reste, l’autre est retirée.} other {# pétitions avaient été signées avec les deux adresses : la signature la plus ancienne reste, l’autre est retirée.}}',
    'my-signatures.moved.left':
      '{count, plural, one {# signature reste où elle était, parce qu’un modérateur l’a mise de côté ou écartée.} other {# signatures restent où elles étaient, parce qu’un modérateur les a mises de côté ou écartées.}}',
    'my-signatures.moved.crowded':
      '{count, plural, one {# signature reste où elle était, parce que la nouvelle adresse y porte celle d’une autre personne, avec un autre code postal, ou celles de deux personnes.} other {# signatures restent où elles étaient, parce que la nouvelle adresse y porte celle d’une autre personne, avec un autre code postal, ou celles de deux personnes.}}',
    'my-signatures.moved.open': 'Les ouvrir avec la nouvelle adresse',
    'my-signatures.own.more': 'Voir tout ce que cette adresse a signé ici',
    'my-signatures.mail.link.subject': 'Le lien que vous avez demandé',
    'my-signatures.mail.link.preview': 'Il fonctionne une fois, pendant {minutes, number} minutes.',
    'my-signatures.mail.link.intro':
      'Suivez ce lien, puis pressez le bouton de la page : elle montre tout ce que cette adresse a sur notre site, ou qu’il n’y a rien.',
    'my-signatures.mail.link.button': 'Ouvrir la page',
    'my-signatures.mail.link.limits': 'Le lien fonctionne une fois, pendant {minutes, number} minutes.',
    'my-signatures.mail.link.not-you':
      'Vous n’avez rien demandé ? Ne faites rien : sans cet e-mail, personne ne peut ouvrir cette page.',
    'my-signatures.mail.link.why':
      'Vous recevez cet e-mail parce que cette adresse a été écrite dans un formulaire de notre site.',
    'my-signatures.mail.address.subject': 'Confirmez votre nouvelle adresse',
    'my-signatures.mail.address.preview': 'Le lien fonctionne pendant {minutes, number} minutes.',
    'my-signatures.mail.address.intro':
      'Quelqu’un, sans doute vous, veut que cette adresse en remplace une autre sur notre site.',
    'my-signatures.mail.address.button': 'Voir et confirmer',
    'my-signatures.mail.address.limits':
      'Le lien ouvre une page avec un bouton ; rien ne change tant que vous ne l’avez pas pressé. Il fonctionne pendant {minutes, number} minutes.',
    'my-signatures.mail.address.not-you': 'Si ce n’est pas vous, ne faites rien : rien ne change.',
    'my-signatures.mail.address.why':
      'Vous recevez cet e-mail parce que cette adresse a été écrite comme nouvelle adresse.',
    'my-signatures.mail.moved.subject': 'Une autre adresse a remplacé celle-ci',
    'my-signatures.mail.moved.preview': 'Comme demandé, elle porte désormais ce que celle-ci avait.',
    'my-signatures.mail.moved.intro':
      'Comme demandé depuis cette boîte, une autre adresse porte désormais ce que celle-ci avait sur notre site. Nous n’écrirons plus à ce sujet à cette adresse.',
    'my-signatures.mail.moved.not-you':
      'Si ce n’est pas vous, quelqu’un d’autre lit vos e-mails : changez le mot de passe de votre boîte et écrivez à {contact}.',
    'my-signatures.mail.moved.why':
      'Vous recevez cet e-mail parce que le changement a été demandé par un lien envoyé à cette adresse.',
  },
} as const

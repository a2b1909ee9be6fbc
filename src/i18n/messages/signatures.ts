/** Signing, confirming, withdrawing; what signers read and are written. */
export const signatures = {
  en: {
    'signatures.form.name': 'First and last name',
    'signatures.form.email': 'Email address',
    'signatures.form.country': 'Country',
    'signatures.form.postcode': 'Postcode',
    'signatures.form.comment.add': 'Say why you sign',
    'signatures.form.comment': 'Why do you sign?',
    'signatures.form.comment.hint': 'Shown on the petition’s page once you have confirmed.',
    'signatures.form.reservation': 'This is a reservation: I sign, but I do not agree with everything',
    'signatures.form.updates': 'Keep me posted about this petition, and this one only',
    'signatures.form.campaigner-news':
      'Tell me about other petitions of the same campaigner: when one opens, and their news of it',
    'signatures.form.show-name': 'Show my name on the petition’s page',
    'signatures.form.withhold-name':
      'Do not give my name to {recipients, select, none {the recipient} other {{recipients}}}: my signature counts all the same, with my town and how it was verified',
    'signatures.form.submit': 'Sign',
    'signatures.form.next': 'We will email you a link to confirm.',
    'signatures.form.recipients':
      'By signing you agree that this site records the opinion that you sign, and that {recipients, select, none {the recipient} other {{recipients}}} {count, plural, one {gets} other {get}} your name, country, postcode and area, the date, how your signature was verified, and your reason if you write one; without your name, only a number, your town and area, and how your signature was verified; never your email address.',
    'signatures.form.your-data': 'Your data',
    'signatures.form.responsibilities': 'Who is responsible for what',
    'signatures.form.remembered': 'This device remembers you. One button signs and confirms, without a mail.',
    'signatures.form.sign-as': 'Sign as {name}',
    'signatures.form.not-me': 'Not {name}? Forget this device',
    'signatures.fault.no-name': 'Write your first and last name',
    'signatures.fault.long-name': 'Shorten the name to {most, number} characters',
    'signatures.fault.formula':
      'Start the name with a letter: recipients open the list in a spreadsheet, where = + - @ would start a formula',
    'signatures.fault.web-address': 'Write a name only, without a web or email address',
    'signatures.fault.no-email': 'Write your email address: we send the confirmation link to it',
    'signatures.fault.email': 'Check the email address: it should look like name@example.org',
    'signatures.fault.country': 'Choose your country in the list',
    'signatures.fault.postcode': 'Check the postcode, or leave it empty',
    'signatures.fault.postcode-fr': 'Write the five digits of the postcode, such as 69007, or leave it empty',
    'signatures.fault.household':
      'Somebody else has signed with this address. Two people of one household may both sign: give the same postcode as they did. A third needs an address of their own',
    'signatures.fault.comment':
      'Shorten your reason to {most, number} characters: it has {count, number} now',
    'signatures.new.title': 'Sign “{title}”',
    'signatures.new.heading': 'Sign this petition',
    'signatures.new.to': 'To {recipients}',
    'signatures.new.read': 'Read the petition again',
    'signatures.form.trap': 'Leave this field empty: it is there for robots',
    'signatures.again.title': 'Press the button once more',
    'signatures.again.text':
      'Many requests to sign come from your network just now. Nothing is signed yet, and nothing you typed is lost.',
    'signatures.proof.without':
      'Robots seem to be at work on this petition just now. You can sign as always; without script, the mail with your link leaves some ten minutes later.',
    'signatures.proof.ready':
      'Robots seem to be at work on this petition just now. Your device will do a little arithmetic to show that you are none: there is nothing for you to do.',
    'signatures.proof.working': 'Your device is still counting. Your form leaves by itself in a moment.',
    'signatures.proof.done': 'Your device has shown that you are no robot.',
    'signatures.inbox.later.title': 'One more step: open the mail we are going to send you',
    'signatures.inbox.later':
      'Robots seem to be at work on this petition just now, so mails leave more slowly. Yours leaves at about this time: {at}.',
    'signatures.inbox.later.lead':
      'It brings a link to the address you typed. Your signature counts once you have followed it and pressed the button; you may close this page.',
    'signatures.inbox.later.spam':
      'Nothing five minutes after that? Look among the unwanted mails (spam, “Promotions”).',
    'signatures.wait.title': 'A moment, please: you have not signed yet',
    'signatures.wait.text':
      'Many people sign from your network just now, or this address was used often. All you typed is still below: press the button again {unit, select, minutes {in {minutes, number} minutes} other {{seconds, plural, one {in one second} other {in # seconds}}}}.',
    'signatures.inbox.title': 'One more step: open the mail we sent you',
    'signatures.inbox.lead':
      'We have sent a link to the address you typed. Your signature counts once you have followed it and pressed the button.',
    'signatures.inbox.days': 'The link works for {days} days.',
    'signatures.inbox.spam':
      'Nothing after five minutes? Look among the unwanted mails (spam, “Promotions”).',
    'signatures.inbox.again':
      'Still nothing, or a typing error in the address? Sign again: it never counts twice.',
    'signatures.inbox.again.link': 'Go back to the sign form',
    'signatures.inbox.petition': 'Back to the petition',
    'signatures.state.heading': 'Your signature',
    'signatures.pending.title': 'Confirm your signature',
    'signatures.pending.lead': 'One press of this button and your signature counts.',
    'signatures.pending.button': 'Confirm my signature',
    'signatures.pending.signed-as': 'Signed as',
    'signatures.pending.email': 'Address',
    'signatures.pending.not-you':
      'If it was not you, close this page: without the button nothing is counted, and the request is erased after {days} days.',
    'signatures.pending.wrong': 'Something wrong in it? Withdraw it below, then sign again.',
    'signatures.confirmed.title': 'Your signature counts',
    'signatures.confirmed.number': 'You are number {number, number}.',
    'signatures.saved': 'Your choices are saved.',
    'signatures.receipt.title': 'Your receipt',
    'signatures.receipt.lead':
      'This is all we keep about your signature. Your name and address are sealed with a key of this petition alone. Beside them are fingerprints of the address, of the name, of the mail domain, of the network you signed from and of your browser, made with that key: they show who signs twice, and nobody can read them back.',
    'signatures.receipt.name': 'Name',
    'signatures.receipt.email': 'Email address',
    'signatures.receipt.place': 'Where from',
    'signatures.receipt.signed': 'Signed on',
    'signatures.receipt.confirmed': 'Confirmed on',
    'signatures.receipt.text': 'Text you signed',
    'signatures.receipt.version': 'version {version, number}',
    'signatures.receipt.strength': 'How it was verified',
    'signatures.receipt.shown': 'Shown on the petition’s page',
    'signatures.receipt.shown.nothing': 'nothing',
    'signatures.receipt.shown.name': 'your name',
    'signatures.receipt.shown.comment': 'your reason',
    'signatures.receipt.shown.both': 'your name and your reason',
    'signatures.receipt.given': 'Who receives the petition',
    'signatures.receipt.given.yes':
      '{recipients, select, none {the recipient} other {{recipients}}}: {count, plural, one {gets} other {get}} your name',
    'signatures.receipt.given.no':
      '{recipients, select, none {the recipient} other {{recipients}}}: {count, plural, one {does} other {do}} not get your name; only a number, your town and area, and how your signature was verified',
    'signatures.receipt.given.shown':
      '{recipients, select, none {the recipient} other {{recipients}}}: {count, plural, one {does} other {do}} not get your name with the list, but can read it on the petition’s page, like everybody',
    'signatures.strength.0': 'on paper, not checked',
    'signatures.strength.1': 'your email address was confirmed',
    'signatures.strength.2':
      'your email address was confirmed, and your postcode lies inside the territory of the petition',
    'signatures.strength.3': 'checked by phone or by post',
    'signatures.strength.4': 'with an electronic identity',
    'signatures.kept.title': 'What you agreed to or asked for, when, and in which words',
    'signatures.kept.given': 'You agreed',
    'signatures.kept.asked': 'You asked',
    'signatures.kept.withdrawn': 'You took it back',
    'signatures.kept.about':
      'Text of the petition: version {version, number}. Wording {wording}, in {language, select, fr {French} other {English}}.',
    'signatures.kept.stop.updates': 'No more news of this petition',
    'signatures.kept.stop.show-name': 'Do not show my name any more',
    'signatures.kept.stop.campaigner-news': 'No more mails about this campaigner’s other petitions',
    'signatures.kept.stop.withhold-name': 'Give my name to the recipient after all',
    'signatures.kept.stop.signing': 'To take back the signature itself, withdraw it below.',
    'signatures.consents.title': 'What you allow',
    'signatures.consents.save': 'Save my choices',
    'signatures.consents.withhold-name.hint':
      'Where a list with your name was handed over before, its reader is told to correct that number. What you show on the petition’s page stays readable there.',
    'signatures.consents.comment.hint': 'Shown on the petition’s page. Empty it to take it away.',
    'signatures.withdraw.summary': 'Withdraw my signature',
    'signatures.withdraw.what':
      'Your signature on “{title}” will no longer count, and your name, address and reason are erased at once. Whoever was handed a list with it is told its number, to strike. This cannot be undone, but you may sign again as long as the petition is open.',
    'signatures.withdraw.what.pending':
      'Your request to sign “{title}” is erased at once. You may sign again as long as the petition is open.',
    'signatures.withdraw.button': 'Withdraw my signature on “{title}”',
    'signatures.withdrawn.title': 'Your signature is withdrawn',
    'signatures.withdrawn.body':
      'It no longer counts. Your name, your address and your reason have been erased.',
    'signatures.withdrawn.again': 'Changed your mind? Sign again',
    'signatures.set-aside.title': 'Your signature is being checked',
    'signatures.set-aside.body':
      'A moderator set it aside with others that look alike, and will decide whether it counts. Until then it does not. Every decision is published in the petition’s log.',
    'signatures.removed.title': 'Your signature was removed',
    'signatures.removed.body':
      'A moderator removed it after a check. The public log of the petition tells when and why, without naming anyone.',
    'signatures.checked.log': 'See the petition’s public log',
    'signatures.objection.title': 'Did you sign yourself?',
    'signatures.objection.text':
      'Then say so. A moderator looks at your signature again; nothing else is asked of you, and nobody else is told.',
    'signatures.objection.button': 'I signed: look again',
    'signatures.objection.noted':
      'You said on {on} that you signed yourself. A moderator looks again; if your signature counts after all, this page says so.',
    'signatures.late.title': 'It is too late to confirm',
    'signatures.late.body':
      'The petition has closed. A signature could be confirmed for {hours, number} hours after that. What you had typed is erased.',
    'signatures.late.petition': 'See what became of the petition',
    'signatures.hidden.body':
      'A moderator has hidden the petition. While it is hidden, no signature can be confirmed.',
    'signatures.unknown.title': 'This link does not work any more',
    'signatures.unknown.body':
      'It may be cut short, or older than {days} days: signatures that were not confirmed are erased then.',
    'signatures.unknown.do': 'Copy the whole address from the mail, or find the petition and sign again.',
    'signatures.unknown.search': 'Find the petition',
    'signatures.thanks.title': 'Thank you: your signature counts',
    'signatures.thanks.number': 'You are number {number, number} to sign “{title}”.',
    'signatures.thanks.share.title': 'Three people you tell can become three signatures',
    'signatures.thanks.share.text': 'I signed “{title}”. And you?',
    'signatures.thanks.updates.title': 'Hear what comes of it',
    'signatures.thanks.updates.button': 'Keep me posted',
    'signatures.thanks.updates.given':
      'You will get news of this petition. Each mail lets you stop with one click.',
    'signatures.thanks.device.title': 'Sign the next petition with one button',
    'signatures.thanks.device.label': 'Remember me on this device: next time no mail is needed',
    'signatures.thanks.device.hint':
      'Only on a device that is yours. You can make it forget you at any time.',
    'signatures.thanks.device.button': 'Remember me',
    'signatures.thanks.device.remembered': 'This device remembers you.',
    'signatures.thanks.device.forget': 'Forget this device',
    'signatures.thanks.manage': 'See your receipt, change your choices or withdraw',
    'signatures.mail.to': 'To {recipients}',
    'signatures.mail.confirm.subject': 'Confirm your signature: {title}',
    'signatures.mail.confirm.preview': 'One press of a button, and it counts.',
    'signatures.mail.confirm.asked': 'Someone, most likely you, signed this petition with this address:',
    'signatures.mail.confirm.button': 'Confirm my signature',
    'signatures.mail.confirm.next':
      'The link opens a page with a button; your signature counts once you press it. It works for {days} days.',
    'signatures.mail.confirm.who':
      '{recipients, select, none {The recipient} other {{recipients}}} will then receive your name, country, postcode and area, the date, how your signature was verified, and your reason if you wrote one. Never your email address.',
    'signatures.mail.confirm.who.unnamed':
      '{recipients, select, none {The recipient} other {{recipients}}} will not receive your name, as you asked: only a number, your town and area, and how your signature was verified.',
    'signatures.mail.confirm.not-you':
      'If it was not you, do nothing: nothing is counted, and what was typed is erased after {days} days.',
    'signatures.mail.confirm.why':
      'You get this mail because this address was typed into the sign form of a petition on {site}.',
    'signatures.mail.household.postcode':
      'This time another name was typed. Two people who share an address may both sign: the second signs with their own name and the same postcode as the first.',
    'signatures.mail.household.third':
      'This time a third name was typed. One address can carry the signatures of two people: anybody else needs an address of their own.',
    'signatures.mail.already.subject': 'You had signed already: {title}',
    'signatures.mail.already.preview': 'Your signature counts. There is nothing to do.',
    'signatures.mail.already.lead':
      'This address was used again to sign a petition that you have signed already:',
    'signatures.mail.already.counts':
      'Your signature counts once and nothing has changed: there is nothing to do. The page told nobody that you had signed.',
    'signatures.mail.already.button': 'See my signature',
    'signatures.mail.already.page': 'There you find your receipt, can change what you allow, or withdraw.',
    'signatures.mail.already.not-you':
      'If it was not you, you need do nothing: nobody can change your signature without this mail.',
  },
  fr: {
    'signatures.form.name': 'Prénom et nom',
    'signatures.form.email': 'Adresse e-mail',
    'signatures.form.country': 'Pays',
    'signatures.form.postcode': 'Code postal',
    'signatures.form.comment.add': 'Dire pourquoi je signe',
    'signatures.form.comment': 'Pourquoi signez-vous ?',
    'signatures.form.comment.hint': 'Affiché sur la page de la pétition une fois votre signature confirmée.',
    'signatures.form.reservation':
      'C’est une réserve\u00a0: je signe, mais je ne suis pas d’accord avec tout',
    'signatures.form.updates': 'Tenez-moi au courant de cette pétition, et d’elle seule',
    'signatures.form.campaigner-news':
      'Parlez-moi des autres pétitions de la même personne ou du même collectif : quand l’une s’ouvre, et ses nouvelles',
    'signatures.form.show-name': 'Afficher mon nom sur la page de la pétition',
    'signatures.form.withhold-name':
      'Ne pas donner mon nom {recipients, select, none {au destinataire} other {à {recipients}}} : ma signature compte tout autant, avec ma commune et la façon dont elle a été vérifiée',
    'signatures.form.submit': 'Je signe',
    'signatures.form.next': 'Nous vous enverrons un lien pour confirmer.',
    'signatures.form.recipients':
      'En signant, vous acceptez que ce site enregistre l’opinion que vous signez, et que {recipients, select, none {le destinataire} other {{recipients}}} {count, plural, one {reçoive} other {reçoivent}} votre nom, votre pays, votre code postal et son territoire, la date, la façon dont votre signature a été vérifiée et, si vous en écrivez une, votre raison ; sans votre nom, seulement un numéro, votre commune et son territoire, et la façon dont votre signature a été vérifiée ; jamais votre adresse e-mail.',
    'signatures.form.your-data': 'Vos données',
    'signatures.form.responsibilities': 'Qui répond de quoi',
    'signatures.form.remembered':
      'Cet appareil se souvient de vous. Un seul bouton pour signer et confirmer, sans e-mail.',
    'signatures.form.sign-as': 'Je signe en tant que {name}',
    'signatures.form.not-me': 'Ce n’est pas vous, {name} ? Oublier cet appareil',
    'signatures.fault.no-name': 'Écrivez votre prénom et votre nom',
    'signatures.fault.long-name': 'Raccourcissez le nom à {most, number} caractères',
    'signatures.fault.formula':
      'Commencez le nom par une lettre : le destinataire ouvre la liste dans un tableur, où = + - @ ouvriraient une formule',
    'signatures.fault.web-address': 'Écrivez seulement un nom, sans adresse de site ni e-mail',
    'signatures.fault.no-email': 'Écrivez votre adresse e-mail : nous y envoyons le lien de confirmation',
    'signatures.fault.email': 'Vérifiez l’adresse e-mail : elle devrait ressembler à nom@exemple.fr',
    'signatures.fault.country': 'Choisissez votre pays dans la liste',
    'signatures.fault.postcode': 'Vérifiez le code postal, ou laissez-le vide',
    'signatures.fault.postcode-fr':
      'Écrivez les cinq chiffres du code postal, par exemple 69007, ou laissez-le vide',
    'signatures.fault.household':
      'Une autre personne a signé avec cette adresse. Deux personnes d’un même foyer peuvent signer : indiquez le même code postal qu’elle. À une troisième, il faut une adresse à elle',
    'signatures.fault.comment':
      'Raccourcissez votre raison à {most, number} caractères : elle en compte {count, number}',
    'signatures.new.title': 'Signer « {title} »',
    'signatures.new.heading': 'Signer cette pétition',
    'signatures.new.to': 'À {recipients}',
    'signatures.new.read': 'Relire la pétition',
    'signatures.form.trap': 'Laissez ce champ vide : il est là pour les robots',
    'signatures.again.title': 'Appuyez encore une fois sur le bouton',
    'signatures.again.text':
      'Beaucoup de demandes de signature viennent de votre réseau en ce moment. Rien n’est encore signé, et rien de ce que vous avez écrit n’est perdu.',
    'signatures.proof.without':
      'Des robots semblent s’en prendre à cette pétition en ce moment. Vous pouvez signer comme d’habitude ; sans script, l’e-mail avec votre lien part une dizaine de minutes plus tard.',
    'signatures.proof.ready':
      'Des robots semblent s’en prendre à cette pétition en ce moment. Votre appareil va faire un petit calcul pour montrer que vous n’en êtes pas un : vous n’avez rien à faire.',
    'signatures.proof.working':
      'Votre appareil calcule encore. Votre formulaire part tout seul dans un instant.',
    'signatures.proof.done': 'Votre appareil a montré que vous n’êtes pas un robot.',
    'signatures.inbox.later.title': 'Encore un geste : ouvrez l’e-mail que nous allons vous envoyer',
    'signatures.inbox.later':
      'Des robots semblent s’en prendre à cette pétition en ce moment, et les e-mails partent plus lentement. Le vôtre part vers ce moment : {at}.',
    'signatures.inbox.later.lead':
      'Il apportera un lien à l’adresse que vous avez écrite. Votre signature compte dès que vous l’aurez suivi et appuyé sur le bouton ; vous pouvez fermer cette page.',
    'signatures.inbox.later.spam':
      'Rien cinq minutes après ? Regardez parmi les indésirables (spams, « Promotions »).',
    'signatures.wait.title': 'Un instant, s’il vous plaît : vous n’avez pas encore signé',
    'signatures.wait.text':
      'Beaucoup de personnes signent en ce moment depuis votre réseau, ou cette adresse a beaucoup servi. Tout ce que vous avez écrit est encore là, plus bas : appuyez de nouveau sur le bouton {unit, select, minutes {dans {minutes, number} minutes} other {{seconds, plural, one {dans # seconde} other {dans # secondes}}}}.',
    'signatures.inbox.title': 'Encore un geste : ouvrez l’e-mail que nous vous avons envoyé',
    'signatures.inbox.lead':
      'Nous avons envoyé un lien à l’adresse que vous avez écrite. Votre signature comptera quand vous l’aurez suivi et pressé le bouton.',
    'signatures.inbox.days': 'Le lien fonctionne pendant {days} jours.',
    'signatures.inbox.spam':
      'Rien au bout de cinq minutes ? Cherchez parmi les indésirables (spam, « Promotions »).',
    'signatures.inbox.again':
      'Toujours rien, ou une faute de frappe dans l’adresse ? Signez de nouveau : on ne compte jamais deux fois.',
    'signatures.inbox.again.link': 'Revenir au formulaire',
    'signatures.inbox.petition': 'Retour à la pétition',
    'signatures.state.heading': 'Votre signature',
    'signatures.pending.title': 'Confirmez votre signature',
    'signatures.pending.lead': 'Pressez ce bouton et votre signature compte.',
    'signatures.pending.button': 'Je confirme ma signature',
    'signatures.pending.signed-as': 'Signée au nom de',
    'signatures.pending.email': 'Adresse',
    'signatures.pending.not-you':
      'Si ce n’était pas vous, fermez cette page : sans le bouton rien n’est compté, et la demande est effacée après {days} jours.',
    'signatures.pending.wrong': 'Une erreur ? Retirez-la ci-dessous, puis signez de nouveau.',
    'signatures.confirmed.title': 'Votre signature compte',
    'signatures.confirmed.number':
      'Vous êtes la {number, plural, one {première personne} other {{number, number}ᵉ personne}} à signer.',
    'signatures.saved': 'Vos choix sont enregistrés.',
    'signatures.receipt.title': 'Votre reçu',
    'signatures.receipt.lead':
      'Voici tout ce que nous gardons de votre signature. Votre nom et votre adresse sont scellés avec une clé propre à cette pétition. S’y ajoutent des empreintes de l’adresse, du nom, du domaine de l’adresse, du réseau d’où vous avez signé et de votre navigateur, faites avec cette clé : elles montrent qui signe deux fois, et personne ne peut les relire.',
    'signatures.receipt.name': 'Nom',
    'signatures.receipt.email': 'Adresse e-mail',
    'signatures.receipt.place': 'D’où',
    'signatures.receipt.signed': 'Signée le',
    'signatures.receipt.confirmed': 'Confirmée le',
    'signatures.receipt.text': 'Texte signé',
    'signatures.receipt.version': 'version {version, number}',
    'signatures.receipt.strength': 'Vérification',
    'signatures.receipt.shown': 'Affiché sur la page de la pétition',
    'signatures.receipt.shown.nothing': 'rien',
    'signatures.receipt.shown.name': 'votre nom',
    'signatures.receipt.shown.comment': 'votre raison',
    'signatures.receipt.shown.both': 'votre nom et votre raison',
    'signatures.receipt.given': 'Qui reçoit la pétition',
    'signatures.receipt.given.yes':
      '{recipients, select, none {le destinataire} other {{recipients}}} : {count, plural, one {reçoit} other {reçoivent}} votre nom',
    'signatures.receipt.given.no':
      '{recipients, select, none {le destinataire} other {{recipients}}} : ne {count, plural, one {reçoit} other {reçoivent}} pas votre nom ; seulement un numéro, votre commune et son territoire, et la façon dont votre signature a été vérifiée',
    'signatures.receipt.given.shown':
      '{recipients, select, none {le destinataire} other {{recipients}}} : ne {count, plural, one {reçoit} other {reçoivent}} pas votre nom avec la liste, mais {count, plural, one {peut} other {peuvent}} le lire sur la page de la pétition, comme tout le monde',
    'signatures.strength.0': 'sur papier, non vérifiée',
    'signatures.strength.1': 'votre adresse e-mail a été confirmée',
    'signatures.strength.2':
      'votre adresse e-mail a été confirmée, et votre code postal est dans le territoire de la pétition',
    'signatures.strength.3': 'vérifiée par téléphone ou par courrier',
    'signatures.strength.4': 'avec une identité électronique',
    'signatures.kept.title': 'Ce que vous avez accepté ou demandé, quand, et en quels mots',
    'signatures.kept.given': 'Vous avez accepté',
    'signatures.kept.asked': 'Vous avez demandé',
    'signatures.kept.withdrawn': 'Vous êtes revenu dessus',
    'signatures.kept.about':
      'Texte de la pétition : version {version, number}. Formulation {wording}, en {language, select, fr {français} other {anglais}}.',
    'signatures.kept.stop.updates': 'Plus de nouvelles de cette pétition',
    'signatures.kept.stop.show-name': 'Ne plus afficher mon nom',
    'signatures.kept.stop.campaigner-news': 'Plus rien sur les autres pétitions',
    'signatures.kept.stop.withhold-name': 'Donner finalement mon nom au destinataire',
    'signatures.kept.stop.signing': 'Pour revenir sur la signature elle-même, retirez-la ci-dessous.',
    'signatures.consents.title': 'Ce que vous autorisez',
    'signatures.consents.save': 'Enregistrer mes choix',
    'signatures.consents.withhold-name.hint':
      'Qui a déjà reçu une liste avec votre nom apprend qu’il faut y corriger ce numéro. Ce que vous affichez sur la page de la pétition y reste lisible.',
    'signatures.consents.comment.hint': 'Affichée sur la page de la pétition. Videz-la pour la retirer.',
    'signatures.withdraw.summary': 'Retirer ma signature',
    'signatures.withdraw.what':
      'Votre signature de « {title} » ne comptera plus, et votre nom, votre adresse et votre raison seront aussitôt effacés. Qui en a déjà reçu la liste en apprendra le numéro, à rayer. On ne peut pas revenir en arrière, mais vous pourrez signer de nouveau tant que la pétition est ouverte.',
    'signatures.withdraw.what.pending':
      'Votre demande de signer « {title} » sera aussitôt effacée. Vous pourrez signer de nouveau tant que la pétition est ouverte.',
    'signatures.withdraw.button': 'Retirer ma signature de « {title} »',
    'signatures.withdrawn.title': 'Votre signature est retirée',
    'signatures.withdrawn.body':
      'Elle ne compte plus. Votre nom, votre adresse et votre raison ont été effacés.',
    'signatures.withdrawn.again': 'Vous avez changé d’avis ? Signez de nouveau',
    'signatures.set-aside.title': 'Votre signature est en cours de vérification',
    'signatures.set-aside.body':
      'Un modérateur l’a mise de côté avec d’autres qui se ressemblent, et décidera si elle compte. D’ici là, elle ne compte pas. Chaque décision est publiée dans le journal de la pétition.',
    'signatures.removed.title': 'Votre signature a été écartée',
    'signatures.removed.body':
      'Un modérateur l’a écartée après vérification. Le journal public de la pétition dit quand et pourquoi, sans nommer personne.',
    'signatures.checked.log': 'Voir le journal public de la pétition',
    'signatures.objection.title': 'Avez-vous signé vous-même ?',
    'signatures.objection.text':
      'Alors dites-le. La modération reverra votre signature ; rien d’autre ne vous est demandé, et personne d’autre n’en est informé.',
    'signatures.objection.button': 'J’ai signé : revoyez',
    'signatures.objection.noted':
      'Vous avez dit le {on} avoir signé vous-même. La modération reverra ; si votre signature compte finalement, cette page le dira.',
    'signatures.late.title': 'Il est trop tard pour confirmer',
    'signatures.late.body':
      'La pétition est close. On pouvait confirmer une signature pendant {hours, number} heures après sa clôture. Ce que vous aviez écrit est effacé.',
    'signatures.late.petition': 'Voir ce que la pétition est devenue',
    'signatures.hidden.body':
      'Un modérateur a masqué la pétition. Tant qu’elle l’est, aucune signature ne peut être confirmée.',
    'signatures.unknown.title': 'Ce lien ne fonctionne plus',
    'signatures.unknown.body':
      'Il est peut-être coupé, ou date de plus de {days} jours : les signatures non confirmées sont alors effacées.',
    'signatures.unknown.do':
      'Copiez l’adresse entière depuis l’e-mail, ou retrouvez la pétition et signez de nouveau.',
    'signatures.unknown.search': 'Retrouver la pétition',
    'signatures.thanks.title': 'Merci ! Votre signature compte',
    'signatures.thanks.number':
      'Vous êtes la {number, plural, one {première personne} other {{number, number}ᵉ personne}} à signer « {title} ».',
    'signatures.thanks.share.title': 'Parlez-en à trois personnes, ce sera peut-être trois signatures',
    'signatures.thanks.share.text': 'J’ai signé « {title} ». Et vous ?',
    'signatures.thanks.updates.title': 'Savoir ce qu’elle devient',
    'signatures.thanks.updates.button': 'Tenez-moi au courant',
    'signatures.thanks.updates.given':
      'Vous recevrez des nouvelles de cette pétition. Chaque e-mail permet d’arrêter en un clic.',
    'signatures.thanks.device.title': 'Signer la prochaine pétition d’un seul bouton',
    'signatures.thanks.device.label': 'Se souvenir de moi sur cet appareil : la prochaine fois, pas d’e-mail',
    'signatures.thanks.device.hint':
      'Seulement sur un appareil à vous. Vous pourrez lui faire oublier à tout moment.',
    'signatures.thanks.device.button': 'Se souvenir de moi',
    'signatures.thanks.device.remembered': 'Cet appareil se souvient de vous.',
    'signatures.thanks.device.forget': 'Oublier cet appareil',
    'signatures.thanks.manage': 'Voir votre reçu, changer vos choix ou retirer votre signature',
    'signatures.mail.to': 'À {recipients}',
    'signatures.mail.confirm.subject': 'Confirmez votre signature : {title}',
    'signatures.mail.confirm.preview': 'Un bouton à presser, et elle compte.',
    'signatures.mail.confirm.asked':
      'Quelqu’un, sans doute vous, a signé cette pétition avec cette adresse :',
    'signatures.mail.confirm.button': 'Je confirme ma signature',
    'signatures.mail.confirm.next':
      'Le lien ouvre une page avec un bouton ; votre signature compte quand vous le pressez. Il fonctionne pendant {days} jours.',
    'signatures.mail.confirm.who':
      '{recipients, select, none {Le destinataire} other {{recipients}}} {count, plural, one {recevra} other {recevront}} alors votre nom, votre pays, votre code postal et son territoire, la date, la façon dont votre signature a été vérifiée et, si vous en avez écrit une, votre raison. Jamais votre adresse e-mail.',
    'signatures.mail.confirm.who.unnamed':
      '{recipients, select, none {Le destinataire} other {{recipients}}} {count, plural, one {ne recevra} other {ne recevront}} pas votre nom, comme vous l’avez demandé\u00a0: seulement un numéro, votre commune et son territoire, et la façon dont votre signature a été vérifiée.',
    'signatures.mail.confirm.not-you':
      'Si ce n’était pas vous, ne faites rien : rien n’est compté, et ce qui a été écrit est effacé après {days} jours.',
    'signatures.mail.confirm.why':
      'Vous recevez cet e-mail parce que cette adresse a été écrite dans le formulaire d’une pétition sur {site}.',
    'signatures.mail.household.postcode':
      'Cette fois, un autre nom a été indiqué. Deux personnes qui partagent une adresse peuvent signer toutes les deux : la seconde signe avec son propre nom et le même code postal que la première.',
    'signatures.mail.household.third':
      'Cette fois, un troisième nom a été indiqué. Une adresse peut porter la signature de deux personnes : à toute autre, il faut une adresse à elle.',
    'signatures.mail.already.subject': 'Vous aviez déjà signé : {title}',
    'signatures.mail.already.preview': 'Votre signature compte. Il n’y a rien à faire.',
    'signatures.mail.already.lead':
      'Cette adresse vient de servir à signer une pétition que vous avez déjà signée :',
    'signatures.mail.already.counts':
      'Votre signature compte une fois et rien n’a changé : il n’y a rien à faire. La page n’a dit à personne que vous aviez signé.',
    'signatures.mail.already.button': 'Voir ma signature',
    'signatures.mail.already.page':
      'Vous y trouverez votre reçu, et pourrez changer ce que vous autorisez ou la retirer.',
    'signatures.mail.already.not-you':
      'Si ce n’était pas vous, ne faites rien : personne ne peut changer votre signature sans cet e-mail.',
  },
} as const

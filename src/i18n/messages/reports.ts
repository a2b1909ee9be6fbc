export const reports = {
  en: {
    'reports.kind.petition': 'A petition',
    'reports.kind.reason': 'A signer’s reason',
    'reports.kind.update': 'An update of a petition',
    'reports.kind.picture': 'A petition’s picture',
    'reports.category.illegal': 'It is illegal in another way',
    'reports.category.hate': 'It attacks people for what they are or believe',
    'reports.category.defamation': 'It accuses somebody without proof',
    'reports.category.personal-data': 'It exposes private facts about somebody',
    'reports.category.child-abuse': 'It shows or promotes the sexual abuse of children',
    'reports.category.misleading': 'It misleads',
    'reports.category.not-real': 'It is not real: a false identity, an invented case, advertising',
    'reports.category.other': 'Something else breaks the rules of this site',
    'reports.category.named': 'Your name and address are needed.',
    'reports.ground': 'Ground',
    'reports.number': 'Number',
    'reports.what': 'What was reported',
    'reports.petition': 'Petition',
    'reports.why': 'Why',
    'reports.where': 'Where exactly',
    'reports.where.said': 'as you wrote it; what you wrote is not repeated by mail',
    'reports.received': 'Received',
    'reports.new.title.petition': 'Report this petition',
    'reports.new.title.reason': 'Report this reason',
    'reports.new.title.update': 'Report this update',
    'reports.new.title.picture': 'Report this picture',
    'reports.new.intro':
      'A person reads every report and decides. Who wrote what you report is not told who you are.',
    'reports.new.category': 'What is wrong with it?',
    'reports.new.where': 'Where exactly',
    'reports.new.where.hint.petition':
      'Quote the sentence, or say that it is the title or the picture, and which part of it.',
    'reports.new.where.hint.reason': 'Quote the words.',
    'reports.new.where.hint.update': 'Quote the sentence.',
    'reports.new.where.hint.picture': 'Which part of the picture.',
    'reports.new.law': 'Which law, if you know',
    'reports.new.law.hint': 'An article, or just its subject.',
    'reports.new.explanation': 'Your explanation',
    'reports.new.explanation.hint.petition': 'Say why it should not stand.',
    'reports.new.explanation.hint.reason': 'Say why these words should not stand.',
    'reports.new.explanation.hint.update': 'Say why it should not stand.',
    'reports.new.explanation.hint.picture': 'What it shows, and why it should not stay.',
    'reports.new.you': 'You',
    'reports.new.you.text':
      'The law asks who sends a notice of illegal content (EU Digital Services Act, Article 16), except where children are sexually abused. For anything else you need not say who you are.',
    'reports.new.name': 'Your name',
    'reports.new.email': 'Your email address',
    'reports.new.email.hint':
      'Where the receipt and the decision are sent. Without it, keep the number that you get.',
    'reports.new.goodFaith': 'I believe in good faith that what I write here is accurate and complete',
    'reports.new.submit': 'Send the report',
    'reports.new.kept':
      'Your name, your address and what you write are encrypted. Only moderators read them; they are erased six months after the decision. The kind of report, its dates and the decision stay, for the public figures.',
    'reports.receipt.title': 'Report {number}',
    'reports.receipt.received': 'Your report has been received',
    'reports.receipt.decided': 'Your report has been decided',
    'reports.receipt.next':
      'A moderator reads it and decides, without any automated means. This page then shows the decision.',
    'reports.receipt.mailed':
      'If you gave an email address, a receipt is on its way, and the decision will follow.',
    'reports.receipt.unnamed': 'You gave no address: the decision will only be here.',
    'reports.receipt.keep': 'Keep the number, or the address of this page: nobody else has it.',
    'reports.decidedBy': 'A person decided. No automated means were used.',
    'reports.contest': 'If you disagree',
    'reports.contest.text':
      'Within six months you can ask, free of charge, for the decision to be looked at again by somebody else than who took it (or by the same person where this site has a single moderator). You can also go to court, or to a certified out-of-court dispute settlement body of your choice where one is competent.',
    'reports.outcome.received': 'No decision yet',
    'reports.outcome.kept': 'It stays as it is',
    'reports.outcome.reason-removed': 'The reason was removed',
    'reports.outcome.update-removed': 'The update was removed',
    'reports.outcome.picture-removed': 'The picture was removed',
    'reports.outcome.petition-hidden': 'The petition was hidden',
    'reports.state.received': 'to decide',
    'reports.state.kept': 'left as it is',
    'reports.state.reason-removed': 'reason removed',
    'reports.state.update-removed': 'update removed',
    'reports.state.picture-removed': 'picture removed',
    'reports.state.petition-hidden': 'petition hidden',
    'reports.fault.category': 'Choose what is wrong with it',
    'reports.fault.short': 'Write at least {least, number} characters',
    'reports.fault.long': 'Shorten this to {most, number} characters',
    'reports.fault.name': 'Write your name: a notice of illegal content needs it',
    'reports.fault.email': 'Check this address: no mail could reach it',
    'reports.fault.noEmail': 'Write your email address: a notice of illegal content needs it',
    'reports.fault.goodFaith': 'Tick this box if it is true: without it we cannot take the report',
    'reports.queue.title': 'Reports',
    'reports.queue.empty': 'Every report has its decision',
    'reports.queue.emptyText': 'The next one appears here.',
    'reports.desk.title.petition': 'A petition was reported',
    'reports.desk.title.reason': 'A reason was reported',
    'reports.desk.title.update': 'An update was reported',
    'reports.desk.title.picture': 'A picture is reported',
    'reports.desk.subject': 'What was reported',
    'reports.desk.notice': 'The report',
    'reports.desk.notThere': 'It does not stand there any more.',
    'reports.desk.erased': 'Erased after six months',
    'reports.desk.where': 'Where exactly',
    'reports.desk.law': 'Law',
    'reports.desk.explanation': 'Explanation',
    'reports.desk.from': 'From',
    'reports.desk.unnamed': 'somebody who did not say who',
    'reports.desk.others': 'Other reports about the same',
    'reports.desk.back': 'Back to the reports',
    'reports.desk.done': 'Decided',
    'reports.desk.undone': 'The decision is taken back',
    'reports.desk.done.text': 'Those concerned are told by mail.',
    'reports.desk.undone.text': 'The report waits again. Mails that had not left are dropped.',
    'reports.desk.late': 'Already decided',
    'reports.desk.late.text': 'A colleague decided first; see below. Nothing was done twice.',
    'reports.desk.gone': 'It is gone',
    'reports.desk.gone.text':
      'What was reported has been taken away meanwhile. Nothing was done; you can still answer the report.',
    'reports.keep': 'Leave it as it is',
    'reports.keep.text': 'Nothing changes on the page. Whoever reported it reads your sentence.',
    'reports.keep.sentence': 'Your sentence to whoever reported it',
    'reports.keep.hint': 'What you looked at and why it stays. They read this language: {language}.',
    'reports.keep.button': 'Leave it as it is',
    'reports.restrict.petition': 'Hide the petition',
    'reports.restrict.petition.text':
      'Nobody can read or sign it until it is shown again; its signatures are kept. Every open report about it is decided with this. The campaigner gets a statement of reasons.',
    'reports.restrict.petition.button': 'Hide this petition',
    'reports.restrict.reason': 'Remove the reason',
    'reports.restrict.reason.text':
      'The words are erased; the signature still counts. Every open report about them is decided with this. The signer gets a statement of reasons.',
    'reports.restrict.reason.button': 'Remove this reason',
    'reports.restrict.update': 'Remove the update',
    'reports.restrict.update.text':
      'It leaves the page, and mails that carry it no longer leave. Every open report about it is decided with this. The campaigner gets a statement of reasons.',
    'reports.restrict.update.button': 'Remove this update',
    'reports.restrict.picture': 'Remove the picture',
    'reports.restrict.picture.text':
      'The poster made from the title takes its place. Every open report about it is decided with this. The campaigner gets a statement of reasons.',
    'reports.restrict.picture.button': 'Remove this picture',
    'reports.restrict.hint':
      'The facts: which words, and what they break. Read by whoever wrote it and by whoever reported it: name neither. Whoever wrote it reads this language: {language}.',
    'reports.mail.why':
      'You get this mail because somebody gave this address in a report on this site. If it was not you, ignore it: nothing else will come of it.',
    'reports.unfounded': 'Manifestly unfounded',
    'reports.unfounded.mail':
      'The moderator found this report manifestly unfounded: anyone could see, without looking closely, that there is nothing to it. Please report what you believe breaks the law or the rules of this site, and that alone.',
    'reports.unfounded.warning':
      'This is a warning. After {reports, plural, one {one such report} other {# such reports}} within a year, a moderator may let the reports of this address wait for {days, plural, one {a day} other {# days}} before anyone reads them. Contesting this decision is free of charge; if it is changed, the warning is void.',
    'reports.unfounded.page': 'The moderator found this report manifestly unfounded.',
    'reports.unfounded.box': 'It is manifestly unfounded: warn whoever sent it',
    'reports.unfounded.box.hint':
      'Only if anyone can see, without looking closely, that there is nothing to it. An error made in good faith is none.',
    'reports.standing': 'Manifestly unfounded reports of this address',
    'reports.standing.count':
      '{count, plural, =0 {none within a year} one {one within a year} other {# within a year}}',
    'reports.standing.all':
      'They went on after a warning. Of {count, plural, one {one report} other {# reports}} of this address still known here, {unfounded, number} were manifestly unfounded. Weigh how many they are beside the others, how grave they are, and what seems to be meant by them.',
    'reports.standing.suspended':
      'Its reports wait until {until}, but for those about the sexual abuse of children.',
    'reports.held': 'Held back until {until}: its sender is suspended. You may read it, and decide, before.',
    'reports.held.short': 'held back until {until}',
    'reports.held.link':
      '{count, plural, one {One more report is} other {# more reports are}} held back: their senders are suspended',
    'reports.suspend': 'Let their reports wait',
    'reports.suspend.text':
      'For {days, plural, one {a day} other {# days}}, what this address reports is kept and read by nobody; then it comes up here. What concerns the sexual abuse of children is never held back. They are told by mail, with your sentence, and may contest it.',
    'reports.suspend.sentence': 'Your sentence to whoever reported',
    'reports.suspend.hint':
      'Which reports, and why there was nothing to them. They read this language: {language}.',
    'reports.suspend.button': 'Let their reports wait for {days, plural, one {a day} other {# days}}',
    'reports.desk.suspended': 'Their reports wait from now on',
    'reports.desk.suspended.text': 'They are told by mail, with your sentence.',
    'reports.desk.suspended-before': 'They are suspended already',
    'reports.desk.suspended-before.text': 'A colleague decided first. Nothing was done twice.',
    'reports.desk.not-enough': 'Not yet',
    'reports.desk.not-enough.text':
      'Reports may wait only after a warning, and when there have been enough unfounded ones since. Nothing was done.',
    'reports.mail.why.notYours':
      'You get this mail because somebody gave this address in a report on this site. If it was not you, contest the decision by the link above and say so: that is enough.',
    'reports.mail.received.held.preview': 'It is kept, and read after {until}.',
    'reports.mail.received.held':
      'It is kept, but nobody reads it before {until}: too many reports of this address were manifestly unfounded, after a warning. Then a person reads it and decides, and we will write to this address.',
    'reports.mail.received.held.contest': 'You can contest that your reports wait, free of charge:',
    'reports.mail.suspended.subject': 'Your reports wait until {until}',
    'reports.mail.suspended.preview':
      'What we decided about the reports of this address, and how to contest it.',
    'reports.mail.suspended.intro':
      'Within {days, plural, one {a day} other {# days}}, at least {reports, plural, one {one report} other {# reports}} of this address were manifestly unfounded, after a warning. A moderator has decided that its reports wait until {until} (EU Digital Services Act, Article 23(2)).',
    'reports.mail.suspended.effect':
      'What you report until then is kept, and read afterwards. What concerns the sexual abuse of children is read at once, as before. You can go on signing and launching petitions. If you know of a danger to somebody, turn to the police as well.',
    'reports.reversed':
      'On {on} this decision was reversed on appeal: what had been taken off the site is shown again.',
    'reports.mail.reversed.subject': 'Your report {number}: the decision was reversed on appeal',
    'reports.mail.reversed.preview': 'What had been taken off the site is shown again.',
    'reports.mail.reversed.intro':
      'On {on} we decided this about your report: “{outcome}”. Whoever was restricted has contested that.',
    'reports.mail.reversed.next':
      'The reasons were given to whoever contested it. If you disagree, write to {contact}; you can also go to court, or to a certified out-of-court dispute settlement body of your choice where one is competent.',
    'reports.mail.undone.decision.subject': 'Your report {number}: the decision is taken back',
    'reports.mail.undone.suspension.subject': 'Your reports do not wait',
    'reports.mail.undone.preview': 'A mail that we sent you is no longer true.',
    'reports.mail.undone.decision':
      'The decision that we told you of was taken back. Your report waits again, and we will write to you when it is decided.',
    'reports.mail.undone.suspension':
      'We wrote that the reports of this address wait. That decision was taken back: they are read at once, as before.',
    'reports.mail.page': 'See this report',
    'reports.mail.sentence': 'The moderator writes:',
    'reports.mail.received.subject': 'We have your report {number}',
    'reports.mail.received.preview': 'A person reads it and decides. The decision comes by mail.',
    'reports.mail.received.intro': 'We have received this report:',
    'reports.mail.received.next':
      'A moderator reads it and decides, without any automated means. We then write to this address.',
    'reports.mail.decided.subject': 'Your report {number}: the decision',
    'reports.mail.decided.intro': 'On {on} a moderator decided about your report.',
    'reports.mail.reason.subject': 'Your reason was removed from “{title}”',
    'reports.mail.reason.preview':
      'Your signature still counts. Here is why your words do not stand there any more.',
    'reports.mail.reason.why':
      'You get this mail because you signed “{title}” and gave a reason with it: it tells what was decided about your words.',
    'reports.mail.reason.intro':
      'On {on} a moderator removed the reason that you gave when you signed “{title}”. Your signature still counts. These were your words:',
    'reports.mail.update.subject': 'Your update was removed from “{title}”',
    'reports.mail.update.preview':
      'Your petition stays open. Here is why this update does not stand there any more.',
    'reports.mail.update.intro':
      'On {on} a moderator removed this update from the page of “{title}”. The petition itself stays.',
    'reports.mail.picture.subject': 'Your picture was removed from “{title}”',
    'reports.mail.picture.preview':
      'Your petition stays open. Here is why the picture does not stand there any more.',
    'reports.mail.picture.intro':
      'On {on} a moderator removed the picture of “{title}”. The petition itself stays; the poster made from its title takes the picture’s place.',
    'reports.statement.reason.what': 'The reason shown beside your signature of “{title}”',
    'reports.statement.reason.extent':
      'Removed from every page of this site, in every country. Your signature and your number stay. Files that the decision-maker downloaded before cannot be called back.',
    'reports.statement.update.what': 'The update “{update}” on “{title}”',
    'reports.statement.update.extent':
      'Removed from every page of this site, in every country, and from the mails that had not left yet.',
    'reports.statement.picture.what': 'The picture of “{title}”',
    'reports.statement.picture.extent':
      'Removed from every page of this site, in every country. Copies that others made cannot be called back.',
    'reports.statement.duration': 'For good, unless the decision is changed',
    'reports.figures': 'Reports received, by kind',
    'reports.figures.decisions': 'Reports, by decision',
    'reports.figures.kind': 'Kind',
    'reports.figures.decision': 'Decision',
    'reports.figures.received': 'Reports received',
    'reports.figures.waiting': 'Reports that wait for a decision',
    'reports.figures.median': 'Half of all reports are decided within',
  },
  fr: {
    'reports.kind.petition': 'Une pétition',
    'reports.kind.reason': 'La raison d’un signataire',
    'reports.kind.update': 'Une nouvelle d’une pétition',
    'reports.kind.picture': 'L’image d’une pétition',
    'reports.category.illegal': 'C’est illégal pour une autre raison',
    'reports.category.hate': 'On s’en prend à des personnes pour ce qu’elles sont ou croient',
    'reports.category.defamation': 'On accuse quelqu’un sans preuve',
    'reports.category.personal-data': 'On expose la vie privée de quelqu’un',
    'reports.category.child-abuse': 'On montre ou encourage des abus sexuels sur des enfants',
    'reports.category.misleading': 'C’est trompeur',
    'reports.category.not-real': 'Ce n’est pas vrai : fausse identité, cas inventé, publicité',
    'reports.category.other': 'Autre chose enfreint les règles de ce site',
    'reports.category.named': 'Votre nom et votre adresse sont nécessaires.',
    'reports.ground': 'Motif',
    'reports.number': 'Numéro',
    'reports.what': 'Ce qui est signalé',
    'reports.petition': 'Pétition',
    'reports.why': 'Pourquoi',
    'reports.where': 'Où exactement',
    'reports.where.said': 'comme vous l’avez écrit ; ce que vous écrivez n’est pas répété par e-mail',
    'reports.received': 'Reçu',
    'reports.new.title.petition': 'Signaler cette pétition',
    'reports.new.title.reason': 'Signaler cette raison',
    'reports.new.title.update': 'Signaler cette nouvelle',
    'reports.new.title.picture': 'Signaler cette image',
    'reports.new.intro':
      'Une personne lit chaque signalement et décide. Qui a écrit ce que vous signalez n’apprend pas qui vous êtes.',
    'reports.new.category': 'Qu’est-ce qui ne va pas ?',
    'reports.new.where': 'Où exactement',
    'reports.new.where.hint.petition':
      'Citez la phrase, ou dites que c’est le titre ou l’image, et quelle partie.',
    'reports.new.where.hint.reason': 'Citez les mots.',
    'reports.new.where.hint.update': 'Citez la phrase.',
    'reports.new.where.hint.picture': 'Quelle partie de l’image.',
    'reports.new.law': 'Quelle loi, si vous le savez',
    'reports.new.law.hint': 'Un article, ou seulement son sujet.',
    'reports.new.explanation': 'Votre explication',
    'reports.new.explanation.hint.petition': 'Dites pourquoi cela ne doit pas rester.',
    'reports.new.explanation.hint.reason': 'Dites pourquoi ces mots ne doivent pas rester.',
    'reports.new.explanation.hint.update': 'Dites pourquoi cela ne doit pas rester.',
    'reports.new.explanation.hint.picture': 'Ce qu’elle montre, et pourquoi elle ne doit pas rester.',
    'reports.new.you': 'Vous',
    'reports.new.you.text':
      'La loi demande qui signale un contenu illégal (règlement européen sur les services numériques, article 16), sauf pour les abus sexuels sur des enfants. Pour le reste, vous n’avez pas à dire qui vous êtes.',
    'reports.new.name': 'Votre nom',
    'reports.new.email': 'Votre adresse e-mail',
    'reports.new.email.hint':
      'Pour l’accusé de réception et la décision. Sans elle, gardez le numéro que vous recevrez.',
    'reports.new.goodFaith': 'Je crois de bonne foi que ce que j’écris ici est exact et complet',
    'reports.new.submit': 'Envoyer le signalement',
    'reports.new.kept':
      'Votre nom, votre adresse et ce que vous écrivez sont chiffrés. Seuls les modérateurs les lisent ; ils sont effacés six mois après la décision. Le genre de signalement, ses dates et la décision restent, pour les chiffres publics.',
    'reports.receipt.title': 'Signalement {number}',
    'reports.receipt.received': 'Votre signalement est reçu',
    'reports.receipt.decided': 'Votre signalement a sa décision',
    'reports.receipt.next':
      'Une personne le lit et décide, sans aucun moyen automatique. Cette page montrera la décision.',
    'reports.receipt.mailed':
      'Si vous avez donné une adresse e-mail, un accusé de réception est en route, et la décision suivra.',
    'reports.receipt.unnamed': 'Vous n’avez pas donné d’adresse : la décision ne sera qu’ici.',
    'reports.receipt.keep': 'Gardez le numéro, ou l’adresse de cette page : personne d’autre ne les a.',
    'reports.decidedBy': 'Une personne a décidé. Aucun moyen automatique n’a été utilisé.',
    'reports.contest': 'Si vous n’êtes pas d’accord',
    'reports.contest.text':
      'Dans les six mois, vous pouvez demander gratuitement que la décision soit réexaminée par une autre personne que celle qui l’a prise (ou par la même quand ce site n’a qu’une personne pour modérer). Vous pouvez aussi saisir un tribunal, ou l’organe certifié de règlement extrajudiciaire des litiges de votre choix s’il en est un de compétent.',
    'reports.outcome.received': 'Pas encore de décision',
    'reports.outcome.kept': 'Rien ne change',
    'reports.outcome.reason-removed': 'La raison a été retirée',
    'reports.outcome.update-removed': 'La nouvelle a été retirée',
    'reports.outcome.picture-removed': 'L’image a été retirée',
    'reports.outcome.petition-hidden': 'La pétition a été masquée',
    'reports.state.received': 'à décider',
    'reports.state.kept': 'sans suite',
    'reports.state.reason-removed': 'raison retirée',
    'reports.state.update-removed': 'nouvelle retirée',
    'reports.state.picture-removed': 'image retirée',
    'reports.state.petition-hidden': 'pétition masquée',
    'reports.fault.category': 'Choisissez ce qui ne va pas',
    'reports.fault.short': 'Écrivez au moins {least, number} caractères',
    'reports.fault.long': 'Raccourcissez à {most, number} caractères',
    'reports.fault.name': 'Écrivez votre nom : il en faut un pour signaler un contenu illégal',
    'reports.fault.email': 'Vérifiez cette adresse : aucun message ne pourrait l’atteindre',
    'reports.fault.noEmail': 'Écrivez votre adresse e-mail : il en faut une pour signaler un contenu illégal',
    'reports.fault.goodFaith':
      'Cochez cette case si c’est vrai : sans elle nous ne pouvons pas recevoir le signalement',
    'reports.queue.title': 'Signalements',
    'reports.queue.empty': 'Chaque signalement a sa décision',
    'reports.queue.emptyText': 'Le prochain apparaîtra ici.',
    'reports.desk.title.petition': 'Une pétition est signalée',
    'reports.desk.title.reason': 'Une raison est signalée',
    'reports.desk.title.update': 'Une nouvelle est signalée',
    'reports.desk.title.picture': 'Une image est signalée',
    'reports.desk.subject': 'Ce qui est signalé',
    'reports.desk.notice': 'Le signalement',
    'reports.desk.notThere': 'Ce n’est plus sur la page.',
    'reports.desk.erased': 'Effacé après six mois',
    'reports.desk.where': 'Où exactement',
    'reports.desk.law': 'Loi',
    'reports.desk.explanation': 'Explication',
    'reports.desk.from': 'De',
    'reports.desk.unnamed': 'quelqu’un qui n’a pas dit son nom',
    'reports.desk.others': 'Autres signalements de la même chose',
    'reports.desk.back': 'Revenir aux signalements',
    'reports.desk.done': 'C’est décidé',
    'reports.desk.undone': 'La décision est annulée',
    'reports.desk.done.text': 'Les personnes concernées sont prévenues par e-mail.',
    'reports.desk.undone.text':
      'Le signalement attend de nouveau. Les e-mails qui n’étaient pas partis ne partiront pas.',
    'reports.desk.late': 'Déjà décidé',
    'reports.desk.late.text':
      'Quelqu’un d’autre a décidé d’abord ; voyez plus bas. Rien n’a été fait deux fois.',
    'reports.desk.gone': 'Ce n’est plus là',
    'reports.desk.gone.text':
      'Ce qui est signalé a été retiré entre-temps. Rien n’a été fait ; vous pouvez encore répondre au signalement.',
    'reports.keep': 'Laisser tel quel',
    'reports.keep.text': 'Rien ne change sur la page. La personne qui a signalé lit votre phrase.',
    'reports.keep.sentence': 'Votre phrase à la personne qui a signalé',
    'reports.keep.hint':
      'Ce que vous avez examiné et pourquoi cela reste. Elle lit cette langue : {language}.',
    'reports.keep.button': 'Laisser tel quel',
    'reports.restrict.petition': 'Masquer la pétition',
    'reports.restrict.petition.text':
      'Personne ne pourra la lire ni la signer tant qu’elle ne sera pas affichée de nouveau ; ses signatures sont conservées. Tous les signalements en attente à son sujet sont décidés du même coup. La personne qui l’a lancée reçoit un exposé des motifs.',
    'reports.restrict.petition.button': 'Masquer cette pétition',
    'reports.restrict.reason': 'Retirer la raison',
    'reports.restrict.reason.text':
      'Les mots sont effacés ; la signature compte toujours. Tous les signalements en attente à leur sujet sont décidés du même coup. Le signataire reçoit un exposé des motifs.',
    'reports.restrict.reason.button': 'Retirer cette raison',
    'reports.restrict.update': 'Retirer la nouvelle',
    'reports.restrict.update.text':
      'Elle quitte la page, et les messages qui la portent ne partent plus. Tous les signalements en attente à son sujet sont décidés du même coup. La personne qui a lancé la pétition reçoit un exposé des motifs.',
    'reports.restrict.update.button': 'Retirer cette nouvelle',
    'reports.restrict.picture': 'Retirer l’image',
    'reports.restrict.picture.text':
      'L’affiche tirée du titre prend sa place. Tous les signalements en attente à son sujet sont décidés du même coup. La personne qui a lancé la pétition reçoit un exposé des motifs.',
    'reports.restrict.picture.button': 'Retirer cette image',
    'reports.restrict.hint':
      'Les faits : quels mots, et ce qu’ils enfreignent. Lue par qui l’a écrit et par qui l’a signalé : ne nommez ni l’un ni l’autre. Qui l’a écrit lit cette langue : {language}.',
    'reports.mail.why':
      'Vous recevez ce message parce que quelqu’un a donné cette adresse dans un signalement sur ce site. Si ce n’était pas vous, ignorez-le : il n’aura pas d’autre suite.',
    'reports.unfounded': 'Manifestement infondé',
    'reports.unfounded.mail':
      'La personne qui modère a jugé ce signalement manifestement infondé : chacun peut voir, sans y regarder de près, qu’il ne repose sur rien. Merci de ne signaler que ce qui vous semble contraire à la loi ou aux règles de ce site.',
    'reports.unfounded.warning':
      'Ceci est un avertissement. Après {reports, plural, one {un tel signalement} other {# tels signalements}} en un an, une personne qui modère peut faire attendre {days, plural, one {un jour} other {# jours}} les signalements de cette adresse avant que quelqu’un les lise. Contester cette décision est gratuit ; si elle est changée, l’avertissement ne compte plus.',
    'reports.unfounded.page': 'La personne qui modère a jugé ce signalement manifestement infondé.',
    'reports.unfounded.box': 'Il est manifestement infondé : avertir qui l’a envoyé',
    'reports.unfounded.box.hint':
      'Seulement si chacun peut voir, sans y regarder de près, qu’il ne repose sur rien. Une erreur de bonne foi n’en est pas un.',
    'reports.standing': 'Signalements manifestement infondés de cette adresse',
    'reports.standing.count': '{count, plural, =0 {aucun en un an} one {un en un an} other {# en un an}}',
    'reports.standing.all':
      'Elle a continué après un avertissement. Sur {count, plural, one {un signalement} other {# signalements}} de cette adresse encore connus ici, {unfounded, number} étaient manifestement infondés. Pesez leur nombre à côté des autres, leur gravité, et l’intention qui semble les porter.',
    'reports.standing.suspended':
      'Ses signalements attendent jusqu’au {until}, sauf ceux d’abus sexuels sur des enfants.',
    'reports.held':
      'Mis en attente jusqu’au {until} : qui l’a envoyé est suspendu. Vous pouvez le lire, et décider, avant.',
    'reports.held.short': 'mis en attente jusqu’au {until}',
    'reports.held.link':
      '{count, plural, one {Un autre signalement est} other {# autres signalements sont}} en attente, parce que qui les a envoyés est suspendu',
    'reports.suspend': 'Faire attendre ses signalements',
    'reports.suspend.text':
      'Pendant {days, plural, one {un jour} other {# jours}}, ce que cette adresse signale est gardé sans que personne le lise ; puis cela apparaît ici. Ce qui concerne des abus sexuels sur des enfants n’attend jamais. Elle l’apprend par e-mail, avec votre phrase, et peut le contester.',
    'reports.suspend.sentence': 'Votre phrase à la personne qui a signalé',
    'reports.suspend.hint':
      'Quels signalements, et pourquoi ils ne reposaient sur rien. Elle lit cette langue : {language}.',
    'reports.suspend.button': 'Faire attendre ses signalements {days, plural, one {un jour} other {# jours}}',
    'reports.desk.suspended': 'Ses signalements attendent désormais',
    'reports.desk.suspended.text': 'La personne est prévenue par e-mail, avec votre phrase.',
    'reports.desk.suspended-before': 'Ses signalements attendent déjà',
    'reports.desk.suspended-before.text': 'Quelqu’un d’autre a décidé d’abord. Rien n’a été fait deux fois.',
    'reports.desk.not-enough': 'Pas encore',
    'reports.desk.not-enough.text':
      'Des signalements ne peuvent attendre qu’après un avertissement, et quand il y en a eu assez d’infondés depuis. Rien n’a été fait.',
    'reports.mail.why.notYours':
      'Vous recevez ce message parce que quelqu’un a donné cette adresse dans un signalement sur ce site. Si ce n’était pas vous, contestez la décision par le lien ci-dessus en le disant : cela suffit.',
    'reports.mail.received.held.preview': 'Il est gardé, et sera lu après le {until}.',
    'reports.mail.received.held':
      'Il est gardé, mais personne ne le lit avant le {until} : trop de signalements de cette adresse étaient manifestement infondés, après un avertissement. Alors une personne le lit et décide, et nous écrirons à cette adresse.',
    'reports.mail.received.held.contest':
      'Vous pouvez contester gratuitement que vos signalements attendent :',
    'reports.mail.suspended.subject': 'Vos signalements attendent jusqu’au {until}',
    'reports.mail.suspended.preview':
      'Ce qui est décidé des signalements de cette adresse, et comment le contester.',
    'reports.mail.suspended.intro':
      'En {days, plural, one {un jour} other {# jours}}, au moins {reports, plural, one {un signalement} other {# signalements}} de cette adresse étaient manifestement infondés, après un avertissement. Une personne qui modère a décidé que ses signalements attendent jusqu’au {until} (règlement européen sur les services numériques, article 23, paragraphe 2).',
    'reports.mail.suspended.effect':
      'Ce que vous signalez d’ici là est gardé, et lu ensuite. Ce qui concerne des abus sexuels sur des enfants est lu aussitôt, comme avant. Vous pouvez toujours signer et lancer des pétitions. Si quelqu’un est en danger, adressez-vous aussi à la police.',
    'reports.reversed':
      'Le {on}, cette décision a été annulée sur recours : ce qui avait été retiré du site y est de nouveau.',
    'reports.mail.reversed.subject': 'Votre signalement {number} : la décision est annulée sur recours',
    'reports.mail.reversed.preview': 'Ce qui avait été retiré du site y est de nouveau.',
    'reports.mail.reversed.intro':
      'Le {on}, nous avons décidé ceci de votre signalement : « {outcome} ». La personne restreinte l’a contesté.',
    'reports.mail.reversed.next':
      'Les motifs ont été donnés à qui a contesté. Si vous n’êtes pas d’accord, écrivez à {contact} ; vous pouvez aussi saisir un tribunal, ou l’organe certifié de règlement extrajudiciaire des litiges de votre choix s’il en est un de compétent.',
    'reports.mail.undone.decision.subject': 'Votre signalement {number} : la décision est annulée',
    'reports.mail.undone.suspension.subject': 'Vos signalements n’attendent pas',
    'reports.mail.undone.preview': 'Un message que nous vous avons envoyé n’est plus vrai.',
    'reports.mail.undone.decision':
      'La décision que nous vous avions annoncée est annulée. Votre signalement attend de nouveau, et nous vous écrirons quand il sera décidé.',
    'reports.mail.undone.suspension':
      'Nous avions écrit que les signalements de cette adresse attendent. Cette décision est annulée : ils sont lus aussitôt, comme avant.',
    'reports.mail.page': 'Voir ce signalement',
    'reports.mail.sentence': 'La personne qui modère écrit :',
    'reports.mail.received.subject': 'Nous avons votre signalement {number}',
    'reports.mail.received.preview': 'Une personne le lit et décide. La décision viendra par e-mail.',
    'reports.mail.received.intro': 'Nous avons reçu ce signalement :',
    'reports.mail.received.next':
      'Une personne le lit et décide, sans aucun moyen automatique. Nous écrirons alors à cette adresse.',
    'reports.mail.decided.subject': 'Votre signalement {number} : la décision',
    'reports.mail.decided.intro': 'Le {on}, une personne qui modère a décidé au sujet de votre signalement.',
    'reports.mail.reason.subject': 'Votre raison a été retirée de « {title} »',
    'reports.mail.reason.preview':
      'Votre signature compte toujours. Voici pourquoi vos mots n’y figurent plus.',
    'reports.mail.reason.why':
      'Vous recevez ce message parce que vous avez signé « {title} » en donnant une raison : il vous dit ce qui a été décidé de vos mots.',
    'reports.mail.reason.intro':
      'Le {on}, une personne qui modère a retiré la raison que vous aviez donnée en signant « {title} ». Votre signature compte toujours. Voici quels étaient vos mots :',
    'reports.mail.update.subject': 'Votre nouvelle a été retirée de « {title} »',
    'reports.mail.update.preview': 'Votre pétition reste. Voici pourquoi cette nouvelle n’y figure plus.',
    'reports.mail.update.intro':
      'Le {on}, une personne qui modère a retiré cette nouvelle de la page de « {title} ». La pétition elle-même reste.',
    'reports.mail.picture.subject': 'L’image de « {title} » a été retirée',
    'reports.mail.picture.preview': 'Votre pétition reste. Voici pourquoi l’image n’y figure plus.',
    'reports.mail.picture.intro':
      'Le {on}, une personne qui modère a retiré l’image de « {title} ». La pétition elle-même reste ; l’affiche tirée de son titre prend la place de l’image.',
    'reports.statement.reason.what': 'La raison affichée à côté de votre signature de « {title} »',
    'reports.statement.reason.extent':
      'Retirée de toutes les pages de ce site, dans tous les pays. Votre signature et votre numéro restent. Les fichiers que le destinataire avait déjà téléchargés ne peuvent pas être repris.',
    'reports.statement.update.what': 'La nouvelle « {update} » de « {title} »',
    'reports.statement.update.extent':
      'Retirée de toutes les pages de ce site, dans tous les pays, et des messages qui n’étaient pas encore partis.',
    'reports.statement.picture.what': 'L’image de « {title} »',
    'reports.statement.picture.extent':
      'Retirée de toutes les pages de ce site, dans tous les pays. Les copies faites par d’autres ne peuvent pas être reprises.',
    'reports.statement.duration': 'Définitivement, sauf si la décision est changée',
    'reports.figures': 'Signalements reçus, par genre',
    'reports.figures.decisions': 'Signalements, par décision',
    'reports.figures.kind': 'Genre',
    'reports.figures.decision': 'Décision',
    'reports.figures.received': 'Signalements reçus',
    'reports.figures.waiting': 'Signalements qui attendent une décision',
    'reports.figures.median': 'La moitié des signalements reçoivent une décision en moins de',
  },
} as const

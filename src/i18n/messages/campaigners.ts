/** A campaigner's own pages. */
export const campaigners = {
  en: {
    'campaigners.signOut': 'Sign out',
    'campaigners.mine.title': 'My petitions',
    'campaigners.mine.launch': 'Start a petition',
    'campaigners.mine.empty.title': 'No petition yet',
    'campaigners.mine.empty.text':
      'What would you like to see changed, and who can decide it? A quarter of an hour is enough for a first draft, and every step is kept.',
    'campaigners.mine.open': 'Open',
    'campaigners.mine.goOn': 'Go on writing',

    'campaigners.waiting.draft': 'A draft: only you can see it. Finish it and send it to the moderators.',
    'campaigners.waiting.moderation':
      'With the moderators since {since}. You will hear by mail what they decide.',
    'campaigners.waiting.next-step':
      'Next step: {next, number}. {missing, plural, one {One signature is missing.} other {# signatures are missing.}}',
    'campaigners.waiting.closing-statement':
      'Closed. Your signers would like to know how it went: write a closing statement.',
    'campaigners.waiting.finished': 'Finished. There is nothing left to do here.',
    'campaigners.waiting.rejected': 'Refused by a moderator. The reason stands on its page here.',
    'campaigners.waiting.hidden': 'Hidden by a moderator. The reason stands on its page here.',

    'campaigners.done.published':
      '{readers, plural, =0 {Published. Nobody has asked for news by mail yet; it stands on the petition’s page.} one {Published. The mail to one signer is on its way.} other {Published. The mails to # signers are on their way.}}',
    'campaigners.done.published-before':
      'This news was published a moment ago already. Nobody was mailed twice.',
    'campaigners.done.answered': 'Published under the reply. The signers who asked for news get it by mail.',
    'campaigners.done.closed':
      'It is done. Your statement stands on the petition’s page, and the signers who asked for news will hear it.',
    'campaigners.done.held': 'Held. Mails that have left cannot be called back; no other one leaves.',
    'campaigners.done.let-go': 'The mails go on leaving from where they stopped.',

    'campaigners.decision.rejected': 'A moderator has refused this petition',
    'campaigners.decision.rejected.next':
      'You may start a new petition that takes this into account, or answer the moderators’ mail if you think they are wrong.',
    'campaigners.decision.hidden': 'A moderator has hidden this petition',
    'campaigners.decision.hidden.next':
      'Its page says so and gives the reason. It cannot be signed, and no mail leaves. Answer the moderators’ mail if you think they are wrong: they can show it again.',
    'campaigners.public': 'See the page that everyone sees',

    'campaigners.figures': 'Where it stands',
    'campaigners.figures.goal': 'Announced goal',
    'campaigners.figures.next': 'Next step shown',
    'campaigners.figures.today': 'Confirmed today',
    'campaigners.figures.week': 'In the last seven days',
    'campaigners.figures.inside': 'Postcode inside the territory',
    'campaigners.official.title': 'Signatures on the institution’s site',
    'campaigners.official.intro':
      'Only signatures made on {site} count there. Tell how many it counts: your petition’s page and the dossier show the number, its day and the link, and say that you read it there.',
    'campaigners.official.link': 'Tell its number',
    'campaigners.official.url': 'Address of the same petition there',
    'campaigners.official.url.hint': 'It begins with {site}',
    'campaigners.official.signatures': 'How many signatures it shows',
    'campaigners.official.signatures.wrong': 'Write the number as it stands there, for example 12,345',
    'campaigners.official.countedOn': 'On which day you read it',
    'campaigners.official.countedOn.wrong':
      'Choose the day on which you read it: today, or since your petition began',
    'campaigners.official.act': 'Show this number',
    'campaigners.official.done': 'The number is on your petition’s page. Come back when it has changed.',
    'campaigners.figures.readers': 'Signers who asked for news',
    'campaigners.figures.closesOn': 'Last day',
    'campaigners.milestones': '{count, plural, one {One milestone reached} other {# milestones reached}}',
    'campaigners.milestones.step': 'Signatures',
    'campaigners.milestones.on': 'Reached on',
    'campaigners.milestones.goal': 'goal',

    'campaigners.share': 'Pass the word on',
    'campaigners.share.intro':
      'The first fifty signatures come from people you know: write to them one by one, with one sentence of your own.',

    'campaigners.makers': 'Who can decide',
    'campaigners.makers.told': 'Told of the petition',
    'campaigners.makers.opened': 'Opened their page',
    'campaigners.makers.acknowledged': 'Acknowledged it',
    'campaigners.makers.answer': 'Answered',
    'campaigners.makers.notYet': 'Not yet',
    'campaigners.makers.answer.submitted':
      'Received on {on}; a moderator is checking that it comes from the institution',
    'campaigners.makers.answer.published': 'Published on {on}',
    'campaigners.makers.answer.refused': 'An answer was not published, on {on}',
    'campaigners.makers.not-me':
      'The person we wrote to says that this is not theirs to decide. They are not written to any more.',
    'campaigners.makers.objected': 'The person we wrote to has objected to being written to. We respect it.',

    'campaigners.news': 'News for your signers',
    'campaigners.news.intro':
      '{readers, plural, =0 {Nobody has asked for news by mail yet: what you write stands on the petition’s page.} one {One signer asked for news. What you write goes to them by mail and stands on the petition’s page.} other {# signers asked for news. What you write goes to them by mail and stands on the petition’s page.}} A meeting, an article, an answer, what you need next: short and concrete.',
    'campaigners.news.title': 'Headline',
    'campaigners.news.title.missing': 'Write a headline: it becomes the subject of the mail',
    'campaigners.news.title.long': 'Shorten the headline to {most, number} characters',
    'campaigners.news.body': 'Text',
    'campaigners.news.body.hint':
      'You may use Markdown: **bold**, - lists, [words](https://address). Look at it before you publish.',
    'campaigners.news.body.missing': 'Write the news itself',
    'campaigners.news.body.long': 'Shorten the text to {most, number} characters',
    'campaigners.news.tooOften':
      'Three pieces of news have left within a day. Wait until tomorrow: signers who get too many mails stop them all',
    'campaigners.news.see': 'Look at it first',
    'campaigners.news.publish':
      '{readers, plural, =0 {Publish} one {Publish and mail to one signer} other {Publish and mail to # signers}}',
    'campaigners.news.preview': 'This is how it will look. Nothing has been published yet.',
    'campaigners.published': 'Published so far',

    'campaigners.mailings': 'Mails to signers',
    'campaigners.mailings.reply': 'The decision-maker’s answer',
    'campaigners.mailings.opened': 'The opening of this petition',
    'campaigners.mailings.others': 'To signers of your other petitions',
    'campaigners.mailings.sent': '{sent, number} of {queued, number} sent',
    'campaigners.mailings.failed':
      '{failed, plural, one {# could not be delivered} other {# could not be delivered}}',
    'campaigners.mailings.dropped': '{dropped, plural, one {# no longer wished} other {# no longer wished}}',
    'campaigners.mailings.due': 'Being prepared.',
    'campaigners.mailings.leaving':
      '{left, plural, one {One is about to leave.} other {# are about to leave.}}',
    'campaigners.mailings.done': 'All have left.',
    'campaigners.mailings.paused': 'Held: nothing leaves until you let it go on.',
    'campaigners.mailings.pause': 'Hold',
    'campaigners.mailings.resume': 'Let it go on',

    'campaigners.closing': 'Close the petition',
    'campaigners.closing.statementOnly': 'Say how it ended',
    'campaigners.closing.intro.open':
      'Signing ends at once; who signed before has 24 hours left to confirm. The page stays, with your statement at the top. It cannot be opened again.',
    'campaigners.closing.intro.closed':
      'Signing has ended. Your statement stands at the top of the page and goes to the signers who asked for news.',
    'campaigners.closing.as': 'How does it end?',
    'campaigners.closing.as.missing': 'Choose how it ends',
    'campaigners.closing.victory': 'It is won',
    'campaigners.closing.victory.hint': 'What was asked has been granted, or near enough for you to say so.',
    'campaigners.closing.closed': 'It closes',
    'campaigners.closing.closed.hint':
      'Signing ends, whatever came of it: delivered, answered, or going on in another way.',
    'campaigners.closing.retired': 'I withdraw it',
    'campaigners.closing.retired.hint':
      'You no longer stand behind what it asks. The page says so, and keeps the count.',
    'campaigners.closing.statement': 'Your statement',
    'campaigners.closing.statement.hint':
      '{readers, plural, =0 {What came of it, what you thank people for, what comes next.} one {What came of it, what you thank people for, what comes next. One signer gets it by mail.} other {What came of it, what you thank people for, what comes next. # signers get it by mail.}}',
    'campaigners.closing.statement.missing': 'Write a few words for the people who signed',
    'campaigners.closing.statement.long': 'Shorten the statement to {most, number} characters',
    'campaigners.closing.confirmed': 'Yes, end “{title}” now, for good',
    'campaigners.closing.confirmed.closed': 'Yes, publish this as the end of “{title}”',
    'campaigners.closing.confirmed.missing': 'Tick the box to confirm that you mean this petition',
    'campaigners.closing.submit': 'Close the petition',
    'campaigners.closing.submit.closed': 'Publish the statement',
  },
  fr: {
    'campaigners.signOut': 'Se déconnecter',
    'campaigners.mine.title': 'Mes pétitions',
    'campaigners.mine.launch': 'Lancer une pétition',
    'campaigners.mine.empty.title': 'Aucune pétition pour l’instant',
    'campaigners.mine.empty.text':
      'Qu’aimeriez-vous voir changer, et qui peut en décider ? Un quart d’heure suffit pour un premier brouillon, et chaque étape est gardée.',
    'campaigners.mine.open': 'Ouvrir',
    'campaigners.mine.goOn': 'Continuer à écrire',

    'campaigners.waiting.draft':
      'Un brouillon : vous seul pouvez le voir. Terminez-le et envoyez-le à la modération.',
    'campaigners.waiting.moderation':
      'En relecture depuis le {since}. Vous saurez par mail ce qui est décidé.',
    'campaigners.waiting.next-step':
      'Prochain palier : {next, number}. {missing, plural, one {Il manque une signature.} many {Il manque # de signatures.} other {Il manque # signatures.}}',
    'campaigners.waiting.closing-statement':
      'Close. Vos signataires aimeraient savoir ce qu’il en est : écrivez un mot de clôture.',
    'campaigners.waiting.finished': 'C’est fini : il n’y a plus rien à faire ici.',
    'campaigners.waiting.rejected': 'Refusée à la relecture. Le motif se lit sur sa page, ici.',
    'campaigners.waiting.hidden': 'Masquée par la modération. Le motif se lit sur sa page, ici.',

    'campaigners.done.published':
      '{readers, plural, =0 {C’est publié. Personne n’a encore demandé de nouvelles par mail ; le texte est sur la page de la pétition.} one {C’est publié. Le message à # signataire est en route.} many {C’est publié. Les messages à # de signataires sont en route.} other {C’est publié. Les messages à # signataires sont en route.}}',
    'campaigners.done.published-before':
      'Cette nouvelle a déjà été publiée il y a un instant. Personne n’a reçu deux messages.',
    'campaigners.done.answered':
      'Publiée sous la réponse. Les signataires qui ont demandé des nouvelles la reçoivent par e-mail.',
    'campaigners.done.closed':
      'C’est fait. Votre mot est sur la page de la pétition, et les signataires qui ont demandé des nouvelles le recevront.',
    'campaigners.done.held':
      'L’envoi est suspendu. Ce qui est parti ne peut être rappelé ; rien d’autre ne part.',
    'campaigners.done.let-go': 'L’envoi reprend là où il s’était arrêté.',

    'campaigners.decision.rejected': 'Cette pétition a été refusée à la relecture',
    'campaigners.decision.rejected.next':
      'Vous pouvez lancer une nouvelle pétition qui en tient compte, ou répondre au message de la modération si vous pensez qu’elle se trompe.',
    'campaigners.decision.hidden': 'La modération a masqué cette pétition',
    'campaigners.decision.hidden.next':
      'Sa page le dit et donne le motif. On ne peut plus la signer, et aucun message ne part. Répondez au message de la modération si vous pensez qu’elle se trompe : elle peut la montrer de nouveau.',
    'campaigners.public': 'Voir la page que tout le monde voit',

    'campaigners.figures': 'Où elle en est',
    'campaigners.figures.goal': 'Objectif annoncé',
    'campaigners.figures.next': 'Palier affiché',
    'campaigners.figures.today': 'Confirmées aujourd’hui',
    'campaigners.figures.week': 'Ces sept derniers jours',
    'campaigners.figures.inside': 'Code postal dans le territoire',
    'campaigners.official.title': 'Signatures sur le site de l’institution',
    'campaigners.official.intro':
      'Seules les signatures faites sur {site} y comptent. Dites combien il en compte\u00a0: la page de votre pétition et le dossier montrent ce nombre, son jour et le lien, et disent que vous l’y avez lu.',
    'campaigners.official.link': 'Indiquer ce nombre',
    'campaigners.official.url': 'Adresse de la même pétition là-bas',
    'campaigners.official.url.hint': 'Elle commence par {site}',
    'campaigners.official.signatures': 'Combien de signatures il affiche',
    'campaigners.official.signatures.wrong':
      'Écrivez le nombre tel qu’il est affiché, par exemple 12\u00a0345',
    'campaigners.official.countedOn': 'Le jour où vous l’avez lu',
    'campaigners.official.countedOn.wrong':
      'Choisissez le jour où vous l’avez lu\u00a0: aujourd’hui, ou depuis que votre pétition existe',
    'campaigners.official.act': 'Montrer ce nombre',
    'campaigners.official.done': 'Le nombre est sur la page de votre pétition. Revenez quand il aura changé.',
    'campaigners.figures.readers': 'Signataires qui ont demandé des nouvelles',
    'campaigners.figures.closesOn': 'Dernier jour',
    'campaigners.milestones': '{count, plural, one {# palier atteint} other {# paliers atteints}}',
    'campaigners.milestones.step': 'Signatures',
    'campaigners.milestones.on': 'Atteint le',
    'campaigners.milestones.goal': 'objectif',

    'campaigners.share': 'Passez le mot',
    'campaigners.share.intro':
      'Les cinquante premières signatures viennent de gens que vous connaissez : écrivez-leur un par un, avec une phrase à vous.',

    'campaigners.makers': 'Qui peut décider',
    'campaigners.makers.told': 'Avis envoyé',
    'campaigners.makers.opened': 'Page ouverte',
    'campaigners.makers.acknowledged': 'Accusé de réception',
    'campaigners.makers.answer': 'Réponse',
    'campaigners.makers.notYet': 'Pas encore',
    'campaigners.makers.answer.submitted':
      'Reçue le {on} ; la modération vérifie qu’elle vient de l’institution',
    'campaigners.makers.answer.published': 'Publiée le {on}',
    'campaigners.makers.answer.refused': 'Une réponse n’a pas été publiée, le {on}',
    'campaigners.makers.not-me':
      'La personne à qui nous avons écrit dit que la décision ne dépend pas d’elle. Nous ne lui écrivons plus.',
    'campaigners.makers.objected':
      'La personne à qui nous avons écrit s’y est opposée. Nous respectons son choix.',

    'campaigners.news': 'Des nouvelles pour vos signataires',
    'campaigners.news.intro':
      '{readers, plural, =0 {Personne n’a encore demandé de nouvelles par mail : ce que vous écrivez paraît sur la page de la pétition.} one {# signataire a demandé des nouvelles. Ce que vous écrivez lui est envoyé et paraît sur la page de la pétition.} many {# de signataires ont demandé des nouvelles. Ce que vous écrivez leur est envoyé et paraît sur la page de la pétition.} other {# signataires ont demandé des nouvelles. Ce que vous écrivez leur est envoyé et paraît sur la page de la pétition.}} Une rencontre, un article, une réponse, ce qu’il vous faut maintenant : court et concret.',
    'campaigners.news.title': 'Titre',
    'campaigners.news.title.missing': 'Donnez un titre : il sera l’objet du message',
    'campaigners.news.title.long': 'Raccourcissez le titre à {most, number} caractères',
    'campaigners.news.body': 'Texte',
    'campaigners.news.body.hint':
      'Vous pouvez utiliser Markdown : **gras**, - listes, [mots](https://adresse). Regardez-le avant de publier.',
    'campaigners.news.body.missing': 'Écrivez la nouvelle elle-même',
    'campaigners.news.body.long': 'Raccourcissez le texte à {most, number} caractères',
    'campaigners.news.tooOften':
      'Trois nouvelles sont parties en une journée. Attendez demain : qui reçoit trop de messages finit par tout arrêter',
    'campaigners.news.see': 'Voir d’abord',
    'campaigners.news.publish':
      '{readers, plural, =0 {Publier} one {Publier et écrire à # signataire} many {Publier et écrire à # de signataires} other {Publier et écrire à # signataires}}',
    'campaigners.news.preview': 'Voici ce que cela donnera. Rien n’est encore publié.',
    'campaigners.published': 'Déjà publié',

    'campaigners.mailings': 'Messages aux signataires',
    'campaigners.mailings.reply': 'La réponse reçue',
    'campaigners.mailings.opened': 'L’ouverture de cette pétition',
    'campaigners.mailings.others': 'Aux signataires de vos autres pétitions',
    'campaigners.mailings.sent': '{sent, number} partis sur {queued, number}',
    'campaigners.mailings.failed':
      '{failed, plural, one {# n’a pas pu être remis} other {# n’ont pas pu être remis}}',
    'campaigners.mailings.dropped':
      '{dropped, plural, one {# n’en voulait plus} other {# n’en voulaient plus}}',
    'campaigners.mailings.due': 'En préparation.',
    'campaigners.mailings.leaving': '{left, plural, one {# va partir.} other {# vont partir.}}',
    'campaigners.mailings.done': 'Tout est parti.',
    'campaigners.mailings.paused': 'Suspendu : rien ne part tant que vous ne le laissez pas reprendre.',
    'campaigners.mailings.pause': 'Suspendre',
    'campaigners.mailings.resume': 'Laisser reprendre',

    'campaigners.closing': 'Clore la pétition',
    'campaigners.closing.statementOnly': 'Dire comment elle s’est terminée',
    'campaigners.closing.intro.open':
      'On ne peut plus signer, dès cet instant ; qui a signé avant a encore 24 heures pour confirmer. La page reste, avec votre mot tout en haut. Elle ne pourra pas être rouverte.',
    'campaigners.closing.intro.closed':
      'On ne peut plus signer. Votre mot figurera en haut de la page et partira aux signataires qui ont demandé des nouvelles.',
    'campaigners.closing.as': 'Comment se termine-t-elle ?',
    'campaigners.closing.as.missing': 'Choisissez comment elle se termine',
    'campaigners.closing.victory': 'C’est gagné',
    'campaigners.closing.victory.hint':
      'Ce qui était demandé est obtenu, ou assez pour que vous puissiez le dire.',
    'campaigners.closing.closed': 'Elle est close',
    'campaigners.closing.closed.hint':
      'On ne signe plus, quoi qu’il en soit sorti : remise, répondue, ou poursuivie autrement.',
    'campaigners.closing.retired': 'Je la retire',
    'campaigners.closing.retired.hint':
      'Vous ne soutenez plus ce qu’elle demande. La page le dit, et garde le compte.',
    'campaigners.closing.statement': 'Votre mot de clôture',
    'campaigners.closing.statement.hint':
      '{readers, plural, =0 {Ce qu’il en est sorti, ce dont vous remerciez, ce qui vient ensuite.} one {Ce qu’il en est sorti, ce dont vous remerciez, ce qui vient ensuite. # signataire le recevra.} many {Ce qu’il en est sorti, ce dont vous remerciez, ce qui vient ensuite. # de signataires le recevront.} other {Ce qu’il en est sorti, ce dont vous remerciez, ce qui vient ensuite. # signataires le recevront.}}',
    'campaigners.closing.statement.missing': 'Écrivez quelques mots aux personnes qui ont signé',
    'campaigners.closing.statement.long': 'Raccourcissez votre mot à {most, number} caractères',
    'campaigners.closing.confirmed': 'Oui, mettre fin à « {title} » maintenant et pour de bon',
    'campaigners.closing.confirmed.closed': 'Oui, publier ceci comme la fin de « {title} »',
    'campaigners.closing.confirmed.missing':
      'Cochez la case pour confirmer qu’il s’agit bien de cette pétition',
    'campaigners.closing.submit': 'Clore la pétition',
    'campaigners.closing.submit.closed': 'Publier ce mot',
  },
} as const

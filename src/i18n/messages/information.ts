/** What the site says about itself. Every sentence is about what it does today: change them together. */
export const information = {
  en: {
    'information.how-it-works.title': 'How it works',
    'information.how-it-works.intro':
      'Signing takes a minute and no account. What counts, what is read and what is published is written here.',
    'information.how-it-works.sign.title': 'Signing',
    'information.how-it-works.sign.text':
      'You write your name, your email address and, if you wish, your postcode. We send a link; it works for {days} days and opens a page with a button. Your signature counts once you press it: a program that only follows links confirms nothing.\n\nOne address signs a petition once. Signing again changes nothing, and only the owner of the address is told. You can withdraw at any time with the link in your mail.\n\nThe boxes on the form are empty: your name is shown, and news is sent to you, only if you ask for it.',
    'information.how-it-works.count.title': 'How we count',
    'information.how-it-works.count.text':
      'Only confirmed signatures count. A signature that was withdrawn leaves the number; one that was never confirmed was never in it. The number is updated when a signature is confirmed and recounted from the signatures every night.\n\nEach signature keeps how it was checked: email confirmed, or email confirmed and postcode inside the place the petition is about. The figures of every petition are open data, by day, by place and by kind of check.\n\nThe next step on a petition’s page rises with the number. The goal that its campaigner announced does not move.',
    'information.how-it-works.launch.title': 'Starting a petition',
    'information.how-it-works.launch.text':
      'Anybody can write one, without an account: what is asked, of whom, and why. The draft is kept at every step behind a link of your own. You confirm your address, and a person reads the petition before it opens.\n\nA petition that is refused gets a reason from a public list and a personal sentence. The transparency page counts them.',
    'information.how-it-works.decide.title': 'Who is asked',
    'information.how-it-works.decide.text':
      'The person who can decide gets one mail when the petition opens, then a digest at the rhythm they choose; never a mail for each signature. Their private page holds the figures, a file with the signatures, a button to acknowledge and a place to answer.\n\nAn answer is published on the petition’s page once a moderator has checked that it comes from there, and mailed to the signers who asked for news.',
    'information.how-it-works.end.title': 'The end',
    'information.how-it-works.end.text':
      'A petition closes at the end of its last day, or earlier when its campaigner declares it won, withdraws it or closes it. Who signed just before has 24 hours to confirm. The page stays, with its outcome.\n\nA petition that breaks the rules is hidden by a moderator. Its address then says why.',
    'information.how-it-works.money.title': 'Money',
    'information.how-it-works.money.text':
      'Signing is free and nobody can pay to place a petition higher. There is no advertising here.',
    'information.transparency.title': 'Transparency',
    'information.transparency.intro': 'What is decided here, counted from the records at this moment.',
    'information.transparency.petitions': 'Petitions',
    'information.transparency.signatures': 'Signatures',
    'information.transparency.refusals': 'Petitions refused, by reason',
    'information.transparency.hidings': 'Petitions hidden, by reason',
    'information.transparency.state': 'State',
    'information.transparency.reason': 'Reason',
    'information.transparency.count': 'How many',
    'information.transparency.json': 'As JSON',
    'information.transparency.csv': 'As CSV',
    'information.transparency.none': 'None so far.',
    'information.transparency.acknowledged': 'Acknowledged by the person asked',
    'information.transparency.published': 'Answers published',
    'information.transparency.median': 'Half of all petitions are decided within',
    'information.transparency.hours': '{hours, plural, =0 {an hour} one {# hour} other {# hours}}',
  },
  fr: {
    'information.how-it-works.title': 'Comment ça marche',
    'information.how-it-works.intro':
      'Signer prend une minute et ne demande aucun compte. Voici ce qui compte, ce qui est relu et ce qui est publié.',
    'information.how-it-works.sign.title': 'Signer',
    'information.how-it-works.sign.text':
      'Vous écrivez votre nom, votre adresse e-mail et, si vous le voulez, votre code postal. Nous envoyons un lien ; il fonctionne {days} jours et ouvre une page avec un bouton. Votre signature compte quand vous appuyez dessus : un programme qui ne fait que suivre les liens ne confirme rien.\n\nUne adresse signe une pétition une seule fois. Signer de nouveau ne change rien, et seule la personne à qui appartient l’adresse l’apprend. Vous pouvez retirer votre signature à tout moment, avec le lien de votre e-mail.\n\nLes cases du formulaire sont vides : votre nom n’est affiché, et des nouvelles ne vous sont envoyées, que si vous le demandez.',
    'information.how-it-works.count.title': 'Comment nous comptons',
    'information.how-it-works.count.text':
      'Seules les signatures confirmées comptent. Une signature retirée quitte le total ; une signature jamais confirmée n’y a jamais été. Le nombre change dès qu’une signature est confirmée, et il est recompté chaque nuit à partir des signatures.\n\nChaque signature garde la façon dont elle a été vérifiée : adresse confirmée, ou adresse confirmée et code postal situé dans le territoire de la pétition. Les chiffres de chaque pétition sont des données ouvertes, par jour, par lieu et par type de vérification.\n\nLa prochaine étape affichée monte avec le nombre. L’objectif annoncé, lui, ne bouge pas.',
    'information.how-it-works.launch.title': 'Lancer une pétition',
    'information.how-it-works.launch.text':
      'Tout le monde peut en écrire une, sans compte : ce qu’on demande, à qui, et pourquoi. Le brouillon est gardé à chaque étape, derrière un lien qui n’est qu’à vous. Vous confirmez votre adresse, et une personne relit la pétition avant qu’elle n’ouvre.\n\nUne pétition refusée reçoit un motif, pris dans une liste publique, et une phrase personnelle. La page de transparence en tient le compte.',
    'information.how-it-works.decide.title': 'La personne à qui l’on demande',
    'information.how-it-works.decide.text':
      'Qui peut décider reçoit un e-mail à l’ouverture, puis un résumé au rythme de son choix ; jamais un e-mail par signature. Sa page privée contient les chiffres, un fichier des signatures, un bouton pour accuser réception et une place pour répondre.\n\nLa réponse est publiée sur la page de la pétition dès qu’un modérateur a vérifié d’où elle vient, et envoyée aux signataires qui ont demandé des nouvelles.',
    'information.how-it-works.end.title': 'La fin',
    'information.how-it-works.end.text':
      'Une pétition se termine à la fin de son dernier jour, ou plus tôt si la personne qui l’a lancée la déclare gagnée, la retire ou la clôt. Qui a signé juste avant a 24 heures pour confirmer. La page reste, avec l’issue.\n\nUne pétition contraire aux règles est masquée par un modérateur. Son adresse dit alors pourquoi.',
    'information.how-it-works.money.title': 'L’argent',
    'information.how-it-works.money.text':
      'Signer est gratuit et personne ne peut payer pour mettre une pétition en avant. Il n’y a pas de publicité ici.',
    'information.transparency.title': 'Transparence',
    'information.transparency.intro': 'Ce qui se décide ici, compté dans les registres à cet instant.',
    'information.transparency.petitions': 'Les pétitions',
    'information.transparency.signatures': 'Les signatures',
    'information.transparency.refusals': 'Pétitions refusées, par motif',
    'information.transparency.hidings': 'Pétitions masquées, par motif',
    'information.transparency.state': 'État',
    'information.transparency.reason': 'Motif',
    'information.transparency.count': 'Nombre',
    'information.transparency.json': 'En JSON',
    'information.transparency.csv': 'En CSV',
    'information.transparency.none': 'Aucune pour l’instant.',
    'information.transparency.acknowledged': 'Accusés de réception',
    'information.transparency.published': 'Réponses publiées',
    'information.transparency.median': 'La moitié des pétitions reçoivent une décision en moins de',
    'information.transparency.hours': '{hours, plural, =0 {une heure} one {# heure} other {# heures}}',
  },
} as const

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
    'information.your-data.title': 'Your data',
    'information.your-data.intro':
      'A signature says what you think: the law protects it more than other data, and so do we. This is what this site keeps, why, and for how long.',
    'information.your-data.kept.title': 'What we keep when you sign',
    'information.your-data.kept.text':
      'Your name and your email address; country, postcode and the area it belongs to; the language you read; the day you signed and confirmed; your reason, if you wrote one; what you ticked.\n\nFingerprints of your address and of your name recognise a second signature on the same petition, and let two people of one household sign with one address. Fingerprints of your mail provider (unless it is a very large one), of the network you signed from and of your browser, and whether mails to you come back, let moderators notice robots. None of them can be turned back into an address without the key of that petition.',
    'information.your-data.sealed.title': 'How it is protected',
    'information.your-data.sealed.text':
      'Names and addresses are encrypted with a key that belongs to one petition alone. The same person has a different fingerprint in each petition, so a stolen copy of the database names nobody and does not show who signed what.\n\nMails carry links that work for one person and one petition. No name and no address is written into the logs.',
    'information.your-data.shown.title': 'What others see',
    'information.your-data.shown.text':
      'Your name appears on the petition’s page only if you ticked that box. Your reason, if you wrote one, appears there once you have confirmed, with your name or without it. Your email address is never shown.\n\nFigures are public. Places with fewer than five signatures are counted together.',
    'information.your-data.received.title': 'What the decision-maker receives',
    'information.your-data.received.text':
      'The list of confirmed signatures: number, name, country, postcode, area, day, kind of check and the reason you wrote. Never your email address.',
    'information.your-data.why.title': 'Why we may',
    'information.your-data.why.text':
      'You sign: that is your explicit consent to record this opinion for this petition (GDPR, Articles 6(1)(a) and 9(2)(a)). News is a separate consent, for this petition only. You can take back each of them with the link in any of our mails.',
    'information.your-data.long.title': 'For how long',
    'information.your-data.long.text':
      'A signature that nobody confirms is erased after {days} days. A signature that you withdraw loses your name, your address and your reason at once; the fingerprint stays so that one person stays one signature. A confirmed signature is kept until {months, plural, one {# month} other {# months}} after its petition has closed. The petition’s page says the day. The key that opens names and addresses is then destroyed, and the number stays. Every period stands on {site}/retention.\n\nA link to sign in, or to your signatures, works once and for one hour; a session lasts 30 days at most.\n\nOf a report, the name, the address and the explanation are encrypted and erased six months after the decision, as are the words of a reason that was removed.',
    'information.your-data.cookies.title': 'Cookies',
    'information.your-data.cookies.text':
      'Reading and signing set no cookie. There are three, and each only because somebody asked: one keeps a campaigner or a moderator signed in; one keeps “My signatures” open for an hour and holds the address, encrypted; one remembers a signer on a device for a year, if they choose so after confirming. The last holds name, address and postcode, encrypted, on that device and nowhere else.',
    'information.your-data.others.title': 'Who else gets it',
    'information.your-data.others.text':
      'Nobody. The pages load nothing from other sites: no statistics, no fonts, no social buttons that report you. The buttons to share are plain links, which tell nobody anything until you follow them. We neither sell nor lend addresses; campaigners write to their signers through this site and never see an address.',
    'information.your-data.rights.title': 'Your rights',
    'information.your-data.rights.text':
      'The link in your confirmation mail shows what we hold about your signature and lets you change your choices or withdraw. “My signatures”, at the foot of every page, sends a link that shows everything your address has signed here: to take a copy, correct your name, change your address, withdraw or erase. For anything else (an objection, a question) write to {contact}. You may also complain to your data protection authority; in France that is the CNIL.',
    'information.your-data.campaigners.title': 'Campaigners and decision-makers',
    'information.your-data.campaigners.text':
      'Of a campaigner we keep the address (encrypted), the name shown on the petition, and the petitions. Of a decision-maker we keep name, role, organisation and institutional address (encrypted), given by the campaigner so that the petition can be delivered; every mail to them says so, and lets them choose fewer mails, say that it is not theirs, or object.',
    'information.accessibility.title': 'Accessibility',
    'information.accessibility.intro':
      'Everybody must be able to read, sign and start a petition here: with a keyboard, a screen reader, a small or an old phone, a slow line.',
    'information.accessibility.promise.title': 'What we do',
    'information.accessibility.promise.text':
      'Every page works without script, without cookies and at 320 pixels. Text can be enlarged to 400 %. Contrasts reach at least level AA of WCAG 2.2; light and dark schemes follow your device. Every drawing of figures has its table, and every field its label; errors say what to do and lead to their field.',
    'information.accessibility.limits.title': 'What is not done yet',
    'information.accessibility.limits.text':
      'Pages are checked by automatic tools and by hand. No outside audit has been made yet, so we claim no level of conformity. The texts of petitions and the descriptions of their pictures are written by campaigners.',
    'information.accessibility.tell.title': 'Tell us',
    'information.accessibility.tell.text':
      'If something is in your way, write to {contact}: say which page, what you wanted to do and what stopped you. We answer with a way round it and mend it.',
    'information.legal.title': 'Legal notice',
    'information.legal.intro': 'Who is behind this site, and what holds for those who use it.',
    'information.legal.who.title': 'Who runs this site',
    'information.legal.who.text':
      'This installation, {site}, is run by the organisation that answers at {contact}. It decides what is done with the data on it, and is responsible for it.',
    'information.legal.moderation.title': 'Who answers for a petition',
    'information.legal.moderation.text':
      'A petition expresses the opinion of those who start and sign it. A moderator reads it before it opens, against public reasons. To report a petition as unlawful, write to {contact} with its address and your grounds; a moderator decides and can hide it, and the decision is recorded with who, when and why.',
    'information.legal.rules.title': 'Rules',
    'information.legal.rules.text':
      'Ask someone who can decide. Say what you know and do not accuse without proof. Leave private lives private. No hatred, no advertising, no collecting of money, no speaking in another’s name. One person signs once.',
    'information.legal.software.title': 'Software',
    'information.legal.software.text':
      'The site runs on Clameur, free software under the GNU Affero General Public License, version 3 or later. Whoever uses it over a network may ask its operator for the source. The typefaces are Bricolage Grotesque and Atkinson Hyperlegible Next, under the SIL Open Font License.',
    'information.legal.numbers.title': 'What a number here proves',
    'information.legal.numbers.text':
      'That so many email addresses confirmed this text. It does not prove that each belongs to another human being or to a voter. A petition here is not a procedure of any parliament or council.',
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
    'information.your-data.title': 'Vos données',
    'information.your-data.intro':
      'Une signature dit ce que vous pensez : la loi la protège plus que d’autres données, et nous aussi. Voici ce que ce site garde, pourquoi, et pour combien de temps.',
    'information.your-data.kept.title': 'Ce que nous gardons quand vous signez',
    'information.your-data.kept.text':
      'Votre nom et votre adresse e-mail ; le pays, le code postal et le territoire auquel il appartient ; la langue dans laquelle vous lisez ; le jour où vous avez signé et confirmé ; votre raison, si vous en avez écrit une ; ce que vous avez coché.\n\nDes empreintes de votre adresse et de votre nom reconnaissent une seconde signature sur la même pétition, et permettent à deux personnes d’un même foyer de signer avec une seule adresse. Des empreintes de votre fournisseur d’e-mail (sauf s’il est très grand), du réseau d’où vous signez et de votre navigateur, et le fait que nos e-mails vous parviennent ou non, permettent à la modération de remarquer des robots. Aucune ne peut redevenir une adresse sans la clé de cette pétition.',
    'information.your-data.sealed.title': 'Comment c’est protégé',
    'information.your-data.sealed.text':
      'Les noms et les adresses sont chiffrés avec une clé propre à chaque pétition. La même personne a une empreinte différente dans chacune : une copie volée de la base ne nomme personne et ne montre pas qui a signé quoi.\n\nLes liens de nos e-mails ne valent que pour une personne et une pétition. Aucun nom, aucune adresse n’est écrit dans les journaux techniques.',
    'information.your-data.shown.title': 'Ce que les autres voient',
    'information.your-data.shown.text':
      'Votre nom n’apparaît sur la page de la pétition que si vous avez coché cette case. Votre raison, si vous en avez écrit une, y apparaît une fois votre signature confirmée, avec votre nom ou sans. Votre adresse e-mail n’est jamais affichée.\n\nLes chiffres sont publics. Les lieux qui ont moins de cinq signatures sont comptés ensemble.',
    'information.your-data.received.title': 'Ce que reçoit la personne à qui l’on demande',
    'information.your-data.received.text':
      'La liste des signatures confirmées : numéro, nom, pays, code postal, territoire, jour, type de vérification et la raison que vous avez écrite. Jamais votre adresse e-mail.',
    'information.your-data.why.title': 'Pourquoi nous en avons le droit',
    'information.your-data.why.text':
      'Vous signez : c’est votre consentement explicite à ce que cette opinion soit enregistrée pour cette pétition (RGPD, articles 6.1.a et 9.2.a). Recevoir des nouvelles est un autre consentement, pour cette pétition seulement. Vous pouvez retirer l’un et l’autre avec le lien de chacun de nos e-mails.',
    'information.your-data.long.title': 'Pour combien de temps',
    'information.your-data.long.text':
      'Une signature que personne ne confirme est effacée au bout de {days} jours. Une signature que vous retirez perd aussitôt votre nom, votre adresse et votre raison ; l’empreinte reste, pour qu’une personne reste une signature. Une signature confirmée est gardée jusqu’à {months} mois après la clôture de sa pétition. La page de la pétition dit le jour. La clé qui ouvre noms et adresses est alors détruite, et le nombre reste. Toutes les durées sont sur {site}/retention.\n\nUn lien de connexion, ou vers vos signatures, fonctionne une fois et pendant une heure ; une session dure 30 jours au plus.\n\nD’un signalement, le nom, l’adresse et l’explication sont chiffrés et effacés six mois après la décision, comme les mots d’une raison qui a été retirée.',
    'information.your-data.cookies.title': 'Les cookies',
    'information.your-data.cookies.text':
      'Lire et signer n’en posent aucun. Il y en a trois, et seulement à la demande : l’un garde la session d’une personne qui mène une pétition ou modère ; un autre garde « Mes signatures » ouvert pendant une heure et contient l’adresse, chiffrée ; le dernier se souvient pendant un an d’une personne sur un appareil, si elle le choisit après avoir confirmé. Celui-ci contient nom, adresse et code postal, chiffrés, sur cet appareil et nulle part ailleurs.',
    'information.your-data.others.title': 'Qui d’autre les reçoit',
    'information.your-data.others.text':
      'Personne. Les pages ne chargent rien d’un autre site : ni statistiques, ni polices, ni boutons qui vous signalent à un réseau. Les boutons de partage sont de simples liens, qui ne disent rien à personne tant que vous ne les suivez pas. Nous ne vendons ni ne prêtons d’adresses ; les personnes qui mènent une pétition écrivent aux signataires à travers ce site et ne voient jamais une adresse.',
    'information.your-data.rights.title': 'Vos droits',
    'information.your-data.rights.text':
      'Le lien de votre e-mail de confirmation montre ce que nous gardons de votre signature et permet de changer vos choix ou de la retirer. « Mes signatures », au pied de chaque page, envoie un lien qui montre tout ce que votre adresse a signé ici : pour emporter une copie, corriger votre nom, changer d’adresse, retirer ou effacer. Pour le reste (une opposition, une question), écrivez à {contact}. Vous pouvez aussi vous adresser à la CNIL.',
    'information.your-data.campaigners.title': 'Qui lance et qui reçoit une pétition',
    'information.your-data.campaigners.text':
      'De qui lance une pétition, nous gardons l’adresse (chiffrée), le nom affiché et les pétitions. De qui la reçoit, nous gardons le nom, la fonction, l’organisme et l’adresse institutionnelle (chiffrée), donnés par la personne qui l’a lancée pour que la pétition puisse être remise ; chaque e-mail le rappelle et permet d’en recevoir moins, de dire que l’on n’est pas la bonne personne, ou de s’opposer.',
    'information.accessibility.title': 'Accessibilité',
    'information.accessibility.intro':
      'Chacun doit pouvoir lire, signer et lancer une pétition ici : au clavier, avec un lecteur d’écran, sur un petit ou un vieux téléphone, avec une connexion lente.',
    'information.accessibility.promise.title': 'Ce que nous faisons',
    'information.accessibility.promise.text':
      'Chaque page fonctionne sans script, sans cookie et sur 320 pixels. Le texte peut être agrandi à 400 %. Les contrastes atteignent au moins le niveau AA des WCAG 2.2 ; le thème clair ou sombre suit votre appareil. Chaque graphique a son tableau, chaque champ son étiquette ; les erreurs disent quoi faire et mènent à leur champ.',
    'information.accessibility.limits.title': 'Ce qui reste à faire',
    'information.accessibility.limits.text':
      'Les pages sont vérifiées par des outils automatiques et à la main. Aucun audit extérieur n’a encore été fait : nous n’affichons donc aucun niveau de conformité. Les textes des pétitions et les descriptions de leurs images sont écrits par celles et ceux qui les lancent.',
    'information.accessibility.tell.title': 'Dites-le-nous',
    'information.accessibility.tell.text':
      'Si quelque chose vous gêne, écrivez à {contact} : quelle page, ce que vous vouliez faire, ce qui vous a arrêté. Nous répondons avec un autre chemin, et nous réparons.',
    'information.legal.title': 'Mentions légales',
    'information.legal.intro':
      'Qui est derrière ce site, et ce qui vaut pour celles et ceux qui s’en servent.',
    'information.legal.who.title': 'Qui tient ce site',
    'information.legal.who.text':
      'Cette installation, {site}, est tenue par l’organisation qui répond à {contact}. Elle décide de l’usage des données qui s’y trouvent et en est responsable.',
    'information.legal.moderation.title': 'Qui répond d’une pétition',
    'information.legal.moderation.text':
      'Une pétition exprime l’opinion de qui la lance et de qui la signe. Un modérateur la relit avant son ouverture, selon des motifs publics. Pour signaler une pétition que vous jugez illicite, écrivez à {contact} avec son adresse et vos raisons ; un modérateur décide et peut la masquer, et la décision est consignée : qui, quand, pourquoi.',
    'information.legal.rules.title': 'Les règles',
    'information.legal.rules.text':
      'Adressez-vous à qui peut décider. Dites ce que vous savez et n’accusez pas sans preuve. Laissez la vie privée aux personnes. Pas de haine, pas de publicité, pas de collecte d’argent, pas de parole au nom d’autrui. Une personne signe une fois.',
    'information.legal.software.title': 'Le logiciel',
    'information.legal.software.text':
      'Le site fonctionne avec Clameur, logiciel libre sous licence GNU Affero General Public License, version 3 ou ultérieure. Qui s’en sert par le réseau peut en demander le code source à l’organisation qui tient le site. Les caractères sont Bricolage Grotesque et Atkinson Hyperlegible Next, sous licence SIL Open Font License.',
    'information.legal.numbers.title': 'Ce que prouve un nombre ici',
    'information.legal.numbers.text':
      'Que tant d’adresses e-mail ont confirmé ce texte. Il ne prouve pas que chacune appartienne à un être humain différent, ni à un électeur. Une pétition déposée ici n’est la procédure d’aucun parlement ni d’aucun conseil.',
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

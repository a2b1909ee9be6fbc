/** Dossiers: the page that offers them, and the brief itself. */
export const dossiers = {
  en: {
    'dossiers.title': 'The dossier',
    'dossiers.intro':
      'A brief of two pages to read or hand on (PDF); the list of confirmed signatures (CSV, JSON): name, locality, postcode, country, territory, date, how each was verified, and the reason if one was written; the text in each of its versions; and what it takes to check all of it without us. Signers were told that you receive these. The list tells political opinions: keep it as such data must be kept, and use it for this petition only.',
    'dossiers.name': 'Dossier of {on}',
    'dossiers.ready': '{confirmed, plural, one {# confirmed signature} other {# confirmed signatures}}',
    'dossiers.due':
      '{confirmed, plural, =0 {Waiting to be made.} other {Being made: {step}, {written, number} of {confirmed, number}.}}',
    'dossiers.gathering': 'gathering the signatures',
    'dossiers.failed': 'It could not be made. The people who run this site can see it; order another one.',
    'dossiers.making': 'A dossier is being made. Reload this page in a moment to download it.',
    'dossiers.order': 'Make a dossier',
    'dossiers.orderAgain': 'Make a new one with today’s figures',
    'dossiers.download.all': 'Everything in one file (ZIP)',
    'dossiers.files': 'Each file by itself',
    'dossiers.folders': 'By territory ({folders, plural, one {# list} other {# lists}})',
    'dossiers.download.brief.pdf': 'The brief (PDF)',
    'dossiers.download.signatures.csv': 'The signatures (CSV)',
    'dossiers.size': '{kilobytes, number} kB',
    'dossiers.brief.kind': 'A petition to {to}',
    'dossiers.brief.subject': 'Brief for the person whom the petition asks',
    'dossiers.brief.counted':
      '{confirmed, plural, one {confirmed signature on {on}} other {confirmed signatures on {on}}}',
    'dossiers.brief.reach': 'How to reach them',
    'dossiers.brief.reachThem':
      'Answer on your private page, below: it is sent to them, and you can propose to meet. Or through those who run this site: {contact}',
    'dossiers.brief.reachElse':
      'Or answer on your private page, below: it is sent to them, and you can propose to meet. Who runs this site: {contact}',
    'dossiers.brief.when': 'When',
    'dossiers.brief.online': 'Online: {what}',
    'dossiers.brief.onPaper': 'On paper: signed by hand, counted beside the number above',
    'dossiers.brief.struckFor': '{reason}: {count}',
    'dossiers.brief.latest': 'The latest; all of them are in reasons.pdf.',
    'dossiers.brief.reservations': 'Reservations',
    'dossiers.brief.reserved':
      '{reserved, plural, =0 {Nobody signed with a reservation} one {# person signed with a reservation} other {# people signed with a reservation}}; {withdrawn, plural, =0 {nobody withdrew} one {# person withdrew} other {# people withdrew}}.',
    'dossiers.brief.struck':
      'Not counted any more: {withdrawn, plural, =0 {none withdrawn} one {# withdrawn by its signer} other {# withdrawn by their signers}}, {quarantined, plural, =0 {none set aside} other {# set aside for a check}}, {removed, plural, =0 {none removed} other {# removed}}. Each is a line of removals.csv, and public.',
    'dossiers.brief.unnamed':
      'Of the signatures that count, {unnamed, plural, one {# is} other {# are}} without a name: the list has number, place and level alone.',
    'dossiers.brief.curve':
      'Line of confirmed signatures over {weeks, plural, one {# week} other {# weeks}}, rising to {total, number}; most in the week of {best}: {most, number}',
    'dossiers.brief.reasons': 'Some of the reasons that signers made public',
    'dossiers.brief.others': '{count, plural, one {# other place} other {# other places}}',
    'dossiers.brief.reply': 'How to answer',
    'dossiers.brief.replyText':
      'On your private page you acknowledge receipt, publish a reply beside the petition, choose how often we write, or object; it needs no account. This address has its link sent to the mailbox that the petition was sent to. It opens nothing by itself, so this brief may be handed on.',
    'dossiers.brief.page': '{page, number} of {pages, number}',
    'dossiers.brief.qr': 'QR code of the page that sends you the link to your private page',
    'dossiers.brief.chart': 'Line of confirmed signatures, rising to {total, number}',
    'dossiers.texts.version': 'Version {version, number}, open for signing from {on}',
    'dossiers.texts.signed':
      '{signed, plural, one {# confirmed signature} other {# confirmed signatures}} in this dossier',
    'dossiers.texts.sum': 'SHA-256 of {file}: {sum}',
    'dossiers.verify': `How to check this dossier
=========================

It needs nothing of ours: two programs that Linux and macOS have, and that Git for Windows brings.
Unpack the ZIP, open a terminal in its folder, and type the lines that begin with $.

1. Are all files those that were made?

   $ {sums}

   Each line must end with OK.

2. Is that list of sums the one that was signed?

   $ {pin}

   The same sum must stand in manifest.json, beside "SHA256SUMS".

3. Was the manifest signed by the site?

   $ {signature}

   It must say: Signature Verified Successfully

   key.pem came in the same ZIP, so compare it with the key that the site publishes:
   {keys}
{timestamp}
What this shows: the files are complete and unchanged since this site made them, and the numbers are those that
it vouches for. What it does not show: that every signer is who they say they are. The signatures are
confirmed by email, no more; the brief says how many at which level.

log-leaves.bin holds the tally log of that moment (32 bytes a leaf) and removals.csv what was taken out of it.
Their roots, worked out as RFC 9162 says, must be those of manifest.json, which anyone can compare with the signed
heads that the petition's page publishes.
`,
    'dossiers.verify.timestamp': `
4. Was it there at the time that it names?

   manifest.json says beside "timestamp" whether manifest.tsr must be there; it is not when the authority did not answer.
   That authority is not this site: {authority}
   Save the root certificate that it publishes as authority.pem, and type:

   $ {verify}

   It must say: Verification: OK. The time stands in

   $ {show}
`,
    'dossiers.timestampMissed':
      'Without a timestamp: the authority did not answer when it was made. The site’s own signature is there.',
    'dossiers.texts.title': 'Text that was signed',
    'dossiers.reasons.title': 'Reasons given for “{title}”',
    'dossiers.reasons.intro':
      'What signers wrote beside their signature, as published with the petition. A name stands where its owner chose to show it. Reasons of signers who did not give their name are left out here.',
    'dossiers.reasons.by': '{who}, {place}. Signature {number, number}',
    'dossiers.volume.title': '{title}: confirmed signatures, volume {volume, number} of {volumes, number}',
    'dossiers.volume.unnamed': '(not named)',
    'dossiers.volume.online': 'online',
    'dossiers.volume.number': 'Number',
    'dossiers.volume.name': 'Name',
    'dossiers.volume.locality': 'Locality',
    'dossiers.volume.postcode': 'Postcode',
    'dossiers.volume.day': 'Confirmed',
    'dossiers.volume.strength': 'Level',
    'dossiers.volume.channel': 'How',
    'dossiers.volume.version': 'Text',
    'dossiers.method.title': 'How these signatures were collected and checked',
    'dossiers.method.collected.title': 'How they are collected',
    'dossiers.method.collected':
      'Whoever signs gives a name, an email address, a country and, if they like, a postcode and a reason. Nothing counts before they have pressed a button behind a link that is sent to that address. One address signs once; two people who share one may both sign when their names differ and they give the same postcode.',
    'dossiers.method.unnamed.title': 'Who is not named',
    'dossiers.method.unnamed':
      'A signer may keep their name from the recipient. They are confirmed, checked and counted like everybody, in the figures too; the list has their number, their place and their level, and nothing else of them. In this dossier: {unnamed, plural, =0 {nobody} one {# signer} other {# signers}}.',
    'dossiers.method.checked.title': 'What the levels mean',
    'dossiers.method.checked':
      'L0: a paper line that nobody has checked. L1: the address was confirmed. L2: confirmed, and the postcode given lies in the territory of the petition. L3: asked again by sample, by phone or by post. L4: an electronic identity. A postcode is what the signer wrote; nobody looked at a proof of residence.',
    'dossiers.method.removed.title': 'How signatures are taken out',
    'dossiers.method.removed':
      'A signer can withdraw at any time. Rules look for what robots do (many from one network or with a throw-away address, names that repeat) and moderators may set signatures aside, which takes them out of the number at once; they are then restored or removed by a person. Each of these is a public line with its day and its number: {transparency}',
    'dossiers.method.log.title': 'Why the number can be recounted',
    'dossiers.method.log':
      'Each counted signature is a leaf of a public log to which one can only add (RFC 9162); each that stops counting is a line of a second one. The total is the first less the second. The site signs the state of both, every signer can check that they are in it, and this dossier holds all of it. {page}',
    'dossiers.method.notProven.title': 'What this does not prove',
    'dossiers.method.notProven':
      'A confirmed email address shows that somebody reads mail there. It does not show their name, their age, their citizenship, where they live, or that they signed no second time with another address.',
    'dossiers.method.use.title': 'What the list may be used for',
    'dossiers.method.use':
      'The list tells political opinions, which the law protects (GDPR, Article 9). It is given to the person whom the petition asks, to take note of it and to answer it. It may not be used to write to signers, compared with other files, published or passed on, and is kept no longer than the answer needs.',
    'dossiers.method.kept.title': 'How long it is kept here',
    'dossiers.method.kept':
      'The names and addresses are destroyed {months, plural, one {# month} other {# months}} after the petition has closed. Who withdraws or asks to be erased after this dossier was made is told to its reader as a list of numbers to strike, signed by the site.',
    'dossiers.method.contact.title': 'Who to ask',
    'dossiers.method.contact': 'Those who run this site: {contact}. The petition: {page}',
  },
  fr: {
    'dossiers.title': 'Le dossier',
    'dossiers.intro':
      'Une note de deux pages à lire ou à transmettre (PDF)\u202f; la liste des signatures confirmées (CSV, JSON)\u00a0: nom, localité, code postal, pays, territoire, date, type de vérification, et la raison si elle a été écrite\u202f; le texte dans chacune de ses versions\u202f; et de quoi tout vérifier sans nous. Les signataires savent que vous la recevez. Cette liste révèle des opinions politiques : conservez-la comme de telles données l’exigent, et ne l’utilisez que pour cette pétition.',
    'dossiers.name': 'Dossier du {on}',
    'dossiers.ready': '{confirmed, plural, one {# signature confirmée} other {# signatures confirmées}}',
    'dossiers.due':
      '{confirmed, plural, =0 {En attente de préparation.} other {En préparation\u00a0: {step}, {written, number} sur {confirmed, number}.}}',
    'dossiers.failed':
      'Il n’a pas pu être préparé. Les personnes qui tiennent ce site peuvent le voir ; demandez-en un autre.',
    'dossiers.making':
      'Un dossier est en préparation. Rechargez cette page dans un instant pour le télécharger.',
    'dossiers.order': 'Préparer un dossier',
    'dossiers.orderAgain': 'En préparer un nouveau avec les chiffres du jour',
    'dossiers.gathering': 'réunion des signatures',
    'dossiers.download.all': 'Tout en un seul fichier (ZIP)',
    'dossiers.files': 'Chaque fichier séparément',
    'dossiers.folders': 'Par territoire ({folders, plural, one {# liste} other {# listes}})',
    'dossiers.download.brief.pdf': 'La note (PDF)',
    'dossiers.download.signatures.csv': 'Les signatures (CSV)',
    'dossiers.size': '{kilobytes, number} Ko',
    'dossiers.brief.kind': 'Pétition adressée à {to}',
    'dossiers.brief.subject': 'Note à l’intention de la personne à qui la pétition s’adresse',
    'dossiers.brief.counted':
      '{confirmed, plural, one {signature confirmée au {on}} other {signatures confirmées au {on}}}',
    'dossiers.brief.reach': 'Comment les joindre',
    'dossiers.brief.reachThem':
      'Répondez sur votre page privée, ci-dessous\u00a0: la réponse leur est envoyée, et vous pouvez proposer un rendez-vous. Ou par les personnes qui tiennent ce site\u00a0: {contact}',
    'dossiers.brief.reachElse':
      'Ou répondez sur votre page privée, ci-dessous\u00a0: la réponse leur est envoyée, et vous pouvez proposer un rendez-vous. Les personnes qui tiennent ce site\u00a0: {contact}',
    'dossiers.brief.when': 'Quand',
    'dossiers.brief.online': 'En ligne\u00a0: {what}',
    'dossiers.brief.onPaper': 'Sur papier\u00a0: signées à la main, comptées à côté du nombre ci-dessus',
    'dossiers.brief.struckFor': '{reason}\u00a0: {count}',
    'dossiers.brief.latest': 'Les plus récentes\u202f; toutes sont dans reasons.pdf.',
    'dossiers.brief.reservations': 'Réserves',
    'dossiers.brief.reserved':
      '{reserved, plural, =0 {Personne n’a signé avec une réserve} one {# personne a signé avec une réserve} other {# personnes ont signé avec une réserve}}\u202f; {withdrawn, plural, =0 {personne ne s’est retiré} one {# personne s’est retirée} other {# personnes se sont retirées}}.',
    'dossiers.brief.struck':
      'Ne comptent plus\u00a0: {withdrawn, plural, =0 {aucune retirée} one {# retirée par son signataire} other {# retirées par leurs signataires}}, {quarantined, plural, =0 {aucune mise de côté} one {# mise de côté pour vérification} other {# mises de côté pour vérification}}, {removed, plural, =0 {aucune supprimée} one {# supprimée} other {# supprimées}}. Chacune est une ligne de removals.csv, et publique.',
    'dossiers.brief.unnamed':
      'Des signatures comptées, {unnamed, plural, one {# est} other {# sont}} sans nom\u00a0: la liste n’en a que le numéro, le lieu et le niveau.',
    'dossiers.brief.curve':
      'Courbe des signatures confirmées sur {weeks, plural, one {# semaine} other {# semaines}}, jusqu’à {total, number}\u202f; le plus dans la semaine du {best}\u00a0: {most, number}',
    'dossiers.brief.reasons': 'Quelques raisons que des signataires ont rendues publiques',
    'dossiers.brief.others': '{count, plural, one {# autre lieu} other {# autres lieux}}',
    'dossiers.brief.reply': 'Comment répondre',
    'dossiers.brief.replyText':
      'Sur votre page privée, sans compte, vous accusez réception, publiez une réponse à côté de la pétition, choisissez le rythme de nos messages ou vous opposez. Cette adresse en fait envoyer le lien à la boîte à laquelle la pétition est parvenue. Elle n’ouvre rien par elle-même\u00a0: cette note peut circuler.',
    'dossiers.brief.page': '{page, number} sur {pages, number}',
    'dossiers.brief.qr': 'Code QR de la page qui vous envoie le lien de votre page privée',
    'dossiers.brief.chart': 'Courbe des signatures confirmées, jusqu’à {total, number}',
    'dossiers.texts.version': 'Version {version, number}, ouverte à la signature le {on}',
    'dossiers.texts.signed':
      '{signed, plural, one {# signature confirmée} other {# signatures confirmées}} dans ce dossier',
    'dossiers.texts.sum': 'SHA-256 de {file}\u00a0: {sum}',
    'dossiers.verify': `Comment vérifier ce dossier
===========================

Rien de nous n’est nécessaire\u00a0: deux programmes que Linux et macOS ont déjà, et que Git pour Windows apporte.
Décompressez le ZIP, ouvrez un terminal dans son dossier et tapez les lignes qui commencent par $.

1. Les fichiers sont-ils tous ceux qui ont été faits\u202f?

   $ {sums}

   Chaque ligne doit finir par OK (ou Réussi).

2. Cette liste de sommes est-elle celle qui a été signée\u202f?

   $ {pin}

   La même somme doit figurer dans manifest.json, à côté de "SHA256SUMS".

3. Le manifeste a-t-il été signé par le site\u202f?

   $ {signature}

   La réponse doit être\u00a0: Signature Verified Successfully

   key.pem vient du même ZIP\u00a0: comparez-la à la clé que le site publie.
   {keys}
{timestamp}
Ce que cela montre\u00a0: les fichiers sont complets, inchangés depuis que ce site les a faits, et les nombres sont ceux
dont il se porte garant. Ce que cela ne montre pas\u00a0: que chaque signataire est bien qui il dit être. Les signatures
sont confirmées par e-mail, rien de plus\u202f; la note dit combien à quel niveau.

log-leaves.bin contient le registre du décompte à ce moment (32 octets par feuille) et removals.csv ce qui en a été
retiré. Leurs racines, calculées selon la RFC 9162, doivent être celles de manifest.json, que chacun peut comparer
aux têtes signées publiées par la page de la pétition.
`,
    'dossiers.verify.timestamp': `
4. Était-il là à l’heure qu’il indique\u202f?

   manifest.json dit à côté de "timestamp" si manifest.tsr doit être là\u202f; il manque quand l’autorité n’a pas répondu.
   Cette autorité n’est pas ce site\u00a0: {authority}
   Enregistrez le certificat racine qu’elle publie sous le nom authority.pem, puis tapez\u00a0:

   $ {verify}

   La réponse doit être\u00a0: Verification: OK. L’heure figure dans

   $ {show}
`,
    'dossiers.timestampMissed':
      'Sans horodatage\u00a0: l’autorité n’a pas répondu pendant la préparation. La signature du site y est.',
    'dossiers.texts.title': 'Texte signé',
    'dossiers.reasons.title': 'Raisons données pour «\u00a0{title}\u00a0»',
    'dossiers.reasons.intro':
      'Ce que des signataires ont écrit à côté de leur signature, tel que publié avec la pétition. Un nom figure là où la personne a choisi de le montrer. Les raisons de qui n’a pas donné son nom ne figurent pas ici.',
    'dossiers.reasons.by': '{who}, {place}. Signature {number, number}',
    'dossiers.volume.title':
      '{title}\u00a0: signatures confirmées, volume {volume, number} sur {volumes, number}',
    'dossiers.volume.unnamed': '(non nommé)',
    'dossiers.volume.online': 'en ligne',
    'dossiers.volume.number': 'Numéro',
    'dossiers.volume.name': 'Nom',
    'dossiers.volume.locality': 'Localité',
    'dossiers.volume.postcode': 'Code postal',
    'dossiers.volume.day': 'Confirmée',
    'dossiers.volume.strength': 'Niveau',
    'dossiers.volume.channel': 'Voie',
    'dossiers.volume.version': 'Texte',
    'dossiers.method.title': 'Comment ces signatures ont été recueillies et vérifiées',
    'dossiers.method.collected.title': 'Comment elles sont recueillies',
    'dossiers.method.collected':
      'Qui signe donne un nom, une adresse e-mail, un pays et, si la personne le veut, un code postal et une raison. Rien ne compte avant qu’elle ait appuyé sur un bouton derrière un lien envoyé à cette adresse. Une adresse signe une fois\u202f; deux personnes qui en partagent une peuvent signer toutes deux si leurs noms diffèrent et qu’elles donnent le même code postal.',
    'dossiers.method.unnamed.title': 'Qui n’est pas nommé',
    'dossiers.method.unnamed':
      'Un signataire peut ne pas donner son nom au destinataire. Sa signature est confirmée, vérifiée et comptée comme toute autre, dans les chiffres aussi\u202f; la liste en a le numéro, le lieu et le niveau, et rien d’autre. Dans ce dossier\u00a0: {unnamed, plural, =0 {personne} one {# signataire} other {# signataires}}.',
    'dossiers.method.checked.title': 'Ce que veulent dire les niveaux',
    'dossiers.method.checked':
      'L0\u00a0: une ligne sur papier que personne n’a vérifiée. L1\u00a0: l’adresse a été confirmée. L2\u00a0: confirmée, et le code postal donné est dans le territoire de la pétition. L3\u00a0: vérifiée par sondage, par téléphone ou par courrier. L4\u00a0: identité électronique. Le code postal est celui que la personne a écrit\u202f; personne n’a regardé de justificatif de domicile.',
    'dossiers.method.removed.title': 'Comment des signatures sont retirées',
    'dossiers.method.removed':
      'Une personne peut se retirer à tout moment. Des règles cherchent ce que font les robots (beaucoup de signatures d’un même réseau ou avec une adresse jetable, des noms qui se répètent) et la modération peut mettre des signatures de côté, ce qui les retire aussitôt du nombre\u202f; une personne les rétablit ou les supprime ensuite. Chacun de ces actes est une ligne publique avec son jour et son nombre\u00a0: {transparency}',
    'dossiers.method.log.title': 'Pourquoi le nombre peut être recompté',
    'dossiers.method.log':
      'Chaque signature comptée est une feuille d’un registre public où l’on ne peut qu’ajouter (RFC 9162)\u202f; chacune qui cesse de compter est une ligne d’un second. Le total est le premier moins le second. Le site signe l’état des deux, chaque signataire peut vérifier qu’il y figure, et ce dossier contient le tout. {page}',
    'dossiers.method.notProven.title': 'Ce que cela ne prouve pas',
    'dossiers.method.notProven':
      'Une adresse e-mail confirmée montre que quelqu’un y lit son courrier. Elle ne montre ni son nom, ni son âge, ni sa nationalité, ni où la personne habite, ni qu’elle n’a pas signé une seconde fois avec une autre adresse.',
    'dossiers.method.use.title': 'À quoi la liste peut servir',
    'dossiers.method.use':
      'La liste révèle des opinions politiques, que la loi protège (RGPD, article 9). Elle est remise à la personne à qui la pétition s’adresse, pour qu’elle en prenne connaissance et y réponde. Elle ne peut servir à écrire aux signataires, être rapprochée d’autres fichiers, publiée ou transmise, et n’est gardée que le temps de répondre.',
    'dossiers.method.kept.title': 'Combien de temps elle est gardée ici',
    'dossiers.method.kept':
      'Les noms et les adresses sont détruits {months, plural, one {# mois} other {# mois}} après la clôture de la pétition. Qui se retire ou demande à être effacé après la préparation de ce dossier est signalé à son destinataire par une liste de numéros à rayer, signée par le site.',
    'dossiers.method.contact.title': 'À qui s’adresser',
    'dossiers.method.contact':
      'Aux personnes qui tiennent ce site\u00a0: {contact}. La pétition\u00a0: {page}',
  },
} as const

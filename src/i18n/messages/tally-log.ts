/** The public log of counted signatures: its page, and each signer's receipt. */
export const tallyLog = {
  en: {
    'tally-log.link': 'Recount it yourself: the public log of signatures',
    'tally-log.own.lead':
      'Your signature is one line of a public log. You can check that it is counted, and keep the proof.',
    'tally-log.own.link': 'Check that you are counted',
    'tally-log.about.title': 'The log of signatures',
    'tally-log.about.lead':
      'Every signature ever counted for this petition is a leaf in this log, which can only grow. A leaf is a salted hash: it tells no name, and nobody can guess one from it. Anyone can fetch the leaves and recount them.',
    'tally-log.about.none':
      'Nothing has been signed for yet: the log begins within a minute of the first confirmed signature.',
    'tally-log.about.now': 'Now',
    'tally-log.about.size': 'Leaves: signatures ever counted',
    'tally-log.about.out': 'Taken out since: withdrawn, set aside or removed',
    'tally-log.about.counted': 'Counted',
    'tally-log.about.confirmed': 'The number on the petition’s page',
    'tally-log.about.waiting':
      'The two differ until the writer and the next signed head have caught up: a minute at most.',
    'tally-log.about.head.title': 'The newest signed head',
    'tally-log.about.head.lead':
      'A head says in two hashes what the whole log is. This site signs one within a minute of every change, and one a day when nothing changes. It can never take one back.',
    'tally-log.about.head.number': 'Head',
    'tally-log.about.head.time': 'Signed on',
    'tally-log.about.head.root': 'Root of the leaves',
    'tally-log.about.head.key': 'Key',
    'tally-log.about.head.signature': 'Signature (Ed25519, base64)',
    'tally-log.about.head.signed': 'The text that is signed',
    'tally-log.about.keep.title': 'Keep this head, and compare later',
    'tally-log.about.keep.lead':
      'Whoever keeps a head can show later that nothing before it was rewritten, and two people who kept heads can see whether both were shown the same log. Save the file, print it, or send it to somebody.',
    'tally-log.about.keep.file': 'This head as a file',
    'tally-log.about.keep.compare':
      'Compare a head you kept with the newest. Your browser computes it; nothing is sent but the size.',
    'tally-log.about.keep.size': 'Its size',
    'tally-log.about.keep.root': 'Its root',
    'tally-log.about.keep.button': 'Compare',
    'tally-log.about.keep.busy': 'Comparing…',
    'tally-log.about.keep.ok':
      'The log has only grown since your head: the first leaves are the same, bit for bit. The newest head ({size} leaves, {counted} counted, {time}) bears a good signature.',
    'tally-log.about.keep.partly':
      'The log has only grown since your head: the first leaves are the same, bit for bit. This browser cannot check the signature of the newest head ({size} leaves, {time}).',
    'tally-log.about.keep.bad':
      'Your head does not fit the newest one. Check size and root for typing errors. If they are right, the log was rewritten or you were shown another: keep both heads and tell others.',
    'tally-log.about.keep.failed':
      'The comparison could not be made: the log did not answer, or has no head of that size. Try again.',
    'tally-log.about.keep.by-hand':
      'By hand: {address} gives the proof, and RFC 9162, section 2.1.4.2, tells how to check it.',
    'tally-log.about.recount.title': 'Recount it',
    'tally-log.about.recount.head': 'Fetch the newest head and check its signature with the published keys.',
    'tally-log.about.recount.leaves':
      'Fetch all leaves and build the tree (RFC 9162): its root must be the head’s.',
    'tally-log.about.recount.removals':
      'Fetch all lines about removals; they make a second tree, whose root must be the head’s too. A leaf whose last line is not “restored” does not count.',
    'tally-log.about.recount.count':
      'Leaves less those taken out must be the head’s number, and the petition’s.',
    'tally-log.about.recount.not':
      'What this does not show: that every leaf is a person. It shows that the number has not been changed behind anybody’s back, and each signer can check their own leaf.',
    'tally-log.about.removals.title': 'Newest lines about removals',
    'tally-log.about.removals.none': 'None: every leaf counts.',
    'tally-log.about.removals.all': 'All of them (JSON)',
    'tally-log.about.heads.title': 'Earlier heads',
    'tally-log.about.heads.all': 'All of them (JSON)',
    'tally-log.column.line': 'Line',
    'tally-log.column.leaf': 'Leaf',
    'tally-log.column.kind': 'What',
    'tally-log.column.day': 'Day',
    'tally-log.kind.withdrawn': 'withdrawn by its owner',
    'tally-log.kind.quarantined': 'set aside until somebody decides',
    'tally-log.kind.removed': 'removed',
    'tally-log.kind.restored': 'restored: counts again',
    'tally-log.receipt.title': 'Check that you are counted',
    'tally-log.receipt.lead':
      'Your signature is one leaf of this petition’s public log. The leaf is a hash of the figures below. Only with your salt can anyone tell that it is yours, and only this page has it.',
    'tally-log.receipt.waiting':
      'Your leaf will be written, and signed for, within a minute. Load this page again then.',
    'tally-log.receipt.erased':
      'You withdrew this signature. Its leaf stays in the log, as all leaves do, and a public line takes it out of the count. The salt and what linked you to the leaf were erased in the same moment: nobody can tell any more which leaf it was, not even we.',
    'tally-log.receipt.unlinked':
      'What linked you to your leaf was erased with your name. The leaf stays in the log; nobody can tell any more which it was.',
    'tally-log.receipt.out.quarantined':
      'Your signature is set aside until somebody decides, and does not count meanwhile. A public line says so of your leaf.',
    'tally-log.receipt.out.removed':
      'Your signature was removed and does not count. A public line says so of your leaf.',
    'tally-log.receipt.out.withdrawn':
      'Your signature was withdrawn and does not count. A public line says so of your leaf.',
    'tally-log.receipt.leaf': 'Your leaf, counted from 0',
    'tally-log.receipt.of': '{leaf} of {size, plural, one {# leaf} other {# leaves}}',
    'tally-log.receipt.version': 'Version of the text',
    'tally-log.receipt.day': 'Day of confirmation',
    'tally-log.receipt.strength': 'How it was verified',
    'tally-log.receipt.id': 'Number of your signature in the database',
    'tally-log.receipt.salt': 'Your salt',
    'tally-log.receipt.hash': 'Hash of your leaf',
    'tally-log.receipt.proof': 'Proof: what leads from your leaf to the root',
    'tally-log.receipt.steps': '{steps, plural, one {# hash} other {# hashes}}',
    'tally-log.receipt.head': 'Signed head',
    'tally-log.receipt.head.of': 'number {number, number}, signed on {time}',
    'tally-log.receipt.root': 'Its root',
    'tally-log.receipt.check.title': 'Check it here',
    'tally-log.receipt.check.lead':
      'Your browser fetches what is published to everybody, and recomputes everything from your salt. It takes a second.',
    'tally-log.receipt.check.button': 'Check it',
    'tally-log.receipt.check.busy': 'Checking…',
    'tally-log.receipt.check.leaf':
      'The published leaf is the hash of your salt, your signature’s number, the version you signed, the day and the strength.',
    'tally-log.receipt.check.proof':
      'The published root of the log cannot be computed without your leaf in its place.',
    'tally-log.receipt.check.head': 'The head with that root is signed with this site’s published key.',
    'tally-log.receipt.check.removals': 'No public line takes your leaf out of the count.',
    'tally-log.receipt.check.mark.ok': 'Right:',
    'tally-log.receipt.check.mark.bad': 'Wrong:',
    'tally-log.receipt.check.mark.unknown': 'Not checked, since this browser cannot:',
    'tally-log.receipt.check.ok': 'You are counted: one of {counted}, in the head signed on {time}.',
    'tally-log.receipt.check.partly':
      'You are counted: one of {counted}, in the head of {time}. One thing could not be checked in this browser; the file below tells how.',
    'tally-log.receipt.check.bad':
      'Something does not fit; the line that begins with “Wrong” says what. Save the file below: it is your proof.',
    'tally-log.receipt.check.failed':
      'The check could not be made: the log did not answer. Try again in a moment.',
    'tally-log.receipt.check.not':
      'Not checked here: that everybody is shown the same log. For that, keep a head and compare it with somebody else’s.',
    'tally-log.receipt.file.title': 'Keep the proof',
    'tally-log.receipt.file.lead':
      'The file holds your salt, the proof, the signed head with its key, and how to check them with any other program, even if this site is gone. It holds no name and no address, but whoever has it can tell which leaf is meant: keep it to yourself.',
    'tally-log.receipt.file.link': 'Save the receipt (JSON)',
    'tally-log.receipt.what':
      'A receipt: leaf {leaf} of the public log of this petition is a signature made by whoever was given this file. It holds no name and no address; whoever reads it can tell which leaf it is about.',
    'tally-log.receipt.how.signs':
      'All hashes are SHA-256, written in hexadecimal. "||" puts bytes one after the other.',
    'tally-log.receipt.how.leaf':
      '1. leaf_hash = SHA-256(00 || salt || signature.id as 8 bytes, big endian || signature.text_version as 4 bytes, big endian || signature.day as its 10 ASCII characters || the digit of signature.strength as 1 byte).',
    'tally-log.receipt.how.proof':
      '2. Walk up: fn = {leaf}, sn = {last}, r = leaf_hash. For each p of proof: if fn is odd or equals sn, r = SHA-256(01 || p || r), and while fn is even and not 0 halve fn and sn; otherwise r = SHA-256(01 || r || p). Then halve fn and sn (rounding down). At the end sn must be 0 and r must be head.root (RFC 9162, 2.1.3.2).',
    'tally-log.receipt.how.head':
      '3. head.signed must be the text that the other fields of head make (docs/log.md), and head.signature (base64) must be its Ed25519 signature with key: {command}',
    'tally-log.receipt.how.key':
      '4. The key must be one of those at {keys}, and the head one of those at {log}/heads. Compare it with a head that somebody else kept: {log}/consistency?from=…&to=…, with the two sizes, proves that nothing was rewritten between them.',
    'tally-log.receipt.how.removals':
      '5. The last of removals, if there is any, must say "restored"; {log}/removals?leaf={leaf} shows what was added since.',
    'tally-log.receipt.about': 'About the log',
    'tally-log.receipt.back': 'Your signature',
  },
  fr: {
    'tally-log.link': 'Recomptez vous-même : le journal public des signatures',
    'tally-log.own.lead':
      'Votre signature est une ligne d’un journal public. Vous pouvez vérifier qu’elle est comptée, et en garder la preuve.',
    'tally-log.own.link': 'Vérifier que vous êtes compté',
    'tally-log.about.title': 'Le journal des signatures',
    'tally-log.about.lead':
      'Chaque signature jamais comptée pour cette pétition est une feuille de ce journal, qui ne peut que s’allonger. Une feuille est une empreinte salée : elle ne dit aucun nom et n’en laisse deviner aucun. N’importe qui peut prendre les feuilles et les recompter.',
    'tally-log.about.none':
      'Rien n’est encore attesté : le journal commence dans la minute qui suit la première signature confirmée.',
    'tally-log.about.now': 'Maintenant',
    'tally-log.about.size': 'Feuilles : signatures jamais comptées',
    'tally-log.about.out': 'Retirées depuis : reprises, mises de côté ou supprimées',
    'tally-log.about.counted': 'Comptées',
    'tally-log.about.confirmed': 'Le nombre affiché sur la page de la pétition',
    'tally-log.about.waiting':
      'Les deux diffèrent jusqu’à ce que l’écriture et la prochaine tête signée aient suivi : une minute au plus.',
    'tally-log.about.head.title': 'La dernière tête signée',
    'tally-log.about.head.lead':
      'Une tête dit en deux empreintes ce qu’est tout le journal. Ce site en signe une dans la minute qui suit chaque changement, et une par jour quand rien ne change. Il ne peut en reprendre aucune.',
    'tally-log.about.head.number': 'Tête',
    'tally-log.about.head.time': 'Signée le',
    'tally-log.about.head.root': 'Racine des feuilles',
    'tally-log.about.head.key': 'Clé',
    'tally-log.about.head.signature': 'Signature (Ed25519, base64)',
    'tally-log.about.head.signed': 'Le texte signé',
    'tally-log.about.keep.title': 'Gardez cette tête, comparez plus tard',
    'tally-log.about.keep.lead':
      'Qui garde une tête peut montrer plus tard que rien n’a été réécrit avant elle ; deux personnes qui en ont gardé voient si on leur a montré le même journal. Enregistrez le fichier, imprimez-le ou envoyez-le à quelqu’un.',
    'tally-log.about.keep.file': 'Cette tête dans un fichier',
    'tally-log.about.keep.compare':
      'Comparez une tête que vous avez gardée avec la dernière. Votre navigateur fait le calcul ; seule la taille est envoyée.',
    'tally-log.about.keep.size': 'Sa taille',
    'tally-log.about.keep.root': 'Sa racine',
    'tally-log.about.keep.button': 'Comparer',
    'tally-log.about.keep.busy': 'Comparaison…',
    'tally-log.about.keep.ok':
      'Le journal n’a fait que s’allonger depuis votre tête : les premières feuilles sont les mêmes, au bit près. La dernière tête ({size} feuilles, {counted} comptées, {time}) porte une signature valable.',
    'tally-log.about.keep.partly':
      'Le journal n’a fait que s’allonger depuis votre tête : les premières feuilles sont les mêmes, au bit près. Ce navigateur ne sait pas vérifier la signature de la dernière tête ({size} feuilles, {time}).',
    'tally-log.about.keep.bad':
      'Votre tête ne s’accorde pas avec la dernière. Vérifiez la taille et la racine que vous avez tapées. Si elles sont justes, le journal a été réécrit ou l’on vous en a montré un autre : gardez les deux têtes et dites-le.',
    'tally-log.about.keep.failed':
      'La comparaison n’a pas pu être faite : le journal n’a pas répondu, ou n’a pas de tête de cette taille. Réessayez.',
    'tally-log.about.keep.by-hand':
      'À la main : {address} donne la preuve, et la section 2.1.4.2 de la RFC 9162 dit comment la vérifier.',
    'tally-log.about.recount.title': 'Recomptez',
    'tally-log.about.recount.head':
      'Prenez la dernière tête et vérifiez sa signature avec les clés publiées.',
    'tally-log.about.recount.leaves':
      'Prenez toutes les feuilles et construisez l’arbre (RFC 9162) : sa racine doit être celle de la tête.',
    'tally-log.about.recount.removals':
      'Prenez toutes les lignes de retrait ; elles forment un second arbre, dont la racine doit aussi être celle de la tête. Une feuille dont la dernière ligne n’est pas « restored » ne compte pas.',
    'tally-log.about.recount.count':
      'Les feuilles moins celles qui sont retirées doivent donner le nombre de la tête, et celui de la pétition.',
    'tally-log.about.recount.not':
      'Ce que cela ne montre pas : que chaque feuille est une personne. Cela montre que le nombre n’a pas été changé dans le dos de quiconque, et chaque signataire peut vérifier sa propre feuille.',
    'tally-log.about.removals.title': 'Dernières lignes de retrait',
    'tally-log.about.removals.none': 'Aucune : toutes les feuilles comptent.',
    'tally-log.about.removals.all': 'Toutes (JSON)',
    'tally-log.about.heads.title': 'Têtes précédentes',
    'tally-log.about.heads.all': 'Toutes (JSON)',
    'tally-log.column.line': 'Ligne',
    'tally-log.column.leaf': 'Feuille',
    'tally-log.column.kind': 'Quoi',
    'tally-log.column.day': 'Jour',
    'tally-log.kind.withdrawn': 'reprise par son auteur',
    'tally-log.kind.quarantined': 'mise de côté en attendant une décision',
    'tally-log.kind.removed': 'supprimée',
    'tally-log.kind.restored': 'rétablie : compte de nouveau',
    'tally-log.receipt.title': 'Vérifier que vous êtes compté',
    'tally-log.receipt.lead':
      'Votre signature est une feuille du journal public de cette pétition. La feuille est une empreinte des données ci-dessous. Sans votre sel, personne ne peut dire qu’elle est à vous, et seule cette page le donne.',
    'tally-log.receipt.waiting':
      'Votre feuille sera écrite, et attestée, dans la minute. Rechargez alors cette page.',
    'tally-log.receipt.erased':
      'Vous avez repris cette signature. Sa feuille reste dans le journal, comme toutes les feuilles, et une ligne publique la retire du compte. Le sel et ce qui vous reliait à la feuille ont été effacés au même moment : personne ne peut plus dire laquelle c’était, pas même nous.',
    'tally-log.receipt.unlinked':
      'Ce qui vous reliait à votre feuille a été effacé avec votre nom. La feuille reste dans le journal ; personne ne peut plus dire laquelle c’était.',
    'tally-log.receipt.out.quarantined':
      'Votre signature est mise de côté en attendant une décision, et ne compte pas d’ici là. Une ligne publique le dit de votre feuille.',
    'tally-log.receipt.out.removed':
      'Votre signature a été supprimée et ne compte pas. Une ligne publique le dit de votre feuille.',
    'tally-log.receipt.out.withdrawn':
      'Votre signature a été reprise et ne compte pas. Une ligne publique le dit de votre feuille.',
    'tally-log.receipt.leaf': 'Votre feuille, en comptant depuis 0',
    'tally-log.receipt.of': '{leaf} sur {size, plural, one {# feuille} other {# feuilles}}',
    'tally-log.receipt.version': 'Version du texte',
    'tally-log.receipt.day': 'Jour de la confirmation',
    'tally-log.receipt.strength': 'Vérification',
    'tally-log.receipt.id': 'Numéro de votre signature dans la base',
    'tally-log.receipt.salt': 'Votre sel',
    'tally-log.receipt.hash': 'Empreinte de votre feuille',
    'tally-log.receipt.proof': 'Preuve : ce qui mène de votre feuille à la racine',
    'tally-log.receipt.steps': '{steps, plural, one {# empreinte} other {# empreintes}}',
    'tally-log.receipt.head': 'Tête signée',
    'tally-log.receipt.head.of': 'numéro {number, number}, signée le {time}',
    'tally-log.receipt.root': 'Sa racine',
    'tally-log.receipt.check.title': 'Vérifiez ici',
    'tally-log.receipt.check.lead':
      'Votre navigateur prend ce qui est publié pour tout le monde, et recalcule tout à partir de votre sel. Cela prend une seconde.',
    'tally-log.receipt.check.button': 'Vérifier',
    'tally-log.receipt.check.busy': 'Vérification…',
    'tally-log.receipt.check.leaf':
      'La feuille publiée est l’empreinte de votre sel, du numéro de votre signature, de la version signée, du jour et de la vérification.',
    'tally-log.receipt.check.proof':
      'La racine publiée du journal ne peut être calculée sans votre feuille à sa place.',
    'tally-log.receipt.check.head':
      'La tête qui porte cette racine est signée avec la clé publiée par ce site.',
    'tally-log.receipt.check.removals': 'Aucune ligne publique ne retire votre feuille du compte.',
    'tally-log.receipt.check.mark.ok': 'Juste :',
    'tally-log.receipt.check.mark.bad': 'Faux :',
    'tally-log.receipt.check.mark.unknown': 'Non vérifié, ce navigateur ne sait pas le faire :',
    'tally-log.receipt.check.ok': 'Vous êtes compté : un sur {counted}, dans la tête signée le {time}.',
    'tally-log.receipt.check.partly':
      'Vous êtes compté : un sur {counted}, dans la tête du {time}. Un point n’a pas pu être vérifié dans ce navigateur ; le fichier ci-dessous dit comment faire.',
    'tally-log.receipt.check.bad':
      'Quelque chose ne s’accorde pas ; la ligne qui commence par « Faux » dit quoi. Enregistrez le fichier ci-dessous : c’est votre preuve.',
    'tally-log.receipt.check.failed':
      'La vérification n’a pas pu être faite : le journal n’a pas répondu. Réessayez dans un moment.',
    'tally-log.receipt.check.not':
      'Ce qui n’est pas vérifié ici : que l’on montre le même journal à tout le monde. Pour cela, gardez une tête et comparez-la avec celle de quelqu’un d’autre.',
    'tally-log.receipt.file.title': 'Gardez la preuve',
    'tally-log.receipt.file.lead':
      'Le fichier contient votre sel, la preuve, la tête signée avec sa clé, et comment les vérifier avec n’importe quel autre programme, même si ce site n’existe plus. Il ne contient ni nom ni adresse, mais qui le détient peut dire de quelle feuille il s’agit : gardez-le pour vous.',
    'tally-log.receipt.file.link': 'Enregistrer le reçu (JSON)',
    'tally-log.receipt.what':
      'Un reçu\u00a0: la feuille {leaf} du journal public de cette pétition est une signature de la personne à qui ce fichier a été remis. Il ne contient ni nom ni adresse\u202f; qui le lit peut dire de quelle feuille il s’agit.',
    'tally-log.receipt.how.signs':
      'Toutes les empreintes sont des SHA-256, écrites en hexadécimal. «\u00a0||\u00a0» met des octets bout à bout.',
    'tally-log.receipt.how.leaf':
      '1. leaf_hash = SHA-256(00 || salt || signature.id sur 8 octets, gros-boutiste || signature.text_version sur 4 octets, gros-boutiste || les 10 caractères ASCII de signature.day || le chiffre de signature.strength sur 1 octet).',
    'tally-log.receipt.how.proof':
      '2. Remontez\u00a0: fn = {leaf}, sn = {last}, r = leaf_hash. Pour chaque p de proof\u00a0: si fn est impair ou égal à sn, r = SHA-256(01 || p || r), puis tant que fn est pair et non nul, divisez fn et sn par deux\u202f; sinon r = SHA-256(01 || r || p). Divisez ensuite fn et sn par deux (en arrondissant vers le bas). À la fin, sn doit valoir 0 et r doit être head.root (RFC 9162, 2.1.3.2).',
    'tally-log.receipt.how.head':
      '3. head.signed doit être le texte que forment les autres champs de head (docs/log.md), et head.signature (base64) sa signature Ed25519 avec key\u00a0: {command}',
    'tally-log.receipt.how.key':
      '4. La clé doit être l’une de celles de {keys}, et la tête l’une de celles de {log}/heads. Comparez-la avec une tête que quelqu’un d’autre a gardée\u00a0: {log}/consistency?from=…&to=…, avec les deux tailles, prouve que rien n’a été réécrit entre elles.',
    'tally-log.receipt.how.removals':
      '5. Le dernier des removals, s’il y en a, doit dire «\u00a0restored\u00a0»\u202f; {log}/removals?leaf={leaf} montre ce qui s’est ajouté depuis.',
    'tally-log.receipt.about': 'À propos du journal',
    'tally-log.receipt.back': 'Votre signature',
  },
}

/** What the checker of dossiers says. Blanks only, no plurals: `verify.html` fills them in without a library. */
export const dossierCheck = {
  en: {
    'dossier-check.title': 'Check a dossier',
    'dossier-check.intro':
      'Choose the ZIP of the dossier, or drop it here. Everything is worked out in this page: nothing is sent, and it works without a network.',
    'dossier-check.choose': 'The dossier (ZIP)',
    'dossier-check.working': 'Reading {file} ({share} %)',
    'dossier-check.whole': 'Nothing was changed, added or left out.',
    'dossier-check.wrong': 'This dossier is not as it was made.',
    'dossier-check.about': '“{title}”: {confirmed} confirmed signatures at {at}, in {files} files.',
    'dossier-check.key':
      'It was signed with the key {key}. Compare it with the one that the site publishes: {site}',
    'dossier-check.trusted': 'It was signed with the key {key}, which is one of those you gave.',
    'dossier-check.not-a-zip': 'This is not a ZIP that can be read, or a part of it is missing.',
    'dossier-check.no-manifest':
      'It holds no manifest.json: it is no dossier, or the manifest was taken out.',
    'dossier-check.unknown-format': 'Its manifest.json is not one that this checker knows.',
    'dossier-check.signature': 'manifest.sig is not the signature of this manifest.json by the key it names.',
    'dossier-check.timestamp': 'manifest.tsr is not a timestamp of this manifest.json.',
    'dossier-check.timestamp-signature': 'manifest.tsr.sig is not the signature of this manifest.tsr.',
    'dossier-check.stamped':
      'manifest.tsr says that it was there at {at}. Whether the authority signed that is not checked here: VERIFY.txt tells how.',
    'dossier-check.unknown-key': 'It was signed with the key {key}, which is none of those you gave.',
    'dossier-check.missing': '{file} is missing.',
    'dossier-check.added': '{file} was added: the manifest does not know it.',
    'dossier-check.doubled': '{file} is there twice.',
    'dossier-check.changed': '{file} differs from the one that was made.',
    'dossier-check.count':
      'A count does not match the rows ({what}): the manifest says {said}, the rows say {found}.',
    'dossier-check.order':
      'The rows of {file} are not in the order of their numbers, or one is there twice ({number}).',
    'dossier-check.row':
      'The row {number} of {file} is not that of the list, belongs elsewhere, or is there twice.',
    'dossier-check.root': 'The root of the log does not match {file}.',
    'dossier-check.old-browser': 'This browser cannot check the signature (Ed25519). A newer one can.',
  },
  fr: {
    'dossier-check.title': 'Vérifier un dossier',
    'dossier-check.intro':
      'Choisissez le ZIP du dossier, ou déposez-le ici. Tout se calcule dans cette page\u00a0: rien n’est envoyé, et elle fonctionne sans réseau.',
    'dossier-check.choose': 'Le dossier (ZIP)',
    'dossier-check.working': 'Lecture de {file} ({share}\u00a0%)',
    'dossier-check.whole': 'Rien n’a été changé, ajouté ou enlevé.',
    'dossier-check.wrong': 'Ce dossier n’est pas tel qu’il a été fait.',
    'dossier-check.about':
      '«\u00a0{title}\u00a0»\u00a0: {confirmed} signatures confirmées au {at}, en {files} fichiers.',
    'dossier-check.key':
      'Il a été signé avec la clé {key}. Comparez-la à celle que le site publie\u00a0: {site}',
    'dossier-check.trusted':
      'Il a été signé avec la clé {key}, qui est l’une de celles que vous avez données.',
    'dossier-check.not-a-zip': 'Ce n’est pas un ZIP lisible, ou il en manque une partie.',
    'dossier-check.no-manifest':
      'Il ne contient pas de manifest.json\u00a0: ce n’est pas un dossier, ou le manifeste a été enlevé.',
    'dossier-check.unknown-format': 'Son manifest.json n’est pas de ceux que ce vérificateur connaît.',
    'dossier-check.signature':
      'manifest.sig n’est pas la signature de ce manifest.json par la clé qu’il nomme.',
    'dossier-check.timestamp': 'manifest.tsr n’est pas un horodatage de ce manifest.json.',
    'dossier-check.timestamp-signature': 'manifest.tsr.sig n’est pas la signature de ce manifest.tsr.',
    'dossier-check.stamped':
      'manifest.tsr dit qu’il était là le {at}. La signature de l’autorité n’est pas vérifiée ici\u00a0: VERIFY.txt dit comment faire.',
    'dossier-check.unknown-key':
      'Il a été signé avec la clé {key}, qui n’est aucune de celles que vous avez données.',
    'dossier-check.missing': '{file} manque.',
    'dossier-check.added': '{file} a été ajouté\u00a0: le manifeste ne le connaît pas.',
    'dossier-check.doubled': '{file} s’y trouve deux fois.',
    'dossier-check.changed': '{file} diffère de celui qui a été fait.',
    'dossier-check.count':
      'Un nombre ne correspond pas aux lignes ({what})\u00a0: le manifeste dit {said}, les lignes disent {found}.',
    'dossier-check.order':
      'Les lignes de {file} ne sont pas dans l’ordre de leurs numéros, ou l’une y est deux fois ({number}).',
    'dossier-check.row':
      'La ligne {number} de {file} n’est pas celle de la liste, est d’ailleurs, ou y est deux fois.',
    'dossier-check.root': 'La racine du registre ne correspond pas à {file}.',
    'dossier-check.old-browser':
      'Ce navigateur ne sait pas vérifier la signature (Ed25519). Un plus récent le peut.',
  },
} as const

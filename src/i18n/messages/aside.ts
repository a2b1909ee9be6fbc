/** What follows when the person who was asked says that it is not them: the campaigner hears, the desk mends it. */
export const aside = {
  en: {
    'aside.mail.preview': 'Nothing more is sent to them about this petition.',
    'aside.mail.open': 'Open your petition',
    'aside.mail.words': 'They wrote:',
    'aside.mail.not-me.subject': '{name} says that it is not theirs to decide: {title}',
    'aside.mail.not-me.text':
      '{name}, whom your petition “{title}” asks, told us that it is not theirs to decide. They are not written to any more, and their address is erased.',
    'aside.mail.not-me.next':
      'Find out who can decide, and tell the moderators: name, role, organisation and the address that their institution publishes. They check it, and the petition is then addressed to them as well. The signatures stay.',
    'aside.mail.objected.subject': '{name} has objected to being written to: {title}',
    'aside.mail.objected.text':
      '{name}, whom your petition “{title}” asks, has objected to our using their address. It is erased, and nobody can write to them from here any more.',
    'aside.mail.objected.next': 'The petition goes on. You can hand it over yourself, outside this site.',
    'aside.studio.words': 'They wrote: “{note}”',
    'aside.studio.next':
      'Who can decide instead? Tell the moderators at {contact}: name, role, organisation and the address that their institution publishes. They check it, and the petition is then addressed to them.',
    'aside.desk.title': 'Address it to somebody else',
    'aside.desk.text':
      'Whoever is added is written to at once, and gets the names of those who agreed. Check that the address is published by their institution.',
    'aside.desk.name': 'Name',
    'aside.desk.role': 'Role',
    'aside.desk.organisation': 'Organisation',
    'aside.desk.email': 'Address published by the institution',
    'aside.desk.act': 'Address the petition to them',
    'aside.desk.wrong.name': 'Write the name, with at most {most, number} characters.',
    'aside.desk.wrong.length': 'Shorten this to {most, number} characters.',
    'aside.desk.wrong.email': 'Write an address that can be written to.',
    'aside.desk.wrong.known': 'The petition is addressed to this address already.',
    'moderation.act.recipient-added': 'Petition addressed to somebody else',
    'moderation.done.recipient-added': 'The petition is addressed to them',
    'moderation.done.recipient-addedText': 'The notice is on its way, and the public page names them.',
  },
  fr: {
    'aside.mail.preview': 'Plus rien ne lui est envoyé au sujet de cette pétition.',
    'aside.mail.open': 'Ouvrir votre pétition',
    'aside.mail.words': 'Voici ses mots :',
    'aside.mail.not-me.subject': '{name} dit que la décision ne lui revient pas : {title}',
    'aside.mail.not-me.text':
      '{name}, à qui s’adresse votre pétition « {title} », nous a dit que la décision ne lui revient pas. Plus aucun message ne lui est envoyé, et son adresse est effacée.',
    'aside.mail.not-me.next':
      'Cherchez qui peut décider, et dites-le à la modération : nom, fonction, organisme et adresse publiée par l’institution. Après vérification, la pétition lui sera adressée aussi. Les signatures demeurent.',
    'aside.mail.objected.subject': '{name} s’oppose à recevoir nos messages : {title}',
    'aside.mail.objected.text':
      '{name}, à qui s’adresse votre pétition « {title} », s’est opposé à l’usage de son adresse. Elle est effacée, et personne ne peut plus lui écrire d’ici.',
    'aside.mail.objected.next': 'La pétition continue. Vous pouvez la remettre vous-même, hors de ce site.',
    'aside.studio.words': 'Voici ses mots : « {note} »',
    'aside.studio.next':
      'Qui peut décider à sa place ? Dites-le à la modération, à {contact} : nom, fonction, organisme et adresse publiée par l’institution. Après vérification, la pétition lui sera adressée.',
    'aside.desk.title': 'L’adresser à quelqu’un d’autre',
    'aside.desk.text':
      'La personne ajoutée reçoit aussitôt un message, et peut lire les noms de qui l’a accepté. Vérifiez que l’adresse est publiée par son institution.',
    'aside.desk.name': 'Nom',
    'aside.desk.role': 'Fonction',
    'aside.desk.organisation': 'Organisme',
    'aside.desk.email': 'Adresse publiée par l’institution',
    'aside.desk.act': 'Lui adresser la pétition',
    'aside.desk.wrong.name': 'Écrivez le nom, de {most, number} caractères au plus.',
    'aside.desk.wrong.length': 'Raccourcissez à {most, number} caractères.',
    'aside.desk.wrong.email': 'Écrivez une adresse valable.',
    'aside.desk.wrong.known': 'La pétition est déjà adressée à cette adresse.',
    'moderation.act.recipient-added': 'Pétition adressée à quelqu’un d’autre',
    'moderation.done.recipient-added': 'La pétition lui est adressée',
    'moderation.done.recipient-addedText': 'L’avis est en route, et la page publique donne son nom.',
  },
} as const

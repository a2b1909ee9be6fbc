/** What fills the blanks of the legal texts (views/legal/texts), and the rules that statements of reasons cite. */
export const legal = {
  en: {
    'legal.not-set': 'not set: {name}',
    'legal.no-dpo': 'none is named',
    'legal.someone': 'the person who launched it',
    'legal.nobody': 'nobody who is named',
    'legal.fact.database': 'Everything is kept in a PostgreSQL database of the operator’s.',
    'legal.fact.database.embedded':
      'Everything is kept in a PostgreSQL database on the machine that serves this site.',
    'legal.fact.database.replica': 'A copy of it is kept up to date for reading.',
    'legal.fact.queues.redis':
      'What is still to be done waits in Redis, as numbers of rows: no name and no address.',
    'legal.fact.queues.database':
      'What is still to be done waits in the same database, as numbers of rows: no name and no address.',
    'legal.fact.mail':
      'Mails leave through the mail server {host}, which sees the address and the text of each.',
    'legal.fact.mail.none':
      'This is a development installation: mails are not sent, they stay in a mailbox on its machine.',
    'legal.fact.logs':
      'The technical log and the measurements hold kinds of pages, times and errors: no name, no address and no network.',
    'legal.fact.proxy':
      'Requests come through a proxy of the operator’s, which sees the network they come from.',
    'legal.rule.not-addressed.title': 'It asks someone who can grant it',
    'legal.rule.not-addressed':
      'A petition names a person or an institution that can decide what it asks, and asks for it in one sentence.',
    'legal.rule.out-of-scope.title': 'It is a petition',
    'legal.rule.out-of-scope':
      'It asks for a decision of public interest. Polls, private quarrels, appeals for help and open letters without a request belong elsewhere.',
    'legal.rule.incomprehensible.title': 'It can be understood',
    'legal.rule.incomprehensible':
      'Whoever signs must know what they sign. A text that leaves open what is asked comes back to its campaigner.',
    'legal.rule.duplicate.title': 'Nobody asks the same already',
    'legal.rule.duplicate':
      'Two open petitions that ask the same person for the same thing divide their signatures. The first one stays.',
    'legal.rule.too-late.title': 'Its last day is to come',
    'legal.rule.too-late': 'A petition whose last day went by before it could be opened is not opened.',
    'legal.rule.impersonation.title': 'Its campaigner speaks in their own name',
    'legal.rule.impersonation':
      'Nobody launches a petition, writes an answer or signs in the name of someone else without being entitled to.',
    'legal.rule.personal-data.title': 'Private lives stay private',
    'legal.rule.personal-data':
      'No home address, telephone number, health, family or other private facts about a person; a person’s public acts may be named.',
    'legal.rule.defamation.title': 'Nobody is accused without proof',
    'legal.rule.defamation':
      'Say what you know and how. An accusation against a person or an organisation that nothing supports is taken down; so are insults.',
    'legal.rule.hate.title': 'Nobody is attacked for what they are',
    'legal.rule.hate':
      'No incitement to hatred, discrimination or violence against people for their origin, religion, sex, orientation, disability or opinion, and no praise of crimes.',
    'legal.rule.illegal.title': 'It asks for nothing that the law forbids',
    'legal.rule.illegal': 'A petition may ask to change a law. It may not ask anybody to break one.',
    'legal.rule.legal-order.title': 'Orders of courts and authorities are followed',
    'legal.rule.legal-order':
      'Where a court or an authority that is entitled to it orders that something be taken down, it is, and the order is named as far as it may be.',
    'legal.rule.commercial.title': 'Nothing is sold here',
    'legal.rule.commercial':
      'No advertising, no collecting of money, no link that leads to it; and no signatures that were bought, made by a program or given twice.',
    'legal.rule.abuse.title': 'Nobody floods the site or inflates a count',
    'legal.rule.abuse':
      'Whoever submits the same again and again, or tries to have signatures counted that nobody gave, can be kept from launching petitions for a stated time.',
  },
  fr: {
    'legal.not-set': 'non renseigné : {name}',
    'legal.no-dpo': 'aucun n’est désigné',
    'legal.someone': 'la personne qui l’a lancée',
    'legal.nobody': 'personne qui soit nommé',
    'legal.fact.database': 'Tout est gardé dans une base PostgreSQL de l’organisation.',
    'legal.fact.database.embedded':
      'Tout est gardé dans une base PostgreSQL sur la machine qui sert ce site.',
    'legal.fact.database.replica': 'Une copie en est tenue à jour pour la lecture.',
    'legal.fact.queues.redis':
      'Ce qui reste à faire attend dans Redis, sous forme de numéros de lignes : ni nom ni adresse.',
    'legal.fact.queues.database':
      'Ce qui reste à faire attend dans la même base, sous forme de numéros de lignes : ni nom ni adresse.',
    'legal.fact.mail': 'Les e-mails partent par le serveur {host}, qui voit l’adresse et le texte de chacun.',
    'legal.fact.mail.none':
      'Ceci est une installation de développement : les e-mails ne partent pas, ils restent dans une boîte sur sa machine.',
    'legal.fact.logs':
      'Le journal technique et les mesures contiennent des types de pages, des durées et des erreurs : ni nom, ni adresse, ni réseau.',
    'legal.fact.proxy':
      'Les requêtes passent par un serveur mandataire de l’organisation, qui voit le réseau d’où elles viennent.',
    'legal.rule.not-addressed.title': 'Elle s’adresse à qui peut l’accorder',
    'legal.rule.not-addressed':
      'Une pétition nomme une personne ou une institution qui peut décider de ce qu’elle demande, et le demande en une phrase.',
    'legal.rule.out-of-scope.title': 'C’est une pétition',
    'legal.rule.out-of-scope':
      'Elle demande une décision d’intérêt public. Un sondage, une querelle privée, un appel à l’aide ou une lettre ouverte sans demande ont leur place ailleurs.',
    'legal.rule.incomprehensible.title': 'On la comprend',
    'legal.rule.incomprehensible':
      'Qui signe doit savoir ce qu’il signe. Un texte qui laisse ouverte la question de ce qui est demandé revient à la personne qui l’a écrit.',
    'legal.rule.duplicate.title': 'Personne ne demande déjà la même chose',
    'legal.rule.duplicate':
      'Deux pétitions ouvertes qui demandent la même chose à la même personne divisent leurs signatures. La première reste.',
    'legal.rule.too-late.title': 'Son dernier jour est à venir',
    'legal.rule.too-late':
      'Une pétition dont le dernier jour est passé avant son ouverture n’est pas ouverte.',
    'legal.rule.impersonation.title': 'Qui la lance parle en son nom',
    'legal.rule.impersonation':
      'Nul ne lance une pétition, ne répond ni ne signe au nom d’autrui sans y être habilité.',
    'legal.rule.personal-data.title': 'La vie privée reste privée',
    'legal.rule.personal-data':
      'Pas d’adresse personnelle, de numéro de téléphone, de santé, de famille ni d’autre fait privé au sujet d’une personne ; ses actes publics peuvent être nommés.',
    'legal.rule.defamation.title': 'Personne n’est accusé sans preuve',
    'legal.rule.defamation':
      'Dites ce que vous savez et comment vous le savez. Une accusation que rien n’appuie, contre une personne ou un organisme, est retirée ; une injure aussi.',
    'legal.rule.hate.title': 'Personne n’est attaqué pour ce qu’il est',
    'legal.rule.hate':
      'Pas d’incitation à la haine, à la discrimination ni à la violence contre des personnes en raison de leur origine, de leur religion, de leur sexe, de leur orientation, de leur handicap ou de leurs opinions, et pas d’apologie de crimes.',
    'legal.rule.illegal.title': 'Elle ne demande rien que la loi interdise',
    'legal.rule.illegal':
      'Une pétition peut demander de changer une loi. Elle ne peut demander à personne de l’enfreindre.',
    'legal.rule.legal-order.title': 'Les décisions de justice sont suivies',
    'legal.rule.legal-order':
      'Lorsqu’un juge, ou une autorité qui en a le pouvoir, ordonne de retirer un contenu, il est retiré, et la décision est citée autant que c’est permis.',
    'legal.rule.commercial.title': 'Rien ne se vend ici',
    'legal.rule.commercial':
      'Pas de publicité, pas de collecte d’argent, pas de lien qui y mène ; et pas de signatures achetées, fabriquées par un programme ou données deux fois.',
    'legal.rule.abuse.title': 'Personne n’inonde le site ni ne gonfle un nombre',
    'legal.rule.abuse':
      'Qui propose sans cesse la même chose, ou tente de faire compter des signatures que personne n’a données, peut ne plus pouvoir lancer de pétition pendant une durée annoncée.',
  },
} as const

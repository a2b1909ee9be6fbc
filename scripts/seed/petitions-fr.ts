/** Petitions in French, written for the demonstration. The people, places of decision and figures are invented. */

import type { DemoPetition } from './demo-petition.js'

export const FRENCH_PETITIONS: DemoPetition[] = [
  {
    slug: 'un-bus-de-nuit-pour-le-plateau',
    locale: 'fr',
    state: 'open',
    title: 'Un bus de nuit pour le plateau',
    ask: 'Prolonger la ligne 47 jusqu’à 2 heures du matin, sept nuits sur sept, entre la gare et le plateau.',
    body: `Le dernier bus pour le plateau part de la gare à 22 h 41. Après, il reste la côte : quarante minutes à pied, deux cents mètres de dénivelé, un trottoir qui disparaît au deuxième virage.

Ce ne sont pas des fêtards qui la montent. Ce sont les agents d’entretien qui finissent à 23 heures, les aides-soignantes du soir, les plongeurs des restaurants de la presqu’île, les étudiants qui travaillent au marché de gros. **Nous avons compté** : pendant trois semaines de mars, de 22 h 45 à 1 h 30, nous étions deux au pied de la côte avec un compteur à main. En moyenne, 212 personnes par nuit. Un mardi de pluie, 187.

## Ce que cela coûte aujourd’hui

Un taxi de la gare au plateau coûte entre 19 et 24 euros. Pour quelqu’un qui gagne le salaire minimum à temps partiel, c’est deux heures de travail pour rentrer de son travail. Beaucoup marchent. Trois ont été renversés en quatre ans.

## Concrètement

- un bus toutes les quarante minutes, de 22 h 41 à 2 heures ;
- sept nuits sur sept, car les hôpitaux ne ferment pas le mardi ;
- un essai d’un an, avec des comptages publiés chaque trimestre.

Le syndicat a déjà les véhicules : ils dorment au dépôt, à huit cents mètres du terminus. Il manque deux postes de conduite et demi. Nous ne demandons pas une ligne nouvelle. Nous demandons que celle qui existe rentre un peu plus tard.`,
    topic: 'transport',
    placeName: 'Lyon',
    country: 'FR',
    postcodes: ['69'],
    goal: 5_000,
    closesInDays: 38,
    campaigner: { name: 'Nadia Ferhat', email: 'nadia.ferhat@campagne.example' },
    maker: {
      name: 'Hélène Montaigu',
      role: 'Présidente',
      organisation: 'Syndicat des mobilités du Confluent',
      email: 'presidence@mobilites-confluent.example',
      openedDaysAgo: 39,
      acknowledgedDaysAgo: 33,
    },
    submittedDaysAgo: 45,
    openedDaysAgo: 43,
    signatures: { confirmed: 4_812, local: 0.86, abroad: 0.02, waves: [9, 24, 37] },
    comments: [
      'Je fais le ménage dans les bureaux de la Part-Dieu. Je connais chaque marche de cette côte.',
      'Ma mère a soixante et un ans et elle la monte à pied quatre soirs par semaine.',
      'Deux heures de travail pour rentrer du travail : tout est dit.',
      'J’ai refusé un poste du soir à cause de ça.',
      'Je conduis des bus. Les véhicules sont là, nous aussi.',
      'Parce que la ville ne s’arrête pas au pied de la côte.',
      'Je suis interne à l’hôpital. Mes collègues du plateau dorment parfois en salle de garde.',
      'On nous parle de laisser la voiture. Donnez-nous de quoi.',
      'Je n’habite plus le plateau, mais je n’ai pas oublié le deuxième virage.',
      'Mon restaurant perd des gens formidables parce qu’ils ne peuvent pas rentrer.',
      'Un essai d’un an avec des chiffres publiés : c’est honnête, je signe.',
      'Pour ma fille qui rentre du marché de gros.',
      'La nuit aussi, c’est un service public.',
      '187 personnes un mardi de pluie. Que faut-il de plus ?',
    ],
    news: [
      {
        daysAgo: 33,
        title: 'Le syndicat a accusé réception',
        body: 'Moins de dix jours après l’ouverture, la présidente du syndicat a ouvert le dossier et en a accusé réception. Ce n’est pas encore une réponse, mais **nous avons été lus**.\n\nMerci aux 1 900 personnes qui avaient déjà signé ce jour-là.',
      },
      {
        daysAgo: 18,
        title: 'Nos comptages sont en ligne',
        body: 'On nous a demandé comment nous avions compté. Voici :\n\n- deux personnes, un compteur à main, au pied de la côte ;\n- vingt et une nuits, du 3 au 23 mars, de 22 h 45 à 1 h 30 ;\n- on compte qui monte, jamais qui descend.\n\nLes feuilles peuvent être consultées à la maison de quartier, le mercredi après-midi. Venez les voir, et venez compter avec nous en juin.',
      },
      {
        daysAgo: 5,
        title: 'Inscrits à l’ordre du jour',
        body: 'La question figure à l’ordre du jour du prochain comité syndical. La séance est publique. Nous y serons à dix-huit heures, en silence et avec nos réveils : l’heure où la plupart d’entre nous partent travailler.',
      },
    ],
  },
  {
    slug: 'garder-la-bibliotheque-ouverte-le-mercredi',
    locale: 'fr',
    state: 'open',
    title: 'Garder la bibliothèque ouverte le mercredi',
    ask: 'Maintenir l’ouverture de la bibliothèque de Gerland le mercredi, de 10 heures à 18 heures.',
    body: `À partir de septembre, la bibliothèque de Gerland fermera le mercredi. C’est le seul jour de la semaine où les enfants de six écoles peuvent y venir sans que leurs parents prennent un congé.

Nous savons pourquoi. Deux postes n’ont pas été remplacés, et il faut bien fermer quelque part. Mais fermer le mercredi, c’est comme fermer une piscine en juillet : on garde les murs et on enlève l’eau.

Le mercredi, à la bibliothèque, il y a l’heure du conte de Madame Bensaïd, qui dure souvent deux heures. Il y a les collégiens qui n’ont pas d’ordinateur à la maison. Il y a, au fond, près des mangas, trois tables où l’on apprend à lire à des adultes qui n’osent venir que quand il y a du monde.

Nous proposons de fermer plutôt le mardi matin et le jeudi matin : douze entrées en moyenne, d’après le rapport d’activité. Le compte d’heures est le même. Le compte d’enfants, non.`,
    topic: 'education',
    placeName: 'Lyon 7e',
    country: 'FR',
    postcodes: ['69007'],
    goal: 1_500,
    closesInDays: 21,
    campaigner: { name: 'Yasmine Oudot', email: 'yasmine.oudot@campagne.example' },
    maker: {
      name: 'Claire Fontanel',
      role: 'Adjointe à la culture',
      organisation: 'Mairie du 7e arrondissement',
      email: 'culture@mairie7.example',
      openedDaysAgo: 16,
      acknowledgedDaysAgo: 14,
    },
    submittedDaysAgo: 22,
    openedDaysAgo: 20,
    signatures: { confirmed: 1_236, local: 0.71, abroad: 0.01, waves: [6, 13] },
    comments: [
      'J’y ai appris à lire à trente-huit ans, à la table près des mangas.',
      'Six écoles, une bibliothèque, un seul jour. Fermez un autre jour.',
      'L’heure du conte dure deux heures et personne ne s’en plaint.',
      'Mon fils y fait ses devoirs : nous n’avons pas d’ordinateur.',
      'Ancienne bibliothécaire. Le mercredi, c’est la moitié de la semaine.',
      'La proposition du mardi et du jeudi matin est raisonnable.',
      'Pour Madame Bensaïd.',
      'C’est le seul endroit au chaud où l’on ne me demande pas de consommer.',
    ],
    news: [
      {
        daysAgo: 8,
        title: 'Une réunion, et une bonne question',
        body: 'L’adjointe nous a reçus mercredi, à la bibliothèque. Elle a assisté à la fin de l’heure du conte, puis elle a demandé combien d’enfants venaient d’habitude. Nous avons répondu : comptez. Il y en avait **quarante et un**.',
      },
    ],
    reply: {
      submittedDaysAgo: 1,
      body: 'Nous étudions la proposition d’une fermeture le mardi et le jeudi matin. Les agents seront consultés la semaine prochaine, et la décision sera prise avant la fin du mois.',
      signedBy: 'Claire Fontanel, adjointe à la culture',
    },
  },
  {
    slug: 'de-l-ombre-dans-la-cour',
    locale: 'fr',
    state: 'open',
    title: 'De l’ombre dans la cour',
    ask: 'Planter douze arbres et retirer la moitié du bitume de la cour de l’école des Tamaris avant l’été prochain.',
    body: `Le 18 juin, à 15 heures, un thermomètre posé sur le toboggan de l’école des Tamaris a marqué 61 degrés. Ce jour-là, les enfants ont passé la récréation dans le couloir, assis le long du mur, les pieds rentrés pour laisser passer les grands.

La cour mesure 1 900 mètres carrés. Elle compte un arbre. C’est un platane, il a quarante ans, et à midi il fait de l’ombre à deux classes sur neuf. Les maîtresses ont fait un tour de rôle. Les enfants l’appellent « le tour de platane ».

Nous demandons douze arbres, de la terre et des copeaux à la place de la moitié du bitume, et une pergola pour les cinq ans qu’il faut aux arbres pour grandir. D’autres communes l’ont fait pour le prix d’un rond-point.

**Ce n’est pas une question de confort.** Une cour à 61 degrés, c’est une cour fermée ; et une cour fermée, c’est une école où l’on n’apprend plus rien après 14 heures.`,
    topic: 'environment',
    placeName: 'Montpellier',
    country: 'FR',
    postcodes: ['34'],
    goal: 500,
    closesInDays: 52,
    campaigner: { name: 'Parents des Tamaris', email: 'parents.tamaris@campagne.example' },
    maker: {
      name: 'Étienne Sarraute',
      role: 'Adjoint aux écoles',
      organisation: 'Ville de Montpellier',
      email: 'ecoles@ville-tamaris.example',
      openedDaysAgo: 6,
    },
    submittedDaysAgo: 10,
    openedDaysAgo: 8,
    signatures: { confirmed: 214, local: 0.88, abroad: 0.01, waves: [5] },
    comments: [
      'Ma fille est en CP. Son tour de platane, c’est le jeudi.',
      '61 degrés sur un toboggan. Qui laisserait son enfant dessus ?',
      'J’enseigne ici depuis onze ans. En juin, après le déjeuner, ils dorment sur les tables.',
      'Paysagiste : je donne les plans.',
      'Le platane était déjà là quand j’avais six ans. Il est temps qu’il ait de la compagnie.',
    ],
  },
  {
    slug: 'un-medecin-pour-vaubrison',
    locale: 'fr',
    state: 'open',
    title: 'Un médecin pour le canton de Vaubrison',
    ask: 'Ouvrir à Vaubrison un centre de santé avec deux médecins salariés avant le départ du docteur Lauriol.',
    body: `Le docteur Lauriol a soixante-huit ans. Il soigne 2 900 personnes dans onze communes, il conduit 40 000 kilomètres par an, et il partira en décembre. Il l’a dit il y a trois ans, il y a deux ans, l’an dernier. Il n’a plus personne à qui le dire.

Après lui, le cabinet le plus proche qui prend de nouveaux patients est à cinquante-quatre minutes. Par la route, quand il ne neige pas. Il n’y a pas de car.

Nous ne demandons pas que l’on oblige qui que ce soit à s’installer ici. Nous demandons ce qui a marché ailleurs : **un centre de santé avec des médecins salariés**, un secrétariat, une infirmière en pratique avancée. Des médecins qui veuillent bien venir si l’on ne leur demande pas d’être aussi comptables, propriétaires et seuls. Nous en connaissons deux. Ils nous l’ont écrit.

Le local existe : l’ancienne perception, de plain-pied, chauffée, propriété de la communauté de communes. Onze maires sur onze ont voté pour. Il manque une signature au département, et c’est pourquoi nous apportons les nôtres.

Dans nos communes, une personne sur trois a plus de soixante-cinq ans. On nous dit que la télémédecine viendra. En attendant, c’est le réseau téléphonique que nous attendons.`,
    topic: 'health',
    placeName: 'Canton de Vaubrison',
    country: 'FR',
    postcodes: ['23'],
    goal: 2_500,
    closesInDays: 12,
    campaigner: { name: 'Bernard Teyssier', email: 'bernard.teyssier@campagne.example' },
    maker: {
      name: 'Solange Marchadier',
      role: 'Présidente du conseil départemental',
      organisation: 'Département de la Creuse',
      email: 'cabinet@departement-creuse.example',
      rhythm: 'weekly',
      openedDaysAgo: 55,
      acknowledgedDaysAgo: 51,
    },
    submittedDaysAgo: 62,
    openedDaysAgo: 60,
    signatures: { confirmed: 2_380, local: 0.74, abroad: 0.02, waves: [14, 31, 48] },
    comments: [
      'Le docteur Lauriol a mis au monde mes deux enfants et fermé les yeux de mon père.',
      'Cinquante-quatre minutes, c’est quand la route est sèche.',
      'J’ai quatre-vingt-trois ans et je ne conduis plus.',
      'Je suis infirmière dans le canton. Onze maires sur onze : écoutez-les.',
      'Nous sommes partis en ville pour ça. Nous serions restés.',
      'Interne en médecine générale. Salariée, à deux, avec un secrétariat : je viens.',
      'Pour mes parents, qui ne diront jamais qu’ils ont peur.',
      'Le local est chauffé et vide. Il manque une signature.',
      'La maison que nous voulions acheter est à Vaubrison. Nous attendons de savoir.',
    ],
    news: [
      {
        daysAgo: 44,
        title: 'Onze maires sur onze',
        body: 'Le conseil communautaire a voté hier soir, à l’unanimité, la mise à disposition de l’ancienne perception. Le bail est prêt. Merci aux quatre-vingts personnes venues s’asseoir sur les marches.',
      },
      {
        daysAgo: 11,
        title: 'Deux médecins nous ont écrit',
        body: 'Ils travaillent ensemble dans un hôpital à trois heures d’ici. Ils ont lu la pétition dans le journal. Ils ont posé quatre questions : le salaire, le logement, l’école, la fibre. Nous avons répondu aux trois premières.',
      },
    ],
  },
  {
    slug: 'le-droit-de-reparer-nos-telephones',
    locale: 'fr',
    state: 'open',
    title: 'Le droit de réparer nos téléphones',
    ask: 'Obliger les fabricants à vendre pendant dix ans, à un prix juste, batteries, écrans et notices de réparation.',
    body: `Dans notre atelier, nous réparons gratuitement, le samedi, ce que les gens apportent. L’an dernier : 412 téléphones. 260 sont repartis en marche. Les 152 autres n’étaient pas cassés non plus. Il leur manquait une pièce à onze euros que personne n’avait le droit de nous vendre.

Une batterie collée se décolle. Un écran se change en vingt minutes. Ce qui ne se répare pas, c’est un appareil qui refuse une pièce parce que son numéro n’est pas le bon, ou dont le fabricant a retiré la notice le jour où il a sorti le modèle suivant.

## Nous demandons

1. des pièces vendues à tout le monde pendant dix ans, et pas seulement aux réparateurs agréés ;
2. un prix qui ne dépasse pas le quart de l’appareil neuf pour l’ensemble des pièces d’usure ;
3. la fin du verrouillage des pièces par logiciel ;
4. les notices en accès libre, dans la langue de qui répare.

Quatre personnes sur dix, dans notre quartier, n’ont pas d’autre ordinateur que leur téléphone. Quand il s’arrête, c’est la banque, le médecin, l’école et la préfecture qui s’arrêtent. Réparer n’est pas un passe-temps : c’est une façon de rester relié.`,
    topic: 'digital',
    goal: 10_000,
    closesInDays: 74,
    campaigner: { name: 'Atelier du Samedi', email: 'atelier.du.samedi@campagne.example' },
    maker: {
      name: 'Mathilde Aubertin',
      role: 'Secrétaire d’État au numérique',
      organisation: 'Ministère de l’Économie',
      email: 'secretariat-numerique@ministere.example',
      openedDaysAgo: 70,
    },
    submittedDaysAgo: 90,
    openedDaysAgo: 88,
    signatures: { confirmed: 6_148, local: 1, abroad: 0.22, waves: [4, 27, 52, 80] },
    comments: [
      '152 appareils jetés pour une pièce à onze euros.',
      'Je répare des téléphones depuis 2009. Le verrouillage des pièces me tue à petit feu.',
      'Mon téléphone a six ans et il va très bien, merci.',
      'À Dakar on répare tout, sauf ce qu’on nous empêche de réparer.',
      'Chez nous, c’est le téléphone ou rien.',
      'Professeure de technologie : mes élèves démontent, comprennent, puis butent sur un numéro de série.',
      'Aus Köln: dieselbe Batterie, dasselbe Problem.',
      'Da noi in officina è uguale. Firmo volentieri.',
      'لأن الإصلاح حق، لا هواية.',
      'J’ai payé cet appareil. Il est à moi.',
      'Le quart du prix du neuf : enfin un chiffre.',
      'Pour les notices dans la langue de qui répare.',
    ],
    news: [
      {
        daysAgo: 60,
        title: 'Cent vingt ateliers ont signé',
        body: 'De Brest à Mulhouse, cent vingt ateliers de réparation ont rejoint la demande. Ensemble, ils ont vu passer 31 000 appareils l’an dernier. Nous tenons la liste de ce qui leur a manqué : elle fait dix-neuf pages.',
      },
    ],
  },
  {
    slug: 'rouvrir-la-gare-de-sainte-colombe',
    locale: 'fr',
    state: 'closed',
    title: 'Rouvrir la gare de Sainte-Colombe',
    ask: 'Faire de nouveau arrêter quatre trains par jour à Sainte-Colombe-des-Bois.',
    body: `Quarante-deux trains traversent Sainte-Colombe chaque jour. Aucun ne s’arrête depuis 2014.

Le quai est là. L’éclairage aussi : il s’allume tous les soirs, pour personne. L’an dernier, on a même repeint la ligne blanche. Il ne manque à cette gare que le droit de freiner.

Nous sommes 3 800 dans la vallée. Neuf cents d’entre nous travaillent dans une ville desservie par cette ligne, et y vont en voiture. Un arrêt coûte trois minutes. Trois minutes, quatre fois par jour : voilà ce qui sépare une vallée qui a un avenir d’une vallée qui a une déviation.

Nous demandons deux arrêts le matin, deux arrêts le soir, pour un an. Si les trains s’arrêtent pour rien, nous serons les premiers à le dire.`,
    topic: 'transport',
    placeName: 'Sainte-Colombe-des-Bois',
    country: 'FR',
    postcodes: ['58'],
    goal: 3_000,
    campaigner: { name: 'Marguerite Vialle', email: 'marguerite.vialle@campagne.example' },
    maker: {
      name: 'Jérôme Castaing',
      role: 'Vice-président chargé des transports',
      organisation: 'Région Bourgogne-Franche-Comté',
      email: 'transports@region-bfc.example',
      openedDaysAgo: 95,
      acknowledgedDaysAgo: 92,
    },
    submittedDaysAgo: 102,
    openedDaysAgo: 100,
    closedDaysAgo: 4,
    signatures: { confirmed: 3_104, local: 0.58, abroad: 0.02, waves: [20, 55, 90] },
    comments: [
      'J’habite en face du quai. J’entends les quarante-deux.',
      'Il ne manque que le droit de freiner : c’est exactement ça.',
      'Une heure dix de voiture par jour, seule, depuis dix ans.',
      'Conducteur sur cette ligne. Trois minutes, on les a.',
      'Ma grand-mère prenait ce train pour vendre ses œufs. Je voudrais le prendre pour aller au lycée.',
      'Essayez un an. Vous verrez.',
    ],
    news: [
      {
        daysAgo: 40,
        title: 'Le train s’est arrêté, une fois',
        body: 'Mardi, un train en panne de signal est resté onze minutes à quai. Vingt-trois personnes sont venues le regarder. Le conducteur est descendu boire un café. Il a signé.',
      },
    ],
    reply: {
      submittedDaysAgo: 16,
      publishedDaysAgo: 15,
      body: 'La région a entendu la demande des habitants de la vallée.\n\nNous inscrirons **deux arrêts par jour**, un le matin et un le soir, à l’essai du prochain service annuel, pour une durée d’un an. Les deux autres dépendent d’un croisement sur voie unique : une étude est commandée, et ses résultats seront publiés au printemps.\n\nNous reviendrons à Sainte-Colombe présenter les comptages après six mois.',
      signedBy: 'Jérôme Castaing, vice-président chargé des transports',
    },
  },
  {
    slug: 'un-passage-sur-devant-le-college',
    locale: 'fr',
    state: 'victory',
    title: 'Un passage sûr devant le collège',
    ask: 'Installer un feu et un plateau surélevé devant le collège Louise-Michel avant la rentrée.',
    body: `Six cent quarante élèves traversent chaque matin la rue des Fabriques entre 8 heures et 8 h 20. La vitesse est limitée à 30. Nous avons emprunté un radar pédagogique pendant une semaine : la moitié des voitures passent à plus de 47.

En janvier, Inès, onze ans, a été renversée. Elle va bien. Elle boite un peu et elle fait des cauchemars, mais elle va bien. Nous ne voulons pas attendre le jour où nous ne pourrons plus écrire cette phrase.

Nous demandons un feu qui passe au rouge quand on arrive trop vite, un plateau surélevé et, d’ici là, deux personnes en gilet jaune. **Pas un rapport : un passage.**`,
    topic: 'transport',
    placeName: 'Montreuil',
    country: 'FR',
    postcodes: ['93'],
    goal: 500,
    campaigner: { name: 'Fatoumata Diarra', email: 'fatoumata.diarra@campagne.example' },
    maker: {
      name: 'Olivier Pasquet',
      role: 'Maire adjoint à la voirie',
      organisation: 'Ville de Montreuil',
      email: 'voirie@ville-passage.example',
      openedDaysAgo: 118,
      acknowledgedDaysAgo: 117,
    },
    submittedDaysAgo: 122,
    openedDaysAgo: 120,
    closedDaysAgo: 31,
    closingStatement:
      'Le feu est posé. Le plateau aussi. Ce matin, à 8 h 10, Inès a traversé la première.\n\nMerci aux 642 personnes qui ont signé, aux deux gilets jaunes du trottoir d’en face, et à la ville, qui a mis **onze semaines** entre la signature et la peinture.',
    signatures: { confirmed: 642, local: 0.83, abroad: 0.01, waves: [7] },
    comments: [
      'Je suis la tante d’Inès.',
      'Mon fils y passe chaque matin et chaque matin j’attends son message.',
      'Surveillante au collège. On compte les frôlements, pas les accidents.',
      'Pas un rapport : un passage.',
      'Je suis livreur. Oui, on roule trop vite ici. Mettez le feu.',
    ],
    reply: {
      submittedDaysAgo: 98,
      publishedDaysAgo: 97,
      body: 'Les mesures du radar confirment les vôtres. Le feu et le plateau sont votés et financés ; les travaux auront lieu pendant les vacances, et deux agents seront présents dès lundi.',
      signedBy: 'Olivier Pasquet, maire adjoint à la voirie',
    },
  },
  {
    slug: 'sauvons-le-bois-de-la-garenne',
    locale: 'fr',
    state: 'hidden',
    title: 'Sauvons le bois de la Garenne',
    ask: 'Classer le bois de la Garenne et refuser le permis de construire qui le menace.',
    body: `Le bois de la Garenne a sept hectares, un étang, et les seuls chênes de la commune que l’on ne puisse pas entourer de ses bras. Un projet de quarante-six logements en prendrait quatre.

Nous ne sommes pas contre les logements : nous en avons besoin. Nous demandons qu’ils soient construits sur la friche de l’ancienne laiterie, à quatre cents mètres, où il n’y a que du béton et des chats.`,
    topic: 'environment',
    placeName: 'Rennes',
    country: 'FR',
    postcodes: ['35'],
    goal: 1_000,
    closesInDays: 30,
    campaigner: { name: 'Collectif de la Garenne', email: 'collectif.garenne@campagne.example' },
    maker: {
      name: 'Anne-Laure Kermadec',
      role: 'Maire',
      organisation: 'Commune de la Garenne',
      email: 'mairie@commune-garenne.example',
      openedDaysAgo: 24,
    },
    submittedDaysAgo: 29,
    openedDaysAgo: 27,
    signatures: { confirmed: 389, local: 0.9, abroad: 0.01, waves: [10] },
    comments: ['Les chênes étaient là avant nous.', 'D’accord pour la laiterie.'],
    moderation: {
      daysAgo: 6,
      reason: 'personal-data',
      note: 'Une nouvelle donnait l’adresse personnelle du promoteur. La pétition reviendra dès qu’elle sera retirée.',
    },
  },
  {
    slug: 'eteindre-les-enseignes-la-nuit',
    locale: 'fr',
    state: 'submitted',
    title: 'Éteindre les enseignes la nuit',
    ask: 'Faire respecter l’extinction des enseignes et des vitrines entre 1 heure et 6 heures du matin.',
    body: `La règle existe depuis des années : entre 1 heure et 6 heures, les enseignes s’éteignent. Dans notre rue, à 3 heures, on peut lire le journal au milieu de la chaussée.

Nous avons photographié cent dix-huit vitrines pendant une semaine. Quatre-vingt-onze étaient allumées. Nous ne demandons ni loi ni amende nouvelle. Nous demandons une tournée, un courrier, puis une seconde tournée.

Les martinets reviendront peut-être. Nous, nous dormirons.`,
    topic: 'environment',
    placeName: 'Nantes',
    country: 'FR',
    postcodes: ['44'],
    goal: 300,
    closesInDays: 90,
    campaigner: { name: 'Loïc Guéguen', email: 'loic.gueguen@campagne.example' },
    maker: {
      name: 'Brigitte Rolland',
      role: 'Adjointe à la tranquillité publique',
      organisation: 'Ville de Nantes',
      email: 'tranquillite@ville-enseignes.example',
    },
    submittedDaysAgo: 2,
  },
  {
    slug: 'interdire-la-tondeuse-de-mon-voisin',
    locale: 'fr',
    state: 'rejected',
    title: 'Interdire la tondeuse de mon voisin',
    ask: 'Que la mairie confisque la tondeuse du 14, rue des Lilas.',
    body: `Tous les dimanches, à 8 h 30, mon voisin tond. Il tond même quand il n’y a rien à tondre. J’ai parlé à sa femme, j’ai écrit, j’ai offert une bouteille. Il tond.

Je demande que l’on fasse quelque chose.`,
    topic: 'other',
    placeName: 'Limoges',
    country: 'FR',
    postcodes: ['87'],
    goal: 100,
    closesInDays: 20,
    campaigner: { name: 'Gérard Peyrot', email: 'gerard.peyrot@campagne.example' },
    maker: {
      name: 'Sylvie Desmoulin',
      role: 'Maire',
      organisation: 'Commune des Lilas-sur-Vienne',
      email: 'mairie@commune-lilas.example',
    },
    submittedDaysAgo: 13,
    moderation: {
      daysAgo: 12,
      reason: 'out-of-scope',
      note: 'Un différend entre voisins se règle avec le conciliateur de justice : il est gratuit, et il reçoit en mairie.',
    },
  },
  {
    slug: 'un-composteur-par-immeuble',
    locale: 'fr',
    state: 'draft',
    title: 'Un composteur par immeuble',
    ask: 'Installer un composteur au pied de chaque immeuble de plus de dix logements.',
    body: `Un tiers de nos poubelles est de l’eau que l’on paie pour brûler.

Dans les trois immeubles qui ont essayé, le bac gris est passé de trois levées par semaine à deux.`,
    topic: 'environment',
    placeName: 'Lyon',
    country: 'FR',
    postcodes: ['69'],
    goal: 500,
    campaigner: { name: 'Nadia Ferhat', email: 'nadia.ferhat@campagne.example' },
    maker: {
      name: 'Hugo Delmas',
      role: 'Vice-président chargé des déchets',
      organisation: 'Métropole',
      email: 'dechets@metropole.example',
    },
  },
]

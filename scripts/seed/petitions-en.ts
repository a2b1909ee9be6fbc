/** Petitions in English, written for the demonstration. The people, offices and figures are invented. */

import type { DemoPetition } from './demo-petition.js'

export const ENGLISH_PETITIONS: DemoPetition[] = [
  {
    slug: 'a-night-bus-for-the-hospital',
    locale: 'en',
    state: 'open',
    title: 'A night bus for the hospital',
    ask: 'Run the 62 past midnight, every night, between the hospital and the estates it used to serve.',
    body: `At St Aidan’s, the late shift ends at half past eleven. The last 62 leaves at ten past.

Four hundred and thirty people clean, cook, carry and care there after dark. Most of them live along the old 62: Halton Row, the Crescents, Fenwick Lane. We asked them how they get home. A third walk, for up to an hour and a quarter. A third pay for a taxi out of wages that a taxi takes a fifth of. The rest wait for somebody to finish, and share.

Nobody decided this. The timetable was cut in 2019, one journey at a time, because each late bus looked empty from an office at noon. Together they were a line that held a hospital up.

## What we ask

- Three journeys a night, at 23:40, 00:20 and 01:00, seven nights a week.
- A two-year trial, so that people can rely on it before it is counted.
- Counts published every quarter, empty seats and all.

The trust has offered to pay a share. The operator has the drivers. It needs the combined authority to say yes.`,
    topic: 'transport',
    placeName: 'Leeds',
    country: 'GB',
    postcodes: ['LS'],
    goal: 2_500,
    closesInDays: 27,
    campaigner: { name: 'Moira Adeyemi', email: 'moira.adeyemi@campaign.example' },
    maker: {
      name: 'Judith Ashworth',
      role: 'Director of transport',
      organisation: 'Airedale Combined Authority',
      email: 'transport@airedale-authority.example',
      openedDaysAgo: 47,
      acknowledgedDaysAgo: 45,
    },
    submittedDaysAgo: 53,
    openedDaysAgo: 51,
    signatures: { confirmed: 1_760, local: 0.82, abroad: 0.02, waves: [11, 30, 44] },
    comments: [
      'I clean the wards. I have walked home past the same fox for three winters.',
      'My consultant’s car is in the car park. My cleaner’s bus is not. Both kept me alive.',
      'Ward sister, twenty-two years. We lose good people every spring to this.',
      'Halton Row. An hour and ten, if it is not icy.',
      'A fifth of her wages, to get home from earning them.',
      'I drive the 62. Give us the three journeys, we will run them.',
      'Publish the empty seats too: quite right. I trust people who do that.',
      'My dad was a porter there until he could not walk it any more.',
      'For the kitchen team, who fed us all through it.',
    ],
    news: [
      {
        daysAgo: 38,
        title: 'The trust will pay its share',
        body: 'St Aidan’s has put it in writing: **a third of the cost**, for two years. Thank you to everyone in the canteen who told their story to the board, some of them in their coats, on the way to a lift.',
      },
      {
        daysAgo: 9,
        title: 'We read the answer together',
        body: 'Sixty of us read the authority’s answer aloud in the community hall. It is not all we asked. It is also the first time in six years that a timetable here got longer.\n\nWe keep asking for Sundays.',
      },
    ],
    reply: {
      submittedDaysAgo: 12,
      publishedDaysAgo: 11,
      body: 'Thank you for a petition that brought its own figures.\n\nFrom the January timetable we will run **two journeys a night, at 23:40 and 00:40, Monday to Saturday**, as a two-year trial with the trust. Sunday needs a driver rota that the operator has to negotiate; we will report on it here by March.\n\nThe counts will be published every quarter, as you ask.',
      signedBy: 'Judith Ashworth, Director of transport',
    },
  },
  {
    slug: 'reopen-marlow-street-pool',
    locale: 'en',
    state: 'open',
    title: 'Reopen Marlow Street pool',
    ask: 'Mend the boiler of Marlow Street pool and reopen it before the summer holidays.',
    body: `The boiler failed on a Tuesday in February. A sign went up: closed until further notice. The notice has not come.

Eleven schools taught swimming here. Since February, none do. In Year 6 that means about 380 children who will leave primary school in a city with a harbour and two rivers, and not be able to swim.

It was never only lessons. It was the Wednesday group who came by minibus and for whom the water was the one place where nothing hurt. It was the women’s hour. It was a lot of old men in very small trunks talking about football.

The council’s own survey puts the boiler at £190,000. The pool next door is a leisure centre at £9.40 a swim, and it is full.

We ask for a boiler, and for a date. **A date would be a start.**`,
    topic: 'health',
    placeName: 'Bristol',
    country: 'GB',
    postcodes: ['BS'],
    goal: 1_000,
    closesInDays: 33,
    campaigner: { name: 'Priya Ramanathan', email: 'priya.ramanathan@campaign.example' },
    maker: {
      name: 'Gareth Pugsley',
      role: 'Cabinet member for public health',
      organisation: 'City Council',
      email: 'public.health@city-council.example',
      openedDaysAgo: 9,
    },
    submittedDaysAgo: 16,
    openedDaysAgo: 14,
    signatures: { confirmed: 865, local: 0.87, abroad: 0.01, waves: [3, 10] },
    comments: [
      'I taught at that pool for nineteen years. Every one of them could float by Easter.',
      'The water was the one place where nothing hurt. That was me.',
      'One of the old men. The trunks are not that small.',
      'Two rivers and a harbour. Teach them to swim.',
      'My daughter has asked every week since February. I tell her: soon.',
      'A date would be a start.',
      'The women’s hour was the only hour I had.',
    ],
  },
  {
    slug: 'publish-the-air-outside-our-schools',
    locale: 'en',
    state: 'submitted',
    title: 'Publish the air outside our schools',
    ask: 'Put the hourly readings of the six roadside monitors online, as they come in.',
    body: `There are six monitors on six lamp posts outside six schools. They measure the air every hour. The readings go into a report, and the report comes out once a year, in a table, eighteen months late.

We are not asking for anything to be built. We are asking for a file that exists to be put where parents can read it, while the children it is about are still at the school.

If the air is good, we will be the first to say so, loudly, at the gate.`,
    topic: 'environment',
    placeName: 'Sheffield',
    country: 'GB',
    postcodes: ['S'],
    goal: 500,
    closesInDays: 80,
    campaigner: { name: 'Tomasz Wilk', email: 'tomasz.wilk@campaign.example' },
    maker: {
      name: 'Rosalind Peake',
      role: 'Head of environmental services',
      organisation: 'Metropolitan Borough',
      email: 'environment@borough.example',
    },
    submittedDaysAgo: 4,
  },
  {
    slug: 'keep-the-ticket-office-at-harrowby',
    locale: 'en',
    state: 'victory',
    title: 'Keep the ticket office at Harrowby',
    ask: 'Withdraw the plan to close the ticket office at Harrowby Junction.',
    body: `The plan says that 88 per cent of tickets at Harrowby Junction are sold by machine. It does not say who buys the other twelve.

We stood by the window for a month and asked. A man who cannot see the screen. A woman taking her mother’s ashes to Fishguard, who needed somebody to tell her where to change. Lads with a railcard and a question. A great many people who had tried the machine first, and then come in to ask a person why it wanted £61.

Denise has worked that window for twenty-six years. She knows which lift is broken at Crewe. She has talked two people down from the far end of the platform, and she did not put that in a report either.

A machine sells tickets. **An office keeps a station.** We ask the company to withdraw the plan, and to put a chair next to the window while they are at it.`,
    topic: 'transport',
    placeName: 'Harrowby',
    country: 'GB',
    postcodes: ['NG'],
    goal: 5_000,
    campaigner: { name: 'Winifred Clay', email: 'winifred.clay@campaign.example' },
    maker: {
      name: 'Alastair Binns',
      role: 'Managing director',
      organisation: 'Midland Counties Railway',
      email: 'managing.director@midland-counties.example',
      openedDaysAgo: 133,
      acknowledgedDaysAgo: 129,
    },
    submittedDaysAgo: 141,
    openedDaysAgo: 139,
    closedDaysAgo: 46,
    closingStatement:
      'The plan is withdrawn, in full, for five years. Denise has a chair.\n\nTo the 5,320 of you: this was won by people who stood at a window and wrote down what they heard. Do it where you live. It works.',
    signatures: { confirmed: 5_320, local: 0.49, abroad: 0.05, waves: [12, 40, 71, 88] },
    comments: [
      'She told me where to change with the ashes. It was me. Thank you, Denise.',
      'I cannot see the screen. I can see Denise.',
      'It wanted £61. She sold me the same journey for £23.80.',
      'An office keeps a station.',
      'Signalman, retired. The window was lit when everything else was dark.',
      'From Christchurch, New Zealand, where they took ours in 1998.',
      'I was at the far end of the platform, in 2017. She knows.',
      'The twelve per cent are my customers. All of them matter.',
    ],
    news: [
      {
        daysAgo: 70,
        title: 'The consultation has been extended',
        body: 'More people have answered about Harrowby than about the rest of the line together. The company needs four more weeks to read it all. We have told them that we can wait: there is a waiting room.',
      },
    ],
    reply: {
      submittedDaysAgo: 50,
      publishedDaysAgo: 49,
      body: 'We got this wrong. A share of sales is not a measure of what an office does.\n\nThe proposal for Harrowby Junction is **withdrawn**, and we will not bring another before the end of the present contract. I spent a morning at the window with Denise, and I have asked for a chair.',
      signedBy: 'Alastair Binns, Managing director',
    },
  },
  {
    slug: 'a-bench-at-every-stop-on-route-14',
    locale: 'en',
    state: 'closed',
    title: 'A bench at every stop on route 14',
    ask: 'Put a bench with arms at each of the 31 stops of route 14.',
    body: `Route 14 has thirty-one stops and four benches. Between the clinic and the market, where most of its passengers are over seventy, there is none.

A bench with arms costs less than replacing a hip, and less than an outpatient appointment that nobody came to because the wait was twenty minutes standing up. We measured. We are mostly retired, and we have stopwatches.

Arms matter: they are how you get up again. Please do not send us the sloping kind.`,
    topic: 'housing',
    placeName: 'Cardiff',
    country: 'GB',
    postcodes: ['CF'],
    goal: 1_000,
    campaigner: { name: 'Gwen Pritchard', email: 'gwen.pritchard@campaign.example' },
    maker: {
      name: 'Rhodri Vaughan',
      role: 'Head of streets',
      organisation: 'City Council',
      email: 'streets@council-route14.example',
      rhythm: 'closing',
      openedDaysAgo: 70,
    },
    submittedDaysAgo: 79,
    openedDaysAgo: 77,
    closedDaysAgo: 15,
    closingStatement:
      'We close this at 1,012 signatures, and with eleven benches: all of them with arms. It is not thirty-one. The council will look again in the autumn, and so shall we, from a bench.',
    signatures: { confirmed: 1_012, local: 0.9, abroad: 0.02, waves: [18, 43] },
    comments: [
      'I am eighty-one. It is not the walking, it is the waiting.',
      'Arms matter. They are how you get up again.',
      'Carer. We plan every journey by where she can sit.',
      'Not the sloping kind!',
      'Bus driver on the 14. I wait for them to stand up, and then I am late.',
    ],
    news: [
      {
        daysAgo: 26,
        title: 'The first one is in',
        body: 'Outside the clinic, yesterday, at ten. Mrs Pritchard sat on it first, then everybody, in order of age.',
      },
    ],
  },
  {
    slug: 'stop-the-cycle-lane-on-the-quay',
    locale: 'en',
    state: 'retired',
    title: 'Stop the cycle lane on the quay',
    ask: 'Keep the loading bays on the quay, and stop the cycle lane planned in their place.',
    body: `There are nineteen shops on the quay, and every one of them is supplied from the bays that the plan would turn into a cycle lane. No bays, no deliveries before ten; no deliveries before ten, no bread at eight.

We are not against bicycles. Half of us came to work on one. We ask the council to stop, and to draw it again with the people who unload the vans.`,
    topic: 'work',
    placeName: 'Exeter',
    country: 'GB',
    postcodes: ['EX'],
    goal: 250,
    campaigner: { name: 'Dominic Farrow', email: 'dominic.farrow@campaign.example' },
    maker: {
      name: 'Imelda Shaw',
      role: 'Portfolio holder for highways',
      organisation: 'County Council',
      email: 'highways@county-quay.example',
      openedDaysAgo: 60,
      acknowledgedDaysAgo: 58,
    },
    submittedDaysAgo: 68,
    openedDaysAgo: 66,
    closedDaysAgo: 48,
    closingStatement:
      'The council drew it again, with us in the room: the lane is on the water side now, and the bays stay. What this petition asks to stop does not exist any more, so we withdraw it. We will be using the lane.',
    signatures: { confirmed: 143, local: 0.92, abroad: 0, waves: [6] },
    comments: ['No bays, no bread at eight.', 'I cycle to my own shop. Draw it again, do not drop it.'],
  },
  {
    slug: 'a-repair-cafe-in-every-library',
    locale: 'en',
    state: 'draft',
    title: 'A repair café in every library',
    ask: 'Open every branch library one Saturday a month for people who mend things.',
    body: `A library lends you a book so that not everyone has to buy it. A repair café lends you somebody who can solder.`,
    topic: 'environment',
    placeName: 'Leeds',
    country: 'GB',
    postcodes: ['LS'],
    goal: 500,
    campaigner: { name: 'Moira Adeyemi', email: 'moira.adeyemi@campaign.example' },
    maker: {
      name: 'Colin Brathwaite',
      role: 'Head of libraries',
      organisation: 'City Council',
      email: 'libraries@council-repair.example',
    },
  },
]

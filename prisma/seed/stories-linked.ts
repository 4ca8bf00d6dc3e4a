import type { Story } from './story';

/** One fault behind several requests in three languages, one order in parts, and somebody who wrote twice. */
export const LINKED_STORIES: readonly Story[] = [
  {
    subject: 'Boiler seal of the Ozolo Classic leaks (batch 26-09)',
    customer: 'priya',
    hoursAgo: 49,
    team: 'Technical help',
    assignee: 'emma',
    status: 'open',
    priority: 'urgent',
    type: 'problem',
    tags: ['recall'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Hello,\n\nTwo of the four Ozolo Classic that you delivered in September lose water under the boiler. Both have 26-09 on the type plate. We have switched them off.\n\nPriya Raman',
      },
      {
        by: 'emma',
        note: true,
        after: 40,
        text: 'The workshop found the cause: the supplier sent seals of the wrong hardness, about 140 machines of batch 26-09. New seals arrive on Wednesday. I gather everybody who writes about it here.',
      },
    ],
  },
  {
    subject: 'Water under my coffee machine',
    customer: 'sarah',
    hoursAgo: 46,
    team: 'Technical help',
    assignee: null,
    status: 'new',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Every morning there is a small puddle under my Ozolo Classic. The tank is full, so it must come from inside. Is it safe to go on using it?\n\nSarah Whitfield',
      },
    ],
  },
  {
    subject: 'Classic drips from below',
    customer: 'tom',
    hoursAgo: 44,
    team: 'Technical help',
    assignee: null,
    status: 'new',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'My two month old Classic has begun to drip from below while it heats up. What do you suggest?\n\nTom Hargreaves',
      },
    ],
  },
  {
    subject: 'Szivárog a kávégép alja',
    customer: 'katalin',
    hoursAgo: 43,
    team: 'Technical help',
    assignee: 'zsofia',
    status: 'open',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Tisztelt Ügyfélszolgálat!\n\nA szeptemberben vett Ozolo Classic alól fűtés közben víz szivárog. A típustáblán 26-09 áll. Mit tegyek?\n\nBalogh Katalin',
      },
      {
        by: 'zsofia',
        after: 35,
        text: 'Tisztelt Balogh Katalin!\n\nKérem, egyelőre ne használja a gépet. Vizsgáljuk az okot, és jelentkezünk.\n\nÜdvözlettel:\nKiss Zsófia',
      },
    ],
  },
  {
    subject: 'Víz folyik a gépből',
    customer: 'dora',
    hoursAgo: 41,
    team: 'Technical help',
    assignee: null,
    status: 'new',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Reggelre tócsa volt a pulton a gép alatt. A tartály nem repedt. Garanciális?\n\nFarkas-Wolfensberger Dóra Magdolna',
      },
    ],
  },
  {
    subject: 'Zem automāta krājas ūdens',
    customer: 'anna',
    hoursAgo: 40,
    team: 'Technical help',
    assignee: 'janis',
    status: 'open',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Labdien!\n\nZem mana Ozolo Classic katru rītu ir ūdens. Automāts pirkts septembrī. Vai to var labot?\n\nAnna Ozola',
      },
      {
        by: 'janis',
        after: 50,
        text: 'Labdien, Anna!\n\nPaldies par ziņu. Līdz atbildei, lūdzu, atvienojiet automātu no strāvas. Noskaidrojam cēloni.\n\nJānis Bērziņš',
      },
    ],
  },
  {
    subject: 'Classic tek pie katla',
    customer: 'edgars',
    hoursAgo: 38,
    team: 'Rīga shop',
    assignee: null,
    status: 'new',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Sveiki! Atvēru aizmuguri un redzu, ka ūdens nāk no katla blīves. Plāksnītē rakstīts 26-09. Vai atsūtīsiet jaunu blīvi?\n\nEdgars Vītols',
      },
    ],
  },
  {
    subject: 'Jaunās kafejnīcas aprīkojums Valmierā',
    customer: 'ilze',
    hoursAgo: 90,
    team: 'Rīga shop',
    assignee: 'janis',
    status: 'open',
    type: 'request',
    tags: ['bizness'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Labdien!\n\nDecembrī atveram kafejnīcu Valmierā. Vajadzīgs automāts ar divām grupām, ūdens filtrs un diena baristu apmācībai.\n\nIlze Kalēja\nSIA Rīta Kafija',
      },
      {
        by: 'janis',
        after: 60,
        text: 'Labdien, Ilze!\n\nSadalīju to trīs darbos, lai katrs virzītos savā gaitā. Par katru rakstīšu atsevišķi.\n\nJānis Bērziņš',
      },
    ],
  },
  {
    subject: 'Automāta piegāde uz Valmieru',
    customer: 'ilze',
    hoursAgo: 88,
    team: 'Orders',
    assignee: 'emma',
    status: 'solved',
    type: 'task',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Piegādei der jebkura darba diena līdz plkst. 15, ieeja no pagalma.\n\nIlze Kalēja',
      },
      {
        by: 'janis',
        after: 120,
        text: 'Labdien, Ilze!\n\nAutomāts būs pie Jums ceturtdien no 10 līdz 12.\n\nJānis Bērziņš',
      },
    ],
  },
  {
    subject: 'Ūdens filtra pieslēgšana',
    customer: 'ilze',
    hoursAgo: 87,
    team: 'Technical help',
    assignee: 'janis',
    status: 'on_hold',
    type: 'task',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Santehniķis jautā, kāds spiediens vajadzīgs pirms filtra.\n\nIlze Kalēja',
      },
    ],
  },
  {
    subject: 'Baristu apmācība',
    customer: 'ilze',
    hoursAgo: 86,
    team: 'Rīga shop',
    assignee: null,
    status: 'new',
    type: 'task',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Apmācībā būs četri cilvēki. Vislabāk derētu pirmdiena pirms atvēršanas.\n\nIlze Kalēja',
      },
    ],
  },
  {
    subject: 'Számlamásolat szeptemberről',
    customer: 'marton',
    hoursAgo: 62,
    team: 'Orders',
    assignee: 'zsofia',
    status: 'open',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Kérném a szeptemberi számla másolatát, az eredeti nem érkezett meg.\n\nTóth Márton',
      },
    ],
  },
  {
    subject: 'Még mindig nincs meg a számla',
    customer: 'marton',
    hoursAgo: 55,
    team: 'Orders',
    assignee: null,
    status: 'new',
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Tegnapelőtt már kértem a szeptemberi számlát, de választ nem kaptam.\n\nTóth Márton',
      },
    ],
  },
];

import type { Story } from './story';

export const ENGLISH_STORIES: readonly Story[] = [
  {
    subject: 'Espresso machine leaks after descaling',
    customer: 'sarah',
    hoursAgo: 3,
    team: 'Technical help',
    assignee: 'emma',
    status: 'open',
    priority: 'high',
    type: 'problem',
    tags: ['leak', 'warranty'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Hello,\n\nI descaled my Ozolo Duo on Saturday, exactly as the manual says, and since then water drips from under the drip tray. About half a cup in an hour.\n\nThe machine is eight months old (order 20418). Is it safe to keep using it?\n\nBest wishes,\nSarah Whitfield',
      },
      {
        by: 'emma',
        after: 22,
        text: 'Hello Sarah,\n\nThank you for telling us straight away. Please switch the machine off at the wall for now: the leak is nearly always a valve seal, and it is covered by your warranty.\n\nCould you send us a photo of the underside with the tray taken out? With that I can post the right seal today, or book a collection if you would rather we fitted it.\n\nKind regards,\nEmma',
      },
      {
        by: 'emma',
        note: true,
        after: 2,
        text: 'Third leak after descaling this month on the Duo. Batch 2602? Worth telling Péter.',
      },
      {
        by: 'customer',
        after: 95,
        text: 'Hi Emma, that was quick, thank you. I have taken two photos, the seal looks torn on one side. I would love to fit it myself if you send it.\n\nSarah',
      },
    ],
  },
  {
    subject: 'Invoice with our VAT number, order 20977',
    customer: 'priya',
    hoursAgo: 5,
    team: 'Orders',
    assignee: null,
    status: 'new',
    type: 'request',
    tags: ['invoice'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Good morning,\n\nCould you please re-issue the invoice for order 20977 with our VAT number GB 123 4567 89 on it? Our finance team closes the month on Wednesday.\n\nMany thanks,\nPriya Raman\nOffice Manager, Northwind Offices Ltd',
      },
    ],
  },
  {
    subject: 'Twelve grinders for our new floors: price and delivery?',
    customer: 'priya',
    hoursAgo: 49,
    team: 'Orders',
    assignee: 'peter',
    status: 'pending',
    type: 'question',
    tags: ['quote', 'business'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Hello, we are opening two more floors in January and would like twelve Ozolo Mill grinders. Can you offer a price, and could they arrive before 8 January?\n\nPriya',
      },
      {
        by: 'peter',
        after: 140,
        text: 'Dear Priya,\n\nCongratulations on the new floors! For twelve grinders I can offer 15 % off the list price and free delivery. They are in stock in Budapest and would reach you within four working days.\n\nShall I reserve them until Friday?\n\nKind regards,\nPéter',
      },
    ],
  },
  {
    subject: 'Parcel shows "delivered" but nothing is here',
    customer: 'tom',
    hoursAgo: 1,
    team: 'Orders',
    assignee: null,
    status: 'new',
    priority: 'urgent',
    type: 'complaint',
    tags: ['delivery', 'lost parcel'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'The courier says my parcel was delivered yesterday at 14:05 and "handed to resident". I live alone and was at work. The kettle is a birthday present for tomorrow!\n\nOrder 21033. Please help.\n\nTom Hargreaves',
      },
    ],
  },
  {
    subject: 'How do I turn off the beep on the kettle?',
    customer: 'elena',
    hoursAgo: 27,
    team: 'Technical help',
    assignee: 'emma',
    status: 'solved',
    tags: ['how-to'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Hi! The kettle is lovely but it wakes the baby. Can the beep be switched off?\n\nElena',
      },
      {
        by: 'emma',
        after: 35,
        text: 'Hello Elena,\n\nIt can: hold "Keep warm" for five seconds with the kettle switched on. The light blinks twice, and the beep is off until you do the same again.\n\nSleep well, all of you!\nEmma',
      },
      { by: 'customer', after: 61, text: 'It worked. Thank you!' },
    ],
  },
  {
    subject: 'Wrong colour delivered, can I swap it?',
    customer: 'elena',
    hoursAgo: 76,
    team: 'Orders',
    assignee: 'zsofia',
    status: 'on_hold',
    type: 'request',
    tags: ['exchange'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Hello, I ordered the cream kettle and a black one came. Could I exchange it? The box is opened but the kettle is unused.',
      },
      {
        by: 'zsofia',
        after: 50,
        text: 'Hello Elena,\n\nOf course, and I am sorry for the mix-up. A courier will bring the cream one and take the black one with him, so you are never without a kettle. I am confirming the day with the warehouse and will write again by tomorrow noon.\n\nKind regards,\nZsófia',
      },
      {
        by: 'zsofia',
        note: true,
        after: 5,
        text: 'Warehouse asked, waiting for a slot (their reference W-5512).',
      },
    ],
  },
  {
    subject: 'Subscription: skip the December beans',
    customer: 'sarah',
    hoursAgo: 120,
    team: 'Orders',
    assignee: 'emma',
    status: 'solved',
    type: 'request',
    tags: ['subscription'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'We are away for most of December. Please skip one month of beans and start again in January.',
      },
      {
        by: 'emma',
        after: 18,
        text: 'Hello Sarah,\n\nDone: nothing in December, the next bag leaves on 5 January. Enjoy the time away!\n\nEmma',
      },
    ],
  },
  {
    subject: 'Steam wand makes a loud whistle',
    customer: 'tom',
    hoursAgo: 30,
    team: 'Technical help',
    assignee: 'janis',
    status: 'pending',
    type: 'problem',
    tags: ['steam'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Since last week the steam wand whistles so loudly that the dog hides. It still steams. What could it be?',
      },
      {
        by: 'janis',
        after: 70,
        text: 'Hello Tom,\n\nThat sounds like a partly blocked tip. Please unscrew it (a quarter turn to the left), leave it in warm water with a spoon of citric acid for 20 minutes, and rinse.\n\nCould you tell me tomorrow whether the whistle is gone? If not, I will send a new tip.\n\nKind regards,\nJānis',
      },
    ],
  },
];

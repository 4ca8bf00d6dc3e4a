import type { Story } from './story';

export const HUNGARIAN_STORIES: readonly Story[] = [
  {
    subject: 'Nem fűt a vízforraló',
    customer: 'marton',
    hoursAgo: 2,
    team: 'Technical help',
    assignee: 'zsofia',
    status: 'open',
    priority: 'high',
    type: 'problem',
    tags: ['garancia'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Tisztelt Ügyfélszolgálat!\n\nA múlt héten vásárolt vízforralóm (20 955-ös rendelés) ma reggel óta nem melegít: a lámpa világít, de a víz hideg marad. Másik konnektorban is kipróbáltam.\n\nKérem, írják meg, mi a teendőm.\n\nÜdvözlettel:\nTóth Márton',
      },
      {
        by: 'zsofia',
        after: 31,
        text: 'Tisztelt Tóth Márton!\n\nKöszönöm a pontos leírást, sajnálom a kellemetlenséget. Mivel a készülék egyhetes, azonnal kicseréljük: holnap délelőtt a futár viszi az újat, és elhozza a hibásat. Önnek nincs vele teendője.\n\nMegfelel Önnek 9 és 12 óra között?\n\nÜdvözlettel:\nKiss Zsófia',
      },
      {
        by: 'customer',
        after: 44,
        text: 'Tökéletes, itthon leszek. Köszönöm a gyors segítséget!\n\nTóth Márton',
      },
    ],
  },
  {
    subject: 'Számla letöltése',
    customer: 'gabor',
    hoursAgo: 6,
    team: 'Orders',
    assignee: null,
    status: 'new',
    tags: ['számla'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Jó napot kívánok!\n\nHol tudom letölteni az októberi számlánkat? A fiókunkban csak a szeptemberit látom. A könyvelőnk péntekig kéri.\n\nNémeth Gábor\nKávéház Lánchíd Kft.',
      },
    ],
  },
  {
    subject: 'Két karos gép szervizelése a kávéházban',
    customer: 'gabor',
    hoursAgo: 52,
    team: 'Technical help',
    assignee: 'zsofia',
    status: 'on_hold',
    priority: 'high',
    type: 'request',
    tags: ['szerviz', 'üzleti'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Jó napot!\n\nAz egyik csoportfej nyomása ingadozik, csúcsidőben ez komoly gond. Mikor tudnának kijönni? Hétfőn és kedden zárás után (18 óra) vagyunk szabadok.\n\nNémeth Gábor',
      },
      {
        by: 'zsofia',
        after: 26,
        text: 'Tisztelt Németh Gábor!\n\nEgyeztetem a szerelővel a keddi 18 órát, és ma 16 óráig visszajelzek. Addig kérem, csúcsidőben a bal oldali csoportfejet használják.\n\nÜdvözlettel:\nKiss Zsófia',
      },
      { by: 'zsofia', note: true, after: 3, text: 'Szerelőnek átadva (Molnár Tamás), visszahívást várok.' },
    ],
  },
  {
    subject: 'Elégedetlen vagyok a kiszállítással',
    customer: 'dora',
    hoursAgo: 9,
    team: 'Orders',
    assignee: 'zsofia',
    status: 'open',
    priority: 'urgent',
    type: 'complaint',
    tags: ['kiszállítás', 'panasz'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Harmadszor módosították a kiszállítás napját, és egyszer sem szóltak előre. Szabadságot vettem ki miatta. Ez így nagyon csalódást keltő.\n\nFarkas-Wolfensberger Dóra Magdolna',
      },
      {
        by: 'zsofia',
        note: true,
        after: 12,
        text: 'A futárszolgálat hibája, de mi nem értesítettük. Felajánlanám a szállítási díj visszatérítését és egy csomag kávét.',
      },
    ],
  },
  {
    subject: 'Kávébab-előfizetés: másik pörkölés',
    customer: 'katalin',
    hoursAgo: 33,
    team: 'Orders',
    assignee: 'zsofia',
    status: 'pending',
    snoozedHours: 44,
    type: 'request',
    tags: ['előfizetés'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Szeretném a sötét pörkölést világosra cserélni a következő hónaptól. Lehetséges ez az ár változása nélkül?\n\nBalogh Katalin',
      },
      {
        by: 'zsofia',
        after: 58,
        text: 'Tisztelt Balogh Katalin!\n\nIgen, az ár nem változik. Két világos pörkölésünk van: az etióp gyümölcsösebb, a guatemalai csokoládésabb. Melyiket küldhetem Önnek?\n\nÜdvözlettel:\nKiss Zsófia',
      },
    ],
  },
  {
    subject: 'Garanciajegy elveszett',
    customer: 'katalin',
    hoursAgo: 150,
    team: 'Technical help',
    assignee: 'zsofia',
    status: 'solved',
    tags: ['garancia'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Elveszett a garanciajegyem, de megvan a számla. Így is érvényes a garancia?',
      },
      {
        by: 'zsofia',
        after: 15,
        text: 'Tisztelt Balogh Katalin!\n\nIgen, a számla elegendő. A készülék sorozatszámát a számlaszámhoz rendeltem, így legközelebb elég a nevét megadnia.\n\nÜdvözlettel:\nKiss Zsófia',
      },
      { by: 'customer', after: 20, text: 'Köszönöm szépen!' },
    ],
  },
];

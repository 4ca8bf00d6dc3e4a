import { saveOrder } from '@/features/orders/commands/save-order';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const DAY = 86_400_000;

type Bought = readonly [name: string, quantity: number, each: number];
type Told = Readonly<{
  customer: string;
  number: string;
  daysAgo: number;
  status: string;
  lines: readonly Bought[];
  summary?: string;
}>;

const SHOPS = {
  en: { system: 'Ozolo shop UK', currency: 'GBP', url: 'https://ozolo-coffee.example/en/orders/' },
  hu: { system: 'Ozolo webáruház', currency: 'HUF', url: 'https://ozolo-coffee.example/hu/rendelesek/' },
  lv: { system: 'Ozolo veikals', currency: 'EUR', url: 'https://ozolo-coffee.example/lv/pasutijumi/' },
} as const;

/** What the customers of the stories bought: the orders that they write of, and some from before. Prices in minor units. */
const TOLD: readonly Told[] = [
  {
    customer: 'sarah',
    number: '20418',
    daysAgo: 245,
    status: 'completed',
    lines: [
      ['Ozolo Duo espresso machine', 1, 64_900],
      ['Descaler, 250 ml', 2, 890],
    ],
  },
  {
    customer: 'sarah',
    number: '20871',
    daysAgo: 33,
    status: 'delivered',
    lines: [['House beans, 1 kg', 2, 1950]],
    summary: 'Bean subscription, November',
  },
  {
    customer: 'sarah',
    number: '21047',
    daysAgo: 2,
    status: 'processing',
    lines: [['House beans, 1 kg', 2, 1950]],
    summary: 'Bean subscription, December',
  },
  {
    customer: 'sarah',
    number: '19102',
    daysAgo: 502,
    status: 'completed',
    lines: [['Ozolo Mill grinder', 1, 18_900]],
  },
  {
    customer: 'priya',
    number: '20977',
    daysAgo: 12,
    status: 'paid',
    lines: [
      ['Ozolo Mill grinder', 2, 18_900],
      ['Office beans, 5 kg', 6, 7900],
      ['Water filter', 12, 1250],
      ['Milk jug, 600 ml', 4, 1490],
      ['Cleaning tablets, 100', 3, 1120],
    ],
  },
  {
    customer: 'tom',
    number: '21033',
    daysAgo: 4,
    status: 'delivered',
    lines: [
      ['Ozolo Kettle, cream', 1, 8900],
      ['Gift wrapping', 1, 350],
    ],
  },
  {
    customer: 'elena',
    number: '20902',
    daysAgo: 9,
    status: 'exchange requested',
    lines: [['Ozolo Kettle, cream', 1, 8900]],
  },
  {
    customer: 'marton',
    number: '20955',
    daysAgo: 8,
    status: 'delivered',
    lines: [
      ['Ozolo vízforraló, fekete', 1, 39_990],
      ['Vízszűrő betét', 2, 4490],
    ],
  },
  {
    customer: 'marton',
    number: '19640',
    daysAgo: 410,
    status: 'completed',
    lines: [['Házi kávékeverék, 1 kg', 3, 8990]],
  },
  {
    customer: 'gabor',
    number: '20811',
    daysAgo: 40,
    status: 'completed',
    lines: [
      ['Kávéházi keverék, 10 kg', 4, 74_900],
      ['Csoportfej-tömítés', 6, 1290],
    ],
    summary: 'Október havi szállítás',
  },
  {
    customer: 'gabor',
    number: '21001',
    daysAgo: 6,
    status: 'shipped',
    lines: [['Kávéházi keverék, 10 kg', 4, 74_900]],
    summary: 'November havi szállítás',
  },
  {
    customer: 'dora',
    number: '20988',
    daysAgo: 10,
    status: 'partially_refunded',
    lines: [
      ['Ozolo Duo eszpresszógép', 1, 289_900],
      ['Csészeszett, 6 darab', 1, 15_990],
    ],
  },
  {
    customer: 'katalin',
    number: '19877',
    daysAgo: 330,
    status: 'completed',
    lines: [['Ozolo daráló', 1, 84_900]],
  },
  {
    customer: 'anna',
    number: '18877',
    daysAgo: 255,
    status: 'completed',
    lines: [['Ozolo Solo kafijas automāts', 1, 44_900]],
  },
  {
    customer: 'anna',
    number: '20760',
    daysAgo: 48,
    status: 'delivered',
    lines: [
      ['Mājas maisījums, 1 kg', 2, 1890],
      ['Atkaļķotājs, 250 ml', 1, 790],
    ],
  },
  { customer: 'anna', number: '21040', daysAgo: 1, status: 'pending', lines: [['Ūdens filtrs', 3, 1150]] },
  {
    customer: 'edgars',
    number: '20844',
    daysAgo: 7,
    status: 'in_transit',
    lines: [
      ['Ozolo tējkanna', 1, 8490],
      ['Mājas maisījums, 500 g', 2, 1050],
    ],
  },
  {
    customer: 'ilze',
    number: '20930',
    daysAgo: 11,
    status: 'on-hold',
    lines: [['Dzirnaviņu asmeņi', 4, 3900]],
    summary: 'Divi komplekti gaida piegādi no ražotāja',
  },
];

/** Orders of the demo's customers, in pounds, forints and euros, from the shop of their language. */
export async function buildOrders(db: Db, { workspaceId, customers }: Cast, now: Date): Promise<void> {
  const ctx = {
    workspaceId,
    db,
    newId,
    actor: {
      kind: 'user',
      id: null,
      name: 'Ozolo shop',
      role: 'admin',
      scope: 'all',
      teamIds: [],
    } as const,
    now: () => now,
  };
  for (const { customer: key, number, daysAgo, status, lines, summary = '' } of TOLD) {
    const customer = customers.get(key);
    if (!customer) continue;
    const { system, currency, url } = SHOPS[customer.locale];
    const saved = await saveOrder(ctx, {
      ...{ system, number, status, currency, summary, url: `${url}${number}`, customer: { id: customer.id } },
      placedAt: new Date(now.getTime() - daysAgo * DAY - (Number(number) % 500) * 60_000),
      total: lines.reduce((sum, [, quantity, each]) => sum + quantity * each, 0),
      lines: lines.map(([name, quantity, each]) => ({ name, quantity, sku: null, total: quantity * each })),
    });
    if (!saved.ok) throw new Error(saved.error.code);
  }
}

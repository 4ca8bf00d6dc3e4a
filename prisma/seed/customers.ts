import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const TIERS = [
  [{ en: 'Gold', hu: 'Arany', lv: 'Zelts' }, 'gold'],
  [{ en: 'Partner', hu: 'Partner', lv: 'Partneris' }, 'blue'],
  [{ en: 'Regular', hu: 'Törzsvásárló', lv: 'Pastāvīgs' }, 'green'],
] as const;

/** What they agreed to, as it stood where they did. */
const WORDS = [
  'Kérek híreket és ajánlatokat a kávékról e-mailben.',
  'May we ask you now and then how it went?',
  'Vēlos saņemt jaunumus par kafiju e-pastā.',
] as const;

const SEGMENTS = [
  ['Gold', { field: 'tierId', operator: 'is_set' }],
  ['Magyarok', { field: 'customerLanguage', operator: 'is_any_of', values: ['hu'] }],
  ['Atvērti pieteikumi', { field: 'openTickets', operator: 'is_true' }],
] as const;

/** What the demo shop knows of its customers: tiers, segments, consents, a blocked domain, and one person twice. */
export async function buildCustomerCare(db: Db, { workspaceId, customers }: Cast, now: Date): Promise<void> {
  const tierIds = TIERS.map(() => newId());
  await db.loyaltyTier.createMany({
    data: TIERS.map(([names, colour], at) => ({
      workspaceId,
      id: tierIds[at] ?? newId(),
      rank: at + 1,
      names,
      colour,
      createdAt: now,
    })),
  });
  const people = [...customers.values()];
  for (const [at, { id }] of people.entries()) {
    const tierId = tierIds[at % 4];
    if (tierId) await db.customer.updateMany({ where: { workspaceId, id }, data: { tierId } });
  }
  await buildChoices(db, { workspaceId, people, now });
  await db.customerConsent.createMany({
    data: people.slice(0, 6).map(({ id }, at) => ({
      workspaceId,
      id: newId(),
      customerId: id,
      kind: at % 2 === 0 ? 'marketing' : 'surveys',
      given: at !== 3,
      source: ['Webshop', 'Telefon', 'Veidlapa'][at % 3] ?? 'Webshop',
      note: WORDS[at % 3] ?? '',
      at: now,
      byName: '',
      createdAt: now,
    })),
  });
  await db.customerSegment.createMany({
    data: SEGMENTS.map(([name, conditions]) => ({
      workspaceId,
      id: newId(),
      name,
      conditions,
      columns: ['email', 'phone', 'organization', 'tier', 'language', 'open', 'contact'],
      createdAt: now,
      updatedAt: now,
    })),
  });
  await db.blockedSender.createMany({
    data: [
      {
        workspaceId,
        id: newId(),
        kind: 'domain',
        value: 'cheap-prizes.example',
        reason: 'Prize draws',
        createdAt: now,
      },
    ],
  });
  await oneTwice(db, { workspaceId, first: people[0], now });
}

type People = Readonly<{ workspaceId: string; people: readonly Readonly<{ id: string }>[]; now: Date }>;

/** The numbers of some in the shop, and the mails that two do not want. */
async function buildChoices(db: Db, { workspaceId, people, now }: People): Promise<void> {
  for (const [at, { id }] of people.slice(0, 5).entries()) {
    await db.customer.updateMany({
      where: { workspaceId, id },
      data: { externalId: `SHOP-${10_482 + at * 37}` },
    });
  }
  await db.customerSaidNumber.createMany({
    data: people.slice(0, 3).map(({ id: customerId }, at) => ({
      workspaceId,
      id: newId(),
      customerId,
      number: ['+36305550142', '+37120000187', '+447700900123'][at] ?? '',
      createdAt: now,
    })),
  });
  await db.customerMailChoice.createMany({
    data: people.slice(1, 3).map(({ id: customerId }, at) => ({
      workspaceId,
      customerId,
      acknowledgements: at === 0,
      updates: false,
      updatedAt: now,
    })),
  });
}

type Twice = Readonly<{
  workspaceId: string;
  first: Readonly<{ name: string; email: string; locale: string }> | undefined;
  now: Date;
}>;

/** The first customer also wrote from another address: a look-alike that the desk suggests to merge. */
async function oneTwice(db: Db, { workspaceId, first, now }: Twice): Promise<void> {
  if (!first) return;
  const id = newId();
  const local = first.email.slice(0, first.email.indexOf('@'));
  await db.customer.create({
    data: { workspaceId, id, displayName: first.name, locale: first.locale, createdAt: now },
  });
  await db.customerIdentity.create({
    data: { workspaceId, id: newId(), customerId: id, kind: 'email', value: `${local}@home.example` },
  });
}

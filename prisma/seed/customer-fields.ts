import type { StaffActor } from '@/domain/permission/actor';
import { saveField } from '@/features/fields/commands/save-field';
import { setOwnFields } from '@/features/fields/commands/set-own-fields';
import { fieldInput } from '@/features/fields/inputs';
import { saveSegment } from '@/features/segments/commands/save-segment';
import { segmentInput } from '@/features/segments/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

type Words = readonly [string, string, string];
const texts = ([en, hu, lv]: Words) => ({ en, hu, lv });
const option = (key: string, ...words: Words) => ({ key, names: texts(words), archived: false });

const FIELDS = [
  {
    entity: 'customer',
    key: 'loyalty_card',
    kind: 'pattern',
    pattern: 'KC-?\\d{6}',
    names: texts(['Loyalty card', 'Törzsvásárlói kártya', 'Klienta karte']),
    descriptions: texts([
      'KC and six digits, as on the card.',
      'KC és hat számjegy, ahogy a kártyán áll.',
      'KC un seši cipari, kā uz kartes.',
    ]),
  },
  {
    entity: 'customer',
    key: 'machine',
    kind: 'choice',
    names: texts(['Coffee machine', 'Kávégép', 'Kafijas automāts']),
    options: [
      option('forest', 'Forest', 'Forest', 'Forest'),
      option('river', 'River', 'River', 'River'),
      option('stone', 'Stone mini', 'Stone mini', 'Stone mini'),
      option('other', 'Another make', 'Más gyártmány', 'Cits ražotājs'),
    ],
  },
  {
    entity: 'customer',
    key: 'bought_on',
    kind: 'date',
    names: texts(['Machine bought on', 'A gép vásárlásának napja', 'Automāts pirkts']),
    shownWhen: ['forest', 'river', 'stone'],
  },
  {
    entity: 'customer',
    key: 'cups_a_day',
    kind: 'number',
    names: texts(['Cups a day', 'Csésze naponta', 'Tases dienā']),
  },
  {
    entity: 'customer',
    key: 'taste',
    kind: 'multi_choice',
    names: texts(['Likes', 'Kedveli', 'Garšo']),
    options: [
      option('dark', 'Dark roast', 'Sötét pörkölés', 'Tumšs grauzdējums'),
      option('light', 'Light roast', 'Világos pörkölés', 'Gaišs grauzdējums'),
      option('decaf', 'Decaffeinated', 'Koffeinmentes', 'Bez kofeīna'),
      option('milk', 'Milk drinks', 'Tejes italok', 'Dzērieni ar pienu'),
    ],
  },
  {
    entity: 'organization',
    key: 'contract',
    kind: 'choice',
    names: texts(['Contract', 'Szerződés', 'Līgums']),
    options: [
      option('service', 'Yearly service', 'Éves szerviz', 'Ikgadējā apkope'),
      option('rental', 'Machine rental', 'Gépbérlet', 'Automāta noma'),
    ],
  },
  {
    entity: 'organization',
    key: 'contract_until',
    kind: 'date',
    names: texts(['Contract runs until', 'A szerződés vége', 'Līgums spēkā līdz']),
  },
] as const;

const TASTES = [['dark'], ['light', 'milk'], ['decaf'], ['dark', 'milk']] as const;

/** What the demo shop itself notes of customers and firms, filled in for two of three people, with segments that ask for it. */
export async function buildCustomerFields(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = cast.users.get('eszter');
  if (!owner) throw new Error('nobody plays eszter');
  const actor: StaffActor = { kind: 'user', ...owner, role: 'owner', scope: 'all', teamIds: [] };
  const ctx: StaffContext = { workspaceId: cast.workspaceId, actor, db, now: () => now, newId };
  const ids = await buildFields(ctx);
  const people = [...cast.customers.values()];
  for (const [at, { id }] of people.entries()) {
    if (at % 3 !== 2) await fill(ctx, { entity: 'customer', ownerId: id, fields: notedOf(at, now) });
  }
  const firms = await db.organization.findMany({
    where: { workspaceId: cast.workspaceId },
    orderBy: { name: 'asc' },
    select: { id: true },
  });
  for (const [at, { id }] of firms.entries()) {
    const fields = { contract: at % 2 ? 'rental' : 'service', contract_until: dayAfter(now, 60 + at * 120) };
    await fill(ctx, { entity: 'organization', ownerId: id, fields });
  }
  await buildSegments(ctx, ids);
}

async function buildFields(ctx: StaffContext): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const field of FIELDS) {
    const shown = 'shownWhen' in field ? [{ field: ids.get('machine'), anyOf: field.shownWhen }] : [];
    const saved = await saveField(ctx, fieldInput.parse({ ...field, shownWhen: shown }));
    if (!saved.ok) throw new Error(`${field.key}: ${saved.error.code}`);
    ids.set(field.key, saved.value.fieldId);
  }
  return ids;
}

const DAY = 86_400_000;
const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

function notedOf(at: number, now: Date) {
  const machine = ['forest', 'river', 'stone', 'other'][at % 4];
  return {
    loyalty_card: `KC-${String(104_217 + at * 7919).slice(0, 6)}`,
    machine,
    ...(machine !== 'other' && { bought_on: dayAfter(now, -40 - at * 53) }),
    cups_a_day: 2 + ((at * 5) % 9),
    taste: TASTES[at % 4],
  };
}

async function fill(ctx: StaffContext, input: Parameters<typeof setOwnFields>[1]): Promise<void> {
  const done = await setOwnFields(ctx, input);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

async function buildSegments(ctx: StaffContext, ids: ReadonlyMap<string, string>): Promise<void> {
  const segments = [
    ['Heavy drinkers', { field: `customer.${ids.get('cups_a_day')}`, operator: 'at_least', values: ['6'] }],
    ['Szerződéses cégek', { field: `organization.${ids.get('contract')}`, operator: 'is_set' }],
    [
      'Forest un River',
      { field: `customer.${ids.get('machine')}`, operator: 'is_any_of', values: ['forest', 'river'] },
    ],
  ] as const;
  for (const [name, conditions] of segments) {
    const saved = await saveSegment(ctx, segmentInput.parse({ name, conditions }));
    if (!saved.ok) throw new Error(`${name}: ${saved.error.code}`);
  }
}

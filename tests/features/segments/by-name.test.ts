import { expect, test } from 'vitest';
import { listOrganizations } from '@/features/organizations/queries';
import { listCustomerLines } from '@/features/segments/customer-lines';
import { LOCALES, type Locale } from '@/i18n/locales';
import { database } from '@/server/db/client';
import { newWorld } from '../../support/world';

const NAMES = [
  'Čaks',
  'Cukor',
  'Csaba',
  'Dóra',
  'Dzsenifer',
  'Ottó',
  'Ödön',
  'Odon',
  'zīle',
  'Žanis',
  'Zsófia',
];

/** By the rules of CLDR: in Hungarian cs, dzs, ö and zs are letters of their own, in Latvian č and ž. */
const SORTED: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Čaks', 'Csaba', 'Cukor', 'Dóra', 'Dzsenifer', 'Odon', 'Ödön', 'Ottó', 'Žanis', 'zīle', 'Zsófia'],
  hu: ['Čaks', 'Cukor', 'Csaba', 'Dóra', 'Dzsenifer', 'Odon', 'Ottó', 'Ödön', 'Žanis', 'zīle', 'Zsófia'],
  lv: ['Csaba', 'Cukor', 'Čaks', 'Dóra', 'Dzsenifer', 'Odon', 'Ödön', 'Ottó', 'zīle', 'Zsófia', 'Žanis'],
};

async function peopleAndFirms() {
  const world = await newWorld();
  const ctx = await world.member();
  const rows = NAMES.map((name) => ({ workspaceId: world.workspaceId, id: ctx.newId(), name }));
  await world.db.customer.createMany({
    data: rows.map(({ name: displayName, ...row }) => ({ ...row, displayName })),
  });
  await world.db.organization.createMany({ data: rows.map((row) => ({ ...row, domains: [] })) });
  return { world, ctx };
}

test('customers and organizations stand in the alphabet of who reads, over any pages', async () => {
  const { ctx } = await peopleAndFirms();
  for (const locale of LOCALES) {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listCustomerLines>> = await listCustomerLines(ctx, {
        ...{ q: '', conditions: null, sort: 'name', after, limit: 3, locale },
      });
      names.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect([locale, names]).toEqual([locale, SORTED[locale]]);
    const firms = await listOrganizations(ctx, { q: '', after: null, locale });
    expect(firms.rows.map(({ name }) => name)).toEqual(SORTED[locale]);
    const fourth = firms.rows[3]?.id ?? '';
    const rest = await listOrganizations(ctx, { q: '', after: fourth, locale });
    expect(rest.rows.map(({ name }) => name)).toEqual(SORTED[locale].slice(4));
  }
});

test.each(LOCALES)('an index holds the names in the order of each language: %s', async (locale) => {
  const rows = await database().$queryRaw<{ indexdef: string }[]>`
    select indexdef from pg_indexes where indexname in (${`Customer_by_name_${locale}`}, ${`Organization_by_name_${locale}`})`;
  expect(rows).toHaveLength(2);
  for (const { indexdef } of rows) expect(indexdef).toContain(`COLLATE "${locale}-x-icu", id)`);
});

import { expect, test } from 'vitest';
import { plain } from '@/domain/search/plain';
import { newWorld } from '../../support/world';

const TEXTS = [
  'Árvíztűrő TÜKÖRFÚRÓGÉP',
  'Glāžšķūņa rūķīši ŽĪĻBĀRDA',
  'Straße',
  'Łódź',
  'Ærø',
  'naïve café',
  'Привет',
];

test('accents and capitals go, letters stay', () => {
  expect(TEXTS.slice(0, 3).map(plain)).toEqual([
    'arvizturo tukorfurogep',
    'glazskuna rukisi zilbarda',
    'strasse',
  ]);
});

test('the database spells plain words in the same way', async () => {
  const { db } = await newWorld({ mailbox: false });
  const rows = await db.$queryRaw<
    { plain: string }[]
  >`select plain(text) as plain from unnest(${TEXTS}::text[]) as text`;
  expect(rows.map((row) => row.plain)).toEqual(TEXTS.map(plain));
});

import { beforeAll, describe, expect, test } from 'vitest';
import { searchArticles } from '@/features/knowledge/search-articles';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { written } from '../../../prisma/seed/article-text';
import { ENGLISH_ARTICLES } from '../../../prisma/seed/articles-english';
import { HUNGARIAN_ARTICLES } from '../../../prisma/seed/articles-hungarian';
import { LATVIAN_ARTICLES } from '../../../prisma/seed/articles-latvian';
import { newWorld } from '../../support/world';
import { liveArticle } from './support';

/** Questions as people type them, and the article that answers: without accents, in other forms, misspelt. */
const QUESTIONS: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  en: [
    ['how long does shipping take', 'delivery_times'],
    ['shipping cost', 'delivery_cost'],
    ['locker code does not work', 'parcel_locker'],
    ['where is my parcel', 'track_order'],
    ['wrong delivery address', 'change_address'],
    ['box was damaged', 'damaged_parcel'],
    ['something is missing in the package', 'missing_item'],
    ['I want to send it back', 'return_item'],
    ['how can I return shoes', 'return_item'],
    ['when will I get my refund', 'refund_time'],
    ['different size', 'exchange_size'],
    ['waranty', 'warranty'],
    ['guarantee period', 'warranty'],
    ['repair my machine', 'repair'],
    ['invoce', 'invoice'],
    ['vat number company', 'company_invoice'],
    ['pay by card or transfer', 'payment_methods'],
    ['card declined', 'payment_failed'],
    ['coupon code not working', 'discount_code'],
    ['cancel my order', 'cancel_order'],
    ['forgot password', 'reset_password'],
    ['delete my data', 'delete_account'],
    ['unsubscribe', 'newsletter'],
    ['how many points', 'loyalty_points'],
    ['gift crad', 'gift_card'],
  ],
  hu: [
    ['mennyi ido a kiszallitas', 'delivery_times'],
    ['szallitasi koltseg', 'delivery_cost'],
    ['csomagautomata kod', 'parcel_locker'],
    ['hol a csomagom', 'track_order'],
    ['rossz címet adtam meg', 'change_address'],
    ['törött termék érkezett sérült csomag', 'damaged_parcel'],
    ['hianyzik egy termek', 'missing_item'],
    ['visszaküldeni', 'return_item'],
    ['termek visszakuldese', 'return_item'],
    ['mikor kapok pénzt vissza', 'refund_time'],
    ['masik meret', 'exchange_size'],
    ['garancia', 'warranty'],
    ['jotallas mennyi ev', 'warranty'],
    ['javitas', 'repair'],
    ['szamlat hol talalom', 'invoice'],
    ['adoszam', 'company_invoice'],
    ['utanvet', 'payment_methods'],
    ['elutasitott kartya', 'payment_failed'],
    ['kupon nem mukodik', 'discount_code'],
    ['lemondani a rendelest', 'cancel_order'],
    ['jelszo', 'reset_password'],
    ['adataim törlése', 'delete_account'],
    ['leiratkozni', 'newsletter'],
    ['hüsegpont', 'loyalty_points'],
  ],
  lv: [
    ['cik ilgi piegade', 'delivery_times'],
    ['piegādes maksa', 'delivery_cost'],
    ['pakomata kods', 'parcel_locker'],
    ['kur ir pasutijums', 'track_order'],
    ['bojata paka', 'damaged_parcel'],
    ['gribu atgriezt preces', 'return_item'],
    ['preces atgriesana', 'return_item'],
    ['kad atmaksas naudu', 'refund_time'],
    ['bojātta paka', 'damaged_parcel'],
    ['garantijja', 'warranty'],
    ['cits izmers', 'exchange_size'],
    ['garantijas termins', 'warranty'],
    ['remonts', 'repair'],
    ['rekinu', 'invoice'],
    ['samaksat ar karti', 'payment_methods'],
    ['maksajums noraidits', 'payment_failed'],
    ['atlaižu kods', 'discount_code'],
    ['atcelt', 'cancel_order'],
    ['parole', 'reset_password'],
    ['jaunumu vestules', 'newsletter'],
    ['punkti', 'loyalty_points'],
    ['garanija', 'warranty'],
  ],
};

/** Slips as fingers make them (letters swapped, missing, doubled, wrong), what they are read as, and the article that answers. */
const SLIPS: Readonly<Record<Locale, readonly (readonly [string, string, string])[]>> = {
  en: [
    ['waranyt', 'warranty', 'warranty'],
    ['invoce', 'invoice', 'invoice'],
    ['passsword', 'password', 'reset_password'],
    ['reoair', 'repair', 'repair'],
  ],
  hu: [
    ['jeslzó', 'jelszo', 'reset_password'],
    ['elfelejtett jelsó', 'jelszo', 'reset_password'],
    ['garrancia', 'garanciat', 'warranty'],
    ['hírlevek', 'hirlevel', 'newsletter'],
    ['szálmát kérek', 'szamlat', 'invoice'],
    ['visszküldés', 'visszakuldes', 'return_item'],
    ['cssomagautomata', 'csomagautomata', 'parcel_locker'],
    ['leiratkazás', 'leiratkozas', 'newsletter'],
  ],
  lv: [
    ['gaarntija', 'garantija', 'warranty'],
    ['atgrizt preci', 'atgriezt', 'return_item'],
    ['rēķiins', 'rekins', 'invoice'],
    ['parale', 'paroli', 'reset_password'],
    ['pakmoāts', 'pakomats', 'parcel_locker'],
    ['remots', 'remonts', 'repair'],
    ['pasutijuums', 'pasutijums', 'track_order'],
    ['izsekosana pasutijuns', 'pasutijums', 'track_order'],
  ],
};

const TEXTS = { en: ENGLISH_ARTICLES, hu: HUNGARIAN_ARTICLES, lv: LATVIAN_ARTICLES };
const INTERNAL = ['goodwill_limits', 'carrier_contacts'];

let manager: StaffContext;
const titles = new Map<string, string>();

beforeAll(async () => {
  manager = await (await newWorld()).member({ role: 'manager' });
  for (const [locale, texts] of Object.entries(TEXTS)) {
    for (const [key, text] of Object.entries(texts)) {
      const { title, excerpt, html } = written(text);
      titles.set(`${locale} ${title}`, key);
      const audience = INTERNAL.includes(key) ? 'internal' : 'public';
      await liveArticle(manager, { locale, title, html: `<p>${excerpt}</p>${html}`, audience });
    }
  }
}, 120_000);

const find = async (locale: Locale, text: string, audiences: ('public' | 'internal')[] = ['public']) =>
  searchArticles({ ...manager, audiences }, { locale, text: `${text} `, most: 5 });

describe('a test set of questions', () => {
  test.each(['en', 'hu', 'lv'] as const)('in %s finds what answers them', async (locale) => {
    const places: number[] = [];
    const lost: string[] = [];
    for (const [question, expected] of QUESTIONS[locale]) {
      const { hits } = await find(locale, question);
      const place = hits.findIndex(({ plainTitle }) => titles.get(`${locale} ${plainTitle}`) === expected);
      places.push(place);
      if (place !== 0) lost.push(`${question} → ${hits.map(({ plainTitle }) => plainTitle).join(' | ')}`);
    }
    const share = (most: number) =>
      places.filter((place) => place >= 0 && place < most).length / places.length;
    expect(share(1), lost.join('\n')).toBeGreaterThanOrEqual(0.8);
    expect(share(3), lost.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});

test.each(
  (['en', 'hu', 'lv'] as const).flatMap((locale) =>
    SLIPS[locale].map(([typed, word, key]) => [locale, typed, word, key] as const),
  ),
)('in %s “%s” is read as “%s” and finds %s', async (locale, typed, word, key) => {
  const { hits, corrected } = await find(locale, typed);
  expect(titles.get(`${locale} ${hits[0]?.plainTitle}`)).toBe(key);
  expect(corrected).toContain(word);
});

test('what is internal is found by colleagues only, also by a misspelt word', async () => {
  for (const text of ['goodwill ledger', 'goodwil', 'Omniva business desk']) {
    expect((await find('en', text)).hits.filter(({ audience }) => audience === 'internal')).toEqual([]);
  }
  expect((await find('en', 'goodwill', ['public', 'internal'])).hits[0]).toMatchObject({
    audience: 'internal',
  });
});

test('nothing is found for what no article says', async () => {
  for (const text of ['elephant', 'xyzzy plugh', '???', "'; drop table --"]) {
    expect((await find('en', text)).hits, text).toEqual([]);
  }
});

test('a hit says what it was found by', async () => {
  const { hits, corrected } = await find('hu', 'szamlat');
  expect(hits[0]?.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['számlát']);
  expect(corrected).toEqual([]);
});

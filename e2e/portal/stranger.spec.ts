import type { Page } from '@playwright/test';
import { codeHashOf } from '@/features/portal/commands/ask-sign-in';
import { followLink } from '@/features/portal/commands/follow-link';
import { LOCALES, type Locale } from '@/i18n/locales';
import { newId } from '@/server/ids';
import { liveArticle } from '../../tests/features/knowledge/support';
import { newWorld } from '../../tests/support/world';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';
import { wordsIn } from '../support/words';

type World = Awaited<ReturnType<typeof newWorld>>;

const SECRET = 'A secret about lamps';
const NAME = 'Lotte Sternberg';
const CODE = '135790';

/** Somebody with a request, a link that follows it, and an address that she is about to prove. */
async function annaIn(world: World, locale: Locale) {
  const { db, workspaceId } = world;
  const agent = await world.member();
  const anna = await customerIn(world, NAME);
  const { ticketId, number } = await world.ticket(agent, { requester: anna, subject: SECRET });
  const { requesterId: customerId } = await db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  const link = await followLink(agent, { ticketId, customerId, readers: [anna.email], language: locale });
  if (!link) throw new Error('no link to follow');
  const signInId = newId();
  const second = `second@${world.slug}.test`;
  await db.portalSignIn.create({
    data: {
      ...{ workspaceId, id: signInId, email: second, locale, forCustomerId: customerId },
      ...{ linkHash: newId(), codeHash: codeHashOf(signInId, CODE), goTo: '/profile' },
      ...{ createdAt: new Date(), expiresAt: new Date(Date.now() + 600_000) },
    },
  });
  return { ...anna, number, link: new URL(link).pathname, signInId, second };
}

async function readsNothing(page: Page, { email }: Readonly<{ email: string }>) {
  const text = await page.locator('body').innerText();
  for (const secret of [SECRET, NAME, email]) expect(text).not.toContain(secret);
}

for (const locale of LOCALES) {
  const say = wordsIn(locale, 'portal');

  test(`in ${locale}: a stranger, signed in or not, sees nothing of another customer`, async ({
    page,
    world,
  }) => {
    const anna = await annaIn(world, locale);
    const { db, workspaceId, slug } = world;
    const elsewhere = await newWorld();
    const root = `/help/${slug}/${locale}`;
    const own = [`/requests/${anna.number}`, '/requests?whose=shared', '/requests?whose=copied', '/profile'];
    const missing = page.getByRole('heading', { level: 1, name: say('notFound.title') });
    const wrong = `${anna.link.slice(0, -1)}${anna.link.endsWith('a') ? 'b' : 'a'}`;
    const foreign = anna.link.replace(`/${slug}/`, `/${elsewhere.slug}/`);

    for (const path of own) {
      await page.goto(`${root}${path}`);
      await expect(page.getByRole('heading', { level: 1, name: say('signIn.title') })).toBeVisible();
      await readsNothing(page, anna);
    }
    for (const path of [wrong, foreign]) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
      await expect(missing).toBeVisible();
      await readsNothing(page, anna);
    }

    const tom = await customerIn(world, 'Tom Stranger');
    await asCustomer(page, world, tom.email);
    expect((await page.goto(`${root}/requests/${anna.number}`))?.status()).toBe(404);
    await expect(missing).toBeVisible();
    for (const whose of ['mine', 'shared', 'copied']) {
      await page.goto(`${root}/requests?state=all&whose=${whose}`);
      await expect(page.getByText(say('requests.empty'))).toBeVisible();
      await readsNothing(page, anna);
    }
    await page.goto(`${root}/profile`);
    await expect(page.getByText('Tom Stranger').first()).toBeVisible();
    await readsNothing(page, anna);
    // Not even the right code takes an address that somebody else is about to prove.
    await page.goto(`${root}/profile/address/${anna.signInId}`);
    await page.getByLabel(say('signIn.code'), { exact: true }).fill(CODE);
    await page.getByRole('button', { name: say('profile.address.prove'), exact: true }).click();
    await expect(page.getByText(wordsIn(locale, 'problem')('token.invalid'))).toBeVisible();
    expect(await db.customerIdentity.count({ where: { workspaceId, value: anna.second } })).toBe(0);
  });
}

/** An article in each language, what somebody types who slips, and what they are shown as found. */
const SLIPS = {
  en: { title: 'How to descale a kettle', typed: 'kettel', found: 'kettle' },
  hu: { title: 'Vízkő eltávolítása a kannából', typed: 'vizko eltavolitasa kanábol', found: 'kannából' },
  lv: { title: 'Kā atkaļķot tējkannu', typed: 'tejkanu', found: 'tējkannu' },
} as const;

for (const locale of LOCALES) {
  test(`in ${locale}: what was misspelt is found, and marked as it is written`, async ({ page, world }) => {
    const { title, typed, found } = SLIPS[locale];
    await liveArticle(await world.member({ role: 'owner' }), { locale, title });
    await page.goto(`/help/${world.slug}/${locale}/search?q=${encodeURIComponent(typed)}`);
    const hit = page.getByRole('heading', { level: 2 }).filter({ hasText: title });
    await expect(hit.locator('mark').filter({ hasText: found })).toBeVisible();
    const [before = ''] = wordsIn(locale, 'help')('corrected').split('{words}');
    await expect(page.getByText(before.trim())).toBeVisible();
  });
}

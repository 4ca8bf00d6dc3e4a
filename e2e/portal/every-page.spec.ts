import type { Page } from '@playwright/test';
import { followLink } from '@/features/portal/commands/follow-link';
import { makePromise } from '@/features/promises/commands/make-promise';
import { promiseInput } from '@/features/promises/inputs';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { LOCALES, type Locale } from '@/i18n/locales';
import { newForm } from '../../tests/features/forms/support';
import { liveArticle, newCategory } from '../../tests/features/knowledge/support';
import { solvedTicket, survey } from '../../tests/features/surveys/support';
import type { newWorld } from '../../tests/support/world';
import { expectAccessible } from '../support/axe';
import { asCustomer, customerIn } from '../support/portal';
import { signInLinkTo } from '../support/portal-journey';
import { expect, test } from '../support/test';
import { wordsIn } from '../support/words';

type World = Awaited<ReturnType<typeof newWorld>>;

const WORDS = {
  en: { title: 'How to descale', html: '<h2>Steps</h2><p>Fill it with vinegar.</p>' },
  hu: { title: 'Vízkő eltávolítása', html: '<h2>Lépések</h2><p>Töltse fel ecettel.</p>' },
  lv: { title: 'Kā atkaļķot', html: '<h2>Soļi</h2><p>Ielejiet etiķi.</p>' },
} as const;

/** A portal with a bright brand, a shelf with an article, and two topics of requests. */
async function furnished(world: World, locale: Locale) {
  const { db, workspaceId } = world;
  const owner = await world.member({ role: 'owner' });
  await db.portalSettings.create({ data: { workspaceId, accent: '#ffe14d' } });
  const categoryId = await newCategory(owner, { names: { [locale]: { name: 'Kettles' } } });
  const { title, html } = WORDS[locale];
  const { translationId } = await liveArticle(owner, { locale, title, html, categoryId });
  const { slug } = await db.articleTranslation.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: translationId } },
  });
  await newForm(owner);
  await newForm(owner, { name: 'Returns' });
  return { owner, article: `/articles/${slug}`, title };
}

/** A request that was answered and waits, with a promise that was not kept; a solved one, below which a question stands. */
async function requestsOf(world: World, owner: Awaited<ReturnType<World['member']>>) {
  const { db } = world;
  const customer = await customerIn(world);
  const { ticketId, number } = await world.ticket(owner, { requester: customer });
  const { requesterId: customerId } = await db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  const dueAt = new Date(Date.now() + 60_000).toISOString();
  expect((await makePromise(owner, promiseInput.parse({ ticketId, dueAt }))).ok).toBe(true);
  const past = { dueAt: new Date(Date.now() - 60_000), brokenAt: new Date() };
  await db.ticketPromise.updateMany({ where: { ticketId }, data: past });
  const answer = { ticketId, html: '<p>On its way.</p>', submitAs: 'open' } as const;
  expect((await replyToTicket(owner, replyInput.parse(answer))).ok).toBe(true);
  const guest = await followLink(owner, {
    ...{ ticketId, customerId, readers: [customer.email], language: 'en' },
  });
  await survey(owner);
  const solved = await solvedTicket(world, owner, { requester: customer });
  return { ...customer, number, guest: new URL(guest ?? '').pathname, solved: solved.number };
}

/** A page that stands there, without a fault that axe finds, and without sideways scrolling on the narrowest phone. */
async function looksRight(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([page.url(), sideways]).toEqual([page.url(), 0]);
  await page.setViewportSize(wide);
}

for (const locale of LOCALES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page of the portal is accessible and fits 320 pixels, in ${locale}, ${colorScheme}`, async ({
      browser,
      baseURL,
      world,
    }) => {
      test.slow();
      const say = wordsIn(locale, 'portal');
      const { owner, article, title } = await furnished(world, locale);
      const own = await requestsOf(world, owner);
      const context = await browser.newContext({ colorScheme, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      const looksAt = async (path: string) => {
        await page.goto(`/help/${world.slug}/${locale}${path}`);
        await looksRight(page);
      };
      for (const path of [
        '',
        article,
        `/search?q=${encodeURIComponent(title.slice(0, 5))}`,
        '/search?q=zzzz',
      ])
        await looksAt(path);
      await page.goto(`/help/${world.slug}/${locale}`);
      await page.getByRole('main').getByRole('link', { name: 'Kettles' }).first().click();
      await expect(page).toHaveURL(/\/categories\//);
      await looksRight(page);
      await looksAt('/requests/new');
      await page.getByRole('main').getByRole('link', { name: 'Returns' }).click();
      await expect(page).toHaveURL(/requests\/new\/./);
      await looksRight(page);
      for (const path of ['/requests', '/articles/no-such-article', '/sign-in']) await looksAt(path);
      await page.getByLabel(say('signIn.email')).fill(own.email);
      await page.getByRole('button', { name: say('signIn.submit') }).click();
      await expect(page).toHaveURL(/sign-in\/[0-9a-f-]{36}/);
      await looksRight(page);
      await page.goto(await signInLinkTo(own.email));
      await looksRight(page);
      await page.goto(own.guest.replace('/en/', `/${locale}/`));
      await looksRight(page);

      await asCustomer(page, world, own.email);
      for (const path of ['/requests', `/requests/${own.number}`]) await looksAt(path);
      await page.getByRole('button', { name: say('request.submit'), exact: true }).click();
      await expect(page.getByText(say('request.textMissing'))).toBeVisible();
      await looksRight(page);
      for (const path of [`/requests/${own.solved}`, '/profile']) await looksAt(path);
      await page.getByLabel(say('profile.address.add'), { exact: true }).fill(`second@${world.slug}.test`);
      await page.getByRole('button', { name: say('profile.address.send') }).click();
      await expect(page).toHaveURL(/profile\/address\/[0-9a-f-]{36}/);
      await looksRight(page);
      await context.close();
    });
  }
}

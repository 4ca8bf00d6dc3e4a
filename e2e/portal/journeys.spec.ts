import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { LOCALES, type Locale } from '@/i18n/locales';
import { newForm } from '../../tests/features/forms/support';
import { liveArticle } from '../../tests/features/knowledge/support';
import type { newWorld } from '../../tests/support/world';
import { mailsTo } from '../support/mails';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';

type World = Awaited<ReturnType<typeof newWorld>>;

const ARTICLES = {
  en: {
    title: 'How to descale a kettle',
    html: '<p>Fill it with vinegar and let it stand.</p>',
    typed: 'descaling',
  },
  hu: {
    title: 'Vízkő eltávolítása a kannából',
    html: '<p>Töltse fel ecettel, és hagyja állni.</p>',
    typed: 'vizko',
  },
  lv: {
    title: 'Kā atkaļķot tējkannu',
    html: '<p>Ielejiet etiķi un atstājiet stāvēt.</p>',
    typed: 'tejkannu',
  },
} as const;

/** Typed as people do: whoever fills in a form within a moment is taken for a program. */
const SPEED = { delay: 35 };

/** What the screens say in this language. */
function wordsIn(locale: Locale, file: 'help' | 'portal' | 'form') {
  const all = JSON.parse(readFileSync(`src/i18n/messages/${locale}/${file}.json`, 'utf8'));
  return (key: string): string => key.split('.').reduce((words, part) => words[part], all);
}

/** A workspace with one article in this language and one form of requests. */
async function helpIn(world: World, locale: Locale) {
  const owner = await world.member({ role: 'owner' });
  const { title, html } = ARTICLES[locale];
  await liveArticle(owner, { locale, title, html });
  await newForm(owner);
  return owner;
}

async function codeFor(address: string): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const texts = (await mailsTo(address)).map(({ message }) => message.text ?? '');
    code = texts.flatMap((text) => /\b\d{6}\b/.exec(text)?.[0] ?? []).at(-1);
    expect(code).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return code ?? '';
}

for (const locale of LOCALES) {
  test(`without JavaScript, in ${locale}: read, search, send a request, and follow it`, async ({
    browser,
    baseURL,
    world,
  }) => {
    await helpIn(world, locale);
    const { title, typed } = ARTICLES[locale];
    const [help, portal, form] = [
      wordsIn(locale, 'help'),
      wordsIn(locale, 'portal'),
      wordsIn(locale, 'form'),
    ];
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto(`/help/${world.slug}/${locale}`);
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.getByRole('searchbox').fill(typed);
    await page.getByRole('button', { name: help('searchButton') }).click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();

    const email = `kati@${world.slug}.test`;
    await page
      .getByRole('link', { name: portal('send') })
      .first()
      .click();
    const request = page.frameLocator('iframe[title="Questions"]');
    await request.locator('#name').pressSequentially('Kiss Kati', SPEED);
    await request.locator('#email').pressSequentially(email, SPEED);
    await request.locator('#subject').pressSequentially('Whistle', SPEED);
    await request.locator('#message').pressSequentially('It does not whistle any more.', SPEED);
    await request.getByRole('button', { name: form('submit') }).click();
    await expect(request.getByText(form('done.number').replace(/\{number\}.*/, ''))).toBeVisible();

    await page.goto(`/help/${world.slug}/${locale}/requests`);
    await page.getByLabel(portal('signIn.email')).fill(email);
    await page.getByRole('button', { name: portal('signIn.submit') }).click();
    await page.getByLabel(portal('signIn.code')).fill(await codeFor(email));
    await page.getByRole('button', { name: portal('signIn.codeSubmit') }).click();
    await page.getByRole('link', { name: 'Whistle' }).click();
    await expect(page.getByText('It does not whistle any more.')).toBeVisible();
    await page.getByLabel(portal('request.reply')).fill('Since yesterday.');
    await page.getByRole('button', { name: portal('request.submit'), exact: true }).click();
    await expect(page.getByText(portal('request.sent'))).toBeVisible();
    await context.close();
  });
}

/** Goes on by Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab');
    const there = await target.evaluateAll(
      ([element]) => element !== undefined && element.ownerDocument.activeElement === element,
    );
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${target}`);
}

test('by keyboard alone: search, read, find an answer while typing, send a request, and follow it', async ({
  page,
  world,
}) => {
  await helpIn(world, 'en');
  const customer = await customerIn(world);
  await asCustomer(page, world, customer.email);
  const press = (key: string) => page.keyboard.press(key);
  await page.goto(`/help/${world.slug}/en`);
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('vinegar');
  await press('Enter');
  await expect(page).toHaveURL(/\/search\?q=vinegar/);
  await tabTo(page, page.getByRole('main').getByRole('link', { name: ARTICLES.en.title }));
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: ARTICLES.en.title })).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: 'Send a request' }).first());
  await press('Enter');
  const first = page.getByRole('searchbox');
  await expect(first).toBeVisible();
  await tabTo(page, first);
  await page.keyboard.type('descale', SPEED);
  const answer = page.getByRole('list', { name: 'Articles that may help' }).getByRole('link');
  await expect(answer).toContainText(ARTICLES.en.title);
  await tabTo(page, answer);
  const form = page.frameLocator('iframe[title="Questions"]');
  await tabTo(page, form.locator('#subject'));
  await page.keyboard.type('Whistle', SPEED);
  await tabTo(page, form.locator('#message'));
  await page.keyboard.type(
    'It does not whistle any more, and I miss the sound of it. Since a week. What now?',
    SPEED,
  );
  await tabTo(page, form.getByRole('button', { name: 'Send' }));
  await press('Enter');
  await expect(form.getByText('Your request has the number')).toBeVisible();

  await page.goto(`/help/${world.slug}/en`);
  await tabTo(page, page.getByRole('link', { name: 'My requests' }).first());
  await press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Whistle' }));
  await press('Enter');
  await tabTo(page, page.getByLabel('Your answer'));
  await page.keyboard.type('Nobody there?');
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await press('Enter');
  await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();
});

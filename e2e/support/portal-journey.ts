import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Locale } from '@/i18n/locales';
import { newForm } from '../../tests/features/forms/support';
import { liveArticle } from '../../tests/features/knowledge/support';
import type { newWorld } from '../../tests/support/world';
import { mailsTo } from './mails';
import { expect } from './test';

type World = Awaited<ReturnType<typeof newWorld>>;

/** One article in each language, and what somebody types who looks for it. */
export const ARTICLES = {
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
export const SPEED = { delay: 35 };

/** What the screens say in this language. */
function wordsIn(locale: Locale, file: 'help' | 'portal' | 'form') {
  const all = JSON.parse(readFileSync(`src/i18n/messages/${locale}/${file}.json`, 'utf8'));
  return (key: string): string => key.split('.').reduce((words, part) => words[part], all);
}

/** A workspace with one article in this language and one form of requests. */
export async function helpIn(world: World, locale: Locale) {
  const owner = await world.member({ role: 'owner' });
  const { title, html } = ARTICLES[locale];
  await liveArticle(owner, { locale, title, html });
  await newForm(owner);
  return owner;
}

/** The code in the newest mail to this address, once it has arrived. */
async function codeFor(address: string): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const texts = (await mailsTo(address)).map(({ message }) => message.text ?? '');
    code = texts.flatMap((text) => /\b\d{6}\b/.exec(text)?.[0] ?? []).at(-1);
    expect(code).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return code ?? '';
}

/** The whole way of a customer: read, search, send a request, follow it, ask when, say that it is solved, and that it is not. */
export async function walkThePortal(page: Page, world: World, locale: Locale): Promise<void> {
  await helpIn(world, locale);
  const { title, typed } = ARTICLES[locale];
  const [help, portal, form] = [wordsIn(locale, 'help'), wordsIn(locale, 'portal'), wordsIn(locale, 'form')];
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
  await page.getByRole('button', { name: portal('request.askWhen') }).click();
  await expect(page.getByText(portal('request.askedInVain'))).toBeVisible();
  await page.getByRole('button', { name: portal('request.solve') }).click();
  await expect(page.getByText(portal('request.solvedNow'))).toBeVisible();
  await page.getByRole('button', { name: portal('request.reopen') }).click();
  await expect(page.getByText(portal('request.reopenedNow'))).toBeVisible();
}

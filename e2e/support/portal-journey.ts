import type { Locator, Page } from '@playwright/test';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { HELP_COOKIE } from '@/server/portal/help-cookie';
import { newForm } from '../../tests/features/forms/support';
import { liveArticle } from '../../tests/features/knowledge/support';
import { OFFICE_WEEK } from '../../tests/features/sla/support';
import type { newWorld } from '../../tests/support/world';
import { mailsTo } from './mails';
import { expect } from './test';
import { wordsIn } from './words';

type World = Awaited<ReturnType<typeof newWorld>>;

/** One article in each language, and what somebody types who looks for it. */
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

/** A workspace with one article in this language and one form of requests. */
async function helpIn(world: World, locale: Locale) {
  const owner = await world.member({ role: 'owner' });
  const { title, html } = ARTICLES[locale];
  await liveArticle(owner, { locale, title, html });
  await newForm(owner);
  return owner;
}

/** The code in the newest mail to this address, once it has arrived. */
export async function codeFor(address: string): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const texts = (await mailsTo(address)).map(({ message }) => message.text ?? '');
    code = texts.flatMap((text) => /\b\d{6}\b/.exec(text)?.[0] ?? []).at(-1);
    expect(code).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return code ?? '';
}

/** The link in the newest mail to this address that signs in, once it has arrived. */
export async function signInLinkTo(email: string): Promise<string> {
  let link = '';
  await expect(async () => {
    const texts = (await mailsTo(email)).map(({ message }) => message.text ?? '');
    link = texts.flatMap((text) => /http\S+\/sign-in\/link\/\S+/.exec(text)?.[0] ?? []).at(-1) ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 20_000 });
  return link;
}

/** From now on there is a time that may be promised: within four office hours. */
async function answersWithinHours({ db, workspaceId }: World, owner: StaffContext): Promise<void> {
  const calendar = { name: 'Office', timeZone: 'Europe/Riga', week: OFFICE_WEEK, standard: true };
  const saved = await saveCalendar(owner, calendarInput.parse(calendar));
  if (!saved.ok) throw new Error(saved.error.code);
  await db.workspace.update({ where: { id: workspaceId }, data: { answerWithinHours: 4 } });
}

/** The whole way of a customer: read, search, send a request, follow it, ask when, say that it is solved, and that it is not. */
export async function walkThePortal(page: Page, world: World, locale: Locale): Promise<void> {
  const owner = await helpIn(world, locale);
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
  await standsAs(page, portal('status.new'));
  await page.getByLabel(portal('request.reply')).fill('Since yesterday.');
  await page.getByRole('button', { name: portal('request.submit'), exact: true }).click();
  await expect(page.getByText(portal('request.sent'))).toBeVisible();
  await page.getByRole('button', { name: portal('request.askWhen') }).click();
  await expect(page.getByText(portal('request.askedInVain'))).toBeVisible();
  await answersWithinHours(world, owner);
  await page.getByRole('button', { name: portal('request.askWhen') }).click();
  const [promised = ''] = portal('request.promised.answer').split('{when}');
  await expect(page.getByText(new RegExp(`${promised.trim()}.*\\d`)).first()).toBeVisible();
  await expect(page.getByRole('button', { name: portal('request.askWhen') })).toBeHidden();
  await answeredBy(world, owner);
  // It goes out once nobody can take it back any more.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('Which kettle is it?')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await standsAs(page, portal('status.pending'));
  await page.getByRole('button', { name: portal('request.solve') }).click();
  await expect(page.getByText(portal('request.solvedNow'))).toBeVisible();
  await standsAs(page, portal('status.solved'));
  await page.getByRole('button', { name: portal('request.reopen') }).click();
  await expect(page.getByText(portal('request.reopenedNow'))).toBeVisible();
  await standsAs(page, portal('status.open'));
}

/** The request says in these words how it stands. */
const standsAs = (page: Page, words: string) =>
  expect(page.getByRole('main').getByText(words, { exact: true }).first()).toBeVisible();

/** We ask back, and wait for the customer. */
async function answeredBy({ db, workspaceId }: World, owner: StaffContext): Promise<void> {
  const { id: ticketId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, subject: 'Whistle' } });
  const answer = { ticketId, html: '<p>Which kettle is it?</p>', submitAs: 'pending' } as const;
  const sent = await replyToTicket(owner, replyInput.parse(answer));
  if (!sent.ok) throw new Error(sent.error.code);
}

const hasFocus = (target: Locator) =>
  target.evaluateAll(([element]) => element !== undefined && element.ownerDocument.activeElement === element);

/** Goes on by Tab until this has the focus, and the eye sees that it has it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 60; steps++) {
    if (await hasFocus(target)) return seesFocus(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** A ring around what has the focus (WCAG 2.4.7). */
async function seesFocus(target: Locator): Promise<void> {
  const ring = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  expect([String(target), ring]).toEqual([String(target), true]);
}

/** The same way by the keyboard alone, signing in included; an answer is looked at while the request is typed. */
export async function walkByKeyboard(page: Page, world: World, locale: Locale): Promise<void> {
  await helpIn(world, locale);
  const { title, typed } = ARTICLES[locale];
  const [portal, form] = [wordsIn(locale, 'portal'), wordsIn(locale, 'form')];
  const go = async (target: Locator) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };
  const type = async (target: Locator, words: string) => {
    await tabTo(page, target);
    await page.keyboard.type(words, SPEED);
  };
  const article = page.getByRole('main').getByRole('link', { name: title });
  await page.goto(`/help/${world.slug}/${locale}`);
  await type(page.getByRole('searchbox'), typed);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await go(article);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const help = wordsIn(locale, 'help');
  await go(page.getByRole('button', { name: help('feedback.yes'), exact: true }));
  await expect(page.getByText(help('feedback.thanks'))).toBeVisible();

  const email = `kati@${world.slug}.test`;
  await go(page.getByRole('link', { name: portal('send') }).first());
  await type(page.getByRole('searchbox'), typed);
  await tabTo(page, article);
  const request = page.frameLocator('iframe[title="Questions"]');
  await type(request.locator('#name'), 'Kiss Kati');
  await type(request.locator('#email'), email);
  await type(request.locator('#subject'), 'Whistle');
  // What is typed into the form belongs to the visit that the help centre's cookie names.
  const cookie = async () => (await page.context().cookies()).find(({ name }) => name === HELP_COOKIE)?.value;
  await expect
    .poll(async () => (await request.locator('[name=visit]').inputValue()) || null)
    .toBe(await cookie());
  await type(request.locator('#message'), 'It does not whistle any more.');
  await go(request.getByRole('button', { name: form('submit') }));
  await expect(request.getByText(form('done.number').replace(/\{number\}.*/, ''))).toBeVisible();

  await go(page.getByRole('link', { name: portal('myRequests') }).first());
  await type(page.getByLabel(portal('signIn.email')), email);
  await go(page.getByRole('button', { name: portal('signIn.submit') }));
  const code = page.getByLabel(portal('signIn.code'));
  await type(code, await codeFor(email));
  await go(page.getByRole('button', { name: portal('signIn.codeSubmit') }));
  await go(page.getByRole('link', { name: 'Whistle' }));
  await type(page.getByLabel(portal('request.reply')), 'Since yesterday.');
  await go(page.getByRole('button', { name: portal('request.submit'), exact: true }));
  await expect(page.getByText(portal('request.sent'))).toBeVisible();
  await go(page.getByRole('button', { name: portal('request.askWhen') }));
  await expect(page.getByText(portal('request.askedInVain'))).toBeVisible();
  await go(page.getByRole('button', { name: portal('request.solve') }));
  await expect(page.getByText(portal('request.solvedNow'))).toBeVisible();
  await go(page.getByRole('button', { name: portal('request.reopen') }));
  await expect(page.getByText(portal('request.reopenedNow'))).toBeVisible();
}

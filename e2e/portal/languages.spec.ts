import type { Page } from '@playwright/test';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { LOCALES, type Locale } from '@/i18n/locales';
import { expectAccessible } from '../support/axe';
import { mailsTo, sendToProduct } from '../support/mails';
import { asCustomer, customerIn } from '../support/portal';
import { codeFor } from '../support/portal-journey';
import { expect, test } from '../support/test';
import { wordsIn } from '../support/words';

type World = Parameters<typeof customerIn>[0];
type Words = ReturnType<typeof wordsIn>;

/** Somebody who agreed to something, on the page of what we know of them. */
async function atProfile(page: Page, world: World & Parameters<typeof asCustomer>[1], locale: Locale) {
  const agent = await world.member();
  const { email } = await customerIn(world, 'Anna');
  const where = { workspaceId: world.workspaceId, value: email };
  const { customerId } = await world.db.customerIdentity.findFirstOrThrow({ where });
  const consent = { customerId, kind: 'marketing', given: true, source: 'Web', note: '' } as const;
  await recordConsent(agent, consent);
  await asCustomer(page, world, email);
  await page.goto(`/help/${world.slug}/${locale}/profile`);
  return { email, customerId };
}

const pressing = (page: Page) => (name: string) => page.getByRole('button', { name, exact: true }).click();

async function nameLanguageAndZone(page: Page, { say, locale }: Readonly<{ say: Words; locale: Locale }>) {
  const field = (key: string) => page.getByLabel(say(`profile.name.${key}`), { exact: true });
  const choice = (key: string) =>
    page.getByRole('combobox', { name: say(`profile.name.${key}`), exact: true });
  await field('given').fill('');
  await pressing(page)(say('profile.name.save'));
  await expect(page.getByText(say('profile.name.missing'))).toBeVisible();
  await field('given').fill('Anna');
  await field('family').fill('Kovács');
  await field('family_first').check({ force: true });
  await choice('language').selectOption(locale);
  await choice('zone').selectOption('Europe/Riga');
  await pressing(page)(say('profile.name.save'));
  await expect(page.getByText(say('profile.saved.profile'))).toBeVisible();
  await expect(choice('zone')).toHaveValue('Europe/Riga');
  await expect(choice('language')).toHaveValue(locale);
  // Whoever writes the family name first is addressed so from now on.
  await expect(page.getByText('Kovács Anna', { exact: true })).toBeVisible();
}

async function numbersAndConsents(page: Page, say: Words) {
  const press = pressing(page);
  const number = page.getByLabel(say('profile.numbers.add'), { exact: true });
  await number.fill('2000');
  await press(say('profile.numbers.save'));
  await expect(page.getByText(say('profile.numbers.wrong'))).toBeVisible();
  await number.fill('+371 2000 0000');
  await press(say('profile.numbers.save'));
  await expect(page.getByText(say('profile.saved.number'))).toBeVisible();
  const numbers = page.getByRole('list', { name: say('profile.numbers.title') });
  await expect(numbers).toContainText(say('profile.numbers.unproven'));
  await press(say('profile.numbers.dropNamed', { number: '+37120000000' }));
  await expect(numbers).toBeHidden();

  const what = say('profile.consents.kind.marketing');
  const consents = page.getByRole('list', { name: say('profile.consents.title') });
  await press(say('profile.consents.withdrawNamed', { what }));
  await expect(page.getByText(say('profile.saved.consent'))).toBeVisible();
  await expect(consents).toContainText(say('profile.consents.withdrawn'));
  await press(say('profile.consents.giveNamed', { what }));
  await expect(consents).toContainText(say('profile.consents.source'));
}

async function choosesMails(page: Page, say: Words) {
  const news = page.getByLabel(say('profile.mails.updates'), { exact: true });
  await news.uncheck({ force: true });
  await pressing(page)(say('profile.mails.save'));
  await expect(page.getByText(say('profile.saved.mails'))).toBeVisible();
  await expect(news).not.toBeChecked();
}

/** A second address is proved by a mailed code, becomes the one that we write to, and the first one goes. */
async function addresses(page: Page, ...[say, first, second]: [Words, string, string]) {
  const press = pressing(page);
  const field = page.getByLabel(say('profile.address.add'), { exact: true });
  await field.fill('anna@');
  await press(say('profile.address.send'));
  await expect(page.getByText(say('signIn.emailWrong'))).toBeVisible();
  await field.fill(second);
  await press(say('profile.address.send'));
  await expect(page.getByRole('heading', { level: 1, name: say('signIn.codeTitle') })).toBeVisible();
  await expectAccessible(page);
  const code = await codeFor(second);
  await page.getByLabel(say('signIn.code'), { exact: true }).fill(code === '000000' ? '000001' : '000000');
  await press(say('profile.address.prove'));
  await expect(page.getByLabel(say('signIn.code'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(say('signIn.code'), { exact: true }).fill(code);
  await press(say('profile.address.prove'));
  await expect(page.getByText(say('profile.saved.address'))).toBeVisible();
  await press(say('profile.address.preferNamed', { address: second }));
  const own = page.getByRole('list', { name: say('profile.address.title') }).getByRole('listitem');
  await expect(own.filter({ hasText: second })).toContainText(say('profile.address.primary'));
  await press(say('profile.address.dropNamed', { address: first }));
  await expect(own).toHaveText([new RegExp(second)]);
}

/** What a guest writes, in words by which their language is known, and the number of the link that they are sent. */
const GUESTS = {
  en: { subject: 'Cold coffee', text: 'My coffee comes out cold. What can I do about it? Please tell me.' },
  hu: {
    subject: 'Hideg kávé',
    text: 'A kávé hidegen jön ki a gépből. Mit tehetek? Kérem, segítsenek nekem.',
  },
  lv: { subject: 'Auksta kafija', text: 'Mana kafija ir auksta. Ko man darīt? Lūdzu, palīdziet man ar to.' },
} as const;

async function linkTo(address: string): Promise<string> {
  let link = '';
  await expect(async () => {
    const mails = await mailsTo(address);
    link = mails.flatMap(({ message }) => /http\S+\/request\/\w+/.exec(message.text)?.[0] ?? [])[0] ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 40_000 });
  return link;
}

for (const locale of LOCALES) {
  const say = wordsIn(locale, 'portal');

  test(`in ${locale}: a customer sets right their name, language, time zone, numbers, consents and addresses`, async ({
    page,
    world,
  }) => {
    test.slow();
    const { email, customerId } = await atProfile(page, world, locale);
    await nameLanguageAndZone(page, { say, locale });
    await numbersAndConsents(page, say);
    await choosesMails(page, say);
    const second = `kovacs@${world.slug}.test`;
    await addresses(page, say, email, second);
    const where = { workspaceId: world.workspaceId, id: customerId };
    const kept = await world.db.customer.findFirstOrThrow({ where, include: { identities: true } });
    expect(kept).toMatchObject({ nameOrder: 'family_first', locale, timeZone: 'Europe/Riga' });
    expect(kept.identities.map(({ value, primary }) => [value, primary])).toEqual([[second, true]]);
  });

  test(`in ${locale}: a guest follows the mailed link, and a colleague of the organization reads and answers`, async ({
    page,
    world,
  }) => {
    test.slow();
    const { db, workspaceId, slug } = world;
    const { subject, text } = GUESTS[locale];
    const anna = { email: `anna@${slug}.test`, name: 'Anna Ozola' };
    const edgars = await customerIn(world, 'Edgars Kalns');
    await sendToProduct({ from: `${anna.name} <${anna.email}>`, to: world.mailbox.address, subject, text });
    const link = await linkTo(anna.email);
    expect(link).toContain(`/${locale}/request/`);
    await page.goto(link);
    await expect(page.getByText(say('request.guest'))).toBeVisible();
    await page.getByLabel(say('request.reply')).fill('12345');
    await pressing(page)(say('request.submit'));
    await expect(page.getByText(say('request.sent'))).toBeVisible();
    await pressing(page)(say('request.solve'));
    await expect(page.getByText(say('request.solvedNow'))).toBeVisible();
    await pressing(page)(say('request.reopen'));
    await expect(page.getByText(say('request.reopenedNow'))).toBeVisible();

    const organization = { workspaceId, id: crypto.randomUUID(), name: 'Lamp Makers', sharedRequests: true };
    await db.organization.create({ data: organization });
    await db.customer.updateMany({ where: { workspaceId }, data: { organizationId: organization.id } });
    await asCustomer(page, world, edgars.email);
    await page.goto(`/help/${slug}/${locale}/requests`);
    await expect(page.getByText(say('requests.emptyOpen'))).toBeVisible();
    await page.getByRole('link', { name: say('requests.shared') }).click();
    const list = page.getByRole('list', { name: say('requests.list') });
    await expect(list).toContainText(say('requests.by', { name: anna.name }));
    await list.getByRole('link', { name: subject }).click();
    await expect(page.getByText('12345').first()).toBeVisible();
    await expect(page.getByRole('button', { name: say('request.solve') })).toBeHidden();
    await page.getByLabel(say('request.reply')).fill('67890');
    await pressing(page)(say('request.submit'));
    await expect(page.getByText(say('request.sent'))).toBeVisible();
    await expect(page.getByText('67890')).toBeVisible();
  });
}

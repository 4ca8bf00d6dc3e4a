import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';
import { ticketOn, whatsappNumber } from '../support/vendors';

const LANGUAGES = [
  { locale: 'en', reply: /^Reply to/, why: /More than 24 hours have passed/ },
  { locale: 'hu', reply: /^Válasz neki/, why: /Több mint 24 óra telt el/ },
  { locale: 'lv', reply: /^Atbildēt/, why: /24 stund/ },
] as const;

test('on a phone it says in each language why one cannot write freely, and nothing scrolls sideways', async ({
  page,
  world,
  signIn,
  request,
}) => {
  const whatsapp = await whatsappNumber(world, request);
  await whatsapp.write('1', 'Hol van a vízforralóm?');
  const number = await ticketOn(world, 'whatsapp');
  await whatsapp.letWindowPass();
  const agent = await world.member();
  for (const { locale, reply, why } of LANGUAGES) {
    await signIn(agent, { locale, theme: locale === 'hu' ? 'dark' : 'light' });
    await page.goto(`/${world.slug}/desk/tickets/${number}`);
    await expect(async () => {
      const reason = page.getByText(why);
      if (!(await reason.isVisible()))
        await page.getByRole('button', { name: reply }).click({ timeout: 2_000 });
      await expect(reason).toBeVisible({ timeout: 2_000 });
    }).toPass();
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    if (locale === 'hu') await expectAccessible(page);
  }
});

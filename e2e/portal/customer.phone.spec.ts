import { LOCALES } from '@/i18n/locales';
import { expectAccessible } from '../support/axe';
import { asCustomer, customerIn } from '../support/portal';
import { walkThePortal } from '../support/portal-journey';
import { expect, test } from '../support/test';

for (const { locale, title, reply } of [
  { locale: 'en', title: 'My requests', reply: 'Your answer' },
  { locale: 'hu', title: 'Kéréseim', reply: 'Válasza' },
  { locale: 'lv', title: 'Mani pieprasījumi', reply: 'Jūsu atbilde' },
] as const) {
  test(`on a phone, in ${locale}, requests are listed and read without sideways scrolling`, async ({
    page,
    world,
  }) => {
    const agent = await world.member();
    const customer = await customerIn(world, 'Rendkívül Hosszúnevű Ügyfél-Szathmáry Krisztina');
    const { number } = await world.ticket(agent, {
      requester: customer,
      subject: 'Rendkívül hosszú tárgy a kétkaros eszpresszógép szervizelésével kapcsolatban',
    });
    await asCustomer(page, world, customer.email);
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.goto(`/help/${world.slug}/${locale}/requests`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(await sideways()).toBe(0);
    await expectAccessible(page);
    await page.goto(`/help/${world.slug}/${locale}/requests/${number}`);
    await expect(page.getByLabel(reply)).toBeVisible();
    expect(await sideways()).toBe(0);
    await expectAccessible(page);
  });
}

for (const locale of LOCALES) {
  test(`with only a phone, in ${locale}: read, search, send a request, and follow it to its end`, async ({
    page,
    world,
  }) => {
    await walkThePortal(page, world, locale);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  });
}

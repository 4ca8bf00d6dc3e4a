import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { usualItems } from '@/domain/form/form';
import { discardSubmission } from '@/features/forms/commands/discard-submission';
import { releaseSubmission } from '@/features/forms/commands/release-submission';
import { saveForm } from '@/features/forms/commands/save-form';
import { shownForm } from '@/features/forms/form-rows';
import { formPage } from '@/features/forms/page/form-page';
import { takeForm } from '@/features/forms/page/take-form';
import { getForm, listForms, listHeldSubmissions } from '@/features/forms/queries';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { OFFICE_WEEK } from '../sla/support';
import { formFor, formWorld as start } from './support';

const budapest = { timeZone: 'Europe/Budapest', week: OFFICE_WEEK };
const office = calendarInput.parse({ name: 'Office', ...budapest, standard: true });

describe('a form', () => {
  it('makes a ticket with its values, and tells the number and by mail what happens next', async () => {
    const { sent, tickets, team, world } = await start();
    const answer = await sent();
    const [ticket] = await tickets();
    expect(answer.status).toBe(200);
    expect(answer.html).toContain(`Kérésének száma: ${ticket?.number}`);
    expect(ticket).toMatchObject({
      subject: 'Szivárog',
      channel: 'web',
      priority: 'high',
      type: 'problem',
      teamId: team,
      language: 'hu',
      fieldValues: [{ text: 'KT-123' }],
      tags: [{ tag: { name: 'web-form' } }],
      requester: { displayName: 'Nagy Éva' },
    });
    // What the customer wrote stands above what answers it.
    const directions = ticket?.messages.map(({ direction }) => direction);
    expect(directions).toEqual(['inbound', 'outbound']);
    expect(ticket?.messages.find(({ direction }) => direction === 'inbound')).toMatchObject({
      unverified: true,
    });
    const mails = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
    expect(mails.map(({ kind, rcptTo }) => ({ kind, rcptTo }))).toEqual([
      { kind: 'acknowledgement', rcptTo: ['eva@customer.test'] },
    ]);
  });

  it('tells by mail until when an answer comes, and that is a promise', async () => {
    const { sent, owner, world } = await start();
    await saveCalendar(owner, office);
    const answer = await sent();
    const { db, workspaceId } = world;
    const mail = await db.message.findFirstOrThrow({ where: { workspaceId, direction: 'outbound' } });
    const promises = await db.ticketPromise.findMany({ where: { workspaceId } });
    const dueAt = new Date('2026-03-03T10:15:00+01:00');
    expect(promises).toMatchObject([{ about: 'answer', dueAt, toldById: mail.id }]);
    expect(mail.text).toContain('Válaszunkat holnap 10:15-ig (március 3.) megkapja');
    expect(answer.html).toContain('Válaszunkat holnap 10:15-ig (március 3.) megkapja');
  });

  it('promises by the page alone where own words of the mail have no place for a time', async () => {
    const own = { title: '', intro: '', submit: '', done: '', mailSubject: '', mailText: 'Megvan.' };
    const { sent, owner, world } = await start({ texts: { en: own, hu: own, lv: own } });
    await saveCalendar(owner, office);
    expect((await sent()).html).toContain('Válaszunkat holnap 10:15-ig (március 3.) megkapja');
    const where = { workspaceId: world.workspaceId };
    expect(await world.db.message.count({ where: { ...where, text: 'Megvan.' } })).toBe(1);
    expect(await world.db.ticketPromise.findMany({ where })).toMatchObject([
      { about: 'answer', toldById: null },
    ]);
  });

  it('promises by its page where no mail may go: none is wanted, or too many went, or there is no mailbox', async () => {
    const { sent, owner, world } = await start();
    await saveCalendar(owner, office);
    const { db, workspaceId } = world;
    await sent();
    const { id: customerId } = await db.customer.findFirstOrThrow({ where: { workspaceId } });
    await db.customerMailChoice.create({
      data: { workspaceId, customerId, acknowledgements: false, updates: true, updatedAt: world.now() },
    });
    expect((await sent()).html).toContain('Válaszunkat holnap');
    await db.customerMailChoice.deleteMany({ where: { workspaceId } });
    for (let turn = 0; turn < 3; turn++) expect((await sent()).html).toContain('Válaszunkat holnap');
    await db.channelAccount.updateMany({
      where: { workspaceId, channel: 'email' },
      data: { enabled: false },
    });
    expect((await sent({ email: 'other@customer.test' })).html).toContain('Válaszunkat holnap');
    const mails = await db.outgoingMail.count({ where: { workspaceId, kind: 'acknowledgement' } });
    const promises = await db.ticketPromise.findMany({ where: { workspaceId }, select: { toldById: true } });
    expect(promises).toHaveLength(6);
    expect(promises.filter(({ toldById }) => toldById !== null)).toHaveLength(mails);
    expect(mails).toBeLessThan(4);
  });

  it('sent twice is one ticket, and both get its number', async () => {
    const { open, send, fine, tickets, world } = await start();
    const token = await open();
    world.pass(30);
    await send({ ...fine, token });
    expect((await send({ ...fine, token })).status).toBe(200);
    expect(await tickets()).toHaveLength(1);
  });

  it('sent twice at once is one ticket, and nobody sees an error', async () => {
    const { open, send, fine, tickets, world } = await start();
    const token = await open();
    world.pass(30);
    const both = await Promise.all([send({ ...fine, token }), send({ ...fine, token })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await tickets()).toHaveLength(1);
  });

  it('takes what cannot be kept out of the words, wherever they stand', async () => {
    const { sent, tickets } = await start();
    const dirt = {
      message: 'Leaks\0.',
      order: 'KT-1\u000023',
      page: 'https://shop.test/\0',
      'kept-file': `x.${'é'.repeat(26)}`,
    };
    expect((await sent(dirt)).status).toBe(200);
    const [ticket] = await tickets();
    expect(ticket?.messages.find(({ direction }) => direction === 'inbound')?.text).toContain('Leaks.');
    expect(ticket?.fieldValues).toEqual([{ text: 'KT-123' }]);
  });

  it('has a short subject, asked for or not', async () => {
    const items = usualItems().filter(({ kind }) => kind !== 'subject');
    const { sent, tickets } = await start({ items });
    await sent({ subject: 'long '.repeat(10_000) });
    expect((await tickets())[0]?.subject.length).toBeLessThanOrEqual(200);
  });

  it('comes back with everything that was typed, and with its files, when something is wrong', async () => {
    const { sent, tickets } = await start();
    const file = new File(['Serial number 12'], 'note.txt', { type: 'text/plain' });
    const { status, html } = await sent({ order: '<b>12</b>', files: file });
    expect(status).toBe(422);
    expect(html).toContain('value="&lt;b&gt;12&lt;/b&gt;"');
    expect(html).toContain('Szivárog a gép.');
    expect(html).toContain('id="order-error"');
    const kept = /name="kept-file" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(await tickets()).toEqual([]);
    await sent({ 'kept-file': kept });
    const [ticket] = await tickets();
    expect(ticket?.messages).toHaveLength(2);
  });

  it.each([
    ['a forged', (token: string) => `${token.slice(0, -2)}aa`],
    ['no', () => ''],
  ])('%s token asks to send once more and loses nothing', async (_, forge) => {
    const { open, send, fine, tickets, world } = await start();
    const token = forge(await open());
    world.pass(30);
    const { status, html } = await send({ ...fine, token });
    expect(status).toBe(422);
    expect(html).toContain('Szivárog a gép.');
    expect(await tickets()).toEqual([]);
  });

  it('filled in a day ago is signed anew', async () => {
    const { open, send, fine, world } = await start();
    const token = await open();
    world.pass(25 * 3600);
    expect((await send({ ...fine, token })).status).toBe(422);
  });

  it.each([
    ['honeypot', { website: 'http://spam.test' }],
    ['links', { message: 'http://a http://b http://c http://d http://e' }],
  ])('is held for %s, and becomes a ticket when a person releases it', async (reason, over) => {
    const { sent, tickets, owner } = await start();
    expect((await sent(over)).html).toContain('Kérése megérkezett');
    expect(await tickets()).toEqual([]);
    const [held] = await listHeldSubmissions(owner);
    expect(held).toMatchObject({ reason, form: 'Questions' });
    const released = await releaseSubmission(owner, { submissionId: held?.id ?? '' });
    expect(released.ok).toBe(true);
    expect(await tickets()).toHaveLength(1);
    const again = { ok: false, error: { code: 'inbound.not_held' } };
    expect(await releaseSubmission(owner, { submissionId: held?.id ?? '' })).toEqual(again);
  });

  it('that is discarded is off the list, and kept', async () => {
    const { sent, owner, tickets } = await start();
    await sent({ website: 'x' });
    const [held] = await listHeldSubmissions(owner);
    expect(await discardSubmission(owner, { submissionId: held?.id ?? '' })).toEqual({
      ok: true,
      value: null,
    });
    expect(await listHeldSubmissions(owner)).toEqual([]);
    expect(await tickets()).toEqual([]);
    expect(await owner.db.formSubmission.count({ where: { workspaceId: owner.workspaceId } })).toBe(1);
  });

  it('lets nobody send without end', async () => {
    const { sent } = await start();
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn++) statuses.push((await sent()).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(statuses.at(-1)).toBe(429);
  });

  it('refuses files that are no documents, and bodies that are no form', async () => {
    const { sent, tickets, world, owner, formId } = await start();
    const program = new File(['MZ\u0000\u0001'], 'run.exe', { type: 'image/png' });
    expect((await sent({ files: program })).status).toBe(422);
    const form = await shownForm(world.db, (await getForm(owner, formId))?.form?.publicKey ?? '');
    if (!form) throw new Error('no form');
    for (const type of ['multipart/form-data; boundary=x', 'application/json', '']) {
      const request = new Request('http://help.test/', {
        method: 'POST',
        body: '\u0000--',
        headers: { 'content-type': type },
      });
      const response = await takeForm(world.system('intake'), request, {
        form,
        locale: 'en',
        embedded: false,
        ip: '1',
        visit: null,
      });
      expect(response.status).toBe(400);
    }
    expect(await tickets()).toEqual([]);
  });

  it('may be framed by its pages only, and runs nothing inline', async () => {
    const { world, owner, formId } = await start({ allowedOrigins: ['https://shop.example/'] });
    const form = await shownForm(world.db, (await getForm(owner, formId))?.form?.publicKey ?? '');
    if (!form) throw new Error('no form');
    const page = await formPage({ form, locale: 'lv', embedded: true, id: owner.newId(), at: world.now() });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors');
    expect(policy).toContain('https://shop.example');
    expect(policy).not.toContain('unsafe');
    expect(await page.text()).toContain('lang="lv"');
  });

  it("wears the colour of the company's portal, and allows no other style in the page", async () => {
    const { world, owner, formId } = await start();
    const { workspaceId } = world;
    const key = (await getForm(owner, formId))?.form?.publicKey ?? '';
    const shown = async () => {
      const form = await shownForm(world.db, key);
      if (!form) throw new Error('no form');
      return formPage({ form, locale: 'en', embedded: true, id: owner.newId(), at: world.now() });
    };
    expect(await (await shown()).text()).not.toContain('<style>');
    await world.db.portalSettings.create({ data: { workspaceId, accent: '#7a1f3d' } });
    const page = await shown();
    const [, style = ''] = /<style>(.*?)<\/style>/.exec(await page.text()) ?? [];
    expect(style).toContain('--accent:light-dark(#7a1f3d,');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  });

  it('is listed with how much came, is called by one name, and is gone from the web when it is off', async () => {
    const { world, owner, sent, formId, fine } = await start();
    await sent();
    await sent({ website: 'x' });
    expect(await listForms(owner)).toMatchObject([{ id: formId, processed: 1, held: 1 }]);
    expect(await saveForm(owner, formFor())).toEqual({ ok: false, error: { code: 'name.taken' } });
    await saveForm(owner, formFor({ id: formId, enabled: false, items: usualItems() }));
    expect(await shownForm(world.db, (await getForm(owner, formId))?.form?.publicKey ?? '')).toBeNull();
    expect(fine.order).toBe('KT-123');
  });

  it('writes to one address at most three times an hour', async () => {
    const { sent, world } = await start();
    for (let turn = 0; turn < 5; turn++) await sent();
    const where = { workspaceId: world.workspaceId, kind: 'acknowledgement' as const };
    expect(await world.db.outgoingMail.count({ where })).toBe(3);
  });
});

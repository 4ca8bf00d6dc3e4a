import { phoneConfig } from '@/channels/phone/config';
import { signedByApp } from '../../tests/doubles/own-app';
import { phoneAccount } from '../../tests/features/phone/phone-rows';
import { expect, test } from '../support/test';
import { twilio } from '../support/twilio';

test('a recording is uploaded with a call; work after a call is extended once; a click has the provider ring', async ({
  page,
  world,
  signIn,
  request,
}) => {
  const agent = await world.member({ name: 'Emma Clarke' });
  const { db, workspaceId, slug } = world;
  const { number } = await world.ticket(agent);
  const customer = await db.customer.findFirstOrThrow({ where: { workspaceId } });
  await db.customerIdentity.create({
    data: { workspaceId, id: agent.newId(), customerId: customer.id, kind: 'phone', value: '+36301234567' },
  });
  const vendor = await twilio();
  try {
    await signIn(agent, { locale: 'en' });
    await page.goto(`/${slug}/desk/tickets/${number}`);
    const telephone = page.getByRole('region', { name: 'Telephone' });
    await telephone.getByRole('button', { name: 'Log a call' }).click();
    const dialog = page.getByRole('dialog', { name: 'Log a call' });
    await dialog
      .getByLabel('Recording')
      .setInputFiles({ name: 'call.mp3', mimeType: 'audio/mpeg', buffer: mp3() });
    await expect(dialog.getByLabel('The caller was told of the recording')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save the call' }).click();
    // Refused in words beside the file; what was uploaded and typed stays.
    await expect(dialog.getByText(/^Say whether they knew of the recording/).first()).toBeVisible();
    await dialog.getByLabel('The caller was told of the recording').check();
    await dialog.getByRole('button', { name: 'Save the call' }).click();
    const timeline = page.getByRole('region', { name: 'Conversation', exact: true });
    await expect(timeline.getByLabel('Recording of the call')).toBeVisible();
    await expect(timeline.getByText(/^Told of the recording · deleted on/)).toBeVisible();
    const source = await timeline.getByLabel('Recording of the call').getAttribute('src');
    const heard = await page.request.get(source ?? '');
    expect([heard.status(), (await heard.body()).equals(mp3())]).toEqual([200, true]);

    const exchange = await exchangeOf(agent, request);
    const named = { agent: { id: agent.actor.id } };
    await exchange('e1', 'call.answered', named);
    const popUp = page.getByRole('region', { name: 'Calls now' });
    await expect(popUp.getByText('Speaking')).toBeVisible();
    await exchange('e2', 'call.ended', named);
    await expect(popUp.getByText('After-call work')).toBeVisible();
    const first = await wrapUp();
    await popUp.getByRole('button', { name: 'More time' }).click();
    await expect(popUp.getByRole('button', { name: 'More time' })).toBeHidden();
    const longer = await wrapUp();
    expect(longer.wrapUpExtended).toBe(true);
    expect(Number(longer.wrapUpUntil)).toBeGreaterThan(Number(first.wrapUpUntil));
    await popUp.getByRole('button', { name: 'Done' }).click();

    const { accountSid, authToken } = vendor.double;
    const line = { provider: 'twilio', accountSid, authToken, number: '+3612345678' };
    await phoneAccount(agent, phoneConfig.parse(line));
    await db.phoneSettings.create({ data: { workspaceId, dialWith: 'provider' } });
    const device = { userId: agent.actor.id as string, device: '+36201112222' };
    await db.phoneExtension.create({ data: { workspaceId, ...device } });
    await page.reload();
    await telephone.getByRole('button', { name: /^Call \+36 30/ }).click();
    const first1 = page.getByRole('dialog', { name: /^Call \+36/ });
    await first1.getByRole('button', { name: 'Dial' }).click();
    await expect(
      page.getByText('Your telephone rings first. Pick up, and the customer is dialled.'),
    ).toBeVisible();
    expect(vendor.double.placed).toMatchObject([{ To: '+36201112222', From: '+3612345678' }]);
    expect(vendor.double.placed[0]?.['Url']).toContain('to=%2B36301234567');
    const placed = await db.callLog.findFirstOrThrow({ where: { workspaceId, provider: 'twilio' } });
    expect(placed).toMatchObject({
      direction: 'outbound',
      toNumber: '+36301234567',
      agentId: agent.actor.id,
    });
  } finally {
    vendor.stop();
  }

  function wrapUp() {
    return db.callLog.findFirstOrThrow({
      where: { workspaceId, provider: 'cti' },
      select: { wrapUpUntil: true, wrapUpExtended: true },
    });
  }
});

const mp3 = () => Buffer.from('ID3\x03\x00 not much of a song', 'latin1');

type Agent = Parameters<typeof phoneAccount>[0];
type Posting = Readonly<{ post: (url: string, how: object) => Promise<{ status: () => number }> }>;

/** A telephone system that tells of one call. */
async function exchangeOf(agent: Agent, request: Posting) {
  const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
  const { key } = await phoneAccount(agent, phoneConfig.parse({ provider: 'cti', secret }));
  return async (id: string, type: string, over: object) => {
    const data = { call_id: 'pbx-1', direction: 'inbound', from: '+36301234567', ...over };
    const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
    const headers = { ...signedByApp(secret, id, new Date(), body), 'content-type': 'application/json' };
    const answer = await request.post(`/api/inbound/phone/${key}`, { data: Buffer.from(body), headers });
    expect(answer.status()).toBe(200);
  };
}

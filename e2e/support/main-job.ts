import type { Page } from '@playwright/test';
import type { newWorld } from '../../tests/support/world';
import { openLive } from './live-page';
import { mailsTo, type Received } from './mails';
import { expect } from './test';

type World = Awaited<ReturnType<typeof newWorld>>;

/** A mail of the customer, by whatever way it comes in. */
export type CustomerMail = Readonly<{
  from: string;
  to: string;
  subject: string;
  messageId: string;
  inReplyTo?: string;
  text: string;
  attachments?: { filename: string; content: string; contentType: string }[];
}>;

export type MainJob = Readonly<{
  page: Page;
  world: World;
  /** The customer's address, of this test alone. */
  customer: string;
  bring: (mail: CustomerMail) => Promise<void>;
}>;

const TEXT = [
  'Jó napot kívánok!',
  'Elromlott a teáskannám: fűt, de nem kapcsol ki. Mit tegyek vele?',
  'Üdvözlettel:\nÁrvíztűrő Ödön',
].join('\n\n');

/**
 * The main job, whatever the way in: a customer's mail appears in the agent's open list, is answered in rich text, arrives
 * threaded and in the customer's language, and the customer's reply lands on the same ticket and reopens it.
 */
export async function doMainJob({ page, world, customer, bring }: MainJob): Promise<void> {
  const lines = page.getByRole('table').getByRole('link');
  await openLive(page, `/${world.slug}/desk?view=open`);
  await expect(lines).toHaveCount(0);

  const first = `<first.${world.slug}@customer.test>`;
  const from = `Árvíztűrő Ödön <${customer}>`;
  const subject = 'Elromlott a teáskanna – őűŐŰ';
  const attachments = [
    { filename: 'számla ő.pdf', content: '%PDF-1.4 bill', contentType: 'application/pdf' },
  ];
  await bring({ from, to: world.mailbox.address, subject, messageId: first, text: TEXT, attachments });
  await expect(lines).toHaveText([subject]);
  await acknowledged(customer, first);

  await lines.first().click();
  await readAndAnswer(page);
  const answer = await answerTo(customer);
  expect(answer.message.subject).toContain(subject);
  expect(answer.message.inReplyTo).toEqual([first.slice(1, -1)]);
  expect(answer.message.references).toContain(first.slice(1, -1));
  expect(answer.message.html).toContain('<strong>küldje be</strong>');
  expect(answer.message.text).toMatch(/Árvíztűrő Ödön ezt írta:\n> Jó napot kívánok!/);
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('solved');

  await bring({
    from,
    to: answer.message.replyTo[0]?.address ?? '',
    subject: `Vá: ${answer.message.subject}`,
    messageId: `<second.${world.slug}@customer.test>`,
    inReplyTo: `<${answer.message.messageId}>`,
    text: `Rendben, holnap feladom. Kell hozzá a doboz is?\n\n${quoted(answer)}`,
  });
  await reopened(page, world);
}

async function readAndAnswer(page: Page): Promise<void> {
  const conversation = page.getByRole('region', { name: 'Conversation', exact: true });
  await expect(conversation.getByText('fűt, de nem kapcsol ki')).toBeVisible();
  await expect(conversation.getByRole('link', { name: /számla ő\.pdf/ })).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Text of the reply' });
  await expect(async () => {
    if (!(await box.isVisible())) await page.keyboard.press('r');
    await expect(box).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type('Kérjük, ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('küldje be');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' a kannát!');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(conversation.getByText('Kérjük, küldje be a kannát!')).toBeVisible();
}

/** The acknowledgement, once, in the customer's language and marked as a machine's. */
async function acknowledged(customer: string, first: string): Promise<void> {
  await expect.poll(async () => (await mailsTo(customer)).length, { timeout: 20_000 }).toBe(1);
  const [acknowledgement] = await mailsTo(customer);
  expect(acknowledgement?.message.text).toContain('Köszönjük megkeresését.');
  expect(acknowledgement?.message.headers['auto-submitted']).toBe('auto-replied');
  expect(acknowledgement?.message.inReplyTo).toEqual([first.slice(1, -1)]);
}

async function answerTo(customer: string): Promise<Received> {
  await expect.poll(async () => (await mailsTo(customer)).length, { timeout: 30_000 }).toBe(2);
  const answer = (await mailsTo(customer)).at(-1);
  if (!answer) throw new Error('no answer arrived');
  return answer;
}

/** As the customer's mail program quotes. */
const quoted = ({ message }: Received) =>
  `2026. 03. 02. 10:05 keltezéssel, Support írta:\n${message.text.trimEnd().replace(/^/gm, '> ')}`;

/** The reply appears by itself, without what it quotes, and the ticket is open again. */
async function reopened(page: Page, world: World): Promise<void> {
  const conversation = page.getByRole('region', { name: 'Conversation', exact: true });
  await expect(conversation.getByText('Rendben, holnap feladom. Kell hozzá a doboz is?')).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('open');
  const tickets = await world.db.ticket.findMany({ where: { workspaceId: world.workspaceId } });
  expect(tickets).toHaveLength(1);
  const messages = await world.db.message.findMany({
    where: { workspaceId: world.workspaceId, direction: 'inbound' },
    orderBy: { createdAt: 'asc' },
  });
  expect(messages.map(({ threadedBy }) => threadedBy)).toEqual(['new', 'reply_token']);
  expect(messages[1]?.visibleText.trim()).toBe('Rendben, holnap feladom. Kell hozzá a doboz is?');
}

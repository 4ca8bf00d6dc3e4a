import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { openProduct } from '../../scripts/checks/product.mjs';
import {
  apiKey,
  ask,
  inLanes,
  insist,
  kill,
  type Program,
  Refused,
  randomFrom,
  sentMails,
  type Told,
} from '../support/crash';

const COUNT = 300;
const TICKETS = 20;
const KILLS = 5;
/** Spreads the traffic over the time in which the killing goes on. */
const BREATH = 400;
const MAILBOX = 'support@demo.test';
const PROGRAMS: readonly Program[] = ['web', 'worker', 'database'];

test.setTimeout(15 * 60_000);

test('300 mails in and 300 answers out survive the death of the web server, the worker and the database', async () => {
  const product = await openProduct({
    UNDO_SECONDS: '0',
    LOG_LEVEL: 'error',
    API_REQUESTS_PER_MINUTE: '100000',
  });
  try {
    const told: Told = product.env;
    const key = apiKey(told);
    await inLanes(TICKETS, 4, (index) => mailIn(told, `ask-${index}`));
    const numbers = await ticketNumbers(told);

    const [kills] = await Promise.all([
      killAll(told),
      inLanes(COUNT, 4, (index) => mailIn(told, `in-${index}`)),
      inLanes(COUNT, 3, (index) =>
        answer(told, { key, number: numbers[index % TICKETS] ?? 0, mark: `out-${index}` }),
      ),
    ]);
    await untilQuiet(told);

    await expectEachOnce(told);
    const copies = expectEachAnswerOnce(told);
    const died = Object.entries(kills).map(([program, times]) => `${program} ${times} times`);
    process.stdout.write(
      `killed: ${died.join(', ')}; deliveries repeated under the same Message-ID: ${copies}\n`,
    );
  } finally {
    await product.stop();
  }
});

/** Sends the same bytes until the server says that it has them, as any mail server does. */
async function mailIn(told: Told, mark: string): Promise<void> {
  const raw = [
    `From: Customer <${mark}@customer.example>`,
    `To: ${MAILBOX}`,
    `Subject: Kérdés ${mark}`,
    `Message-ID: <${mark}@customer.example>`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Jó napot! Hol van a csomagom? ${mark}`,
    '',
  ].join('\r\n');
  const envelope = { from: `${mark}@customer.example`, to: [MAILBOX] };
  await insist(async () => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: Number(told['E2E_SMTP_PORT']),
      ignoreTLS: true,
    });
    await transport.sendMail({ envelope, raw });
    return true;
  });
  await pause(BREATH);
}

type Answer = Readonly<{ key: string; number: number; mark: string }>;

/** Asks the API until it says that it has the answer; the idempotency key makes one of all the tries. */
async function answer(told: Told, { key, number, mark }: Answer): Promise<void> {
  await insist(async () => {
    const response = await fetch(`${told['E2E_URL']}/api/v1/tickets/${number}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': mark,
      },
      body: JSON.stringify({ kind: 'public', text: `Your parcel is on its way. [${mark}]` }),
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status >= 400 && response.status < 500 && ![408, 409, 429].includes(response.status)) {
      throw new Refused(`the API refuses ${mark}: ${response.status} ${await response.text()}`);
    }
    return response.status === 201;
  });
  await pause(BREATH);
}

async function ticketNumbers(told: Told): Promise<number[]> {
  let rows: { number: number }[] = [];
  await expect
    .poll(async () => {
      rows = await ask(told, `select number from "Ticket" where subject like 'Kérdés ask-%' order by number`);
      return rows.length;
    })
    .toBe(TICKETS);
  return rows.map(({ number }) => Number(number));
}

/** Kills one of the three at random, every one to three seconds, until each has died `KILLS` times. */
async function killAll(told: Told): Promise<Record<Program, number>> {
  const random = randomFrom(Date.now() % 1_000_000);
  const kills = { web: 0, worker: 0, database: 0 };
  for (;;) {
    const left = PROGRAMS.filter((program) => kills[program] < KILLS);
    const program = left[Math.floor(random() * left.length)];
    if (!program) return kills;
    await pause(1_000 + random() * 2_000);
    if (kill(told, program)) kills[program]++;
  }
}

/** Waits until nothing waits any more: no mail to be understood, none to be sent. */
async function untilQuiet(told: Told): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await ask<{ waiting: string }>(
          told,
          `select (select count(*) from "RawInbound" where state = 'received')
                + (select count(*) from "OutgoingMail" where state in ('queued', 'sending', 'deferred')) as waiting`,
        );
        return Number(row?.waiting);
      },
      { timeout: 6 * 60_000, intervals: [1_000] },
    )
    .toBe(0);
}

/** Every mail that was accepted stands once in the desk, every answer that was accepted once on its ticket. */
async function expectEachOnce(told: Told): Promise<void> {
  const messages = await ask<{ messageId: string; count: string; tickets: string }>(
    told,
    `select "messageId", count(*), count(distinct "ticketId") as tickets from "Message"
     where direction = 'inbound' and "messageId" like 'in-%@customer.example' group by 1`,
  );
  expect(messages.filter(({ count, tickets }) => count !== '1' || tickets !== '1')).toEqual([]);
  expect(messages).toHaveLength(COUNT);

  const held = await ask(told, `select reason from "RawInbound" where state = 'held'`);
  expect(held).toEqual([]);

  const answers = await ask<{ mark: string; count: string }>(
    told,
    `select substring(text from '\\[(out-[0-9]+)\\]') as mark, count(*) from "Message"
     where direction = 'outbound' and text like '%[out-%' group by 1`,
  );
  expect(answers.filter(({ count }) => count !== '1')).toEqual([]);
  expect(answers).toHaveLength(COUNT);
}

/**
 * Every answer arrived under one Message-ID, and every new customer got one acknowledgement. Returns how many deliveries were
 * repeats of a Message-ID: between the other server's OK and our commit a crash leaves no way to know (RFC 5321 §4.5.4.1).
 */
function expectEachAnswerOnce(told: Told): number {
  const mails = sentMails(told);
  const byMark = new Map<string, Set<string>>();
  for (const { source, messageId } of mails) {
    const mark = /Your parcel is on its way\. \[(out-\d+)\]/.exec(source)?.[1];
    if (mark) byMark.set(mark, (byMark.get(mark) ?? new Set()).add(messageId));
  }
  expect([...byMark].filter(([, ids]) => ids.size !== 1)).toEqual([]);
  expect(byMark.size).toBe(COUNT);

  const acknowledged = new Map<string, Set<string>>();
  for (const { to, messageId, source } of mails) {
    const [address = ''] = to;
    if (/^in-\d+@/.test(address) && /^Auto-Submitted: auto-replied/im.test(source)) {
      acknowledged.set(address, (acknowledged.get(address) ?? new Set()).add(messageId));
    }
  }
  expect([...acknowledged].filter(([, ids]) => ids.size !== 1)).toEqual([]);
  expect(acknowledged.size).toBe(COUNT);
  return mails.length - new Set(mails.map(({ messageId }) => messageId)).size;
}

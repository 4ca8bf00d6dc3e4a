import { setTimeout as pause } from 'node:timers/promises';
import nodemailer, { type Transporter } from 'nodemailer';
import type pg from 'pg';
import { type Figures, figuresOf } from './figures';
import type { Product } from './product';

type Run = Readonly<{ product: Product; client: pg.Client; mails: number; senders: number }>;

/** Mails over SMTP by one and by eight senders: until the server's OK, and until each stands on its ticket. */
export async function measureIntake({
  product,
  client,
  mails,
}: Readonly<{ product: Product; client: pg.Client; mails: number }>): Promise<Figures[]> {
  const one = await intake({ product, client, senders: 1, mails: Math.ceil(mails / 4) });
  const eight = await intake({ product, client, senders: 8, mails });
  return [...one, ...eight];
}

async function intake({ product, client, mails, senders }: Run): Promise<Figures[]> {
  const before = await threaded(client);
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: product.smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: senders,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const start = performance.now();
  const took = await Promise.all(
    Array.from({ length: mails }, (_, i) => send(transport, product, senders * 1e6 + i)),
  );
  const accepted = (performance.now() - start) / 1000;
  transport.close();
  while ((await threaded(client)) < before + mails) await pause(50);
  const done = (performance.now() - start) / 1000;
  const name = `SMTP intake, ${senders} sender${senders > 1 ? 's' : ''}`;
  const target = senders === 8 ? { target: '≥ 100 mails/s' } : {};
  return [
    figuresOf(`${name}: time from MAIL to OK, queueing included`, took),
    figuresOf(`${name}: accepted and committed`, [mails / accepted], { unit: 'mails/s' }),
    figuresOf(`${name}: on their tickets`, [mails / done], { unit: 'mails/s', ...target }),
  ];
}

/** Every third mail answers a mail that is there, by In-Reply-To; the others open tickets. */
async function send(transport: Transporter, product: Product, index: number): Promise<number> {
  const start = performance.now();
  await transport.sendMail({
    from: `Customer ${index % 500} <sender${index % 500}@bench.example>`,
    to: product.seeded.mailbox,
    subject: `Rendelés ${index}: hol a csomag?`,
    messageId: `<bench.${index}@bench.example>`,
    ...(index % 3 === 2 && {
      inReplyTo: `<bench.${product.seeded.longTicket - 100 * (index % 50)}.0@bench.example>`,
    }),
    text: `Jó napot kívánok!\n\nA ${index}. csomagom még nem érkezett meg. Mikor jön?\n\nÜdvözlettel:\nVásárló\n`,
  });
  return performance.now() - start;
}

async function threaded(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from "RawInbound" where state = 'processed'`,
  );
  return rows[0]?.n ?? 0;
}

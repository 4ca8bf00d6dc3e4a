import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { readMail } from '@/channels/email/read-mail';
import type { InboundMessage } from '@/domain/channel/message';

/** A mail as the receiving server of the tests got it. */
export type Received = Readonly<{ from: string; to: readonly string[]; message: InboundMessage }>;

/** All mails that the product has sent to this address so far, in their order. */
export async function mailsTo(address: string): Promise<Received[]> {
  const folder = process.env['E2E_MAIL_DIR'] ?? '';
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const all = await Promise.all(
    names.map(async (name) => {
      const envelope = JSON.parse(await readFile(join(folder, name), 'utf8')) as Omit<Received, 'message'>;
      return { number: Number.parseInt(name, 10), name, ...envelope };
    }),
  );
  const wanted = all.filter(({ to }) => to.includes(address)).sort((one, other) => one.number - other.number);
  return Promise.all(
    wanted.map(async ({ name, from, to }) => {
      const bytes = await readFile(join(folder, name.replace(/json$/, 'eml')));
      const read = await readMail({ bytes, receivedAt: new Date() });
      if (!read.ok) throw new Error(read.error.detail);
      return { from, to, message: read.value };
    }),
  );
}

/** The secret at the end of the link in the newest mail to this address, once it has arrived; our side forgets it then. */
export async function mailedToken(address: string): Promise<string> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(100)) {
    const text = (await mailsTo(address)).at(-1)?.message.text ?? '';
    const token = /\/(?:invitation|reset)\/([\w-]+)/.exec(text)?.[1];
    if (token) return token;
  }
  throw new Error(`no mail with a link reached ${address}`);
}

/** Sends a mail to the product's own SMTP port, as any mail server would. */
export async function sendToProduct(mail: SendMailOptions): Promise<void> {
  const port = Number(process.env['E2E_SMTP_PORT']);
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail(mail);
  transport.close();
}

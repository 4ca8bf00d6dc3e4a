import { SMTPServer } from 'smtp-server';

/** A mail as the sink got it. */
export type Sunk = Readonly<{ from: string; to: readonly string[]; raw: string }>;

type Answers = Readonly<{
  /** What to say to a recipient: a refusal, or undefined to take it. */
  recipient?: (address: string) => Readonly<{ code: number; text: string }> | undefined;
  /** What to say to the whole mail. */
  data?: () => Readonly<{ code: number; text: string }> | undefined;
}>;

/** A real SMTP server that keeps what it gets and says what a test wants it to say. */
export async function smtpSink(answers: Answers = {}) {
  const mails: Sunk[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) => done(refusal(answers.recipient?.(address))),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refusal(answers.data?.());
        if (!refused) {
          mails.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString('utf8'),
          });
        }
        done(refused);
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, mails, close: () => new Promise<void>((closed) => server.close(() => closed())) };
}

function refusal(said: Readonly<{ code: number; text: string }> | undefined): Error | null {
  return said ? Object.assign(new Error(said.text), { responseCode: said.code }) : null;
}

/** The value of a header field, unfolded; an empty string when it is not there. */
export function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}

import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** One mail as it was handed to us, byte for byte, before its sender was told anything. */
export type SmtpArrival = Readonly<{
  bytes: Buffer;
  /** Empty for the null sender (RFC 5321 §4.5.5). */
  envelopeFrom: string;
  envelopeTo: readonly string[];
  remoteAddress: string;
}>;

export type SmtpListenerOptions = Readonly<{
  port: number;
  host: string;
  /** How the server calls itself. */
  name: string;
  /** Largest mail in bytes, announced by SIZE (RFC 1870). */
  sizeLimit: number;
  /** PEM texts; STARTTLS is offered when they are given. */
  tls: Readonly<{ key: string; cert: string }> | null;
  /** True when mail for this address is for us; asked for each recipient. */
  isKnown: (address: string) => Promise<boolean>;
  /** Stores the mail. The sender is told OK after this has come back, and to try again when it throws. */
  store: (arrival: SmtpArrival) => Promise<void>;
  onError: (error: unknown) => void;
}>;

export type SmtpListener = Readonly<{ port: number; stop: () => Promise<void> }>;

const MOST_RECIPIENTS = 200;
const MOST_CLIENTS = 200;

/** Listens for mail. Resolves when the port is open; throws when it cannot be. */
export async function startSmtpListener(options: SmtpListenerOptions): Promise<SmtpListener> {
  const { name, sizeLimit, tls, port, host, onError } = options;
  const server = new SMTPServer({
    name,
    banner: 'Kalauz',
    size: sizeLimit,
    rejectOversized: true,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxRecipients: MOST_RECIPIENTS,
    maxClients: MOST_CLIENTS,
    socketTimeout: 60_000,
    closeTimeout: 1_500,
    ...tls,
    onRcptTo: ({ address }, _session, done) => answer(checkRecipient(options, address), done, onError),
    onData: (stream, session, done) => answer(takeMail(options, stream, session), done, onError),
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      listening();
    });
  });
  // A client that hangs up is no failure of ours; smtp-server tells of it as of any other error.
  server.on('error', () => {});
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

class Refused extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

type Done = (error?: Error | null, message?: string) => void;

/** What is not a refusal of ours is our own trouble: the sender keeps the mail and comes again (RFC 5321 §4.2.1). */
function answer(work: Promise<string | undefined>, done: Done, onError: (error: unknown) => void): void {
  work.then(
    (message) => done(null, message),
    (error: unknown) => {
      if (error instanceof Refused) return done(error);
      onError(error);
      done(new Refused(451, '4.3.0 Temporary trouble on our side, please try again later'));
    },
  );
}

async function checkRecipient({ isKnown }: SmtpListenerOptions, address: string): Promise<undefined> {
  if (!(await isKnown(address.toLowerCase()))) throw new Refused(550, '5.1.1 No such mailbox here');
}

async function takeMail(
  options: SmtpListenerOptions,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<string> {
  const bytes = await bytesOf(stream, options.sizeLimit);
  if (bytes === null) throw new Refused(552, '5.3.4 This mail is larger than we can take');
  const { mailFrom, rcptTo } = session.envelope;
  await options.store({
    bytes,
    envelopeFrom: mailFrom ? mailFrom.address : '',
    envelopeTo: rcptTo.map(({ address }) => address),
    remoteAddress: session.remoteAddress,
  });
  return '2.0.0 Kept safe';
}

/** All bytes, or null when there are too many; the stream is read to its end either way, since the sender waits for it. */
async function bytesOf(stream: SMTPServerDataStream, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return stream.sizeExceeded || size > limit ? null : Buffer.concat(chunks);
}

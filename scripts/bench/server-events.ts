import { Agent, type IncomingMessage, request } from 'node:http';

type Connection = Readonly<{ headers: Record<string, string>; signal: AbortSignal }>;
type Hear = (event: string, data: string) => void;

/** Connections that are kept, as browsers keep them. A stream has one of its own. */
const kept = new Agent({ keepAlive: true, maxSockets: 256 });

type Asked = Readonly<{ method?: 'GET' | 'POST'; headers: Record<string, string>; body?: string }>;

/** Asks once and reads the whole answer. */
export function ask(
  url: string,
  { method = 'GET', headers, body }: Asked,
): Promise<Readonly<{ status: number; text: string }>> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(url, { method, agent: kept, headers: { ...headers, ...length } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Reads a stream of server-sent events until it ends or is let go. */
export function hearEvents(url: string, { headers, signal }: Connection, hear: Hear): void {
  const asked = request(url, { headers, agent: false, signal }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`${url.slice(0, 120)} answered ${answer.statusCode}`);
    read(answer, hear);
    answer.on('error', (error) => signal.aborted || console.error(error));
  });
  asked.on('error', (error) => signal.aborted || console.error(error));
  asked.end();
}

function read(answer: IncomingMessage, hear: Hear): void {
  let rest = '';
  answer.setEncoding('utf8');
  answer.on('data', (part: string) => {
    const frames = (rest + part).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) hearFrame(frame, hear);
  });
}

function hearFrame(frame: string, hear: Hear): void {
  const event = /^event: (.*)$/m.exec(frame)?.[1];
  if (event) hear(event, /^data: (.*)$/m.exec(frame)?.[1] ?? '');
}

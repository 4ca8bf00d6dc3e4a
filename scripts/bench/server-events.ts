type Connection = Readonly<{ headers: Record<string, string>; signal: AbortSignal }>;
type Hear = (event: string, data: string) => void;

/** Reads a stream of server-sent events until it ends or is let go. */
export async function hearEvents(url: string, connection: Connection, hear: Hear): Promise<void> {
  try {
    const answer = await fetch(url, connection);
    if (!answer.ok || !answer.body) throw new Error(`${url.slice(0, 120)} answered ${answer.status}`);
    await read(answer.body, hear);
  } catch (error) {
    if (!connection.signal.aborted) console.error(error);
  }
}

async function read(body: ReadableStream<Uint8Array<ArrayBuffer>>, hear: Hear): Promise<void> {
  let rest = '';
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    const frames = (rest + part).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) hearFrame(frame, hear);
  }
}

function hearFrame(frame: string, hear: Hear): void {
  const event = /^event: (.*)$/m.exec(frame)?.[1];
  if (event) hear(event, /^data: (.*)$/m.exec(frame)?.[1] ?? '');
}

type Connection = Readonly<{ headers: Record<string, string>; signal: AbortSignal }>;

/** Reads a stream of server-sent events until it ends. */
export async function hearEvents(
  url: string,
  connection: Connection,
  hear: (event: string, data: string) => void,
): Promise<void> {
  const answer = await fetch(url, connection).catch(() => null);
  if (!answer?.ok || !answer.body) {
    if (!connection.signal.aborted)
      console.error(`${url.slice(0, 120)} answered ${answer?.status ?? 'nothing'}`);
    return;
  }
  let rest = '';
  try {
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + part).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const event = /^event: (.*)$/m.exec(frame)?.[1];
        if (event) hear(event, /^data: (.*)$/m.exec(frame)?.[1] ?? '');
      }
    }
  } catch (error) {
    if (!connection.signal.aborted) throw error;
  }
}

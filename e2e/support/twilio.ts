import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { twilioDouble } from '../../tests/doubles/twilio';

/** Twilio, where the product looks for it. */
export async function twilio() {
  const double = twilioDouble();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const answer = await double.call({
      url: `https://api.twilio.com${request.url}`,
      method: request.method as 'GET' | 'POST',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(parts).toString(),
    });
    response.writeHead(answer.status, answer.headers).end(answer.bytes);
  });
  await listening(server);
  return {
    double,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** There is one such place for all tests: who comes second waits until the first is done. */
async function listening(server: Server): Promise<void> {
  const port = Number(process.env['E2E_TWILIO_PORT']);
  for (;;) {
    const problem = await new Promise<NodeJS.ErrnoException | null>((done) => {
      server.once('error', done);
      server.listen(port, '127.0.0.1', () => done(null));
    });
    server.removeAllListeners('error');
    if (!problem) return;
    if (problem.code !== 'EADDRINUSE') throw problem;
    await pause(250);
  }
}

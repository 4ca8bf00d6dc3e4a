import { createServer } from 'node:http';
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
  await new Promise<void>((done) => server.listen(Number(process.env['E2E_TWILIO_PORT']), '127.0.0.1', done));
  return {
    double,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

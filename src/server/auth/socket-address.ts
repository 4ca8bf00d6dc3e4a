import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const HEADER = 'x-forwarded-for';

/**
 * Writes where each connection really comes from into `X-Forwarded-For`, over whatever the client put there. For servers
 * that no proxy of ours stands in front of: Next itself would leave a header that the client invented.
 */
export function trustOnlySockets(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[HEADER] = request.socket.remoteAddress ?? '';
  });
}

import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/**
 * A real SMTP server that accepts every mail and keeps it in `folder`: `<n>.eml` holds the bytes, `<n>.json` beside it the
 * envelope (`{ from, to }`). Each appears whole, the `.json` last. Resolves with its `port` and `stop`.
 */
export function openMailSink(folder) {
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: 50_000_000,
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        count++;
        keep(join(folder, String(count).padStart(5, '0')), Buffer.concat(chunks), session.envelope);
        done(null, `kept as ${count}`);
      });
    },
  });
  server.on('error', () => {});
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', fail);
      done({ port: server.server.address().port, stop: () => new Promise((closed) => server.close(closed)) });
    });
  });
}

function keep(path, bytes, { mailFrom, rcptTo }) {
  const envelope = { from: mailFrom?.address, to: rcptTo.map(({ address }) => address) };
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, `${path}.eml`);
  writeFileSync(`${path}.part`, JSON.stringify(envelope));
  renameSync(`${path}.part`, `${path}.json`);
}

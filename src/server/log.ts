import pino, { type Logger } from 'pino';
import { env } from '@/server/env';

let logger: Logger | undefined;

/** The process's log: one JSON line per entry on standard output; secrets are cut out by name. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: { process: env().PROCESS },
    redact: [
      'password',
      'token',
      'key',
      'secret',
      '*.password',
      '*.token',
      '*.key',
      '*.secret',
      'headers.authorization',
    ],
    serializers: { error: pino.stdSerializers.err },
  });
  return logger;
}

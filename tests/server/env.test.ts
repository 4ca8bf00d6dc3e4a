import { describe, expect, it } from 'vitest';
import { parseEnv, WrongSettings } from '@/server/env';

const SECRET = 'q8Zt1hVx0bNm5RkY2sLw7PdF4cJg9AeU';
const least = { DATABASE_URL: 'postgresql://kalauz:pw@localhost:5432/kalauz', SECRET };

/** The sentences with which `source` is refused; empty when it is accepted. */
function refusals(source: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnv({ ...least, ...source });
    return [];
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  it('need no more than a database and a secret', () => {
    expect(parseEnv(least)).toMatchObject({
      PORT: 3000,
      SMTP_PORT: 2525,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      MAIL_DOMAIN: 'kalauz.test',
      MAIL_FROM: 'Kalauz <no-reply@kalauz.test>',
      UNDO_SECONDS: 10,
      MAX_MAIL_MB: 35,
      DEMO: true,
    });
  });

  it('take an empty value for one that is left out', () => {
    expect(parseEnv({ ...least, PORT: '', SMTP_URL: '' })).toEqual(parseEnv(least));
  });

  it('derive the mail domain and the sender from the public address', () => {
    expect(parseEnv({ ...least, PUBLIC_URL: 'https://Help.Example.com/' })).toMatchObject({
      PUBLIC_URL: 'https://Help.Example.com',
      MAIL_DOMAIN: 'help.example.com',
      MAIL_FROM: 'Kalauz <no-reply@help.example.com>',
    });
  });

  it.each([
    ['PORT', '80a', 'PORT is "80a": it must be a whole number from 1 to 65535.'],
    ['PORT', '0', 'PORT is "0": it must be a whole number from 1 to 65535.'],
    ['SMTP_PORT', '70000', 'SMTP_PORT is "70000": it must be a whole number from 0 to 65535.'],
    ['DEMO', 'maybe', 'DEMO is "maybe": it must be 1 or 0.'],
    [
      'PUBLIC_URL',
      'help.example.com',
      'PUBLIC_URL is "help.example.com": it must be an address such as https://help.example.com.',
    ],
    [
      'MAIL_FROM',
      'support',
      'MAIL_FROM is "support": it must be a mail address, as in no-reply@example.com or Support <support@example.com>.',
    ],
    [
      'SMTP_TLS_CERT',
      '/nowhere/at/all.pem',
      'SMTP_TLS_CERT is "/nowhere/at/all.pem": it must be the path of a file that this user can read.',
    ],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is "loud": it must be silent, fatal, error, warn, info, debug or trace.',
    ],
  ])('refuse %s=%s with a sentence', (name, value, sentence) => {
    expect(refusals({ [name]: value })).toEqual([sentence]);
  });

  it('name every wrong value at once', () => {
    expect(refusals({ PORT: 'x', MAX_MAIL_MB: '0' })).toHaveLength(2);
  });

  it('never repeat a secret in a refusal', () => {
    const said = refusals({
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      SMTP_URL: 'http://user:hunter2@mail',
    }).join(' ');
    expect(said).toContain('DATABASE_URL is wrong: it must be an address such as');
    expect(said).not.toContain('hunter2');
  });

  it('refuse half a pair', () => {
    expect(refusals({ S3_ACCESS_KEY_ID: 'AKIA' })).toEqual([
      'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set both or neither.',
    ]);
  });

  it('refuse one port for two listeners', () => {
    expect(refusals({ PORT: '3000', SMTP_PORT: '3000' })).toEqual([
      'PORT and SMTP_PORT are both 3000: each needs its own.',
    ]);
  });

  it.each([
    'short',
    'a'.repeat(64),
    'password-password-password-password-1',
    'changeme-0123456789-0123456789-abc',
  ])('refuse the weak secret %s in production only', (secret) => {
    expect(refusals({ SECRET: secret, NODE_ENV: 'production' })).toHaveLength(1);
    expect(refusals({ SECRET: secret, NODE_ENV: 'development' })).toEqual([]);
  });

  it('accept a random secret in production', () => {
    expect(refusals({ NODE_ENV: 'production' })).toEqual([]);
  });
});

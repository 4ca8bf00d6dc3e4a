import { describe, expect, test } from 'vitest';
import { isBreached } from '@/server/auth/breached';
import { choosePassword } from '@/server/auth/choose-password';
import { hashPassword, passwordMatches } from '@/server/auth/passwords';

describe('stored passwords', () => {
  test('are Argon2id and match only themselves', async () => {
    const hash = await hashPassword('kettle harbour 42');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches('kettle harbour 42', hash)).toBe(true);
    expect(await passwordMatches('Kettle harbour 42', hash)).toBe(false);
  });

  test('match however the keyboard composes accents', async () => {
    const hash = await hashPassword('gőzölgő kancsó'.normalize('NFD'));
    expect(await passwordMatches('gőzölgő kancsó'.normalize('NFC'), hash)).toBe(true);
  });

  test('nothing matches where no password is set, in about the same time', async () => {
    const hash = await hashPassword('kettle harbour 42');
    await passwordMatches('warm up', null);
    const timeOf = async (stored: string | null) => {
      const start = performance.now();
      for (let round = 0; round < 5; round++) {
        expect(await passwordMatches('no account has this password', stored)).toBe(false);
      }
      return performance.now() - start;
    };
    const [none, wrong] = [await timeOf(null), await timeOf(hash)];
    expect(none).toBeGreaterThan(wrong / 4);
  });
});

describe('leaked passwords', () => {
  test.each(['1234567890', 'qwertyuiop', 'PASSWORD123', '1qaz2wsx3edc'])('%s is known', (password) => {
    expect(isBreached(password)).toBe(true);
  });

  test.each(['kettle harbour 42', 'ez egy hosszú jelszó', 'x9-vB2.qLm81'])('%s is not', (password) => {
    expect(isBreached(password)).toBe(false);
  });

  test('cannot be chosen', async () => {
    expect(await choosePassword('qwertyuiop', 'a@b.test')).toEqual({
      ok: false,
      error: { code: 'password.breached' },
    });
  });
});

import { describe, expect, test } from 'vitest';
import { authenticate } from '@/server/auth/authenticate';
import { hashPassword } from '@/server/auth/passwords';
import { newId } from '@/server/ids';
import { newVisitor } from '../../support/visitor';

const PASSWORD = 'kettle harbour 42';

async function account(over: { passwordHash?: string | null; disabledAt?: Date } = {}) {
  const visitor = newVisitor();
  const id = newId();
  const email = `${id}@staff.test`;
  const passwordHash = await hashPassword(PASSWORD);
  await visitor.db.user.create({ data: { id, email, name: 'Anna', passwordHash, ...over } });
  const tryWith = (password: string, from = visitor) => authenticate(from, { email, password });
  return { id, email, visitor, tryWith };
}

const failed = { ok: false, error: { code: 'sign_in.failed' } };

describe('signing in', () => {
  test('works with the right password, however the address is typed', async () => {
    const { id, email, visitor } = await account();
    const typed = `  ${email.toUpperCase()} `;
    expect(await authenticate(visitor, { email: typed, password: PASSWORD })).toEqual({
      ok: true,
      value: { userId: id },
    });
  });

  test('fails alike for a wrong password, no such account, no password and a disabled account', async () => {
    const real = await account();
    const unset = await account({ passwordHash: null });
    const disabled = await account({ disabledAt: new Date() });
    expect(await real.tryWith('something else')).toEqual(failed);
    expect(await unset.tryWith(PASSWORD)).toEqual(failed);
    expect(await disabled.tryWith(PASSWORD)).toEqual(failed);
    const nobody = { email: `${newId()}@nowhere.test`, password: PASSWORD };
    expect(await authenticate(real.visitor, nobody)).toEqual(failed);
  });

  test('is stopped after ten wrong passwords for one account, from wherever they come', async () => {
    const { tryWith } = await account();
    for (let round = 0; round < 10; round++) {
      expect(await tryWith(`wrong ${round}`, newVisitor())).toEqual(failed);
    }
    const stopped = await tryWith(PASSWORD, newVisitor());
    expect(stopped).toMatchObject({ ok: false, error: { code: 'sign_in.too_often' } });
    const wait = stopped.ok || stopped.error.code !== 'sign_in.too_often' ? 0 : stopped.error.waitSeconds;
    expect(wait).toBeGreaterThan(800);
    expect(wait).toBeLessThanOrEqual(900);
  });

  test('is stopped in the same way for accounts that do not exist', async () => {
    const nobody = { email: `${newId()}@nowhere.test`, password: PASSWORD };
    const answers: string[] = [];
    for (let round = 0; round < 11; round++) {
      const answer = await authenticate(newVisitor(), nobody);
      answers.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(answers).toEqual([...Array(10).fill('sign_in.failed'), 'sign_in.too_often']);
  });

  test('counts parallel guesses one by one', async () => {
    const { tryWith } = await account();
    const tries = Array.from({ length: 14 }, (_, round) => tryWith(`wrong ${round}`));
    const codes = (await Promise.all(tries)).map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes.filter((code) => code === 'sign_in.failed')).toHaveLength(10);
    expect(codes.filter((code) => code === 'sign_in.too_often')).toHaveLength(4);
  });

  test('forgets wrong tries once the right password was given', async () => {
    const { tryWith } = await account();
    for (let round = 0; round < 9; round++) await tryWith('wrong');
    expect(await tryWith(PASSWORD)).toMatchObject({ ok: true });
    for (let round = 0; round < 9; round++) expect(await tryWith('wrong')).toEqual(failed);
    expect(await tryWith(PASSWORD)).toMatchObject({ ok: true });
  });
});

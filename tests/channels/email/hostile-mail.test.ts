import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMail } from '@/channels/email/read-mail';
import { hostileMail } from '../../support/hostile-mail';

test('no mail is so broken that it cannot be read, and reading changes none of its bytes', async () => {
  await fc.assert(
    fc.asyncProperty(hostileMail, async (source) => {
      const before = Buffer.from(source);
      const read = await readMail({ bytes: source, receivedAt: new Date('2026-03-02T09:00:00Z') });
      expect(read).toMatchObject({ ok: true });
      expect(source.equals(before)).toBe(true);
    }),
    { numRuns: 400, seed: 20_261_130 },
  );
});

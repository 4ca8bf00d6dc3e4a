import { expect, test } from 'vitest';
import { IDENTITY_KINDS } from '@/domain/customer/identity';
import { CHANNELS } from '@/domain/ticket/ticket';

test('every way to reach a person has its own kind of address, named like its channel', () => {
  const channels: readonly string[] = CHANNELS;
  expect(IDENTITY_KINDS.filter((kind) => !channels.includes(kind))).toEqual([]);
  expect(new Set(IDENTITY_KINDS).size).toBe(IDENTITY_KINDS.length);
});

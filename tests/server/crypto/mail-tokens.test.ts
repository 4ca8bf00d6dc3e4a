import { describe, expect, test } from 'vitest';
import {
  agentReplyAddress,
  bounceAddress,
  readMailToken,
  replyAddress,
  withoutTag,
} from '@/server/crypto/mail-tokens';

const HERE = '01900000-0000-7000-8000-000000000001';
const ELSEWHERE = '01900000-0000-7000-8000-000000000002';
const MAIL = '01900000-1234-7abc-8def-0123456789ab';

describe('signed addresses', () => {
  test('an answer to the reply address belongs to its ticket', () => {
    const address = replyAddress('support@demo.test', HERE, 1042);
    expect(address).toMatch(/^support\+t1042\.[a-z2-7]{16}@demo\.test$/);
    expect(readMailToken(address, HERE)).toEqual({ kind: 'reply', ticketNumber: 1042 });
  });

  test('upper case, as some servers write it, changes nothing', () => {
    const address = replyAddress('support@demo.test', HERE, 7).toUpperCase();
    expect(readMailToken(address, HERE)).toEqual({ kind: 'reply', ticketNumber: 7 });
  });

  test('the address of one workspace opens no ticket of another', () => {
    expect(readMailToken(replyAddress('support@demo.test', HERE, 1042), ELSEWHERE)).toBeNull();
  });

  test('nobody reaches another ticket by changing the number', () => {
    const address = replyAddress('support@demo.test', HERE, 1042).replace('t1042', 't1043');
    expect(readMailToken(address, HERE)).toBeNull();
  });

  test('a notification is answered by the agent who got it and by nobody else', () => {
    const token = readMailToken(agentReplyAddress('support@demo.test', HERE, 1042, 'zsofia'), HERE);
    expect(token?.kind).toBe('agent');
    if (token?.kind !== 'agent') throw new Error('not an agent token');
    expect(token.isOf('zsofia')).toBe(true);
    expect(token.isOf('janis')).toBe(false);
  });

  test('a bounce names the mail that came back', () => {
    expect(readMailToken(bounceAddress('support@demo.test', MAIL), HERE)).toEqual({
      kind: 'bounce',
      mailId: MAIL,
    });
  });

  test('no local part is longer than the 64 octets of RFC 5321', () => {
    const address = bounceAddress('support@demo.test', MAIL);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  });

  test.each(['support@demo.test', 'support+@demo.test', 'support+t1042@demo.test', '', '+t1.x@'])(
    'there is no token in "%s"',
    (address) => {
      expect(readMailToken(address, HERE)).toBeNull();
    },
  );

  test('the mailbox is found under any tag', () => {
    expect(withoutTag(replyAddress('support@demo.test', HERE, 1042))).toBe('support@demo.test');
    expect(withoutTag('support@demo.test')).toBe('support@demo.test');
  });
});

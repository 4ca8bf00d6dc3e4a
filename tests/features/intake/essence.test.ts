import { describe, expect, test } from 'vitest';
import { essenceOf } from '@/features/intake/essence';
import { mailSource, takeInMail } from '../../support/mail';
import { newWorld } from '../../support/world';

const bytes = (text: string) => new TextEncoder().encode(text);
const MAIL = 'From: a@b.test\r\nMessage-ID: <1@b.test>\r\nSubject: Kettle\r\n\r\nIt leaks.\r\n';

describe('what two copies of a mail have in common', () => {
  test('is not changed by what carriers add, folded or not', () => {
    const added =
      'Return-Path: <a@b.test>\r\nReceived: from mx.b.test\r\n\tby mx.c.test; today\r\nDelivered-To: help@c.test\r\nARC-Seal: i=1\r\n';
    expect(essenceOf(bytes(added + MAIL))).toBe(essenceOf(bytes(MAIL)));
  });

  test.each([
    ['the subject', MAIL.replace('Kettle', 'Toaster')],
    ['the text', MAIL.replace('leaks', 'smokes')],
    ['a field of the sender', `Auto-Submitted: auto-replied\r\n${MAIL}`],
  ])('is changed by %s', (_, other) => {
    expect(essenceOf(bytes(other))).not.toBe(essenceOf(bytes(MAIL)));
  });

  test('can be told of bytes that are no mail', () => {
    expect(essenceOf(bytes(''))).not.toBe(essenceOf(bytes('no head at all')));
  });
});

describe('mails that share a Message-ID', () => {
  test('are one when they are copies of one', async () => {
    const world = await newWorld();
    const source = mailSource(world, { messageId: '<same@customer.test>' });
    const first = await takeInMail(world, `Received: by one.test\r\n${source}`);
    const second = await takeInMail(world, `Received: by two.test\r\n${source}`);
    expect(second).toMatchObject({ state: 'discarded', verdict: 'duplicate', ticketId: first.ticketId });
  });

  test('are both kept when they say different things', async () => {
    const world = await newWorld();
    const messageId = '<same@customer.test>';
    await takeInMail(world, mailSource(world, { messageId, subject: 'Kettle' }));
    const other = await takeInMail(world, mailSource(world, { messageId, subject: 'Toaster' }));
    expect(other.state).toBe('processed');
    expect(
      await world.db.message.count({ where: { workspaceId: world.workspaceId, direction: 'inbound' } }),
    ).toBe(2);
  });
});

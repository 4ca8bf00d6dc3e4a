import { expect, it, vi } from 'vitest';
import { mailSource, takeInMail, ticketOf } from '../../support/mail';
import { newWorld } from '../../support/world';

// Read when the first setting is asked for; this file's process asks for none before.
vi.stubEnv('MAIL_AUTH', 'true');

it('believes no From of which DMARC cannot say whose it is, though an address stands in it', async () => {
  const world = await newWorld();
  const from = '"Anna Ozola <anna@customer.test>"';
  const { ticketId } = await takeInMail(world, mailSource(world, { from }), { envelopeFrom: '' });
  const [message] = (await ticketOf(world, ticketId)).messages;
  expect(message).toMatchObject({ authorAddress: 'anna@customer.test', unverified: true });
});

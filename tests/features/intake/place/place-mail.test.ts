import { expect, test } from 'vitest';
import { takeInMail } from '../../../support/mail';
import { newWorld } from '../../../support/world';

const NAMELESS =
  'Subject: Broken kettle\r\nMessage-ID: <nameless@nowhere.test>\r\n\r\nIt smells of smoke.\r\n';

test('a mail that names nobody waits for an admin, and can be read meanwhile', async () => {
  const world = await newWorld();
  const { state, reason, ticketId } = await takeInMail(world, NAMELESS, { envelopeFrom: null });
  const messages = await world.db.message.findMany({ where: { workspaceId: world.workspaceId } });
  expect({ state, reason, ticketId }).toEqual({ state: 'held', reason: 'no_sender', ticketId: null });
  expect(messages).toMatchObject([{ ticketId: null, text: 'It smells of smoke.\n', automated: null }]);
});

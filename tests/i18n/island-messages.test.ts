import { expect, test } from 'vitest';
import { partsOf } from '@/i18n/island-messages';
import { messagesOf } from '@/i18n/messages';

test('whole files and parts of files are given in their places, and nothing else', async () => {
  const messages = await messagesOf('hu');
  const { desk, sla, ticket } = messages;
  expect(partsOf(messages, ['ticket', 'desk.list', 'desk.rail', 'sla.list.span'])).toEqual({
    ticket,
    desk: { list: desk.list, rail: desk.rail },
    sla: { list: { span: sla.list.span } },
  });
});

test('a name that there is none of is an error, so that no island stands there without words', async () => {
  const messages = await messagesOf('en');
  expect(() => partsOf(messages, ['desk.nothing'])).toThrow('no messages desk.nothing');
});

import { describe, expect, it } from 'vitest';
import { htmlToText } from '@/channels/lib/html';
import type { InboundMessage } from '@/domain/channel/message';
import { sharedCaseFile, sharedCases } from '../../support/cases';
import { mail, read } from './mails';

type ExpectationRow = Readonly<{
  id: string;
  input_path: string;
  expected: Readonly<Record<string, unknown>>;
}>;
type Holds = (wanted: unknown, message: InboundMessage) => boolean;

const equals =
  (reading: (message: InboundMessage) => unknown): Holds =>
  (wanted, message) =>
    JSON.stringify(reading(message)) === JSON.stringify(wanted);
const contains =
  (reading: (message: InboundMessage) => string): Holds =>
  (wanted, message) =>
    (wanted as string[]).every((part) => reading(message).includes(part));
const htmlText = (message: InboundMessage) => htmlToText(message.html ?? '').trim();

/** How each expectation is judged; those about tickets and screens belong to other tests. */
const EXPECTATIONS: Readonly<Record<string, Holds>> = {
  subject: equals((message) => message.subject),
  text: equals((message) => message.text.trim()),
  text_empty: equals((message) => message.text.trim() === ''),
  text_contains: contains((message) => `${message.text}\n${htmlText(message)}`),
  html_text: equals(htmlText),
  visible: equals((message) => message.visibleText),
  visible_contains: contains((message) => message.visibleText),
  visible_prefix: (wanted, message) =>
    message.visibleText.replace(/\s+/g, ' ').startsWith(String(wanted).trim()),
  attachments_count: equals((message) => message.files.length),
  attachments_count_excluding_inline: equals(
    (message) => message.files.filter((file) => !file.inline).length,
  ),
  in_reply_to: equals((message) => `<${message.inReplyTo[0]}>`),
  in_reply_to_first: equals((message) => message.inReplyTo[0]),
  references: equals((message) => message.references),
  sender_email: equals((message) => message.sender?.address),
  sender_from_header: (wanted, message) => senderIn(String(wanted), message),
  sender_name_fallback: (_, message) =>
    message.sender?.address.startsWith(`${message.sender.name}@`) === true,
  auto_reply: equals((message) => message.automated === 'auto_reply'),
  date: (wanted, message) => message.sentAt?.getTime() === new Date(String(wanted)).getTime(),
};

function senderIn(header: string, message: InboundMessage): boolean {
  return String(message.headers[header.toLowerCase()]).includes(message.sender?.address ?? '?');
}

describe('the public whole-mail cases', () => {
  it.each(sharedCases<ExpectationRow>('mail-expectations').map((row) => [row.id, row] as const))(
    'are read as they ask: %s',
    async (_, { input_path, expected }) => {
      const message = await read(sharedCaseFile(input_path));
      const failed = Object.entries(expected).filter(
        ([key, wanted]) => EXPECTATIONS[key]?.(wanted, message) === false,
      );
      expect(failed).toEqual([]);
    },
  );

  it('are judged by rules that can fail', async () => {
    const message = await read(mail('', 'Hello'));
    const wrong = {
      subject: '?',
      text: '?',
      text_contains: ['?'],
      visible: '?',
      attachments_count: 1,
      auto_reply: true,
    };
    const passed = Object.entries(wrong).filter(
      ([key, wanted]) => EXPECTATIONS[key]?.(wanted, message) !== false,
    );
    expect(passed).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { htmlToText } from '@/channels/lib/html';
import { sharedCaseFile, sharedCases } from '../../support/cases';
import { mail, read } from './mails';

type MimeRow = Readonly<{
  id: string;
  input_path: string;
  expected: Readonly<{
    subject?: string;
    from?: readonly Mailbox[];
    to?: readonly Mailbox[];
    reply_to?: readonly Mailbox[];
    message_id?: string;
    text_nows?: string;
    html_text_nows?: string;
    attachments?: readonly Readonly<{ filename: string | null }>[];
  }>;
}>;
type Mailbox = Readonly<{ name: string | null; address: string | null }>;

/** The rows that we read otherwise, with the reasons in docs/decisions/0013. */
const MIME_READ_OTHERWISE = [
  'stalwart/malformed/001',
  'stalwart/malformed/007',
  'stalwart/malformed/009',
  'stalwart/malformed/011',
  'stalwart/malformed/012',
  'stalwart/malformed/016',
  'stalwart/malformed/019',
  'stalwart/rfc/007',
  'stalwart/thirdparty/000',
  'stalwart/thirdparty/015',
];

const bare = (text: string) => text.replace(/\s+/g, '');
const pairs = (list: readonly Mailbox[]) => list.map(({ name, address }) => [name, address || null]);

/** What a row expects and what was read, side by side. */
async function compared(row: MimeRow): Promise<{ expected: unknown; got: unknown }> {
  const { expected } = row;
  const message = await read(sharedCaseFile(row.input_path));
  const readings: Record<string, [unknown, unknown]> = {
    subject: [expected.subject, message.subject],
    from: [expected.from && pairs(expected.from), pairs(message.from)],
    to: [expected.to && pairs(expected.to), pairs(message.to)],
    replyTo: [expected.reply_to && pairs(expected.reply_to), pairs(message.replyTo)],
    messageId: [expected.message_id, message.messageId],
    text: [expected.text_nows, bare(message.text)],
    html: [expected.html_text_nows, bare(htmlToText(message.html ?? ''))],
    files: [
      expected.attachments?.map((file) => file.filename),
      namesLike(expected.attachments, message.files),
    ],
  };
  const asked = Object.entries(readings).filter(([, [wanted]]) => wanted !== undefined);
  return {
    expected: Object.fromEntries(asked.map(([key, [wanted]]) => [key, wanted])),
    got: Object.fromEntries(asked.map(([key, [, found]]) => [key, found])),
  };
}

/** Where the row knows no name, ours is made up. */
function namesLike(expected: MimeRow['expected']['attachments'], files: readonly { name: string }[]) {
  return files.map((file, index) => (expected?.[index]?.filename == null ? null : file.name));
}

describe('the public MIME cases', () => {
  it('are judged by a comparison that sees a difference', async () => {
    const message = await read(mail('', 'Jó napot!'));
    expect(pairs(message.from)).toEqual([['Kovács Ágnes', 'agnes@pelda.hu']]);
    expect(namesLike([{ filename: 'a.pdf' }], [])).not.toEqual(['a.pdf']);
  });

  it('are all read, each within five seconds', async () => {
    for (const row of sharedCases<MimeRow>('mime')) {
      const started = performance.now();
      await read(sharedCaseFile(row.input_path));
      expect(performance.now() - started, row.id).toBeLessThan(5000);
    }
  });

  it('are read as they ask, but for those of decision 0013', async () => {
    const wrong: string[] = [];
    for (const row of sharedCases<MimeRow>('mime')) {
      const { expected, got } = await compared(row);
      if (JSON.stringify(expected) !== JSON.stringify(got)) wrong.push(row.id);
    }
    expect(wrong.filter((id) => !MIME_READ_OTHERWISE.includes(id))).toEqual([]);
  });
});

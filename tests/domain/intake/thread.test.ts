import { describe, expect, it } from 'vitest';
import { type ThreadClues, type ThreadFacts, threadOf } from '@/domain/intake/thread';

const clues: ThreadClues = { signedNumbers: [], inReplyTo: [], references: [], subjectNumber: null };
const facts: ThreadFacts = {
  tickets: [
    { id: 'signed', number: 1001, knowsSender: false },
    { id: 'numbered', number: 1002, knowsSender: true },
    { id: 'foreign', number: 1003, knowsSender: false },
  ],
  messages: [
    { messageId: 'old@x', ticketId: 'older' },
    { messageId: 'new@x', ticketId: 'newer' },
  ],
};

describe('the ticket of a mail', () => {
  it('is named first of all by a signed address, whatever the headers say', () => {
    const mail = { ...clues, signedNumbers: [1001], inReplyTo: ['new@x'], references: ['old@x'] };
    expect(threadOf(mail, facts)).toEqual({ ticketId: 'signed', by: 'reply_token' });
  });

  it('is then that of the mail it answers', () => {
    const mail = { ...clues, inReplyTo: ['unknown@x', 'new@x'], references: ['old@x'] };
    expect(threadOf(mail, facts)).toEqual({ ticketId: 'newer', by: 'in_reply_to' });
  });

  it('is then that of the nearest reference, read from the right', () => {
    const mail = { ...clues, references: ['old@x', 'new@x', 'unknown@x'] };
    expect(threadOf(mail, facts)).toEqual({ ticketId: 'newer', by: 'references' });
  });

  it('is named by a number in the subject only when the ticket knows the sender', () => {
    expect(threadOf({ ...clues, subjectNumber: 1002 }, facts)).toEqual({
      ticketId: 'numbered',
      by: 'subject_number',
    });
    expect(threadOf({ ...clues, subjectNumber: 1003 }, facts)).toBeNull();
  });

  it('is never found by an empty id, even if a message without id were stored', () => {
    const empty = { tickets: [], messages: [{ messageId: '', ticketId: 'anything' }] };
    expect(threadOf({ ...clues, inReplyTo: [''], references: ['', ' '] }, empty)).toBeNull();
  });
});

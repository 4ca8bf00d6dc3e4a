import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '@/domain/channel/message';
import { type ScreenFacts, screen } from '@/domain/intake/screen';

const anna = { address: 'anna@customer.test', name: 'Anna' };
const mail: InboundMessage = {
  messageId: 'a@x',
  inReplyTo: [],
  references: [],
  sender: anna,
  from: [anna],
  replyTo: [],
  to: [],
  cc: [],
  deliveredTo: [],
  subject: 'Hello',
  text: 'Hello',
  visibleText: 'Hello',
  html: null,
  files: [],
  headers: {},
  sentAt: null,
  language: 'en',
  automated: null,
  spam: false,
  feedbackReport: false,
  reports: [],
  reportedMessageId: null,
  forwarded: null,
};
const nothing: ScreenFacts = {
  sentByUs: false,
  alreadyHere: false,
  reportedMail: false,
  toNotification: false,
};

describe('screening', () => {
  it('keeps what a person wrote', () => {
    expect(screen(mail, nothing)).toEqual({ outcome: 'keep', as: 'human', reason: 'person' });
  });

  it('sets our own mail aside before anything else, so that no loop can begin', () => {
    const facts = { ...nothing, sentByUs: true };
    expect(screen({ ...mail, automated: 'auto_reply' }, facts)).toMatchObject({
      outcome: 'discard',
      as: 'own',
    });
  });

  it('gives a delivery report to the mail that it is about, and never opens a ticket for one', () => {
    const report = { ...mail, automated: 'bounce' as const };
    expect(screen(report, { ...nothing, reportedMail: true })).toMatchObject({
      outcome: 'report',
      as: 'bounce',
    });
    expect(screen(report, nothing)).toMatchObject({ outcome: 'discard', as: 'bounce' });
  });

  it('does not put one message on a ticket twice', () => {
    expect(screen(mail, { ...nothing, alreadyHere: true })).toMatchObject({
      outcome: 'discard',
      as: 'duplicate',
    });
  });

  it('sets feedback reports aside', () => {
    expect(screen({ ...mail, feedbackReport: true }, nothing)).toMatchObject({
      outcome: 'discard',
      as: 'feedback_loop',
    });
  });

  it('sets aside what a machine answers to a notification of ours', () => {
    const facts = { ...nothing, toNotification: true };
    expect(screen({ ...mail, automated: 'auto_reply' }, facts)).toMatchObject({
      outcome: 'discard',
      reason: 'answers_notification',
    });
    expect(screen(mail, facts)).toMatchObject({ outcome: 'keep', as: 'human' });
  });

  it('holds a mail without any sender for an admin', () => {
    expect(screen({ ...mail, sender: null }, nothing)).toMatchObject({
      outcome: 'hold',
      reason: 'no_sender',
    });
  });

  it('keeps automatic replies, bulk mail and spam, each marked as what it is', () => {
    expect(screen({ ...mail, automated: 'auto_reply' }, nothing)).toMatchObject({
      outcome: 'keep',
      as: 'auto_reply',
    });
    expect(screen({ ...mail, automated: 'bulk' }, nothing)).toMatchObject({ outcome: 'keep', as: 'bulk' });
    expect(screen({ ...mail, spam: true }, nothing)).toMatchObject({ outcome: 'keep', as: 'spam' });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversationChannel } from '@/channels/adapters';
import type { ChannelEvent } from '@/domain/channel/conversation';
import { EVENTS } from '../doubles/events';
import { nearly } from '../support/spoiled';
import { CONFIGS } from './configs';

type Kind = keyof typeof EVENTS;
const KINDS = Object.keys(EVENTS) as Kind[];
const AT = new Date('2026-03-02T09:30:00Z');

function read(kind: Kind, bytes: Uint8Array) {
  const channel = conversationChannel(kind);
  if (!channel) throw new Error(kind);
  return channel.read({ bytes, receivedAt: AT }, channel.config.parse(CONFIGS[kind]));
}

test.each(KINDS)('%s: every kind of event is understood when it is whole', (kind) => {
  for (const [name, make] of Object.entries(EVENTS[kind])) {
    const told = read(kind, Buffer.from(JSON.stringify(make(7))));
    const understood =
      told.ok && !told.value.some((each) => each.kind === 'ignored' && each.why === 'unreadable_item');
    expect([name, understood]).toEqual([name, true]);
  }
});

const instantsOf = (event: ChannelEvent): Date[] => [
  ...('message' in event ? [event.message.sentAt] : []),
  ...('at' in event ? [event.at] : []),
  ...('upTo' in event ? [event.upTo] : []),
];

/** Who, what and when of an event; nothing where it does not have to have them. */
function namesOf(event: ChannelEvent): string[] {
  switch (event.kind) {
    case 'message':
    case 'edit':
      return [event.message.externalId, event.message.author.value, event.message.conversation.key];
    case 'receipt':
    case 'deletion':
    case 'echo':
      return [event.externalId];
    case 'reaction':
      return [event.externalId, event.by];
    case 'seen':
    case 'reach':
      return [event.conversation];
    case 'renamed':
      return [event.from, event.to.value];
    case 'ignored':
      return [event.why];
    case 'revoked':
      return [];
  }
}

const STATES: readonly string[] = ['sent', 'delivered', 'read', 'failed'];

/** A word of ours, and text, where those have to be. */
function isWorded(event: ChannelEvent): boolean {
  if (event.kind === 'receipt' || event.kind === 'seen') return STATES.includes(event.state);
  if (event.kind !== 'message' && event.kind !== 'edit') return true;
  const { text, files, author } = event.message;
  const all = [
    text,
    author.name,
    author.handle,
    ...files.flatMap(({ name, claimedType }) => [name, claimedType]),
  ];
  return all.every((each) => typeof each === 'string');
}

/** Every event says who, what and when. */
function isSound(event: ChannelEvent): boolean {
  const dated = instantsOf(event).every((at) => !Number.isNaN(at.getTime()));
  return dated && isWorded(event) && namesOf(event).every((name) => typeof name === 'string' && name !== '');
}

test.each(KINDS)('%s: whatever is wrong with a call, it is read, or it is said why not', (kind) => {
  fc.assert(
    fc.property(nearly(Object.values(EVENTS[kind]), fc.constant(7)), (bytes) => {
      const told = read(kind, bytes);
      return told.ok ? told.value.every(isSound) : told.error.detail.length > 3;
    }),
    { numRuns: 1500, seed: 20_261_130 },
  );
});

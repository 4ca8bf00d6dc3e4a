import { isActive } from '@/domain/ticket/ticket';
import {
  type Asked,
  type ChatChange,
  lockTalks,
  saveChats,
  sequenceAfter,
  type Talk,
} from '@/features/chat/store';
import { type SavedChange, saveMany } from '@/features/tickets/commands/save-many';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { isLostRace } from '@/server/db/transaction';
import { gather } from '@/server/jobs/gather';

/** What plain words change: the ticket on which they stand, and the chat in which they are said. */
export type PlainWords = Readonly<{ change: SavedChange; chat: ChatChange }>;

/** The ticket's change as it is saved: the chat follows it in the same commit, where one has it who has the other. */
const withItsChat = ({ change, chat }: PlainWords): SavedChange => ({
  ...change,
  withChat: isActive(change.after.status) && change.after.assigneeId === chat.after.acceptedById,
});

/** Words that somebody says; `decide` gives null for what needs more than was read, such as the first words of a chat. */
export type Words = Readonly<{ ctx: Context; asked: Asked; decide: (talk: Talk) => PlainWords | null }>;

const MOST_AT_ONCE = 50;
const lines = new Map<string, (words: Words) => Promise<number | null>>();

/**
 * Says plain words in a chat. What is said in other chats of the workspace while a batch is saved is saved together in the
 * next one: a flood makes larger statements and fewer commits, and a single word waits for nobody. Gives the sequence of the
 * entry that the words are, or null when they have to be said alone: they are not plain, somebody else has the chat locked,
 * or a race was lost. Then nothing is written.
 */
export function sayTogether(words: Words): Promise<number | null> {
  const { workspaceId } = words.ctx;
  const line = lines.get(workspaceId) ?? gather(MOST_AT_ONCE, sayBatch);
  lines.set(workspaceId, line);
  return line(words);
}

async function sayBatch(all: readonly Words[]): Promise<readonly (number | null)[]> {
  const [first] = all;
  if (!first) return [];
  try {
    return await first.ctx.db.$transaction((tx) => sayAll(tx, first.ctx, all));
  } catch (error) {
    if (isLostRace(error)) return all.map(() => null);
    throw error;
  }
}

type Said = Map<Words, PlainWords>;

/** Several words in one chat are said one after the other, each as the one before has left the chat. */
async function sayAll(tx: Tx, ctx: Context, all: readonly Words[]): Promise<readonly (number | null)[]> {
  const said: Said = new Map();
  let left = [...all];
  while (left.length > 0) {
    const round = new Map(left.toReversed().map((words) => [words.asked.id, words]));
    await sayRound(tx, ctx, { round, said });
    left = left.filter((words) => round.get(words.asked.id) !== words);
  }
  return all.map((words) => {
    const own = said.get(words);
    return own ? sequenceAfter(own.chat) : null;
  });
}

type Round = Readonly<{ round: ReadonlyMap<string, Words>; said: Said }>;

async function sayRound(tx: Tx, ctx: Context, { round, said }: Round): Promise<void> {
  const all = [...round.values()];
  const asked = all.map((words) => words.asked);
  const talks = await lockTalks(tx, ctx, asked);
  const plain = new Map<string, PlainWords>();
  for (const words of all) {
    const talk = talks.get(words.asked.id);
    const own = talk && words.decide(talk);
    if (!own || plain.has(own.change.after.id)) continue;
    plain.set(own.change.after.id, own);
    said.set(words, own);
  }
  if (plain.size === 0) return;
  const changes = [...plain.values()];
  await saveMany(tx, ctx, changes.map(withItsChat));
  await saveChats(
    tx,
    ctx,
    changes.map(({ chat }) => chat),
  );
}

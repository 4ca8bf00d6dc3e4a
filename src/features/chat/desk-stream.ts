import type { StaffActor } from '@/domain/permission/actor';
import { mayOnTicket } from '@/domain/permission/can';
import type { DeskNews } from '@/features/chat/desk-view';
import { entryOf } from '@/features/chat/entries';
import { type Follower, followChat } from '@/features/chat/hub';
import { type ChatNews, MOST_ENTRIES } from '@/features/chat/news';
import type { StaffContext } from '@/server/context';
import { chatTopic } from '@/server/live/announce';
import { liveFeed } from '@/server/live/listen';
import { noteDelivered } from './delivered';

type Following = Readonly<{
  sessionId: string;
  /** As the browser names the chat: `chat:` and its id. */
  name: string;
  workspace: string;
  /** Who listens, with the rights that they have now. */
  actor: () => StaffActor;
  send: (event: string, data: string) => void;
}>;

/**
 * Tells a member of ours what is said in a chat, as long as they may read its ticket: new entries in the stream itself
 * (`chat`), and of everything else only that something has changed (`change`), so that they ask. What was said before the
 * stream began is not told: the page has it. What is said while it begins may be either, so they ask. Returns how to stop.
 */
export function followForDesk(ctx: StaffContext, following: Following): () => void {
  const { sessionId } = following;
  const { workspaceId, db } = ctx;
  const state = { told: '', read: 0, begun: false };
  const topic = chatTopic(workspaceId, sessionId);
  const beginning = liveFeed().place();
  const follower: Follower = {
    after: Number.MAX_SAFE_INTEGER,
    hear: (news) => {
      follower.after = news.row.sequence;
      const facts = factsOf(news);
      const first = !state.begun;
      const isSame = state.told === facts;
      const read = state.read;
      Object.assign(state, { begun: true, told: facts, read: news.row.visitorRead });
      if (first && liveFeed().changedSince(topic, beginning)) following.send('change', following.name);
      if (!first) tell(ctx, following, { news, isSame, hasRead: read !== news.row.visitorRead });
    },
  };
  const chat = followChat(db, { workspaceId, sessionId }, follower);
  chat.wake();
  return chat.stop;
}

type Told = Readonly<{ news: ChatNews; isSame: boolean; hasRead: boolean }>;

function tell(ctx: StaffContext, following: Following, { news, isSame, hasRead }: Told): void {
  const { name, workspace, actor, send, sessionId } = following;
  const { row, entries, desk } = news;
  const { requesterId } = desk;
  const mayRead = requesterId !== null && mayOnTicket(actor(), 'ticket.read', { ...desk, requesterId });
  if (!isSame || !mayRead || entries.length > MOST_ENTRIES) {
    send('change', name);
    return;
  }
  if (entries.length === 0 && !hasRead) return;
  const address = (id: string) => `/api/desk/${workspace}/files/${id}`;
  const told: DeskNews = {
    topic: name,
    sequence: row.sequence,
    visitorRead: row.visitorRead,
    entries: entries.map((entry) => entryOf(entry, address)),
  };
  send('chat', JSON.stringify(told));
  const { workspaceId, db } = ctx;
  if (entries.length > 0 && desk.assigneeId === actor().id)
    noteDelivered(db, { workspaceId, sessionId, sequence: row.sequence });
}

/** All that the desk shows of a chat, but for what was said and how far it was read. */
function factsOf({ row, desk }: ChatNews): string {
  const { version: _, sequence: __, visitorRead: ___, agentDelivered: ____, agentRead: _____, ...rest } = row;
  return JSON.stringify([rest, desk]);
}

import type { ReactNode } from 'react';
import type { ChatList } from '@/features/chat/desk-view';
import { ChatOffers } from '@/features/chat/ui/chat-offers.client';
import { ChatsProvider } from '@/features/chat/ui/chats-provider.client';
import { LiveParts } from '@/features/live/live.client';

type Props = Readonly<{
  workspace: string;
  /** Null where nobody chats, or the reader may not. */
  chats: ChatList | null;
  children: ReactNode;
}>;

/** What all staff pages of a workspace share beyond their frame: how parts hear of changes, and the reader's chats. */
export function Parts({ workspace, chats, children }: Props) {
  return (
    <LiveParts workspace={workspace}>
      {chats ? (
        <ChatsProvider workspace={workspace} initial={chats}>
          {children}
          <ChatOffers />
        </ChatsProvider>
      ) : (
        children
      )}
    </LiveParts>
  );
}

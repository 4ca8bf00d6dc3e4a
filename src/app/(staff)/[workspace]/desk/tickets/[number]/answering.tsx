import type { ReactNode } from 'react';
import type { chatOfTicket } from '@/features/chat/queries';
import { ChatOnTicket } from '@/features/chat/ui/chat-on-ticket.client';
import type { linksOnTicket } from '@/features/links/queries';
import { IncidentsNotice } from '@/features/links/ui/incidents-notice';
import type { promisesOnTicket } from '@/features/promises/queries';
import { PromiseNotice } from '@/features/promises/ui/promise-notice';
import type { TicketPage } from '@/features/tickets/queries';
import type { StaffPage } from '@/server/auth/require-staff';

type AnsweringProps = Readonly<{
  staff: StaffPage;
  page: TicketPage;
  chat: Awaited<ReturnType<typeof chatOfTicket>>;
  promises: Awaited<ReturnType<typeof promisesOnTicket>>;
  links: Awaited<ReturnType<typeof linksOnTicket>>;
  children: ReactNode;
}>;

/** The composer with what has to be known before one answers, and the chat where there is one. */
export function Answering({ staff, page, chat, promises, links, children }: AnsweringProps) {
  const { slug: workspace } = staff.workspace;
  return (
    <>
      <IncidentsNotice groups={links} status={page.ticket.status} mayAnswer={page.may.reply} />
      <PromiseNotice workspace={workspace} timeZone={staff.user.timeZone} shown={promises} />
      {chat ? (
        <ChatOnTicket
          workspace={workspace}
          news={{ chat, entries: [] }}
          teams={page.choices.teams}
          mayReply={page.may.reply}
        >
          {children}
        </ChatOnTicket>
      ) : (
        children
      )}
    </>
  );
}

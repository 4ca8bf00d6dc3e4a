import type { ReactNode } from 'react';
import { toneLanguage } from '@/domain/tone/phrase';
import { ArticleSnippets } from '@/features/knowledge/ui/article-snippets.client';
import { LinkProvider } from '@/features/links/ui/link-provider.client';
import { MacroProvider } from '@/features/macros/ui/macro-provider.client';
import { PromiseProvider } from '@/features/promises/ui/promise-provider.client';
import type { TicketPage } from '@/features/tickets/queries';
import { MentionProvider } from '@/features/tickets/ui/mention-provider.client';
import { ToneProvider } from '@/features/tone/ui/tone-provider.client';
import type { StaffPage } from '@/server/auth/require-staff';

type HelpersProps = Readonly<{
  staff: StaffPage;
  ticket: Pick<TicketPage['ticket'], 'id' | 'number' | 'status' | 'language' | 'channel' | 'type'>;
  children: ReactNode;
}>;

/** What other features lend to the composers of a ticket: ready texts, articles, promises and the tone helper. */
export function Helpers({ staff, ticket, children }: HelpersProps) {
  const { slug: workspace, locale } = staff.workspace;
  const { id: ticketId, language, channel, type } = ticket;
  const spoken = toneLanguage(language, locale);
  return (
    <MacroProvider workspace={workspace} ticketId={ticketId} language={language}>
      <ArticleSnippets workspace={workspace} ticketId={ticketId} locale={spoken}>
        <PromiseProvider workspace={workspace} timeZone={staff.user.timeZone}>
          <ToneProvider
            workspace={workspace}
            language={spoken}
            isLetter={channel !== 'chat'}
            isComplaint={type === 'complaint'}
          >
            <LinkProvider workspace={workspace} ticket={ticket}>
              <MentionProvider workspace={workspace} ticketId={ticketId}>
                {children}
              </MentionProvider>
            </LinkProvider>
          </ToneProvider>
        </PromiseProvider>
      </ArticleSnippets>
    </MacroProvider>
  );
}

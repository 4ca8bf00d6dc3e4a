'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { TicketStatus, TicketType } from '@/domain/ticket/ticket';
import { AnswerDialog } from './answer-dialog.client';
import { LinkDialog } from './link-dialog.client';
import { useAnswers } from './use-answers';

type Dialogs = Readonly<{ link: () => void; answer: () => void }>;

const DialogContext = createContext<Dialogs>({ link: () => undefined, answer: () => undefined });

/** What opens the two dialogs: from the menu of the ticket, from the panel, and from the notice. */
export const useLinkDialogs = (): Dialogs => useContext(DialogContext);

type Props = Readonly<{
  workspace: string;
  ticket: Readonly<{ id: string; number: number; type: TicketType; status: TicketStatus }>;
  children: ReactNode;
}>;

/** Holds the dialogs of links for one ticket, so that they outlive the menu that opened them. */
export function LinkProvider({ workspace, ticket, children }: Props) {
  const [asking, ask] = useState<'link' | 'answer' | null>(null);
  const close = () => ask(null);
  const answers = useAnswers({ workspace, problemId: ticket.id, onDone: close });
  const dialogs: Dialogs = {
    link: () => ask('link'),
    answer: () => {
      ask('answer');
      void answers.begin(ticket.status === 'solved' ? 'solved' : 'pending');
    },
  };
  return (
    <DialogContext value={dialogs}>
      {children}
      {asking === 'link' && <LinkDialog workspace={workspace} ticket={ticket} onClose={close} />}
      {asking === 'answer' && (
        <AnswerDialog workspace={workspace} number={ticket.number} answers={answers} onClose={close} />
      )}
    </DialogContext>
  );
}

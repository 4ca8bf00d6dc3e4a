'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useOptimistic, useState, useTransition } from 'react';
import { forget } from '@/ui/undo';
import { reuseAction, undoAction } from '../actions';
import type { DraftKind } from '../inputs';
import type { UnsentWords } from '../outbox';
import type { RestoredDraft } from '../written-message';
import { reached } from './reached';
import { say, sayProblem } from './say';
import { type FieldValues, useTicketUpdate } from './use-ticket-update';

/** A message that was sent a moment ago and that the server has not shown yet. */
export type Pending = Readonly<{ key: string; kind: DraftKind; html: string; author: string; at: Date }>;

type Stage = Readonly<{
  pending: readonly Pending[];
  /** Shows a message at once while `run` takes it to the server. */
  show: <Value>(message: Pending, run: () => Promise<Value>) => Promise<Value>;
  /** What came back from the timeline for the composer; a new object each time. */
  restored: Returned | null;
  /** Puts words into the composer again, in front of what was typed since. */
  giveBack: (kind: DraftKind, words: UnsentWords) => void;
  /** Whom a message of the timeline was asked to be answered to; a new object each time. */
  answering: Answering | null;
  answer: (to: Answering) => void;
  /** Puts words of a message into the composer where one writes; null where there is none. */
  quote: ((said: Said) => void) | null;
  /** What is to be put there; a new object each time. */
  quoting: Said | null;
  /** Tells whether a composer takes quotations now. */
  setQuotable: (isOn: boolean) => void;
  /** Takes back a message that has not left. */
  takeBack: (messageId: string) => void;
  /** Takes up the text of a message that never left. */
  reuse: (messageId: string) => void;
  busy: boolean;
  /** The ticket's fields as they will be in a moment, and the way to set them. */
  shown: FieldValues;
  update: ReturnType<typeof useTicketUpdate>['update'];
}>;

/** In place of what stands in the composer of its kind, or in front of it. */
export type Returned = Omit<RestoredDraft, 'attachmentIds'> & Readonly<{ kind?: DraftKind; inFront?: true }>;

/** What somebody wrote; `at` in ISO 8601. */
export type Said = Readonly<{ author: string; at: string; text: string }>;

/** The addresses of an answer. */
export type Answering = Readonly<{ to: readonly string[]; cc: readonly string[] }>;

const StageContext = createContext<Stage | null>(null);
const NONE: readonly Pending[] = [];

type Props = Parameters<typeof useTicketUpdate>[0] & Readonly<{ children: ReactNode }>;

/** What the parts of one ticket's page share in the browser. */
export function TicketStage({ children, ...ticket }: Props) {
  const { workspace } = ticket;
  const t = useTranslations('ticket.delivery');
  const problem = useTranslations('problem');
  const [pending, addPending] = useOptimistic(NONE, (list, message: Pending) => [...list, message]);
  const [restored, setRestored] = useState<Returned | null>(null);
  const [answering, answer] = useState<Answering | null>(null);
  const [quoting, setQuoting] = useState<Said | null>(null);
  const [quotable, setQuotable] = useState(false);
  const [busy, start] = useTransition();
  const { shown, update } = useTicketUpdate(ticket);

  const show: Stage['show'] = (message, run) =>
    new Promise((done, failed) => {
      start(async () => {
        addPending(message);
        await run().then(done, failed);
      });
    });
  const restore = (action: typeof undoAction, messageId: string) =>
    start(async () => {
      const result = await reached(action(workspace, { messageId }));
      if (!result.ok) {
        sayProblem(problem(result.error.code));
        return;
      }
      forget(messageId);
      setRestored({ ...result.value });
      say(t('takenBack'), { id: messageId, action: null });
    });
  const stage: Stage = {
    pending,
    show,
    restored,
    giveBack: (kind, words) => setRestored({ ...words, promise: words.promise, kind, inFront: true }),
    answering,
    answer,
    quote: quotable ? ({ author, at, text }) => setQuoting({ author, at, text }) : null,
    quoting,
    setQuotable,
    takeBack: (messageId) => restore(undoAction, messageId),
    reuse: (messageId) => restore(reuseAction, messageId),
    busy,
    shown,
    update,
  };
  return <StageContext value={stage}>{children}</StageContext>;
}

/** The stage of the ticket within which an island stands. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('not within a TicketStage');
  return stage;
}

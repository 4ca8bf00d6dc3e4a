import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { MacroTexts } from '@/domain/macro/macro';
import { useLeaveGuard } from '@/ui/use-leave-guard';
import { answerIncidentsAction, toAnswerAction, undoAnswersAction } from '../actions';
import type { AnswerOutcome } from '../commands/answer-incidents';
import type { OpenIncident, ToAnswer } from '../commands/incidents-to-answer';
import { say, sayProblem, sayWithUndo } from './say';

/** So many go to the server at once: few enough for a bar that moves. */
const STEP = 5;

type Status = 'open' | 'pending' | 'solved';
type Running = Readonly<{ done: number; total: number }>;

/** Why an incident was not answered. */
export type NotAnswered = Readonly<{ incident: OpenIncident; problem: string; why: string | null }>;

type Spec = Readonly<{ workspace: string; problemId: string; onDone: () => void }>;

/** One answer to all open incidents of a problem: what is written, how far it is, and the way back. */
export function useAnswers({ workspace, problemId, onDone }: Spec) {
  const [shown, setShown] = useState<ToAnswer | 'failed' | null>(null);
  const [texts, setTexts] = useState<MacroTexts>({});
  const [submitAs, setSubmitAs] = useState<Status>('pending');
  const [answerId, setAnswerId] = useState('');
  const [outcomes, setOutcomes] = useState<readonly AnswerOutcome[]>([]);
  const { running, inSteps } = useSteps();
  const takeBack = useTakeBack(workspace, inSteps);

  /** What was written and not sent is still there. */
  async function begin(status: Status): Promise<void> {
    setShown(null);
    setOutcomes([]);
    setSubmitAs(status);
    setAnswerId(crypto.randomUUID());
    const asked = await toAnswerAction(workspace, { problemId }).catch(() => null);
    setShown(asked?.ok ? asked.value : 'failed');
  }

  const known = shown === 'failed' ? null : shown;
  const sent = outcomes.filter(({ problem }) => problem === null);
  const incidents = known?.incidents ?? [];
  const isSent = ({ ticketId }: OpenIncident) => sent.some((each) => each.ticketId === ticketId);
  const waiting = incidents.filter((each) => each.leftOut === null && !isSent(each));

  async function send(): Promise<void> {
    const told: AnswerOutcome[] = [...sent];
    await inSteps(
      waiting.map(({ ticketId }) => ticketId),
      STEP,
      async (ticketIds) => {
        const input = { problemId, answerId, texts, submitAs, ticketIds };
        const result = await answerIncidentsAction(workspace, input).catch(() => null);
        told.push(...(result?.ok ? result.value.outcomes : lost(ticketIds, result?.error.code)));
      },
    );
    setOutcomes(told);
    if (told.some(({ problem }) => problem !== null)) return;
    setTexts({});
    onDone();
    takeBack.offer({ answerId, sent: told });
  }

  return {
    shown,
    texts,
    write: (language: keyof MacroTexts, html: string) => setTexts((all) => ({ ...all, [language]: html })),
    submitAs,
    setSubmitAs,
    running,
    waiting,
    failed: failedOf(incidents, outcomes),
    sent: sent.length,
    begin,
    send: () => void send(),
    undo: () => void takeBack.run({ answerId, sent }).then(onDone),
  };
}

const lost = (ticketIds: readonly string[], problem = 'unreachable') =>
  ticketIds.map(
    (ticketId) => ({ ticketId, problem, why: null, messageId: null, sendAt: null }) as AnswerOutcome,
  );

const failedOf = (incidents: readonly OpenIncident[], outcomes: readonly AnswerOutcome[]): NotAnswered[] =>
  outcomes.flatMap(({ ticketId, problem, why }) => {
    const incident = incidents.find((each) => each.ticketId === ticketId);
    return incident && problem ? [{ incident, problem, why }] : [];
  });

/** Works through ids a few at a time; a second start while one is under way does nothing. */
function useSteps() {
  const [running, setRunning] = useState<Running | null>(null);
  const isBusy = useRef(false);
  useLeaveGuard(running !== null);
  async function inSteps(
    ids: readonly string[],
    ...[size, work]: [number, (some: string[]) => Promise<void>]
  ): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let at = 0; at < ids.length; at += size) {
      setRunning({ done: at, total: ids.length });
      await work(ids.slice(at, at + size));
    }
    isBusy.current = false;
    setRunning(null);
  }
  return { running, inSteps };
}

type Gone = Readonly<{ answerId: string; sent: readonly AnswerOutcome[] }>;

/** Takes back what has not left yet, the latest first, and says how much that was. */
function useTakeBack(workspace: string, inSteps: ReturnType<typeof useSteps>['inSteps']) {
  const t = useTranslations('link.answer');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  async function run({ answerId, sent }: Gone): Promise<void> {
    const count = { undone: 0, left: 0 };
    const ids = sent.map(({ ticketId }) => ticketId).toReversed();
    await inSteps(ids, STEP * 2, async (ticketIds) => {
      const result = await undoAnswersAction(workspace, { answerId, ticketIds }).catch(() => null);
      if (!result?.ok) return void sayProblem(problem(result?.error.code ?? 'unreachable'));
      count.undone += result.value.undone.length;
      count.left += result.value.left.length;
    });
    if (count.undone > 0) say(t('undone', { count: count.undone }));
    if (count.left > 0) say(t('left', { count: count.left }));
  }
  const offer = (gone: Gone) =>
    sayWithUndo(t('sent', { count: gone.sent.length }), {
      label: common('undo'),
      undo: () => void run(gone),
    });
  return { run, offer };
}

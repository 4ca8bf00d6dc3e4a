import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { PromiseAbout } from '@/domain/promise/promise';
import { instantOf, localTimeOf } from '@/domain/shared/local-time';
import type { ProblemCode } from '@/domain/shared/result';
import { makePromiseAction, proposePromiseAction, sendNoticeAction } from '../actions';
import type { Proposal } from '../proposals';

type Asked = Readonly<{
  workspace: string;
  ticketId: string;
  timeZone: string;
  about: PromiseAbout;
  onDone: () => void;
}>;

/** A promise that somebody is about to give: a time, and the message that tells it. */
export function usePromiseDraft(asked: Asked) {
  const proposed = useProposal(asked);
  const { about, local, text, dueAt, setProblem } = proposed;
  const { workspace, ticketId, onDone } = asked;
  const t = useTranslations('promise.panel');
  const [wrong, setWrong] = useState<'due' | 'text' | null>(null);
  const [pending, send] = useTransition();

  const submit = (how: 'send' | 'note') => {
    const lacking = lackOf({ dueAt, text: how === 'send' ? text : null });
    setWrong(lacking);
    if (lacking || !dueAt) return;
    send(async () => {
      const named = { ticketId, about, dueAt };
      const done =
        how === 'send'
          ? await sendNoticeAction(workspace, { ...named, text })
          : await makePromiseAction(workspace, named);
      if (!done.ok) return setProblem(done.error.code);
      toast(t(how === 'send' ? 'sent' : 'made'));
      onDone();
    });
  };
  return { ...proposed, local, wrong, pending, submit };
}

function lackOf({ dueAt, text }: Readonly<{ dueAt: Date | null; text: string | null }>) {
  if (!dueAt || dueAt.getTime() <= Date.now()) return 'due';
  return text === null || text.trim() ? null : 'text';
}

/** The proposed time with its message, as far as nobody has typed others. */
function useProposal({ workspace, ticketId, timeZone, ...first }: Asked) {
  const [about, setAbout] = useState(first.about);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [local, setLocal] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  const [loading, load] = useTransition();
  const dueAt = instantOf(local, timeZone);

  const begin = (chosen: PromiseAbout) => {
    setAbout(chosen);
    setProblem(null);
    load(async () => {
      const found = await proposePromiseAction(workspace, { ticketId, about: chosen });
      if (!found.ok) return setProblem(found.error.code);
      setProposal(found.value);
      setText(found.value.text);
      setLocal(found.value.dueAt ? localTimeOf(new Date(found.value.dueAt), timeZone) : '');
    });
  };

  /** Another time was typed: the message names it, and whatever else was typed stays. */
  const settleTime = () => {
    if (!dueAt || dueAt.toISOString() === proposal?.dueAt) return;
    load(async () => {
      const found = await proposePromiseAction(workspace, { ticketId, about, dueAt });
      if (!found.ok) return setProblem(found.error.code);
      const { when, text: whole } = found.value;
      setText((typed) => (typed.trim() ? typed.replace(proposal?.when || when, when) : whole));
      setProposal(found.value);
    });
  };
  return {
    about,
    proposal,
    local,
    text,
    dueAt,
    problem,
    loading,
    begin,
    settleTime,
    setLocal,
    setText,
    setProblem,
  };
}

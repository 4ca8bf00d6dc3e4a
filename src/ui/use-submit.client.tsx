'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { useFocusOnWrong } from './use-focus-on-wrong.client';

type Failure = Readonly<{ code: string; fields?: Readonly<Record<string, unknown>> }>;
type Outcome<Value, Wrong> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; error: Wrong }>;

type Spec<Value, Wrong> = Readonly<{
  /** Sends what stands in the form. */
  send: (form: FormData) => Promise<Outcome<Value, Wrong>>;
  onDone: (value: Value, form: HTMLFormElement) => void;
}>;

/** A form of a signed-in person: sends it, keeps what was typed when it is refused, and says what is wrong. */
export function useSubmit<Value, Wrong extends Failure>({ send, onDone }: Spec<Value, Wrong>) {
  const [problem, setProblem] = useState<Wrong | null>(null);
  const [pending, start] = useTransition();
  const ref = useFocusOnWrong(problem);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    start(async () => {
      const outcome = await send(typed);
      setProblem(outcome.ok ? null : outcome.error);
      // Together with the page as it is afterwards: what is opened anew never shows what stood there before.
      if (outcome.ok) start(() => onDone(outcome.value, form));
    });
  };
  const wrong = (field: string) => Boolean(problem?.fields && field in problem.fields);
  return { ref, onSubmit, pending, problem, wrong };
}

import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a form that is longer than the screen: each refused attempt to save leads to the first field that is wrong, or to the
 * sentence that says why. Returns the form's ref.
 */
export function useShowWrong(attempts: number, problem: string | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts === 0 && problem === null) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const shown = field ?? form.current?.querySelector('[role="alert"]');
    shown?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [attempts, problem]);
  return form;
}

'use client';

import { useEffect, useRef } from 'react';

/** For a form's `ref`: whenever `problem` is a new one, the first field that it is about gets the focus. */
export function useFocusOnWrong(problem: unknown) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  return form;
}

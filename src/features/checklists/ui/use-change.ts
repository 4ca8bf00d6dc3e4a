import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import type { Problem, Result } from '@/domain/shared/result';

/** Changes something on the server and says what went wrong; `pending` while it runs. `before` shows at once what it will be. */
export function useChange() {
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  function change<Value>(
    run: () => Promise<Result<Value, Problem>>,
    then?: (value: Value) => void,
    before?: () => void,
  ): void {
    start(async () => {
      before?.();
      const result = await run();
      if (result.ok) then?.(result.value);
      else toast.error(problem(result.error.code), { position: 'top-center' });
    });
  }
  return { pending, change };
}

'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { toast } from 'sonner';
import { classNames } from '@/ui/class-names';
import { enableRuleAction } from '../actions';

type Props = Readonly<{ workspace: string; ruleId: string; name: string; active: boolean }>;

/** Switches a rule on or off at once. */
export function RuleSwitch({ workspace, ruleId, name, active }: Props) {
  const t = useTranslations('rules');
  const problem = useTranslations('problem');
  const [on, setOn] = useOptimistic(active);
  const [, start] = useTransition();
  const toggle = () =>
    start(async () => {
      setOn(!on);
      const done = await enableRuleAction(workspace, { ruleId, active: !on });
      if (!done.ok) toast.error(problem(done.error.code));
    });
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={t(on ? 'disable' : 'enable', { name })}
      title={t(on ? 'on' : 'off')}
      onClick={toggle}
      className={classNames(
        'relative inline-flex h-6 w-10 shrink-0 items-center rounded-full border transition-colors',
        on ? 'border-accent bg-accent' : 'border-line-strong bg-sunken',
      )}
    >
      <span
        aria-hidden
        className={classNames(
          'absolute size-4 rounded-full transition-transform',
          on ? 'translate-x-5 bg-on-accent' : 'translate-x-1 bg-ink-faint',
        )}
      />
    </button>
  );
}

import { CircleCheck, Handshake, RotateCcw } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { RequestStep } from '@/features/portal/request-steps';

const ICONS = { solved: CircleCheck, reopened: RotateCcw, promised: Handshake } as const;

/** What happened between two messages, in one line. */
export function RequestStepLine({ step, timeZone }: Readonly<{ step: RequestStep; timeZone: string }>) {
  const t = useTranslations('portal.request.step');
  const format = useFormatter();
  const time = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const Icon = ICONS[step.what];
  const words =
    step.what === 'promised'
      ? t(`promised.${step.about ?? 'answer'}`, { when: time(new Date(step.dueAt ?? step.at)) })
      : t(step.what);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 px-4 text-base text-ink-soft">
      <Icon aria-hidden className="size-4 shrink-0 self-center" />
      <span>{words}</span>
      <time dateTime={step.at.toISOString()}>{time(step.at)}</time>
    </li>
  );
}

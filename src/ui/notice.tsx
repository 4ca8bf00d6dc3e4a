import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

const TONES = {
  info: { icon: Info, look: 'border-info-ink/25 bg-info-soft text-info-ink' },
  success: { icon: CircleCheck, look: 'border-success-ink/25 bg-success-soft text-success-ink' },
  warning: { icon: TriangleAlert, look: 'border-warning-ink/25 bg-warning-soft text-warning-ink' },
  danger: { icon: CircleAlert, look: 'border-danger-ink/25 bg-danger-soft text-danger-ink' },
} as const;

type Props = Readonly<{
  tone?: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  /** True for what appears after an act: it is then read aloud; danger at once, the rest when there is a pause. */
  live?: boolean;
  className?: string;
}>;

/** A message about the page or about what was just done. */
export function Notice({ tone = 'info', title, children, live = false, className }: Props) {
  const { icon: Icon, look } = TONES[tone];
  const spoken = tone === 'danger' ? 'alert' : 'status';
  return (
    <div
      role={live ? spoken : undefined}
      className={classNames('flex items-start gap-2.5 rounded-md border px-3 py-2.5', look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 break-words">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}

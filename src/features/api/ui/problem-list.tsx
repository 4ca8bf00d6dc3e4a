import { useTranslations } from 'next-intl';
import { PROBLEM_STATUS } from '@/server/http/problem-status';

type Code = keyof typeof PROBLEM_STATUS;

/** Every failure with its code and status; each is the target of the `type` of its problem. */
export function ProblemList() {
  const say = useTranslations('problem');
  const codes = Object.keys(PROBLEM_STATUS).sort() as Code[];
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[auto_auto_1fr]">
      {codes.map((code) => (
        <div key={code} id={`problem-${code}`} className="scroll-mt-4 target:bg-hover sm:contents">
          <dt>
            <code>{code}</code>
          </dt>
          <dd className="text-ink-soft tabular-nums">{PROBLEM_STATUS[code]}</dd>
          <dd>{say(code)}</dd>
        </div>
      ))}
    </dl>
  );
}

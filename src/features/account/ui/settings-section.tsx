import type { ReactNode } from 'react';

type Props = Readonly<{ id: string; title: string; body: string; children: ReactNode }>;

/** One part of the personal settings: what it is for on the left, its form on the right. */
export function SettingsSection({ id, title, body, children }: Props) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-16 gap-4 border-line border-t py-8 md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)] md:gap-10"
    >
      <div>
        <h2 id={`${id}-title`} className="break-words font-semibold text-ink">
          {title}
        </h2>
        <p className="mt-1 text-ink-soft text-sm">{body}</p>
      </div>
      <div className="min-w-0 max-w-xl">{children}</div>
    </section>
  );
}

'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

type Tab = Readonly<{ value: string; label: ReactNode; content: ReactNode }>;
type Props = Readonly<{
  label: string;
  tabs: readonly Tab[];
  value: string;
  onChange: (value: string) => void;
}>;

/** Tabs within a screen, for what is no address of its own. All panels stay mounted: typing is kept. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  return (
    <Radix.Root value={value} onValueChange={onChange}>
      <Radix.List aria-label={label} className="flex gap-1">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="rounded-md px-2.5 py-1 font-medium text-ink-soft hover:bg-hover data-[state=active]:bg-hover data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} forceMount className="data-[state=inactive]:hidden">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

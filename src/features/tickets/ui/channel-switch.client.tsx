'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import type { Unfit } from '@/domain/channel/answer-limits';
import type { ReachableChannel } from '@/features/delivery/commands/reachable-channels';
import { Select } from '@/ui/select';
import { ChannelIcon } from '@/ui/ticket-icons';
import { WayFacts } from './way-facts.client';

type Props = Readonly<{
  ways: readonly ReachableChannel[];
  way: string;
  onWay: (way: string) => void;
  /** Nothing can be written below: whoever opens the composer begins here. */
  isFirst: boolean;
  /** Why what is written cannot go out there; null when it can. */
  unfit: Unfit | null;
}>;

/** On which channel the answer goes out, and why another one is not possible; nothing where there is only mail. */
export function ChannelSwitch({ ways, way, onWay, isFirst, unfit }: Props) {
  const t = useTranslations('social.switch');
  const id = useId();
  const label = useWayLabel();
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (isFirst) select.current?.focus();
  }, [isFirst]);
  const chosen = ways.find((each) => each.id === way) ?? ways[0];
  if (!chosen || ways.every((each) => each.id === 'email')) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-1.5 text-sm">
      <label htmlFor={id} className="text-ink-faint max-sm:sr-only">
        {t('label')}
      </label>
      <span className="flex min-w-0 flex-1 basis-56 items-center gap-2">
        <ChannelIcon channel={chosen.channel} />
        <Select
          ref={select}
          id={id}
          value={chosen.id}
          aria-describedby={`${id}-why`}
          onChange={(event) => onWay(event.target.value)}
          className="min-w-0 max-w-full flex-1"
        >
          {ways.map((each) => (
            <option key={each.id} value={each.id}>
              {label(each)}
            </option>
          ))}
        </Select>
      </span>
      <span id={`${id}-why`} className="flex basis-full flex-col gap-0.5" role="status">
        <WayFacts way={chosen} unfit={unfit} />
      </span>
    </div>
  );
}

function useWayLabel(): (way: ReachableChannel) => string {
  const t = useTranslations('social.switch');
  const common = useTranslations('common');
  return ({ channel, handle, isPublic, id, reach }) => {
    const kind = id.startsWith('private:') ? t('private') : isPublic && t('public');
    const state = reach.state === 'open' ? '' : t(reach.state === 'closed' ? 'closed' : 'template');
    return [common(`channel.${channel}`), handle, kind, state].filter(Boolean).join(' · ');
  };
}

'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { useActs } from '@/ui/acts';
import { Kbd } from '@/ui/kbd';
import { useShortcuts } from '@/ui/use-shortcuts';
import { recentSearches } from './recent-searches';
import { SearchOptions } from './search-options.client';
import { type Suggesting, useSearchOptions } from './use-search-options';

type Props = Readonly<{ workspace: string; userId: string }>;

/**
 * Search over tickets, customers and articles. A plain form: it works before, and without, any script; with it, keys, values and
 * earlier searches are suggested while one types. `/` leads here.
 */
export function SearchBox({ workspace, userId }: Props) {
  const t = useTranslations('desk.rail');
  const q = useSearchParams().get('q') ?? '';
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const suggesting = useSearchOptions({ workspace, recent: recentSearches(workspace, userId), input });
  const { options, active, isOpen, close } = suggesting;
  useRemembered(q, { workspace, userId });
  const select = () => {
    if (input.current?.checkVisibility()) input.current.select();
  };
  useShortcuts({ '/': select });
  useActs({ search: select });
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => open || close()}>
      <Popover.Anchor asChild>
        <Form action={`/${workspace}/desk`} role="search" className="relative" onSubmit={close}>
          <Search
            aria-hidden
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-ink-faint"
          />
          <input
            ref={input}
            key={q}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            role="combobox"
            aria-label={t('search')}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
            placeholder={t('searchHint')}
            autoComplete="off"
            enterKeyHint="search"
            onFocus={suggesting.look}
            onInput={suggesting.look}
            onBlur={close}
            onKeyDown={(event) => onKey(event, suggesting)}
            className="peer h-8 w-full rounded-md border border-line bg-canvas pr-8 pl-8 text-lg sm:text-base hover:border-line-strong focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
          />
          <span
            aria-hidden
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-1.5 hidden lg:block peer-focus:hidden"
          >
            <Kbd>/</Kbd>
          </span>
        </Form>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          role="region"
          aria-label={t('suggestions')}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => isWithin(event.target, input) && event.preventDefault()}
          className="appear z-50 w-88 max-w-[calc(100vw-16px)] rounded-lg border border-line bg-raised p-1 shadow-raised"
        >
          <SearchOptions id={id} options={options} active={active} onChoose={suggesting.choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const isWithin = (target: EventTarget | null, { current }: RefObject<HTMLElement | null>) =>
  target instanceof Node && current?.contains(target) === true;

/** A search that was answered is kept among those of this person. */
function useRemembered(q: string, { workspace, userId }: Props): void {
  useEffect(() => {
    if (q.trim()) recentSearches(workspace, userId).add(q.trim());
  }, [q, workspace, userId]);
}

function onKey(event: KeyboardEvent<HTMLInputElement>, suggesting: Suggesting): void {
  const act = event.nativeEvent.isComposing ? null : actOf(event, suggesting);
  if (!act) return;
  event.preventDefault();
  act();
}

/** What a key asks of the list; null when it is meant for the field or the form. */
function actOf(event: KeyboardEvent<HTMLInputElement>, suggesting: Suggesting): (() => void) | null {
  const { options, active, isOpen, steer, choose, close, look } = suggesting;
  const { key, currentTarget } = event;
  const option = isOpen ? options[active] : undefined;
  const acts: Readonly<Record<string, (() => void) | null>> = {
    ArrowDown: isOpen ? () => steer(1) : look,
    ArrowUp: isOpen ? () => steer(-1) : null,
    Escape: isOpen ? close : () => currentTarget.blur(),
    Enter: option ? () => choose(option) : null,
    Tab: option ? () => choose(option) : null,
  };
  return acts[key] ?? null;
}

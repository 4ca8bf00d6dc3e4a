import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { matchLabels } from '@/domain/search/match-labels';
import { ACTS, type ActName, actsHere } from '@/ui/acts';
import type { PaletteLine } from '../palette-places';

/** A line of the palette: what to do here, or where to go. */
export type Line = Readonly<{
  id: string;
  label: string;
  also: string;
  keys: string | null;
  go: { run: () => void } | { href: string };
}>;
export type LineGroup = Readonly<{ name: GroupName; lines: readonly Line[] }>;
type GroupName = 'acts' | 'recent' | 'tickets' | 'customers' | 'places';

type Known = Readonly<{ places: readonly PaletteLine[]; recent: readonly PaletteLine[] }>;
type Found = Readonly<{ tickets: readonly PaletteLine[]; customers: readonly PaletteLine[] }>;

const NOTHING_KNOWN: Known = { places: [], recent: [] };
const NOTHING_FOUND: Found = { tickets: [], customers: [] };
const PAUSE_MILLISECONDS = 150;
const MOST = 9;

/** What the palette offers for what was typed, in groups, the likeliest first; asks the server while it is open. */
export function usePaletteLines(workspace: string, typed: string): readonly LineGroup[] {
  const t = useTranslations('desk.palette.act');
  const [here] = useState(actsHere);
  const q = typed.trim();
  const known = useAsked<Known>(`/api/desk/${workspace}/palette`, NOTHING_KNOWN);
  const search = new URLSearchParams({ q }).toString();
  const found = useAsked<Found>(
    q.length > 1 || /\d/.test(q) ? `/api/desk/${workspace}/palette?${search}` : null,
    NOTHING_FOUND,
  );
  const acts = here.map(({ name, run }) => actLine(name, { label: t(name), run }));
  const groups: readonly LineGroup[] = q
    ? [
        ...(/^#?\d+$/.test(q) ? [{ name: 'tickets', lines: found.tickets.map(placeLine) } as const] : []),
        { name: 'acts', lines: matchLabels(acts, q).slice(0, MOST) },
        { name: 'places', lines: matchLabels(known.places, q).slice(0, MOST).map(placeLine) },
        ...(/^#?\d+$/.test(q) ? [] : [{ name: 'tickets', lines: found.tickets.map(placeLine) } as const]),
        { name: 'customers', lines: found.customers.map(placeLine) },
      ]
    : [
        { name: 'acts', lines: acts },
        { name: 'recent', lines: known.recent.map(placeLine) },
        { name: 'places', lines: known.places.map(placeLine) },
      ];
  return groups.filter(({ lines }) => lines.length > 0);
}

const actLine = (name: ActName, { label, run }: Readonly<{ label: string; run: () => void }>): Line => ({
  id: `act:${name}`,
  label,
  also: '',
  keys: ACTS[name],
  go: { run },
});

const placeLine = ({ id, label, also, href }: PaletteLine): Line => ({
  id,
  label,
  also,
  keys: null,
  go: { href },
});

/** What an address answers, a moment after it was asked for; what was answered last until then. */
function useAsked<Answer>(address: string | null, nothing: Answer): Answer {
  const [answer, setAnswer] = useState(nothing);
  useEffect(() => {
    const away = new AbortController();
    if (address === null) {
      setAnswer(nothing);
      return;
    }
    const ask = async () => {
      const response = await fetch(address, { signal: away.signal }).catch(() => null);
      if (response?.ok) setAnswer((await response.json()) as Answer);
    };
    const timer = setTimeout(() => void ask(), address.includes('?') ? PAUSE_MILLISECONDS : 0);
    return () => {
      clearTimeout(timer);
      away.abort();
    };
  }, [address, nothing]);
  return answer;
}

import type { useFormatter } from 'next-intl';

const KILO = 1024;

/** A number of bytes as people say it: "840 kB", "3.4 MB". */
export function fileSize(format: ReturnType<typeof useFormatter>, bytes: number): string {
  const mega = bytes >= KILO * KILO;
  const amount = mega ? bytes / KILO / KILO : Math.max(bytes / KILO, 1);
  return format.number(amount, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0,
  });
}

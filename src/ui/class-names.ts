import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** One class attribute out of many parts; of two utilities that clash, the later wins. */
export function classNames(...parts: ClassValue[]): string {
  return twMerge(clsx(parts));
}

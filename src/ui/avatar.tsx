import { classNames } from './class-names';

const SIZES = {
  xs: 'size-5 text-[9px]',
  sm: 'size-6 text-[10px]',
  md: 'size-8 text-xs',
  lg: 'size-10 text-sm',
};
const TONES = [
  'bg-tint-1 text-on-tint-1',
  'bg-tint-2 text-on-tint-2',
  'bg-tint-3 text-on-tint-3',
  'bg-tint-4 text-on-tint-4',
  'bg-tint-5 text-on-tint-5',
];

type Props = Readonly<{
  /** The person's name as shown elsewhere on the screen. */
  name: string;
  size?: keyof typeof SIZES;
  /** True when no name stands beside it: the name is then read aloud and shown on hover. */
  alone?: boolean;
  className?: string;
}>;

/** A person's initials on a quiet tint that is always the same for the same name. */
export function Avatar({ name, size = 'sm', alone = false, className }: Props) {
  const reading = alone ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true };
  return (
    <span
      {...reading}
      className={classNames(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold tracking-tight',
        SIZES[size],
        TONES[toneOf(name)],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/u).filter((word) => /\p{L}|\d/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}

function toneOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % TONES.length;
}

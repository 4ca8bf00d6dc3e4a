import { SignOut } from './sign-out.client';

type Props = Readonly<{ place: Readonly<{ workspace: string; locale: string }>; name: string }>;

/** Who is signed in, and the way out. */
export function CustomerBar({ place, name }: Props) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1 text-base text-ink-soft">
      <span className="min-w-0 break-words">{name}</span>
      <SignOut place={place} />
    </div>
  );
}

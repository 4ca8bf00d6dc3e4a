/** What makes a submission look as if no person had written it, or one whom nobody wants to hear. */
export type Suspicion = 'blocked' | 'honeypot' | 'too_fast' | 'links' | 'markup' | 'same_words';

type Sent = Readonly<{
  name: string;
  subject: string;
  message: string;
  /** What stands in the field that people do not see. */
  trap: string;
  /** Seconds between showing the form and sending it. */
  seconds: number;
}>;

/** Nobody reads and fills in a form in less. */
const LEAST_SECONDS = 3;
const MOST_LINKS = 4;

/** Why a person should look at it before it becomes a ticket; nothing for what looks ordinary. */
export function suspicionsOf({ name, subject, message, trap, seconds }: Sent): Suspicion[] {
  const links = message.match(/https?:\/\/|www\./gi)?.length ?? 0;
  const isSame = name.length > 3 && name === message.trim() && name === subject;
  const found: readonly (Suspicion | false)[] = [
    trap !== '' && 'honeypot',
    seconds < LEAST_SECONDS && 'too_fast',
    (links > MOST_LINKS || /https?:\/\//i.test(name) || /https?:\/\//i.test(subject)) && 'links',
    /\[url[=\]]|<a\s+href/i.test(message) && 'markup',
    isSame && 'same_words',
  ];
  return found.filter((each) => each !== false);
}

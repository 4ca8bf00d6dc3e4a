import {
  AtSign,
  Braces,
  Camera,
  Globe,
  Mail,
  Megaphone,
  MessageCircle,
  MessageCircleMore,
  MessageSquareMore,
  MessagesSquare,
  Phone,
  Send,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Named = Readonly<{
  /** Read aloud and shown on hover; leave out where the word stands beside it. */
  label?: string;
  className?: string;
}>;

type Status = 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
type Priority = 'low' | 'normal' | 'high' | 'urgent';
type Channel = keyof typeof CHANNEL;

const LOOK = 'inline-flex size-4 shrink-0';

const reading = (label: string | undefined) =>
  label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true };

/** The picture, with its name for those who cannot see it and for those who point at it. */
function Icon({ label, className, children }: Named & Readonly<{ children: ReactNode }>) {
  return (
    <span {...reading(label)} className={classNames(LOOK, className)}>
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-full">
        {children}
      </svg>
    </span>
  );
}

const STATUS_COLOUR: Record<Status, string> = {
  new: 'text-accent-ink',
  open: 'text-accent-ink',
  pending: 'text-warning-ink',
  on_hold: 'text-ink-faint',
  solved: 'text-success-ink',
  closed: 'text-ink-faint',
};

/** A status as a shape: a star of dashes, a ring, half, paused, ticked, filled. Readable without colour. */
export function StatusIcon({ status, label, className }: Named & Readonly<{ status: Status }>) {
  return (
    <Icon {...(label ? { label } : {})} className={classNames(STATUS_COLOUR[status], className)}>
      {STATUS_SHAPE[status]}
    </Icon>
  );
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.75" />;
const tick = (colour: string) => (
  <path d="m5.2 8.2 2 2 3.6-4" fill="none" stroke={colour} strokeWidth="1.75" strokeLinecap="round" />
);
const STATUS_SHAPE: Record<Status, ReactNode> = {
  new: (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeDasharray="2.4 2.3"
    />
  ),
  open: (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.5" fill="currentColor" />
    </>
  ),
  pending: (
    <>
      {ring}
      <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  on_hold: (
    <>
      {ring}
      <path d="M6.4 5.8v4.4M9.6 5.8v4.4" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
  solved: (
    <>
      {ring}
      {tick('currentColor')}
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6.9" fill="currentColor" />
      {tick('var(--canvas)')}
    </>
  ),
};

const BARS: Record<Priority, number> = { low: 1, normal: 2, high: 3, urgent: 0 };

/** A priority as rising bars; urgent is a filled square with a mark. */
export function PriorityIcon({ priority, label, className }: Named & Readonly<{ priority: Priority }>) {
  const colour = priority === 'urgent' ? 'text-danger-ink' : 'text-ink-soft';
  return (
    <Icon {...(label ? { label } : {})} className={classNames(colour, className)}>
      {priority === 'urgent' ? (
        <>
          <rect x="1.5" y="1.5" width="13" height="13" rx="3.5" fill="currentColor" />
          <path d="M8 4.4v4.2M8 11.2v.4" stroke="var(--canvas)" strokeWidth="1.9" strokeLinecap="round" />
        </>
      ) : (
        [0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={2 + bar * 4.5}
            y={9.5 - bar * 3.5}
            width="3"
            height={4.5 + bar * 3.5}
            rx="1"
            fill="currentColor"
            opacity={bar < BARS[priority] ? 1 : 0.28}
          />
        ))
      )}
    </Icon>
  );
}

const CHANNEL = {
  email: Mail,
  api: Braces,
  web: Globe,
  chat: MessageCircle,
  phone: Phone,
  social: AtSign,
  whatsapp: MessageCircleMore,
  messenger: MessageSquareMore,
  instagram: Camera,
  facebook: MessagesSquare,
  telegram: Send,
  x: AtSign,
  mastodon: Megaphone,
};

/** Where a message came in or goes out. */
export function ChannelIcon({ channel, label, className }: Named & Readonly<{ channel: Channel }>) {
  const Shape = CHANNEL[channel];
  return (
    <span {...reading(label)} className={classNames(LOOK, 'text-ink-faint', className)}>
      <Shape aria-hidden="true" width={16} height={16} strokeWidth={1.75} />
    </span>
  );
}

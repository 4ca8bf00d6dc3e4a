import type { Source } from './connection';

/** A stream says that it is ready at once; so long without it, something on the way holds it back until it ends. */
const HELD_BACK_MILLISECONDS = 6_000;
const IN_TURNS_MILLISECONDS = 10 * 60_000;
/** Between two turns, so that answers that end at once for another reason are no storm. */
const TURN_PAUSE_MILLISECONDS = 100;

type World = Readonly<{
  stream: (url: string) => Source;
  fetch: (url: string, signal: AbortSignal) => Promise<Pick<Response, 'ok' | 'text'>>;
  now: () => number;
  later: (milliseconds: number, act: () => void) => () => void;
}>;

/**
 * Opens sources of live notices: streams where these come through, and answers in turns where something on the way holds a
 * stream back. Each answer ends after the first news, and the next question begins where it ended. After ten minutes a stream
 * is tried again.
 */
export function newSources(world: World): (url: string) => Source {
  let inTurnsUntil = 0;
  return (url) => {
    if (world.now() < inTurnsUntil) return turns(world, url);
    return streamOrTurns(world, url, () => {
      inTurnsUntil = world.now() + IN_TURNS_MILLISECONDS;
    });
  };
}

type Heard = (message: Event) => void;

/** A stream that becomes answers in turns when it stays silent. */
function streamOrTurns(world: World, url: string, onHeldBack: () => void): Source {
  const listeners: (readonly [string, Heard])[] = [];
  let present = world.stream(url);
  const stopWaiting = world.later(HELD_BACK_MILLISECONDS, () => {
    present.close();
    onHeldBack();
    present = turns(world, url);
    for (const [event, hear] of listeners) present.addEventListener(event, hear);
  });
  present.addEventListener('ready', stopWaiting);
  present.addEventListener('error', stopWaiting);
  return {
    addEventListener: (event: string, hear: Heard) => {
      listeners.push([event, hear]);
      present.addEventListener(event, hear);
    },
    close: () => {
      stopWaiting();
      present.close();
    },
  } as Source;
}

/** Asks again and again, each time from where the last answer ended. */
function turns(world: World, url: string): Source {
  const listeners: (readonly [string, Heard])[] = [];
  const controller = new AbortController();
  const tell = (event: string, data: string) => {
    for (const [name, hear] of listeners) if (name === event) hear(new MessageEvent(event, { data }));
  };
  let asked = url;
  let isFirst = true;

  async function ask(): Promise<void> {
    try {
      const answer = await world.fetch(`${asked}&turn=1`, controller.signal);
      if (!answer.ok) return tell('error', '');
      const text = await answer.text();
      hearAll(text);
      if (!controller.signal.aborted) world.later(TURN_PAUSE_MILLISECONDS, () => void ask());
    } catch {
      if (!controller.signal.aborted) tell('error', '');
    }
  }

  function hearAll(text: string): void {
    for (const { event, data } of eventsIn(text)) {
      if (event === 'until') asked = url.replace(/since=\d+/, `since=${data}`);
      else if (event !== 'ready' || isFirst) tell(event, data);
      isFirst &&= event !== 'ready';
    }
  }

  world.later(0, () => void ask());
  return {
    addEventListener: (event: string, hear: Heard) => void listeners.push([event, hear]),
    close: () => controller.abort(),
  } as Source;
}

/** The events of a whole answer of server-sent events (WHATWG HTML §9.2.6). */
function eventsIn(text: string): Readonly<{ event: string; data: string }>[] {
  return text.split('\n\n').flatMap((block) => {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
    const event = field('event');
    return event === undefined ? [] : [{ event, data: field('data') ?? '' }];
  });
}

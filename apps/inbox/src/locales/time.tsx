import { useInstants } from './use-instants.js';

/** An instant, relative ("5 mnt yang lalu") or short ("24 Nov 10.15"), with the whole of it as a title. */
export function Time({ at, style = 'relative' }: { at: string; style?: 'relative' | 'short' }) {
  const instants = useInstants();
  return (
    <time dateTime={at} title={instants.absolute(at)}>
      {instants[style](at)}
    </time>
  );
}

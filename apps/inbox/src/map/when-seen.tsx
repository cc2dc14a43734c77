import { useIntersection } from '@mantine/hooks';
import { Suspense, useState, type ReactNode } from 'react';

/** Loads and shows what it holds once its place comes onto the screen: a map that nobody looks at costs nothing. */
export function WhenSeen({ className, children }: { className?: string; children: ReactNode }) {
  const { ref, entry } = useIntersection({ rootMargin: '100px' });
  const [wasSeen, setSeen] = useState(false);
  if (entry?.isIntersecting && !wasSeen) setSeen(true);
  return (
    <div ref={ref} className={className}>
      {wasSeen && <Suspense>{children}</Suspense>}
    </div>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { downloadFile } from '../api/download-file.js';

export interface Download {
  readonly isRunning: boolean;
  readonly bytes: number;
  readonly error: unknown;
  /** @returns whether the file is here */
  readonly start: (
    ...what: Parameters<typeof downloadFile> extends [infer N, infer B, ...unknown[]] ? [N, B] : never
  ) => Promise<boolean>;
}

/** One download at a time; leaving the screen ends it. */
export function useDownload(): Download {
  const [state, setState] = useState<{ isRunning: boolean; bytes: number; error: unknown }>({
    isRunning: false,
    bytes: 0,
    error: null,
  });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const start = useCallback<Download['start']>(async (name, body) => {
    const { signal } = (controller.current = new AbortController());
    setState({ isRunning: true, bytes: 0, error: null });
    try {
      await downloadFile(name, body, (bytes) => setState({ isRunning: true, bytes, error: null }), signal);
      setState({ isRunning: false, bytes: 0, error: null });
      return true;
    } catch (error) {
      if (!signal.aborted) setState({ isRunning: false, bytes: 0, error });
      return false;
    }
  }, []);
  return { ...state, start };
}

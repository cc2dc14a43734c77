import type { ReplyFile } from '@app/api-contract';
import { useCallback, useState } from 'react';
import { uploadFile } from '../api/upload-file.js';

export interface FileUploads {
  /** How many are on their way. */
  readonly underway: number;
  add(files: readonly File[]): void;
}

/** Sends chosen files to the server, one after the other. */
export function useFileUploads(
  reportId: string,
  onAdded: (file: ReplyFile) => void,
  onProblem: (error: unknown) => void,
): FileUploads {
  const [underway, setUnderway] = useState(0);
  const add = useCallback(
    (files: readonly File[]) => {
      setUnderway((count) => count + files.length);
      const upload = async () => {
        for (const file of files) {
          try {
            onAdded(await uploadFile(reportId, file));
          } catch (error) {
            onProblem(error);
          } finally {
            setUnderway((count) => count - 1);
          }
        }
      };
      void upload();
    },
    [reportId, onAdded, onProblem],
  );
  return { underway, add };
}

import type { ReplyFile } from '@app/api-contract';
import { useCallback, useState } from 'react';
import { uploadFile } from '../api/upload-file.js';

/** A file that does not go along. */
export interface MissingFile {
  readonly name: string;
  /** null: there was no room for it. */
  readonly error: unknown;
}

export interface FileUploads {
  /** How many are on their way. */
  readonly underway: number;
  /** Of those that were chosen last. */
  readonly missing: readonly MissingFile[];
  /** @param room how many more the channel takes */
  add(files: readonly File[], room: number): void;
}

/** Sends chosen files to the server, one after the other; each that is left out is named. */
export function useFileUploads(reportId: string, onAdded: (file: ReplyFile) => void): FileUploads {
  const [underway, setUnderway] = useState(0);
  const [missing, setMissing] = useState<readonly MissingFile[]>([]);
  const add = useCallback(
    (files: readonly File[], room: number) => {
      const taken = files.slice(0, room);
      setMissing(files.slice(room).map(({ name }) => ({ name, error: null })));
      setUnderway((count) => count + taken.length);
      const upload = async () => {
        for (const file of taken) {
          try {
            onAdded(await uploadFile(reportId, file));
          } catch (error) {
            setMissing((others) => [...others, { name: file.name, error }]);
          } finally {
            setUnderway((count) => count - 1);
          }
        }
      };
      void upload();
    },
    [reportId, onAdded],
  );
  return { underway, missing, add };
}

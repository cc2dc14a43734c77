import type { AuditExportInput, OverviewExportInput, ReportExportInput } from '@app/api-contract';
import { ApiProblem } from './api-problem.js';
import { problemOf } from './call-api.js';

interface Downloads {
  readonly exportReports: ReportExportInput | (Omit<ReportExportInput, 'query'> & { readonly query: object });
  readonly exportOverview: OverviewExportInput;
  readonly exportAuditLog: AuditExportInput;
}

const ADDRESSES: Readonly<Record<keyof Downloads, string>> = {
  exportReports: '/api/v1/report-exports',
  exportOverview: '/api/v1/overview-exports',
  exportAuditLog: '/api/v1/audit-exports',
};

/**
 * Fetches a file that the server makes, and hands it to the browser to keep. Every failure is an {@link ApiProblem}.
 * @param onProgress bytes that have come so far
 */
export async function downloadFile<Name extends keyof Downloads>(
  name: Name,
  body: Downloads[Name],
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(ADDRESSES[name], {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  }).catch(asProblem(signal));
  if (!response.ok) throw await problemOf(response);
  const parts = await partsOf(response, onProgress).catch(asProblem(signal));
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  keep(new Blob(parts, { type }), fileNameOf(response));
}

async function partsOf(response: Response, onProgress: (bytes: number) => void): Promise<BlobPart[]> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    parts.push(read.value as BlobPart);
    bytes += read.value.byteLength;
    onProgress(bytes);
  }
  return parts;
}

const asProblem =
  (signal: AbortSignal) =>
  (error: unknown): never => {
    if (signal.aborted) throw error;
    throw new ApiProblem({ type: 'about:blank', title: 'Network unreachable', status: 0, code: 'network' });
  };

function fileNameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'wadah';
}

function keep(content: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

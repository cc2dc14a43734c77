import type { ReplyFile } from '@app/api-contract';
import { unreachable } from './api-problem.js';
import { problemOf } from './call-api.js';

/** Uploads a file for an answer. Every failure is an {@link ApiProblem}. */
export async function uploadFile(reportId: string, file: File): Promise<ReplyFile> {
  return (await sendFile(`/reports/${encodeURIComponent(reportId)}/reply-files`, file)) as ReplyFile;
}

/** Sends the bytes of a file to a route that takes one. Every failure is an {@link ApiProblem}. */
export async function sendFile(path: string, file: File): Promise<unknown> {
  const address = `/api/v1${path}?${new URLSearchParams({ name: file.name })}`;
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream' };
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers,
    body: file,
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

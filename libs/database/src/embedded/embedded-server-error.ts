export type EmbeddedServerProblem =
  | 'platform-unsupported'
  | 'no-unprivileged-account'
  | 'no-permission'
  | 'disk-full'
  | 'data-unusable'
  | 'version-mismatch'
  | 'start-failed'
  | 'stop-failed';

/** The embedded server cannot do its work. The message is for the operator: what, where, what to do. */
export class EmbeddedServerError extends Error {
  constructor(
    readonly code: EmbeddedServerProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedServerError';
  }
}

/**
 * Names the cause of a failed initdb or start.
 * @param output what the program wrote
 * @param folder the data folder it worked on
 */
export function explainFailure(doing: string, folder: string, output: string): EmbeddedServerError {
  const lines = output.trim().split('\n').slice(-12).join('\n');
  const [code, advice] = adviceFor(output, folder);
  return new EmbeddedServerError(code, `${doing} gagal di ${folder}. ${advice}\n${lines}`.trimEnd());
}

function adviceFor(output: string, folder: string): [EmbeddedServerProblem, string] {
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(output)) {
    return ['disk-full', 'Disk penuh: kosongkan ruang pada disk folder itu, lalu mulai lagi.'];
  }
  if (/Permission denied|Operation not permitted|invalid permissions|wrong ownership/i.test(output)) {
    const advice = `Periksa pemilik dan izin folder (ls -la ${folder}), atau pilih folder lain dengan WADAH_DATA_DIR.`;
    return ['no-permission', advice];
  }
  return ['start-failed', 'Pesan terakhir dari PostgreSQL:'];
}

/** The exit status of the process is what the command's work gives. */
export async function ends(work: Promise<number>): Promise<void> {
  process.exitCode = await work;
}

import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, argon2id (the package's default algorithm): 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$…` */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

/**
 * Takes about the same time without a hash (unknown e-mail, invited user) as with one, so that the time of an
 * answer does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await unknownUserHash()), password.normalize('NFKC'));
  return isRight && passwordHash !== null;
}

let unknownUser: Promise<string> | null = null;

function unknownUserHash(): Promise<string> {
  unknownUser ??= hashPassword('nobody has this password');
  return unknownUser;
}

/** What we use of `smpp` 0.5.1, which ships no types. Its CommonJS exports come as the default import. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    response(fields?: Readonly<Record<string, unknown>>): Pdu;
    isResponse(): boolean;
    readonly [field: string]: unknown;
  }

  interface FieldType {
    readonly default: unknown;
  }
  interface CommandDefinition {
    readonly id: number;
    readonly params?: Readonly<
      Record<string, { readonly type: FieldType; readonly default?: unknown; readonly filter?: unknown }>
    >;
  }

  class Session extends EventEmitter {
    readonly socket: Socket;
    /** @returns false when the socket takes nothing any more */
    send(pdu: Pdu, onResponse?: (pdu: Pdu) => void): boolean;
    close(): void;
    destroy(): void;
  }
  export type { Session };

  interface Smpp {
    readonly PDU: new (command: string, fields?: Readonly<Record<string, unknown>>) => Pdu;
    readonly commands: Readonly<Record<string, CommandDefinition>>;
    readonly types: {
      readonly buffer: FieldType;
      readonly tlv: { readonly buffer: FieldType };
    };
    connect(options: Readonly<Record<string, unknown>>): Session;
    createServer(options: Readonly<Record<string, unknown>>, listener: (session: Session) => void): NetServer;
    /** Defines a command, or defines it anew. */
    addCommand(command: string, definition: CommandDefinition): void;
    addTLV(tag: string, definition: { readonly id: number; readonly type: FieldType }): void;
  }
  const smpp: Smpp;
  export default smpp;
}

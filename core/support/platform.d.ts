/** What core uses of the platform: both Node and the browser have it, with more to it than is declared here. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array | Uint16Array | ArrayBuffer, options?: { stream?: boolean }): string;
}

/** The machine inside hunspell-wasm, which comes without types: made from the bytes of its code. */
declare module 'hunspell-wasm/wasm/hunspell.js' {
  export default function createModule(options: { wasmBinary: Uint8Array }): Promise<unknown>;
}

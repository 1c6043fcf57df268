/** JSON as bytes, which pass from thread to thread without a copy and go out as they are. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value ?? null));

/** The inverse of `jsonBytes`, for what this program said itself. */
export const jsonIn = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

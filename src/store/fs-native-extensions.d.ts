/** What is used of fs-native-extensions, which ships no types. */
declare module 'fs-native-extensions' {
  const fsx: {
    /** Tries to lock a range of a file for this process alone; false where another holds it. */
    tryLock(fd: number, offset: number, length: number): boolean;
  };
  // biome-ignore lint/style/noDefaultExport: so the library exports it
  export default fsx;
}
